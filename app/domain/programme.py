"""The programme's figures as far as the records give them (RULES 9): what each is called, counted in, and worth.

``indicator_<code>`` of the message catalogue names one, ``indicator_<code>_is`` defines it. A value that the records
do not give is None, never 0.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.papers.incomes import MonthIncome
from app.domain.refusal import Refusal


class Group(StrEnum):
    """What an indicator is about."""

    WORK = "work"
    INCOME = "income"
    TRAINING = "training"
    HERITAGE = "heritage"
    OUTPUT = "output"
    SALES = "sales"


class Unit(StrEnum):
    """What a value is counted in: whole numbers, fen, 1/1000 pieces, minutes, or a share (part of whole)."""

    PEOPLE = "people"
    TIMES = "times"
    ATTENDANCES = "attendances"
    ORDERS = "orders"
    FEN = "fen"
    PIECES = "pieces"
    MINUTES = "minutes"
    SHARE = "share"


class Code(StrEnum):
    """The indicators' codes."""

    EMPLOYED = "workers_employed"
    FULL_TIME = "workers_full_time"
    PART_TIME = "workers_part_time"
    SERVICES = "workers_services"
    HOME = "workers_home"
    NEW = "workers_new"
    LEFT = "workers_left"
    REGISTERED = "workers_registered"
    REGISTERED_SHARE = "registered_share"
    PAID = "workers_paid"
    GROSS = "wages_gross_fen"
    NET = "wages_net_fen"
    AVERAGE = "income_per_worker_fen"
    SESSIONS = "training_sessions"
    PERSONS = "trained_persons"
    ATTENDANCES = "trained_attendances"
    HOURS = "training_minutes"
    INHERITORS = "inheritors"
    APPRENTICES = "apprentices"
    APPRENTICES_WORKING = "apprentices_working"
    OUTPUT = "output_pieces"
    ORDERS = "sales_orders"
    SOLD = "sales_pieces"
    SALES = "sales_amount_fen"
    RETURNS = "returns_pieces"


_OF_A_DAY = frozenset(
    {
        Code.FULL_TIME, Code.PART_TIME, Code.SERVICES, Code.HOME, Code.REGISTERED, Code.REGISTERED_SHARE,
        Code.INHERITORS, Code.APPRENTICES, Code.APPRENTICES_WORKING,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator: its group, its unit, and the page its records are noted on."""

    code: Code
    group: Group
    unit: Unit
    page: str

    @property
    def yearly(self) -> bool:
        """Whether there is a value of a year: of states of a day there is none."""
        return self.code not in _OF_A_DAY


INDICATORS: tuple[Indicator, ...] = (
    *(
        Indicator(code, Group.WORK, Unit.SHARE if code is Code.REGISTERED_SHARE else Unit.PEOPLE, "people")
        for code in (
            Code.EMPLOYED, Code.FULL_TIME, Code.PART_TIME, Code.SERVICES, Code.HOME, Code.NEW, Code.LEFT,
            Code.REGISTERED, Code.REGISTERED_SHARE,
        )
    ),
    Indicator(Code.PAID, Group.INCOME, Unit.PEOPLE, "payroll"),
    Indicator(Code.GROSS, Group.INCOME, Unit.FEN, "payroll"),
    Indicator(Code.NET, Group.INCOME, Unit.FEN, "payroll"),
    Indicator(Code.AVERAGE, Group.INCOME, Unit.FEN, "payroll"),
    Indicator(Code.SESSIONS, Group.TRAINING, Unit.TIMES, "training"),
    Indicator(Code.PERSONS, Group.TRAINING, Unit.PEOPLE, "training"),
    Indicator(Code.ATTENDANCES, Group.TRAINING, Unit.ATTENDANCES, "training"),
    Indicator(Code.HOURS, Group.TRAINING, Unit.MINUTES, "training"),
    Indicator(Code.INHERITORS, Group.HERITAGE, Unit.PEOPLE, "people"),
    Indicator(Code.APPRENTICES, Group.HERITAGE, Unit.PEOPLE, "people"),
    Indicator(Code.APPRENTICES_WORKING, Group.HERITAGE, Unit.PEOPLE, "people"),
    Indicator(Code.OUTPUT, Group.OUTPUT, Unit.PIECES, "production"),
    Indicator(Code.ORDERS, Group.SALES, Unit.ORDERS, "sales"),
    Indicator(Code.SOLD, Group.SALES, Unit.PIECES, "sales"),
    Indicator(Code.SALES, Group.SALES, Unit.FEN, "sales"),
    Indicator(Code.RETURNS, Group.SALES, Unit.PIECES, "sales"),
)  # fmt: skip
"""All of them in the order they are shown."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A value, None where the records do not give it; ``part`` of ``whole`` where it is a share or an average."""

    value: int | None = None
    part: int = 0
    whole: int = 0


NOT_GIVEN = Measured()


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """An indicator of a month and of the year up to it; ``lacking`` says which record is missing, or left out."""

    indicator: Indicator
    month: Measured = NOT_GIVEN
    year: Measured = NOT_GIVEN
    lacking: Refusal | None = None


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """A month beside others: quantities in 1/1000, amounts in fen; ``entries`` and ``lines`` count records.

    What was sold is net of returns.
    """

    month: str
    employed: int
    income: MonthIncome
    entries: int
    made_milli: int
    lines: int
    sold_milli: int
    sales_fen: int
    returned_fen: int


@dataclass(frozen=True, slots=True)
class Programme:
    """A workshop's figures of a month (YYYY-MM), of its year up to it, and of the twelve months up to it."""

    workshop_id: int
    month: str
    values: tuple[IndicatorValue, ...]
    months: tuple[MonthFigures, ...]

    def value(self, code: Code) -> IndicatorValue:
        """One of the indicators."""
        return next(one for one in self.values if one.indicator.code is code)
