"""What can be chosen for a paper of a payroll: formulas, whom it is about, how the board shows names and amounts."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from app.domain.papers.board import BoardRules
from app.services.papers import PaperChoice, PaperKind
from app.ui.pages import payroll_paper_rows as paper_rows
from app.ui.pages.payroll_paper_rows import PaperAsked
from app.ui.theme.tokens import GRID
from app.ui.words import translate


class PaperOptions(QWidget):
    """A row of choices; those of the paper it is shown for are seen. ``changed`` carries None after one was made."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 2)
        self.formulas = QCheckBox(translate("Papers", "带上每一行的算式"))
        self.worker, self.names, self.amounts = QComboBox(), QComboBox(), QComboBox()
        self.worker.setAccessibleName(translate("Papers", "给谁开证明"))
        for box, said, choices in (
            (self.names, translate("Papers", "公示上的姓名"), paper_rows.name_rules()),
            (self.amounts, translate("Papers", "公示上的金额"), paper_rows.amount_rules()),
        ):
            box.setAccessibleName(said)
            for value, words in choices:
                box.addItem(words, value)
        self.everybody = QCheckBox(translate("Papers", "有账号的人也发现金"))
        self.worker.activated.connect(lambda _: self.changed.emit(None))
        self.everybody.toggled.connect(lambda _: self.changed.emit(None))
        for part in (self.formulas, self.everybody, self.worker, self.names, self.amounts):
            part.hide()
            row.addWidget(part)

    def hold(self, choices: tuple[PaperChoice, ...], board: BoardRules) -> None:
        """Take over whom a certificate can be asked for, and the board's rules; the first who can be given one."""
        certificate = next(one for one in choices if one.kind is PaperKind.CERTIFICATE)
        self.worker.clear()
        for one in certificate.workers:
            self.worker.addItem(f"{one.no} {one.name}", one.no)
        given = (at for at, one in enumerate(certificate.workers) if one.reason is None)
        self.worker.setCurrentIndex(next(given, 0))
        self.names.setCurrentIndex(self.names.findData(board.names))
        self.amounts.setCurrentIndex(self.amounts.findData(board.amounts))

    def offer(self, kind: PaperKind | None) -> None:
        """Show what can be chosen for a paper; nothing for none."""
        self.formulas.setVisible(kind is PaperKind.SLIPS)
        self.everybody.setVisible(kind is PaperKind.CASH)
        self.worker.setVisible(kind is PaperKind.CERTIFICATE)
        for box in (self.names, self.amounts):
            box.setVisible(kind is PaperKind.BOARD)

    def judged(self, choice: PaperChoice) -> PaperChoice:
        """A paper as it stands for what is chosen: a certificate for the worker, a cash list for everybody or not."""
        choice = paper_rows.for_cash(choice, everybody=self.everybody.isChecked())
        return paper_rows.for_worker(choice, str(self.worker.currentData())) if choice.workers else choice

    def asked(self, choice: PaperChoice, month: str) -> PaperAsked:
        """The paper with everything chosen for it."""
        return replace(
            PaperAsked(choice.kind, month, choice.run_id),
            formulas=self.formulas.isChecked(),
            everybody=self.everybody.isChecked(),
            worker_no=str(self.worker.currentData() or ""),
            board=BoardRules(self.names.currentData(), self.amounts.currentData()),
        )
