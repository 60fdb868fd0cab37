"""The rules page: packs in force with their figures, a pack taken from a file, the year, local festivals."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from app.services.local_days import local_days, save_local_day
from app.services.rule_packs import shipped_packs, trust_signer, trusted_signers
from app.services.rule_packs_view import pack_overview
from app.sync.wire import SignerKey, fingerprint, public_key, write_signed_pack, write_signer_key
from app.ui.desk import Desk
from app.ui.pages.rules import RulesPage
from app.ui.pages.rules_panel import figure_pairs
from app.ui.pages.rules_rows import lines
from app.ui.pages.rules_year import Mark
from app.ui.tables.columns import Tone
from app.ui.words import Words
from tests.pack_files import july_tax, minimum_wages, social_insurance

SEED = bytes(range(32))


@pytest.fixture
def page(desk: Desk, qtbot) -> RulesPage:
    made = RulesPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.refresh()
    desk.tasks.settle()
    return made


@pytest.fixture
def signed(desk: Desk, tmp_path):
    """A signed pack's file whose signer may be trusted first."""

    def made(text: str, *, trusted: bool = True) -> str:
        key, pack = tmp_path / "key.json", tmp_path / "pack.json"
        key.write_text(write_signer_key(SignerKey(public_key(SEED).hex(), "县")), encoding="utf-8")
        pack.write_text(write_signed_pack(SEED, text), encoding="utf-8")
        if trusted:
            trust_signer(desk.ctx, key)
        return str(pack)

    return made


def line_of(page: RulesPage, kind: str):
    return next(line for line in page.table.model.rows if line.kind == kind)


def panel_text(page: RulesPage) -> str:
    return "\n".join(part.text() for part in page.panel.findChildren(QLabel))


def test_every_kind_has_its_line_and_its_state(page):
    shown = {line.kind: line for line in page.table.model.rows if line.tone is not Tone.QUIET or not line.version}
    assert (shown["工资个税"].state, shown["工资个税"].origin) == ("有效", "程序自带")
    assert (shown["全年放假安排"].state, shown["全年放假安排"].until) == ("60 天内到期", "2026-12-31")
    assert shown["最低工资"].state.startswith("没有")
    assert [figure.value for figure in page.strip.shown] == ["8", "1", "2", "2026 全年"]


def test_a_pack_opens_with_its_sources_and_its_table(page):
    page.table.opened.emit(line_of(page, "工资个税"))
    text = panel_text(page)
    for words in ("主席令第9号", "5,000.00", "36,000.00 – 144,000.00", "> 960,000.00", "181,920.00", "wage_tax 2019.1"):
        assert words in text


def test_a_kind_without_a_pack_opens_nothing(page):
    page.table.opened.emit(line_of(page, "最低工资"))
    assert not page.panel.isVisible()


@pytest.mark.parametrize("pack", shipped_packs(), ids=lambda pack: f"{pack.kind} {pack.version}")
@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_the_figures_of_every_pack_can_be_read(qapp, pack, lang):
    Words(qapp).use(lang)
    pairs = figure_pairs(pack, lang)
    assert pairs
    assert all(title and text for title, text in pairs)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (minimum_wages({"5134": ("2000.00", "20.00")}), "月最低工资 2,000.00"),
        (social_insurance({"养老保险": "8%"}), "养老保险 8%"),
    ],
)
def test_a_file_brings_a_region_s_figures(page, signed, text, words):
    page.choose_file = lambda: signed(text)
    QTest.mouseClick(page.update_button, Qt.MouseButton.LeftButton)
    page.desk.tasks.settle()
    assert "已导入" in page.message.text()
    line = next(line for line in page.table.model.rows if line.origin == "文件导入")
    page.table.opened.emit(line)
    assert words in panel_text(page)


def test_a_pack_replaced_says_so_on_both_lines(page, signed):
    page.choose_file = lambda: signed(july_tax())
    page.update_by_file()
    page.desk.tasks.settle()
    new, old = (line for line in page.table.model.rows if line.kind == "工资个税")
    assert (new.version, new.state, old.version, old.state) == ("2026.7", "有效", "2019.1", "已被替代")
    page.table.opened.emit(new)
    assert "wage_tax 2019.1" in panel_text(page)


def test_a_pack_of_an_unknown_signer_is_refused_on_the_page(page, signed):
    page.choose_file = lambda: signed(july_tax(), trusted=False)
    page.update_by_file()
    page.desk.tasks.settle()
    assert page.message.isVisible()
    assert "不认识" in page.message.text()
    assert line_of(page, "工资个税").version == "2019.1"


@pytest.fixture
def key_file(tmp_path) -> str:
    """A county's key file."""
    file = tmp_path / "county.json"
    file.write_text(write_signer_key(SignerKey(public_key(SEED).hex(), "龙潭县")), encoding="utf-8")
    return str(file)


def ask_trust(page: RulesPage, key_file: str) -> None:
    page.choose_key = lambda: key_file
    trust = page.findChild(QPushButton, "trust-key")
    trust.setFocus()
    QTest.keyClick(trust, Qt.Key.Key_Space)
    page.desk.tasks.settle()


