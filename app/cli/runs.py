"""Which of a month's payroll runs a command means, and how runs are told to a person and as data."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from app.cli.call import Call
from app.domain.money import yuan
from app.domain.payroll_steps import RunTitle
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind, RunState
from app.services import payroll_life
from app.services.context import Context
from app.services.payroll_runs import RunRow

Json = dict[str, object]
_STANDING = frozenset({RunState.LOCKED, RunState.PAID, RunState.ARCHIVED})


def chosen_run(call: Call, ctx: Context, workshop_id: int, wanted: Iterable[RunState]) -> RunRow:
    """The one run that ``chosen_runs`` finds; refuses as it does, and ``run_ambiguous`` where there are several."""
    fitting = chosen_runs(call, ctx, workshop_id, wanted)
    if len(fitting) > 1:
        named = "; ".join(run_line(call, run) for run in fitting)
        raise Refusal("run_ambiguous", month=call.text("month"), runs=named)
    return fitting[0]


def chosen_runs(call: Call, ctx: Context, workshop_id: int, wanted: Iterable[RunState]) -> list[RunRow]:
    """The run of --run, else the month's standing ones, of --kind where given, in a ``wanted`` state; at least one.

    Where none is in such a state the first, for whoever takes it to refuse. Refuses ``payroll_not_locked``,
    ``run_kind_missing`` and its like.
    """
    month, given, kind = call.text("month"), call.optional("run"), call.optional("kind")
    runs = payroll_life.month_runs(ctx, workshop_id, month).runs
    if given is not None:
        return [_by_id(runs, int(given))]
    standing = [run for run in runs if run.state in _STANDING and kind in (None, run.kind)]
    fitting = [run for run in standing if run.state in [*wanted]] or standing[:1]
    if not fitting:
        raise _none_stands(runs, month, kind)
    return fitting


def _by_id(runs: Iterable[RunRow], run_id: int) -> RunRow:
    for run in runs:
        if run.run_id == run_id:
            return run
    raise Refusal("payroll_run_missing")


def _none_stands(runs: Iterable[RunRow], month: str, kind: str | None) -> Refusal:
    """Why no run stands: the last one was reopened or voided, or none was ever locked; of --kind by its name."""
    last = [run.state for run in runs if kind in (None, run.kind)][-1:]
    if kind is not None and kind != RunKind.REGULAR:
        codes = {RunState.REOPENED: "run_kind_reopened", RunState.VOIDED: "run_kind_voided"}
        return Refusal(codes[last[0]] if last else "run_kind_missing", month=month, kind=RunTitle(kind))
    return Refusal("reopen_reopened" if last == [RunState.REOPENED] else "payroll_not_locked", month=month)


def kind_of(call: Call) -> RunKind:
    """The kind of --kind, else the month's own."""
    return RunKind(call.optional("kind") or RunKind.REGULAR)


def day_of(call: Call) -> date | None:
    """The day of --on; None where it is not given; refuses ``day_unreadable``."""
    given = call.optional("on")
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise Refusal("day_unreadable", text=given) from None


def title(call: Call, kind: str) -> str:
    """What people call a run of a kind."""
    return RunTitle(kind).text(call.lang)


def run_json(run: RunRow) -> Json:
    """A run as data."""
    return {
        "run_id": run.run_id,
        "month": run.month,
        "kind": run.kind,
        "state": run.state.value,
        "disputed": run.disputed,
        "workers": run.workers,
        "gross_fen": run.gross_fen,
        "net_fen": run.net_fen,
        "paid_fen": run.paid_fen,
        "packs": list(run.packs),
        "check_code": run.check_code,
        "reason": run.reason,
        "on": run.on.isoformat(),
        "by": run.by,
        "said": run.said,
    }


def several_json(runs: Sequence[Mapping[str, object]]) -> Json:
    """What a command did to several runs of a month, as data; of a single one its data stand at the top too."""
    return {"month": runs[0]["month"], **(runs[0] if len(runs) == 1 else {}), "runs": [*runs]}


def run_line(call: Call, run: RunRow) -> str:
    """A run in one line."""
    state = "disputed" if run.disputed else run.state.value
    words = {"kind": title(call, run.kind), "state": call.say(f"state_{state}"), "on": run.on}
    sums = {"workers": run.workers, "net": yuan(run.net_fen, True), "paid": yuan(run.paid_fen, True)}
    return call.say("run_line", run_id=run.run_id, **words, **sums)
