"""A paper on the screen before it goes to the printer: the printer's own strokes, page under page."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPixmap, QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressDialog,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.messages.text import Counted
from app.domain.papers import PaperData
from app.domain.papers.letters import unprintable_words
from app.domain.refusal import Refusal
from app.services import papers_log
from app.ui.desk import Desk
from app.ui.printing.output import page_picture, print_paper, write_paper
from app.ui.printing.papers import paper_of
from app.ui.tables.columns import Tone
from app.ui.tasks import SLOW_MS, CancelledError
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button, label, tone_label
from app.ui.words import translate

SCREEN_DPI = 84
_POINTS = 72
_LABEL_WIDTH = 12_000
"""Pages narrower than this (1/100 mm) are labels: shown up to twice their size, to be read."""


class PaperPreview(QDialog):
    """Pages to scroll through, and two ways out: printer and PDF. Pages are drawn one after another while shown.

    ``gave`` carries the PrintedRow of a paper that went to the printer or into a file.
    """

    gave = Signal(object)

    def __init__(self, desk: Desk, data: PaperData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.paper = paper_of(data)
        self.setWindowTitle(self.paper.title)
        self.resize(1120, 700)
        self.pages: list[QLabel] = []
        self.choose_file: Callable[[str], str] = self._choose_file
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
        whole.addLayout(self._head())
        self.lacking = label(wraps=True, selectable=True)
        tone_label(self.lacking, unprintable_words(self.paper.unprintable, desk.lang), Tone.WARN)
        self.lacking.setVisible(bool(self.paper.unprintable))
        whole.addWidget(self.lacking)
        area = QScrollArea()
        area.setWidgetResizable(True)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(GRID * 3)
        self._column.addStretch(1)
        area.setWidget(inner)
        whole.addWidget(area, 1)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._draw_next)
        self._timer.start(0)

    def save_pdf(self, path: Path) -> bool:
        """Write the PDF to ``path``; says in the status bar where it is, or why not."""
        try:
            write_paper(self.paper, path, self._watch(translate("Preview", "正在写 PDF")))
        except (Refusal, CancelledError) as fault:
            return self._stopped(fault)
        self._done(translate("Preview", "已存为 {path}").format(path=path))
        return True

    def print_to(self, printer: QPrinter) -> bool:
        """Send the pages to a printer."""
        try:
            pages = print_paper(self.paper, printer, self._watch(translate("Preview", "正在打印")))
        except CancelledError as fault:
            printer.abort()
            return self._stopped(fault)
        except Refusal as fault:
            return self._stopped(fault)
        self._done(translate("Preview", "已送到打印机，共 {pages} 页").format(pages=Counted(pages)))
        return True

    def choose_printer(self) -> bool:
        """Ask for a printer and send the pages there; whether they went."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        given = QApplication.font()
        pointed = QFont(given)
        pointed.setPointSizeF(self._desk.look.base_px * _POINTS / self.logicalDpiY())
        QApplication.setFont(pointed)  # Qt's page setup reckons with the program's font in points; ours is in pixels
        try:
            accepted = dialog.exec() == QDialog.DialogCode.Accepted
        finally:
            QApplication.setFont(given)
            dialog.deleteLater()
        return accepted and self.print_to(printer)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.paper.unprintable:
            self._desk.say(self.lacking.text(), Tone.WARN)

    def draw_all(self) -> None:
        """Draw every page now."""
        while self._timer.isActive():
            self._draw_next()

    def _watch(self, title: str) -> Callable[[int, int], None]:
        """Progress and a way out for what takes longer than half a second; painting must stay on this thread."""
        shown = QProgressDialog(title, translate("Preview", "取消"), 0, len(self.paper.sheets), self)
        shown.setWindowModality(Qt.WindowModality.WindowModal)
        shown.setMinimumDuration(SLOW_MS)

        def watch(done: int, _: int) -> None:
            shown.setValue(done)
            if shown.wasCanceled():
                raise CancelledError

        return watch

    def _done(self, words: str) -> None:
        """Say that it is done, and what is to be written in by hand; note what was printed."""
        self._desk.ask(papers_log.note_printed, self.paper.title, self.paper.month, then=self.gave.emit, owner=self)
        lacking = unprintable_words(self.paper.unprintable, self._desk.lang)
        self._desk.say("　".join(filter(None, (words, lacking))), Tone.WARN if lacking else Tone.GOOD)

    def _stopped(self, fault: Exception) -> bool:
        if isinstance(fault, CancelledError):
            self._desk.say(translate("Preview", "已取消"), Tone.QUIET)
        else:
            self._desk.say_fault(fault)
        return False

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        count = Counted(len(self.paper.sheets))
        words = translate("Preview", "{title} {month}　共 {count} 页").format(
            title=self.paper.title, month=self.paper.month, count=count
        )
        row.addWidget(label(words, "figure"), 1)
        if self.paper.is_draft:
            note = label()
            tone_label(note, translate("Preview", "草稿：锁定后才能作为发放依据"), Tone.WARN)
            row.addWidget(note)
        row.addWidget(button(translate("Preview", "存为 PDF…"), self._save, name="save-pdf"))
        row.addWidget(button(translate("Preview", "打印…"), self.choose_printer, "primary", name="print"))
        return row

    def _draw_next(self) -> None:
        at = len(self.pages)
        if at >= len(self.paper.sheets):
            self._timer.stop()
            return
        ratio = self.devicePixelRatioF()
        larger = max(1.0, min(_LABEL_WIDTH / self.paper.sheets[at].form.page_width, 2.0))
        image = page_picture(self.paper, at, SCREEN_DPI * ratio * larger)
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(ratio)
        page = QLabel()
        page.setPixmap(picture)
        page.setFixedSize(picture.deviceIndependentSize().toSize())
        self.pages.append(page)
        self._column.insertWidget(self._column.count() - 1, page, 0, Qt.AlignmentFlag.AlignHCenter)

    def _save(self) -> None:
        if chosen := self.choose_file(self.paper.file_name):
            self.save_pdf(Path(chosen))

    def _choose_file(self, name: str) -> str:
        title = translate("Preview", "存为 PDF")
        return QFileDialog.getSaveFileName(self, title, str(Path.home() / name), "PDF (*.pdf)")[0]
