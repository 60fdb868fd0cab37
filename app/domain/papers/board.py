"""The public board (工资公示): masked by setting; it cannot hold ID, phone, account or poverty status (RULES 7, 8)."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from app.domain.money import yuan
from app.domain.papers.source import Source

_TSHEG = "་"
_BANDS = (100_000, 200_000, 300_000, 400_000, 500_000, 800_000)


class NameRule(StrEnum):
    """How names are shown: 王芳, 王*, 王某."""

    FULL = "full"
    STAR = "star"
    SURNAME = "surname"


class AmountRule(StrEnum):
    """How amounts are shown: exactly, in bands (2000-3000), not at all."""

    EXACT = "exact"
    BANDS = "bands"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class BoardRules:
    """What a workshop's board shows."""

    names: NameRule = NameRule.STAR
    amounts: AmountRule = AmountRule.EXACT


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One worker as the public sees it; amounts as text."""

    no: str
    name: str
    gross: str
    deducted: str
    net: str


@dataclass(frozen=True, slots=True)
class BoardData:
    """The board of a run. ``sums`` are the workshop's gross and net in fen, only where each amount is shown exactly:
    of one worker, or of few, they would tell what a band hides.
    """

    title: str
    unit: str
    month: str
    is_draft: bool
    phone: str
    rules: BoardRules
    rows: tuple[BoardRow, ...]
    sums: tuple[int, int] | None


def board_of(source: Source, rules: BoardRules) -> BoardData:
    """The board of a run by a workshop's rules; nothing but numbers, masked names and amounts goes in."""
    slips = [one.slip for one in source.slips]
    rows = tuple(
        BoardRow(
            slip.no,
            masked_name(slip.name, rules.names),
            *(shown(fen, rules.amounts) for fen in (slip.gross_fen, slip.gross_fen - slip.net_fen, slip.net_fen)),
        )
        for slip in slips
    )
    exact = rules.amounts is AmountRule.EXACT
    sums = (sum(slip.gross_fen for slip in slips), sum(slip.net_fen for slip in slips)) if exact else None
    title = source.titled("工资发放公示")
    return BoardData(title, source.unit, source.month, source.is_draft, source.phone, rules, rows, sums)


def masked_name(name: str, rule: NameRule) -> str:
    """A name by rule: only its first letter stays (with its marks; in Tibetan the first syllable); 某 follows hanzi."""
    name = name.strip()
    if rule is NameRule.FULL or not name:
        return name
    return _first(name) + ("某" if rule is NameRule.SURNAME and "一" <= name[0] <= "鿿" else "*")


def _first(name: str) -> str:
    if _TSHEG in name:
        return name.split(_TSHEG, maxsplit=1)[0]
    end = 1
    while end < len(name) and unicodedata.combining(name[end]):
        end += 1
    return name[:end]


def shown(fen: int, rule: AmountRule) -> str:
    """An amount by rule: 2,310.20, 2000-3000, or nothing."""
    if rule is AmountRule.NONE:
        return ""
    if rule is AmountRule.EXACT:
        return yuan(fen, grouped=True) if fen else "–"
    if fen <= 0:
        return "0"
    floor = 0
    for ceiling in _BANDS:
        if fen < ceiling:
            return f"{floor // 100}-{ceiling // 100}"
        floor = ceiling
    return f"{floor // 100} 以上"
