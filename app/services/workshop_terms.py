"""A workshop's wage settings over time: pay day, local minimum wages, whether statutory days are paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.pay_check import SettingsForm, accept, check_settings
from app.domain.plan_check import locked_notes
from app.domain.refusal import Refusal
from app.domain.worker_check import FieldNote
from app.models.queries.pay_balances import locked_months
from app.models.workshop import WorkshopTerms
from app.services.context import Context
from app.services.pay_records import PaySaved, get_record, put


@dataclass(frozen=True, slots=True)
class SettingsRow:
    """Wage settings in force from a day on; minimum wages in fen."""

    valid_from: date
    pay_day: int | None
    monthly_minimum_fen: int | None
    hourly_minimum_fen: int | None
    pays_statutory: bool
    in_force: bool


def list_settings(ctx: Context, workshop_id: int) -> tuple[SettingsRow, ...]:
    """All wage settings, newest first, those of today marked."""
    with ctx.database.read() as session:
        rows = _rows(session, workshop_id)
    now = next((row.valid_from for row in rows if row.valid_from <= ctx.today().isoformat()), "")
    return tuple(_row(row, in_force=row.valid_from == now) for row in rows)


def settings_on(session: Session, workshop_id: int, day: date) -> SettingsRow | None:
    """The settings in force on a day, within a transaction."""
    found = next((row for row in _rows(session, workshop_id) if row.valid_from <= day.isoformat()), None)
    return _row(found, in_force=True) if found is not None else None


def save_settings(ctx: Context, workshop_id: int, form: SettingsForm, replaces: date | None = None) -> PaySaved:
    """Wage settings from a day on; ``replaces`` is the day of those corrected. Refuses with FieldRefusal."""
    with ctx.database.write(ctx.user, "pay.settings") as session:
        old = get_record(session, WorkshopTerms, (workshop_id, replaces.isoformat())) if replaces else None
        days = [date.fromisoformat(row.valid_from) for row in _rows(session, workshop_id)]
        notes = accept(check_settings(form, [day for day in days if day != replaces]))
        since = _given(form.valid_from)
        if old is not None and replaces != since:
            old.deleted = 1
        values = {name: getattr(form, name) for name in ("pay_day", "monthly_minimum_fen", "hourly_minimum_fen")}
        values["pays_statutory"] = int(form.pays_statutory)
        put(session, WorkshopTerms, workshop_id, {"valid_from": since.isoformat()}, values)
        return PaySaved((*notes, *_locked(session, workshop_id, [since, replaces or since])))


def withdraw_settings(ctx: Context, workshop_id: int, valid_from: date) -> PaySaved:
    """Take settings away; refuses ``settings_last``."""
    with ctx.database.write(ctx.user, "pay.settings_withdraw") as session:
        row = get_record(session, WorkshopTerms, (workshop_id, valid_from.isoformat()))
        if len(_rows(session, workshop_id)) == 1:
            raise Refusal("settings_last", column="valid_from")
        row.deleted = 1
        session.flush()
        return PaySaved(_locked(session, workshop_id, [valid_from]))


def _given(day: date | None) -> date:
    if day is None:
        raise Refusal("pay_date_empty", column="valid_from")
    return day


def _rows(session: Session, workshop_id: int) -> Sequence[WorkshopTerms]:
    own = select(WorkshopTerms).where(WorkshopTerms.workshop_id == workshop_id, WorkshopTerms.deleted == 0)
    return session.scalars(own.order_by(WorkshopTerms.valid_from.desc())).all()


def _row(row: WorkshopTerms, *, in_force: bool) -> SettingsRow:
    return SettingsRow(
        date.fromisoformat(row.valid_from),
        row.pay_day,
        row.monthly_minimum_fen,
        row.hourly_minimum_fen,
        bool(row.pays_statutory),
        in_force,
    )


def _locked(session: Session, workshop_id: int, days: list[date]) -> tuple[FieldNote, ...]:
    since = min(days).isoformat()[:7]
    return tuple(locked_notes((m for m in locked_months(session, workshop_id) if m >= since), "valid_from"))
