"""``payroll compute``."""

from collections.abc import Iterable
from dataclasses import asdict

from app.cli.call import Answer, Call
from app.cli.runs import kind_of
from app.cli.workshops import all_checked
from app.domain.messages.terms import term_of
from app.domain.money import yuan
from app.domain.payroll_draft import Finding, PayrollDraft
from app.domain.payroll_json import draft_json
from app.domain.vocabulary import RunKind
from app.services import payroll, payroll_life
from app.services.payroll import SlipChange
from app.services.payroll_runs import RunRow


def compute(call: Call) -> Answer:
    """The draft payroll of a month; problems do not hinder computing, they hinder locking.

    Of a locked month the frozen figures are what is paid: the answer says so first, and whose would be others today.
    """
    if call.flag("all_workshops"):
        return all_checked(call)
    kind = kind_of(call)
    with call.records(read_only=True) as ctx:
        workshop, month = call.workshop(ctx), call.text("month")
        draft = payroll_life.draft(ctx, workshop, month, kind, call.words("worker") or None)
        run = payroll.locked_run(ctx, workshop, month) if kind is RunKind.REGULAR else None
        changes = () if run is None else payroll.changes_since_lock(ctx, workshop, month)
    locked = [] if run is None else list(_locked_lines(call, run, changes))
    data = {**draft_json(draft), "kind": kind.value, "locked": None if run is None else _locked_json(run, changes)}
    return Answer(data, "\n".join([*locked, *_draft_lines(call, draft)]))


def _locked_json(run: RunRow, changes: Iterable[SlipChange]) -> dict[str, object]:
    return {
        "on": run.on.isoformat(),
        "by": run.by,
        "state": run.state.value,
        "check_code": run.check_code,
        "workers": run.workers,
        "gross_fen": run.gross_fen,
        "net_fen": run.net_fen,
        "differs": [asdict(change) for change in changes],
    }


def _locked_lines(call: Call, run: RunRow, changes: Iterable[SlipChange]) -> Iterable[str]:
    """That the month is locked, what is paid, and per worker what today's records would give instead."""
    gross, net = yuan(run.gross_fen, True), yuan(run.net_fen, True)
    figures = {"month": run.month, "on": run.on, "code": run.check_code, "gross": gross, "net": net}
    yield call.say("draft_of_locked", workers=run.workers, **figures)
    rows = [
        "  "
        + call.say(
            "draft_differs_row",
            no=one.no,
            name=one.name,
            old_gross=yuan(one.frozen_gross_fen, True),
            old_net=yuan(one.frozen_net_fen, True),
            gross=yuan(one.gross_fen, True),
            net=yuan(one.net_fen, True),
        )
        for one in changes
    ]
    yield call.say("draft_differs" if rows else "draft_differs_not", count=len(rows))
    yield from rows


def _draft_lines(call: Call, draft: PayrollDraft) -> Iterable[str]:
    yield call.say("draft_heading", month=draft.month)
    for slip in draft.slips:
        sums = "".join(
            f"  {yuan(fen, True):>12}" for fen in (slip.gross_fen, slip.gross_fen - slip.net_fen, slip.net_fen)
        )
        yield f"{slip.no:<6}{sums}  {slip.name} ({term_of(slip.relation).text(call.lang)})"
    gross, net = yuan(draft.totals.gross_fen, True), yuan(draft.totals.net_fen, True)
    yield call.say("draft_totals", workers=len(draft.slips), gross=gross, net=net)
    yield from _findings(call, "draft_problems", draft.problems)
    yield from _findings(call, "draft_warnings", draft.warnings)


def _findings(call: Call, heading: str, findings: Iterable[Finding]) -> Iterable[str]:
    rows = [f"  {finding.text(call.lang)}" for finding in findings]
    if rows:
        yield call.say(heading, count=len(rows))
        yield from rows
