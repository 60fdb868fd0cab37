"""What every paper of a run begins with: the run's facts and its slips with the numbers their workers had."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.ledger import LedgerData, row_of
from app.domain.money import exact_text, half_up, price_text, yuan
from app.domain.payroll_draft import UNIT_SCALE, Line, Slip, Unit
from app.domain.percent import factor_text
from app.domain.vocabulary import RunKind

WHOLE = 10_000
KIND_TITLES: Mapping[RunKind, str] = {
    RunKind.REGULAR: "",
    RunKind.FIRST_HALF: "（上半月）",
    RunKind.SETTLEMENT: "（离职结算）",
    RunKind.CORRECTION: "（更正差额）",
}
"""What a paper's title adds for a kind of run."""


@dataclass(frozen=True, slots=True)
class PaidSlip:
    """A slip with its worker's numbers at the lock, in full: each paper shows what it may.

    ``added`` names those (``id_number``, ``phone``) that were blank then and are the records' of today. ``paid`` are
    the days the net was paid on and did not come back, ``is_open`` whether any of it is still to be paid.
    """

    slip: Slip
    id_number: str
    phone: str
    bank: str
    account: str
    added: frozenset[str] = frozenset()
    paid: tuple[date, ...] = ()
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """A run, or the draft of one (``run_id`` 0): unit, period, stamps, and its slips by 编号.

    ``pay_date`` is the agreed one. ``disputed``: another run pays the same and stands too; nothing may be paid or
    declared by it (DESIGN 4).
    """

    workshop_id: int
    unit: str
    credit_code: str
    month: str
    kind: RunKind
    run_id: int
    first_day: date
    last_day: date
    pay_date: date | None
    slips: tuple[PaidSlip, ...]
    packs: tuple[str, ...] = ()
    check_code: str = ""
    chain_code: str = ""
    prepared_by: str = ""
    leader: str = ""
    phone: str = ""
    disputed: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether nothing is locked yet: each page then bears 草稿/DRAFT."""
        return not self.run_id

    @property
    def differences(self) -> bool:
        """Whether the slips are those of a correction: amounts are differences and shown with their sign."""
        return self.kind is RunKind.CORRECTION

    @property
    def is_open(self) -> bool:
        """Whether anything of it is still to be paid."""
        return any(one.is_open for one in self.slips)

    @property
    def paid(self) -> tuple[date, ...]:
        """The days it was paid on; none while anything is open."""
        return () if self.is_open else tuple(day for one in self.slips for day in one.paid)

    def titled(self, title: str) -> str:
        """A paper's title with the kind of run: 工资支付台账（离职结算）; a disputed run's says so."""
        return f"{title}{KIND_TITLES[self.kind]}{'（争议未决）' if self.disputed else ''}"


def ledger_of(source: Source) -> LedgerData:
    """The wage ledger of a run, whatever its kind (RULES 7)."""
    return LedgerData(
        unit=source.unit,
        month=source.month,
        first_day=source.first_day,
        last_day=source.last_day,
        pay_date=source.pay_date,
        rows=tuple(row_of(one.slip, one.id_number, one.phone, added=one.added) for one in source.slips),
        packs=source.packs,
        check_code=source.check_code,
        chain_code=source.chain_code,
        credit_code=source.credit_code,
        prepared_by=source.prepared_by,
        title=source.titled("工资支付台账"),
        differences=source.differences,
        paid=source.paid,
    )


def quantity_text(line: Line) -> str:
    """A line's quantity with its unit: 13.5小时; nothing for a plain item."""
    if line.unit is Unit.ITEM:
        return ""
    return f"{exact_text(line.quantity, UNIT_SCALE[line.unit])}{line.unit}"


def measure_text(line: Line) -> str:
    """What a line's amount comes from, in short: 12件×5.50×150%; nothing for a plain item.

    Where more goes into the amount than quantity, price and factor (a share of team work, the days of a month), its
    formula up to the amount: 57×1.20=68.40,按1:1:2分得.
    """
    if line.unit is Unit.ITEM or not line.price_e4:
        return quantity_text(line)
    if not is_plain_product(line):
        return line.formula.removesuffix(yuan(line.amount_fen)).removesuffix("=")
    return f"{quantity_text(line)}×{price_text(line.price_e4)}{factor_suffix(line)}"


def is_plain_product(line: Line) -> bool:
    """Whether a line's amount is its quantity × price × factor, so that a paper may show just these."""
    product = line.quantity * line.price_e4 * line.factor_bp
    return half_up(product, UNIT_SCALE[line.unit] * 100 * WHOLE) == line.amount_fen


def factor_suffix(line: Line) -> str:
    """A line's factor as it follows its price: ×150%; nothing where it is 1."""
    return f"×{factor_text(line.factor_bp)}" if line.factor_bp != WHOLE else ""
