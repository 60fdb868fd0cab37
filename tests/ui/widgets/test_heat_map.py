"""The heat map: shades by hours, walking by keys, opening a square, painting anywhere."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from app.ui.theme.tokens import LIGHT
from app.ui.widgets.heat_map import HeatMap
from app.ui.widgets.heat_paint import (
    Ground,
    HeatCell,
    HeatDay,
    HeatPicture,
    HeatRow,
    level_of,
    needed_height,
    paint_heat_map,
    paper_shades,
    plan,
    screen_shades,
)

DAYS = tuple(HeatDay(str(n), "一", "休" if n == 3 else "") for n in range(1, 4))
ROWS = (
    HeatRow("01 阿依莫", (HeatCell(480, "√"), HeatCell(720, "+4"), HeatCell(0, "休", Ground.REST))),
    HeatRow("02 沙马芝", (HeatCell(0, "", Ground.OUTSIDE), HeatCell(0, "旷", alarm=True), HeatCell(240, "半"))),
)
PICTURE = HeatPicture(DAYS, ROWS, lambda row, day: f"{row}/{day}")


@pytest.fixture
def heat(look, qtbot) -> HeatMap:
    made = HeatMap(look)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show_picture(PICTURE)
    made.show()
    made.setFocus()
    return made


@pytest.mark.parametrize(("minutes", "level"), [(0, 0), (1, 1), (240, 1), (241, 2), (480, 2), (481, 3), (601, 4)])
def test_the_shade_of_a_day(minutes: int, level: int) -> None:
    assert level_of(minutes) == level


def test_arrows_walk_within_the_picture_and_enter_opens(heat: HeatMap) -> None:
    stood, chosen = [], []
    heat.stood.connect(stood.append)
    heat.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(heat, key)
    QTest.keyClick(heat, Qt.Key.Key_Return)
    assert stood == [(0, 0), (0, 1), (1, 1), (1, 1), (1, 2), (1, 0)]
    assert chosen == [(1, 0)]
    assert heat.accessibleDescription() == "1/0"


def test_a_click_stands_and_a_double_click_opens(heat: HeatMap) -> None:
    chosen = []
    heat.chosen.connect(chosen.append)
    place = heat.plan().square(1, 2).center().toPoint()
    QTest.mouseClick(heat, Qt.MouseButton.LeftButton, pos=place)
    assert heat.current == (1, 2)
    QTest.mouseDClick(heat, Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [(1, 2)]
    QTest.mouseDClick(heat, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert chosen == [(1, 2)]


def test_a_picture_without_people_takes_keys_and_paints(heat: HeatMap) -> None:
    heat.show_picture(HeatPicture())
    QTest.keyClick(heat, Qt.Key.Key_Return)
    QTest.keyClick(heat, Qt.Key.Key_Down)
    heat.grab()
    assert (heat.current, heat.accessibleDescription()) == ((0, 0), "")


def test_the_place_is_kept_as_far_as_it_is_there(heat: HeatMap) -> None:
    heat.stand(1, 2)
    heat.show_picture(HeatPicture(DAYS, ROWS[:1]))
    assert heat.current == (0, 2)


def test_the_tip_says_what_a_square_means(heat: HeatMap) -> None:
    place = heat.plan().square(1, 0).center().toPoint()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, heat.mapToGlobal(place))
    QApplication.sendEvent(heat, event)
    assert QToolTip.text() == "1/0"
    QToolTip.hideText()


@pytest.mark.parametrize("shades", [screen_shades(LIGHT), paper_shades(LIGHT)])
def test_it_is_painted_on_anything_in_its_shades(shades, look) -> None:
    where = plan(PICTURE, 600, needed_height(PICTURE))
    image = QImage(600, needed_height(PICTURE), QImage.Format.Format_RGB32)
    image.fill(QColor(shades.ground))
    painter = QPainter(image)
    paint_heat_map(painter, PICTURE, where, shades, QRectF(0, 0, 600, 400))
    painter.end()

    def corner(row: int, day: int) -> str:
        place = where.square(row, day)
        return image.pixelColor(round(place.left() + 3), round(place.top() + 3)).name().upper()

    assert corner(0, 0) == shades.levels[2]
    assert corner(0, 1) == shades.levels[4]
    assert corner(0, 2) == shades.rest
    assert corner(1, 2) == shades.levels[1]


def test_squares_are_found_by_their_place() -> None:
    where = plan(PICTURE, 600, 300)
    for row in range(2):
        for day in range(3):
            assert where.at(where.square(row, day).center(), PICTURE) == (row, day)
    assert where.at(QPointF(1, 1), PICTURE) is None
    assert where.at(where.square(2, 0).center(), PICTURE) is None
