"""The processes of a product in the side panel, and below them their piece prices over time."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.money import price_text
from app.services import processes
from app.services.piece_prices import PriceRow
from app.services.processes import ProcessPrices
from app.ui.desk import Desk
from app.ui.pages.wage_settings import prices_sheet
from app.ui.tables.columns import Align, Column
from app.ui.theme.tokens import GRID
from app.ui.widgets.form import Field
from app.ui.widgets.parts import divider
from app.ui.widgets.record_sheet import Call, RecordSheet, Sheet
from app.ui.words import translate


class ProcessesTab(QWidget):
    """工序和单价. ``saved`` carries the PaySaved."""

    saved = Signal(object)

    def __init__(self, desk: Desk, product_id: int) -> None:
        super().__init__()
        self.processes: RecordSheet[ProcessPrices] = RecordSheet(desk, processes_sheet(product_id))
        self.prices: RecordSheet[PriceRow] = RecordSheet(desk, own_prices(product_id, desk.ctx.today()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 3)
        for part in (self.processes, divider(), self.prices):
            column.addWidget(part)
        self.processes.saved.connect(lambda _: self.prices.refresh())
        self.prices.saved.connect(lambda _: self.processes.refresh())
        for source in (self.processes, self.prices):
            source.saved.connect(self.saved)


def processes_sheet(product_id: int) -> Sheet[ProcessPrices]:
    """The processes of a product with today's prices."""
    return Sheet(
        name="processes",
        title=translate("Processes", "工序"),
        add=translate("Processes", "新工序"),
        empty=translate("Processes", "还没有工序。计件要先有工序，例如 刺绣、缝制。"),
        read=Call(processes.list_processes, (product_id,)),
        columns=[
            Column(translate("Processes", "工序"), 140, lambda row: row.name, stretch=True),
            Column(translate("Processes", "现行单价（元）"), 150, prices_text, Align.RIGHT, tip=prices_text),
        ],
        rows=lambda found: found,
        fields=lambda _: [Field("process", translate("Processes", "工序名称"))],
        values=lambda row: {"process": row.name} if row else {},
        save=lambda row, values: _save(product_id, row, str(values["process"] or "")),
        withdraw=lambda row: Call(processes.leave_off_process, (row.process_id,)),
        hint=translate("Processes", "改名后，以前的计件也用新名称；登记过计件的工序不能去掉。"),
        subject="products",
        take_away=translate("Processes", "去掉"),
    )


def own_prices(product_id: int, today: date) -> Sheet[PriceRow]:
    """The piece prices of this product alone."""
    whole = prices_sheet(today)
    process = Column[PriceRow](translate("Processes", "工序 等级"), 120, _process, stretch=True, tip=_process)
    return replace(
        whole,
        empty=translate("Processes", "还没有单价：没有单价的计件不能计算工资。"),
        read=Call(processes.product_prices, (product_id,)),
        columns=[process, *whole.columns[1:]],
        subject="products",
    )


def prices_text(row: ProcessPrices) -> str:
    """2.35, or A 2.35 B 2.00 by grade; a dash where none is in force."""
    return "　".join(f"{grade} {price_text(price)}".strip() for grade, price in row.prices) or "–"


def _process(row: PriceRow) -> str:
    return f"{row.process} {row.grade}".strip()


def _save(product_id: int, row: ProcessPrices | None, name: str) -> Call:
    if row is None:
        return Call(processes.add_process, (product_id, name))
    return Call(processes.rename_process, (row.process_id, name))
