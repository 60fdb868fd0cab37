"""Bank files of a month: what is open, by template, proved, and written; nothing of it is kept, and nothing is paid.

Paying is ``app.services.payments.pay``. Templates are in ``app.services.bank_templates``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select

from app.domain.bank_bytes import cells_of
from app.domain.bank_file import BankFile, BankNote, notes_of, render, table_of
from app.domain.bank_template import BankForm, BankTemplate, TemplateNote, check_template
from app.domain.bank_values import BankOrder, Payee, file_name, hidden, plain_account
from app.domain.file_names import named
from app.domain.messages import render as message
from app.domain.payroll import by_number
from app.domain.refusal import Refusal
from app.domain.vocabulary import PayMethod
from app.models.people import Worker
from app.models.queries.runs import RunHead, run_heads
from app.models.workshop import Workshop
from app.services import payroll
from app.services.bank_xlsx import read_workbook, write_workbook
from app.services.context import Context
from app.services.payments import PaymentRow, payments
from app.services.writing import write_whole

NOTHING_OPEN, PAID_IN_CASH = "bank_skip_nothing", "bank_skip_cash"
PREVIEWED = 12
_EXAMPLES = (
    Payee("01", "阿依莫", "6228480402564890018", 286_550, "农村信用社", "51349919960720880X"),
    Payee("02", "ꀋꑳꃀ", "0000034438411129235", 14_072, "农业银行", "513499198608101225"),
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A worker of the month who is not in the file; ``why`` is a code of the catalogue."""

    no: str
    name: str
    why: str

    def text(self, lang: str = "zh_CN") -> str:
        """Why, in words."""
        return message(self.why, {}, lang)


