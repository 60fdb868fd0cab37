"""The ways a paper leaves the program: a searchable PDF, a printer, a picture for the preview. One drawing for all."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from app.domain.refusal import Refusal
from app.services.writing import write_whole
from app.ui.printing.pdf_text import unify_letters
from app.ui.printing.sheet import Form, Paper, numbered
from app.ui.printing.typesetting import MM, unified_letters
from app.ui.theme.tokens import LIGHT

Watch = Callable[[int, int], None]
INCH = 25.4
RESOLUTION = 600
_A4 = {21_000, 29_700}


def _unwatched(done: int, pages: int) -> None:
    """Nobody waits for each page."""


def paper_pdf(paper: Paper, watch: Watch = _unwatched) -> bytes:
    """The paper as a PDF whose text can be searched.

    ``watch`` is told after each page how many of how many are done; what it raises ends the work.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(f"{paper.title} {paper.month} {paper.unit}")
    writer.setCreator("Gongfang")
    _paint_all(paper, writer, RESOLUTION, watch)
    buffer.close()
    return unify_letters(bytes(buffer.data().data()), unified_letters())


def write_paper(paper: Paper, path: Path, watch: Watch = _unwatched) -> Path:
    """Write the PDF beside itself first, then into place. Refuses as ``write_whole`` does."""
    return write_whole(path, paper_pdf(paper, watch))


def print_paper(paper: Paper, printer: QPrinter, watch: Watch = _unwatched) -> int:
    """Send the paper to a printer; the number of pages. Refuses ``printer_refused``."""
    printer.setDocName(paper.job)
    printer.setFullPage(True)
    _paint_all(paper, printer, printer.resolution(), watch)
    return len(paper.sheets)


def page_picture(paper: Paper, index: int, dots_per_inch: float) -> QImage:
    """One page as the preview shows it."""
    scale = dots_per_inch / INCH / MM
    sheet, place = numbered(paper.sheets)[index]
    wide, high = round(sheet.form.page_width * scale), round(sheet.form.page_height * scale)
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(LIGHT.paper)
    painter = QPainter(image)
    painter.scale(scale, scale)
    sheet.paint(painter, place)
    painter.end()
    return image


def _page_layout(form: Form) -> QPageLayout:
    """A4 either way, or the size of a label: that is set as it lies."""
    lies, size = QPageLayout.Orientation.Portrait, QPageSize(QPageSize.PageSizeId.A4)
    if {form.page_width, form.page_height} != _A4:
        size = QPageSize(QSizeF(form.page_width / MM, form.page_height / MM), QPageSize.Unit.Millimeter)
    elif form.landscape:
        lies = QPageLayout.Orientation.Landscape
    page = QPageLayout(size, lies, QMarginsF(0, 0, 0, 0))
    page.setMode(QPageLayout.Mode.FullPageMode)
    return page


def _paint_all(paper: Paper, device: QPagedPaintDevice, resolution: int, watch: Watch) -> None:
    form = paper.sheets[0].form
    device.setPageLayout(_page_layout(form))
    painter = QPainter()
    if not painter.begin(device):
        raise Refusal("printer_refused", name=device.printerName() if isinstance(device, QPrinter) else "PDF")
    try:
        for sheet, place in numbered(paper.sheets):
            if place.number > 1:
                if sheet.form.landscape != form.landscape:
                    device.setPageLayout(_page_layout(sheet.form))
                form = sheet.form
                device.newPage()
            painter.resetTransform()
            painter.scale(resolution / INCH / MM, resolution / INCH / MM)
            sheet.paint(painter, place)
            watch(place.number, place.count)
    finally:
        painter.end()
