"""``payroll lock``, ``correct``, ``reopen``, ``void``, ``archive``, ``unarchive``, ``status`` and ``verify``."""

from collections.abc import Iterable

from app.cli.call import Answer, Call
from app.cli.runs import Json, chosen_run, chosen_runs, kind_of, run_json, run_line, several_json, title
from app.cli.workshops import all_locked, all_status
from app.domain.checklist import days_to_come
from app.domain.messages.payroll import OVERPAID
from app.domain.money import yuan
from app.domain.vocabulary import RunKind, RunState
from app.services import payroll, payroll_life
from app.services.context import Context
from app.services.payroll_runs import RunRow
from app.services.payroll_snapshots import Inputs, RunCheck


def lock(call: Call) -> Answer:
    """Freeze a month's payroll, a first half, or a settlement; or the month of every workshop."""
    if call.flag("all_workshops"):
        return all_locked(call)
    return _locked(call, kind_of(call))


def correct(call: Call) -> Answer:
    """Freeze a correction of named workers of a paid month."""
    return _locked(call, RunKind.CORRECTION)


def _locked(call: Call, kind: RunKind) -> Answer:
    with call.records() as ctx:
        workers = call.words("worker") or None
        workshop = call.workshop(ctx)
        run = payroll_life.lock(ctx, workshop, call.text("month"), kind, workers, call.text("reason"))
        carried = [*_carried(call, ctx, workshop, run)]
        coming = [finding.text(call.lang) for finding in days_to_come(run.month, kind, ctx.today())]
    sums = {"gross": yuan(run.gross_fen, True), "net": yuan(run.net_fen, True), "code": run.check_code}
    said = call.say("run_locked_now", month=run.month, kind=title(call, run.kind), workers=run.workers, **sums)
    return Answer(run_json(run), "\n".join([*coming, said, *carried]))


def _carried(call: Call, ctx: Context, workshop: int, run: RunRow) -> Iterable[str]:
    """What a correction found overpaid of whom: it is no part of the net but an advance."""
    if run.kind != RunKind.CORRECTION:
        return
    for slip in payroll.slips(ctx, workshop, run.run_id):
        if fen := sum(line.amount_fen for line in slip.deductions if line.label == OVERPAID):
            yield call.say("correction_carried", no=slip.no, name=slip.name, amount=yuan(fen, True))


def reopen(call: Call) -> Answer:
    """Give a locked run up before anything of it is paid."""
    with call.records() as ctx:
        workshop = call.workshop(ctx)
        run = chosen_run(call, ctx, workshop, [RunState.LOCKED])
        return _answer(call, "run_reopened_now", payroll_life.reopen(ctx, workshop, run.run_id, call.text("reason")))


def void(call: Call) -> Answer:
    """Declare a run void."""
    with call.records() as ctx:
        workshop = call.workshop(ctx)
        run = chosen_run(call, ctx, workshop, [RunState.LOCKED])
        return _answer(call, "run_voided_now", payroll_life.void(ctx, workshop, run.run_id, call.text("reason")))


def archive(call: Call) -> Answer:
    """Close the month's paid runs, all or none, or the one of --run or --kind."""
    with call.records() as ctx:
        workshop = call.workshop(ctx)
        runs = chosen_runs(call, ctx, workshop, [RunState.PAID])
        closed = payroll_life.archive_all(ctx, workshop, [run.run_id for run in runs])
    done = [_answer(call, "run_archived_now", run) for run in closed]
    return Answer(several_json([one.data for one in done]), "\n".join(one.text for one in done))


def unarchive(call: Call) -> Answer:
    """Take an archived run out again."""
    with call.records() as ctx:
        workshop = call.workshop(ctx)
        run = chosen_run(call, ctx, workshop, [RunState.ARCHIVED])
        taken_out = payroll_life.unarchive(ctx, workshop, run.run_id, call.text("reason"))
        return _answer(call, "run_unarchived_now", taken_out)


def _answer(call: Call, words: str, run: RunRow) -> Answer:
    said = {"month": run.month, "kind": title(call, run.kind)}
    return Answer(run_json(run), call.say(words, **said, reason=run.said))


def status(call: Call) -> Answer:
    """How far a month is, and its runs; or of every workshop."""
    if call.flag("all_workshops"):
        return all_status(call)
    with call.records(read_only=True) as ctx:
        found = payroll_life.month_runs(ctx, call.workshop(ctx), call.text("month"))
    data: Json = {"month": found.month, "stage": found.stage.value, "runs": [run_json(run) for run in found.runs]}
    stage = call.say(f"stage_{found.stage}")
    lines = [
        call.say("stage_line", month=found.month, stage=stage),
        *(f"  {run_line(call, run)}" for run in found.runs),
    ]
    return Answer(data, "\n".join(lines))


def verify(call: Call) -> Answer:
    """Every run verified; a refusal (code 1) where one is not sound."""
    with call.records(read_only=True) as ctx:
        checks = payroll_life.verify_runs(ctx, call.workshop(ctx))
    sound = all(check.sound for check in checks)
    words = "\n".join(_check_line(call, check) for check in checks) or call.say("check_nothing")
    return Answer({"sound": sound, "runs": [_check_json(check) for check in checks]}, words, 0 if sound else 1)


def _check_json(check: RunCheck) -> Json:
    return {
        "run_id": check.run_id,
        "month": check.month,
        "kind": check.kind,
        "sound": check.sound,
        "slips": check.slips_sound,
        "inputs": check.inputs.value,
        "same": check.same,
    }


def _check_line(call: Call, check: RunCheck) -> str:
    named = {"month": check.month, "kind": title(call, check.kind), "run_id": check.run_id}
    if check.sound:
        return call.say("check_no_inputs" if check.inputs is Inputs.MISSING else "check_sound", **named)
    slips, inputs, same = (call.say(word) for word in _check_words(check))
    return call.say("check_bad", **named, slips=slips, inputs=inputs, same=same)


def _check_words(check: RunCheck) -> Iterable[str]:
    yield "check_good_word" if check.slips_sound else "check_bad_word"
    inputs = {Inputs.KEPT: "check_good_word", Inputs.MISSING: "check_none_word", Inputs.DAMAGED: "check_bad_word"}
    yield inputs[check.inputs]
    yield "check_none_word" if check.same is None else "check_good_word" if check.same else "check_bad_word"
