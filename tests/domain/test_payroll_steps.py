"""Which step a run's state allows: the whole table, and words for every refusal in both languages."""

from string import Formatter

import pytest

from app.domain.messages import CATALOGUE
from app.domain.payroll_steps import Action, Names, RunTitle, refused_step, require_reason, require_step
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind, RunState

ALLOWED = {
    Action.REOPEN: {RunState.LOCKED},
    Action.VOID: {RunState.LOCKED},
    Action.PAY: {RunState.LOCKED},
    Action.RETURN: {RunState.LOCKED, RunState.PAID},
    Action.ARCHIVE: {RunState.LOCKED, RunState.PAID},
    Action.UNARCHIVE: {RunState.ARCHIVED},
}
"""An archive of a locked run is refused by its open amounts."""


@pytest.mark.parametrize("state", RunState)
@pytest.mark.parametrize("action", Action)
def test_a_step_is_allowed_or_has_a_code_of_its_own(action, state):
    code = refused_step(action, state)
    assert (code is None) == (state in ALLOWED[action])
    if code is not None:
        fields = {name for _, name, _, _ in Formatter().parse(CATALOGUE[code].zh) if name}
        assert fields <= {"month"}


def test_no_code_is_used_for_two_refusals():
    codes = [code for action in Action for state in RunState if (code := refused_step(action, state))]
    assert len(codes) == len(set(codes))


def test_an_archived_run_is_only_taken_out():
    assert [action for action in Action if not refused_step(action, RunState.ARCHIVED)] == [Action.UNARCHIVE]


def test_a_refused_step_names_the_month():
    with pytest.raises(Refusal, match="2026-10"):
        require_step(Action.PAY, RunState.VOIDED, "2026-10")


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_no_reason_is_refused(text):
    with pytest.raises(Refusal) as refusal:
        require_reason(text)
    assert refusal.value.code == "reason_missing"


@pytest.mark.parametrize("kind", RunKind)
def test_every_kind_has_a_name_in_both_languages(kind):
    assert RunTitle(kind).text("zh_CN") != RunTitle(kind).text("en")


def test_a_kind_of_a_newer_program_is_called_as_it_is():
    assert RunTitle("bonus").text("en") == "bonus"


def test_names_stand_with_the_comma_of_the_language():
    names = Names(("01 阿依", "02 吉克"))
    assert (names.text("zh_CN"), names.text("en")) == ("01 阿依、02 吉克", "01 阿依, 02 吉克")
