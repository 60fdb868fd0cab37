"""The ways a paper leaves a page: preview, PDF, printer, spreadsheet; gathered in the background, said if refused."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.papers import PaperData
from app.domain.refusal import Refusal
from app.services.context import Context
from app.services.writing import write_whole
from app.ui.desk import Desk
from app.ui.tables.columns import Tone
from app.ui.widgets.preview import PaperPreview
from app.ui.words import translate

Maker = Callable[[Context, int], PaperData]
SheetMaker = Callable[[Context, int], bytes]


def write_sheet(ctx: Context, workshop_id: int, make: SheetMaker, path: Path) -> Path:
    """Write a spreadsheet whole or not at all."""
    return write_whole(path, make(ctx, workshop_id))


class PaperWay(QObject):
    """Makes papers of a page. ``seen`` carries None after one was opened or written, ``gave`` the PrintedRow of one
    that went to a printer or into a PDF, ``refused`` the fault of one that could not be made.
    """

    seen = Signal(object)
    gave = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.preview: PaperPreview | None = None
        self.choose_file: Callable[[str, str], str] = self._choose_file

    def open_preview(self, make: Maker) -> None:
        """The paper on the screen, from where it is printed or saved."""
        self._gather(make, self._show)

    def save_pdf(self, make: Maker) -> None:
        """The paper as a PDF file."""
        self._gather(make, self._write)

    def print(self, make: Maker) -> None:
        """The paper to a printer that is asked for."""
        self._gather(make, self._print)

    def save_sheet(self, make: SheetMaker, name: str) -> None:
        """The paper as a spreadsheet, ``name`` its name without an ending."""
        if chosen := self.choose_file(f"{name}.xlsx", "XLSX (*.xlsx)"):
            self._desk.ask(
                write_sheet,
                make,
                Path(chosen),
                then=self._sheet_written,
                failed=self.refused.emit,
                title=translate("Papers", "正在写表格"),
                owner=self,
            )

    def _gather(self, make: Maker, then: Callable[[PaperData], object]) -> None:
        """Gather what the paper holds and hand it on, or say why not."""
        self._desk.ask(
            make, then=then, failed=self.refused.emit, title=translate("Papers", "准备打印的内容"), owner=self
        )

    def _show(self, data: PaperData) -> None:
        preview = self._lay_out(data)
        if preview is not None:
            preview.open()
            self.seen.emit(None)

    def _write(self, data: PaperData) -> None:
        preview = self._lay_out(data)
        if preview is None:
            return
        chosen = self.choose_file(preview.paper.file_name, "PDF (*.pdf)")
        if chosen and preview.save_pdf(Path(chosen)):
            self.seen.emit(None)

    def _print(self, data: PaperData) -> None:
        preview = self._lay_out(data)
        if preview is not None and preview.choose_printer():
            self.seen.emit(None)

    def _lay_out(self, data: PaperData) -> PaperPreview | None:
        try:
            self.preview = PaperPreview(self._desk, data, self._page)
        except Refusal as fault:
            self.refused.emit(fault)
            return None
        self.preview.gave.connect(self.gave)
        return self.preview

    def _sheet_written(self, path: Path) -> None:
        self._desk.say(translate("Papers", "已存为 {path}").format(path=path), Tone.GOOD)

    def _choose_file(self, name: str, kinds: str) -> str:
        title = translate("Papers", "存到哪里")
        return QFileDialog.getSaveFileName(self._page, title, str(Path.home() / name), kinds)[0]
