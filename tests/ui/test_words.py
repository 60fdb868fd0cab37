"""Words: English is complete, the shipped file is the present one, and the window speaks either language."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from app.ui.desk import Desk
from app.ui.main_window import MainWindow
from app.ui.pages.payroll_tables import people_words
from app.ui.terms import festival, table_term, term
from app.ui.theme.assets import I18N_FOLDER
from app.ui.words import Words, translate

ROOT = Path(__file__).resolve().parents[2]
TS, QM = I18N_FOLDER / "gongfang_en.ts", I18N_FOLDER / "gongfang_en.qm"
HANZI = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The script that keeps the translations."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)  # type: ignore[union-attr]
    return module


def messages(ts: Path) -> dict[tuple[str, str], ElementTree.Element]:
    found = {}
    for context in ElementTree.parse(ts).getroot().findall("context"):
        for message in context.findall("message"):
            found[context.findtext("name") or "", message.findtext("source") or ""] = message.find("translation")
    return found


def test_every_text_of_the_sources_is_in_the_file_and_none_more(tool: ModuleType, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    tool.collect(fresh)
    assert set(messages(TS)) == set(messages(fresh))


def test_nothing_is_unfinished() -> None:
    assert [key for key, translation in messages(TS).items() if translation.get("type") or not translation.text] == []


def test_translations_keep_their_placeholders_and_have_no_hanzi() -> None:
    for (_, source), translation in messages(TS).items():
        assert sorted(re.findall(r"{\w+}", translation.text)) == sorted(re.findall(r"{\w+}", source))
        assert not HANZI.search(translation.text)


def test_the_compiled_file_is_the_present_one(tool: ModuleType, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    tool.release(TS, fresh)
    assert fresh.read_bytes() == QM.read_bytes()


def test_the_window_speaks_english(desk: Desk, qapp: QApplication, qtbot) -> None:
    Words(qapp).use("en")
    desk.lang = "en"
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    desk.tasks.settle()
    assert window.side.buttons["payroll"].text().strip() == "Payroll"
    page = window.pages["today"]
    assert not HANZI.search(" ".join(column.title for column in page.table.model.columns[:5]))
    assert term("全日制") == "Full-time"


def test_chinese_is_the_source_and_qt_speaks_it_too(qapp: QApplication) -> None:
    words = Words(qapp)
    words.use("en")
    words.use("zh_CN")
    assert translate("Payroll", "工资") == "工资"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert HANZI.search(box.buttons()[0].text())


def test_an_unknown_language_is_a_fault(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        Words(qapp).use("xx")


def test_a_value_without_a_word_is_shown_as_it_is() -> None:
    assert term("不认识") == "不认识"
    assert term(None) == ""
    assert table_term("new_table") == "new_table"


def test_a_noun_beside_a_number_has_a_form_for_one_and_the_page_gives_a_number_that_chooses() -> None:
    """Plain numbers have no forms: where a translation asks for one, ``Counted`` stands a few lines from the text."""
    pages = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "app" / "ui").rglob("*.py")))
    noun = re.compile(r"{\w+} (?:workers|people|pages|records|places|problems|rows|entries|files)\b")
    assert [text.text for text in messages(TS).values() if noun.search(text.text)] == []
    chosen = [source for (_, source), text in messages(TS).items() if re.search(r"{\w+:[^}]*\|", text.text)]
    assert len(chosen) > 10
    for text in chosen:
        for found in re.finditer(re.escape(f'"{text}"'), pages):
            assert "Counted(" in pages[found.start() - 120 : found.end() + 300], text


@pytest.mark.parametrize(("count", "words"), [(1, "1 worker"), (2, "2 workers")])
def test_the_foot_of_a_table_counts_in_english(qapp: QApplication, count: int, words: str) -> None:
    Words(qapp).use("en")
    assert people_words(count) == words


@pytest.mark.parametrize(("lang", "name"), [("zh_CN", "国庆节"), ("en", "National Day")])
def test_a_festival_is_named_in_the_language_in_force(qapp: QApplication, lang: str, name: str) -> None:
    Words(qapp).use(lang)
    assert festival("国庆节") == name
