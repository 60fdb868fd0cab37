"""A payroll command for every workshop of the records: ``--all-workshops``."""

from collections.abc import Collection, Iterable

from app.cli.call import Answer, Call
from app.cli.runs import Json, run_json
from app.domain.money import yuan
from app.domain.payroll_json import finding_json
from app.services import payroll_batch, payroll_life
from app.services.payroll_batch import Outcome, WorkshopResult
from app.services.workshops import list_workshops

_NOT_COMPUTED = frozenset({Outcome.REFUSED})
_NOT_LOCKED = frozenset({Outcome.PROBLEMS, Outcome.REFUSED})
"""Outcomes that leave a command undone for a workshop."""


def all_checked(call: Call) -> Answer:
    """Every workshop's month checked and computed."""
    with call.records(read_only=True) as ctx:
        return _results(call, payroll_batch.check_all(ctx, call.text("month")), _NOT_COMPUTED)


def all_locked(call: Call) -> Answer:
    """Every workshop's month locked where nothing stands against it."""
    with call.records() as ctx:
        return _results(call, payroll_batch.lock_all(ctx, call.text("month")), _NOT_LOCKED)


def all_status(call: Call) -> Answer:
    """How far every workshop's month is."""
    rows: list[Json] = []
    lines: list[str] = []
    with call.records(read_only=True) as ctx:
        for shop in list_workshops(ctx):
            found = payroll_life.month_runs(ctx, shop.workshop_id, call.text("month"))
            runs = [run_json(run) for run in found.runs]
            rows.append({"workshop_id": shop.workshop_id, "name": shop.name, "stage": found.stage.value, "runs": runs})
            lines.append(call.say("shop_line", shop=shop.label, what=call.say(f"stage_{found.stage}")))
    return Answer({"month": call.text("month"), "workshops": rows}, "\n".join(lines))


def _results(call: Call, results: Iterable[WorkshopResult], undone: Collection[Outcome]) -> Answer:
    """A result for each; code 1 where the command was not done for one."""
    found = [*results]
    code = 1 if any(result.outcome in undone for result in found) else 0
    lines = [call.say("shop_line", shop=result.workshop.label, what=_words(call, result)) for result in found]
    rows = [_result_json(call, result) for result in found]
    return Answer({"month": call.text("month"), "workshops": rows}, "\n".join(lines), code)


def _result_json(call: Call, result: WorkshopResult) -> Json:
    refusal = result.refusal
    return {
        "workshop_id": result.workshop.workshop_id,
        "name": result.workshop.name,
        "outcome": result.outcome.value,
        "workers": result.workers,
        "gross_fen": result.gross_fen,
        "net_fen": result.net_fen,
        "problems": [finding_json(row) for row in result.problems],
        "warnings": [finding_json(row) for row in result.warnings],
        "run": None if result.run is None else run_json(result.run),
        "refused": None if refusal is None else refusal.code,
        "message": None if refusal is None else refusal.text(call.lang),
    }


def _words(call: Call, result: WorkshopResult) -> str:
    if result.refusal is not None:
        return result.refusal.text(call.lang)
    first = result.problems[0].text(call.lang) if result.problems else ""
    code = result.run.check_code if result.run is not None else ""
    figures = {"workers": result.workers, "net": yuan(result.net_fen, True), "code": code}
    return call.say(f"shop_{result.outcome}", **figures, count=len(result.problems), first=first)
