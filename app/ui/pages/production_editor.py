"""One piece entry in the side panel: corrected, put to other workers or shared otherwise, deleted."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.production_check import QUANTITIES, PieceForm, weights_of
from app.domain.refusal import Refusal
from app.domain.vocabulary import TimeKind
from app.services import production
from app.services.production import PiecesSaved
from app.services.production_choices import ItemChoice, PieceChoices
from app.services.production_entries import PieceRow
from app.ui.desk import Desk
from app.ui.pages.production_find import Workers, item_words
from app.ui.pages.production_rows import price_words, shares_short
from app.ui.tables.columns import Tone
from app.ui.terms import term
from app.ui.theme.tokens import GRID
from app.ui.widgets.form import Field, FieldForm, FormNote, Kind
from app.ui.widgets.parts import button, label, tone_label
from app.ui.widgets.record_sheet import field_notes
from app.ui.widgets.unsaved import Editing
from app.ui.words import translate


class PieceEditor(Editing):
    """The form of one entry. ``saved`` and ``deleted`` carry the PiecesSaved."""

    saved = Signal(object)
    deleted = Signal(object)

    def __init__(self, desk: Desk, row: PieceRow, choices: PieceChoices) -> None:
        super().__init__(desk)
        self.row = row
        self._workers = Workers(choices.workers)
        self._items = _items(row, choices)
        self.fields = FieldForm(self._fields())
        self.fields.show_values(_values(row))
        self.fields.entered.connect(lambda _: self.save())
        self.said = label(wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        price = translate("Production", "当日单价：{price}").format(price=price_words(row))
        column.addWidget(label(price, "small", wraps=True))
        column.addWidget(self.fields)
        column.addWidget(self.said)
        acts = QHBoxLayout()
        acts.addWidget(button(translate("Production", "保存"), self.save, "primary", name="piece-edit-save"))
        acts.addStretch(1)
        acts.addWidget(button(translate("Production", "删除"), self.delete, name="piece-delete"))
        column.addLayout(acts)
        if row.source:
            words = translate("Production", "来自：{source}").format(source=row.source)
            column.addWidget(label(words, "small", wraps=True))
        column.addStretch(1)

    def begin(self) -> None:
        """Give the keyboard to the good pieces."""
        self.fields.editors["good_milli"].setFocus()

    def open_form(self) -> FieldForm | None:
        """The entry's fields."""
        return self.fields

    def save(self) -> None:
        """Save what is typed; what forbids it is said at its field."""
        values = self.fields.values()
        form = self._form(values) if values is not None else None
        if values is not None and form is not None:
            self._desk.do(
                "production",
                production.edit_pieces,
                self.row.entry_id,
                form,
                then=partial(self._written, values),
                failed=self._refused,
                owner=self,
            )

    def delete(self) -> None:
        """Mark the entry deleted; Ctrl+Z on the page takes it back."""
        self._desk.do(
            "production",
            production.delete_pieces,
            self.row.entry_id,
            then=self._gone,
            failed=self._refused,
            owner=self,
        )

    def _fields(self) -> list[Field]:
        items = tuple(((one.process_id, one.grade), item_words(one)) for one in self._items)
        return [
            Field("day", translate("Production", "日期"), Kind.DATE),
            Field("workers", translate("Production", "工人"), hint=translate("Production", "03，或几个人 03,07,12")),
            Field("item", translate("Production", "产品·工序"), Kind.CHOICE, items),
            Field("good_milli", translate("Production", "合格"), Kind.QUANTITY),
            Field("rework_milli", translate("Production", "返工"), Kind.QUANTITY),
            Field("worker_scrap_milli", translate("Production", "工废"), Kind.QUANTITY),
            Field("material_scrap_milli", translate("Production", "料废"), Kind.QUANTITY),
            Field("time_kind", translate("Production", "时段"), Kind.CHOICE, tuple((k, term(k)) for k in TimeKind)),
            Field("weights", translate("Production", "分摊"), hint=translate("Production", "7.5:6:4.25，空着平分")),
        ]

    def _form(self, values: Mapping[str, object]) -> PieceForm | None:
        """What the fields say; None where workers or shares cannot be read, which is said there."""
        day = values["day"] if isinstance(values["day"], date) else None
        workers = self._read_workers(str(values["workers"] or ""), day)
        text = str(values["weights"] or "")
        try:
            weights = weights_of(text)
        except ValueError:
            self._wrong("weights", "pieces_weights_unread", text)
            return None
        if workers is None:
            return None
        item, kind = values["item"], values["time_kind"]
        process_id, grade = item if isinstance(item, tuple) else (None, "")
        made: dict[str, Any] = {name: value if isinstance(value := values[name], int) else 0 for name in QUANTITIES}
        return replace(
            PieceForm(day, workers, process_id, grade, weights=weights, **made),
            time_kind=TimeKind(str(kind)) if kind else self.row.time_kind,
        )

    def _read_workers(self, text: str, day: date | None) -> tuple[int, ...] | None:
        if text == _numbers(self.row):
            return tuple(one.worker_id for one in self.row.shares)
        found = self._workers.named(text, day or self.row.day)
        if isinstance(found, str):
            self._wrong("workers", "pieces_worker_unknown", found)
            return None
        return tuple(one.worker_id for one in found)

    def _wrong(self, name: str, code: str, text: str) -> None:
        words = Refusal(code, text=text[:20]).text(self._desk.lang)
        self.fields.show_notes([FormNote(name, words, blocks=True)])

    def _written(self, values: Mapping[str, object], saved: PiecesSaved) -> None:
        self.row = saved.row
        self.fields.know(values)
        self.fields.show_notes([])
        tone_label(self.said, "\n".join(note.text(self._desk.lang) for note in saved.notes), Tone.WARN)
        self.saved.emit(saved)

    def _gone(self, saved: PiecesSaved) -> None:
        self.fields.restore()
        self.deleted.emit(saved)

    def _refused(self, fault: Exception) -> None:
        self._desk.say_fault(fault)
        notes = [note for note in field_notes(fault, self._desk.lang) if note.name in self.fields.editors]
        self.fields.show_notes(notes or [FormNote("day", self._desk.fault_text(fault), blocks=True)])


def _items(row: PieceRow, choices: PieceChoices) -> list[ItemChoice]:
    """The choices, and what the entry has though it is no longer offered."""
    own = ItemChoice(row.process_id, row.grade, row.code, row.product, row.process)
    known = {(one.process_id, one.grade) for one in choices.items}
    return [*choices.items, *([] if (own.process_id, own.grade) in known else [own])]


def _numbers(row: PieceRow) -> str:
    return ",".join(one.no for one in row.shares)


def _values(row: PieceRow) -> dict[str, object]:
    """A recorded entry as field values; quantities of nothing stand empty."""
    values: dict[str, object] = {name: getattr(row, name) or None for name in QUANTITIES}
    return values | {
        "day": row.day,
        "workers": _numbers(row),
        "item": (row.process_id, row.grade),
        "time_kind": row.time_kind,
        "weights": shares_short(row) if row.team else "",
    }
