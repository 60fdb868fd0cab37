"""What is checked when a person types pay terms, openings, wage settings or a piece price: notes at the fields.

The most an amount may be stands in :mod:`app.domain.bounds`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from app.domain.bounds import MOST_PRICE_E4, MOST_RATE_FEN, most_yuan
from app.domain.deductions import WAGE_RELATIONS
from app.domain.refusal import Refusal
from app.domain.vocabulary import Basis, PayPeriod, Relation, TaxMethod
from app.domain.worker_check import FieldNote, amount_notes, rate_notes


class FieldRefusal(Refusal):
    """A form that cannot be saved: all its notes, the first that blocks as the refusal; ``column`` names its field."""

    def __init__(self, notes: Sequence[FieldNote]) -> None:
        first = next(note for note in notes if note.blocks)
        super().__init__(first.kind, **{"column": first.column, **first.params})
        self.notes = tuple(notes)


@dataclass(frozen=True, slots=True)
class Employment:
    """The days of an employment; ``left`` counts as employed."""

    hired: date
    left: date | None = None


@dataclass(frozen=True, slots=True)
class TermForm:
    """Pay terms as typed in; money in fen, None where nothing is written. ``social_base_fen`` or ``social_fen``."""

    valid_from: date | None = None
    relation: Relation | None = None
    basis: Basis | None = None
    rate_fen: int | None = None
    social_fen: int | None = None
    social_base_fen: int | None = None
    additional_fen: int | None = None
    tax_method: TaxMethod = TaxMethod.MONTHLY
    period: PayPeriod = PayPeriod.MONTH


@dataclass(frozen=True, slots=True)
class OpeningForm:
    """期初 as typed in: figures of ``year`` in the ``months`` before ``before_month`` (YYYY-MM), fen."""

    year: int | None = None
    before_month: str = ""
    months: int | None = None
    income_fen: int | None = None
    social_fen: int | None = None
    additional_fen: int | None = None
    withheld_fen: int | None = None
    advance_fen: int | None = None
    damage_fen: int | None = None


@dataclass(frozen=True, slots=True)
class SettingsForm:
    """A workshop's wage settings as typed in; minimum wages in fen, None where the county has not named them."""

    valid_from: date | None = None
    pay_day: int | None = None
    monthly_minimum_fen: int | None = None
    hourly_minimum_fen: int | None = None
    pays_statutory: bool = True


@dataclass(frozen=True, slots=True)
class PriceForm:
    """A piece price as typed in, in 1/10,000 yuan."""

    process_id: int | None = None
    grade: str = ""
    valid_from: date | None = None
    price_e4: int | None = None


def accept(notes: Iterable[FieldNote]) -> tuple[FieldNote, ...]:
    """The notes of a form that may be saved; refuses with FieldRefusal where one blocks."""
    found = tuple(notes)
    if any(note.blocks for note in found):
        raise FieldRefusal(found)
    return found


# ---------------------------------------------------------------- pay terms


def check_term(form: TermForm, others: Sequence[TermForm], employment: Employment) -> Iterator[FieldNote]:
    """All notes on pay terms; ``others`` are the worker's other terms, the corrected one left out."""
    yield from day_notes(form.valid_from, "valid_from", employment)
    if form.valid_from is not None and any(other.valid_from == form.valid_from for other in others):
        yield FieldNote("term_date_taken", "valid_from", True, {"day": form.valid_from})
    if form.relation is None:
        yield FieldNote("worker_relation_empty", "relation", True)
    yield from _rate_notes(form)
    yield from _social_notes(form)
    if form.period is PayPeriod.HALF_MONTH and form.relation is not Relation.PART_TIME:
        yield FieldNote("term_half_month_part_time", "period", True)
    if form.tax_method is TaxMethod.SIXTY_AT_ONCE:
        wages = form.relation in WAGE_RELATIONS
        yield FieldNote("term_sixty" if wages else "term_sixty_services", "tax_method", False)
    yield from relation_notes(others, (*others, form))


def _rate_notes(form: TermForm) -> Iterator[FieldNote]:
    if form.basis is None:
        yield FieldNote("worker_basis_empty", "basis", True)
        return
    if form.relation is Relation.PART_TIME and form.basis not in {Basis.HOURLY, Basis.PIECE}:
        yield FieldNote("worker_part_time_hourly", "basis", True)
    yield from rate_notes(form.basis, form.rate_fen)


def _social_notes(form: TermForm) -> Iterator[FieldNote]:
    for column in ("social_fen", "social_base_fen", "additional_fen"):
        yield from amount_notes(getattr(form, column), column, needed=False)
    if form.social_fen and form.social_base_fen:
        yield FieldNote("term_social_both", "social_base_fen", True)
    if (form.social_fen or form.social_base_fen) and form.relation not in {None, *WAGE_RELATIONS}:
        yield FieldNote("term_social_services", "social_fen", False)


def relation_notes(before: Sequence[TermForm], after: Sequence[TermForm]) -> Iterator[FieldNote]:
    """A change of 用工形式 on another day than a month's first, where ``before`` did not have it already.

    A month is paid by one relation: overtime, minimum wage and tax cannot be split within it.
    """
    known = set(_relation_breaks(before))
    for day in _relation_breaks(after):
        if day not in known:
            yield FieldNote("term_relation_mid_month", "valid_from", True, {"day": day})


def _relation_breaks(terms: Sequence[TermForm]) -> Iterator[date]:
    dated = sorted(((term.valid_from, term.relation) for term in terms if term.valid_from), key=lambda pair: pair[0])
    for (_, earlier), (day, relation) in pairwise(dated):
        if relation is not earlier and day.day != 1:
            yield day


