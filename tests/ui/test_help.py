"""The manual: a chapter for every page in both languages, keys that exist, a window that finds words."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextDocument
from PySide6.QtTest import QTest

from app.services.preferences import LANGUAGES
from app.ui.help import HelpWindow, open_help
from app.ui.help_chapters import CHAPTERS, find_chapters, read_manual
from app.ui.main_window import MainWindow, page_entries
from app.ui.pages.today_rows import MARK_KEYS
from app.ui.side_bar import side_key

UI = Path(__file__).resolve().parents[2] / "app" / "ui"
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in UI.rglob("*.py"))
BY_QT = {"Ctrl+C", "Ctrl+V", "Ctrl+Z", "Ctrl+Y", "Tab", "Shift+Tab"}
"""Keys that widgets ask Qt for by their purpose (StandardKey), and those Qt itself goes from part to part by."""
NAMES = {"Enter": "Key_Return", "Esc": "Key_Escape", "Space": "Key_Space", "Delete": "Key_Delete", "F6": "Key_F6"}


def keys_in(text: str) -> set[str]:
    return set(re.findall("`([^`]+)`", text))


def known(keys: str) -> bool:
    """Whether the window listens to a key: a shortcut, a letter of attendance, a step's place, a page's place."""
    if keys in MARK_KEYS or keys in BY_QT or keys in {side_key(at) for at in range(10)}:
        return True
    if keys in NAMES:
        return f"Key.{NAMES[keys]}" in SOURCE
    if re.fullmatch(r"Alt\+[1-6]", keys):
        return 'f"Alt+{' in SOURCE
    return f'"{keys.replace("Enter", "Return")}"' in SOURCE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_has_its_chapter(lang: str) -> None:
    chapters = {chapter.key for chapter in read_manual(lang)}
    assert {page.entry.key for page in page_entries()} <= chapters


def test_both_languages_have_the_same_chapters_and_nothing_else_lies_there() -> None:
    for lang in LANGUAGES:
        folder = UI.parents[1] / "resources" / "manual" / lang
        assert sorted(path.stem for path in folder.iterdir()) == sorted(CHAPTERS)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", CHAPTERS)
def test_a_chapter_has_a_title_words_known_keys_and_links_that_lead_somewhere(lang: str, key: str) -> None:
    chapter = next(chapter for chapter in read_manual(lang) if chapter.key == key)
    assert chapter.title
    assert chapter.text.startswith("# ")
    assert len(chapter.text.splitlines()) > 5
    assert [keys for keys in sorted(keys_in(chapter.text)) if not known(keys)] == []
    assert set(re.findall(r"\]\(([^)]*)\.md\)", chapter.text)) <= set(CHAPTERS)
    assert "http" not in chapter.text


@pytest.mark.parametrize("key", CHAPTERS)
def test_both_languages_name_the_same_keys_and_link_to_the_same_chapters(key: str) -> None:
    zh, en = (next(one.text for one in read_manual(lang) if one.key == key) for lang in LANGUAGES)
    assert keys_in(zh) == keys_in(en)
    assert set(re.findall(r"\]\(([^)]*)\)", zh)) == set(re.findall(r"\]\(([^)]*)\)", en))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_s_chapter_shows_its_picture_and_none_lies_there_unseen(lang: str) -> None:
    shown = {chapter.key: re.findall(r"!\[.+\]\(([^)]*)\)", chapter.text) for chapter in read_manual(lang)}
    assert {key: names for key, names in shown.items() if names} == {
        page.entry.key: [f"{page.entry.key}.png"] for page in page_entries()
    }
    shipped = UI.parents[1] / "resources" / "manual" / "pictures" / lang
    assert sorted(path.name for path in shipped.iterdir()) == sorted(name for names in shown.values() for name in names)


def test_a_word_finds_its_chapters_and_nothing_finds_all() -> None:
    chapters = read_manual("zh_CN")
    assert [one.key for one in find_chapters(chapters, "盘点")] == ["products"]
    assert "payroll" in {one.key for one in find_chapters(chapters, "工资 锁定")}
    assert find_chapters(chapters, "  ") == chapters
    assert find_chapters(chapters, "没有这个词") == ()


@pytest.fixture(params=LANGUAGES)
def window(request, look, qtbot) -> HelpWindow:
    made = HelpWindow(request.param)
    qtbot.addWidget(made)
    made.show()
    return made


def test_typing_leaves_the_chapters_that_hold_the_word_and_marks_it(window: HelpWindow) -> None:
    word = "退货" if window.lang == "zh_CN" else "platform"
    window.search.setFocus()
    window.search.setText(word)
    assert window.shown == "sales"
    assert window.reader.textCursor().selectedText() == word
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.contents.count() == len(CHAPTERS)
    window.search.setText("no such word at all")
    assert window.none.isVisible()
    assert window.contents.count() == 0


def test_a_link_leads_to_its_chapter_and_nothing_is_fetched(window: HelpWindow) -> None:
    window.show_chapter("first-steps")
    window.reader.anchorClicked.emit(QUrl("month-end.md"))
    assert window.shown == "month-end"
    assert (
        window.reader.loadResource(int(QTextDocument.ResourceType.ImageResource.value), QUrl("http://a/b.png")) is None
    )
    window.reader.anchorClicked.emit(QUrl("http://somewhere/else.html"))
    assert window.shown == "month-end"


def test_the_manuals_own_pictures_are_shown_as_wide_as_the_reader(window: HelpWindow) -> None:
    window.show_chapter("today")
    kind = int(QTextDocument.ResourceType.ImageResource.value)
    picture = window.reader.loadResource(kind, QUrl("today.png"))
    margins = 2 * window.reader.document().documentMargin()
    wide = window.reader.viewport().width() - margins
    assert 0.9 * wide < picture.width() / picture.devicePixelRatio() <= wide
    assert window.reader.loadResource(kind, QUrl("../today.png")) is None


@pytest.mark.slow
def test_f1_opens_the_pages_own_chapter_in_one_window(desk, qtbot) -> None:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    (f1,) = (each for each in window.findChildren(QShortcut) if each.key() == QKeySequence("F1"))
    for entry in page_entries():
        window.open_page(entry.entry.key)
        desk.tasks.settle()
        f1.activated.emit()
        (manual,) = window.findChildren(HelpWindow)
        assert manual.shown == entry.entry.key
    assert open_help(window, "nothing", desk.lang) is manual
    manual.close()
