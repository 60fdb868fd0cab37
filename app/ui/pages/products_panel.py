"""One product in the side panel: who it is with its picture, what moved its stock, its processes and prices."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.money import decimal_text
from app.domain.refusal import Refusal
from app.services import products
from app.services.context import Context
from app.services.products import ProductRow
from app.services.stock import EntryRow
from app.ui.desk import Desk
from app.ui.pages.products_moves import moves_sheet
from app.ui.pages.products_processes import ProcessesTab
from app.ui.pages.products_rows import money, quantity
from app.ui.tables.columns import Tone
from app.ui.terms import term
from app.ui.theme.tokens import GRID
from app.ui.widgets.ask import Answer, AskDialog, Asked
from app.ui.widgets.parts import button, label, tone_label
from app.ui.widgets.record_sheet import RecordSheet
from app.ui.widgets.tabbed import TabbedPanel
from app.ui.words import translate

_PICTURE = (372, 220)
_TITLE_EM = 8
FACTS, MOVES, PROCESSES = range(3)


def read_shown(ctx: Context, workshop_id: int, product_id: int) -> QImage:
    """The product's picture as large as the panel shows it; runs on the database thread. Refuses what reading does."""
    image = QImage.fromData(products.product_picture(ctx, workshop_id, product_id))
    if image.isNull():
        raise Refusal("picture_unreadable", file=translate("Product", "照片"))
    size = QSize(*_PICTURE) * 2
    return image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


class ProductPanel(TabbedPanel):
    """Facts (0), moves (1), processes and prices (2). ``saved`` carries None after anything of the product was written;
    ``edit_wanted``, ``labels_wanted`` and ``removed`` the product's number.
    """

    edit_wanted = Signal(object)
    labels_wanted = Signal(object)
    removed = Signal(object)

    def __init__(self, desk: Desk, row: ProductRow, at: int = FACTS) -> None:
        self.row = row
        tabs = (
            ("facts", translate("Product", "资料")),
            ("moves", translate("Product", "出入库")),
            ("processes", translate("Product", "工序单价")),
        )
        super().__init__(desk, tabs, at)

    def made(self, at: int) -> QWidget:
        """The part of a tab, read anew."""
        number = self.row.product_id
        if at == FACTS:
            facts = FactsTab(self._desk, self.row)
            facts.pictured.connect(lambda _: self.saved.emit(None))
            facts.removed.connect(lambda _: self.removed.emit(number))
            facts.edit.clicked.connect(lambda: self.edit_wanted.emit(number))
            facts.labels.clicked.connect(lambda: self.labels_wanted.emit(number))
            return facts
        if at == MOVES:
            today = self._desk.ctx.today()
            moves: RecordSheet[EntryRow] = RecordSheet(self._desk, moves_sheet(number, self.row.unit, today))
            moves.saved.connect(lambda _: self.saved.emit(None))
            return moves
        tab = ProcessesTab(self._desk, number)
        tab.saved.connect(lambda _: self.saved.emit(None))
        return tab


