"""期初: a worker's figures of a year before the first payroll kept here, for a start in mid-year."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.pay_check import OpeningForm, accept, check_opening
from app.domain.plan_check import locked_notes
from app.domain.worker_check import FieldNote
from app.models.people import Opening
from app.models.queries.pay_balances import locked_months
from app.services.context import Context
from app.services.pay_records import PaySaved, Value, get_record, put
from app.services.people import get_worker

_FIGURES = ("income_fen", "social_fen", "additional_fen", "withheld_fen", "advance_fen", "damage_fen")


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """A year's opening in fen: ``months`` with income before ``before_month`` (YYYY-MM), balances brought forward."""

    year: int
    before_month: str
    months: int
    income_fen: int
    social_fen: int
    additional_fen: int
    withheld_fen: int
    advance_fen: int
    damage_fen: int


def list_openings(ctx: Context, workshop_id: int, worker_id: int) -> tuple[OpeningRow, ...]:
    """A worker's openings, the last year first."""
    own = (Opening.workshop_id == workshop_id, Opening.worker_id == worker_id, Opening.deleted == 0)
    with ctx.database.read() as session:
        get_worker(session, workshop_id, worker_id)
        rows = session.scalars(select(Opening).where(*own).order_by(Opening.year.desc())).all()
    return tuple(
        OpeningRow(row.year, row.before_month, row.months, *(getattr(row, name) for name in _FIGURES)) for row in rows
    )


def save_opening(
    ctx: Context, workshop_id: int, worker_id: int, form: OpeningForm, replaces: int | None = None
) -> PaySaved:
    """A year's opening, new or corrected (``replaces``: its year); refused where it covers a locked month."""
    with ctx.database.write(ctx.user, "pay.opening") as session:
        get_worker(session, workshop_id, worker_id)
        old = get_record(session, Opening, (workshop_id, worker_id, replaces)) if replaces is not None else None
        locked = locked_months(session, workshop_id, worker_id)
        taken = _taken(session, workshop_id, worker_id, form, replaces)
        notes = accept((*check_opening(form, locked), *taken))
        if old is not None and replaces != form.year:
            old.deleted = 1
        values: dict[str, Value] = {name: getattr(form, name) or 0 for name in ("months", *_FIGURES)}
        key: dict[str, Value] = {"worker_id": worker_id, "year": form.year}
        put(session, Opening, workshop_id, key, {"before_month": form.before_month, **values})
        reached = [month for month in locked if month >= form.before_month]
        return PaySaved((*notes, *locked_notes(reached, "before_month")))


def withdraw_opening(ctx: Context, workshop_id: int, worker_id: int, year: int) -> PaySaved:
    """Take a year's opening away; locked months stay as they are, which is said."""
    with ctx.database.write(ctx.user, "pay.opening_withdraw") as session:
        row = get_record(session, Opening, (workshop_id, worker_id, year))
        row.deleted = 1
        session.flush()
        reached = [month for month in locked_months(session, workshop_id, worker_id) if month >= row.before_month]
        return PaySaved(tuple(locked_notes(reached, "before_month")))


def _taken(
    session: Session, workshop_id: int, worker_id: int, form: OpeningForm, replaces: int | None
) -> Iterator[FieldNote]:
    if form.year is None or form.year == replaces:
        return
    row = session.get(Opening, (workshop_id, worker_id, form.year))
    if row is not None and not row.deleted:
        yield FieldNote("opening_taken", "year", True, {"year": form.year})
