"""The picture of the months: its scale, where columns stand, both themes, and on paper."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from app.ui.theme.fonts import ui_font
from app.ui.theme.style import Look
from app.ui.theme.tokens import DARK, LIGHT, Palette
from app.ui.widgets.columns_chart import ColumnsChart
from app.ui.widgets.columns_paint import (
    ChartColumn,
    Words,
    paint_columns,
    paper_inks,
    place_columns,
    scale_of,
    screen_inks,
)

COLUMNS = (ChartColumn("26-10", 40_000, "400", 10_000, "十月"), ChartColumn("26-11", 20_000, "200", 0, "十一月"))
AREA = QRectF(0, 0, 600, 300)


@pytest.mark.parametrize(
    ("most", "step"), [(400, 100), (401, 200), (2_000, 500), (5_781_992, 2_000_000), (10**13, 5 * 10**12)]
)
def test_the_scale_takes_round_steps(most: int, step: int) -> None:
    assert scale_of(most) == step
    assert scale_of(most) * 4 >= most


def test_columns_stand_in_proportion_and_apart(look: Look) -> None:
    place = place_columns(AREA, COLUMNS, ui_font(12))
    high, low = place.bar(0, 0, 40_000), place.bar(1, 0, 20_000)
    assert high.height() == pytest.approx(2 * low.height())
    assert high.right() < low.left()
    assert place.bar(0, 40_000, 50_000).bottom() == pytest.approx(high.top())


def painted(palette: Palette, *, paper: bool = False) -> QImage:
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    inks = paper_inks(palette) if paper else screen_inks(palette)
    image.fill(QColor(inks.ground))
    painter = QPainter(image)
    paint_columns(painter, AREA, COLUMNS, inks, Words("元", "净额", "退货"), ui_font(12))
    painter.end()
    return image


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_both_themes_paint_in_their_own_colours(look: Look, palette: Palette) -> None:
    point = place_columns(AREA, COLUMNS, ui_font(12)).bar(0, 0, 40_000).center().toPoint()
    assert painted(palette).pixelColor(point) == QColor(palette.accent)


def test_on_paper_there_is_no_colour(look: Look) -> None:
    image = painted(LIGHT, paper=True)
    colours = {image.pixelColor(x, y).getRgb()[:3] for x in range(0, 600, 2) for y in range(0, 300, 2)}
    assert all(max(one) - min(one) == 0 for one in colours)
    assert len(colours) > 2


def test_what_came_back_is_hatched_not_only_coloured(look: Look) -> None:
    image = painted(LIGHT)
    back = place_columns(AREA, COLUMNS, ui_font(12)).bar(0, 40_000, 50_000).toRect().adjusted(2, 2, -2, -2)
    shades = {image.pixelColor(x, back.center().y()).name() for x in range(back.left(), back.right())}
    assert LIGHT.surface.lower() in shades
    assert len(shades) > 1


def test_no_columns_and_columns_of_nothing_can_be_painted(look: Look, qtbot) -> None:
    chart = ColumnsChart(look, Words())
    qtbot.addWidget(chart)
    chart.resize(600, 300)
    chart.show()
    chart.show_columns([], "")
    chart.show_columns([ChartColumn("26-11", 0, "")], "空")
    assert chart.grab().width() == 600


def test_arrows_mark_and_enter_opens_a_column(look: Look, qtbot) -> None:
    chart = ColumnsChart(look, Words("元", "净额", "退货"))
    qtbot.addWidget(chart)
    chart.resize(600, 300)
    chart.show_columns(COLUMNS, "各月")
    assert chart.accessibleName() == "各月"
    assert "26-10 400" in chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert (chart.marked, chart.toolTip()) == (1, "十一月")
    with qtbot.waitSignal(chart.opened) as opened:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args == [1]


def test_the_mouse_marks_the_column_it_is_on(look: Look, qtbot) -> None:
    chart = ColumnsChart(look, Words())
    qtbot.addWidget(chart)
    chart.resize(600, 300)
    chart.show_columns(COLUMNS, "各月")
    point = place_columns(chart._area(), COLUMNS, chart._font()).column(0).center()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPointF(point).toPoint())
    assert chart.marked == 0
