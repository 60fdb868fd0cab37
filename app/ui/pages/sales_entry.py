"""The line a sale is typed into: find the product, then digits and Enter; channel, event and day stay as they were."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.money import decimal_text, parse_yuan, scaled, yuan
from app.domain.pay_check import FieldRefusal
from app.domain.refusal import Refusal
from app.domain.sales_check import SaleForm
from app.domain.sales_find import ProductChoice, find_products
from app.services import sales
from app.services.sales import SaleSaved
from app.services.sales_view import SaleChoices, SaleRow
from app.ui.desk import Desk
from app.ui.pages.sales_rows import choice_text, money, product_text, read_day
from app.ui.tables.columns import Tone
from app.ui.terms import term
from app.ui.theme.tokens import GRID
from app.ui.widgets.form import TALL_FIELD, FieldForm
from app.ui.widgets.parts import button, label, restyle, tone_label
from app.ui.widgets.pick_field import PickField
from app.ui.widgets.unsaved import Editing
from app.ui.words import translate

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL = Qt.KeyboardModifier.ControlModifier


class SaleEntry(Editing):
    """One line of fields, what is wrong or was noted below it. ``added`` carries the SaleSaved."""

    added = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._choices = SaleChoices((), (), ())
        self._order_of: SaleRow | None = None
        self.chosen: ProductChoice | None = None
        self.setObjectName("card")
        self.day = QLineEdit()
        self.channel = QComboBox()
        self.event_field: PickField[str] = PickField(desk.look, self._offer_events, free=True)
        self.product: PickField[ProductChoice] = PickField(desk.look, self._offer_products)
        self.quantity, self.price, self.order_no = QLineEdit(), QLineEdit(), QLineEdit()
        self.save_button = button(translate("Sales", "记下 ↵"), self.save, name="sale-save")
        self.said = label(wraps=True)
        self._lay_out()
        self._bind()

    def show_choices(self, choices: SaleChoices) -> None:
        """Offer these; what was chosen stays."""
        self._choices = choices
        channel = self.channel.currentData()
        if list(choices.channels) != [self.channel.itemData(at) for at in range(self.channel.count())]:
            self.channel.clear()
            for name in choices.channels:
                self.channel.addItem(term(name), name)
            self.channel.setCurrentIndex(max(0, self.channel.findData(channel)))
        if not self.day.text() or (not self.day.isModified() and self._order_of is None):
            self.day.setText(self._desk.ctx.today().isoformat())

    def begin(self) -> None:
        """Give the keyboard to the first thing a person will want."""
        self.product.setFocus()

    def begin_line(self, row: SaleRow) -> None:
        """A further product of a recorded order: its day, channel, event and number stand."""
        self.clear_line()
        self._order_of = row
        self.day.setText(row.day.isoformat())
        self.channel.setCurrentIndex(self.channel.findData(row.channel))
        self.event_field.setText(row.event)
        self.order_no.setText(row.order_no)
        words = translate("Sales", "订单 {order} 的另一样产品：选产品、填数量。按 Esc 放弃。")
        self._say(words.format(order=row.order_no), Tone.QUIET)
        self.begin()

    def clear_line(self) -> None:
        """Empty what differs from sale to sale."""
        self.chosen, self._order_of = None, None
        for field in (self.product, self.quantity, self.price, self.order_no):
            field.setText("")  # unlike clear(): Ctrl+Z takes back the sale
        self._mark("")

    def choose(self, product: ProductChoice) -> None:
        """Take a product: its price stands, the keyboard goes to the quantity."""
        self.chosen = product
        self.product.setText(choice_text(product))
        self.price.setText(yuan(product.price_fen) if product.price_fen is not None else "")
        self._say("", Tone.PLAIN)
        self._go(self.quantity)

    def open_form(self) -> FieldForm | None:
        """A line is no form: who stays goes on where he was."""
        return None

    @property
    def unsaved(self) -> tuple[str, ...]:
        """Titles of what is typed of a sale and not noted."""
        line: tuple[QLineEdit, ...] = (self.product, self.quantity, self.price, self.order_no)
        typed = [field for field in line if field.text().strip()]
        return tuple(title for _, title, editor, _ in self._fields() if editor in typed)

    def drop(self) -> None:
        """Let go of the line."""
        self.clear_line()

    def save(self) -> None:
        """Note the sale; what forbids it is said below the line, at the field's red edge."""
        form = self._form()
        if form is not None:
            self._desk.do(
                "sales",
                partial(
                    sales.add_sale, same_order=self._order_of is not None and self._order_of.order_no == form.order_no
                ),
                form,
                then=self._saved,
                failed=self._refused,
                owner=self,
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear_line()
            self._say("", Tone.PLAIN)
            self.begin()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.channel and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _ENTER and not event.modifiers() & _CTRL:
            self._go(self.event_field)
            return True
        return super().eventFilter(watched, event)

    # ---------------------------------------------------------------- making it

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        whole.setSpacing(GRID)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 2)
        grid.setVerticalSpacing(2)
        for at, (name, title, field, wide) in enumerate(self._fields()):
            title_label = label(title, "small")
            field.setObjectName(f"sale-{name}")
            field.setAccessibleName(title)
            title_label.setBuddy(field)
            if isinstance(field, QLineEdit):
                field.setMinimumHeight(TALL_FIELD - 4)
            if wide:
                field.setFixedWidth(wide)
            grid.addWidget(title_label, 0, at)
            grid.addWidget(field, 1, at)
            grid.setColumnStretch(at, 0 if wide else 1)
        grid.addWidget(self.save_button, 1, len(self._fields()))
        whole.addLayout(grid)
        row = QHBoxLayout()
        row.addWidget(self.said, 1)
        whole.addLayout(row)
        self._say("", Tone.PLAIN)
        self.product.setPlaceholderText(translate("Sales", "货号、名称或拼音首字母"))
        self.event_field.setPlaceholderText(translate("Sales", "没有就空着"))
        self.order_no.setPlaceholderText(translate("Sales", "没有就空着"))
        for number in (self.quantity, self.price):
            number.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _fields(self) -> tuple[tuple[str, str, QWidget, int], ...]:
        """Name, title, editor and width (0 takes what is left), from left to right."""
        return (
            ("day", translate("Sales", "日期"), self.day, 104),
            ("channel", translate("Sales", "渠道"), self.channel, 120),
            ("event", translate("Sales", "活动"), self.event_field, 160),
            ("product_id", translate("Sales", "产品"), self.product, 0),
            ("quantity_milli", translate("Sales", "数量"), self.quantity, 72),
            ("price_fen", translate("Sales", "单价（元）"), self.price, 96),
            ("order_no", translate("Sales", "订单号"), self.order_no, 150),
        )

    def _bind(self) -> None:
        self.channel.installEventFilter(self)
        self.product.picked.connect(self.choose)
        self.product.missed.connect(self._missed)
        self.product.textEdited.connect(lambda _: self._unchosen())
        self.event_field.picked.connect(lambda _: self._go(self.product))
        for field, following in (
            (self.day, self.channel),
            (self.event_field, self.product),
            (self.quantity, self.price),
            (self.price, self.order_no),
        ):
            field.returnPressed.connect(partial(self._go, following))
        self.order_no.returnPressed.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    def _go(self, field: QWidget) -> None:
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()

    def _offer_products(self, text: str) -> list[tuple[ProductChoice, str]]:
        return [(one, choice_text(one)) for one in find_products(self._choices.products, text)]

    def _offer_events(self, text: str) -> list[tuple[str, str]]:
        wanted = text.strip()
        return [(event, event) for event in self._choices.events if wanted in event and wanted != event]

    # ---------------------------------------------------------------- reading and answering

    def _form(self) -> SaleForm | None:
        """What the line says; None where a field cannot be read, which is said."""
        if self.chosen is None and self.product.text().strip():
            self._missed(self.product.text())
            return None
        readers: tuple[tuple[str, QLineEdit, Callable[[str], object], str], ...] = (
            ("day", self.day, read_day, "sale_day_unread"),
            ("quantity_milli", self.quantity, lambda text: scaled(text, 3), "sale_quantity_unread"),
            ("price_fen", self.price, parse_yuan, "sale_price_unread"),
        )
        found: dict[str, object] = {}
        for name, field, read, code in readers:
            text = field.text().strip()
            try:
                found[name] = read(text) if text else None
            except ValueError:
                self._fault(name, Refusal(code, text=text[:20]).text(self._desk.lang))
                return None
        return SaleForm(
            channel=str(self.channel.currentData() or ""),
            event=self.event_field.text(),
            product_id=self.chosen.product_id if self.chosen else None,
            order_no=self.order_no.text(),
            **found,  # type: ignore[arg-type]
        )

    def _saved(self, saved: SaleSaved) -> None:
        row = saved.row
        words = translate("Sales", "已记下：{day} {channel} {product} {quantity} 件，{amount} 元")
        said = words.format(
            day=row.day,
            channel=term(row.channel),
            product=product_text(row),
            quantity=decimal_text(row.quantity_milli, 3),
            amount=money(row.amount_fen),
        )
        self.clear_line()
        self._say(f"✓ {said}", Tone.GOOD)
        self.begin()
        self.added.emit(saved)

    def _refused(self, fault: Exception) -> None:
        words = self._desk.fault_text(fault)
        name = ""
        if isinstance(fault, FieldRefusal):
            first = next(note for note in fault.notes if note.blocks)
            name, words = first.column, first.text(self._desk.lang)
        self._fault(name, words)

    def _missed(self, text: str) -> None:
        code = "sale_product_unknown" if text.strip() else "sale_product_empty"
        self._fault("product_id", Refusal(code, text=text[:20]).text(self._desk.lang))

    def _fault(self, name: str, words: str) -> None:
        """Say what is wrong, mark the field and stand there."""
        self._mark(name)
        self._say(words, Tone.BAD)
        field = next((editor for each, _, editor, _ in self._fields() if each == name), None)
        if field is not None:
            self._go(field)

    def _mark(self, name: str) -> None:
        for each, _, editor, _ in self._fields():
            editor.setProperty("state", "bad" if each == name else "")
            restyle(editor)

    def _say(self, words: str, tone: Tone) -> None:
        if not words:
            words, tone = _keys(), Tone.QUIET
        if tone is not Tone.BAD:
            self._mark("")
        tone_label(self.said, words, tone)

    def _unchosen(self) -> None:
        """Another product is typed: the one chosen is no longer meant."""
        self.chosen = None


def _keys() -> str:
    return translate("Sales", "找到产品后：数量 ↵ 单价 ↵ 订单号 ↵ 记下　Ctrl+↵ 随时记下　Esc 清空这一行")
