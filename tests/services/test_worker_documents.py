"""Papers of a worker: their checks on both sides of each bound, their pictures, their withdrawal."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.domain.document_check import DocumentForm, check
from app.domain.pay_check import FieldRefusal
from app.domain.refusal import Refusal
from app.domain.vocabulary import Basis, DocumentKind, Relation
from app.domain.worker_check import WorkerForm
from app.services.context import Context
from app.services.people_edit import add_worker
from app.services.worker_documents import (
    attach_picture,
    document_picture,
    list_documents,
    save_document,
    withdraw_document,
)

TODAY = date(2026, 11, 25)
CONTRACT = DocumentForm(DocumentKind.CONTRACT, "2026-7", date(2026, 1, 1), date(2026, 1, 1), date(2026, 12, 31))
JPEG = b"\xff\xd8\xff\xe0" + bytes(40) + b"\xff\xd9"


@pytest.fixture
def context(database):
    return Context(database, "阿依", now=lambda: datetime(2026, 11, 25, 18, 30))  # noqa: DTZ001  local wall time


@pytest.fixture
def people(context, workshop_id):
    forms = [WorkerForm(no, f"工{no}", Relation.FULL_TIME, Basis.PIECE, None, date(2025, 3, 1)) for no in ("01", "02")]
    return [add_worker(context, workshop_id, form).row.worker_id for form in forms]


def kinds(form):
    return [(note.kind, note.column, note.blocks) for note in check(form, TODAY)]


def test_a_good_paper_has_no_note():
    assert kinds(CONTRACT) == []
    assert kinds(DocumentForm(DocumentKind.CONSENT, signed_on=TODAY)) == []


@pytest.mark.parametrize(
    ("change", "note"),
    [
        ({"kind": None}, ("document_kind_empty", "kind", True)),
        ({"number": "7\u202e"}, ("text_unfit_character", "number", True)),
        ({"signed_on": date(2026, 11, 26)}, ("document_signed_coming", "signed_on", True)),
        ({"signed_on": date(1899, 12, 31)}, ("document_day_wrong", "signed_on", True)),
        ({"valid_to": date(2999, 1, 1)}, ("document_day_wrong", "valid_to", True)),
        ({"valid_from": None}, ("document_from_empty", "valid_from", True)),
        ({"valid_from": date(2027, 1, 1)}, ("document_ends_before", "valid_to", True)),
        ({"valid_to": date(2026, 11, 24)}, ("document_over", "valid_to", False)),
    ],
)
def test_what_is_said(change, note):
    assert kinds(replace(CONTRACT, **change)) == [note]


def test_a_picture_is_kept_with_its_paper_and_outlives_a_correction(context, workshop_id, people, tmp_path):
    one, other = people
    (tmp_path / "a.jpg").write_bytes(JPEG)
    save_document(context, workshop_id, one, CONTRACT)
    (row,) = list_documents(context, workshop_id, one)
    with pytest.raises(Refusal) as bare:
        document_picture(context, workshop_id, one, row.record_id)
    assert bare.value.code == "document_no_picture"
    attach_picture(context, workshop_id, one, row.record_id, tmp_path / "a.jpg")
    save_document(context, workshop_id, one, replace(CONTRACT, number="2026-8"), row.record_id)
    (row,) = list_documents(context, workshop_id, one)
    assert (row.number, row.media_type) == ("2026-8", "image/jpeg")
    assert document_picture(context, workshop_id, one, row.record_id) == JPEG
    assert list_documents(context, workshop_id, other) == ()
    with pytest.raises(Refusal) as foreign:
        document_picture(context, workshop_id, other, row.record_id)
    assert foreign.value.code == "document_missing"


def test_what_is_no_picture_changes_nothing(context, workshop_id, people, tmp_path):
    (tmp_path / "a.jpg").write_bytes(JPEG[:-2])
    save_document(context, workshop_id, people[0], CONTRACT)
    (row,) = list_documents(context, workshop_id, people[0])
    with pytest.raises(Refusal) as cut:
        attach_picture(context, workshop_id, people[0], row.record_id, tmp_path / "a.jpg")
    assert cut.value.code == "picture_unreadable"
    assert list_documents(context, workshop_id, people[0]) == (row,)


def test_a_refused_and_a_withdrawn_paper(context, workshop_id, people):
    with pytest.raises(FieldRefusal):
        save_document(context, workshop_id, people[0], DocumentForm())
    save_document(context, workshop_id, people[0], CONTRACT)
    (row,) = list_documents(context, workshop_id, people[0])
    withdraw_document(context, workshop_id, people[0], row.record_id)
    assert list_documents(context, workshop_id, people[0]) == ()
    with pytest.raises(Refusal) as gone:
        withdraw_document(context, workshop_id, people[0], row.record_id)
    assert gone.value.code == "document_missing"
