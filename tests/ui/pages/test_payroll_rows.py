"""What the payroll page says is next, for every state a run can be in."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.payroll_draft import Finding, Slip
from app.domain.vocabulary import Relation, RunState
from app.services.payments import PaymentRow
from app.services.payroll_runs import RunRow
from app.ui.pages import payroll_rows as rows
from app.ui.pages.payroll_places import place_of
from app.ui.pages.payroll_rows import MonthView, Next
from app.ui.widgets.page import Jump

SLIP = Slip(1, "01", "阿依莫", Relation.FULL_TIME, 0, 0, 0, 0, 0, (), (), 100, 0, 0, 0, 0, 0, 0, 0, 100)
FINDING = Finding("id_missing", 1, "01", "阿依莫", None, {})
RUN = RunRow(7, "2026-11", "regular", RunState.LOCKED, 1, 100, 100, (), "code", "", "阿依", date(2026, 11, 30), False)
OPEN = PaymentRow(1, "01", "阿依莫", 100, 0, 100, 0, "", "")
PAID = replace(OPEN, paid_fen=100, open_fen=0)


def view(run: RunRow | None = None, payment: PaymentRow | None = None, *problems: Finding) -> MonthView:
    return MonthView("2026-11", (SLIP,), problems, run=run, payments=(payment,) if payment else ())


@pytest.mark.parametrize(
    ("month", "printed", "act", "step"),
    [
        (None, False, Next.NOTHING, 1),
        (view(None, None, FINDING), False, Next.FIX, 0),
        (view(), False, Next.LOCK, 2),
        (MonthView("2026-11", ()), False, Next.NOTHING, 2),
        (view(RUN, OPEN), False, Next.PRINT, 4),
        (view(RUN, OPEN), True, Next.PAY, 5),
        (view(replace(RUN, paid_fen=1), OPEN), False, Next.PAY, 5),
        (view(replace(RUN, state=RunState.PAID, paid_fen=100), PAID), False, Next.ARCHIVE, 5),
        (view(replace(RUN, state=RunState.PAID), OPEN), False, Next.PAY, 5),
        (view(replace(RUN, state=RunState.ARCHIVED, paid_fen=100), PAID), False, Next.NOTHING, 6),
        (view(replace(RUN, disputed=True), OPEN), True, Next.SETTLE, 3),
        (view(replace(RUN, state=RunState.REOPENED)), False, Next.NOTHING, 3),
        (view(replace(RUN, state=RunState.VOIDED)), False, Next.NOTHING, 3),
    ],
)
def test_what_is_next(month: MonthView | None, printed: bool, act: Next, step: int) -> None:
    assert rows.next_act(month, printed=printed) is act
    assert rows.present_step(month, printed=printed) == step
    assert bool(rows.next_words(act, month)) is (act is not Next.NOTHING)


@pytest.mark.parametrize("state", list(RunState))
def test_every_state_has_its_word(state: RunState) -> None:
    assert rows.state_words(replace(RUN, state=state))


def test_the_draft_is_offered_until_the_months_run_stands() -> None:
    reopened = replace(RUN, run_id=6, state=RunState.REOPENED)
    half = replace(RUN, run_id=5, kind="first_half")
    offered = [run_id for run_id, _ in rows.run_choices(MonthView("2026-11", (), runs=(half, reopened)), "zh_CN")]
    assert offered == [rows.DRAFT, 5, 6]
    assert [run_id for run_id, _ in rows.run_choices(MonthView("2026-11", (), runs=(half, RUN)), "zh_CN")] == [5, 7]
    assert rows.chosen_run((half, RUN), None) == RUN
    assert rows.chosen_run((half, RUN), 5) == half
    assert rows.chosen_run((half,), None) is None


@pytest.mark.parametrize(
    ("kind", "day", "place"),
    [
        ("day_not_filled", date(2026, 11, 3), Jump("today", 1, "2026-11-03")),
        ("account_missing", None, Jump("people", 1, field="account")),
        ("rate_missing", None, Jump("people", 1, field="rate")),
        ("id_wrong", None, Jump("people", 1, field="id_number")),
        ("relation_changes_inside_month", date(2026, 11, 16), Jump("people", 1, field="terms")),
        ("terms_changed", date(2026, 11, 16), Jump("people", 1, field="terms")),
        ("minimum_missing", None, Jump("people", field="minimum")),
        ("minimum_below_pack", None, Jump("people", field="minimum")),
        ("piece_without_price", date(2026, 11, 3), Jump("people", field="prices")),
        ("calendar_provisional", None, Jump("rules")),
    ],
)
def test_each_finding_has_its_place(kind: str, day: date | None, place: Jump) -> None:
    assert place_of(Finding(kind, 1, "01", "阿依莫", day, {})) == place


def test_a_disputed_month_leads_to_that_month() -> None:
    assert place_of(Finding("month_disputed", 0, "", "", None, {"disputed": "2026-09"})) == Jump(
        "payroll", at="2026-09"
    )
