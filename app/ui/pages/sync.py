"""Sync (同步): one sentence about how things stand, what waits, what is held, and one button."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from app.domain.messages.text import Counted
from app.domain.sync_report import SyncReport
from app.services import syncing
from app.services.context import Context
from app.services.syncing import EnrolmentRow, Exchange, HeldRow, SyncState
from app.ui.desk import Desk
from app.ui.status_bar import moment
from app.ui.tables.columns import Align, Column, Tone
from app.ui.tables.view import RowsTable
from app.ui.terms import table_term
from app.ui.theme.tokens import GRID
from app.ui.widgets.figures import Figure
from app.ui.widgets.page import Page
from app.ui.widgets.parts import button, empty_state, label, tone_label
from app.ui.words import translate

_WAITING_WIDTH = 480  # a number stands near its kind
_ANY_WIDTH = (1 << 24) - 1  # Qt's own bound of a widget's size


class SyncPage(Page):
    """Where the records stand with the county's server."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Sync", "同步"))
        self.state: SyncState | None = None
        self.last: SyncReport | None = None
        self.fault: Exception | None = None
        self.send_button = self.add_primary(button(translate("Sync", "立即上传 F5"), self.send, name="send"))
        shortcut = QShortcut(QKeySequence("F5"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.send)
        self.sentence = label(wraps=True)
        self.body.addWidget(self.sentence)
        self.enrolment = self._make_enrolment()
        self.body.addWidget(self.enrolment)
        self.body.addLayout(self._switch())
        self._tables = QStackedWidget()
        self.waiting: RowsTable[tuple[str, int]] = RowsTable(desk.look)
        self.waiting.when_empty(empty_state(translate("Sync", "没有等待上传的记录。")))
        self.held: RowsTable[HeldRow] = RowsTable(desk.look)
        self.held.when_empty(empty_state(translate("Sync", "没有需要处理的记录。")))
        self._tables.addWidget(self.waiting)
        self._tables.addWidget(self.held)
        self.body.addWidget(self._tables, 1)
        self.setFocusProxy(self.waiting.view)
        desk.sync.began.connect(self._began)
        desk.sync.ended.connect(self._ended)
        desk.sync.failed.connect(self._failed)

    def refresh(self) -> None:
        """Read what waits."""
        self.desk.ask(syncing.sync_state, then=self._show, owner=self)

    def send(self) -> None:
        """Sync now, on sync's own thread."""
        if self.state is not None and self.state.enrolled:
            self.desk.sync.now()

    def enroll(self) -> None:
        """Enrol with the text of the county's slip."""
        exchange, text = self.desk.exchange, self.slip.text().strip()
        if exchange is None or not text:
            return
        title = translate("Sync", "正在入网")
        self.desk.do(
            "sync", enroll_here, exchange, text,
            then=self._enrolled, failed=self._refused, title=title, owner=self,
        )  # fmt: skip

    def _make_enrolment(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 2)
        self.slip = QLineEdit()
        self.slip.setObjectName("slip")
        self.slip.setPlaceholderText(translate("Sync", "在这里录入或粘贴县里给的入网单"))
        self.slip.setAccessibleName(self.slip.placeholderText())
        self.slip.returnPressed.connect(self.enroll)
        row.addWidget(self.slip, 1)
        row.addWidget(button(translate("Sync", "入网"), self.enroll, name="enroll"))
        made.hide()
        return made

    def _switch(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._to_waiting = button(translate("Sync", "等待上传"), lambda: self._turn(0), "tab", name="to-waiting")
        self._to_held = button(translate("Sync", "需要处理"), lambda: self._turn(1), "tab", name="to-held")
        for act in (self._to_waiting, self._to_held):
            act.setCheckable(True)
            act.setAutoExclusive(True)
            row.addWidget(act)
        row.addStretch(1)
        self._to_waiting.setChecked(True)
        return row

    def _turn(self, at: int) -> None:
        self._tables.setCurrentIndex(at)
        (self._to_waiting, self._to_held)[at].setChecked(True)

    def _show(self, state: SyncState) -> None:
        self.state = state
        self.strip.show_figures(figures(state, self.last, self.desk.ctx.now()))
        self.waiting.setMaximumWidth(_WAITING_WIDTH if state.pending_by_table else _ANY_WIDTH)
        self.waiting.show_rows(waiting_columns(), sorted(state.pending_by_table.items(), key=lambda pair: -pair[1]))
        self.held.show_rows(held_columns(self.desk.lang), state.held)
        self._to_held.setText(translate("Sync", "需要处理（{count}）").format(count=len(state.held)))
        self.enrolment.setVisible(not state.enrolled)
        self.send_button.setEnabled(state.enrolled and not self.desk.sync.running)
        self._say()

    def _say(self) -> None:
        if self.fault is not None:
            tone_label(self.sentence, self.desk.fault_text(self.fault), Tone.BAD)
        elif self.state is not None:
            tone_label(self.sentence, *sentence(self.state, self.last, self.desk.ctx.now()))

    def _began(self, _: object) -> None:
        self.fault = None
        self.send_button.setEnabled(False)
        tone_label(self.sentence, translate("Sync", "正在与县服务器交换…"), Tone.QUIET)

    def _ended(self, report: SyncReport | None) -> None:
        self.last, self.fault = report, None
        self.refresh()

    def _failed(self, fault: Exception) -> None:
        self.fault = fault
        self.refresh()

    def _enrolled(self, row: EnrolmentRow) -> None:
        self.slip.clear()
        self.fault = None
        self.desk.say(translate("Sync", "已入网：{place}。").format(place=row.place), Tone.GOOD)
        self.refresh()
        self.desk.sync.now()

    def _refused(self, fault: Exception) -> None:
        self.fault = fault
        self._say()


def enroll_here(ctx: Context, workshop_id: int, exchange: Exchange, slip: str) -> EnrolmentRow:
    """Enrol the open workshop."""
    return syncing.enroll(ctx, exchange, slip=slip, workshop_id=workshop_id)


def sentence(state: SyncState, last: SyncReport | None, now: datetime) -> tuple[str, Tone]:
    """How things stand, in one sentence."""
    if not state.enrolled:
        return translate("Sync", "还没有连接县服务器：记录只在这台电脑上。拿到入网单后在下面录入。"), Tone.WARN
    at = moment(datetime.fromtimestamp(state.last_sync_at), now) if state.last_sync_at else ""  # noqa: DTZ006
    if state.pending:
        words = translate("Sync", "有 {count} 条记录等待上传，约 {size} KB。")
        return words.format(count=Counted(state.pending), size=kilobytes(state)), Tone.PLAIN
    if last is not None and last.differs:
        words = translate("Sync", "两边还有 {count} 处不一致，下次再核对。")
        return words.format(count=Counted(len(last.differs))), Tone.WARN
    if state.held:
        words = translate("Sync", "记录已在县服务器，最近 {at}；其中 {count} 条需要处理。")
        return words.format(at=at, count=Counted(len(state.held))), Tone.WARN
    return translate("Sync", "全部记录已在县服务器，最近 {at}。").format(at=at), Tone.GOOD


def figures(state: SyncState, last: SyncReport | None, now: datetime) -> list[Figure]:
    """The strip: what waits, what is held, when, and what the last exchange cost."""
    at = moment(datetime.fromtimestamp(state.last_sync_at), now) if state.last_sync_at else "–"  # noqa: DTZ006
    shown = [
        Figure(translate("Sync", "等待上传（条）"), str(state.pending)),
        Figure(translate("Sync", "约（KB）"), str(kilobytes(state)) if state.pending else "–"),
        Figure(translate("Sync", "需要处理（条）"), str(len(state.held)), Tone.WARN if state.held else Tone.PLAIN),
        Figure(translate("Sync", "最近"), at),
    ]
    if last is not None:
        shown.append(Figure(translate("Sync", "上次上传"), f"{_kilobytes(last.bytes_up)} KB"))
    return shown


def kilobytes(state: SyncState) -> int:
    """What sending will cost, rounded up."""
    return _kilobytes(state.pending_bytes)


def _kilobytes(size: int) -> int:
    return -(-size // 1024)


def waiting_columns() -> list[Column[tuple[str, int]]]:
    """What waits by kind."""
    return [
        Column(translate("Sync", "种类"), 240, lambda pair: table_term(pair[0]), stretch=True),
        Column(translate("Sync", "条"), 100, lambda pair: str(pair[1]), Align.RIGHT),
    ]


def held_columns(lang: str) -> list[Column[HeldRow]]:
    """What is held or refused, at its field, in plain words."""
    refused, waits = translate("Sync", "被拒绝"), translate("Sync", "等待")
    return [
        Column(translate("Sync", "状态"), 90, lambda h: refused if h.verdict == "rejected" else waits, tone=_held_tone),
        Column(translate("Sync", "种类"), 120, lambda h: table_term(h.table)),
        Column(translate("Sync", "字段"), 130, lambda h: h.column),
        Column(
            translate("Sync", "是什么，怎么办"), 400, lambda h: held_text(h, lang), tip=lambda h: h.key, stretch=True
        ),
    ]


def held_text(row: HeldRow, lang: str) -> str:
    """Why, in the user's language."""
    return row.en if lang == "en" else row.zh


def _held_tone(row: HeldRow) -> Tone:
    return Tone.BAD if row.verdict == "rejected" else Tone.WARN
