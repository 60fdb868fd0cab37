"""Photographs of the signed page, kept with a payroll run: proof that wages were received (条例 15)."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.picture import MOST_BYTES, require_picture
from app.domain.refusal import Refusal
from app.models.database import new_ids
from app.models.folder import refusing_files
from app.models.payment import RunPhoto
from app.models.pictures import is_kept, keep_picture, read_picture
from app.services.context import Context
from app.services.payroll_runs import find_run


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photograph of a run's signed page; ``size`` in bytes, ``is_here`` where its file lies on this PC."""

    photo_id: int
    run_id: int
    sha256: str
    media_type: str
    size: int
    note: str
    is_here: bool


def attach_photo(ctx: Context, workshop_id: int, run_id: int, file: Path, note: str = "") -> PhotoRow:
    """Keep a JPEG, PNG or PDF with a run; one attached already stays as it is.

    Refuses ``photo_not_locked`` for a run that is reopened or void, ``picture_too_large``, ``picture_unreadable``, and
    what the disk refuses.
    """
    content = _content(file)
    kind = require_picture(content, file.name)
    with ctx.database.write(ctx.user, "payroll.photo") as session:
        head = find_run(session, workshop_id, run_id)
        if not head.stands:
            raise Refusal("photo_not_locked", month=head.month)
        name = keep_picture(ctx.database, content)  # before the row: a file without a row harms nobody
        known = [row for row in _rows(ctx, session, workshop_id, run_id) if row.sha256 == name]
        if known:
            return known[0]
        row = RunPhoto(workshop_id=workshop_id, id=new_ids(session, 1)[0], run_id=run_id, sha256=name)
        row.media_type, row.size, row.note = kind, len(content), note.strip()
        session.add(row)
        session.flush()
        return _row(ctx, row)


def photos(ctx: Context, workshop_id: int, run_id: int) -> tuple[PhotoRow, ...]:
    """The photographs of a run in the order they were attached."""
    with ctx.database.read() as session:
        find_run(session, workshop_id, run_id)
        return _rows(ctx, session, workshop_id, run_id)


def read_photo(ctx: Context, workshop_id: int, photo_id: int) -> bytes:
    """A photograph's content; refuses ``photo_missing``, ``picture_missing`` and ``picture_damaged``."""
    with ctx.database.read() as session:
        name = _photo(session, workshop_id, photo_id).sha256
    return read_picture(ctx.database, name)


def detach_photo(ctx: Context, workshop_id: int, photo_id: int) -> None:
    """Take a photograph off its run by a delete mark; its file stays (RULES 7: no hard delete)."""
    with ctx.database.write(ctx.user, "payroll.photo") as session:
        _photo(session, workshop_id, photo_id)
        own = (RunPhoto.workshop_id == workshop_id, RunPhoto.id == photo_id)
        session.execute(update(RunPhoto).where(*own).values(deleted=1))


def _content(file: Path) -> bytes:
    """The file's bytes, never more than a picture may have and one."""
    with refusing_files(file), file.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


def _photo(session: Session, workshop_id: int, photo_id: int) -> RunPhoto:
    own = (RunPhoto.workshop_id == workshop_id, RunPhoto.id == photo_id, RunPhoto.deleted == 0)
    found = session.scalars(select(RunPhoto).where(*own)).one_or_none()
    if found is None:
        raise Refusal("photo_missing")
    return found


def _rows(ctx: Context, session: Session, workshop_id: int, run_id: int) -> tuple[PhotoRow, ...]:
    own = (RunPhoto.workshop_id == workshop_id, RunPhoto.run_id == run_id, RunPhoto.deleted == 0)
    return tuple(_row(ctx, row) for row in session.scalars(select(RunPhoto).where(*own).order_by(RunPhoto.id)))


def _row(ctx: Context, row: RunPhoto) -> PhotoRow:
    here = is_kept(ctx.database, row.sha256)
    return PhotoRow(row.id, row.run_id, row.sha256, row.media_type, row.size, row.note, here)
