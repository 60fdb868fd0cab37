"""A slip explained: every figure to its rows, and why it differs from last month's; nothing is written.

A locked run is explained by what its lock kept; where that is not on this PC, or damaged, by today's records, which is
said.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy.orm import Session

from app.domain.calendar import month_ends
from app.domain.differences import Circumstances, Reason, together, why_different
from app.domain.explain import explain_slip, unpaid_days, with_entries
from app.domain.explanation import Evidence, Said, SlipExplanation, said
from app.domain.money import yuan
from app.domain.pay_balance import repaid
from app.domain.payroll import compute as compute_month
from app.domain.payroll_draft import Slip
from app.domain.payroll_input import MonthInput, PieceEntry
from app.domain.persons import Persons
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind
from app.models.queries.explain import DayEntry, advances_before, day_entries, year_before
from app.models.queries.pay_balances import taken_by_month
from app.models.queries.runs import RunHead
from app.services.context import Context
from app.services.payroll_runs import find_run, load_input, standing_runs
from app.services.payroll_snapshots import kept_inputs
from app.services.payroll_store import stored_slips

_ONE_A_MONTH = frozenset({RunKind.REGULAR, RunKind.FIRST_HALF})


@dataclass(frozen=True, slots=True)
class SlipStory:
    """A slip opened, and the month beside the last one, all of the worker's runs of each together; fen.

    ``last_net_fen`` is None where the worker had no wages last month; ``compared`` is False where no payroll of last
    month stands at all, and there are no reasons then.
    """

    slip: Slip
    explanation: SlipExplanation
    last_month: str
    net_fen: int
    last_net_fen: int | None
    compared: bool
    reasons: tuple[Reason, ...]


def explain(ctx: Context, workshop_id: int, month: str, worker: int | str, run_id: int | None = None) -> SlipStory:
    """One worker's slip of a month explained: of a run, or without one the month's draft.

    ``worker`` is an id, or a 编号 as text. Refuses ``explain_nobody`` where there is no such slip, and as computing
    does.
    """
    with ctx.database.read() as session:
        head = find_run(session, workshop_id, run_id) if run_id else None
        slip, inputs, notes = _found(session, workshop_id, month, worker, head)
        singles = day_entries(session, workshop_id, slip.worker_id, month)
        inputs, exact = with_entries(inputs, slip.worker_id, _numbered(inputs, slip.worker_id, singles))
        evidence = _evidence(session, workshop_id, month, slip.worker_id)
        changed = () if exact else (said("explain_days_changed"),)
        told = explain_slip(inputs, slip, replace(evidence, notes=(*notes, *changed)))
        return _story(session, workshop_id, inputs, slip, head, told)


def explain_shown(ctx: Context, workshop_id: int, month: str, no: str, run_id: int | None = None) -> SlipStory:
    """The slip a 编号 has in a month: of the given run, else of the standing payroll of the month, else the draft's."""
    with ctx.database.read() as session:
        heads = standing_runs(session, workshop_id, month, RunKind.REGULAR)
        chosen = run_id or (heads[0].run_id if heads else None)
    return explain(ctx, workshop_id, month, no, chosen)


def _found(
    session: Session, workshop_id: int, month: str, worker: int | str, head: RunHead | None
) -> tuple[Slip, MonthInput, tuple[Said, ...]]:
    """The slip, what it was computed from as far as that is known, and what to say of that."""
    if head is None:
        inputs = load_input(session, workshop_id, month)
        ids = {one.worker_id for one in inputs.workers if worker in (one.worker_id, one.no)}
        inputs = replace(inputs, only=frozenset().union(*map(Persons(inputs).rows, ids)))
        return _of(compute_month(inputs).slips, worker, month), inputs, ()
    only = worker if isinstance(worker, int) else None
    slips = [one.slip for one in stored_slips(session, workshop_id, head.run_id, only)]
    slip = _of(slips, worker, head.month)
    return (slip, *_kept(session, workshop_id, head, slip))


def _of(slips: Iterable[Slip], worker: int | str, month: str) -> Slip:
    """A worker's slip by id or 编号."""
    for slip in slips:
        if worker in (slip.worker_id, slip.no):
            return slip
    raise Refusal("explain_nobody", no=worker, month=month)


