"""What a month's computation gives: slips with their lines and formulas, totals, and the check list."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.domain.messages import render
from app.domain.vocabulary import Basis, Relation, RunKind, TaxMethod, TimeKind


class LineCode(StrEnum):
    """What a line of a slip is; the earnings of RULES 4 first, then the deductions of RULES 5 in their order."""

    BASE = "base"
    ABSENCE = "absence"
    PAID_LEAVE = "paid_leave"
    HOLIDAY = "holiday"
    OVERTIME = "overtime"
    SICK_PAY = "sick_pay"
    PIECE = "piece"
    TEAM_PIECE = "team_piece"
    ALLOWANCE = "allowance"
    SPECIAL_ALLOWANCE = "special_allowance"
    MINIMUM_TOP_UP = "minimum_top_up"
    SOCIAL = "social"
    TAX = "tax"
    OTHER = "other"
    DAMAGE = "damage"
    ADVANCE = "advance"


class Unit(StrEnum):
    """What a line's quantity counts; it also fixes the quantity's scale, see ``UNIT_SCALE``."""

    MONTH = "月"
    DAY = "天"
    HOUR = "小时"
    PIECE = "件"
    ITEM = "项"


UNIT_SCALE = {Unit.MONTH: 1, Unit.DAY: 480, Unit.HOUR: 60, Unit.PIECE: 1000, Unit.ITEM: 1}
"""A line's ``quantity`` is an integer: minutes for hours, minutes of an 8-hour day for days, 1/1000 for pieces."""


class Line(NamedTuple):
    """One line of a slip: an exact rational product rounded half up once (RULES 1), and its formula as text.

    ``quantity`` is in 1/``UNIT_SCALE[unit]``; ``price_e4`` the rate or piece price in 1/10,000 yuan; ``factor_bp``
    the factor in basis points; ``kind`` the time kind where one applies; ``label`` the line's Chinese words.
    """

    code: LineCode
    label: str
    quantity: int
    unit: Unit
    price_e4: int
    factor_bp: int
    amount_fen: int
    formula: str
    kind: TimeKind | None = None


@dataclass(frozen=True, slots=True)
class TaxBasis:
    """What a wage slip adds to its worker's tax year, social and tax as actually taken; services have no year."""

    income_fen: int
    social_fen: int
    additional_fen: int
    withheld_fen: int


@dataclass(frozen=True, slots=True)
class Slip:
    """One worker's wages of the month, or of the days from ``period_from`` to ``period_to``; None: the whole month.

    ``lines`` are the earnings and sum to the gross; ``deductions`` have negative amounts and lead from it to the net.
    ``carried_…`` is everything outstanding after this slip: what was due and found no room, and instalments of later
    months. ``floor_fen`` is the minimum wage the month must reach, 0 where there is none. A correction's slip holds
    differences: its figures and amounts may be negative, its net never is.
    """

    worker_id: int
    no: str
    name: str
    relation: Relation
    normal_minutes: int
    overtime_minutes: int
    rest_day_minutes: int
    statutory_minutes: int
    unpaid_minutes: int
    lines: tuple[Line, ...]
    deductions: tuple[Line, ...]
    gross_fen: int
    social_fen: int
    tax_fen: int
    other_fen: int
    damage_fen: int
    carried_damage_fen: int
    advance_fen: int
    carried_advance_fen: int
    net_fen: int
    basis: Basis = Basis.PIECE
    tax_method: TaxMethod = TaxMethod.MONTHLY
    floor_fen: int = 0
    tax_basis: TaxBasis | None = None
    period_from: date | None = None
    period_to: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One item of the check list; ``kind`` is a code of the message catalogue, ``params`` fill its text.

    ``worker_id`` and ``no`` name the worker (0 and empty for the whole month), ``day`` the place to jump to.
    """

    kind: str
    worker_id: int = 0
    no: str = ""
    name: str = ""
    day: date | None = None
    params: dict[str, object] = field(default_factory=dict)

    def text(self, lang: str = "zh_CN") -> str:
        """What, where and what to do, in the user's language."""
        known: dict[str, object] = {"no": self.no, "name": self.name, "day": self.day}
        return render(self.kind, known | self.params, lang)


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums of the slips' rounded amounts, never rounded again; fen."""

    gross_fen: int
    social_fen: int
    tax_fen: int
    other_fen: int
    damage_fen: int
    advance_fen: int
    net_fen: int


@dataclass(frozen=True, slots=True)
class PayrollDraft:
    """A computed month: ``problems`` block locking, ``warnings`` are the rest of the check list.

    ``packs`` names each rule pack used with its version, as a locked run records it.
    """

    month: str
    slips: tuple[Slip, ...]
    totals: Totals
    problems: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    packs: tuple[str, ...]
    kind: RunKind = RunKind.REGULAR
