"""The other papers, printed: what a person and a search find on their pages, at every size."""

import re
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from app.domain.money import yuan
from app.domain.papers import PaperData, SubsidyData
from app.domain.papers.board import AmountRule, BoardRules, NameRule, board_of
from app.domain.papers.cash import Due, cash_of
from app.domain.papers.certificate import CertificateData, CertifiedMonth
from app.domain.papers.settlement import settlement_of
from app.domain.papers.source import PaidSlip, ledger_of
from app.domain.papers.subsidy import RosterRow, months_up_to
from app.domain.papers.tax_list import TaxCorrection, TaxData, tax_rows
from app.domain.refusal import Refusal
from app.domain.vocabulary import Relation, RunKind
from app.ui.printing import table as lay
from app.ui.printing.board_paper import board_table
from app.ui.printing.cash_paper import cash_table
from app.ui.printing.certificate_paper import certificate_words
from app.ui.printing.ledger_paper import amount
from app.ui.printing.output import page_picture, paper_pdf, print_paper
from app.ui.printing.papers import paper_of
from app.ui.printing.settlement_paper import settlement_table
from tests.paper_sources import paid, slip, source

SIZES = [1, 7, 40, 300]


def cash(workers: int, run_id: int = 5):
    """Everybody's net in cash."""
    given = source(workers, run_id=run_id)
    return cash_of(given, [Due(one.slip.worker_id, one.slip.net_fen) for one in given.slips], everybody=True)


def board(workers: int, amounts: AmountRule = AmountRule.EXACT, run_id: int = 5):
    return board_of(source(workers, run_id=run_id), BoardRules(NameRule.STAR, amounts))


def settlement(workers: int, lines: int = 3, run_id: int = 5):
    return settlement_of(source(workers, lines, Relation.HOME, run_id=run_id))


def tax(workers: int, *, is_draft: bool = False) -> TaxData:
    given = (*source(workers).slips, *(paid(slip(at, 2, Relation.SERVICES)) for at in (900, 901)))
    return TaxData("龙潭彝绣工坊", "91", "2026-10", is_draft, "阿依莫", tax_rows(given, "2026-10"))


def tables():
    """Every table paper at every size, and a long one."""
    for workers in SIZES:
        yield f"board {workers}", board_table(board(workers))
        yield f"cash {workers}", cash_table(cash(workers))
        for relation, rows in settlement(workers).sheets:
            yield f"settlement {workers}", settlement_table(source(), relation, rows)
    for relation, rows in settlement(3, 40).sheets:
        yield "settlement of 40 lines", settlement_table(source(), relation, rows)


@pytest.fixture(params=[*tables()], ids=lambda named: named[0])
def layout(request, qapp: object):
    return lay.lay_out(request.param[1])


def test_columns_fill_the_width_and_pages_end_above_the_foot(layout) -> None:
    assert sum(column.width for column in layout.columns) == layout.table.form.room
    for at, page in enumerate(layout.pages):
        below = layout.sum_row + (layout.closing_height if at == len(layout.pages) - 1 else 0)
        assert layout.top + layout.head + sum(page.heights) + below <= layout.bottom


def test_each_row_stands_once_and_every_text_fits(layout) -> None:
    assert tuple(row for page in layout.pages for row in page.rows) == layout.table.rows
    for column in layout.columns:
        for row in layout.table.rows[:40]:
            for text in lay.cell_lines(layout, column, row):
                assert lay.width(text, layout.size) <= column.width - 2 * lay.PAD + 1


DRAFTS = [lambda: settlement(40, run_id=0), lambda: board(40, run_id=0), lambda: cash(40, run_id=0),
          lambda: tax(40, is_draft=True)]  # fmt: skip


@pytest.mark.parametrize("make", DRAFTS)
def test_a_draft_says_so_on_each_page(qapp: object, text_of, make) -> None:
    pages = text_of(paper_pdf(paper_of(make())))
    assert len(pages) > 1
    for page in pages:
        assert "草稿 DRAFT" in page


def test_settlement_names_work_price_and_sums(qapp: object, text_of) -> None:
    data = settlement(7)
    pages = text_of(paper_pdf(paper_of(data)))
    whole = "".join(pages)
    for part in ("加工费结算单", "不属于工资", "漆器酒杯 描金 A", "收款人签名或手印", "身份证号", "校验码：K7Q2-9DXM"):
        assert part in whole
    net = sum(one.slip.net_fen for one in data.source.slips)
    assert yuan(net, grouped=True) in pages[-1]
    assert "工资支付" not in whole


def test_home_work_and_services_stand_on_sheets_of_their_own(qapp: object, text_of) -> None:
    both = (paid(slip(1, 2, Relation.HOME)), paid(slip(2, 2, Relation.SERVICES)))
    first, second = text_of(paper_pdf(paper_of(settlement_of(replace(source(), slips=both)))))
    assert ("加工费结算单" in first, "劳务费结算单" in first) == (True, False)
    assert ("加工费结算单" in second, "劳务费结算单" in second) == (False, True)


