"""A month that can be locked, in few rows: home workers, paid an allowance, with a bank account or without."""

from sqlalchemy import insert, update

from app.domain.vocabulary import Basis, Relation
from app.models.database import new_ids
from app.models.tables import Adjustment, Worker

MONTH = "2026-09"


def hire_home_worker(hire, ctx, no, name, *, account="6222000000001234", relation=Relation.HOME):
    """A worker whose pay needs no attendance; answers the id."""
    worker_id = hire(no, name, relation=relation, basis=Basis.PIECE, rate_fen=None)
    with ctx.database.write("test", "account") as session:
        session.execute(update(Worker).where(Worker.id == worker_id).values(account=account, bank="农行"))
    return worker_id


def earn(ctx, shop, worker_id, fen, month=MONTH):
    """A further allowance of a month."""
    with ctx.database.write("test", "earn") as session:
        row = {"workshop_id": shop, "id": new_ids(session, 1)[0], "month": month, "worker_id": worker_id}
        session.execute(insert(Adjustment).values(row | {"item": "布料整理", "kind": "补贴", "amount_fen": fen}))
