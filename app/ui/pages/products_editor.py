"""Typing a product in, or correcting one: notes at the fields while typing, one button to save."""

from collections.abc import Mapping
from dataclasses import fields as form_fields
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.domain.goods_check import ProductForm
from app.domain.worker_check import FieldNote
from app.services import products
from app.services.products import ProductDraft, ProductSaved
from app.ui.desk import Desk
from app.ui.widgets.form import Field, FieldForm, FormNote, Kind
from app.ui.widgets.parts import button
from app.ui.widgets.record_sheet import field_notes
from app.ui.widgets.unsaved import Editing
from app.ui.words import translate

_AMOUNTS = ("price_fen", "opening_stock_milli")


class ProductEditor(Editing):
    """The form of one product (``product_id`` None: a new one). ``saved`` carries the ProductSaved."""

    saved = Signal(object)

    def __init__(self, desk: Desk, product_id: int | None, draft: ProductDraft) -> None:
        super().__init__(desk)
        self._product_id = product_id
        self._turn = 0
        self._saving = False
        self.fields = FieldForm(product_fields(draft.categories))
        self.fields.show_values(values_of(draft.form))
        self.fields.edited.connect(self._check)
        self.fields.entered.connect(lambda _: self.save())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fields)
        column.addWidget(button(translate("ProductForm", "保存"), self.save, "primary", name="save-product"))
        column.addStretch(1)

    def begin(self) -> None:
        """Give the keyboard to the field a person will want first."""
        self.fields.editors["code" if self._product_id is None else "name"].setFocus()

    def open_form(self) -> FieldForm | None:
        """The product's fields."""
        return self.fields

    def save(self) -> None:
        """Save what is typed; what forbids it is said at its field."""
        self._turn += 1
        given = self._given()
        if given is None:
            return
        self._saving = True
        done = partial(self._done, given)
        if self._product_id is None:
            self._desk.do("products", products.add_product, given, then=done, failed=self._refused, owner=self)
        else:
            number = self._product_id
            self._desk.do("products", products.edit_product, number, given, then=done, failed=self._refused, owner=self)

    def _given(self) -> ProductForm | None:
        values = self.fields.values()
        return None if values is None else form_of(values)

    def _check(self, _: str) -> None:
        """Say what the checks find in the fields filled so far; an empty one is no fault before saving."""
        if self._saving:  # Enter saves, and then tells that its field was left
            return
        self._turn += 1
        given = self._given()
        if given is not None:
            then = partial(self._hint, self._turn)
            self._desk.ask(products.check_typed, given, self._product_id, then=then, owner=self)

    def _hint(self, turn: int, notes: tuple[FieldNote, ...]) -> None:
        """Show what was found, unless something else was said at the fields since."""
        if turn != self._turn:
            return
        values = self.fields.values() or {}
        said = [FormNote(note.column, note.text(self._desk.lang), blocks=False) for note in notes]
        self.fields.show_notes([note for note in said if values.get(note.name)])

    def _refused(self, fault: Exception) -> None:
        self._saving = False
        self._desk.say_fault(fault)
        self.fields.show_notes(field_notes(fault, self._desk.lang))

    def _done(self, given: ProductForm, saved: ProductSaved) -> None:
        self._saving = False
        self.fields.know(values_of(given))
        self.saved.emit(saved)


def product_fields(categories: tuple[str, ...]) -> list[Field]:
    """Everything of a product a person types."""
    known = tuple((name, name) for name in categories)
    return [
        Field("code", translate("ProductForm", "货号"), hint=translate("ProductForm", "例如 P001")),
        Field("name", translate("ProductForm", "名称")),
        Field("project", translate("ProductForm", "非遗项目")),
        Field("category", translate("ProductForm", "类别"), Kind.CHOICE, known),
        Field("unit", translate("ProductForm", "单位"), hint=translate("ProductForm", "件、套、米")),
        Field("price_fen", translate("ProductForm", "售价（元）"), Kind.MONEY),
        Field("opening_stock_milli", translate("ProductForm", "期初库存"), Kind.QUANTITY),
    ]


def values_of(form: ProductForm) -> dict[str, object]:
    """A service's form as field values; an opening of nothing is an empty field."""
    values = {field.name: getattr(form, field.name) for field in form_fields(form)}
    return {**values, "opening_stock_milli": form.opening_stock_milli or None}


def form_of(values: Mapping[str, object]) -> ProductForm:
    """The fields' values as the service's form; an empty text is no text."""
    made: dict[str, Any] = {name: value if name in _AMOUNTS else value or "" for name, value in values.items()}
    return replace(ProductForm(), **made)
