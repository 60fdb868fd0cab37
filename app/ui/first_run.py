"""The first start on a fresh PC, step by step: language, workshop, password, recovery key, import, trial print.

Up to the password nothing is on the disk; from there on the records are whole and open by log-in, whatever happens to
the wizard.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.refusal import Refusal
from app.domain.worker_check import FieldNote
from app.services.context import Context
from app.services.preferences import read_preferences, write_preferences
from app.ui.faults import fault_text
from app.ui.first_run_steps import LanguageStep, PasswordStep, StepPage, WorkshopStep, step_titles
from app.ui.help import open_help
from app.ui.tables.columns import Tone
from app.ui.tasks import Tasks
from app.ui.theme.style import Look
from app.ui.theme.tokens import GRID, SIDE_BAR
from app.ui.widgets.parts import button, divider, label, tone_label
from app.ui.words import Words, translate

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELD_OF = {"workshop_name_empty": "name", "workshop_region_wrong": "region", "text_unfit_character": "name"}
_LANGUAGE, _WORKSHOP, _PASSWORD, _RECOVERY = range(4)


@dataclass(frozen=True)
class FirstAnswers:
    """What a person said at the first start; with a ``slip`` the workshop is the county's, else a new one."""

    name: str
    region: str
    slip: str
    user: str
    password: str


Maker = Callable[[FirstAnswers], tuple[Context, str]]


