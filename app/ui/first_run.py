"""The first start on a fresh PC: a workshop (or the county's slip), a first user, and the recovery key shown once."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.context import Context
from app.ui.faults import fault_text
from app.ui.tables.columns import Tone
from app.ui.tasks import Tasks
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button, label, tone_label
from app.ui.words import translate


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
    """Asks until ``maker`` has made the records, shows the recovery key, then ``context`` holds what it gave.

    Closed before the person has said that the key is kept, the records are there all the same and open by log-in.
    """

    def __init__(self, tasks: Tasks, maker: Maker, lang: str = "zh_CN", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context: Context | None = None
        self._made: Context | None = None
        self._tasks, self._maker, self._lang = tasks, maker, lang
        self.setWindowTitle(translate("FirstRun", "工坊账本 · 新建账本"))
        self.setFixedWidth(460)
        self.name, self.region = _field("name"), _field("region")
        self.slip = _field("slip")
        self.slip.setPlaceholderText(translate("FirstRun", "没有可不填"))
        self.user = _field("user")
        self.password, self.again = _field("password", hidden=True), _field("again", hidden=True)
        self.message = label(wraps=True)
        self.message.setMinimumHeight(GRID * 10)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.make = button(translate("FirstRun", "新建账本"), self.submit, "primary", name="make")
        self.make.setDefault(True)
        self.key = label(role="figure", wraps=True, selectable=True)
        self.kept = QCheckBox(translate("FirstRun", "我已抄写并锁好"))
        self.enter = button(translate("FirstRun", "打开账本"), self._enter, "primary", name="enter")
        self._lay_out()

    def submit(self) -> None:
        """Try to make the records with what is typed."""
        answers = FirstAnswers(
            self.name.text().strip(),
            self.region.text().strip(),
            self.slip.text().strip(),
            self.user.text().strip(),
            self.password.text(),
        )
        if words := self._missing(answers):
            tone_label(self.message, words, Tone.BAD)
            return
        self._wait(True)
        self._tasks.run(lambda: self._maker(answers), self._show_key, failed=self._failed, owner=self)

    def reject(self) -> None:
        """Closed early: the records, if made, are given back and open by log-in the next time."""
        if self._made is not None and self.context is None:
            self._made.database.close()
        super().reject()

    def _missing(self, answers: FirstAnswers) -> str:
        if not answers.slip and not (answers.name and answers.region):
            return translate("FirstRun", "请填写工坊名称和行政区划代码，或填入县里给的入网单。")
        if not answers.user:
            return translate("FirstRun", "请填写您的姓名，今后用它登录。")
        if not answers.password:
            return translate("FirstRun", "请设一个密码。")
        if answers.password != self.again.text():
            return translate("FirstRun", "两次输入的密码不一样。")
        return ""

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self._questions())
        self._pages.addWidget(self._recovery())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 8, GRID * 7, GRID * 8, GRID * 6)
        whole.addWidget(self._pages)

    def _questions(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 3)
        column.addWidget(label(translate("FirstRun", "新建账本"), "title"))
        form = QFormLayout()
        form.setSpacing(GRID * 3)
        form.addRow(translate("FirstRun", "工坊名称"), self.name)
        form.addRow(translate("FirstRun", "行政区划代码"), self.region)
        form.addRow(translate("FirstRun", "或：入网单"), self.slip)
        form.addRow(translate("FirstRun", "您的姓名"), self.user)
        form.addRow(translate("FirstRun", "密码"), self.password)
        form.addRow(translate("FirstRun", "再输入一次"), self.again)
        column.addLayout(form)
        for part in (self.message, self.progress, self.make):
            column.addWidget(part)
        return page

    def _recovery(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 4)
        column.addWidget(label(translate("FirstRun", "恢复密钥"), "title"))
        words = translate(
            "FirstRun", "只显示这一次。忘记密码时，只有它能打开账本和备份。请抄写或打印，与电脑分开存放。"
        )
        column.addWidget(label(words, wraps=True))
        column.addWidget(self.key)
        column.addWidget(self.kept)
        self.kept.setObjectName("kept")
        self.kept.toggled.connect(self.enter.setEnabled)
        self.enter.setEnabled(False)
        column.addStretch(1)
        column.addWidget(self.enter)
        return page

    def _wait(self, waiting: bool) -> None:
        self.progress.setVisible(waiting)
        self.make.setEnabled(not waiting)
        tone_label(self.message, "", Tone.BAD)

    def _failed(self, fault: Exception) -> None:
        self._wait(False)
        tone_label(self.message, fault_text(fault, self._lang), Tone.BAD)

    def _show_key(self, made: tuple[Context, str]) -> None:
        self._made, recovery_key = made
        self.key.setText(recovery_key)
        self._pages.setCurrentIndex(1)
        self.kept.setFocus()

    def _enter(self) -> None:
        self.context = self._made
        self.accept()


def _field(name: str, *, hidden: bool = False) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    if hidden:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
