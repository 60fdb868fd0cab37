"""Spreadsheets, read back by another library: numbers are numbers, numbers of people are text, nothing is a formula."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from app.domain.papers.tax_list import TaxData, tax_rows
from app.domain.vocabulary import Relation
from app.services import payroll_life
from app.services.papers import Wanted
from app.services.spreadsheets import SERVICE_COLUMNS, WAGE_COLUMNS, payroll_sheet, table_csv, table_sheet, tax_sheet
from tests.paper_sources import paid, slip
from tests.services.paid_workers import MONTH, earn, hire_home_worker


def sheets(content):
    """Rows of each sheet as plain values."""
    book = openpyxl.load_workbook(BytesIO(content))
    return {page.title: [[cell.value for cell in row] for row in page.iter_rows()] for page in book}


def kinds(content):
    book = openpyxl.load_workbook(BytesIO(content))
    return {cell.data_type for page in book for row in page.iter_rows() for cell in row}


@pytest.fixture
def people(ctx, shop, hire):
    ids = [hire_home_worker(hire, ctx, "01", "=1+1"), hire_home_worker(hire, ctx, "02", "ꀋꑳꃀ")]
    for worker_id, fen in zip(ids, (10_000, 140_950), strict=True):
        earn(ctx, shop, worker_id, fen)
    return ids


def test_a_payroll_as_a_spreadsheet(ctx, shop, people):
    draft, _ = payroll_sheet(ctx, shop, Wanted(MONTH))
    run = payroll_life.lock(ctx, shop, MONTH)
    content, source = payroll_sheet(ctx, shop, Wanted(MONTH))
    title, heading, first, second, total = sheets(content)["工资表"]
    assert "草稿" in sheets(draft)["工资表"][0][0]
    assert run.check_code in title[0]
    assert source.run_id == run.run_id
    assert heading[:4] == ["编号", "姓名", "身份证号", "手机"]
    assert (first[1], second[1]) == ("=1+1", "ꀋꑳꃀ")
    assert round((first[-1] + second[-1]) * 100) == round(total[-1] * 100) == run.net_fen


def test_every_line_of_every_slip_is_there(ctx, shop, people):
    content, source = payroll_sheet(ctx, shop, Wanted(MONTH))
    _, _, *rows = sheets(content)["明细"]
    lines = [line for one in source.slips for line in (*one.slip.lines, *one.slip.deductions)]
    assert [round(row[8] * 100) for row in rows] == [line.amount_fen for line in lines]


def test_nothing_is_a_formula(ctx, shop, people):
    assert "f" not in kinds(payroll_sheet(ctx, shop, Wanted(MONTH))[0])


@pytest.fixture
def taxes():
    named = replace(paid(slip(1)), id_number="51349919960720880X")
    given = (named, paid(slip(2)), paid(slip(3, 2, Relation.SERVICES)))
    return TaxData("龙潭彝绣工坊", "91", "2026-10", False, "阿依莫", tax_rows(given, "2026-10"))


def test_the_tax_list_has_the_templates_columns(taxes):
    book = sheets(tax_sheet(taxes))
    wages, services = book["正常工资薪金收入"], book["劳务报酬所得"]
    assert tuple(wages[0]) == WAGE_COLUMNS
    assert tuple(services[0]) == SERVICE_COLUMNS
    assert [row[:4] for row in wages[1:]] == [
        ["01", "苏花珍", "居民身份证", "51349919960720880X"],
        ["02", "吉克秀英", "居民身份证", "513499199607200002"],
    ]
    assert round(wages[1][4] * 100) == taxes.wages[0].income_fen
    assert services[1][4] == "其他劳务报酬所得"


def test_insurance_of_unknown_kind_is_said_to_be_so(taxes):
    row = replace(taxes.wages[0], social_fen=48_050, insurances=(8_000, 0, 0, 0))
    wages = sheets(tax_sheet(replace(taxes, rows=(row,))))["正常工资薪金收入"]
    filled = dict(zip(wages[0], wages[1], strict=True))
    assert (filled["基本养老保险费"], filled["其他"]) == (80, 400.5)
    assert "未分险种" in filled["备注"]


def test_our_own_figures_stand_beside(taxes):
    title, heading, *rows = sheets(tax_sheet(taxes))["核对"]
    assert "不导入" in title[0]
    assert heading[-1] == "本期扣缴税额"
    assert round(sum(row[-1] for row in rows) * 100) == sum(row.tax_fen for row in taxes.rows)


SHOWN = [("编号", "姓名", "实发"), ("01", "=1+1", Decimal("1234.50")), ("02", '吉克"秀英', "")]


def test_a_table_of_the_window_as_a_spreadsheet():
    content = table_sheet("工人/[1]", SHOWN, ("合计", "", Decimal("1234.50")))
    assert sheets(content) == {
        "工人__1_": [
            ["编号", "姓名", "实发"],
            ["01", "=1+1", 1234.5],
            ["02", '吉克"秀英', None],
            ["合计", None, 1234.5],
        ]
    }
    assert kinds(content) <= {"s", "n"}


@pytest.mark.parametrize(("number", "shown"), [("12", "#,##0"), ("12.50", "#,##0.00"), ("0.125", "#,##0.000")])
def test_numbers_have_the_decimals_they_are_shown_with(number, shown):
    book = openpyxl.load_workbook(BytesIO(table_sheet("t", [("n",), (Decimal(number),)])))
    assert book.active["A2"].number_format == shown


def test_a_table_as_text_is_known_by_spreadsheets_and_reckons_nothing():
    content = table_csv([*SHOWN, ("03", "-x", Decimal(-3))])
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == ('编号,姓名,实发\r\n01,\'=1+1,1234.50\r\n02,"吉克""秀英",\r\n03,\'-x,-3\r\n')
