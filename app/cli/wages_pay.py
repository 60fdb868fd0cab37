"""``payroll pay``, ``payments`` and ``compare``."""

from collections.abc import Iterable

from app.cli.call import Answer, Call
from app.cli.runs import Json, chosen_run, chosen_runs, day_of, run_line, several_json, title
from app.domain.money import yuan
from app.domain.refusal import Refusal
from app.domain.vocabulary import PayMethod, RunState
from app.services import payroll_life
from app.services.payments import PaymentEntry, PaymentRow, require_one_person
from app.services.payroll_compare import Comparison
from app.services.payroll_runs import RunRow


def pay(call: Call) -> Answer:
    """Note payments of a run, or with ``--returned`` one that came back."""
    if call.optional("returned"):
        return _returned(call)
    method = PayMethod.CASH if call.flag("cash") else PayMethod.BANK
    with call.records() as ctx:
        workshop, day = call.workshop(ctx), day_of(call)
        run = chosen_run(call, ctx, workshop, [RunState.LOCKED])
        only = call.words("only") or None
        done = payroll_life.pay(ctx, workshop, run.run_id, only=only, method=method, paid_on=day)
        rows = payroll_life.payments(ctx, workshop, run.run_id) if only else ()
    data: Json = {
        "run_id": done.run_id,
        "month": run.month,
        "kind": run.kind,
        "state": done.state.value,
        "method": done.method.value,
        "paid_on": done.paid_on.isoformat(),
        "workers": done.workers,
        "amount_fen": done.amount_fen,
        "open_workers": done.open_workers,
        "open_fen": done.open_fen,
        "payment_ids": list(done.payment_ids),
    }
    how = call.say("pay_cash" if method is PayMethod.CASH else "pay_bank")
    named = {"month": run.month, "kind": title(call, run.kind), "method": how, "on": done.paid_on}
    sums = {"amount": yuan(done.amount_fen, True), "open": yuan(done.open_fen, True)}
    said = [call.say("paid_now", **named, **sums, workers=done.workers, open_workers=done.open_workers)]
    said += [
        call.say("paid_none", no=row.no, name=row.name) for row in rows if row.no in (only or ()) and not row.net_fen
    ]
    return Answer(data, "\n".join(said))


def _returned(call: Call) -> Answer:
    with call.records() as ctx:
        workshop, day, number = call.workshop(ctx), day_of(call), call.text("returned")
        run = chosen_run(call, ctx, workshop, [RunState.PAID, RunState.LOCKED])
        rows = [row for row in payroll_life.payments(ctx, workshop, run.run_id) if row.no == number]
        if not rows:
            raise Refusal("not_in_run", month=run.month, numbers=number)
        require_one_person(rows)
        standing = [entry for row in rows for entry in row.entries if entry.returned_on is None]
        if not standing:
            raise Refusal("nothing_to_return", month=run.month, names=f"{rows[0].no} {rows[0].name}")
        row = payroll_life.return_payment(ctx, workshop, standing[-1].payment_id, day, call.text("reason"))
    words = {"no": row.no, "name": row.name, "on": row.returned_on, "reason": row.return_reason}
    return Answer(
        {"run_id": run.run_id, **_row_json(row)}, call.say("returned_now", **words, open=yuan(row.open_fen, True))
    )


def payments(call: Call) -> Answer:
    """Where each worker of the month's runs stands, or of the one of --run or --kind; accounts are masked."""
    with call.records(read_only=True) as ctx:
        workshop = call.workshop(ctx)
        runs = chosen_runs(call, ctx, workshop, [RunState.LOCKED, RunState.PAID, RunState.ARCHIVED])
        told = [(run, payroll_life.payments(ctx, workshop, run.run_id)) for run in runs]
    heads = len(told) > 1
    lines = [line for run, rows in told for line in _run_lines(call, run, rows, head=heads)]
    return Answer(several_json([_run_payments(run, rows) for run, rows in told]), "\n".join(lines))


def _run_payments(run: RunRow, rows: Iterable[PaymentRow]) -> Json:
    data: Json = {"run_id": run.run_id, "month": run.month, "kind": run.kind, "state": run.state.value}
    return data | {"workers": [_row_json(row) for row in rows]}


def _run_lines(call: Call, run: RunRow, rows: Iterable[PaymentRow], *, head: bool) -> Iterable[str]:
    """A line for each worker, below the run's own where there are several."""
    if head:
        yield run_line(call, run)
    yield from (f"{'  ' if head else ''}{_row_line(call, row)}" for row in rows)


def _row_json(row: PaymentRow) -> Json:
    return {
        "no": row.no,
        "name": row.name,
        "net_fen": row.net_fen,
        "paid_fen": row.paid_fen,
        "open_fen": row.open_fen,
        "over_fen": row.over_fen,
        "payments": [_entry_json(entry) for entry in row.entries],
    }


def _entry_json(entry: PaymentEntry) -> Json:
    return {
        "payment_id": entry.payment_id,
        "amount_fen": entry.amount_fen,
        "method": entry.method.value,
        "paid_on": entry.paid_on.isoformat(),
        "account": entry.account[-4:],
        "returned_on": entry.returned_on.isoformat() if entry.returned_on else None,
        "reason": entry.return_reason,
    }


def _row_line(call: Call, row: PaymentRow) -> str:
    told = "; ".join(_entry_words(call, entry) for entry in row.entries)
    how = f"({told})" if told else ""
    sums = {"net": yuan(row.net_fen, True), "paid": yuan(row.paid_fen, True), "open": yuan(row.open_fen, True)}
    return call.say("payment_line", no=row.no, name=row.name, **sums, how=how).rstrip()


def _entry_words(call: Call, entry: PaymentEntry) -> str:
    made = {"method": entry.method, "on": entry.paid_on}
    if entry.returned_on is None:
        return call.say("payment_made", **made)
    return call.say("payment_came_back", **made, back=entry.returned_on, reason=entry.return_reason)


def compare(call: Call) -> Answer:
    """Each worker beside last month."""
    with call.records(read_only=True) as ctx:
        rows = payroll_life.compare(ctx, call.workshop(ctx), call.text("month"))
    *workers, total = rows
    data: Json = {"workers": [_beside_json(row) for row in workers], "total": _beside_json(total)}
    return Answer({"month": call.text("month")} | data, "\n".join(_beside_line(call, row) for row in rows))


def _beside_json(row: Comparison) -> Json:
    return {
        "no": row.no,
        "name": row.name,
        "gross_fen": row.gross_fen,
        "net_fen": row.net_fen,
        "last_gross_fen": row.last_gross_fen,
        "last_net_fen": row.last_net_fen,
        "marked": row.marked,
    }


def _beside_line(call: Call, row: Comparison) -> str:
    mark = "compare_marked" if row.marked else "compare_new" if row.last_net_fen is None else ""
    mark = "compare_gone" if row.net_fen is None else mark
    sums = {
        "gross": _amount(row.gross_fen),
        "net": _amount(row.net_fen),
        "last_gross": _amount(row.last_gross_fen),
        "last_net": _amount(row.last_net_fen),
    }
    name = row.name or call.say("compare_total")
    return call.say("compare_line", no=row.no, name=name, **sums, mark=call.say(mark) if mark else "").strip()


def _amount(fen: int | None) -> str:
    return "–" if fen is None else yuan(fen, True)
