"""The question before what cannot be undone: a reason where one is due, and what went wrong, in the dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.theme.style import Look
from app.ui.widgets.ask import Answer, AskDialog, Asked

LONG = "很长的说明。" * 40


@pytest.fixture
def answers() -> list[Answer]:
    return []


def dialog(asked: Asked, answers: list[Answer], qtbot) -> AskDialog:
    made = AskDialog(asked, answers.append)
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_its_reason_nothing_is_sent(look: Look, answers: list[Answer], qtbot) -> None:
    made = dialog(Asked("t", "text", "yes", reason="why"), answers, qtbot)
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert answers == []
    assert made.message.isVisible()
    QTest.keyClicks(made.reason, " because ")
    assert not made.message.isVisible()
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert answers == [Answer(reason="because")]


def test_it_stays_open_until_the_deed_is_done(look: Look, answers: list[Answer], qtbot) -> None:
    made = dialog(Asked("t", "text", "yes"), answers, qtbot)
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert made.isVisible()
    assert not made.yes.isEnabled()
    made.refuse("not so")
    assert made.message.text() == "not so"
    assert made.yes.isEnabled()
    made.finish()
    assert not made.isVisible()


def test_escape_sends_nothing(look: Look, answers: list[Answer], qtbot) -> None:
    made = dialog(Asked("t", "text", "yes"), answers, qtbot)
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert answers == []
    assert not made.isVisible()


def test_it_is_as_high_as_its_words(look: Look, answers: list[Answer], qtbot) -> None:
    short, tall = (dialog(Asked("t", text, "yes"), answers, qtbot).height() for text in ("text", LONG))
    assert tall > short + 40
