"""``payroll compute``, ``lock`` and ``print``."""

from collections.abc import Iterable

from app.cli.call import Answer, Call
from app.domain.money import yuan
from app.domain.payroll_draft import Finding, PayrollDraft
from app.domain.payroll_json import draft_json
from app.services import payroll


def compute(call: Call) -> Answer:
    """The draft payroll of a month; problems do not hinder computing, they hinder locking."""
    with call.records(read_only=True) as ctx:
        draft = payroll.compute(ctx, call.workshop(ctx), call.text("month"))
    return Answer(draft_json(draft), "\n".join(_draft_lines(call, draft)))


def lock(call: Call) -> Answer:
    """Freeze a month's payroll."""
    with call.records() as ctx:
        run = payroll.lock(ctx, call.workshop(ctx), call.text("month"))
    data = {
        "run_id": run.run_id,
        "month": run.month,
        "workers": run.workers,
        "gross_fen": run.gross_fen,
        "net_fen": run.net_fen,
        "packs": list(run.packs),
        "check_code": run.check_code,
    }
    gross, net = yuan(run.gross_fen, True), yuan(run.net_fen, True)
    figures = {"month": run.month, "workers": run.workers, "gross": gross, "net": net, "code": run.check_code}
    return Answer(data, call.say("payroll_locked_now", **figures))


def print_papers(call: Call) -> Answer:
    """The wage ledger of a month as a PDF: of the locked run, else marked as a draft."""
    from app.bootstrap import write_ledger  # noqa: PLC0415  Qt costs 0.25 s, which compute and lock go without

    with call.records(read_only=True) as ctx:
        data = payroll.month_ledger(ctx, call.workshop(ctx), call.text("month"))
    file = write_ledger(data, call.path("ledger"))
    words = call.say("ledger_draft_written" if data.is_draft else "ledger_written", file=file, rows=len(data.rows))
    return Answer({"ledger": str(file), "draft": data.is_draft, "check_code": data.check_code}, words)


def _draft_lines(call: Call, draft: PayrollDraft) -> Iterable[str]:
    yield call.say("draft_heading", month=draft.month)
    for slip in draft.slips:
        sums = "".join(
            f"{yuan(fen, True):>14}" for fen in (slip.gross_fen, slip.gross_fen - slip.net_fen, slip.net_fen)
        )
        yield f"{slip.no:<6}{sums}  {slip.name} ({slip.relation})"
    gross, net = yuan(draft.totals.gross_fen, True), yuan(draft.totals.net_fen, True)
    yield call.say("draft_totals", workers=len(draft.slips), gross=gross, net=net)
    yield from _findings(call, "draft_problems", draft.problems)
    yield from _findings(call, "draft_warnings", draft.warnings)


def _findings(call: Call, heading: str, findings: Iterable[Finding]) -> Iterable[str]:
    rows = [f"  {finding.text(call.lang)}" for finding in findings]
    if rows:
        yield call.say(heading, count=len(rows))
        yield from rows