@dataclass(frozen=True, slots=True)
class MonthFile:
    """A file ready to be written, the runs whose open amounts it pays, and who is not in it."""

    file: BankFile
    run_ids: tuple[int, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written: where, how many, how much in fen, its SHA-256, who is left out, what is worth a look."""

    path: Path
    count: int
    total_fen: int
    sha256: str
    skipped: tuple[Skipped, ...]
    warnings: tuple[BankNote, ...]
    run_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FilePreview:
    """The first records as they will be written, accounts and ID numbers masked, cell by cell; ``cells`` is empty while
    the template cannot be. ``sample`` says why the figures are no file's yet: a code, empty where they are.
    """

    cells: tuple[tuple[str, ...], ...]
    faults: tuple[TemplateNote, ...]
    notes: tuple[BankNote, ...]
    skipped: tuple[Skipped, ...]
    count: int
    total_fen: int
    name: str
    sample: str = ""


def month_file(
    ctx: Context, workshop_id: int, month: str, template: BankTemplate, run_id: int | None = None
) -> MonthFile:
    """The bank file of all that is open of a month's runs (or of one run), one record a worker.

    Refuses ``bank_run_draft``, ``bank_run_disputed``, and as ``app.domain.bank_file.render`` does.
    """
    heads = _standing(ctx, workshop_id, month, run_id)
    order, skipped = _order(ctx, workshop_id, month, heads)
    write, read = (write_workbook, read_workbook) if template.form is BankForm.XLSX else (None, None)
    made = render(template, order, write, read)
    return MonthFile(made, tuple(head.run_id for head in heads), skipped)


def write_file(
    ctx: Context, workshop_id: int, month: str, template: BankTemplate, out: Path, run_id: int | None = None
) -> WrittenFile:
    """Write the bank file of a month to ``out``; in a folder the template names it, and its ending where ``out`` has
    none. Refuses as ``write_whole``, and ``file_ending`` of a spreadsheet.
    """
    file = (made := month_file(ctx, workshop_id, month, template, run_id)).file
    sheet = template.form is BankForm.XLSX
    given = named(out, ".xlsx" if sheet else Path(file.name).suffix, only=sheet)
    path = write_whole(out / file.name if out.is_dir() else given, file.content)
    return WrittenFile(path, file.count, file.total_fen, file.sha256, made.skipped, file.warnings, made.run_ids)


def preview(ctx: Context, workshop_id: int, month: str, template: BankTemplate) -> FilePreview:
    """How the file would look, on what is open; else on the draft, else on invented workers. Writes nothing."""
    order, skipped, sample = _shown(ctx, workshop_id, month)
    whole = FilePreview((), (), (), skipped, len(order.payees), order.total_fen, "", sample)
    if faults := check_template(template):
        return replace(whole, faults=faults)
    masked = replace(order, payees=tuple(_masked(payee) for payee in order.payees))
    rows = cells_of(template, table_of(template, masked))
    last = rows[-1:] if template.trailer and len(rows) > PREVIEWED else []
    cells = (*rows[: PREVIEWED - len(last)], *last)
    return replace(whole, cells=cells, notes=notes_of(template, order), name=file_name(template, order))


# ---------------------------------------------------------------- whom to pay


def _standing(ctx: Context, workshop_id: int, month: str, run_id: int | None) -> tuple[RunHead, ...]:
    """The month's standing runs, or the one asked for; refuses where there is none, or any of them is disputed."""
    with ctx.database.read() as session:
        heads = run_heads(session, workshop_id)
    found = tuple(head for head in heads if head.month == month and head.stands and run_id in {None, head.run_id})
    if not found:
        raise Refusal("bank_run_draft", month=month)
    if any(head.disputed for head in found):
        raise Refusal("bank_run_disputed", month=month)
    return found


def _order(
    ctx: Context, workshop_id: int, month: str, heads: tuple[RunHead, ...]
) -> tuple[BankOrder, tuple[Skipped, ...]]:
    """What is open of some runs, one payee a worker, and who has nothing to get or no bank at all."""
    rows = [row for head in heads for row in payments(ctx, workshop_id, head.run_id)]
    sums: dict[int, int] = {}
    for row in rows:
        sums[row.worker_id] = sums.get(row.worker_id, 0) + row.open_fen
    people = {row.worker_id: row for row in sorted(rows, key=lambda row: by_number(row.no))}
    why = {worker: _why_not(people[worker], fen) for worker, fen in sums.items()}
    numbers = _id_numbers(ctx, workshop_id)
    payees = tuple(
        _payee(row, sums[worker], numbers.get(worker, "")) for worker, row in people.items() if not why[worker]
    )
    skipped = tuple(Skipped(row.no, row.name, why[worker]) for worker, row in people.items() if why[worker])
    return BankOrder(month, _unit(ctx, workshop_id), ctx.today(), payees, 1 + _acts(rows)), skipped


def _acts(rows: Iterable[PaymentRow]) -> int:
    """How often payments by bank were noted, of each run apart: a file made after another was noted never has its
    number again, be it of the same day. The ids of one act follow each other, those of two never do.
    """
    ids = {entry.payment_id for row in rows for entry in row.entries if entry.method is PayMethod.BANK}
    return sum(number - 1 not in ids for number in ids)


def _why_not(row: PaymentRow, open_fen: int) -> str:
    """Why a worker is not in the file, as a code; empty where they are. A bank without an account is refused later."""
    if open_fen <= 0:
        return NOTHING_OPEN
    return "" if row.bank.strip() or row.has_account else PAID_IN_CASH


def _payee(row: PaymentRow, fen: int, id_number: str) -> Payee:
    return Payee(row.no, row.payee, row.account, fen, row.bank, id_number)


def _id_numbers(ctx: Context, workshop_id: int) -> Mapping[int, str]:
    with ctx.database.read() as session:
        rows = session.execute(select(Worker.id, Worker.id_number).where(Worker.workshop_id == workshop_id))
        return {row.id: row.id_number for row in rows}


def _unit(ctx: Context, workshop_id: int) -> str:
    with ctx.database.read() as session:
        return session.scalars(select(Workshop.name).where(Workshop.workshop_id == workshop_id)).one()


# ---------------------------------------------------------------- the preview's figures


def _shown(ctx: Context, workshop_id: int, month: str) -> tuple[BankOrder, tuple[Skipped, ...], str]:
    try:
        order, skipped = _order(ctx, workshop_id, month, _standing(ctx, workshop_id, month, None))
    except Refusal as refusal:
        return _sample(ctx, workshop_id, month), (), refusal.code
    if order.payees:
        return order, skipped, ""
    return _sample(ctx, workshop_id, month), skipped, "bank_nobody"


def _sample(ctx: Context, workshop_id: int, month: str) -> BankOrder:
    """The draft's workers who have a bank, to look at a template by; invented ones where there are none."""
    try:
        slips = payroll.compute(ctx, workshop_id, month).slips
    except Refusal:
        slips = ()
    fen = {slip.worker_id: slip.net_fen for slip in slips if slip.net_fen > 0}
    with ctx.database.read() as session:
        columns = (Worker.id, Worker.no, Worker.name, Worker.account, Worker.bank, Worker.id_number)
        rows = session.execute(select(*columns).where(Worker.workshop_id == workshop_id).order_by(Worker.no)).all()
    known = [row for row in rows if row.id in fen and plain_account(row.account)]
    payees = tuple(Payee(row.no, row.name, row.account, fen[row.id], row.bank, row.id_number) for row in known)
    return BankOrder(month, _unit(ctx, workshop_id), ctx.today(), payees or _EXAMPLES)


def _masked(payee: Payee) -> Payee:
    """The payee with account and ID number hidden to the last four, as many letters as before (RULES 8)."""
    account, number = plain_account(payee.account), payee.id_number
    return replace(payee, account=hidden(account), id_number=hidden(number))