class FactsTab(QWidget):
    """Picture, facts, and what can be done. ``pictured`` and ``removed`` carry None."""

    pictured = Signal(object)
    removed = Signal(object)

    def __init__(self, desk: Desk, row: ProductRow) -> None:
        super().__init__()
        self._desk, self._row = desk, row
        self.choose_file: Callable[[], str] = self._choose_file
        self.question: AskDialog | None = None
        self.picture, self.message = QLabel(), label(wraps=True)
        self.message.hide()
        self.edit = button(translate("Product", "修改"), lambda: None, name="edit-product")
        self.labels = button(translate("Product", "打印标签"), lambda: None, name="product-labels")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addLayout(self._buttons())
        column.addWidget(self.picture)
        column.addLayout(self._picture_buttons())
        column.addWidget(self.message)
        for name, text, tone in facts(row, desk.lang):
            column.addLayout(_fact(name, text, tone))
        self._show_picture(row.picture)

    def set_picture(self, file: Path) -> None:
        """Keep a file as the product's picture."""
        self._desk.do(
            "products",
            products.set_picture,
            self._row.product_id,
            file,
            then=self._pictured,
            failed=self._failed,
            title=translate("Product", "保存照片"),
            owner=self,
        )

    def _picture_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        words = translate("Product", "换照片…") if self._row.picture else translate("Product", "添加照片…")
        line.addWidget(button(words, self._choose, name="set-picture"))
        if self._row.picture:
            line.addWidget(button(translate("Product", "取下照片"), self._take_off, name="remove-picture"))
        line.addStretch(1)
        return line

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self.edit)
        line.addWidget(self.labels)
        line.addStretch(1)
        line.addWidget(button(translate("Product", "删除…"), self.ask_remove, name="remove-product"))
        return line

    def _show_picture(self, name: str) -> None:
        self.picture.setVisible(bool(name))
        if name:
            words = translate("Product", "{name} 的照片").format(name=self._row.name)
            self.picture.setAccessibleName(words)
            self._desk.ask(read_shown, self._row.product_id, then=self._draw, failed=self._failed, owner=self)

    def _draw(self, image: QImage) -> None:
        shown = QPixmap.fromImage(image)
        shown.setDevicePixelRatio(2)
        self.picture.setPixmap(shown)

    def _choose(self) -> None:
        if chosen := self.choose_file():
            self.set_picture(Path(chosen))

    def _take_off(self) -> None:
        number = self._row.product_id
        self._desk.do("products", products.remove_picture, number, then=self._pictured, failed=self._failed, owner=self)

    def _pictured(self, _: object) -> None:
        self.message.hide()
        self.pictured.emit(None)

    def _failed(self, fault: Exception) -> None:
        tone_label(self.message, self._desk.fault_text(fault), Tone.BAD)
        self.message.show()

    def ask_remove(self) -> None:
        """Ask before the product is taken off the list; what refers to it is said in the question."""
        name = self._row.name
        asked = Asked(
            title=translate("Product", "删除产品"),
            text=translate(
                "Product", "“{name}”不再出现在任何列表里。有工序、计件、销售或出入库的产品不能删除。"
            ).format(name=name),
            yes=translate("Product", "删除"),
        )
        self.question = AskDialog(asked, self._remove, self)
        self.question.open()

    def _remove(self, _: Answer) -> None:
        number = self._row.product_id
        self._desk.do(
            "products", products.remove_product, number, then=self._on_removed, failed=self._not_removed, owner=self
        )

    def _on_removed(self, _: None) -> None:
        if self.question is not None:
            self.question.finish()
        self.removed.emit(None)

    def _not_removed(self, fault: Exception) -> None:
        if self.question is not None:
            self.question.refuse(self._desk.fault_text(fault))

    def _choose_file(self) -> str:
        title = translate("Product", "选照片")
        return QFileDialog.getOpenFileName(self, title, str(Path.home()), f"{title} (*.jpg *.jpeg *.png)")[0]


def facts(row: ProductRow, lang: str) -> list[tuple[str, str, Tone]]:
    """Title, text and tone of each fact; empty ones left out."""
    level, unit = row.level, term(row.unit)
    stock = f"{decimal_text(row.stock_milli, 3)} {unit}"
    sold = level.sold_milli - level.returned_milli
    known = [
        (translate("Product", "名称"), row.name, Tone.PLAIN),
        (translate("Product", "现存"), stock, Tone.BAD if row.stock_milli < 0 else Tone.PLAIN),
        (translate("Product", "为什么"), row.shortage.text(lang) if row.shortage else "", Tone.BAD),
        (translate("Product", "库存金额（元）"), money(row.value_fen), Tone.PLAIN),
        (translate("Product", "售价（元）"), money(row.price_fen or 0), Tone.PLAIN),
        (translate("Product", "期初"), quantity(level.opening_milli), Tone.PLAIN),
        (translate("Product", "累计入库"), quantity(level.received_milli), Tone.PLAIN),
        (translate("Product", "累计售出"), quantity(sold), Tone.PLAIN),
        (translate("Product", "累计领用报损"), quantity(level.taken_milli), Tone.PLAIN),
        (translate("Product", "盘点调整"), quantity(level.counted_milli), Tone.PLAIN),
        (translate("Product", "非遗项目"), row.project, Tone.PLAIN),
        (translate("Product", "类别"), row.category, Tone.PLAIN),
    ]
    return [(name, text, tone) for name, text, tone in known if text]


def _fact(name: str, text: str, tone: Tone) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(GRID * 2)
    heading, value = label(name, "secondary"), label(selectable=True, wraps=True)
    heading.setFixedWidth(_TITLE_EM * heading.fontInfo().pixelSize())
    tone_label(value, text, tone)
    line.addWidget(heading, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(value, 1)
    return line