def test_the_board_shows_masked_names_and_no_number(qapp: object, text_of) -> None:
    text = "".join(text_of(paper_pdf(paper_of(board(40)))))
    given = source(40).slips
    assert "苏*" in text
    assert not any(one.slip.name in text or one.id_number in text or one.phone in text for one in given)


@pytest.mark.parametrize(("rule", "shown"), [(AmountRule.BANDS, "2000-3000"), (AmountRule.NONE, "备注")])
def test_the_board_without_exact_amounts_gives_no_sum_away(qapp: object, text_of, rule: AmountRule, shown: str) -> None:
    text = "".join(text_of(paper_pdf(paper_of(board(7, rule)))))
    assert shown in text
    assert not any(yuan(fen, grouped=True) in text for fen in board(7).sums or ())


def test_cash_sums_stand_on_the_last_page(qapp: object, text_of) -> None:
    data = cash(40)
    *_, last = text_of(paper_pdf(paper_of(data)))
    assert yuan(sum(row.amount_fen for row in data.rows), grouped=True) in last
    assert "总计（40 人）" in last


def test_the_tax_list_has_wages_and_services_apart(qapp: object, text_of) -> None:
    first, second = text_of(paper_pdf(paper_of(tax(3))))
    assert "正常工资薪金" in first
    assert "其他劳务报酬所得" in second
    assert source(1).slips[0].id_number in first


@pytest.mark.parametrize("is_draft", [False, True])
def test_the_tax_list_says_what_a_correction_added(qapp: object, text_of, is_draft: bool) -> None:
    added = TaxCorrection(date(2026, 11, 25), True, 123_456_700, 3_703_700)
    whole = replace(tax(3, is_draft=is_draft), corrections=(added,), others=("2026-08", "2026-09"))
    text = "".join(text_of(paper_pdf(paper_of(whole)))[0].split())
    assert "已含2026-11-25的更正：收入1,234,567.00元、税额37,037.00元；本月已申报的，增加额并入" in text
    assert "减少额更正原申报" in text
    assert "另有2026-08、2026-09的更正在本月锁定" in text


def test_a_settlement_pages_subtotals_are_of_the_same_workers(qapp: object) -> None:
    """A worker whose totals stand on the next page is in none of a page's sums, his lines in no sum of their own."""
    ((relation, rows),) = settlement(3, 40).sheets
    layout = lay.lay_out(settlement_table(source(), relation, rows))
    assert any(not page.rows[-1].is_last for page in layout.pages)
    for page in layout.pages:
        ended = [row for row in page.rows if row.is_last]
        sums = [text for column in layout.columns for text in column.sums(page.subtotal)]
        picks = ("gross_fen", "tax_fen", "other_fen", "net_fen")
        assert sums == [amount(sum(getattr(row, pick) for row in ended)) for pick in picks]


def certificate(**other: object) -> CertificateData:
    months = months_up_to("2026-10", 3)
    fields: dict[str, object] = {
        "unit": "龙潭彝绣工坊",
        "credit_code": "",
        "address": "龙潭镇",
        "phone": "",
        "name": "吉克秀英",
        "no": "02",
        "id_number": "513499199607200007",
        "relation": "全日制",
        "hired_on": date(2025, 3, 1),
        "left_on": None,
        "issued_on": date(2026, 11, 12),
        "months": tuple(
            CertifiedMonth(m, 150_000, 0, 9_050, 140_950, 140_950 if m != "2026-09" else 0) for m in months
        ),
    }
    return CertificateData(**(fields | other))  # type: ignore[arg-type]


def test_the_certificate_says_what_was_paid_in_words_and_no_more(qapp: object, text_of) -> None:
    (page,) = text_of(paper_pdf(paper_of(certificate())))
    plain = "".join(page.split())
    for part in (
        "吉克秀英",
        "2,819.00元",
        "贰仟捌佰壹拾玖元整",
        "月均1,409.50元",
        "壹仟肆佰零玖元伍角",
        "未计入：2026-09",
    ):
        assert part in plain
    assert "4,228.50" not in plain


@pytest.mark.parametrize("overpaid", [False, True])
def test_a_certificate_adds_up_in_every_row_and_below(qapp: object, text_of, overpaid: bool) -> None:
    """Of a month whose net an advance took, one with other deductions, and one corrected downwards."""
    figures = [(336_278, 31_240, 1_000, 0), (156_596, 15_319, 0, 106_227), (311_322, 48_050, 0, 329_408)]
    months = [CertifiedMonth(f"2026-{at:02d}", *one, one[-1]) for at, one in enumerate(figures[: 2 + overpaid], 8)]
    (page,) = text_of(paper_pdf(paper_of(certificate(months=tuple(months)))))
    rows = [line for line in page.splitlines() if re.match(r"\s*(2026-\d\d +[\d–]|计入)", line)]
    sums = [[fen_of(cell) for cell in row.split()[-6:]] for row in rows]
    assert len(sums) == len(months) + 1
    for gross, social, tax_fen, other, net, paid_fen in sums:
        assert gross - social - tax_fen - other == net == paid_fen
    assert sums[-1] == [sum(column) for column in zip(*sums[:-1], strict=True)]
    assert ("从以后工资扣回" in "".join(page.split())) is overpaid


