"""A workshop's own facts, as its settings edit them."""

from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy.orm import Session

from app.domain.pay_check import accept
from app.domain.plain_text import tidy
from app.domain.refusal import Refusal
from app.domain.rulepack import Vocabulary, figures_on
from app.domain.workshop_check import WorkshopForm, check
from app.models.workshop import Workshop
from app.services.context import Context
from app.services.pay_records import PaySaved
from app.services.rule_packs import load_packs


@dataclass(frozen=True, slots=True)
class WorkshopView:
    """The facts, and the words its heritage project and recognition are chosen from."""

    form: WorkshopForm
    categories: tuple[str, ...]
    levels: tuple[str, ...]


def workshop_view(ctx: Context, workshop_id: int) -> WorkshopView:
    """A workshop's facts for its form; refuses ``workshop_missing``."""
    with ctx.database.read() as session:
        row = _get(session, workshop_id)
        words, _ = figures_on(load_packs(session, workshop_id), "vocabulary", ctx.today(), Vocabulary)
        given = {each.name: getattr(row, each.name) for each in fields(WorkshopForm)}
    given["recognised_on"] = date.fromisoformat(given["recognised_on"]) if given["recognised_on"] else None
    return WorkshopView(WorkshopForm(**given), words.lists["categories"], words.lists["levels"])


def save_workshop(ctx: Context, workshop_id: int, form: WorkshopForm) -> PaySaved:
    """The facts corrected; refuses with FieldRefusal what its checks forbid."""
    with ctx.database.write(ctx.user, "workshop.edit") as session:
        row = _get(session, workshop_id)
        notes = accept(check(form, ctx.today()))
        for each in fields(form):
            value = getattr(form, each.name)
            if isinstance(value, str):
                value = tidy(value).upper() if each.name == "credit_code" else tidy(value)
            setattr(row, each.name, value.isoformat() if isinstance(value, date) else value)
        return PaySaved(notes)


def _get(session: Session, workshop_id: int) -> Workshop:
    row = session.get(Workshop, workshop_id)
    if row is None or row.deleted:
        raise Refusal("workshop_missing", workshop_id=workshop_id)
    return row
