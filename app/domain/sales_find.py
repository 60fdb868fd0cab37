"""Products that may be sold, and which one a file means by a code or name."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProductChoice:
    """A product that may be sold: its price in fen where it has one."""

    product_id: int
    code: str
    name: str
    unit: str
    price_fen: int | None


def named(products: Iterable[ProductChoice], text: str) -> tuple[ProductChoice, ...]:
    """The products whose code is exactly this, else those whose name is."""
    wanted = _folded(text)
    known = tuple(products)
    return tuple(one for one in known if one.code and _folded(one.code) == wanted) or tuple(
        one for one in known if _folded(one.name) == wanted
    )


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
