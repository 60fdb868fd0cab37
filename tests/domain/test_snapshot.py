"""A snapshot gives back what was written, and the same fen; what is none says so."""

import hashlib
import json
from dataclasses import replace

import pytest

from app.domain.payroll import compute
from app.domain.payroll_input import MonthInput
from app.domain.snapshot import read_snapshot, snapshot_bytes
from tests.reference.rows import MONTH, month_input, sample


@pytest.fixture(scope="module")
def october():
    return month_input(sample(), MONTH)


def backwards(month):
    """The same rows the other way round."""
    kept = [replace(worker, terms=worker.terms[::-1]) for worker in month.workers]
    return replace(
        month, workers=tuple(kept[::-1]), marks=month.marks[::-1], pieces=month.pieces[::-1], prices=month.prices[::-1]
    )


def test_a_snapshot_computes_to_the_same_slips(october):
    again = read_snapshot(snapshot_bytes(october))
    assert isinstance(again, MonthInput)
    assert compute(again) == compute(october)
    assert again.rules == october.rules
    assert again.calendar == october.calendar


def test_equal_inputs_are_equal_bytes_whatever_the_order_of_rows(october):
    assert snapshot_bytes(backwards(october)) == snapshot_bytes(october)


def test_writing_again_what_was_read_gives_the_same_bytes(october):
    written = snapshot_bytes(october)
    assert snapshot_bytes(read_snapshot(written)) == written


def test_one_fen_more_is_another_hash(october):
    more = replace(october, advances=(replace(october.advances[0], amount_fen=1), *october.advances[1:]))
    one, two = (hashlib.sha256(snapshot_bytes(month)).hexdigest() for month in (october, more))
    assert one != two


def changed(written, **fields):
    data = json.loads(written)
    data["month"] |= fields
    return json.dumps(data).encode()


@pytest.mark.parametrize("fields", [{"month": 7}, {"later": 1}, {"workers": [{"no": "01"}]}, {"workers": 3}])
def test_what_is_no_snapshot_is_refused(october, fields):
    with pytest.raises(ValueError, match=r"."):
        read_snapshot(changed(snapshot_bytes(october), **fields))


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"format": 99, "month": {}}', b"\xff"])
def test_what_is_no_json_of_ours_is_refused(content):
    with pytest.raises(ValueError, match=r"."):
        read_snapshot(content)


def test_a_field_a_snapshot_does_not_have_yet_reads_as_its_default(october):
    data = json.loads(snapshot_bytes(october))
    del data["month"]["disputed_months"]
    assert read_snapshot(json.dumps(data).encode()) == read_snapshot(snapshot_bytes(october))
