"""The papers that are of no payroll: whether each can be made of a month, why not, and what it holds (RULES 7, 9)."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.calendar import month_ends
from app.domain.papers.attendance import AttendanceData, DayHead, PersonMonth
from app.domain.papers.output import MonthOutput, OutputData
from app.domain.papers.signing import SigningData, SignLine, blank_lines
from app.domain.refusal import Refusal
from app.models.goods import Product, Sale
from app.models.queries.indicators import made_by_month, turnover
from app.models.queries.runs import run_heads
from app.models.work import PieceEntry
from app.models.workshop import Workshop
from app.services.context import Context
from app.services.incomes import counted, months_to
from app.services.month_sheet import month_sheet


class OtherPaper(StrEnum):
    """Papers beside those of a payroll; ``paper_…`` of the message catalogue names each."""

    ATTENDANCE = "attendance"
    SIGNING = "signing"
    SIGNING_BLANK = "signing_blank"
    INCOMES = "incomes"
    OUTPUT = "output"
    SALES = "sales"
    STOCK = "stock"
    LABELS = "labels"
    RECOVERY = "recovery"
    TRIAL = "trial"


@dataclass(frozen=True, slots=True)
class OtherChoice:
    """A paper that could be asked for of a month; ``reason`` says why it cannot be made, None where it can."""

    kind: OtherPaper
    reason: Refusal | None = None

    @property
    def possible(self) -> bool:
        """Whether it can be made."""
        return self.reason is None


def other_papers(ctx: Context, workshop_id: int, month: str) -> tuple[OtherChoice, ...]:
    """Every paper of no payroll; refuses ``month_unreadable``. Five statements."""
    first, last = (day.isoformat() for day in month_ends(month))
    with ctx.database.read() as session:
        people = turnover(session, workshop_id, first, last).employed
        nobody = None if people else Refusal("paper_nobody", month=month)
        products = session.scalar(_any(Product.id, Product, workshop_id)) is not None
        none = None if products else Refusal("paper_no_products")
        reasons: dict[OtherPaper, Refusal | None] = {
            OtherPaper.ATTENDANCE: nobody,
            OtherPaper.SIGNING: nobody,
            OtherPaper.INCOMES: _no_income(session, workshop_id, month),
            OtherPaper.OUTPUT: _no_rows(session, workshop_id, month, PieceEntry, "paper_no_output"),
            OtherPaper.SALES: _no_rows(session, workshop_id, month, Sale, "paper_no_sales"),
            OtherPaper.STOCK: none,
            OtherPaper.LABELS: none,
            OtherPaper.RECOVERY: Refusal("paper_made_elsewhere"),
        }
    return tuple(OtherChoice(kind, reasons.get(kind)) for kind in OtherPaper)


def attendance(ctx: Context, workshop_id: int, month: str) -> AttendanceData:
    """The month of everybody employed or marked in it; refuses ``paper_nobody`` and as ``month_sheet`` does."""
    sheet = month_sheet(ctx, workshop_id, month)
    if not sheet.rows:
        raise Refusal("paper_nobody", month=month)
    days = tuple(
        DayHead(day.day, day.weekday(), kind) for day, kind in zip(sheet.days, sheet.calendar.kinds, strict=True)
    )
    rows = tuple(PersonMonth(row.spell.no, row.spell.name, row.marks, row.inside, row.wanted) for row in sheet.rows)
    until = sheet.today.isoformat() if sheet.today < sheet.days[-1] else ""
    return AttendanceData(_name(ctx, workshop_id), month, days, rows, ctx.user, until)


def signing(ctx: Context, workshop_id: int, month: str) -> SigningData:
    """Everybody employed in the month by 编号, to sign; refuses ``paper_nobody``."""
    data = attendance(ctx, workshop_id, month)
    there = [row for row in data.rows if any(row.inside)]
    if not there:
        raise Refusal("paper_nobody", month=month)
    return SigningData(data.unit, month, tuple(SignLine(at, row.no, row.name) for at, row in enumerate(there, 1)))


def blank_signing(ctx: Context, workshop_id: int, month: str) -> SigningData:
    """Numbered lines to be filled in by hand."""
    return SigningData(_name(ctx, workshop_id), month, blank_lines())


def output(ctx: Context, workshop_id: int, month: str) -> OutputData:
    """What was made in the twelve months up to one; refuses ``paper_no_output``."""
    names = months_to(month)
    first, last = f"{names[0]}-01", month_ends(month)[1].isoformat()
    with ctx.database.read() as session:
        made = made_by_month(session, workshop_id, first, last)
    if not made:
        raise Refusal("paper_no_output", first=names[0], last=month)
    months = (MonthOutput(name, *((made[name].entries, made[name].good_milli) if name in made else (0, 0)))
              for name in names)  # fmt: skip
    return OutputData(_name(ctx, workshop_id), ctx.today().isoformat(), tuple(months))


def _name(ctx: Context, workshop_id: int) -> str:
    with ctx.database.read() as session:
        return session.get_one(Workshop, workshop_id).name


def _any(column: InstrumentedAttribute[int], table: type[Product | Sale | PieceEntry], shop: int) -> Select[int]:
    """One of a workshop's records, if any."""
    return select(column).where(table.workshop_id == shop, table.deleted == 0).limit(1)


def _no_income(session: Session, workshop_id: int, month: str) -> Refusal | None:
    names = months_to(month)
    near = [head for head in run_heads(session, workshop_id) if head.month in names]
    return None if counted(near) else Refusal("paper_no_income", first=names[0], last=month)


def _no_rows(
    session: Session, workshop_id: int, month: str, table: type[PieceEntry] | type[Sale], code: str
) -> Refusal | None:
    names = months_to(month)
    within = table.date.between(f"{names[0]}-01", month_ends(month)[1].isoformat())
    found = session.scalar(_any(table.id, table, workshop_id).where(within))
    return None if found is not None else Refusal(code, first=names[0], last=month)
