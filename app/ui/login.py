"""The log-in: who works here, and the password that opens the records."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from app.domain.refusal import Refusal
from app.services.context import Context
from app.ui.faults import fault_text
from app.ui.tables.columns import Tone
from app.ui.tasks import Tasks
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button, label, restyle, tone_label
from app.ui.words import translate

Opener = Callable[[str, str], Context]


class LoginDialog(QDialog):
    """Asks for user and password until ``opener`` opens the records; then ``context`` holds what it gave.

    A wrong password says so at the field and keeps the user; opening runs in the background. ``fault`` is why the last
    try opened nothing. ``demonstration`` opens made-up records without a password.
    """

    def __init__(
        self,
        tasks: Tasks,
        users: Sequence[str],
        opener: Opener,
        lang: str = "zh_CN",
        parent: QWidget | None = None,
        *,
        demonstration: Callable[[], Context] | None = None,
    ) -> None:
        super().__init__(parent)
        self.context: Context | None = None
        self.fault: Exception | None = None
        self.lang = lang
        self._tasks, self._opener, self._demonstration = tasks, opener, demonstration
        self.setWindowTitle(translate("Login", "工坊账本 · 登录"))
        self.setFixedWidth(380)
        self.user = QComboBox()
        self.user.setObjectName("user")
        self.user.addItems(list(users))
        self.password = QLineEdit()
        self.password.setObjectName("password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.message = label(wraps=True)
        self.message.setMinimumHeight(GRID * 10)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.enter = button(translate("Login", "打开账本"), self.submit, "primary", name="enter")
        self.enter.setDefault(True)
        self.demonstration = button(translate("Login", "看看示范工坊"), self.look_around, "link", name="demonstration")
        self.demonstration.setAutoDefault(False)
        self.demonstration.setVisible(demonstration is not None)
        self._lay_out()
        self.password.setFocus()

    def submit(self) -> None:
        """Try to open with what is typed."""
        if not self.password.text():
            self._refuse(translate("Login", "请输入密码。"), at_password=True)
            return
        self._wait(True)
        user, password = self.user.currentText(), self.password.text()
        self._tasks.run(lambda: self._opener(user, password), self._opened, failed=self._failed, owner=self)

    def look_around(self) -> None:
        """Open the demonstration's made-up records instead; no password is asked for."""
        if self._demonstration is not None:
            self._wait(True)
            tone_label(self.message, translate("Login", "正在准备示范工坊…"), Tone.QUIET)
            self._tasks.run(self._demonstration, self._opened, failed=self._failed, owner=self)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 8, GRID * 7, GRID * 8, GRID * 6)
        whole.setSpacing(GRID * 3)
        whole.addWidget(label(translate("Login", "工坊账本"), "title"))
        form = QFormLayout()
        form.setSpacing(GRID * 3)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(translate("Login", "用户"), self.user)
        form.addRow(translate("Login", "密码"), self.password)
        whole.addLayout(form)
        whole.addWidget(self.message)
        whole.addWidget(self.progress)
        whole.addWidget(self.enter)
        whole.addWidget(self.demonstration)

    def _wait(self, waiting: bool) -> None:
        self.progress.setVisible(waiting)
        self.enter.setEnabled(not waiting)
        self.demonstration.setEnabled(not waiting)
        tone_label(self.message, "", Tone.BAD)
        self.password.setProperty("state", "")
        restyle(self.password)

    def _opened(self, context: Context) -> None:
        self.context = context
        self.accept()

    def _failed(self, fault: Exception) -> None:
        self.fault = fault
        self._wait(False)
        wrong = isinstance(fault, Refusal) and fault.code == "wrong_password"
        self._refuse(fault_text(fault, self.lang), at_password=wrong)

    def _refuse(self, words: str, *, at_password: bool) -> None:
        """Say why nothing opened; the field is marked only where the password is at fault."""
        tone_label(self.message, words, Tone.BAD)
        self.password.setProperty("state", "bad" if at_password else "")
        restyle(self.password)
        self.password.selectAll()
        self.password.setFocus()
