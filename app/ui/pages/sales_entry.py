"""The line a sale is typed into: find the product, then digits and Enter; channel, event and day stay as they were."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.money import decimal_text, parse_yuan, scaled, yuan
from app.domain.refusal import Refusal
from app.domain.sales_check import SaleForm
from app.domain.sales_find import ProductChoice
from app.services import sales
from app.services.sales import SaleSaved
from app.services.sales_view import SaleChoices, SaleRow
from app.ui.desk import Desk
from app.ui.pages.sales_rows import choice_text, money, product_text
from app.ui.tables.columns import Tone
from app.ui.terms import term
from app.ui.widgets.day_field import spell_day
from app.ui.widgets.entry_line import EntryLine, LineField
from app.ui.widgets.offers import Offers
from app.ui.widgets.pick_field import PickField
from app.ui.words import translate


def products_offered(products: Sequence[ProductChoice]) -> Offers[ProductChoice]:
    """Products, found by code, characters, syllables or initials."""
    return Offers(products, lambda one: one.code, lambda one: one.name, choice_text)


class SaleEntry(EntryLine):
    """One sale; day, channel and event stay for the next. ``added`` carries the SaleSaved."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Sales", "记下 ↵"), "sale-save")
        self._choices, self._products = SaleChoices((), (), ()), products_offered(())
        self._order_of: SaleRow | None = None
        self.chosen: ProductChoice | None = None
        self.day, self.channel = QLineEdit(), QComboBox()
        self.event_field: PickField[str] = PickField(desk.look, self._offer_events, free=True)
        self.product: PickField[ProductChoice] = PickField(desk.look, self._offer_products)
        self.quantity, self.price, self.order_no = QLineEdit(), QLineEdit(), QLineEdit()
        self.lay_out(self._fields(), "sale")
        self._bind()

    def show_choices(self, choices: SaleChoices) -> None:
        """Offer these; what was chosen stays."""
        self._choices, self._products = choices, products_offered(choices.products)
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
        self.say(words.format(order=row.order_no), Tone.QUIET)
        self.begin()

    def clear_line(self) -> None:
        """Empty what differs from sale to sale."""
        super().clear_line()
        self.chosen, self._order_of = None, None

    def keys(self) -> str:
        """What the keys do."""
        return translate("Sales", "找到产品后：数量 ↵ 单价 ↵ 订单号 ↵ 记下　Ctrl+↵ 随时记下　Esc 清空这一行")

    def choose(self, product: ProductChoice) -> None:
        """Take a product: its price stands, the keyboard goes to the quantity."""
        self.chosen = product
        self.product.setText(choice_text(product))
        self.price.setText(yuan(product.price_fen) if product.price_fen is not None else "")
        self.say("", Tone.PLAIN)
        self.go(self.quantity)

    def save(self) -> None:
        """Note the sale; what forbids it is said below the line, at the field's red edge."""
        form = self._form()
        if form is not None:
            same_order = self._order_of is not None and self._order_of.order_no == form.order_no
            add = partial(sales.add_sale, same_order=same_order)
            self._desk.do("sales", add, form, then=self._saved, failed=self.refused, owner=self)

    # ---------------------------------------------------------------- making it

    def _fields(self) -> list[LineField]:
        self.product.setPlaceholderText(translate("Sales", "货号、名称或拼音首字母"))
        self.event_field.setPlaceholderText(translate("Sales", "没有就空着"))
        self.order_no.setPlaceholderText(translate("Sales", "没有就空着"))
        for number in (self.quantity, self.price):
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
        return [
            LineField("day", translate("Sales", "日期"), self.day, 104, stays=True),
            LineField("channel", translate("Sales", "渠道"), self.channel, 120, stays=True),
            LineField("event", translate("Sales", "活动"), self.event_field, 160, stays=True),
            LineField("product_id", translate("Sales", "产品"), self.product),
            LineField("quantity_milli", translate("Sales", "数量"), self.quantity, 72),
            LineField("price_fen", translate("Sales", "单价（元）"), self.price, 96),
            LineField("order_no", translate("Sales", "订单号"), self.order_no, 150),
        ]

    def _bind(self) -> None:
        spell_day(self.day, self._desk.ctx.today)
        self.product.picked.connect(self.choose)
        self.product.missed.connect(self._missed)
        self.product.textEdited.connect(lambda _: self._unchosen())
        self.event_field.picked.connect(lambda _: self.go(self.product))
        self.enters(
            (self.day, self.channel),
            (self.event_field, self.product),
            (self.quantity, self.price),
            (self.price, self.order_no),
        )
        self.order_no.returnPressed.connect(self.save)

    def _offer_products(self, text: str) -> list[tuple[ProductChoice, str]]:
        return self._products.find(text)

    def _offer_events(self, text: str) -> list[tuple[str, str]]:
        wanted = text.strip()
        return [(event, event) for event in self._choices.events if wanted in event and wanted != event]

    # ---------------------------------------------------------------- reading and answering

    def _form(self) -> SaleForm | None:
        """What the line says; None where a field cannot be read, which is said."""
        if self.chosen is None and self.product.text().strip():
            self._missed(self.product.text())
            return None
        try:
            day = self.read("day", self.read_day, "sale_day_unread", None)
            quantity = self.read("quantity_milli", lambda text: scaled(text, 3), "sale_quantity_unread", None)
            price = self.read("price_fen", parse_yuan, "sale_price_unread", None)
        except ValueError:
            return None
        channel, product = str(self.channel.currentData() or ""), self.chosen.product_id if self.chosen else None
        return SaleForm(
            day, channel, self.event_field.text(), product, quantity, price, order_no=self.order_no.text()
        )  # fmt: skip

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
        self.say(f"✓ {said}", Tone.GOOD)
        self.begin()
        self.added.emit(saved)

    def _missed(self, text: str) -> None:
        code = "sale_product_unknown" if text.strip() else "sale_product_empty"
        self.fault("product_id", Refusal(code, text=text[:20]).text(self._desk.lang))

    def _unchosen(self) -> None:
        """Another product is typed: the one chosen is no longer meant."""
        self.chosen = None
