"""Paying a locked run: who is open, paying them by bank or in cash, and what comes back (RULES 6)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Table, insert, select
from sqlalchemy.orm import Session

from app.domain.payroll_steps import Action, Names, require_reason, require_step
from app.domain.refusal import Refusal
from app.domain.vocabulary import PayMethod, RunState
from app.models.base import Base
from app.models.database import new_ids
from app.models.payment import Payment, PaymentReturn
from app.models.queries.runs import RunHead
from app.services.context import Context
from app.services.payment_rows import PaymentEntry, PaymentRow, payment_rows
from app.services.payroll_runs import find_run, note_event

__all__ = ["PaymentEntry", "PaymentRow", "PaymentSummary", "pay", "payments", "return_payment"]

_PAYMENTS: Table = Base.metadata.tables[Payment.__tablename__]
_LATEST = timedelta(days=1)
"""How far a payment's day may lie ahead of the PC's date, which may be a day behind."""


@dataclass(frozen=True, slots=True)
class PaymentSummary:
    """What one act of paying did, and what is left open; ``state`` is the run's after it. Fen."""

    run_id: int
    state: RunState
    method: PayMethod
    paid_on: date
    workers: int
    amount_fen: int
    open_workers: int
    open_fen: int
    payment_ids: tuple[int, ...] = ()


def payments(ctx: Context, workshop_id: int, run_id: int) -> tuple[PaymentRow, ...]:
    """Where each worker of a run stands, by 编号; refuses ``payroll_run_missing``."""
    with ctx.database.read() as session:
        find_run(session, workshop_id, run_id)
        return payment_rows(session, workshop_id, run_id)


def pay(
    ctx: Context,
    workshop_id: int,
    run_id: int,
    *,
    only: Collection[int | str] | None = None,
    method: PayMethod = PayMethod.BANK,
    paid_on: date | None = None,
) -> PaymentSummary:
    """Note that the open amounts of a run were paid: to all, or ``only`` to some (worker ids, or 编号 of the run).

    With the last open amount the run is paid, in the same transaction. All or nobody: refuses ``already_paid``,
    ``already_paid_workers``, ``nothing_to_pay_workers``, ``bank_account_missing``, ``not_in_run``,
    ``number_shared``, ``run_disputed``, a wrong date, other states.
    """
    day = paid_on or ctx.today()
    with ctx.database.write(ctx.user, "payroll.pay") as session:
        head = find_run(session, workshop_id, run_id)
        rows = payment_rows(session, workshop_id, run_id)
        _require_payable(head, rows)
        _require_day(ctx, day, head)
        chosen = _chosen(head, rows, only)
        _require_accounts(chosen, method)
        if head.overruled and chosen:  # given up on a PC that did not know it must stay: the guard of payments asks
            note_event(session, ctx, workshop_id, run_id, RunState.LOCKED)
        ids = _insert(session, workshop_id, head, chosen, method, day)
        paid = {row.worker_id for row in chosen}
        left = [row for row in rows if row.open_fen and row.worker_id not in paid]
        state = find_run(session, workshop_id, run_id).state
        if not left and state is RunState.LOCKED:
            note_event(session, ctx, workshop_id, run_id, RunState.PAID)
            state = RunState.PAID
    return PaymentSummary(
        run_id=run_id,
        state=state,
        method=method,
        paid_on=day,
        workers=len(chosen),
        amount_fen=sum(row.open_fen for row in chosen),
        open_workers=len(left),
        open_fen=sum(row.open_fen for row in left),
        payment_ids=ids,
    )


def return_payment(
    ctx: Context, workshop_id: int, payment_id: int, returned_on: date | None, reason: str
) -> PaymentRow:
    """Note that a payment came back: its amount is open again, and the run is paid no more, unless it was paid twice.

    Refuses ``payment_missing``, ``already_returned``, ``reason_missing``, a wrong date, and an archived run.
    """
    day = returned_on or ctx.today()
    with ctx.database.write(ctx.user, "payroll.return") as session:
        run_id = session.scalar(
            select(Payment.run_id).where(Payment.workshop_id == workshop_id, Payment.id == payment_id)
        )
        if run_id is None:
            raise Refusal("payment_missing")
        head = find_run(session, workshop_id, run_id)
        require_step(Action.RETURN, head.state, head.month)
        entry = _entry(payment_rows(session, workshop_id, run_id), payment_id)
        said = require_reason(reason)
        _require_return_day(ctx, day, entry)
        values = {"workshop_id": workshop_id, "payment_id": payment_id, "returned_on": day.isoformat()}
        session.add(PaymentReturn(**values, reason=said))
        session.flush()
        after = payment_rows(session, workshop_id, run_id)
        state = RunState.LOCKED if any(row.open_fen for row in after) else RunState.PAID
        note_event(session, ctx, workshop_id, run_id, state, said)  # always: no older event may decide from now on
        return next(row for row in after if any(each.payment_id == payment_id for each in row.entries))


