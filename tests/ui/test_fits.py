"""No word of any page is cut off at 1366×768, in either language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QTableView, QWidget

from app.ui.desk import Desk
from app.ui.main_window import MainWindow, page_entries
from app.ui.pages.attendance_paint import DayHeader
from app.ui.shots import HEIGHT, WIDTH
from app.ui.tasks import Tasks
from app.ui.theme.style import Look, apply_look
from app.ui.theme.tokens import BASE_PX
from app.ui.words import LANGUAGES, Words

SLACK = 1
LARGE_PX = 18
BESIDE_TEXT = 8
"""Pixels a heading or a field needs beside its text."""


def cut_off(page: QWidget) -> Iterator[str]:
    """The texts of a page that need more room than they have."""
    for label in seen(page, QLabel):
        if label.text() and not label.wordWrap() and label.pixmap().isNull():
            yield from wider(label, label.text(), label.width())
    for button in seen(page, QAbstractButton):
        if button.text() and button.sizeHint().width() > button.width() + SLACK:
            yield f"button {button.text()!r}: {button.sizeHint().width()} > {button.width()}"
    for field in seen(page, QLineEdit):
        if not field.text():
            yield from wider(field, field.placeholderText(), field.width() - BESIDE_TEXT)
    yield from cut_headings(page)
    for area in seen(page, QScrollArea):
        inner, room = area.widget(), area.viewport().width()
        if area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff and inner.width() > room + SLACK:
            yield f"what scrolls is cut at the right: {inner.width()} > {room}"


def cut_headings(page: QWidget) -> Iterator[str]:
    for table in seen(page, QTableView):
        header = table.horizontalHeader()
        if header.isVisible() and not isinstance(header, DayHeader):  # which fits its own words
            for at in range(table.model().columnCount()):
                text = str(table.model().headerData(at, Qt.Orientation.Horizontal) or "")
                yield from wider(header, text, header.sectionSize(at) - BESIDE_TEXT)


def seen(page: QWidget, kind: type) -> list:
    return [part for part in page.findChildren(kind) if part.isVisible()]


def wider(part: QWidget, text: str, room: int) -> Iterator[str]:
    needed = max((part.fontMetrics().horizontalAdvance(line) for line in text.split("\n")), default=0)
    if needed > room + SLACK:
        yield f"{type(part).__name__} {text!r}: {needed} > {room}"


@pytest.fixture
def dressed(qapp: QApplication, look: Look, request: pytest.FixtureRequest) -> Iterator[Look]:
    """The look in letters of a size; afterwards as it was."""
    yield look if request.param == look.base_px else apply_look(qapp, look.theme, request.param)
    if request.param != look.base_px:
        apply_look(qapp, look.theme, look.base_px)


@pytest.mark.parametrize(
    ("lang", "dressed"), [*((lang, BASE_PX) for lang in LANGUAGES), ("zh_CN", LARGE_PX)], indirect=["dressed"]
)
def test_no_word_of_any_page_is_cut_off(desk: Desk, dressed: Look, qapp: QApplication, qtbot, lang: str) -> None:
    Words(qapp).use(lang)
    spoken = Desk(desk.ctx, desk.workshop, Tasks(), dressed, lang)
    window = MainWindow(spoken)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    window.resize(WIDTH, HEIGHT)
    window.show()
    found = {}
    for entry in page_entries():
        window.open_page(entry.entry.key)
        spoken.tasks.settle()
        qapp.processEvents()
        found[entry.entry.key] = list(cut_off(window))
    assert {key: texts for key, texts in found.items() if texts} == {}
    assert window.width() == WIDTH
