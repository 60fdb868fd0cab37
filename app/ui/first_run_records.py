"""The first start's steps once the records are made: recovery key, import, trial print, the end."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout

from app.domain.papers import PaperData
from app.domain.papers.recovery import RecoveryData, TrialData, groups
from app.ui.desk import Desk
from app.ui.first_run_steps import StepPage
from app.ui.pages.book import BookPage
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button, card, label
from app.ui.widgets.preview import PaperPreview
from app.ui.words import translate

_ACROSS = 4


def record_steps(desk: Desk, recovery_key: str) -> tuple[StepPage, ...]:
    """The steps after the password, in their order."""
    return RecoveryStep(desk, recovery_key), ImportStep(desk), TrialStep(desk), EndStep()


class RecoveryStep(StepPage):
    """The recovery key, shown this once: printed or copied by hand, and said to be kept."""

    def __init__(self, desk: Desk, recovery_key: str) -> None:
        super().__init__(
            translate("FirstRun", "恢复密钥，只显示这一次"),
            translate("FirstRun", "忘记密码或电脑坏了时，只有它能打开账本和备份。请打印或抄写，锁好，与电脑分开存放。"),
        )
        self.key = recovery_key
        self._desk = desk
        self.preview: PaperPreview | None = None
        grid = QGridLayout()
        grid.setSpacing(GRID * 5)
        for at, part in enumerate(groups(recovery_key)):
            shown = label(part, "figure", selectable=True)
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            shown.setAccessibleName(translate("FirstRun", "第 {at} 组：{part}").format(at=at + 1, part=" ".join(part)))
            grid.addWidget(shown, at // _ACROSS, at % _ACROSS)
        self.body.addWidget(card(grid))
        row = QHBoxLayout()
        self.sheet = button(translate("FirstRun", "打印或存为 PDF…"), self.open_sheet, name="recovery-sheet")
        row.addWidget(self.sheet)
        row.addStretch(1)
        self.body.addLayout(row)
        self.kept = QCheckBox(translate("FirstRun", "我已打印或抄写，并锁好了"))
        self.kept.setObjectName("kept")
        self.kept.toggled.connect(lambda on: self.changed.emit(on))  # noqa: PLW0108  a signal of a bool joins none of an object
        self.body.addWidget(self.kept)
        words = translate("FirstRun", "丢了可以在“设置 › 备份”里换一个新的，前提是还能用密码登录。")
        self.body.addWidget(label(words, "small", wraps=True))
        self.body.addStretch(1)

    def open_sheet(self) -> None:
        """Show the sheet before it is printed or kept as a PDF."""
        desk = self._desk
        today = desk.ctx.today().isoformat()
        self.preview = _preview(self, desk, RecoveryData(self.key, desk.workshop.name, desk.ctx.user, today))

    def allowed(self) -> bool:
        return self.kept.isChecked()

    def begin(self) -> None:
        self.sheet.setFocus()

    def leave(self) -> None:
        if self.preview is not None:
            self.preview.close()


class ImportStep(StepPage):
    """The roster and the month from a workbook: the import page itself, with its dry run."""

    enter_goes_on = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            translate("FirstRun", "导入工人和本月记录"),
            translate(
                "FirstRun",
                "已有工作簿（xlsx）就在这里选它：先检查，列出问题，按“导入”才收下。没有就跳过，以后在“导入”页再做。",
            ),
        )
        self.page = BookPage(desk)
        _bare(self.page)
        self.body.addWidget(self.page, 1)
        desk.changed.connect(lambda what: QTimer.singleShot(0, self, lambda: self.changed.emit(what)))

    def next_words(self) -> str:
        result = self.page.result
        taken = result is not None and result.taken and not result.dry_run
        return translate("FirstRun", "下一步") if taken else translate("FirstRun", "跳过")

    def begin(self) -> None:
        self.page.setFocus()


class TrialStep(StepPage):
    """A page that tries the printer before the first payroll has to be printed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            translate("FirstRun", "试打印一页"),
            translate(
                "FirstRun", "发工资那天才发现打印机不行就晚了。测试页上有一把 10 厘米的尺子、四周的框和各种文字。"
            ),
        )
        self._desk = desk
        self.preview: PaperPreview | None = None
        row = QHBoxLayout()
        self.trial = button(translate("FirstRun", "预览和打印测试页…"), self.open_trial, name="trial")
        row.addWidget(self.trial)
        row.addStretch(1)
        self.body.addLayout(row)
        words = translate("FirstRun", "没有打印机也能用：所有表格都可以存为 PDF，拿到别处打印。")
        self.body.addWidget(label(words, "small", wraps=True))
        self.body.addStretch(1)

    def open_trial(self) -> None:
        """Show the page before it is printed."""
        desk = self._desk
        self.preview = _preview(self, desk, TrialData(desk.workshop.name, desk.ctx.today().isoformat()))

    def next_words(self) -> str:
        return translate("FirstRun", "下一步") if self.preview is not None else translate("FirstRun", "跳过")

    def begin(self) -> None:
        self.trial.setFocus()

    def leave(self) -> None:
        if self.preview is not None:
            self.preview.close()


class EndStep(StepPage):
    """All is made: what to do next."""

    def __init__(self) -> None:
        super().__init__(
            translate("FirstRun", "可以开始了"), translate("FirstRun", "账本已建好，下次打开用您的姓名和密码登录。")
        )
        for words in (
            translate("FirstRun", "每天：在“今日”记出勤和计件，记完按 Ctrl+↵ 日结。"),
            translate("FirstRun", "每月：在“工资”按步骤检查、计算、核对、锁定、打印、发放。"),
            translate("FirstRun", "每周：把备份存到U盘（“设置 › 备份”）。"),
            translate("FirstRun", "找人、找产品、找页面：Ctrl+K。不知道怎么做：F1。"),
        ):
            self.body.addWidget(label(words, wraps=True))
        self.body.addStretch(1)

    def next_words(self) -> str:
        return translate("FirstRun", "打开账本")


def _bare(page: BookPage) -> None:
    """A page within a step: no margins and no title of its own."""
    whole, first = page.layout(), page.head.itemAt(0)
    title = first.widget() if first is not None else None
    if whole is not None and title is not None:
        whole.setContentsMargins(0, 0, 0, 0)
        title.hide()


def _preview(step: StepPage, desk: Desk, data: PaperData) -> PaperPreview:
    made = PaperPreview(desk, data, step)
    made.finished.connect(lambda code: step.changed.emit(code))  # noqa: PLW0108  as above
    made.open()
    return made
