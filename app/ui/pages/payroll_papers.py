"""Printing (打印): the papers of a month, what each is for, preview, PDF and spreadsheet, with reasons where not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.papers import PaperData
from app.domain.papers.board import BoardRules
from app.domain.refusal import Refusal
from app.services.context import Context
from app.services.papers import PaperChoice, PaperKind
from app.services.writing import write_whole
from app.ui.desk import Desk
from app.ui.pages import payroll_paper_rows as paper_rows
from app.ui.pages.payroll_paper_rows import PaperAsked, PaperOffers
from app.ui.pages.payroll_photos import PhotoStrip
from app.ui.pages.payroll_rows import DRAFT, MonthView
from app.ui.tables.columns import Tone
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button, label, tone_label
from app.ui.widgets.preview import PaperPreview
from app.ui.words import translate


def write_sheet(ctx: Context, workshop_id: int, asked: PaperAsked, path: Path) -> Path:
    """Write a spreadsheet whole or not at all."""
    return write_whole(path, paper_rows.make_sheet(ctx, workshop_id, asked))


class PapersView(QWidget):
    """Papers as a list; Enter previews one. ``seen`` carries the run's id of a paper that was opened or written."""

    seen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: MonthView | None = None
        self._read: MonthView | None = None
        self._offered: tuple[PaperChoice, ...] = ()
        self._opening: PaperKind | None = None
        self.preview: PaperPreview | None = None
        self.choose_file: Callable[[str, str], str] = self._choose_file
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID * 2)
        whole.addLayout(self._bar())
        self.message = label(wraps=True)
        self.message.hide()
        whole.addWidget(self.message)
        self.table: RowsTable[PaperChoice] = RowsTable(desk.look)
        self.table.opened.connect(lambda _: self.open_preview())
        self.table.picked.connect(lambda _: self._offer())
        whole.addWidget(self.table, 1)
        self.photos = PhotoStrip(desk)
        self.photos.shown.connect(lambda some: self._note_seen() if some else None)
        whole.addWidget(self.photos)
        self.setFocusProxy(self.table.view)

    def show_month(self, view: MonthView) -> None:
        """Offer the papers of the shown run; what can be made is found out when the view is looked at."""
        self._view = view
        self.photos.show_month(view)
        if self.isVisible():
            self._find_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._find_out()

    def pick(self, kind: PaperKind) -> None:
        """Stand on a paper."""
        at = next((at for at, one in enumerate(self.table.model.rows) if one.kind is kind), 0)
        self.table.view.setCurrentIndex(self.table.model.index(at, 0))

    def open_kind(self, kind: PaperKind) -> None:
        """Preview a paper, or say why it cannot be made."""
        if self.table.model.rows and self._view is self._read:
            self.pick(kind)
            self.open_preview()
        else:
            self._opening = kind

    def open_preview(self) -> None:
        """The paper on the screen, from where it is printed or saved."""
        self._make(self._show_preview)

    def save_pdf(self) -> None:
        """The paper as a PDF file."""
        self._make(self._write_pdf)

    def save_sheet(self) -> None:
        """The paper as a spreadsheet."""
        asked = self._asked()
        if asked is None or not self.xlsx.isEnabled():
            return
        name = f"{paper_rows.paper_title(asked.kind, self._desk.lang)} {asked.month}.xlsx"
        if chosen := self.choose_file(name, "XLSX (*.xlsx)"):
            self._desk.ask(
                write_sheet,
                asked,
                Path(chosen),
                then=self._sheet_written,
                failed=self._failed,
                title=translate("Papers", "正在写表格"),
                owner=self,
            )

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        self.look = button(translate("Papers", "预览和打印 ↵"), self.open_preview, "primary", name="preview")
        self.pdf = button(translate("Papers", "存为 PDF…"), self.save_pdf, name="paper-pdf")
        self.xlsx = button(translate("Papers", "存为 XLSX…"), self.save_sheet, name="paper-xlsx")
        for act in (self.look, self.pdf, self.xlsx):
            row.addWidget(act)
        row.addSpacing(GRID * 3)
        self.formulas = QCheckBox(translate("Papers", "带上每一行的算式"))
        self.worker, self.names, self.amounts = QComboBox(), QComboBox(), QComboBox()
        for box, choices in ((self.names, paper_rows.name_rules()), (self.amounts, paper_rows.amount_rules())):
            for value, words in choices:
                box.addItem(words, value)
        self.worker.activated.connect(lambda _: self._on_worker())
        self.everybody = QCheckBox(translate("Papers", "有账号的人也发现金"))
        self.everybody.toggled.connect(lambda _: self._on_everybody())
        for part in (self.formulas, self.everybody, self.worker, self.names, self.amounts):
            part.hide()
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _find_out(self) -> None:
        """Ask what can be made, once for each state of the month."""
        view = self._view
        if view is None or view is self._read:
            return
        self._read = view
        run_id = view.run.run_id if view.run is not None else DRAFT
        self._desk.ask(paper_rows.read_offers, view.month, run_id, then=self._show, failed=self._failed, owner=self)

    def _show(self, offers: PaperOffers) -> None:
        self.message.hide()
        self._show_workers(next(one for one in offers.choices if one.kind is PaperKind.CERTIFICATE))
        self.names.setCurrentIndex(self.names.findData(offers.board.names))
        self.amounts.setCurrentIndex(self.amounts.findData(offers.board.amounts))
        self._offered = offers.choices
        everybody = self.everybody.isChecked()
        rows = [paper_rows.for_cash(one, everybody=everybody) for one in offers.choices]
        self.table.show_rows(paper_rows.paper_columns(self._desk.lang), rows)
        if offers.choices and not self.table.view.currentIndex().isValid():
            self.table.view.setCurrentIndex(self.table.model.index(0, 0))
        self._offer()
        if self._opening is not None:
            kind, self._opening = self._opening, None
            self.open_kind(kind)

    def _show_workers(self, certificate: PaperChoice) -> None:
        """Whom a certificate can be asked for; the first who can be given one is chosen."""
        self.worker.clear()
        for one in certificate.workers:
            self.worker.addItem(f"{one.no} {one.name}", one.no)
        given = (at for at, one in enumerate(certificate.workers) if one.reason is None)
        self.worker.setCurrentIndex(next(given, 0))

    def _on_worker(self) -> None:
        """The list says of the chosen worker whether there is a certificate to give."""
        for at, choice in enumerate(self.table.model.rows):
            if choice.workers:
                self.table.model.put_row(at, paper_rows.for_worker(choice, str(self.worker.currentData())))
        self._offer()

    def _on_everybody(self) -> None:
        """The list says whether there is a cash list to make of everybody, or of those without an account."""
        for at, choice in enumerate(self._offered):
            if choice.kind is PaperKind.CASH:
                self.table.model.put_row(at, paper_rows.for_cash(choice, everybody=self.everybody.isChecked()))
        self._offer()

    def _offer(self) -> None:
        """What can be done with the paper the keyboard stands on, and what can be chosen for it."""
        choice = self.table.current()
        possible = choice is not None and choice.possible
        kind = choice.kind if choice is not None else None
        for act in (self.look, self.pdf):
            act.setEnabled(possible and kind is not PaperKind.SHEET)
        self.xlsx.setEnabled(possible and kind in paper_rows.SHEETS)
        self.xlsx.setVisible(kind in paper_rows.SHEETS)
        self.formulas.setVisible(kind is PaperKind.SLIPS)
        self.everybody.setVisible(kind is PaperKind.CASH)
        self.worker.setVisible(kind is PaperKind.CERTIFICATE)
        for box in (self.names, self.amounts):
            box.setVisible(kind is PaperKind.BOARD)
        why = paper_rows.reason(choice, self._desk.lang) if choice is not None else ""
        tone_label(self.message, why, Tone.WARN)
        self.message.setVisible(bool(why))

    def _asked(self) -> PaperAsked | None:
        view, choice = self._view, self.table.current()
        if view is None or choice is None or not choice.possible:
            return None
        asked = PaperAsked(choice.kind, view.month, choice.run_id)
        return replace(
            asked,
            formulas=self.formulas.isChecked(),
            everybody=self.everybody.isChecked(),
            worker_no=str(self.worker.currentData() or ""),
            board=BoardRules(self.names.currentData(), self.amounts.currentData()),
        )

    def _make(self, then: Callable[[PaperData], object]) -> None:
        """Gather what the paper holds and hand it on, or say why not."""
        asked = self._asked()
        if asked is None or asked.kind is PaperKind.SHEET:
            return
        self._desk.ask(
            paper_rows.make_paper,
            asked,
            then=then,
            failed=self._failed,
            title=translate("Papers", "准备打印的内容"),
            owner=self,
        )

    def _show_preview(self, data: PaperData) -> None:
        if self._lay_out(data) and self.preview is not None:
            self.preview.open()
            self._note_seen()

    def _write_pdf(self, data: PaperData) -> None:
        if not self._lay_out(data) or self.preview is None:
            return
        chosen = self.choose_file(self.preview.paper.file_name, "PDF (*.pdf)")
        if chosen and self.preview.save_pdf(Path(chosen)):
            self._note_seen()

    def _lay_out(self, data: PaperData) -> bool:
        try:
            self.preview = PaperPreview(self._desk, data, self)
        except Refusal as fault:
            self._failed(fault)
            return False
        return True

    def _note_seen(self) -> None:
        if self._view is not None and self._view.run is not None:
            self.seen.emit(self._view.run.run_id)

    def _sheet_written(self, path: Path) -> None:
        self._desk.say(translate("Papers", "已存为 {path}").format(path=path), Tone.GOOD)

    def _failed(self, fault: Exception) -> None:
        tone_label(self.message, self._desk.fault_text(fault), Tone.BAD)
        self.message.show()

    def _choose_file(self, name: str, kinds: str) -> str:
        title = translate("Papers", "存到哪里")
        return QFileDialog.getSaveFileName(self, title, str(Path.home() / name), kinds)[0]
