"""The status bar: workshop, what waits to be sent, backup, rules, user; messages and progress that need no answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QSizePolicy, QStatusBar, QWidget

from app.services.workshops import StatusRow, WorkshopRow
from app.ui.desk import Notice
from app.ui.tables.columns import Tone
from app.ui.tasks import Job
from app.ui.theme.icons import picture
from app.ui.theme.style import Look
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button, label, tone_label
from app.ui.words import translate

NOTICE_MS = 8_000
BAD_NOTICE_MS = 30_000
_MARKS = {Tone.GOOD: "check", Tone.WARN: "triangle-alert", Tone.BAD: "circle-alert"}


@dataclass(frozen=True)
class StatusTexts:
    """What the bar says, in words."""

    sync: str
    sync_tone: Tone
    backup: str
    backup_tone: Tone
    rules: str
    rules_tone: Tone


def status_texts(row: StatusRow, now: datetime) -> StatusTexts:
    """A status row in words; kilobytes rounded up, since a person asks what it will cost."""
    if row.needs_person:
        sync, tone = translate("Status", "{count} 条需要处理").format(count=row.needs_person), Tone.WARN
    elif not row.enrolled:
        sync, tone = translate("Status", "未连接县服务器，记录只在本机"), Tone.QUIET
    elif row.pending:
        size = -(-row.pending_bytes // 1024)
        sync, tone = (
            translate("Status", "{count} 条待上传 约 {size} KB").format(count=row.pending, size=size),
            Tone.QUIET,
        )
    else:
        at = moment(row.synced_at, now) if row.synced_at else ""
        sync, tone = translate("Status", "已全部上传 {at}").format(at=at), Tone.GOOD
    stale = row.backup_at is None or (now - row.backup_at).days >= 7
    backup = moment(row.backup_at, now) if row.backup_at else translate("Status", "从未")
    return StatusTexts(
        sync,
        tone,
        translate("Status", "备份 {at}").format(at=backup),
        Tone.WARN if stale else Tone.QUIET,
        *rules_text(row.rules_until, now.date()),
    )


def rules_text(until: date | None, today: date) -> tuple[str, Tone]:
    """Up to which year the calendar is complete; a year whose notice is not out is provisional."""
    if until is None:
        return translate("Status", "没有规则包"), Tone.WARN
    if until < today:
        return translate("Status", "规则 {year} 暂定").format(year=today.year), Tone.WARN
    return translate("Status", "规则 {year} 有效").format(year=until.year), Tone.QUIET


def moment(at: datetime, now: datetime) -> str:
    """A time as people say it: 14:05 today, a date otherwise."""
    clock = at.strftime("%H:%M")
    if at.date() == now.date():
        return translate("Status", "今天 {clock}").format(clock=clock)
    return f"{at:%Y-%m-%d} {clock}"


class StatusBar(QStatusBar):
    """``sync_wanted`` and ``workshop_chosen`` (a WorkshopRow) say what a person clicked."""

    sync_wanted = Signal(object)
    workshop_chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizeGripEnabled(False)
        self._jobs: list[Job] = []
        self.workshop = button("", self._choose, "status", name="workshop")
        self.sync = button("", lambda: self.sync_wanted.emit(None), "status", name="sync-state")
        self.backup, self.rules, self.user = label(), label(), label()
        self._mark, self.notice = QLabel(), label()
        self._progress = self._make_progress()
        self._workshops: tuple[WorkshopRow, ...] = ()
        self._hide = QTimer(self)
        self._hide.setSingleShot(True)
        self._hide.timeout.connect(lambda: self.say(Notice("")))
        for part in (self.workshop, self.sync, self.backup, self.rules, self._mark):
            self.addWidget(part)
        self.notice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # long ones widen no window
        self.addWidget(self.notice, 1)
        self.addPermanentWidget(self._progress)
        self.addPermanentWidget(self.user)

    def show_status(self, row: StatusRow, now: datetime) -> None:
        """Show how the workshop stands."""
        texts = status_texts(row, now)
        self.workshop.setText(f"{row.workshop.label} ▾" if len(self._workshops) > 1 else row.workshop.name)
        self.sync.setText(texts.sync)
        tone_label(self.backup, texts.backup, texts.backup_tone)
        tone_label(self.rules, texts.rules, texts.rules_tone)
        tone_label(self.user, row.user, Tone.QUIET)

    def show_workshops(self, rows: tuple[WorkshopRow, ...]) -> None:
        """The workshops a person may switch to."""
        self._workshops = rows

    def say(self, notice: Notice) -> None:
        """A message for some seconds, with its mark."""
        tone_label(self.notice, notice.text, notice.tone)
        self.notice.setToolTip(notice.text)
        mark = _MARKS.get(notice.tone) if notice.text else None
        self._mark.setVisible(mark is not None)
        if mark:
            self._mark.setPixmap(picture(mark, getattr(self._look.colours, notice.tone.value), 16, 2))
        if notice.text:
            self._hide.start(BAD_NOTICE_MS if notice.tone is Tone.BAD else NOTICE_MS)

    def page_left(self) -> None:
        """What the page that is left said goes with it; what went wrong stays its time."""
        if self.notice.property("tone") != Tone.BAD.value:
            self.say(Notice(""))

    def sync_began(self, _: object = None) -> None:
        """Say that records are under way; the next status says how it ended."""
        self.sync.setText(translate("Status", "正在上传…"))

    def job_slow(self, job: Job) -> None:
        """Work that takes its time: its name, a moving bar, a way to stop waiting."""
        self._jobs.append(job)
        self._show_jobs()

    def job_finished(self, job: Job) -> None:
        """Work is done: its progress goes."""
        if job in self._jobs:
            self._jobs.remove(job)
            self._show_jobs()

    def _make_progress(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 2)
        self.job_title = label()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setFixedWidth(96)
        bar.setTextVisible(False)
        self.stop = button(translate("Status", "取消"), self._cancel, "status", name="cancel")
        for part in (self.job_title, bar, self.stop):
            row.addWidget(part)
        made.hide()
        return made

    def _show_jobs(self) -> None:
        self._progress.setVisible(bool(self._jobs))
        if self._jobs:
            self.job_title.setText(self._jobs[-1].title or translate("Status", "正在处理…"))

    def _cancel(self) -> None:
        for job in self._jobs:
            job.cancel()
        self._jobs.clear()
        self._show_jobs()
        self.say(Notice(translate("Status", "已取消等待"), Tone.QUIET))

    def _choose(self) -> None:
        if len(self._workshops) < 2:
            return
        menu = QMenu(self)
        menu.setObjectName("workshops")
        for row in self._workshops:
            menu.addAction(row.label, self._chooser(row))
        menu.popup(self.workshop.mapToGlobal(self.workshop.rect().topLeft()))

    def _chooser(self, row: WorkshopRow) -> Callable[[], None]:
        return lambda: self.workshop_chosen.emit(row)