def test_a_key_is_trusted_after_its_fingerprint_was_compared_and_its_packs_are_taken(page, signed, key_file):
    ask_trust(page, key_file)
    mark = fingerprint(public_key(SEED).hex())
    assert any("龙潭县" in part.text() and mark in part.text() for part in page.question.findChildren(QLabel))
    assert trusted_signers(page.desk.ctx) == ()
    page.question.yes.setFocus()
    QTest.keyClick(page.question.yes, Qt.Key.Key_Space)
    page.desk.tasks.settle()
    assert [row.fingerprint for row in trusted_signers(page.desk.ctx)] == [mark]
    assert (mark in page.message.text(), page.question.isVisible()) == (True, False)
    page.choose_file = lambda: signed(july_tax(), trusted=False)
    page.update_by_file()
    page.desk.tasks.settle()
    assert "已导入" in page.message.text()


def test_enter_and_escape_trust_nobody(page, key_file):
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        ask_trust(page, key_file)
        QTest.keyClick(page.question, key)
        page.desk.tasks.settle()
        assert (page.question.isVisible(), trusted_signers(page.desk.ctx)) == (False, ())


def test_a_key_trusted_before_is_not_asked_about(page, key_file):
    trust_signer(page.desk.ctx, Path(key_file))
    ask_trust(page, key_file)
    assert (page.question, "早已信任" in page.message.text()) == (None, True)


def test_what_is_no_key_file_is_refused_on_the_page(page, signed):
    ask_trust(page, signed(july_tax(), trusted=False))
    assert (page.question, "不是县里的公钥文件" in page.message.text()) == (None, True)


def test_no_file_chosen_is_nothing(page):
    page.choose_file = lambda: ""
    page.update_by_file()
    page.desk.tasks.settle()
    assert not page.message.isVisible()


def test_a_year_without_its_notice_is_marked_provisional(desk):
    overview = pack_overview(desk.ctx, desk.workshop.workshop_id, date(2027, 3, 1))
    (line,) = [line for line in lines(overview, "zh_CN") if line.state.startswith("暂定")]
    assert (line.kind, line.tone) == ("全年放假安排", Tone.WARN)


# ---------------------------------------------------------------- the calendar


def test_the_year_is_painted_by_the_kinds_of_its_days(page):
    save_local_day(page.desk.ctx, page.desk.workshop.workshop_id, date(2026, 7, 22), "火把节", statutory=True)
    save_local_day(page.desk.ctx, page.desk.workshop.workshop_id, date(2026, 3, 17), "赶集", statutory=False)
    page.refresh()
    page.desk.tasks.settle()
    marks = page.calendar.marks()
    assert len(marks) == 365
    assert {
        day: marks[date.fromisoformat(day)]
        for day in ("2026-10-01", "2026-10-05", "2026-10-10", "2026-10-11", "2026-10-12", "2026-07-22", "2026-03-17")
    } == {
        "2026-10-01": Mark.STATUTORY, "2026-10-05": Mark.OFF, "2026-10-10": Mark.WORKED, "2026-10-11": Mark.WEEKEND,
        "2026-10-12": Mark.WORKING, "2026-07-22": Mark.LOCAL, "2026-03-17": Mark.LOCAL_OFF,
    }  # fmt: skip


def test_the_mouse_over_a_day_names_its_festival(page):
    page.turn(1)
    (place,) = [place for place, day in page.calendar._places if day == date(2026, 10, 1)]
    assert page.calendar.name_at(place.center()) == "2026-10-01 国庆节"
    assert page.calendar.name_at(QPoint(-5, -5)) == ""


def test_other_years_are_a_step_away(page):
    page.turn(1)
    QTest.mouseClick(page.stepper.on, Qt.MouseButton.LeftButton)
    page.desk.tasks.settle()
    assert page.stepper.text.text() == "2027"
    assert "暂定" in page._counted.text()
    page.open_year(2040)
    page.desk.tasks.settle()
    assert page.calendar.marks() == {}


def test_a_festival_is_added_and_taken_away_on_the_page(page):
    page.turn(1)
    sheet = page.sheet
    sheet.edit(None)
    sheet.form.show_values({"day": date(2026, 7, 22), "name": "火把节", "statutory": True})
    sheet.save()
    page.desk.tasks.settle()
    page.desk.tasks.settle()
    assert page.calendar.marks()[date(2026, 7, 22)] is Mark.LOCAL
    (row,) = sheet.table.model.rows
    sheet.edit(row)
    sheet.withdraw()
    page.desk.tasks.settle()
    assert local_days(page.desk.ctx, page.desk.workshop.workshop_id) == ()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"day": date(2026, 10, 1), "name": "彝族年", "statutory": True}, "day"),
        ({"day": date(2026, 7, 22), "name": "", "statutory": True}, "name"),
        ({"name": "火把节"}, "day"),
    ],
)
def test_what_is_wrong_with_a_festival_stands_at_its_field(page, values, field):
    page.turn(1)
    page.sheet.edit(None)
    page.sheet.form.show_values(values)
    page.sheet.save()
    page.desk.tasks.settle()
    assert page.sheet.form.notes[field].isVisible()
    assert local_days(page.desk.ctx, page.desk.workshop.workshop_id) == ()
