"""Bars on the screen: painted to scale in the theme's colours, reached by keys, named for a screen reader."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from app.domain.papers.bars import Bar
from app.ui.theme.style import Look
from app.ui.theme.tokens import DARK, LIGHT
from app.ui.widgets.bars import BarChart, BarInk, paint_bars, span_of

BARS = (Bar("P001 彝绣挎包", 12_000, "12 件"), Bar("P002 荷包", 6_000, "6 个"), Bar("P003 银饰", -3_000, "-3 对", True))
INK = BarInk(20, 10, 0, 0, 0, 1, (LIGHT.accent, LIGHT.bad, LIGHT.line, LIGHT.text), lambda *_: None)


@pytest.fixture
def chart(look: Look, qtbot) -> BarChart:
    made = BarChart(look)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show_bars(BARS)
    made.show()
    return made


def row(bars: tuple[Bar, ...], at: int) -> list[str]:
    """The colours of a row's middle line when 150 pixels stand for the span."""
    image = QImage(150, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    paint_bars(painter, QRectF(0, 0, 150, 60), bars, INK, span_of(bars))
    painter.end()
    return [image.pixelColor(x, at * 20 + 10).name().upper() for x in range(150)]


@pytest.mark.parametrize(("at", "left", "right", "colour"), [(0, 31, 149, LIGHT.accent), (1, 31, 89, LIGHT.accent),
                                                             (2, 1, 29, LIGHT.bad)])  # fmt: skip
def test_bars_begin_at_zero_and_are_as_long_as_their_value(qapp: object, at, left, right, colour) -> None:
    painted = row(BARS, at)
    assert {painted[left], painted[right]} == {colour}
    outside = painted[right + 3] if right < 140 else painted[left - 4]
    assert outside == LIGHT.surface


def test_a_bar_of_nothing_is_not_drawn(qapp: object) -> None:
    assert LIGHT.accent not in row((Bar("a", 0, "–"), Bar("b", 5, "5")), 0)


def test_arrow_keys_and_enter_open_a_bar(chart: BarChart) -> None:
    opened: list[object] = []
    chart.opened.connect(opened.append)
    chart.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Enter, Qt.Key.Key_Home):
        QTest.keyClick(chart, key)
    assert opened == [1, 2]
    assert chart.at == 0


def test_a_click_opens_its_bar(chart: BarChart) -> None:
    opened: list[object] = []
    chart.opened.connect(opened.append)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(300, 55))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(300, 290))
    assert opened == [1]


def test_a_screen_reader_hears_every_bar(chart: BarChart) -> None:
    assert chart.accessibleDescription().splitlines() == ["P001 彝绣挎包 12 件", "P002 荷包 6 个", "P003 银饰 -3 对"]


def test_no_bars_take_no_keys(chart: BarChart) -> None:
    chart.show_bars(())
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.grab().width() == 700


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_themes_colours_are_used(look: Look, qtbot, monkeypatch, colours) -> None:
    monkeypatch.setattr(look, "colours", colours)
    made = BarChart(look)
    qtbot.addWidget(made)
    made.resize(700, 120)
    made.show_bars(BARS)
    image = made.grab().toImage()
    found = {image.pixelColor(x, y).name().upper() for x in range(0, 700, 2) for y in range(0, 120, 2)}
    assert {colours.accent, colours.bad, colours.surface} <= found
