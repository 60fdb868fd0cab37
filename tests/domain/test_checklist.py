"""The check list: what blocks the lock, what only warns, and where each points to."""

import string
from dataclasses import replace
from datetime import date

import pytest

from app.domain.calendar import month_calendar
from app.domain.checklist import days_to_come
from app.domain.messages import CATALOGUE
from app.domain.payroll import compute
from app.domain.payroll_input import NO_YEAR, Advance, PieceEntry, PiecePrice, TeamEntry, YearToDate
from app.domain.vocabulary import AdjustmentKind, Basis, MarkKind, Relation, RunKind, TimeKind
from tests.domain.months import number_of, october, problems, warnings, with_mark, with_terms, with_worker
from tests.reference.rows import packs

__all__ = ["october"]  # a fixture


# ---------------------------------------------------------------- problems


def test_an_empty_working_day_blocks_and_gives_no_top_up(october):
    poor = with_terms(october, "11", rate_fen=100_000)
    assert [kind for kind, *_ in warnings(poor, "minimum_top_up")] == ["minimum_top_up"]
    forgotten = with_mark(with_mark(poor, "11", 14, None), "11", 9, None)
    assert problems(forgotten) == [("day_not_filled", "11", 9)]
    assert warnings(forgotten, "minimum_top_up") == []


def test_empty_days_of_services_are_nothing_to_fill_in(october):
    assert not {row.no for row in compute(october).problems} & {"01", "03"}


def test_a_piece_without_a_price_blocks_for_each_worker_and_item(october):
    later = replace(october, prices=tuple(p for p in october.prices if p.price_e4 != 190_800))
    assert problems(later) == []  # the older price is in force
    none = replace(october, prices=tuple(p for p in october.prices if p.item_id != october.prices[0].item_id))
    assert {kind for kind, *_ in problems(none)} == {"piece_without_price"}


def test_an_hourly_rate_below_the_minimum_blocks(october):
    assert problems(with_terms(october, "02", rate_fen=1_899)) == [("hourly_below_minimum", "02", None)]
    assert problems(with_terms(october, "28", rate_fen=1_000)) == []  # full-time: topped up instead


@pytest.mark.parametrize("basis", [Basis.MONTHLY, Basis.DAILY])
def test_part_time_is_paid_by_the_hour(october, basis):
    assert problems(with_terms(october, "02", basis=basis)) == [("part_time_not_hourly", "02", None)]


def test_a_missing_rate_blocks(october):
    assert problems(with_terms(october, "08", rate_fen=0)) == [("rate_missing", "08", None)]


def test_missing_minimum_wages_block(october):
    bare = replace(october, workshop=replace(october.workshop, month_minimum_fen=None, hour_minimum_fen=None))
    assert [kind for kind, *_ in problems(bare)] == ["minimum_missing", "hour_minimum_missing"]


def test_an_opening_that_covers_a_locked_month_blocks(october):
    assert problems(with_worker(october, "08", opening=YearToDate(8), locked=YearToDate(1))) == []
    twice = with_worker(october, "08", opening=YearToDate(3), covered="2026-09")
    assert problems(twice) == [("opening_overlaps", "08", None)]
    assert "2026-09" in compute(twice).problems[0].text()


def test_disputed_months_and_unshared_entries_block(october):
    entry = TeamEntry(1, date(2026, 10, 3), october.items[0].item_id, TimeKind.NORMAL, 1_000, ())
    source = replace(october, disputed_months=("2026-09",), teams=(*october.teams, entry))
    assert problems(source) == [("month_disputed", "", None), ("team_not_shared", "", 3)]


@pytest.mark.parametrize("rate_fen", [100_000_000, 100_000_001])
def test_pay_no_wage_rule_knows_blocks_and_says_where_to_look(october, rate_fen):
    rich = with_terms(october, "08", basis=Basis.MONTHLY, rate_fen=rate_fen)
    found = [row for row in compute(rich).problems if row.kind == "gross_absurd"]
    slip = next(slip for slip in compute(rich).slips if slip.no == "08")
    assert [row.no for row in found] == (["08"] if slip.gross_fen > 100_000_000 else [])
    assert all("基本工资" in row.text() and "Base pay" in row.text("en") for row in found)


def test_pieces_beyond_belief_block_whoever_they_belong_to(october):
    entry = october.pieces[0]._replace(payable_milli=99_999_999_999_000)
    no = next(worker.no for worker in october.workers if worker.worker_id == entry.worker_id)
    found = problems(replace(october, pieces=(*october.pieces, entry)))
    assert found == [("gross_absurd", no, None)]


# ---------------------------------------------------------------- warnings


def test_who_earns_far_more_than_the_others_is_a_warning_in_the_first_month_too(october):
    first = replace(october, workers=tuple(replace(worker, last_gross_fen=None) for worker in october.workers))
    assert warnings(first, "gross_above_others") == [("gross_above_others", "16", None)]  # 16,631.03 : 3,259.62
    rich = with_terms(first, "08", basis=Basis.MONTHLY, rate_fen=5_000_000)
    assert [no for _, no, _ in warnings(rich, "gross_above_others")] == ["08", "16"]


