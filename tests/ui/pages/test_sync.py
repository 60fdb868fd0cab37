"""Sync: what waits, what is held, enrolling, sending by key; the county is a small part handed in."""

from dataclasses import dataclass, field
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.refusal import Refusal
from app.domain.sync_report import SyncReport
from app.models.database import Database
from app.models.local import Cursor, HeldChange
from app.sync.failures import Unreachable
from app.sync.wire import EnrollAnswer, Slip, write_slip
from app.ui.desk import Desk
from app.ui.pages.sync import SyncPage

SLIP = Slip("http://127.0.0.1:9", "7K3Q-9DXM-2P4R", "ab" * 32)


@dataclass
class County:
    """Answers like a county's server, and remembers what it was asked."""

    asked: list[str] = field(default_factory=list)
    fault: Exception | None = None

    def enroll(self, database: Database, slip: Slip, workshop: int, _: datetime) -> EnrollAnswer:
        self.asked.append(f"enroll {slip.code}")
        with database.write("", "test", capture=False) as session:
            session.add(Cursor(workshop_id=workshop, server_url=slip.url, fingerprint="", join_key="", epoch=""))
        return EnrollAnswer(
            workshop=workshop, place="龙潭镇", region="513499", join_key="", fingerprint="", epoch="", now=0
        )

    def sync(self, database: Database, workshop: int) -> SyncReport:
        self.asked.append("sync")
        if self.fault is not None:
            raise self.fault
        with database.write("", "test", capture=False) as session:
            cursor = session.get(Cursor, workshop)
            cursor.sent_seq, cursor.last_sync_at = 1 << 30, int(datetime(2026, 11, 25, 18, 0).timestamp())  # noqa: DTZ001
        return SyncReport(sent=5, accepted=5, requests=1, bytes_up=700, bytes_down=300, agreed=True)


@pytest.fixture
def county() -> County:
    return County()


@pytest.fixture
def page(desk: Desk, county: County, qtbot) -> SyncPage:
    desk.exchange = county
    made = SyncPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.refresh()
    desk.tasks.settle()
    yield made
    desk.sync.close()


@pytest.fixture
def enrolled(page: SyncPage, county: County) -> SyncPage:
    county.enroll(page.desk.ctx.database, SLIP, page.desk.workshop.workshop_id, page.desk.ctx.now())
    page.refresh()
    page.desk.tasks.settle()
    return page


def settle(page: SyncPage) -> None:
    page.desk.sync.settle()
    page.desk.tasks.settle()


def test_without_a_server_it_says_so_and_offers_the_slip(page: SyncPage) -> None:
    assert "还没有连接" in page.sentence.text()
    assert page.enrolment.isVisible()
    assert not page.send_button.isEnabled()


def test_what_waits_is_listed_by_kind(page: SyncPage) -> None:
    shown = {page.waiting.model.index(at, 0).data() for at in range(len(page.waiting.model.rows))}
    assert {"工人", "考勤", "计件"} <= shown


def test_a_slip_typed_in_enrols_and_sends(page: SyncPage, county: County) -> None:
    page.slip.setText(write_slip(SLIP))
    QTest.keyClick(page.slip, Qt.Key.Key_Return)
    page.desk.tasks.settle()
    settle(page)
    assert county.asked == [f"enroll {SLIP.code}", "sync"]
    assert "全部记录已在县服务器" in page.sentence.text()
    assert not page.enrolment.isVisible()


def test_an_unreadable_slip_is_refused_in_words(page: SyncPage, county: County) -> None:
    page.slip.setText("nonsense")
    page.enroll()
    page.desk.tasks.settle()
    assert page.sentence.property("tone") == "bad"
    assert county.asked == []


def test_f5_sends_and_the_sentence_follows(enrolled: SyncPage) -> None:
    assert "等待上传" in enrolled.sentence.text()
    QTest.keyClick(enrolled.waiting.view, Qt.Key.Key_F5)
    settle(enrolled)
    assert "今天 18:00" in enrolled.sentence.text()
    assert (enrolled.strip.shown[-1].title, enrolled.strip.shown[-1].value) == ("上次上传", "1 KB")


def test_a_failure_is_said_in_words_and_the_button_comes_back(enrolled: SyncPage, county: County) -> None:
    county.fault = Unreachable("server_unreachable", url="http://127.0.0.1:9", reason="refused")
    enrolled.send()
    settle(enrolled)
    assert enrolled.sentence.property("tone") == "bad"
    assert enrolled.send_button.isEnabled()


def test_held_changes_stand_in_plain_words(enrolled: SyncPage, county: County) -> None:
    shop = enrolled.desk.workshop.workshop_id
    with enrolled.desk.ctx.database.write("", "test", capture=False) as session:
        session.add(
            HeldChange(workshop_id=shop, device=1, seq=1, clock=1, side="own", verdict="held", tbl="attendance",
                       key="[1]", code="parent_missing", column_name="worker_id", message="", payload=None)
        )  # fmt: skip
    enrolled.refresh()
    enrolled.desk.tasks.settle()
    row = enrolled.held.model
    assert row.index(0, 1).data() == "考勤"
    assert row.index(0, 3).data() not in {"", "parent_missing"}


def test_new_records_wake_sync(enrolled: SyncPage) -> None:
    enrolled.desk.changed.emit("day")
    assert enrolled.desk.sync._timer.isActive()


def test_nothing_runs_while_no_server_is_known(page: SyncPage, county: County) -> None:
    page.desk.sync.now()
    settle(page)
    assert county.asked == []


def test_a_refusal_needs_nobody_to_guess() -> None:
    assert Refusal("not_enrolled").text("zh_CN")
