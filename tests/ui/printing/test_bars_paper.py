"""A chart on paper: all bars and numbers, on as many pages as they need, to one scale."""

from collections.abc import Callable

from PySide6.QtGui import QImage, qGray

from app.domain.papers.bars import Bar, BarsData
from app.ui.printing.output import page_picture, paper_pdf
from app.ui.printing.papers import paper_of


def chart(count: int, least: int = 0) -> BarsData:
    bars = [Bar(f"P{at:03d} 彝绣挎包", at * 1000 + 1000, f"{at} 件") for at in range(count)]
    short = [Bar("S 荷包", least, "-3 个", marked=True)] if least else []
    return BarsData("库存图", "龙潭彝绣工坊", "2026-11-25", (*bars, *short), "按账面数")


def darkest(image: QImage) -> int:
    return min(qGray(image.pixel(x, y)) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))


def test_every_bar_is_named_with_its_number(qapp: object, text_of: Callable[[bytes], list[str]]) -> None:
    pages = text_of(paper_pdf(paper_of(chart(60))))
    assert len(pages) == 2
    text = "".join(pages)
    assert all(f"P{at:03d}" in text and f"{at} 件" in text for at in range(60))
    for at, page in enumerate(pages, start=1):
        assert "库存图" in page
        assert f"第 {at} 页，共 2 页" in page


def test_a_chart_without_bars_is_still_a_page(qapp: object) -> None:
    assert len(paper_of(chart(0)).sheets) == 1


def test_less_than_nothing_is_drawn_left_of_the_line(qapp: object) -> None:
    plain = page_picture(paper_of(chart(3)), 0, 60)
    short = page_picture(paper_of(chart(3, -3000)), 0, 60)
    assert plain != short
    assert darkest(short) < 100
