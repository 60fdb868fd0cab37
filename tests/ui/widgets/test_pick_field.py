"""A field that offers what may be meant: by keys, by the mouse, and for a text of one's own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme.style import Look
from app.ui.widgets.pick_field import MOST_OFFERED, PickField

WORDS = ("alpha", "beta", "alphabet", *(f"many {at}" for at in range(20)))


@pytest.fixture
def make(look: Look, qtbot):
    windows = []

    def made(*, free: bool = False) -> PickField[int]:
        window = QWidget()
        field: PickField[int] = PickField(
            look, lambda text: [(at, word) for at, word in enumerate(WORDS) if text in word], free=free
        )
        QVBoxLayout(window).addWidget(field)
        qtbot.addWidget(window)
        window.resize(400, 400)
        window.show()
        windows.append(window)
        return field

    return made


def test_enter_takes_the_likeliest(make, qtbot) -> None:
    field = make()
    QTest.keyClicks(field, "alp")
    with qtbot.waitSignal(field.picked) as picked:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert (picked.args, field.text(), field.open) == ([0], "alpha", False)


def test_up_and_down_stay_within_the_list(make, qtbot) -> None:
    field = make()
    QTest.keyClicks(field, "alp")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(field, key)
    with qtbot.waitSignal(field.picked) as picked:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert picked.args == [2]


def test_a_text_that_means_nothing_is_told(make, qtbot) -> None:
    field = make()
    QTest.keyClicks(field, "xyz")
    assert not field.open
    with qtbot.waitSignal(field.missed) as missed:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert missed.args == ["xyz"]


def test_a_free_text_goes_on_as_it_is(make, qtbot) -> None:
    field = make(free=True)
    QTest.keyClicks(field, "alp")
    with qtbot.assertNotEmitted(field.picked), qtbot.waitSignal(field.returnPressed):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "alp"


def test_the_mouse_takes_a_line(make, qtbot) -> None:
    field = make()
    QTest.keyClicks(field, "alp")
    place = field.list.visualItemRect(field.list.item(1)).center()
    with qtbot.waitSignal(field.picked) as picked:
        QTest.mouseClick(field.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picked.args == [2]


def test_a_long_list_is_cut_and_is_no_window_of_its_own(make) -> None:
    field = make()
    QTest.keyClicks(field, "many")
    assert field.list.count() == MOST_OFFERED
    assert not field.list.isWindow()


def test_escape_and_leaving_take_the_list_away(make) -> None:
    field = make()
    QTest.keyClicks(field, "a")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.open
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.open
    field.hide()
    assert not field.open
