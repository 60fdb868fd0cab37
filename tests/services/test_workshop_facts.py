"""A workshop's facts: each check on both sides of its bound, and what is written."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.domain.pay_check import FieldRefusal
from app.domain.refusal import Refusal
from app.domain.workshop_check import WorkshopForm, check, is_credit_code
from app.services.context import Context
from app.services.workshop_facts import save_workshop, workshop_view

TODAY = date(2026, 11, 25)
GOOD = WorkshopForm("龙潭彝绣工坊", "513431", "91350100M000100Y43", recognised_on=TODAY, confirmed_year=2026)


@pytest.fixture
def context(database):
    return Context(database, "阿依", now=lambda: datetime(2026, 11, 25, 18, 30))  # noqa: DTZ001  local wall time


def kinds(form):
    return [(note.kind, note.blocks) for note in check(form, TODAY)]


def test_good_facts_have_no_note():
    assert kinds(GOOD) == []
    assert kinds(WorkshopForm("工坊", "513431")) == []


@pytest.mark.parametrize(
    ("change", "kind", "blocks"),
    [
        ({"name": " "}, "workshop_name_empty", True),
        ({"name": "工\u200b坊"}, "text_unfit_character", True),
        ({"leader": "\x07"}, "text_unfit_character", True),
        ({"region": "5134"}, "workshop_region_wrong", True),
        ({"region": "999999"}, "workshop_region_wrong", True),
        ({"credit_code": "91350100M000100Y44"}, "workshop_code_wrong", False),
        ({"recognised_on": date(2026, 11, 26)}, "workshop_recognised_wrong", True),
        ({"recognised_on": date(2005, 12, 31)}, "workshop_recognised_wrong", True),
        ({"confirmed_year": 2027}, "workshop_confirmed_wrong", True),
        ({"confirmed_year": 2005}, "workshop_confirmed_wrong", True),
    ],
)
def test_what_is_said(change, kind, blocks):
    assert kinds(replace(GOOD, **change)) == [(kind, blocks)]


@pytest.mark.parametrize(
    ("code", "sound"),
    [
        ("91350100M000100Y43", True),  # the example of GB 32100-2015
        ("91350100M000100Y34", False),
        ("91350100M00O100Y43", False),
        ("91350100M000100Y4", False),
    ],
)
def test_credit_codes(code, sound):
    assert is_credit_code(code) is sound


def test_facts_are_written_and_shown_again(context, workshop_id):
    form = replace(GOOD, project="彝族刺绣", category="传统美术", credit_code=" 91350100m000100y43 ")
    save_workshop(context, workshop_id, form)
    shown = workshop_view(context, workshop_id)
    assert shown.form == replace(form, credit_code="91350100M000100Y43")
    assert "传统美术" in shown.categories


def test_refused_facts_change_nothing(context, workshop_id):
    before = workshop_view(context, workshop_id).form
    with pytest.raises(FieldRefusal):
        save_workshop(context, workshop_id, replace(GOOD, name=""))
    assert workshop_view(context, workshop_id).form == before
    with pytest.raises(Refusal) as missing:
        workshop_view(context, 4711)
    assert missing.value.code == "workshop_missing"
