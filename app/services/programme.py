"""The programme's figures of a workshop, from its records alone (RULES 9): no value is guessed, what lacks is named."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.domain.calendar import month_ends
from app.domain.money import half_up
from app.domain.papers.incomes import MonthIncome
from app.domain.programme import INDICATORS, NOT_GIVEN, Code, IndicatorValue, Measured, MonthFigures, Programme
from app.domain.refusal import Refusal
from app.domain.vocabulary import Relation
from app.models.queries import indicators as queries
from app.models.queries.indicators import Made
from app.models.queries.runs import RunHead, run_heads
from app.services import heritage, sales_view
from app.services.context import Context
from app.services.incomes import counted, month_incomes, months_to
from app.services.sales_view import GroupSums, SaleSums
from app.services.workshops import WorkshopRow, list_workshops

_Found = dict[Code, IndicatorValue]
_BY_CODE = {one.code: one for one in INDICATORS}
_RELATIONS = {
    Code.FULL_TIME: Relation.FULL_TIME,
    Code.PART_TIME: Relation.PART_TIME,
    Code.SERVICES: Relation.SERVICES,
    Code.HOME: Relation.HOME,
}


@dataclass(frozen=True, slots=True)
class Span:
    """The month that is shown, and the year up to its end."""

    month: str
    first: date
    last: date

    @property
    def new_year(self) -> date:
        """The year's first day."""
        return self.first.replace(month=1, day=1)

    @property
    def days(self) -> tuple[str, str]:
        """The month's ends as text."""
        return self.first.isoformat(), self.last.isoformat()

    @property
    def year(self) -> tuple[str, str]:
        """The ends of the year up to the month as text."""
        return self.new_year.isoformat(), self.last.isoformat()


@dataclass(frozen=True, slots=True)
class ShopProgramme:
    """A workshop with its figures."""

    workshop: WorkshopRow
    figures: Programme


def programme(ctx: Context, workshop_id: int, month: str) -> Programme:
    """The figures of a month, of its year up to it and of twelve months; refuses ``month_unreadable``.

    A fixed number of statements, whatever the number of people and records.
    """
    span = Span(month, *month_ends(month))
    names = months_to(month)
    sales = sales_view.month_sums(ctx, workshop_id, month)
    with ctx.database.read() as session:
        heads = run_heads(session, workshop_id)
        near = [head for head in heads if head.month in names]
        paid = month_incomes(session, workshop_id, near, names)
        begin = min(span.year[0], f"{names[0]}-01")
        made = queries.made_by_month(session, workshop_id, begin, span.days[1])
        found = {
            **_work(session, workshop_id, span),
            **_registered(session, workshop_id, span),
            **_income(session, workshop_id, heads, paid[-1]),
            **_training(session, workshop_id, span),
            **_output(made, month),
        }
        ends = [month_ends(name)[1].isoformat() for name in names]
        employed = queries.employed_on_days(session, workshop_id, ends)
    found |= _heritage(ctx, workshop_id)
    found |= _sales(sales[-1].sums, sales_view.span_sums(ctx, workshop_id, span.new_year, span.last), month)
    values = tuple(found[one.code] for one in INDICATORS)
    return Programme(workshop_id, month, values, _months(employed, paid, made, sales))


def all_programmes(ctx: Context, month: str) -> tuple[ShopProgramme, ...]:
    """Every workshop of the database, by name."""
    return tuple(ShopProgramme(shop, programme(ctx, shop.workshop_id, month)) for shop in list_workshops(ctx))


def _value(
    code: Code, month: Measured | int | None, year: Measured | int | None = None, lacking: Refusal | None = None
) -> _Found:
    return {code: IndicatorValue(_BY_CODE[code], _measured(month), _measured(year), lacking)}


def _measured(value: Measured | int | None) -> Measured:
    return value if isinstance(value, Measured) else Measured(value)


# ---------------------------------------------------------------- people


def _work(session: Session, workshop_id: int, span: Span) -> _Found:
    by_relation = queries.employed_by_relation(session, workshop_id, span.days[1])
    month = queries.turnover(session, workshop_id, *span.days)
    year = queries.turnover(session, workshop_id, *span.year)
    employed, unknown = sum(by_relation.values()), by_relation.get("", 0)
    nobody = None if year.employed else Refusal("programme_nobody")
    bare = Refusal("programme_no_relation", count=unknown) if unknown else nobody
    found = _value(Code.EMPLOYED, employed, year.employed, nobody)
    for code, relation in _RELATIONS.items():
        found |= _value(code, by_relation.get(relation.value, 0), None, bare)
    found |= _value(Code.NEW, month.begun, year.begun, nobody)
    return found | _value(Code.LEFT, month.ended, year.ended, nobody)


def _registered(session: Session, workshop_id: int, span: Span) -> _Found:
    """Registered people and their share of all; who has no household record counts among all, and is named."""
    found = queries.households(session, workshop_id, span.days[1])
    open_records = found.employed - found.recorded
    lacking = Refusal("programme_no_household", count=open_records) if open_records else None
    if not found.recorded:
        lacking = lacking or Refusal("programme_nobody")
        return _value(Code.REGISTERED, None, None, lacking) | _value(Code.REGISTERED_SHARE, None, None, lacking)
    share = Measured(found.registered, found.registered, found.employed)
    return _value(Code.REGISTERED, found.registered, None, lacking) | _value(
        Code.REGISTERED_SHARE, share, None, lacking
    )