def check_withdrawal(term: TermForm, others: Sequence[TermForm], employment: Employment) -> Iterator[FieldNote]:
    """Notes on taking pay terms away: somebody must be paid by something, from the first day on."""
    if not others:
        yield FieldNote("term_last", "valid_from", True)
        return
    yield from relation_notes((*others, term), others)
    yield from gap_notes(others, employment)


def gap_notes(terms: Sequence[TermForm], employment: Employment) -> Iterator[FieldNote]:
    """A warning where the first pay terms begin after the hiring date."""
    first = min((term.valid_from for term in terms if term.valid_from), default=None)
    if first is not None and first > employment.hired:
        yield FieldNote("term_gap", "valid_from", False, {"hired": employment.hired, "first": first})


def check_leaving(left: date | None, hired: date) -> Iterator[FieldNote]:
    """Notes on the end of an employment: everything due is paid at once (1994 wage payment rule 9)."""
    if left is None:
        return
    if left < hired:
        yield FieldNote("worker_left_before_hired", "left_on", True, {"left": left, "hired": hired})
    else:
        yield FieldNote("leaving_pay_now", "left_on", False, {"left": left})


# ---------------------------------------------------------------- openings, wage settings, piece prices


def check_opening(form: OpeningForm, locked: Iterable[str]) -> Iterator[FieldNote]:
    """All notes on an opening; ``locked`` are the months (YYYY-MM) the worker has a locked slip of."""
    for column in ("income_fen", "social_fen", "additional_fen", "withheld_fen", "advance_fen", "damage_fen"):
        yield from amount_notes(getattr(form, column), column, needed=False)
    if form.year is None or not 2000 <= form.year <= 2100:
        yield FieldNote("opening_year_wrong", "year", True)
        return
    if month_fault(form.before_month) or form.before_month[:4] != str(form.year):
        yield FieldNote("opening_month_wrong", "before_month", True, {"year": form.year})
        return
    covered = min((month for month in locked if str(form.year) <= month < form.before_month), default=None)
    if covered is not None:
        yield FieldNote("opening_covers_locked", "before_month", True, {"month": covered})
    yield from _opening_figures(form)


def _opening_figures(form: OpeningForm) -> Iterator[FieldNote]:
    most, months = int(form.before_month[5:]) - 1, form.months or 0
    if not 0 <= months <= most:
        yield FieldNote("opening_months_wrong", "months", True, {"most": most, "month": form.before_month})
    income = form.income_fen or 0
    if months == 0 and income:
        yield FieldNote("opening_months_missing", "months", True)
    for column in ("social_fen", "withheld_fen"):
        if (getattr(form, column) or 0) > income:
            yield FieldNote("opening_above_income", column, True)


def check_settings(form: SettingsForm, taken: Iterable[date]) -> Iterator[FieldNote]:
    """All notes on a workshop's wage settings; ``taken`` are the days other settings begin."""
    if form.valid_from is None:
        yield FieldNote("pay_date_empty", "valid_from", True)
    elif form.valid_from in taken:
        yield FieldNote("settings_date_taken", "valid_from", True, {"day": form.valid_from})
    if form.pay_day is not None and not 1 <= form.pay_day <= 31:
        yield FieldNote("settings_pay_day", "pay_day", True)
    for column, most in (
        ("monthly_minimum_fen", MOST_RATE_FEN[Basis.MONTHLY]),
        ("hourly_minimum_fen", MOST_RATE_FEN[Basis.HOURLY]),
    ):
        yield from amount_notes(getattr(form, column), column, needed=False, most=most)
    if form.monthly_minimum_fen is None:
        yield FieldNote("settings_no_minimum", "monthly_minimum_fen", False)
    if not form.pays_statutory:
        yield FieldNote("settings_statutory_unpaid", "pays_statutory", False)


def check_price(form: PriceForm, taken: Iterable[tuple[int, str, date]]) -> Iterator[FieldNote]:
    """All notes on a piece price; ``taken`` are process, grade and day of the other prices."""
    if form.process_id is None:
        yield FieldNote("price_process_empty", "process_id", True)
    if form.valid_from is None:
        yield FieldNote("pay_date_empty", "valid_from", True)
    elif (form.process_id, form.grade, form.valid_from) in set(taken):
        yield FieldNote("price_date_taken", "valid_from", True, {"day": form.valid_from})
    if form.price_e4 is None:
        yield FieldNote("price_empty", "price_e4", True)
    elif form.price_e4 < 0:
        yield FieldNote("worker_amount_negative", "price_e4", True)
    elif form.price_e4 == 0:
        yield FieldNote("price_zero", "price_e4", False)
    elif form.price_e4 > MOST_PRICE_E4:
        yield FieldNote("pay_amount_absurd", "price_e4", True, {"most": most_yuan(MOST_PRICE_E4 // 100)})


# ---------------------------------------------------------------- what several forms share


def day_notes(day: date | None, column: str, employment: Employment) -> Iterator[FieldNote]:
    """Notes on a day that must lie within an employment."""
    if day is None:
        yield FieldNote("pay_date_empty", column, True)
    elif day < employment.hired:
        yield FieldNote("pay_before_hired", column, True, {"hired": employment.hired})
    elif employment.left is not None and day > employment.left:
        yield FieldNote("pay_after_left", column, True, {"left": employment.left})


def month_fault(month: str) -> bool:
    """Whether a text is no month written YYYY-MM."""
    try:
        return date.fromisoformat(f"{month}-01").isoformat()[:7] != month
    except ValueError:
        return True
