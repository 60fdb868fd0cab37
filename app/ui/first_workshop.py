"""Records without a workshop: the first start was cut off between the two; asked for here, after the log-in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.services.context import Context
from app.ui.faults import fault_text
from app.ui.first_run_steps import WorkshopStep
from app.ui.tables.columns import Tone
from app.ui.tasks import Tasks
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button, label, tone_label
from app.ui.words import translate

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Founder = Callable[[Context, str, str, str], None]
"""Makes a workshop of a name and a region in open records, or joins by a slip."""


class FirstWorkshopDialog(QDialog):
    """Asks for the workshop until ``founder`` has made or joined it; rejected where a person gives up."""

    def __init__(
        self, tasks: Tasks, ctx: Context, founder: Founder, lang: str = "zh_CN", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._ctx, self._founder, self._lang = tasks, ctx, founder, lang
        self.setWindowTitle(translate("FirstRun", "还差一步：哪个工坊"))
        self.resize(760, 480)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 8, GRID * 7, GRID * 8, GRID * 6)
        whole.setSpacing(GRID * 3)
        said = label(wraps=True)
        tone_label(said, translate("FirstRun", "上次没有做完：账本已建好，还没有工坊。"), Tone.WARN)
        whole.addWidget(said)
        key = translate("FirstRun", "恢复密钥没有显示过：打开后请在“设置 › 备份”里换一个新的，打印出来锁好。")
        whole.addWidget(label(key, "secondary", wraps=True))
        self.step = WorkshopStep(lang)
        self.step.show_values({"user": ctx.user}, joins=False)
        self.step.person.hide()
        whole.addWidget(self.step, 1)
        self.message = label(wraps=True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.next = button(translate("FirstRun", "继续"), self.go_on, "primary", name="next")
        self.next.setAutoDefault(False)
        for part in (self.message, self.progress, self.next):
            whole.addWidget(part)
        self.step.begin()

    def go_on(self) -> None:
        """Make or join the workshop with what is typed."""
        if not self.next.isEnabled() or not self.step.ready():
            return
        typed, joins = self.step.values(), self.step.joins.isChecked()
        slip = typed["slip"] if joins else ""
        self._wait(True)
        self._tasks.run(
            lambda: self._founder(self._ctx, typed["name"], typed["region"], slip),
            lambda _: self.accept(),
            failed=self._failed,
            owner=self,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, or presses the button that has the keyboard."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif not isinstance(self.focusWidget(), QPushButton) or self.focusWidget() is self.next:
            self.go_on()

    def _wait(self, waiting: bool) -> None:
        self.progress.setVisible(waiting)
        self.step.setEnabled(not waiting)
        self.next.setEnabled(not waiting)
        tone_label(self.message, "", Tone.PLAIN)

    def _failed(self, fault: Exception) -> None:
        self._wait(False)
        tone_label(self.message, fault_text(fault, self._lang), Tone.BAD)
