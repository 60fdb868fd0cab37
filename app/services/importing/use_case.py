"""The use case: whose book it is, reading it, planning, writing, and undoing it all where something forbids it."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.refusal import Refusal
from app.models.goods import Product
from app.models.pay import SlipRow
from app.models.people import Worker
from app.models.queries.runs import run_heads
from app.services.context import Context
from app.services.importing.changes import locked_notices, workshop_changes
from app.services.importing.entries import plan_entries
from app.services.importing.history import IMPORT_ACTION
from app.services.importing.outcome import Outcome
from app.services.importing.people import plan_people
from app.services.importing.records import Plan
from app.services.importing.result import ImportResult
from app.services.importing.stored import load_entries, load_masters
from app.services.importing.writing import Writer
from app.services.rule_packs import load_packs
from app.services.workbook.known import Known, KnownWorker
from app.services.workbook.reader import read_book
from app.services.workbook.rows import Book
from app.services.workshops import choose_workshop, list_workshops


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """``accept_good`` takes the good rows of a book with problems; ``overwrite_edited`` lets it win over edits."""

    dry_run: bool = False
    accept_good: bool = False
    overwrite_edited: bool = False


class _NotTaken(Exception):  # noqa: N818  ends the transaction with an answer, not with a fault
    def __init__(self, result: ImportResult) -> None:
        super().__init__(result)
        self.result = result


def import_book(
    ctx: Context,
    workshop_id: int | None,
    path: Path,
    month: str | None = None,
    *,
    dry_run: bool = False,
    accept_good: bool = False,
    overwrite_edited: bool = False,
) -> ImportResult:
    """Take a workbook into a workshop (None: the only one, or the one whose 统一社会信用代码 the book bears).

    Any problem takes nothing unless ``accept_good``; records edited since stay and are listed unless
    ``overwrite_edited``. Refusal for a file that is no workbook and for a book of another workshop. Nothing is half
    taken: it is one transaction, and a dry run is the same one rolled back.
    """
    options = ImportOptions(dry_run, accept_good, overwrite_edited)
    chosen = _chosen(ctx, workshop_id, path, month)
    book = read_book(path, month, _known(ctx, chosen))
    _check_owner(ctx, chosen, book)
    if book.problems and not accept_good:
        return ImportResult(chosen, book.month, taken=False, problems=book.problems, notices=book.notices)
    try:
        with ctx.database.write(ctx.user, IMPORT_ACTION) as session:
            result = _take(session, chosen, book, options)
            _keep_only_if_taken(result)
    except _NotTaken as stopped:
        return stopped.result
    return result


def _keep_only_if_taken(result: ImportResult) -> None:
    if result.dry_run or not result.taken:
        raise _NotTaken(result)


# ------------------------------------------------------------------ whose book
def _chosen(ctx: Context, workshop_id: int | None, path: Path, month: str | None) -> int:
    """The workshop asked for or the only one; of several, the one whose code the book bears."""
    if workshop_id is None and len(workshops := list_workshops(ctx)) > 1:
        book = read_book(path, month)
        code = book.workshop.credit_code if book.workshop else ""
        for workshop in workshops:
            if code and workshop.credit_code == code:
                return workshop.workshop_id
    return choose_workshop(ctx, workshop_id).workshop_id


def _check_owner(ctx: Context, workshop_id: int, book: Book) -> None:
    """A book of another 统一社会信用代码 is refused; a workshop without one takes the first book's."""
    code = book.workshop.credit_code if book.workshop else ""
    if not code:
        return
    workshops = list_workshops(ctx)
    own = next(one for one in workshops if one.workshop_id == workshop_id)
    taken = any(one.credit_code == code for one in workshops if one.workshop_id != workshop_id)
    if own.credit_code != code and (own.credit_code or taken):
        raise Refusal("import_other_workshop", theirs=code, ours=own.credit_code or "–", name=own.name)


def _known(ctx: Context, workshop_id: int) -> Known:
    with ctx.database.read() as session:
        columns = (Worker.no, Worker.name, Worker.id_number, Worker.hired_on, Worker.left_on, Worker.source)
        workers = session.execute(select(*columns).where(Worker.workshop_id == workshop_id, Worker.deleted == 0))
        codes = session.scalars(
            select(Product.code).where(Product.workshop_id == workshop_id, Product.deleted == 0, Product.code != "")
        )
        known = tuple(KnownWorker(*row) for row in workers)
        return Known(load_packs(session, workshop_id), known, frozenset(codes), ctx.today())


# ------------------------------------------------------------------ taking it
def _take(session: Session, workshop_id: int, book: Book, options: ImportOptions) -> ImportResult:
    plan = Plan(workshop_id, book.month)
    stored = load_masters(session, workshop_id)
    people = plan_people(plan, book, stored, _locked_months(session, workshop_id))
    plan_entries(plan, book, stored, people)
    load_entries(session, stored, plan)
    outcome = Outcome(people)
    writer = Writer(session, plan, stored, outcome, overwrite=options.overwrite_edited)
    writer.put()
    writer.remove(sheet for sheet in book.headings if sheet not in book.incomplete)
    session.flush()
    taken = options.accept_good or not plan.problems
    changes = workshop_changes(session, plan, stored)
    return ImportResult(
        workshop_id=workshop_id,
        month=book.month,
        taken=taken,
        dry_run=options.dry_run,
        sheets=outcome.counts(book) if taken else (),
        kept=(*plan.kept, *outcome.kept) if taken else (),
        problems=(*book.problems, *plan.problems),
        notices=(*changes, *book.notices, *locked_notices(session, workshop_id, book, outcome)),
    )


def _locked_months(session: Session, workshop_id: int) -> dict[int, set[str]]:
    """Months of standing runs by the workers who have a slip in them."""
    standing = {head.run_id: head.month for head in run_heads(session, workshop_id) if head.stands}
    found: dict[int, set[str]] = defaultdict(set)
    if standing:
        slips = select(SlipRow.run_id, SlipRow.worker_id).where(
            SlipRow.workshop_id == workshop_id, SlipRow.run_id.in_(standing)
        )
        for run_id, worker_id in session.execute(slips):
            found[worker_id].add(standing[run_id])
    return found
