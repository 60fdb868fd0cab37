"""Finding a product by what a person types: its code, letters of its name, or the initials of its pinyin."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_FIRST = (
    *((0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"), (0xB8C1, "g")),
    *((0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"), (0xC4C3, "n"), (0xC5B6, "o")),
    *((0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"), (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x")),
    *((0xD1B9, "y"), (0xD4D1, "z")),
)
_STARTS = tuple(start for start, _ in _FIRST)
_LAST = 0xD7F9
"""GB 2312 keeps its 3,755 commonest hanzi in the order of their pinyin: these are the first of each letter."""


@dataclass(frozen=True, slots=True)
class ProductChoice:
    """A product that may be sold: its price in fen where it has one."""

    product_id: int
    code: str
    name: str
    unit: str
    price_fen: int | None


@lru_cache(maxsize=4096)
def initials(text: str) -> str:
    """The pinyin initials of a text: 彝绣挎包 is "yxkb"; other letters and digits stay, rare hanzi are left out."""
    return "".join(map(_initial, unicodedata.normalize("NFKC", text).casefold()))


def find_products(products: Iterable[ProductChoice], text: str) -> tuple[ProductChoice, ...]:
    """The products a text may mean, the likeliest first; every one for an empty text."""
    wanted = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    ranked = [(_rank(product, wanted), product) for product in products]
    found = [(rank, product) for rank, product in ranked if rank is not None]
    return tuple(product for _, product in sorted(found, key=lambda one: (one[0], one[1].code, one[1].name)))


def named(products: Iterable[ProductChoice], text: str) -> tuple[ProductChoice, ...]:
    """The products whose code is exactly this, else those whose name is."""
    wanted = _folded(text)
    known = tuple(products)
    return tuple(one for one in known if one.code and _folded(one.code) == wanted) or tuple(
        one for one in known if _folded(one.name) == wanted
    )


def _rank(product: ProductChoice, wanted: str) -> int | None:
    code, name, short = _folded(product.code), _folded(product.name), initials(product.name)
    if wanted in {code, name} or not wanted:
        return 0
    tests = (
        code.startswith(wanted),
        short.startswith(wanted),
        name.startswith(wanted),
        wanted in name,
        wanted in short,
        wanted in code,
    )
    return next((at for at, fits in enumerate(tests, 1) if fits), None)


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _initial(char: str) -> str:
    if char.isascii():
        return char if char.isalnum() else ""
    try:
        place = int.from_bytes(char.encode("gb2312"))
    except UnicodeEncodeError:
        return ""
    return _FIRST[bisect_right(_STARTS, place) - 1][1] if _STARTS[0] <= place <= _LAST else ""
