"""One sale in the side panel: corrected, partly given back, deleted with a reason, another product of its order."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.sales_check import SaleForm
from app.services import sales
from app.services.sales import SaleSaved
from app.services.sales_view import SaleChoices, SaleRow
from app.ui.desk import Desk
from app.ui.pages.sales_rows import money, quantity, reason_text
from app.ui.tables.columns import Tone
from app.ui.terms import term
from app.ui.theme.tokens import GRID
from app.ui.widgets.ask import Answer, AskDialog, Asked
from app.ui.widgets.form import Field, FieldForm, FormNote, Kind
from app.ui.widgets.parts import button, label, tone_label
from app.ui.widgets.record_sheet import field_notes
from app.ui.widgets.unsaved import Editing
from app.ui.words import translate


class SaleEditor(Editing):
    """The form of one sale. ``saved`` carries the SaleSaved, ``deleted`` the SaleRow, ``line_wanted`` the SaleRow."""

    saved = Signal(object)
    deleted = Signal(object)
    line_wanted = Signal(object)

    def __init__(self, desk: Desk, row: SaleRow, choices: SaleChoices) -> None:
        super().__init__(desk)
        self.row = row
        self.question: AskDialog | None = None
        self.fields = FieldForm(sale_fields(row, choices))
        self.fields.show_values(values_of(row))
        self.fields.entered.connect(lambda _: self.save())
        self.sums = label(wraps=True)
        self._say_sums()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(self.sums)
        column.addWidget(self.fields)
        column.addWidget(button(translate("Sales", "保存"), self.save, "primary", name="sale-edit-save"))
        acts = QHBoxLayout()
        acts.addWidget(button(translate("Sales", "全部退货"), self.return_all, name="sale-return-all"))
        if row.order_no:
            more = button(
                translate("Sales", "同一订单加一样"), lambda: self.line_wanted.emit(self.row), name="sale-line"
            )
            acts.addWidget(more)
        acts.addStretch(1)
        acts.addWidget(button(translate("Sales", "删除…"), self.ask_delete, name="sale-delete"))
        column.addLayout(acts)
        if row.source:
            words = translate("Sales", "来自：{source}").format(source=row.source)
            column.addWidget(label(words, "small", wraps=True))
        column.addStretch(1)

    def begin(self, field: str = "") -> None:
        """Give the keyboard to a field, by default the quantity."""
        editor = self.fields.editors[field if field in self.fields.editors else "quantity_milli"]
        editor.setFocus()

    def open_form(self) -> FieldForm | None:
        """The sale's fields."""
        return self.fields

    def save(self) -> None:
        """Save what is typed; what forbids it is said at its field."""
        values = self.fields.values()
        if values is not None:
            form = form_of(self.row, values)
            self._desk.do(
                "sales",
                sales.edit_sale,
                self.row.sale_id,
                form,
                then=partial(self._written, values),
                failed=self._refused,
                owner=self,
            )

    def return_all(self) -> None:
        """Everything came back."""
        self._desk.do(
            "sales",
            sales.return_sale,
            self.row.sale_id,
            self.row.quantity_milli,
            then=self._returned,
            failed=self._refused,
            owner=self,
        )

    def ask_delete(self) -> None:
        """Ask why, then mark the sale deleted."""
        words = translate(
            "Sales", "{day} {product} {quantity} 件，{amount} 元。删除后不再计入任何合计，原因留在记录里。"
        )
        row = self.row
        asked = Asked(
            translate("Sales", "删除这笔销售"),
            words.format(
                day=row.day, product=row.product, quantity=quantity(row.quantity_milli), amount=money(row.amount_fen)
            ),
            translate("Sales", "删除"),
            reason=translate("Sales", "原因"),
            hint=translate("Sales", "例如：重复登记"),
        )
        self.question = AskDialog(asked, self._delete, self.window())
        self.question.open()

    def _delete(self, answer: Answer) -> None:
        self._desk.do(
            "sales",
            sales.delete_sale,
            self.row.sale_id,
            answer.reason,
            then=self._gone,
            failed=self._not_deleted,
            owner=self,
        )

    def _gone(self, row: SaleRow) -> None:
        if self.question is not None:
            self.question.finish()
        self.fields.restore()
        self.deleted.emit(row)

    def _not_deleted(self, fault: Exception) -> None:
        if self.question is not None:
            self.question.refuse(self._desk.fault_text(fault))

    def _written(self, values: Mapping[str, object], saved: SaleSaved) -> None:
        self.fields.know(values)
        self.fields.show_notes([])
        self.row = saved.row
        self._say_sums()
        self.saved.emit(saved)

    def _returned(self, saved: SaleSaved) -> None:
        """The field says so too; what else was typed is still there, unsaved."""
        returned = self.fields.editors["returned_milli"]
        if isinstance(returned, QLineEdit):
            returned.setText(quantity(saved.row.returned_milli).replace(",", ""))
        self._written(values_of(saved.row), saved)

    def _refused(self, fault: Exception) -> None:
        self._desk.say_fault(fault)
        notes = [note for note in field_notes(fault, self._desk.lang) if note.name in self.fields.editors]
        self.fields.show_notes(notes or [FormNote("day", self._desk.fault_text(fault), blocks=True)])

    def _say_sums(self) -> None:
        words = translate("Sales", "金额 {amount} 元　退货 {back} 元　净额 {net} 元")
        row = self.row
        said = words.format(amount=money(row.amount_fen), back=money(row.returned_fen), net=money(row.net_fen))
        tone_label(self.sums, said, Tone.ACCENT)