# ---------------------------------------------------------------- refusals


def _require_payable(head: RunHead, rows: Iterable[PaymentRow]) -> None:
    """What came back on another PC while a run was archived here can still be paid; nothing else of an archived run."""
    if head.disputed:
        raise Refusal("run_disputed", month=head.month)
    is_open = any(row.open_fen for row in rows)
    if not (is_open and head.state in (RunState.PAID, RunState.ARCHIVED)):
        require_step(Action.PAY, head.state, head.month)


def _require_day(ctx: Context, day: date, head: RunHead) -> None:
    today = ctx.today()
    if day > today + _LATEST:
        raise Refusal("payment_in_future", day=day, today=today)
    if day < min(head.locked_on, today):
        raise Refusal("payment_before_lock", day=day, locked=head.locked_on)


def _require_return_day(ctx: Context, day: date, entry: PaymentEntry) -> None:
    today = ctx.today()
    if day > today + _LATEST:
        raise Refusal("payment_in_future", day=day, today=today)
    if day < entry.paid_on:
        raise Refusal("return_before_payment", day=day, paid=entry.paid_on)


def _chosen(head: RunHead, rows: Iterable[PaymentRow], only: Collection[int | str] | None) -> list[PaymentRow]:
    """Who is to be paid: all who are open, or the named ones, none of whom may be paid already; a net of 0 is left out.

    Whose nets are all 0 are refused while others are open: nothing would be done.
    """
    if only is None:
        return [row for row in rows if row.open_fen]
    every = [*rows]
    known = {key for row in every for key in (row.worker_id, row.no)}
    if strange := [str(one) for one in only if one not in known]:
        raise Refusal("not_in_run", month=head.month, numbers=Names(tuple(strange)))
    wanted = frozenset(only)
    require_one_person(row for row in every if row.no in wanted)
    named = [row for row in every if row.worker_id in wanted or row.no in wanted]
    if named and not any(row.net_fen for row in named) and any(row.open_fen for row in every):
        raise Refusal("nothing_to_pay_workers", month=head.month, names=_names(named))
    if done := [row for row in named if row.net_fen and not row.open_fen]:
        raise Refusal("already_paid_workers", month=head.month, names=_names(done))
    return [row for row in named if row.open_fen]


def require_one_person(rows: Iterable[PaymentRow]) -> None:
    """Refuse ``number_shared``: a 编号 that several people have in the run. One employed again is paid both slips."""
    names: dict[str, list[str]] = {}
    for row in rows:
        names.setdefault(row.no, []).append(row.name)
    for no, shared in names.items():
        if len(set(shared)) > 1:
            raise Refusal("number_shared", no=no, names=Names(tuple(shared)))


def _require_accounts(rows: Iterable[PaymentRow], method: PayMethod) -> None:
    if method is PayMethod.BANK and (without := [row for row in rows if not row.has_account]):
        raise Refusal("bank_account_missing", names=_names(without))


def _names(rows: Iterable[PaymentRow]) -> Names:
    return Names(tuple(f"{row.no} {row.name}" for row in rows))


def _entry(rows: Iterable[PaymentRow], payment_id: int) -> PaymentEntry:
    for entry in (entry for row in rows for entry in row.entries):
        if entry.payment_id == payment_id:
            if entry.returned_on is not None:
                raise Refusal("already_returned", day=entry.returned_on)
            return entry
    raise Refusal("payment_missing")


def _insert(
    session: Session, workshop_id: int, head: RunHead, rows: list[PaymentRow], method: PayMethod, day: date
) -> tuple[int, ...]:
    """A payment of what is open of each; their ids follow each other, and one is left out before those of the next act:
    so acts can be counted (``bank_files``).
    """
    ids = tuple(new_ids(session, len(rows) + 1))[1:] if rows else ()
    common = {"workshop_id": workshop_id, "run_id": head.run_id, "method": method.value, "paid_on": day.isoformat()}
    values = [
        common
        | {
            "id": number,
            "worker_id": row.worker_id,
            "amount_fen": row.open_fen,
            "account": row.account if method is PayMethod.BANK else "",
        }
        for row, number in zip(rows, ids, strict=True)
    ]
    if values:
        session.execute(insert(_PAYMENTS), values)
    return ids
