"""What is checked when a person types an allowance, a deduction plan, an advance, or an addition of a month."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.bounds import MOST_FEN
from app.domain.money import yuan
from app.domain.pay_check import Employment, day_notes, month_fault
from app.domain.vocabulary import AdjustmentKind, AllowanceRule
from app.domain.worker_check import FieldNote, amount_notes, character_notes

DEDUCTIONS = frozenset({AdjustmentKind.DAMAGE, AdjustmentKind.OTHER})
MOST_A_DAY_FEN = 50_000
"""The highest believable allowance a day present: 500 yuan."""
LONG_MONTHS = 36
"""An instalment plan longer than three years is probably a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class AllowanceForm:
    """A recurring allowance as typed in, in fen; for everybody where the service is given no worker."""

    name: str = ""
    rule: AllowanceRule | None = None
    amount_fen: int | None = None
    special: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlanForm:
    """A deduction plan as typed in: ``total_fen`` by ``monthly_fen`` a month from ``from_month`` (YYYY-MM) on."""

    kind: AdjustmentKind | None = None
    item: str = ""
    total_fen: int | None = None
    monthly_fen: int | None = None
    from_month: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AdvanceForm:
    """An advance as typed in, in fen; ``monthly_fen`` empty where it is due with the next wages."""

    day: date | None = None
    amount_fen: int | None = None
    monthly_fen: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AdjustmentForm:
    """An addition or deduction of one month (YYYY-MM) as typed in, in fen."""

    month: str = ""
    kind: AdjustmentKind | None = None
    item: str = ""
    amount_fen: int | None = None


def check_allowance(form: AllowanceForm, employment: Employment | None) -> Iterator[FieldNote]:
    """All notes on a recurring allowance; ``employment`` None where it is for everybody."""
    if not form.name.strip():
        yield FieldNote("plan_name_empty", "name", True)
    yield from character_notes(form.name, "name")
    if form.rule is None:
        yield FieldNote("allowance_rule_empty", "rule", True)
    most = MOST_A_DAY_FEN if form.rule is AllowanceRule.DAY_PRESENT else MOST_FEN
    yield from amount_notes(form.amount_fen, "amount_fen", needed=True, most=most)
    if employment is not None:
        yield from day_notes(form.valid_from, "valid_from", employment)
    elif form.valid_from is None:
        yield FieldNote("pay_date_empty", "valid_from", True)
    if form.valid_from is not None and form.valid_to is not None and form.valid_to < form.valid_from:
        yield FieldNote("allowance_ends_before", "valid_to", True, {"day": form.valid_from})


def check_plan(form: PlanForm, employment: Employment) -> Iterator[FieldNote]:
    """All notes on a deduction plan; compensation is capped month by month (1994 wage payment rule 16)."""
    if form.kind not in DEDUCTIONS:
        yield FieldNote("plan_kind_empty", "kind", True)
    if not form.item.strip():
        yield FieldNote("plan_name_empty", "item", True)
    yield from character_notes(form.item, "item")
    yield from amount_notes(form.total_fen, "total_fen", needed=True)
    yield from amount_notes(form.monthly_fen, "monthly_fen", needed=True)
    yield from _instalment_notes(form.total_fen, form.monthly_fen, "total")
    yield from month_notes(form.from_month, "from_month", employment)
    if form.kind is AdjustmentKind.DAMAGE:
        yield FieldNote("plan_damage_cap", "monthly_fen", False)


def check_advance(form: AdvanceForm, employment: Employment) -> Iterator[FieldNote]:
    """All notes on an advance."""
    yield from day_notes(form.day, "day", employment)
    yield from amount_notes(form.amount_fen, "amount_fen", needed=True)
    yield from amount_notes(form.monthly_fen, "monthly_fen", needed=False)
    yield from _instalment_notes(form.amount_fen, form.monthly_fen, "advance")


def check_adjustment(form: AdjustmentForm, employment: Employment) -> Iterator[FieldNote]:
    """All notes on a month's addition or deduction."""
    yield from month_notes(form.month, "month", employment)
    if form.kind is None:
        yield FieldNote("adjustment_kind_empty", "kind", True)
    if not form.item.strip():
        yield FieldNote("plan_name_empty", "item", True)
    yield from character_notes(form.item, "item")
    yield from amount_notes(form.amount_fen, "amount_fen", needed=True)


def month_notes(month: str, column: str, employment: Employment) -> Iterator[FieldNote]:
    """Notes on a month that must share a day with an employment."""
    if month_fault(month):
        yield FieldNote("pay_month_wrong", column, True)
    elif month < employment.hired.isoformat()[:7]:
        yield FieldNote("pay_before_hired", column, True, {"hired": employment.hired})
    elif employment.left is not None and month > employment.left.isoformat()[:7]:
        yield FieldNote("pay_after_left", column, True, {"left": employment.left})


def locked_notes(months: Iterable[str], column: str, kind: str = "pay_month_locked") -> Iterator[FieldNote]:
    """The notice that what is typed reaches into locked months: they stay as they are."""
    reached = sorted(set(months))
    if reached:
        yield FieldNote(kind, column, False, {"months": ", ".join(reached)})


def taken_notes(whole: int | None, taken: int, column: str) -> Iterator[FieldNote]:
    """Refuse a total below what payrolls have taken of it already."""
    if taken > 0 and (whole or 0) < taken:
        yield FieldNote("plan_below_taken", column, True, {"taken": yuan(taken)})


def _instalment_notes(whole: int | None, monthly: int | None, kind: str) -> Iterator[FieldNote]:
    if not whole or not monthly or whole < 0 or monthly < 0:
        return
    if monthly > whole:
        yield FieldNote(f"instalment_above_{kind}", "monthly_fen", True)
    elif -(-whole // monthly) > LONG_MONTHS:
        yield FieldNote("instalment_long", "monthly_fen", False, {"months": -(-whole // monthly)})
