"""QR codes as pictures of one bit a module: words first, as phones show them, then the code in capitals and digits."""

from typing import Any

import segno
from PySide6.QtGui import QImage, qRgb
from segno.consts import MODE_ALPHANUMERIC, MODE_BYTE

_MASK = 0  # any mask reads; trying all eight costs four fifths of the time


def qr_image(words: str, code: str) -> QImage:
    """The code at level M (15 % of it may be lost), without its quiet zone: give it four modules of white."""
    parts: Any = [(f"{words} ", MODE_BYTE, "utf-8"), (code, MODE_ALPHANUMERIC)]
    matrix = segno.make(parts, error="m", mask=_MASK, boost_error=False, micro=False).matrix
    stride = (len(matrix) + 31) // 32 * 4
    rows = (int("".join(map(str, row)).ljust(stride * 8, "0"), 2).to_bytes(stride, "big") for row in matrix)
    image = QImage(b"".join(rows), len(matrix), len(matrix), stride, QImage.Format.Format_Mono).copy()
    image.setColorTable([qRgb(255, 255, 255), qRgb(0, 0, 0)])
    return image
