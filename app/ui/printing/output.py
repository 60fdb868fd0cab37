"""The ways a ledger leaves the program: a searchable PDF, a printer, a picture for the preview. One layout for all."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from app.domain.ledger import LedgerData, require_complete
from app.domain.refusal import Refusal, file_refusal
from app.ui.printing.ledger_layout import PAGE_HEIGHT, PAGE_WIDTH, Layout, lay_out
from app.ui.printing.ledger_paint import paint_page
from app.ui.printing.pdf_text import unify_letters
from app.ui.printing.typesetting import MM, unified_letters
from app.ui.theme.tokens import LIGHT

Watch = Callable[[int, int], None]
INCH = 25.4
RESOLUTION = 600


def _unwatched(done: int, pages: int) -> None:
    """Nobody waits for each page."""


def ledger_pdf(data: LedgerData, watch: Watch = _unwatched) -> bytes:
    """The ledger as a PDF whose text can be searched. Refuses ``ledger_field_missing``.

    ``watch`` is told after each page how many of how many are done; what it raises ends the work.
    """
    layout = ready_layout(data)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(f"{data.title} {data.month} {data.unit}")
    writer.setCreator("Gongfang")
    _paint_all(layout, writer, RESOLUTION, watch)
    buffer.close()
    return unify_letters(bytes(buffer.data().data()), unified_letters())


def write_ledger_pdf(data: LedgerData, path: Path, watch: Watch = _unwatched) -> Path:
    """Write the PDF beside itself first, then into place. Refuses ``ledger_field_missing``, ``disk_full`` …"""
    content = ledger_pdf(data, watch)
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        raise file_refusal(fault, path) from fault
    return path


def print_ledger(data: LedgerData, printer: QPrinter, watch: Watch = _unwatched) -> int:
    """Send the ledger to a printer; the number of pages. Refuses as above and ``printer_refused``.

    The job's title is ASCII: CUPS garbles anything else.
    """
    layout = ready_layout(data)
    printer.setDocName(f"gongfang-ledger-{data.month}")
    printer.setFullPage(True)
    _paint_all(layout, printer, printer.resolution(), watch)
    return len(layout.pages)


def page_picture(layout: Layout, index: int, dots_per_inch: float) -> QImage:
    """One page as the preview shows it."""
    scale = dots_per_inch / INCH / MM
    image = QImage(round(PAGE_WIDTH * scale), round(PAGE_HEIGHT * scale), QImage.Format.Format_RGB32)
    image.fill(LIGHT.paper)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_page(painter, layout, index)
    painter.end()
    return image


def ready_layout(data: LedgerData) -> Layout:
    """The layout of a complete ledger; refuses ``ledger_field_missing``."""
    require_complete(data)
    return lay_out(data)


def _paint_all(layout: Layout, device: QPagedPaintDevice, resolution: int, watch: Watch) -> None:
    page = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))
    page.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(page)
    painter = QPainter()
    if not painter.begin(device):
        raise Refusal("printer_refused", name=device.printerName() if isinstance(device, QPrinter) else "PDF")
    painter.scale(resolution / INCH / MM, resolution / INCH / MM)
    try:
        for index in range(len(layout.pages)):
            if index:
                device.newPage()
            paint_page(painter, layout, index)
            watch(index + 1, len(layout.pages))
    finally:
        painter.end()
