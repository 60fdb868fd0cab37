"""The columns of a bank template as a table edited in place: records, head and trailer, one list at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.bank_template import (
    OF_FILE,
    OF_WORKER,
    BankColumn,
    BankField,
    BankForm,
    BankTemplate,
    PadSide,
    TemplateNote,
    field_title,
)
from app.ui.desk import Desk
from app.ui.tables.columns import Align, Column, Tone
from app.ui.tables.model import DISPLAY, EDIT, Index
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button, empty_state, label, tone_label
from app.ui.words import translate

PARTS = ("columns", "head", "trailer")
_FIELD, _SIDE = 1, 4
_BLANK = "␠"


@dataclass(frozen=True)
class ColumnRow:
    """One column with its place and what cannot be about it, by attribute."""

    at: int
    column: BankColumn
    faults: Mapping[str, str]


class ChoiceDelegate(QStyledItemDelegate):
    """Edits a cell by choosing one of the words ``choices`` gives."""

    def __init__(self, choices: Callable[[], Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option, index
        box = QComboBox(parent)
        box.addItems(list(self._choices()))
        box.activated.connect(lambda _: self._done(box))
        return box

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(DISPLAY)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText(), EDIT)

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


class ColumnsEditor(QWidget):
    """The table with its buttons. ``edited`` carries the template with the change in it."""

    edited = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._template: BankTemplate | None = None
        self._faults: tuple[TemplateNote, ...] = ()
        self.part = PARTS[0]
        self._locked = True
        self._drawn = ("", 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID * 2)
        whole.addLayout(self._tabs())
        self.table: RowsTable[ColumnRow] = RowsTable(desk.look)
        self.table.keep_order()  # it is the order of the file
        triggers = QAbstractItemView.EditTrigger
        self._open_by = (
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked | triggers.SelectedClicked
        )
        self.table.view.setItemDelegateForColumn(_FIELD, ChoiceDelegate(self._fields, self))
        self.table.view.setItemDelegateForColumn(_SIDE, ChoiceDelegate(self._sides, self))
        self.table.when_empty(empty_state(translate("Bank", "文件里没有这条记录。要写笔数和总金额时，按“加列”。")))
        whole.addWidget(self.table, 1)
        self.note = label(wraps=True)
        self.note.hide()
        whole.addWidget(self.note)
        self._shortcuts()

    def show_template(self, template: BankTemplate, faults: tuple[TemplateNote, ...], *, locked: bool) -> None:
        """Show the columns of a template with what cannot be; ``locked`` ones are only to be read."""
        self._template, self._faults = template, faults
        self._locked = locked
        none = QAbstractItemView.EditTrigger.NoEditTriggers
        self.table.view.setEditTriggers(none if locked else self._open_by)
        for act in self._acts:
            act.setEnabled(not locked)
        for part, tab in self.tabs.items():
            tab.setText(f"{self._titles[part]} {len(getattr(template, part))}")
        self._show()

    def turn(self, part: str) -> None:
        """Show another list: ``columns``, ``head`` or ``trailer``."""
        self.part = part
        self.tabs[part].setChecked(True)
        self._show()

    def add(self) -> None:
        """A further column after the present one."""
        wanted = BankField.REMARK if self.part == "columns" else BankField.CONSTANT
        at = min(self._at() + 1, len(self._columns()))
        width = 10 if self._template is not None and self._template.form is BankForm.FIXED else 0
        made = BankColumn(wanted, heading=field_title(wanted, self._desk.lang), width=width)
        self._put((*self._columns()[:at], made, *self._columns()[at:]), at)

    def remove(self) -> None:
        """Take the present column away."""
        at = self._at()
        if 0 <= at < len(self._columns()):
            self._put((*self._columns()[:at], *self._columns()[at + 1 :]), max(0, at - 1))

    def shift(self, step: int) -> None:
        """Move the present column up (-1) or down (1)."""
        at, columns = self._at(), list(self._columns())
        if 0 <= at < len(columns) and 0 <= at + step < len(columns):
            columns[at], columns[at + step] = columns[at + step], columns[at]
            self._put(tuple(columns), at + step)

    # ---------------------------------------------------------------- parts

    def _tabs(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._titles = {
            "columns": translate("Bank", "明细列"),
            "head": translate("Bank", "首记录"),
            "trailer": translate("Bank", "尾记录"),
        }
        self.tabs = {
            part: button(title, partial(self.turn, part), "tab", name=f"part-{part}")
            for part, title in self._titles.items()
        }
        for tab in self.tabs.values():
            tab.setCheckable(True)
            tab.setAutoExclusive(True)
            row.addWidget(tab)
        self.tabs[self.part].setChecked(True)
        row.addStretch(1)
        self._acts = [
            button(translate("Bank", "加列"), self.add, name="add-column"),
            button(translate("Bank", "删列"), self.remove, name="remove-column"),
            button(translate("Bank", "上移"), lambda: self.shift(-1), name="column-up"),
            button(translate("Bank", "下移"), lambda: self.shift(1), name="column-down"),
        ]
        tips = ("Ctrl+Ins", "Ctrl+Del", "Alt+↑", "Alt+↓")
        for act, tip in zip(self._acts, tips, strict=True):
            act.setToolTip(tip)
            row.addWidget(act)
        return row

    def _shortcuts(self) -> None:
        acts = (("Ctrl+Ins", 0), ("Ctrl+Del", 1), ("Alt+Up", 2), ("Alt+Down", 3))
        for keys, at in acts:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._acts[at].click)

    def _fields(self) -> list[str]:
        barred = OF_FILE if self.part == "columns" else OF_WORKER
        return [field_title(one, self._desk.lang) for one in BankField if one not in barred]

    def _sides(self) -> list[str]:
        return [_side(side) for side in PadSide]

    # ---------------------------------------------------------------- rows

    def _columns(self) -> tuple[BankColumn, ...]:
        return () if self._template is None else getattr(self._template, self.part)

    def _at(self) -> int:
        index = self.table.view.currentIndex()
        return index.row() if index.isValid() else len(self._columns()) - 1

    def _show(self) -> None:
        rows = [ColumnRow(at, column, self._at_place(at)) for at, column in enumerate(self._columns())]
        if self._drawn == (self.part, len(rows)):  # an editor that is open stays open
            for row in rows:
                self.table.model.put_row(row.at, row)
        else:
            self.table.show_rows(self._shown(), rows)
        self._drawn = (self.part, len(rows))
        own = [note for note in self._faults if note.where.split(".")[0] in PARTS]
        self.note.setVisible(bool(own))
        if own:
            tone_label(self.note, own[0].text(self._desk.lang), Tone.BAD)

    def _at_place(self, at: int) -> dict[str, str]:
        start = f"{self.part}.{at}."
        found = [note for note in self._faults if note.where.startswith(start)]
        return {note.where.removeprefix(start): note.text(self._desk.lang) for note in reversed(found)}

    def _shown(self) -> list[Column[ColumnRow]]:
        lang = self._desk.lang
        return [
            Column("#", 34, lambda row: str(row.at + 1), Align.CENTRE, tone=lambda _: Tone.QUIET),
            self._column(translate("Bank", "内容"), 96, "field", lambda one: field_title(one.field, lang)),
            self._column(translate("Bank", "标题"), 0, "heading", lambda one: one.heading),
            self._column(
                translate("Bank", "宽度（字节）"), 104, "width", lambda one: str(one.width or "–"), Align.RIGHT
            ),
            self._column(translate("Bank", "对齐"), 64, "align", lambda one: _side(one.align), Align.CENTRE),
            self._column(
                translate("Bank", "补位"), 56, "pad", lambda one: "␠" if one.pad == " " else one.pad, Align.CENTRE
            ),
            self._column(translate("Bank", "文字或样式"), 116, "text", lambda one: one.text),
        ]

    def _column(
        self, title: str, width: int, name: str, text: Callable[[BankColumn], str], align: Align = Align.LEFT
    ) -> Column[ColumnRow]:
        """A column of the table that shows and writes one attribute."""
        return Column(
            title,
            width,
            lambda row: text(row.column),
            align,
            tone=lambda row: Tone.BAD if name in row.faults else Tone.PLAIN,
            tip=lambda row: row.faults.get(name, ""),
            write=lambda row, typed: self._write(row, name, typed),
            stretch=not width,
        )

    def _write(self, row: ColumnRow, name: str, typed: str) -> bool:
        """Take what was typed or chosen into the template; False for a width that is no number."""
        value: object = typed
        if name == "field":
            value = next(one for one in BankField if field_title(one, self._desk.lang) == typed)
        elif name == "align":
            value = next(side for side in PadSide if _side(side) == typed)
        elif name == "width":
            plain = typed.strip().replace("–", "") or "0"
            if not (plain.isascii() and plain.isdigit() and len(plain) < 6):
                tone_label(self.note, translate("Bank", "宽度应为数字，如 20。"), Tone.BAD)
                self.note.show()
                return False
            value = int(plain)
        elif name == "pad":
            value = typed.replace(_BLANK, " ")
        changes: dict[str, Any] = {name: value}
        changed = replace(row.column, **changes)
        if changed == row.column:
            return False
        columns = self._columns()
        self._put((*columns[: row.at], changed, *columns[row.at + 1 :]))
        return True

    def _put(self, columns: tuple[BankColumn, ...], at: int | None = None) -> None:
        """Tell of changed columns; the keyboard goes to row ``at`` where it is given."""
        if self._template is None or self._locked:
            return
        changes: dict[str, Any] = {self.part: columns}
        column = max(_FIELD, self.table.view.currentIndex().column())
        self.edited.emit(replace(self._template, **changes))
        if at is not None and columns:
            self.table.view.setCurrentIndex(self.table.model.index(at, column))


def _width(column: BankColumn) -> str:
    return str(column.width or "–")


def _pad(column: BankColumn) -> str:
    return _BLANK if column.pad == " " else column.pad


def _side(side: PadSide) -> str:
    return translate("Bank", "左") if side is PadSide.LEFT else translate("Bank", "右")
