"""What ``payroll compute --json`` prints, and the hash and code a locked run keeps."""

import json
from dataclasses import replace
from datetime import date

import pytest

from app.domain.payroll import compute
from app.domain.payroll_json import chain_code, check_code, draft_json, snapshot_hash
from app.domain.vocabulary import RunKind
from tests.domain.months import october
from tests.reference.rows import MONTH, month_input, sample

__all__ = ["october"]  # a fixture

WORKER = {
    "no", "name", "relation", "hours", "unpaid_days", "lines", "gross_fen", "social_fen", "tax_fen", "other_fen",
    "damage_fen", "carried_damage_fen", "advance_fen", "carried_advance_fen", "net_fen",
}  # fmt: skip
LINE = {"code", "label", "quantity", "unit", "price", "factor", "amount_fen", "formula"}


@pytest.fixture(scope="module")
def draft():
    return compute(month_input(sample(), MONTH))


def test_the_row_of_the_design(draft):
    plain = json.loads(json.dumps(draft_json(draft)))
    assert list(plain) == ["month", "workers", "totals", "problems", "warnings"]
    assert all(set(worker) == WORKER for worker in plain["workers"])
    assert all(set(line) == LINE for worker in plain["workers"] for line in worker["lines"])


def test_a_run_of_some_days_names_its_kind_and_the_days(october):
    plain = draft_json(compute(replace(october, kind=RunKind.SETTLEMENT)))
    (worker,) = plain["workers"]
    assert (plain["kind"], worker["no"], worker["period_from"], worker["period_to"]) == (
        "settlement", "09", "2026-10-01", "2026-10-21",
    )  # fmt: skip


def test_the_hash_follows_the_days_paid(draft):
    one = replace(draft.slips[0], period_from=date(2026, 10, 1), period_to=date(2026, 10, 15))
    other = replace(one, period_to=date(2026, 10, 16))
    assert len({snapshot_hash([row]) for row in (draft.slips[0], one, other)}) == 3


def test_figures_are_exact_numbers_in_their_units(draft):
    worker = draft_json(draft)["workers"][7]
    assert worker["hours"] == {"正常": 130.5, "加班": 0, "休息日": 4, "法定": 16}
    assert worker["unpaid_days"] == 1.6875
    line = next(line for line in worker["lines"] if line["code"] == "overtime")
    assert (line["quantity"], line["unit"], line["price"], line["factor"]) == (4, "小时", 2600, 2)
    assert line["formula"] == "2600.00÷174×4×200%=119.54"


def test_findings_say_what_who_and_where(draft):
    plain = draft_json(replace(draft, problems=draft.warnings))
    week = next(row for row in plain["problems"] if row["kind"] == "part_time_week")
    assert (week["no"], week["date"]) == ("02", "2026-10-12")
    assert "26.5" in week["text"]
    assert "26.5" in week["text_en"]


def test_the_hash_changes_with_any_figure(draft):
    one = draft.slips[0]
    changed = (replace(one, net_fen=one.net_fen + 1), *draft.slips[1:])
    assert snapshot_hash(draft.slips) == snapshot_hash(draft.slips) != snapshot_hash(changed)


def test_the_hash_does_not_follow_the_wording(draft):
    line = draft.slips[0].lines[0]._replace(label="x", formula="y")
    worded = (replace(draft.slips[0], lines=(line, *draft.slips[0].lines[1:])), *draft.slips[1:])
    assert snapshot_hash(worded) == snapshot_hash(draft.slips)


def test_the_check_code_is_short_enough_to_read_out():
    assert check_code("4a1f09bc77d2" + "0" * 52) == "4A1F-09BC-77D2"


def test_a_chain_s_head_is_short_on_paper():
    assert chain_code(f"4711:1234:{'9f3a12bc77d2'}{'0' * 52}") == "4711·1234 9F3A-12BC-77D2"
    assert chain_code("") == ""
