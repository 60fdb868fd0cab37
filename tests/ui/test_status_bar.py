"""The status bar's words for every state of things."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.services.workshops import StatusRow, WorkshopRow
from app.ui.desk import Notice
from app.ui.status_bar import StatusBar, status_texts
from app.ui.tables.columns import Tone

NOW = datetime(2026, 11, 25, 18, 30)  # noqa: DTZ001
SHOP = WorkshopRow(2**53 - 1, "龙潭彝绣工坊", "513499", "", "")
ROW = StatusRow(SHOP, "阿依", 0, 0, 0, True, datetime(2026, 11, 25, 14, 5), NOW, date(2026, 12, 31))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("row", "words", "tone"),
    [
        (ROW, "已全部上传 今天 14:05", Tone.GOOD),
        (replace(ROW, pending=12, pending_bytes=900), "12 条待上传 约 1 KB", Tone.QUIET),
        (replace(ROW, pending=12, needs_person=1), "1 条需要处理", Tone.WARN),
        (replace(ROW, enrolled=False), "未连接县服务器，记录只在本机", Tone.QUIET),
        (replace(ROW, synced_at=datetime(2026, 11, 3, 9, 0)), "已全部上传 2026-11-03 09:00", Tone.GOOD),  # noqa: DTZ001
    ],
)
def test_what_waits(qapp, row: StatusRow, words: str, tone: Tone) -> None:
    texts = status_texts(row, NOW)
    assert (texts.sync, texts.sync_tone) == (words, tone)


@pytest.mark.parametrize(
    ("at", "words", "tone"),
    [
        (datetime(2026, 11, 25, 12, 40), "备份 今天 12:40", Tone.QUIET),  # noqa: DTZ001
        (datetime(2026, 11, 10, 8, 0), "备份 2026-11-10 08:00", Tone.WARN),  # noqa: DTZ001
        (None, "备份 从未", Tone.WARN),
    ],
)
def test_a_backup_older_than_a_week_warns(qapp, at: datetime | None, words: str, tone: Tone) -> None:
    texts = status_texts(replace(ROW, backup_at=at), NOW)
    assert (texts.backup, texts.backup_tone) == (words, tone)


@pytest.mark.parametrize(
    ("until", "words", "tone"),
    [
        (date(2026, 12, 31), "规则 2026 有效", Tone.QUIET),
        (date(2025, 12, 31), "规则 2026 暂定", Tone.WARN),
        (None, "没有规则包", Tone.WARN),
    ],
)
def test_rules(qapp, until: date | None, words: str, tone: Tone) -> None:
    texts = status_texts(replace(ROW, rules_until=until), NOW)
    assert (texts.rules, texts.rules_tone) == (words, tone)


def test_several_workshops_can_be_chosen_from_a_menu(look, qtbot) -> None:
    bar, chosen = StatusBar(look), []
    qtbot.addWidget(bar)
    bar.show()
    bar.show_workshops((SHOP, replace(SHOP, workshop_id=7, name="虎跳羊毛工坊")))
    bar.show_status(ROW, NOW)
    assert bar.workshop.text() == "龙潭彝绣工坊 ▾"
    bar.workshop_chosen.connect(chosen.append)
    bar.workshop.click()
    menu = bar.findChild(object, "workshops")
    menu.actions()[0].trigger()
    menu.close()
    assert chosen == [SHOP]


def test_a_message_goes_by_itself(look, qtbot, monkeypatch) -> None:
    monkeypatch.setattr("app.ui.status_bar.NOTICE_MS", 30)
    bar = StatusBar(look)
    qtbot.addWidget(bar)
    bar.say(Notice("已保存", Tone.GOOD))
    assert bar.notice.text() == "已保存"
    qtbot.waitUntil(lambda: bar.notice.text() == "", timeout=2000)


@pytest.mark.parametrize(("tone", "left"), [(Tone.GOOD, ""), (Tone.PLAIN, ""), (Tone.BAD, "没有存上")])
def test_a_message_goes_with_its_page_unless_something_went_wrong(look, qtbot, tone: Tone, left: str) -> None:
    bar = StatusBar(look)
    qtbot.addWidget(bar)
    bar.say(Notice("没有存上", tone))
    bar.page_left()
    assert bar.notice.text() == left