# ---------------------------------------------------------------- income


def _income(session: Session, workshop_id: int, heads: Sequence[RunHead], month: MonthIncome) -> _Found:
    """Of locked payrolls; a year's people are counted once, whatever the number of months they are paid in."""
    until = [head for head in heads if head.month[:4] == month.month[:4] and head.month <= month.month]
    names = sorted({head.month for head in until if head.counts})
    sums = month_incomes(session, workshop_id, until, names)
    gross, net = sum(one.gross_fen for one in sums), sum(one.net_fen for one in sums)
    people = queries.paid_people(session, workshop_id, counted(until))
    lacking = None
    if month.disputed:
        lacking = Refusal("programme_disputed", month=month.month)
    elif not month.locked:
        lacking = Refusal("programme_not_locked", month=month.month)
    now = bool(month.locked)
    return {
        **_value(Code.PAID, month.people if now else None, people if names else None, lacking),
        **_value(Code.GROSS, month.gross_fen if now else None, gross if names else None, lacking),
        **_value(Code.NET, month.net_fen if now else None, net if names else None, lacking),
        **_value(Code.AVERAGE, _average(month.gross_fen, month.people), _average(gross, people), lacking),
    }


def _average(gross_fen: int, people: int) -> Measured:
    return Measured(half_up(gross_fen, people), gross_fen, people) if people else NOT_GIVEN


# ---------------------------------------------------------------- training and heritage


def _training(session: Session, workshop_id: int, span: Span) -> _Found:
    month = queries.trained(session, workshop_id, *span.days)
    year = queries.trained(session, workshop_id, *span.year)
    lacking = None
    if not month.sessions:
        lacking = Refusal("programme_no_training", month=span.month)
    elif month.without_people:
        lacking = Refusal("programme_no_trainees", count=month.without_people, month=span.month)
    return {
        **_value(Code.SESSIONS, month.sessions, year.sessions, lacking),
        **_value(Code.PERSONS, month.persons, year.persons, lacking),
        **_value(Code.ATTENDANCES, month.attendances, year.attendances, lacking),
        **_value(Code.HOURS, month.minutes, year.minutes, lacking),
    }


def _heritage(ctx: Context, workshop_id: int) -> _Found:
    """As it is today: levels and mentors bear no dates."""
    rows = heritage.heritage(ctx, workshop_id).rows
    learning = [row for row in rows if row.place.mentor is not None]
    levels = sum(1 for row in rows if row.level and row.employed)
    no_level = None if levels else Refusal("programme_no_inheritor")
    no_mentor = None if learning else Refusal("programme_no_mentor")
    return {
        **_value(Code.INHERITORS, levels or None, None, no_level),
        **_value(Code.APPRENTICES, len(learning) or None, None, no_mentor),
        **_value(
            Code.APPRENTICES_WORKING,
            sum(1 for row in learning if row.employed) if learning else None,
            None,
            no_mentor,
        ),
    }


# ---------------------------------------------------------------- output and sales


def _output(made: Mapping[str, Made], month: str) -> _Found:
    now = made.get(month)
    of_year = [one for name, one in made.items() if name[:4] == month[:4] and name <= month]
    lacking = None if now else Refusal("programme_no_output", month=month)
    year = sum(one.good_milli for one in of_year) if of_year else None
    return _value(Code.OUTPUT, now.good_milli if now else None, year, lacking)


def _sales(month: SaleSums, year: SaleSums, name: str) -> _Found:
    lacking = None if month.lines else Refusal("programme_no_sales", month=name)

    def value(code: Code, pick: Callable[[SaleSums], int]) -> _Found:
        now, whole = (pick(sums) if sums.lines else None for sums in (month, year))
        return _value(code, now, whole, lacking)

    return {
        **value(Code.ORDERS, lambda sums: sums.orders),
        **value(Code.SOLD, lambda sums: sums.quantity_milli - sums.returned_milli),
        **value(Code.SALES, lambda sums: sums.net_fen),
        **value(Code.RETURNS, lambda sums: sums.returned_milli),
    }


def _months(
    employed: Sequence[int], paid: Sequence[MonthIncome], made: Mapping[str, Made], sales: Sequence[GroupSums]
) -> tuple[MonthFigures, ...]:
    found = []
    for count, income, sold in zip(employed, paid, sales, strict=True):
        pieces = made.get(income.month, Made(income.month, 0, 0))
        found.append(
            MonthFigures(
                month=income.month,
                employed=count,
                income=income,
                entries=pieces.entries,
                made_milli=pieces.good_milli,
                lines=sold.sums.lines,
                sold_milli=sold.sums.quantity_milli - sold.sums.returned_milli,
                sales_fen=sold.sums.net_fen,
                returned_fen=sold.sums.returned_fen,
            )
        )
    return tuple(found)