@pytest.mark.parametrize(("paid", "warned"), [(4, False), (5, True)])
def test_four_workers_are_too_few_to_compare(october, paid, warned):
    alike = october
    for no in ("04", "06", "07", "08", "09"):
        alike = with_terms(alike, no, basis=Basis.MONTHLY, rate_fen=200_000)
    kept = [worker for worker in alike.workers if worker.no in ("04", "06", "07", "08", "09")][:paid]
    few = replace(alike, workers=tuple(kept), pieces=(), teams=(), adjustments=(), advances=())
    rich = with_terms(few, "04", rate_fen=9_000_000)
    assert [no for _, no, _ in warnings(rich, "gross_above_others")] == (["04"] if warned else [])


def test_pieces_at_a_price_of_nothing_are_told_with_process_day_and_workers(october):
    assert warnings(october, "piece_price_zero") == []
    team = next(entry for entry in october.teams if len(entry.shares) > 1)
    first = date(2026, 10, 1)
    entry = replace(team, day=first, payable_milli=7_500)
    kept = tuple(price for price in october.prices if price.item_id != team.item_id)
    free = replace(october, prices=(*kept, PiecePrice(team.item_id, first, 0)), teams=(entry,), pieces=())
    (found,) = (row for row in compute(free).warnings if row.kind == "piece_price_zero")
    (item,) = (item for item in october.items if item.item_id == team.item_id)
    named = {worker.worker_id: f"{worker.no} {worker.name} 7.5" for worker in october.workers}
    for part in (f"{item.product}·{item.process}", "2026-10-01", *(named[one.worker_id] for one in team.shares)):
        assert part in found.text()
        assert part in found.text("en")
    alone = PieceEntry(team.shares[0].worker_id, (first,), team.item_id, TimeKind.NORMAL, 2_000)
    (found,) = (row for row in compute(replace(free, pieces=(alone,))).warnings if row.kind == "piece_price_zero")
    assert " 9.5" in found.text()


def test_a_net_of_nothing_is_a_warning_that_names_what_takes_it(october):
    (found,) = (row for row in compute(october).warnings if row.kind == "net_zero")
    assert found.no == "28"
    assert "扣回预支" in found.text()
    assert "Advance repaid" in found.text("en")
    none = replace(with_worker(october, "28", advance_brought_fen=0), advances=())
    assert warnings(none, "net_zero") == []


@pytest.mark.parametrize(
    ("kind", "today", "left"),
    [
        (RunKind.REGULAR, date(2026, 11, 22), [8]),
        (RunKind.REGULAR, date(2026, 11, 29), [1]),
        (RunKind.REGULAR, date(2026, 11, 30), []),
        (RunKind.REGULAR, date(2026, 12, 5), []),
        (RunKind.REGULAR, date(2026, 10, 1), [30]),
        (RunKind.FIRST_HALF, date(2026, 11, 12), [3]),
        (RunKind.FIRST_HALF, date(2026, 11, 15), []),
        (RunKind.SETTLEMENT, date(2026, 11, 2), []),
        (RunKind.CORRECTION, date(2026, 11, 2), []),
    ],
)
def test_days_still_to_come_are_counted(kind, today, left):
    assert [row.params["left"] for row in days_to_come("2026-11", kind, today)] == left


@pytest.mark.parametrize(
    ("field", "kind"), [("id_number", "id_missing"), ("phone", "phone_missing"), ("bank_account", "account_missing")]
)
def test_what_papers_will_need_is_a_warning(october, field, kind):
    bare = with_worker(october, "08", **{field: ""})
    assert warnings(bare, kind) == [(kind, "08", None)]
    assert problems(bare) == []


@pytest.mark.parametrize(
    ("number", "said"),
    [("51349919960720880X", []), ("513499199607208801", [("id_wrong", "08", None)]), ("", [])],
)
def test_an_id_number_that_fails_its_check_is_a_warning(october, number, said):
    source = with_worker(october, "08", id_number=number)
    assert warnings(source, "id_wrong") == said
    assert problems(source) == []
    assert not any(
        number[:14] in row.text(lang) for row in compute(source).warnings for lang in ("zh_CN", "en") if number
    )


@pytest.mark.parametrize(
    ("no", "relation", "kind"),
    [("13", Relation.SERVICES, "rate_not_used"), ("28", Relation.HOME, "rate_not_used"),
     ("06", Relation.PART_TIME, "part_time_by_piece"), ("06", Relation.HOME, None)],
)  # fmt: skip
def test_terms_that_pay_no_time_are_said(october, no, relation, kind):
    found = warnings(with_terms(october, no, relation=relation), "rate_not_used", "part_time_by_piece")
    assert found == ([(kind, no, None)] if kind else [])