def _kept(session: Session, workshop_id: int, head: RunHead, slip: Slip) -> tuple[MonthInput, tuple[Said, ...]]:
    try:
        return kept_inputs(session, workshop_id, head), (said("explain_frozen"),)
    except Refusal as refusal:
        note = said("explain_damaged" if refusal.code == "snapshot_damaged" else "explain_today")
    kind = RunKind(head.kind)
    today = load_input(session, workshop_id, head.month, kind, {slip.worker_id}, head.known_runs)
    return today, (note,)


def _numbered(month: MonthInput, worker_id: int, entries: Iterable[DayEntry]) -> tuple[PieceEntry, ...]:
    """Single entries as rows of the month's input; those of items that two things are called by are left out."""
    items: dict[tuple[str, str, str], list[int]] = {}
    for item in month.items:
        items.setdefault((item.product, item.process, item.grade), []).append(item.item_id)
    found = []
    for entry in entries:
        ids = items.get((entry.product, entry.process, entry.grade), [])
        if len(ids) == 1:
            found.append(PieceEntry(worker_id, (entry.day,), ids[0], entry.kind, entry.payable_milli))
    return tuple(found)


def _evidence(session: Session, workshop_id: int, month: str, worker_id: int) -> Evidence:
    year = year_before(session, workshop_id, worker_id, month)
    dues = advances_before(session, workshop_id, worker_id, month)
    taken = taken_by_month(session, workshop_id, worker_id, "advance_fen") if dues else {}
    since = min((due.since for due, _ in dues), default="")
    before = {when: fen for when, fen in taken.items() if since <= when < month}
    back = repaid([due for due, _ in dues], before)
    debts = tuple(
        said(
            "explain_debt",
            day=day,
            amount=yuan(due.total_fen),
            taken=yuan(back[due.key]),
            left=yuan(due.total_fen - back[due.key]),
        )
        for due, day in dues
        if back[due.key] < due.total_fen
    )
    return Evidence(year=year, debts=debts)


# ---------------------------------------------------------------- last month


def _story(
    session: Session, workshop_id: int, month: MonthInput, slip: Slip, head: RunHead | None, told: SlipExplanation
) -> SlipStory:
    first = month_ends(month.month)[0]
    last_month = f"{first - timedelta(days=1):%Y-%m}"
    runs = [one for one in standing_runs(session, workshop_id, last_month) if one.counts]
    last = together(_slips(session, workshop_id, slip.worker_id, runs))
    this = together([*_slips(session, workshop_id, slip.worker_id, _beside(session, workshop_id, month, head)), slip])
    reasons = why_different(last, this, _circumstances(month, slip.worker_id)) if runs else ()
    return SlipStory(
        slip=slip,
        explanation=told,
        last_month=last_month,
        net_fen=this.net_fen if this else 0,
        last_net_fen=last.net_fen if last else None,
        compared=bool(runs),
        reasons=reasons,
    )


def _slips(session: Session, workshop_id: int, worker_id: int, runs: Iterable[RunHead]) -> list[Slip]:
    return [one.slip for head in runs for one in stored_slips(session, workshop_id, head.run_id, worker_id)]


def _beside(session: Session, workshop_id: int, month: MonthInput, head: RunHead | None) -> list[RunHead]:
    """The month's other runs that count: a run given up, or a draft, is not beside the one that took its place."""
    own = head.run_id if head else None
    stands = head is not None and head.counts
    return [
        one
        for one in standing_runs(session, workshop_id, month.month)
        if one.counts and one.run_id != own and (stands or one.kind != month.kind or one.kind not in _ONE_A_MONTH)
    ]


def _circumstances(month: MonthInput, worker_id: int) -> Circumstances:
    """Days absent, and when the job began or ended, where that was this month or the last."""
    worker = next(one for one in month.workers if one.worker_id == worker_id)
    since = (month.calendar.first - timedelta(days=1)).replace(day=1)
    left = worker.left if worker.left is not None and since <= worker.left <= month.calendar.last else None
    return Circumstances(
        absent=unpaid_days(month, worker_id), joined=worker.hired if worker.hired >= since else None, left=left
    )
