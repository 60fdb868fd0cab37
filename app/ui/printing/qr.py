"""QR codes as pictures of one bit a module: words first, as phones show them, then the code in capitals and digits.

segno makes one symbol of each size, from which the places of the data are learnt; every further code only fills them,
forty times as fast, and is module for module what segno would make (a test compares). Level M, mask 0: any mask reads,
and trying all eight is what costs most. ISO/IEC 18004.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any, cast

import segno
from PySide6.QtGui import QImage, qRgb
from segno import consts

_ALPHANUMERIC = {letter: value for value, letter in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")}
_BYTE_MODE, _ALPHANUMERIC_MODE = "0100", "0010"
_PADDING = ("11101100", "00010001")
_DATA_TYPES = (consts.TYPE_DATA_DARK, consts.TYPE_DATA_LIGHT)
_PRIMITIVE = 0x11D
_LARGEST = 20


@dataclass(frozen=True)
class _Symbol:
    """A size of symbol: blocks as (data, error correction) codewords, and how bits become rows of the picture."""

    side: int
    stride: int
    blocks: tuple[tuple[int, int], ...]
    order: Callable[[str], tuple[str, ...]]
    mask: int

    @property
    def capacity(self) -> int:
        """Data codewords."""
        return sum(data for data, _ in self.blocks)


def qr_image(words: str, code: str) -> QImage:
    """The code at level M (15 % of it may be lost), without its quiet zone: give it four modules of white.

    ``code`` is of capitals and digits; raises ValueError where the whole is longer than version 20 holds.
    """
    symbol, bits = _fitting(f"{words} ".encode(), code)
    content = _codewords(bits, symbol.capacity)
    whole = "".join(f"{word:08b}" for word in _interleaved(content, symbol.blocks))
    filled = int("".join(symbol.order(f"{whole}{'0' * 8}01")), 2) ^ symbol.mask
    rows = filled.to_bytes(symbol.side * symbol.stride, "big")
    image = QImage(rows, symbol.side, symbol.side, symbol.stride, QImage.Format.Format_Mono).copy()
    image.setColorTable([qRgb(0, 0, 0), qRgb(255, 255, 255)])  # as Qt's PDF wants it: else it makes a JPEG of it
    image.invertPixels()
    return image


def _fitting(words: bytes, code: str) -> tuple[_Symbol, str]:
    """The smallest symbol the two segments fit, and their bits."""
    text, letters = "".join(f"{byte:08b}" for byte in words), "".join(_alphanumeric(code))
    for version in range(1, _LARGEST + 1):
        byte_count, letter_count = (8, 9) if version < 10 else (16, 11)
        head = f"{_BYTE_MODE}{len(words):0{byte_count}b}"
        bits = f"{head}{text}{_ALPHANUMERIC_MODE}{len(code):0{letter_count}b}{letters}"
        if len(bits) <= 8 * sum(data for data, _ in _blocks(version)):
            return _symbol(version), bits
    raise ValueError("too much for a code on paper")


def _alphanumeric(code: str) -> Iterator[str]:
    """Two letters in eleven bits, a last single one in six."""
    values = [_ALPHANUMERIC[letter] for letter in code]
    for at in range(0, len(values) - 1, 2):
        yield f"{values[at] * 45 + values[at + 1]:011b}"
    if len(values) % 2:
        yield f"{values[-1]:06b}"


def _codewords(bits: str, capacity: int) -> bytes:
    """Bits with terminator and padding as data codewords."""
    bits += "0000"[: 8 * capacity - len(bits)]
    bits += "0" * (-len(bits) % 8)
    missing = capacity - len(bits) // 8
    bits += "".join(_PADDING[at % 2] for at in range(missing))
    return int(bits, 2).to_bytes(capacity, "big")


def _blocks(version: int) -> tuple[tuple[int, int], ...]:
    """The blocks of a version at level M."""
    table: Any = consts.ECC
    found = table[version][consts.ERROR_LEVEL_M]
    return tuple((one.num_data, one.num_total - one.num_data) for one in found for _ in range(one.num_blocks))


def _interleaved(content: bytes, blocks: Sequence[tuple[int, int]]) -> list[int]:
    """Data codewords of all blocks in turn, then their error correction codewords."""
    parts, checks, at = [], [], 0
    for data, check in blocks:
        part = content[at : at + data]
        parts.append(part)
        checks.append(_correction(part, check))
        at += data
    return [*_in_turn(parts), *_in_turn(checks)]


def _in_turn(parts: Sequence[bytes]) -> Iterator[int]:
    for at in range(max(map(len, parts))):
        for part in parts:
            if at < len(part):
                yield part[at]


def _correction(data: bytes, count: int) -> bytes:
    """Reed-Solomon: the remainder of the data by the generator of ``count`` codewords."""
    table, top, keep = _multiples(count), 8 * (count - 1), (1 << 8 * count) - 1
    rest = 0
    for byte in data:
        rest = (rest << 8 & keep) ^ table[byte ^ (rest >> top)]
    return rest.to_bytes(count, "big")


@lru_cache(maxsize=32)
def _multiples(count: int) -> tuple[int, ...]:
    """The generator polynomial of ``count`` codewords (without its first term) times each byte."""
    powers = [1]
    for _ in range(254):
        powers.append(_times(powers[-1], 2))
    generator = [1]
    for power in powers[:count]:
        longer = [*generator, 0]
        for at, factor in enumerate(generator):
            longer[at + 1] ^= _times(factor, power)
        generator = longer
    return tuple(int.from_bytes(bytes(_times(byte, one) for one in generator[1:]), "big") for byte in range(256))


def _times(left: int, right: int) -> int:
    """The product in GF(256)."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left = left << 1 ^ (_PRIMITIVE if left & 0x80 else 0)
        right >>= 1
    return product


@lru_cache(maxsize=_LARGEST)
def _symbol(version: int) -> _Symbol:
    """What segno's own symbol of a version tells: fixed modules, and where each bit of the data stands."""
    made = segno.make("1", version=version, error="m", mask=0, mode="alphanumeric", boost_error=False)
    matrix, kinds = made.matrix, [[*row] for row in made.matrix_iter(verbose=True, border=0)]
    side = len(matrix)
    stride = (side + 31) // 32 * 4
    blocks = _blocks(version)
    count = 8 * sum(data + check for data, check in blocks)
    light = count + 8  # after the data come up to seven remainder bits, then a light and a dark module
    order, mask = [light] * (side * stride * 8), 0
    for y in range(side):
        for x in range(side):
            order[y * stride * 8 + x] = light + matrix[y][x]
    for bit, (y, x) in enumerate(_zigzag(kinds)):
        place = y * stride * 8 + x
        order[place] = bit
        if (y + x) % 2 == 0:
            mask |= 1 << (len(order) - 1 - place)
    placed = cast("Callable[[str], tuple[str, ...]]", itemgetter(*order))
    return _Symbol(side, stride, blocks, placed, mask)


def _zigzag(kinds: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Data modules in the order bits fill them: pairs of columns from the right, up and down in turn."""
    side, upwards = len(kinds), True
    for right in (*range(side - 1, 6, -2), 5, 3, 1):
        for y in reversed(range(side)) if upwards else range(side):
            for x in (right, right - 1):
                if kinds[y][x] in _DATA_TYPES or (y, x) == (8, side - 9):  # which segno calls format, but fills
                    yield y, x
        upwards = not upwards
