"""The ledger's data: it adds up, shows the columns it needs, and names what is missing."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.ledger import (
    LedgerData,
    LedgerRow,
    agreed_date,
    missing_fields,
    pack_title,
    pay_words,
    require_complete,
    row_of,
    sum_rows,
)
from app.domain.payroll_draft import Line, LineCode, Slip, Unit
from app.domain.refusal import Refusal
from app.domain.vocabulary import Relation

ROW = LedgerRow(
    "03",
    "苏妹史",
    "513499200204245126",
    "19955608283",
    9600,
    90,
    0,
    480,
    {LineCode.BASE: 260000, LineCode.ABSENCE: -11954, LineCode.TAX: 1000},
    248046,
    247046,
)
DATA = LedgerData("龙潭彝绣工坊", "2026-10", date(2026, 10, 1), date(2026, 10, 31), date(2026, 11, 10), (ROW,))


def test_a_row_that_does_not_add_up_cannot_exist() -> None:
    with pytest.raises(ValueError, match="ledger row 03"):
        replace(ROW, net_fen=ROW.net_fen + 1)


def test_only_used_items_have_columns() -> None:
    assert DATA.earnings == (LineCode.BASE, LineCode.ABSENCE)
    assert DATA.deductions == (LineCode.TAX,)


def test_sums_are_sums_of_rows() -> None:
    total = sum_rows([ROW, ROW])
    assert total.minutes == (19200, 180, 0, 960)
    assert (total.gross_fen, total.net_fen) == (496092, 494092)
    assert total.items[LineCode.ABSENCE] == -23908


def test_no_rows_sum_to_nothing() -> None:
    assert sum_rows([]).minutes == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (replace(DATA, rows=(replace(ROW, phone=""),)), "03 苏妹史 手机"),
        (replace(DATA, rows=(replace(ROW, id_number=" ", phone=""),)), "03 苏妹史 身份证号、手机"),
        (replace(DATA, rows=(replace(ROW, name=""),)), "03 姓名"),
        (replace(DATA, pay_date=None), "发薪日"),
        (replace(DATA, unit=""), "单位名称"),
        (replace(DATA, rows=()), "工人"),
    ],
)
def test_a_gap_is_named_and_refused(data: LedgerData, named: str) -> None:
    assert missing_fields(data) == (named,)
    with pytest.raises(Refusal) as refused:
        require_complete(data)
    assert refused.value.code == "ledger_field_missing"
    assert named in refused.value.text()


@pytest.mark.parametrize(
    ("paid", "words"),
    [
        ((), "约定发放日：2026-11-10"),
        ((date(2026, 11, 12),), "发放日期：2026-11-12"),
        ((date(2026, 11, 20), date(2026, 11, 12), date(2026, 11, 15)), "发放日期：2026-11-12 至 2026-11-20"),
    ],
)
def test_a_day_of_payment_is_said_only_of_what_was_paid(paid: tuple[date, ...], words: str) -> None:
    assert pay_words(date(2026, 11, 10), paid) == words
    assert pay_words(None, ()) == ""


@pytest.mark.parametrize(
    ("month", "day", "agreed"),
    [
        ("2026-01", 10, date(2026, 2, 10)),
        ("2026-01", 31, date(2026, 2, 28)),
        ("2026-12", 15, date(2027, 1, 15)),
        ("2026-01", None, None),
    ],
)
def test_the_agreed_day_lies_in_the_month_after(month: str, day: int | None, agreed: date | None) -> None:
    assert agreed_date(month, day) == agreed


def test_who_was_paid_needs_no_agreed_day() -> None:
    assert missing_fields(replace(DATA, pay_date=None, paid=(date(2026, 11, 12),))) == ()


def test_a_complete_ledger_passes() -> None:
    require_complete(DATA)
    assert DATA.is_draft
    assert not replace(DATA, check_code="AB12").is_draft


def test_row_of_a_slip_sums_lines_by_code() -> None:
    lines = tuple(Line(LineCode.PIECE, "计件", 1000, Unit.PIECE, 1, 10000, fen, "") for fen in (150, 250))
    slip = Slip(1, "01", "王古", Relation.HOME, 0, 0, 0, 0, 0, lines, (), 400, 0, 80, 0, 0, 0, 20, 0, 300)
    row = row_of(slip, "5134", "199")
    assert row.items == {LineCode.PIECE: 400, LineCode.TAX: 80, LineCode.ADVANCE: 20}
    assert row.net_fen == 300


@pytest.mark.parametrize(
    ("stamp", "title"),
    [
        ("statutory_days 2025.1 bff6ed28", "法定节假日 2025.1 bff6ed"),
        ("services_tax 2019.1 00112233", "劳务报酬个税 2019.1 001122"),
        ("county_extra 1 00112233", "county_extra 1 00112233"),
        ("工资 2025.1", "工资 2025.1"),
    ],
)
def test_rule_packs_are_named_as_people_name_them(stamp: str, title: str) -> None:
    assert pack_title(stamp) == title