def test_a_shared_id_number_names_both(october):
    number = next(w.id_number for w in october.workers if w.no == "07")
    (row,) = (r for r in compute(with_worker(october, "08", id_number=number)).warnings if r.kind == "id_duplicate")
    assert (row.no, row.params["others"]) == ("08", "07 阿妹琴")


def test_hours_without_pieces_of_their_kind_and_the_reverse(october):
    source = with_mark(october, "04", 11, MarkKind.EXTRA, 0, 240)
    assert ("hours_without_piece", "04", 11) in warnings(source, "hours_without_piece")
    source = with_mark(october, "06", 24, MarkKind.OFF)
    assert warnings(source, "piece_without_hours") == [("piece_without_hours", "06", 24)]


def test_pieces_on_a_day_of_leave(october):
    source = with_mark(october, "06", 14, MarkKind.SICK)
    assert warnings(source, "piece_on_absent_day") == [("piece_on_absent_day", "06", 14)]


def test_records_before_hiring_are_pointed_at(october):
    source = with_worker(october, "06", hired=date(2026, 10, 12))
    assert warnings(source, "mark_outside_employment", "piece_outside_employment")[0][2] < 12
    assert len(warnings(source, "mark_outside_employment", "piece_outside_employment")) == 2


def test_an_advance_of_who_has_no_wages_is_pointed_at(october):
    gone = with_worker(october, "06", left=date(2026, 9, 30))
    advance = Advance(number_of(october, "06"), date(2026, 10, 3), 12_300)
    source = replace(gone, advances=(advance,))
    assert warnings(source, "advance_without_wages") == [("advance_without_wages", "06", None)]
    assert warnings(replace(october, advances=(advance,)), "advance_without_wages") == []


@pytest.mark.parametrize(("month", "day"), [("2027-03", 8), ("2026-03", None), ("2027-04", None)])
def test_women_s_half_day_is_told_where_it_is_a_working_day(october, month, day):
    source = replace(october, calendar=month_calendar(month, packs()), workers=(), marks=())
    assert [found for _, _, found in warnings(source, "half_day")] == ([day] if day else [])


@pytest.mark.parametrize(
    ("last", "warned"), [(233_276, 0), (333_251, 0), (333_252, 1), (179_444, 0), (179_443, 1), (1, 1)]
)
def test_thirty_percent_against_last_month(october, last, warned):
    assert len(warnings(with_worker(october, "11", last_gross_fen=last), "gross_changed")) == warned


def test_deductions_that_find_no_room_say_how_much(october):
    row = replace(
        october.adjustments[0], worker_id=number_of(october, "11"), kind=AdjustmentKind.OTHER, amount_fen=300_000
    )
    (cut,) = (r for r in compute(replace(october, adjustments=(row,))).warnings if r.kind == "deduction_cut")
    assert (cut.no, cut.params["asked"], cut.params["cut"]) == ("11", "3000.00", "667.24")


def test_balances_carried_or_negative(october):
    source = with_worker(october, "11", advance_brought_fen=-100)
    assert warnings(source, "balance_negative") == [("balance_negative", "11", None)]
    assert ("advance_carried", "28", None) in warnings(october, "advance_carried")


def test_a_provisional_calendar_and_unpaid_holidays_are_said_once(october):
    source = replace(
        october,
        calendar=replace(october.calendar, provisional=True),
        workshop=replace(october.workshop, pays_holidays=False),
    )
    assert [kind for kind, *_ in warnings(source, "calendar_provisional", "holiday_not_paid")] == [
        "calendar_provisional", "holiday_not_paid",
    ]  # fmt: skip


def test_pay_terms_that_change_within_the_month_are_said(october):
    (worker,) = (w for w in october.workers if w.no == "08")
    raised = replace(worker.terms[0], valid_from=date(2026, 10, 16), rate_fen=300_000)
    assert warnings(with_worker(october, "08", terms=(worker.terms[0], raised)), "terms_changed") == [
        ("terms_changed", "08", 16)
    ]


# ---------------------------------------------------------------- words


def test_every_finding_of_a_bad_month_speaks_both_languages(october):
    source = replace(october, marks=(), prices=(), workshop=replace(october.workshop, month_minimum_fen=None))
    source = with_worker(source, "08", id_number="", phone="", bank_account="", last_gross_fen=1, opening=NO_YEAR)
    draft = compute(source)
    assert len(draft.problems) > 30
    for row in (*draft.problems, *draft.warnings):
        assert row.no in row.text()
        assert row.no in row.text("en")
        assert "{" not in row.text() + row.text("en")


@pytest.mark.parametrize("code", ["day_not_filled", "hourly_below_minimum", "overtime_day", "gross_changed"])
def test_both_languages_name_the_same_things(code):
    fields = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in CATALOGUE[code]]
    assert fields[0] == fields[1]