def fen_of(cell: str) -> int:
    """An amount as a table prints it."""
    return 0 if cell in {"–", "‒"} else round(Decimal(cell.replace(",", "")) * 100)


def person(one: PaidSlip) -> RosterRow:
    who = (one.slip.no, one.slip.name, "女", "彝族", one.id_number, one.phone, "火普村", "脱贫户", "")
    return RosterRow(*who, "全日制", "月薪", "2025-03-01", "", "2026-01-01")


def pack(workers: int = 7) -> SubsidyData:
    """Six months, July missing, September with a correction."""
    months = months_up_to("2026-10", 6)
    regular = ledger_of(source(workers))
    ledgers = [replace(regular, month=month) for month in months if month != "2026-07"]
    ledgers.insert(4, replace(ledger_of(source(1, kind=RunKind.CORRECTION)), month="2026-09"))
    people = tuple(person(one) for one in source(workers).slips)
    return SubsidyData("龙潭彝绣工坊", "91", "513499", "龙潭镇", "阿依莫", "139", "2026-10", months, date(2026, 11, 12),
                       "阿依莫", people, tuple(ledgers), frozenset(months) - {"2026-07"})  # fmt: skip


@pytest.mark.parametrize("workers", [1, 40])
def test_the_contents_page_names_the_right_pages_and_the_missing_month(qapp: object, text_of, workers: int) -> None:
    pages = text_of(paper_pdf(paper_of(pack(workers))))
    contents = pages[1]
    assert "缺工资凭证的月份：2026-07" in contents
    for title, on_page in (("务工人员花名册", "务工人员花名册"), ("2026 年 10 月", "工资支付台账（2026 年 10 月）"),
                           ("合同（协议）清单", "合同（协议）清单"), ("身份证件清单", "身份证件清单")):  # fmt: skip
        line = next(row for row in contents.splitlines() if title in row)
        number = int(line.split()[-1].strip("."))
        assert on_page in pages[number - 1]
        assert number == 3 or on_page not in pages[number - 2]
    for at, page in enumerate(pages, 1):
        assert f"第 {at} 页，共 {len(pages)} 页" in page


def test_a_certificate_names_earlier_employments() -> None:
    words = certificate_words(replace(certificate(), earlier=((date(2024, 1, 1), date(2024, 6, 30)),)))
    assert "此前 2024-01-01 至 2024-06-30 也在本工坊工作" in words[0]


def test_a_pack_says_which_months_are_not_paid_in_full(qapp: object, text_of) -> None:
    contents = text_of(paper_pdf(paper_of(replace(pack(1), unpaid=("2026-10",)))))[1]
    assert "尚未足额发放的月份：2026-10" in contents
    assert "（尚未足额发放）" in next(row for row in contents.splitlines() if "2026 年 10 月" in row)


def test_a_pack_with_a_field_missing_is_refused(qapp: object) -> None:
    whole = pack(2)
    broken = replace(whole.ledgers[0], rows=(replace(whole.ledgers[0].rows[0], phone=""),))
    with pytest.raises(Refusal) as refused:
        paper_of(replace(whole, ledgers=(broken, *whole.ledgers[1:])))
    assert refused.value.code == "ledger_field_missing"


@pytest.mark.parametrize("make", [certificate, pack, lambda: tax(2), lambda: cash(2)])
def test_pictures_are_black_on_white_in_the_pages_own_form(qapp: object, make) -> None:
    data: PaperData = make()
    paper = paper_of(data)
    for at, sheet in enumerate(paper.sheets[:3]):
        image = page_picture(paper, at, 48)
        assert image.isGrayscale()
        assert (image.width() > image.height()) == sheet.form.landscape


@pytest.mark.parametrize("rule", AmountRule)
def test_a_name_too_long_for_the_board_stays_inside_its_frame(qapp: object, rule: AmountRule) -> None:
    named = replace(board(2, rule), rows=(replace(board(1, rule).rows[0], name="阿卜杜热合曼·" * 12),))
    layout = lay.lay_out(board_table(named))
    assert sum(column.width for column in layout.columns) == layout.table.form.room


def test_columns_too_many_for_a_page_share_what_there_is(qapp: object) -> None:
    columns = [lay.Column((f"标题{at}",), lambda _: ("1,234,567.00",)) for at in range(40)]
    layout = lay.lay_out(lay.Table(lay.Heading("窄"), (1, 2), lambda _: columns))
    assert sum(column.width for column in layout.columns) == layout.table.form.room


def test_a_printer_gets_each_page_in_its_own_form(qapp: object, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "pack.pdf"))
    paper = paper_of(pack(1))
    assert print_paper(paper, printer) == len(paper.sheets)
    told = subprocess.run(
        ["pdfinfo", "-l", "99", tmp_path / "pack.pdf"], capture_output=True, check=True
    ).stdout.decode()
    sizes = [line.split()[3] for line in told.splitlines() if line.startswith("Page ") and "size:" in line]
    assert [int(float(wide)) == 842 for wide in sizes] == [sheet.form.landscape for sheet in paper.sheets]
