"""Layout: everything fits A4, rows are whole and tall enough, sums stand where they belong."""

import pytest

from app.ui.printing import table as lay
from app.ui.printing.ledger_paper import amount, difference, hours, ledger_table
from app.ui.printing.typesetting import width

CASES = [(1, 3, 1), (7, 16, 1), (40, 16, 1), (300, 10, 1), (12, 16, 5000), (13, 8, 10)]


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]} workers, {case[1]} items, x{case[2]}")
def layout(request, books):
    workers, items, scale = request.param
    codes = books.FEW if items == 3 else books.ALL[:items]
    return lay.lay_out(ledger_table(books.ledger(workers, codes, scale)))


def test_columns_fill_the_width_exactly(layout) -> None:
    assert sum(column.width for column in layout.columns) == layout.table.form.room


def test_every_row_is_printed_once_in_order(layout) -> None:
    assert tuple(row for page in layout.pages for row in page.rows) == layout.table.rows


def test_signature_cells_are_tall_enough_for_a_thumb(layout) -> None:
    assert min(height for page in layout.pages for height in page.heights) >= 900


def test_pages_end_above_the_foot(layout) -> None:
    for at, page in enumerate(layout.pages):
        sums = layout.sum_row if at < len(layout.pages) - 1 else layout.sum_row + layout.closing_height
        assert layout.top + layout.head + sum(page.heights) + sums <= layout.bottom


def test_page_subtotals_make_the_total(layout) -> None:
    assert sum(page.subtotal.net_fen for page in layout.pages) == layout.total.net_fen
    assert layout.total.net_fen == sum(row.net_fen for row in layout.table.rows)


def test_amounts_fit_their_columns(layout) -> None:
    for column in layout.columns:
        for row in layout.table.rows:
            widest = max(width(text, layout.size) for text in lay.cell_lines(layout, column, row))
            assert widest <= column.width - 2 * lay.PAD + 1


def test_only_used_items_have_columns(books) -> None:
    titles = [title for column in lay.lay_out(ledger_table(books.ledger(3))).columns for title in column.titles]
    assert "计件工资" in titles
    assert "病假工资" not in titles


@pytest.mark.parametrize(("minutes", "text"), [(0, "–"), (390, "6.5"), (480, "8"), (465, "7.75"), (9_620, "160.33")])
def test_hours(minutes: int, text: str) -> None:
    assert hours(minutes) == text


@pytest.mark.parametrize(("fen", "text"), [(0, "–"), (123_450, "1,234.50"), (-9_219, "-92.19")])
def test_amount(fen: int, text: str) -> None:
    assert amount(fen) == text


@pytest.mark.parametrize(("fen", "text"), [(0, "–"), (123_450, "+1,234.50"), (-9_219, "-92.19")])
def test_difference(fen: int, text: str) -> None:
    assert difference(fen) == text
