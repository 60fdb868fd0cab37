"""A workshop's wage settings over time."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.pay_check import SettingsForm
from app.domain.refusal import Refusal
from app.services.workshop_terms import list_settings, save_settings, settings_on, withdraw_settings
from tests.services.locked_runs import lock_slip

FIRST = SettingsForm(date(2025, 1, 1), 10, 187_000, 1_900)
LATER = replace(FIRST, valid_from=date(2026, 10, 1), monthly_minimum_fen=198_000)


def test_settings_of_today_are_marked(ctx, shop):
    for form in (FIRST, LATER, replace(LATER, valid_from=date(2026, 12, 1))):
        save_settings(ctx, shop, form)
    assert [(row.valid_from.month, row.in_force) for row in list_settings(ctx, shop)] == [
        (12, False),
        (10, True),
        (1, False),
    ]


def test_settings_are_corrected_and_moved(ctx, shop):
    save_settings(ctx, shop, FIRST)
    save_settings(ctx, shop, replace(FIRST, pay_day=15, pays_statutory=False), FIRST.valid_from)
    save_settings(ctx, shop, replace(FIRST, valid_from=date(2025, 2, 1)), FIRST.valid_from)
    assert [(row.valid_from, row.pay_day) for row in list_settings(ctx, shop)] == [(date(2025, 2, 1), 10)]


@pytest.mark.parametrize(
    ("form", "code"), [(FIRST, "settings_date_taken"), (replace(LATER, pay_day=32), "settings_pay_day")]
)
def test_what_is_refused(ctx, shop, form, code):
    save_settings(ctx, shop, FIRST)
    with pytest.raises(Refusal) as refusal:
        save_settings(ctx, shop, form)
    assert refusal.value.code == code
    assert len(list_settings(ctx, shop)) == 1


def test_the_only_settings_stay(ctx, shop):
    save_settings(ctx, shop, FIRST)
    with pytest.raises(Refusal) as refusal:
        withdraw_settings(ctx, shop, FIRST.valid_from)
    assert refusal.value.code == "settings_last"
    save_settings(ctx, shop, LATER)
    withdraw_settings(ctx, shop, FIRST.valid_from)
    assert [row.valid_from for row in list_settings(ctx, shop)] == [LATER.valid_from]


@pytest.mark.parametrize(("day", "minimum"), [(date(2026, 9, 30), 187_000), (date(2026, 10, 1), 198_000)])
def test_which_settings_hold_on_a_day(ctx, shop, day, minimum):
    for form in (FIRST, LATER):
        save_settings(ctx, shop, form)
    with ctx.database.read() as session:
        assert settings_on(session, shop, day).monthly_minimum_fen == minimum
        assert settings_on(session, shop, date(2024, 12, 31)) is None


@pytest.mark.parametrize(("month", "said"), [("2026-10", ["pay_month_locked"]), ("2026-09", [])])
def test_a_locked_month_is_said(ctx, shop, hire, month, said):
    lock_slip(ctx, shop, hire("01"), month)
    assert [note.kind for note in save_settings(ctx, shop, LATER).notes] == said
