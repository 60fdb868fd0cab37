"""What a page is given: the open workshop, the background door, and a place to say things."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.sync_report import SyncReport
from app.services import syncing
from app.services.context import Context
from app.services.syncing import Exchange
from app.services.workshops import WorkshopRow
from app.ui.faults import fault_text
from app.ui.sync_runner import SyncRunner
from app.ui.tables.columns import Tone
from app.ui.tasks import Job, Tasks
from app.ui.theme.style import Look
from app.ui.words import translate

_T = TypeVar("_T")


@dataclass(frozen=True)
class Notice:
    """Something to say that needs no answer; shown in the status bar."""

    text: str
    tone: Tone = Tone.PLAIN


class Desk(QObject):
    """One open workshop of one person. ``changed`` carries the subject written ("day", "people", "payroll" …)."""

    said = Signal(object)
    changed = Signal(object)

    def __init__(
        self,
        ctx: Context,
        workshop: WorkshopRow,
        tasks: Tasks,
        look: Look,
        lang: str = "zh_CN",
        exchange: Exchange | None = None,
    ) -> None:
        super().__init__()
        self.exchange = exchange
        self.sync = SyncRunner(self._sync_once, self)
        self.changed.connect(lambda _: self.sync.wake())
        self.ctx = ctx
        self.workshop = workshop
        self.tasks = tasks
        self.look = look
        self.lang = lang

    def ask(
        self,
        service: Callable[..., _T],
        *arguments: object,
        then: Callable[[_T], object],
        failed: Callable[[Exception], object] | None = None,
        title: str = "",
        owner: QObject | None = None,
    ) -> Job:
        """Read through ``service(ctx, workshop_id, *arguments)``; the answer comes to ``then`` on the main thread."""
        context, workshop_id = self.ctx, self.workshop.workshop_id
        return self.tasks.run(
            lambda: service(context, workshop_id, *arguments),
            then,
            failed=failed or self.say_fault,
            title=title,
            owner=owner,
        )

    def do(
        self,
        subject: str,
        service: Callable[..., _T],
        *arguments: object,
        then: Callable[[_T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        title: str = "",
        owner: QObject | None = None,
    ) -> Job:
        """Write through a service; afterwards the tick is shown and ``changed`` tells status bar and sync."""

        def written(answer: _T) -> None:
            self.said.emit(Notice(translate("Desk", "已保存"), Tone.GOOD))
            self.changed.emit(subject)
            if then is not None:
                then(answer)

        return self.ask(service, *arguments, then=written, failed=failed, title=title, owner=owner)

    def _sync_once(self) -> SyncReport | None:
        """One sync of the open workshop, on sync's own thread; None where no server is known."""
        workshop_id = self.workshop.workshop_id
        if self.exchange is None or workshop_id not in syncing.enrolled_workshops(self.ctx):
            return None
        return syncing.sync_now(self.ctx, self.exchange, workshop_id)

    def close(self) -> None:
        """Let what is under way end: both threads."""
        self.sync.close()
        self.tasks.close()

    def say(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Put a sentence into the status bar."""
        self.said.emit(Notice(text, tone))

    def say_fault(self, fault: Exception) -> None:
        """Put what went wrong into the status bar, in the person's words."""
        self.say(self.fault_text(fault), Tone.BAD)

    def fault_text(self, fault: Exception) -> str:
        """What went wrong, in the user's language."""
        return fault_text(fault, self.lang)
