"""A standing payroll run as the lock would insert it, with one slip: what pay records are checked against."""

from app.domain.messages.payroll import OTHER_PLANS
from app.domain.payroll_draft import LineCode
from app.domain.vocabulary import RunState
from app.models.database import new_ids
from app.models.pay import PayrollEvent, PayrollRun, SlipLine, SlipRow
from app.services.context import Context


def lock_slip(ctx: Context, shop: int, worker_id: int, month: str, plan_fen: int = 0, **taken: int) -> int:
    """A locked run of a month with a slip that took ``advance_fen``, ``damage_fen``, and ``plan_fen`` by plans of
    other deductions; the run's id.
    """
    taken |= {"other_fen": plan_fen} if plan_fen else {}
    with ctx.database.write(ctx.user, "test") as session:
        run_id, event_id = new_ids(session, 2)
        amounts = {"gross_fen": 260_000, "net_fen": 260_000 - sum(taken.values())}
        session.add(PayrollRun(workshop_id=shop, id=run_id, month=month, workers=1, packs="[]",
                               snapshot_hash="", **amounts))  # fmt: skip
        nothing = dict.fromkeys(
            (
                "normal_minutes", "overtime_minutes", "rest_day_minutes", "statutory_minutes", "social_fen",
                "additional_fen", "tax_fen", "other_fen", "damage_fen", "carried_damage_fen", "advance_fen",
                "carried_advance_fen",
            ),
            0,
        )  # fmt: skip
        session.add(
            SlipRow(
                workshop_id=shop, run_id=run_id, worker_id=worker_id, no="01", name="阿依莫", id_number="", phone="",
                bank="", account="", relation="全日制", basis="月薪", unpaid_days="0", **(nothing | amounts | taken),
            )
        )  # fmt: skip
        session.flush()
        if plan_fen:
            session.add(SlipLine(workshop_id=shop, run_id=run_id, worker_id=worker_id, position=1,
                                 code=LineCode.OTHER, label=OTHER_PLANS, amount_fen=-plan_fen))  # fmt: skip
        session.flush()
        session.add(PayrollEvent(workshop_id=shop, id=event_id, run_id=run_id, state=RunState.LOCKED,
                                 user_name=ctx.user, occurred_on=f"{month}-28"))  # fmt: skip
    return run_id
