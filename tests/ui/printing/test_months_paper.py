"""Sales by months on paper: every figure can be searched for, one sheet whatever the months hold."""

import pytest

from app.domain.papers.months import MonthSales, MonthsData, all_months
from app.ui.printing.output import page_picture, paper_pdf
from app.ui.printing.papers import paper_of

MONTHS = tuple(MonthSales(f"2026-{at:02d}", at, at * 1000, at * 1_000_050, at * 10_000) for at in range(1, 13))


def test_the_months_are_on_one_sheet_with_their_sums(text_of, qapp) -> None:
    paper = paper_of(MonthsData("各月销售", "龙潭彝绣工坊", "2026-12-31", MONTHS))
    (page,) = text_of(paper_pdf(paper))
    whole = all_months(MONTHS)
    assert whole.net_fen == sum(range(1, 13)) * 990_050
    for text in ("各月销售", "龙潭彝绣工坊", "2026-12", "120,006.00", "772,239.00", "退货", "合计"):
        assert text in page


@pytest.mark.parametrize("months", [(), (MonthSales("2026-11", 0, 0, 0, 0),)])
def test_months_without_sales_are_printed_too(months: tuple[MonthSales, ...], qapp) -> None:
    paper = paper_of(MonthsData("各月销售", "龙潭彝绣工坊", "2026-12-31", months))
    assert page_picture(paper, 0, 40).width() > 0
