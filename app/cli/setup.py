"""``init`` and ``workshop add``: new records, and a further workshop in them."""

from app.bootstrap import Founding, create_records
from app.cli.call import Answer, Call
from app.domain.refusal import Refusal
from app.services.workshops import WorkshopRow, create_workshop

FIRST_USER = "负责人"


def init(call: Call) -> Answer:
    """New encrypted records with a first user and a workshop; the recovery key is shown this once."""
    name, region, slip = call.optional("name"), call.optional("region"), call.optional("join")
    if slip is None and (name is None or region is None):
        raise Refusal("init_needs_workshop")
    user = call.user or FIRST_USER
    founding = Founding(name or "", region or "", slip or "")
    ctx, recovery_key, row = create_records(call.folder, user, call.password(new=True), founding)
    ctx.database.close()
    data = {"user": user, "recovery_key": recovery_key, "data": str(call.folder), **_json(row)}
    words = call.say("init_done", folder=call.folder, user=user, name=row.name, workshop_id=row.workshop_id)
    return Answer(data, f"{words}\n{call.say('init_recovery', key=recovery_key)}")


def workshop_add(call: Call) -> Answer:
    """A further workshop in the records."""
    with call.records() as ctx:
        row = create_workshop(ctx, call.text("name"), call.text("region"), again=call.flag("again"))
    return Answer(_json(row), call.say("workshop_added", name=row.name, workshop_id=row.workshop_id))


def _json(row: WorkshopRow) -> dict[str, object]:
    return {"workshop_id": row.workshop_id, "name": row.name, "region": row.region}