class FirstRunDialog(QDialog):
    """Leads through the steps; ``maker`` makes the records at the password, ``context`` holds them once all is done.

    Closed before, the records made are there all the same and open by log-in. ``demonstration`` opens made-up records
    instead, which ``context`` holds then. ``lang`` is the language chosen.
    """

    def __init__(
        self,
        tasks: Tasks,
        maker: Maker,
        lang: str = "zh_CN",
        parent: QWidget | None = None,
        *,
        look: Look,
        demonstration: Callable[[], Context] | None = None,
    ) -> None:
        super().__init__(parent)
        self.context: Context | None = None
        self.lang = lang
        self.steps: list[StepPage] = []
        self._made: Context | None = None
        self._warned = False
        self._waiting = False
        self._tasks, self._maker, self._look, self._demonstration = tasks, maker, look, demonstration
        self._close_desk: Callable[[], None] | None = None
        self._stack = QStackedWidget()
        self._names: list[QLabel] = []
        self.message = label(wraps=True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.hint = label("", "small")
        self.back = button("", self.go_back, name="back")
        self.next = button("", self.go_on, "primary", name="next")
        self.resize(1120, 660)
        self._lay_out()
        for keys, act in (("Alt+Left", self.go_back), ("Alt+Right", self.go_on), ("F1", self._help)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._begin()

    @property
    def at(self) -> int:
        """The place of the step that is shown, from 0."""
        return self._stack.currentIndex()

    @property
    def step(self) -> StepPage:
        """The step that is shown."""
        return self.steps[self.at]

    def go_on(self) -> None:
        """To the next step where this one is filled in; the password's makes the records, the last opens them."""
        if self._waiting or not self.step.allowed() or not self.step.ready():
            return
        if self.at == _LANGUAGE and not self._keep_language():
            return
        if self.at == _PASSWORD and self._made is None:
            self._make()
        elif self.at == len(step_titles()) - 1:
            self.context = self._made
            self._end()
            self.accept()
        else:
            self._show(self.at + 1)

    def go_back(self) -> None:
        """To the step before; once the records are made, not before the recovery key."""
        if not self._waiting and self.at not in (_LANGUAGE, _RECOVERY):
            self._show(self.at - 1)

    def reject(self) -> None:
        """Closed early: the records, if made, are given back and open by log-in; a key not kept is asked about once."""
        if self.at == _RECOVERY and not self.step.allowed() and not self._warned:
            self._warned = True
            words = translate(
                "FirstRun", "恢复密钥还没有打印或抄写，关闭后不再显示。真要关闭，请再按一次 Esc 或再关一次。"
            )
            tone_label(self.message, words, Tone.WARN)
            return
        self._end()
        if self._made is not None and self.context is None:
            self._made.database.close()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, else goes on; never a button a person did not mean."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif self.step.enter_goes_on:
            self.go_on()

    # ---------------------------------------------------------------- laying out

    def _lay_out(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        side = QWidget()
        side.setMinimumWidth(SIDE_BAR + GRID * 8)
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(GRID * 7, GRID * 7, GRID * 4, GRID * 6)
        self._side.setSpacing(GRID * 4)
        self._name = label("", "figure")
        self._side.addWidget(self._name)
        for _ in step_titles():
            shown = label()
            self._names.append(shown)
            self._side.addWidget(shown)
        self._side.addStretch(1)
        whole.addWidget(side)
        whole.addWidget(divider(upright=True))
        column = QVBoxLayout()
        column.setContentsMargins(GRID * 8, GRID * 7, GRID * 8, GRID * 6)
        column.setSpacing(GRID * 3)
        column.addWidget(self._stack, 1)
        column.addWidget(self.message)
        column.addWidget(self.progress)
        foot = QHBoxLayout()
        foot.setSpacing(GRID * 2)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        column.addLayout(foot)
        whole.addLayout(column, 1)

    def _begin(self) -> None:
        """The steps up to the password, in the language chosen, with what was typed already."""
        old, self.steps = self.steps, []
        for gone in old:
            self._stack.removeWidget(gone)
            gone.deleteLater()
        language = LanguageStep(self.lang, self.look_around if self._demonstration else None)
        language.chosen.connect(self._speak)
        workshop, password = WorkshopStep(self.lang), PasswordStep(self.lang)
        for before in old:
            if isinstance(before, WorkshopStep):
                workshop.show_values(before.values(), joins=before.joins.isChecked())
        self._add(language, workshop, password)
        self.setWindowTitle(translate("FirstRun", "工坊账本 · 第一次使用"))
        self._name.setText(translate("FirstRun", "工坊账本"))
        self.back.setText(translate("FirstRun", "上一步"))
        self.back.setToolTip("Alt+←")
        self.next.setToolTip("Alt+→")
        self._show(_LANGUAGE)

    def _add(self, *steps: StepPage) -> None:
        for step in steps:
            step.changed.connect(self._refresh)
            self.steps.append(step)
            self._stack.addWidget(step)
        for made in self.findChildren(QPushButton):
            made.setAutoDefault(False)

    def _show(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        tone_label(self.message, "", Tone.PLAIN)
        self._refresh()
        self.step.begin()

    def _refresh(self, _: object = None) -> None:
        """Names, buttons and keys as they are now."""
        for at, (shown, title) in enumerate(zip(self._names, step_titles(), strict=True)):
            mark, tone = (
                ("✓", Tone.GOOD) if at < self.at else ("●", Tone.ACCENT) if at == self.at else ("　", Tone.QUIET)
            )
            tone_label(shown, f"{mark} {title}", tone)
        self.next.setText(self.step.next_words())
        self.next.setEnabled(not self._waiting and self.step.allowed())
        self.back.setVisible(self.at not in (_LANGUAGE, _RECOVERY))
        self.back.setEnabled(not self._waiting)
        enter = translate("FirstRun", "↵ 下一步　") if self.step.enter_goes_on else ""
        self.hint.setText(enter + translate("FirstRun", "Alt+← 上一步　Alt+→ 下一步　F1 帮助"))

    # ---------------------------------------------------------------- doing

    def look_around(self) -> None:
        """Open the demonstration in place of own records."""
        if self._waiting or self._demonstration is None or not self._keep_language():
            return
        self._wait(translate("FirstRun", "正在准备示范工坊…"))
        self._tasks.run(self._demonstration, self._shown_around, failed=self._failed, owner=self)

    def _shown_around(self, context: Context) -> None:
        self.context = context
        self._end()
        self.accept()

    def _speak(self, lang: str) -> None:
        """Everything in another language, at once."""
        application = QApplication.instance()
        if lang == self.lang or application is None:
            return
        self.lang = lang
        Words(application).use(lang)
        self._begin()

    def _keep_language(self) -> bool:
        """Remember the language for the next start; where that cannot be written it is said."""
        try:
            write_preferences(replace(read_preferences(), lang=self.lang))
        except Refusal as refusal:
            tone_label(self.message, refusal.text(self.lang), Tone.BAD)
            return False
        return True

    def _make(self) -> None:
        workshop, password = self.steps[_WORKSHOP], self.steps[_PASSWORD]
        if not isinstance(workshop, WorkshopStep) or not isinstance(password, PasswordStep):
            return
        if not workshop.ready():
            self._show(_WORKSHOP)
            return
        typed = workshop.values()
        if workshop.joins.isChecked():
            answers = FirstAnswers("", "", typed["slip"], typed["user"], password.password)
        else:
            answers = FirstAnswers(typed["name"], typed["region"], "", typed["user"], password.password)
        self._wait(translate("FirstRun", "正在新建账本…"))
        self._tasks.run(lambda: self._maker(answers), self._records_made, failed=self._failed, owner=self)

    def _records_made(self, made: tuple[Context, str]) -> None:
        from app.services.workshops import list_workshops  # noqa: PLC0415  SQLAlchemy, 0.5 s: loaded by now
        from app.ui.desk import Desk  # noqa: PLC0415  as above
        from app.ui.first_run_records import record_steps  # noqa: PLC0415  as above

        self._made, recovery_key = made
        self._wait("")
        desk = Desk(self._made, list_workshops(self._made)[0], self._tasks, self._look, self.lang)
        desk.setParent(self)
        desk.said.connect(lambda notice: tone_label(self.message, notice.text, notice.tone))
        self._close_desk = desk.sync.close
        self._add(*record_steps(desk, recovery_key))
        self._show(_RECOVERY)

    def _wait(self, words: str) -> None:
        """Work is under way, or (without words) done."""
        self._waiting = bool(words)
        self.progress.setVisible(self._waiting)
        self._stack.setEnabled(not self._waiting)
        tone_label(self.message, words, Tone.QUIET)
        self._refresh()

    def _failed(self, fault: Exception) -> None:
        """Nothing was made: the field at fault says why, or the line below."""
        self._wait("")
        workshop = self.steps[_WORKSHOP]
        if self.at == _PASSWORD and isinstance(fault, Refusal) and isinstance(workshop, WorkshopStep):
            field = "slip" if workshop.joins.isChecked() else _FIELD_OF.get(fault.code)
            if field is not None:
                self._show(_WORKSHOP)
                workshop.show_notes([FieldNote(fault.code, field, True, fault.params)])
                return
        tone_label(self.message, fault_text(fault, self.lang), Tone.BAD)

    def _end(self) -> None:
        for step in self.steps:
            step.leave()
        if self._close_desk is not None:
            self._close_desk()
            self._close_desk = None

    def _help(self) -> None:
        open_help(self, "first-steps", self.lang)
