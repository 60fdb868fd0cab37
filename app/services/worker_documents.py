"""Papers of a worker: contracts, consent, portrait, certificates, with the picture of each (RULES 8)."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.document_check import DocumentForm, check
from app.domain.pay_check import accept
from app.domain.picture import MOST_BYTES, require_picture
from app.domain.plain_text import tidy
from app.domain.refusal import Refusal
from app.domain.vocabulary import DocumentKind
from app.models.folder import refusing_files
from app.models.people import WorkerDocument
from app.models.pictures import keep_picture, read_picture
from app.services.context import Context
from app.services.pay_records import PaySaved, get_record, put_by_id
from app.services.people import get_worker


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A paper of a worker; ``sha256`` names its picture, empty where there is none."""

    record_id: int
    kind: DocumentKind
    number: str
    signed_on: date | None
    valid_from: date | None
    valid_to: date | None
    sha256: str
    media_type: str
    note: str


def list_documents(ctx: Context, workshop_id: int, worker_id: int) -> tuple[DocumentRow, ...]:
    """A worker's papers, those that hold longest first; refuses ``worker_missing``."""
    with ctx.database.read() as session:
        get_worker(session, workshop_id, worker_id)
        own = (WorkerDocument.workshop_id == workshop_id, WorkerDocument.worker_id == worker_id)
        found = session.scalars(select(WorkerDocument).where(*own, WorkerDocument.deleted == 0))
        rows = [_row(row) for row in found]
    return tuple(
        sorted(rows, key=lambda row: (row.valid_from or row.signed_on or date.min, row.record_id), reverse=True)
    )


def save_document(
    ctx: Context, workshop_id: int, worker_id: int, form: DocumentForm, record_id: int | None = None
) -> PaySaved:
    """A paper's facts; the picture stays. Refuses with FieldRefusal, ``worker_missing``, ``document_missing``."""
    with ctx.database.write(ctx.user, "people.document") as session:
        get_worker(session, workshop_id, worker_id)
        if record_id is not None:
            _get(session, workshop_id, worker_id, record_id)
        notes = accept(check(form, ctx.today()))
        days = {name: _text(getattr(form, name)) for name in ("signed_on", "valid_from", "valid_to")}
        kind = form.kind.value if form.kind else ""
        words = {"kind": kind, "number": tidy(form.number), "note": tidy(form.note)}
        put_by_id(session, WorkerDocument, workshop_id, record_id, {"worker_id": worker_id, **words, **days})
    return PaySaved(notes)


def withdraw_document(ctx: Context, workshop_id: int, worker_id: int, record_id: int) -> PaySaved:
    """Take a paper away by a delete mark; its picture's file stays (RULES 7: no hard delete)."""
    with ctx.database.write(ctx.user, "people.document") as session:
        _get(session, workshop_id, worker_id, record_id).deleted = 1
    return PaySaved()


def attach_picture(ctx: Context, workshop_id: int, worker_id: int, record_id: int, file: Path) -> DocumentRow:
    """Keep a JPEG, PNG or PDF as a paper's picture, in place of the one before.

    Refuses ``document_missing``, ``picture_too_large``, ``picture_unreadable``, and what the disk refuses.
    """
    with refusing_files(file), file.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1)
    kind = require_picture(content, file.name)
    with ctx.database.write(ctx.user, "people.document") as session:
        row = _get(session, workshop_id, worker_id, record_id)
        row.sha256 = keep_picture(ctx.database, content)  # before the row: a file without a row harms nobody
        row.media_type, row.size = kind, len(content)
        return _row(row)


def document_picture(ctx: Context, workshop_id: int, worker_id: int, record_id: int) -> bytes:
    """A paper's picture; refuses ``document_no_picture``, ``picture_missing`` and ``picture_damaged``."""
    with ctx.database.read() as session:
        name = _get(session, workshop_id, worker_id, record_id).sha256
    if not name:
        raise Refusal("document_no_picture")
    return read_picture(ctx.database, name)


def _get(session: Session, workshop_id: int, worker_id: int, record_id: int) -> WorkerDocument:
    row = get_record(session, WorkerDocument, (workshop_id, record_id), "document_missing")
    if row.worker_id != worker_id:
        raise Refusal("document_missing")
    return row


def _row(row: WorkerDocument) -> DocumentRow:
    return DocumentRow(
        row.id,
        DocumentKind(row.kind),
        row.number,
        _day(row.signed_on),
        _day(row.valid_from),
        _day(row.valid_to),
        row.sha256,
        row.media_type,
        row.note,
    )


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
