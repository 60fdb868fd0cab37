"""QR codes: module for module what segno makes, and read by a decoder from a picture."""

import base64

import pytest
import segno
import zxingcpp
from PySide6.QtGui import QImage
from segno import consts

from app.ui.printing.qr import _fitting, qr_image
from tests.pictures import Picture

CODE = "GF1" + base64.b32encode(bytes(range(105))).decode().rstrip("=")


def modules(image: QImage) -> list[list[int]]:
    """1 for dark."""
    return [[1 - image.pixelIndex(x, y) for x in range(image.width())] for y in range(image.height())]


@pytest.mark.parametrize("hanzi", [1, 3, 20, 60, 90])
@pytest.mark.parametrize("letters", [1, 2, 100, len(CODE)])
def test_every_module_is_where_segno_puts_it(qapp: object, hanzi: int, letters: int) -> None:
    words, code = "龙" * hanzi, CODE[:letters]
    if not (len(_fitting(f"{words} ".encode(), code)[1]) + 4) % 8:
        code = code[:-1] or "AB"  # segno pads a full last byte with one more, which the standard does not
    parts = [(f"{words} ", consts.MODE_BYTE, "utf-8"), (code, consts.MODE_ALPHANUMERIC)]
    wanted = segno.make(parts, error="m", mask=0, boost_error=False, micro=False).matrix
    assert modules(qr_image(words, code)) == [list(row) for row in wanted]


@pytest.mark.parametrize(
    "words", ["龙潭彝绣工坊 2026-10 编号01 实发1234.50元", "坊" * 24 + " 2026-10 编号100 实发107000.53元", "a"]
)
def test_a_decoder_reads_words_and_code(qapp: object, words: str) -> None:
    symbol = qr_image(words, CODE)
    picture = QImage(symbol.width() * 4 + 40, symbol.height() * 4 + 40, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    for y, row in enumerate(modules(symbol)):
        for x, dark in enumerate(row):
            for at in range(16 if dark else 0):
                picture.setPixel(20 + x * 4 + at % 4, 20 + y * 4 + at // 4, 0)
    (found,) = zxingcpp.read_barcodes(Picture(picture))
    assert found.text == f"{words} {CODE}"


def test_a_slips_code_stays_small_enough_for_two_centimetres(qapp: object) -> None:
    longest = "坊" * 24 + " 2026-12 编号1000 实发107000.53元"
    assert qr_image(longest, "GF1" + "A" * 167).width() <= 17 + 4 * 12


def test_what_no_symbol_holds_is_an_error(qapp: object) -> None:
    with pytest.raises(ValueError, match="too much"):
        qr_image("坊" * 400, CODE)