class DeletedSale(QWidget):
    """A deleted sale in the side panel: what it was, why it went, and the way back. ``restored`` carries None."""

    restored = Signal(object)

    def __init__(self, desk: Desk, row: SaleRow) -> None:
        super().__init__()
        self._desk, self._row = desk, row
        self.said = label(wraps=True)
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        for title, text in (
            (translate("Sales", "删除原因"), reason_text(row)),
            (translate("Sales", "日期"), row.day.isoformat()),
            (translate("Sales", "渠道"), term(row.channel)),
            (translate("Sales", "产品"), f"{row.code} {row.product}".strip()),
            (translate("Sales", "数量"), quantity(row.quantity_milli)),
            (translate("Sales", "金额（元）"), money(row.amount_fen)),
            (translate("Sales", "订单号"), row.order_no or "–"),
        ):
            line = QHBoxLayout()
            name = label(title, "secondary")
            name.setFixedWidth(8 * name.fontInfo().pixelSize())
            line.addWidget(name)
            line.addWidget(label(text, wraps=True, selectable=True), 1)
            column.addLayout(line)
        column.addWidget(self.said)
        column.addWidget(button(translate("Sales", "恢复这笔销售"), self.restore, name="sale-restore"))
        column.addStretch(1)

    def restore(self) -> None:
        """Take the deletion back."""
        self._desk.do(
            "sales",
            sales.restore_sale,
            self._row.sale_id,
            then=lambda _: self.restored.emit(None),
            failed=self._refused,
            owner=self,
        )

    def _refused(self, fault: Exception) -> None:
        tone_label(self.said, self._desk.fault_text(fault), Tone.BAD)
        self.said.show()


def sale_fields(row: SaleRow, choices: SaleChoices) -> list[Field]:
    """The fields of a sale; a channel or product it has may stay though no longer offered."""
    channels = choices.channels if row.channel in choices.channels else (*choices.channels, row.channel)
    products = {one.product_id: f"{one.code} {one.name}".strip() for one in choices.products}
    products.setdefault(row.product_id, f"{row.code} {row.product}".strip())
    return [
        Field("day", translate("Sales", "日期"), Kind.DATE),
        Field("channel", translate("Sales", "渠道"), Kind.CHOICE, tuple((name, term(name)) for name in channels)),
        Field("event", translate("Sales", "活动"), hint=translate("Sales", "没有就空着")),
        Field("product_id", translate("Sales", "产品"), Kind.CHOICE, tuple(products.items())),
        Field("quantity_milli", translate("Sales", "数量"), Kind.QUANTITY),
        Field("price_fen", translate("Sales", "单价（元）"), Kind.MONEY),
        Field("returned_milli", translate("Sales", "退货"), Kind.QUANTITY, hint=translate("Sales", "退回的件数")),
        Field("order_no", translate("Sales", "订单号"), hint=translate("Sales", "没有就空着")),
    ]


def values_of(row: SaleRow) -> dict[str, object]:
    """A recorded sale as field values."""
    return {
        "day": row.day,
        "channel": row.channel,
        "event": row.event,
        "product_id": row.product_id,
        "quantity_milli": row.quantity_milli,
        "price_fen": row.price_fen,
        "returned_milli": row.returned_milli or None,
        "order_no": row.order_no,
    }


def form_of(row: SaleRow, values: Mapping[str, object]) -> SaleForm:
    """What the fields say; a price of nothing, shown as an empty field, stays where it was."""

    def number(name: str) -> int | None:
        value = values[name]
        return value if isinstance(value, int) else None

    price = number("price_fen")
    day = values["day"]
    return replace(
        sales.sale_form(row),
        day=day if isinstance(day, date) else None,
        channel=str(values["channel"] or ""),
        event=str(values["event"] or ""),
        product_id=number("product_id"),
        quantity_milli=number("quantity_milli"),
        price_fen=0 if price is None and row.price_fen == 0 else price,
        returned_milli=number("returned_milli") or 0,
        order_no=str(values["order_no"] or ""),
    )
