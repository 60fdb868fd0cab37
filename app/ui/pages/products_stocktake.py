"""盘点: all products in one table; what is counted is typed in, differences are seen, and all is saved in one act."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.messages import render
from app.domain.money import decimal_text, half_up, scaled, signed_yuan
from app.domain.stock import Count, check_count
from app.services import stock
from app.services.stock import StocktakeRow, StocktakeSaved
from app.ui.desk import Desk
from app.ui.pages.products_moves import signed_text
from app.ui.tables.columns import Align, Column, Tone
from app.ui.tables.typing_grid import TypedModel, TypingGrid
from app.ui.tables.view import RowsTable
from app.ui.terms import term
from app.ui.theme.tokens import GRID
from app.ui.widgets.form import Field, FieldForm, FormNote, Kind
from app.ui.widgets.parts import button, empty_state, label, tone_label
from app.ui.widgets.record_sheet import field_notes
from app.ui.widgets.unsaved import Editing
from app.ui.words import translate

COUNTED_COLUMN = 4
_FORM = 420


@dataclass(frozen=True)
class CountRow:
    """A product on the sheet; ``counted_milli`` None until somebody counted it."""

    row: StocktakeRow
    counted_milli: int | None = None

    @property
    def difference_milli(self) -> int | None:
        """Counted less book; None where nobody counted."""
        return None if self.counted_milli is None else self.counted_milli - self.row.book_milli

    @property
    def difference_fen(self) -> int:
        """The difference at the selling price."""
        return half_up((self.difference_milli or 0) * (self.row.price_fen or 0), 1000)


class StocktakeView(Editing):
    """The sheet of a day. ``saved`` carries the StocktakeSaved."""

    saved = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form = FieldForm(
            [
                Field("day", translate("Stocktake", "盘点日期"), Kind.DATE),
                Field("note", translate("Stocktake", "备注"), hint=translate("Stocktake", "例如 季度盘点，谁数的")),
            ]
        )
        self.form.setFixedWidth(_FORM)
        self.form.show_values({"day": desk.ctx.today()})
        self.form.edited.connect(lambda name: self.refresh() if name == "day" else None)
        self.message = label(wraps=True)
        self.summary = label("", "figure")
        self.save_button = button(translate("Stocktake", "保存盘点 Ctrl+↵"), self.save, "primary", name="save-count")
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)
        self.grid = TypingGrid()
        self.grid.setAccessibleName(translate("Stocktake", "盘点表"))
        self.grid.accepted.connect(self._agree)
        self.form.entered.connect(lambda _: self.grid.setFocus())
        self.table: RowsTable[CountRow] = RowsTable(desk.look, self.grid, TypedModel(desk.look.colours))
        self.table.when_empty(empty_state(translate("Stocktake", "没有产品，也就没有可盘点的。先新增产品。")))
        self._lay_out()
        self.setFocusProxy(self.grid)

    # ---------------------------------------------------------------- what Editing asks

    def open_form(self) -> FieldForm | None:
        """None: counts stand in the table, and are what may be lost."""
        return None

    @property
    def unsaved(self) -> tuple[str, ...]:
        """How many counts were typed and not saved."""
        self.grid.commit()
        count = len(self.counts())
        return (translate("Stocktake", "盘点 {count} 种").format(count=count),) if count else ()

    def drop(self) -> None:
        """Forget the counts."""
        self.grid.forget()
        self._show_rows([CountRow(one.row) for one in self.table.model.rows])

    def save(self) -> None:
        """Write all counts in one act; what forbids it is said, and nothing is written then."""
        self.grid.commit()
        values = self.form.values()
        if values is None:
            return
        self._desk.do(
            "products",
            stock.save_stocktake,
            values["day"],
            self.counts(),
            values["note"] or "",
            then=self._saved,
            failed=self._refused,
            owner=self,
        )

    # ---------------------------------------------------------------- showing

    def refresh(self) -> None:
        """Read the books of the day again; what was counted stays."""
        values = self.form.values()
        if values is None or not isinstance(values["day"], date):
            if values is not None:
                words = render("stock_day_empty", {}, self._desk.lang)
                self.form.show_notes([FormNote("day", words, blocks=True)])
            return
        self.form.show_notes([])
        self._desk.ask(stock.stocktake_sheet, values["day"], then=self._show, owner=self)

    def counts(self) -> list[Count]:
        """What was counted, with the book figures shown beside it."""
        return [
            Count(one.row.product_id, one.row.book_milli, one.counted_milli)
            for one in self.table.model.rows
            if one.counted_milli is not None
        ]

    def _show(self, rows: tuple[StocktakeRow, ...]) -> None:
        typed = {one.row.product_id: one.counted_milli for one in self.table.model.rows}
        self._show_rows([CountRow(row, typed.get(row.product_id)) for row in rows])
        if not self.grid.currentIndex().isValid() and rows:
            self.grid.setCurrentIndex(self.table.model.index(0, COUNTED_COLUMN))

    def _show_rows(self, rows: Sequence[CountRow]) -> None:
        self.table.show_rows(stocktake_columns(self._write), rows, totals(rows))
        self._sum_up()

    def _sum_up(self) -> None:
        rows = self.table.model.rows
        self.table.show_totals(totals(rows))
        differs = any(one.difference_milli for one in rows)
        tone_label(self.summary, summary(rows), Tone.WARN if differs else Tone.PLAIN)
        self.save_button.setEnabled(any(one.counted_milli is not None for one in rows))

    # ---------------------------------------------------------------- typing

    def _write(self, one: CountRow, typed: str) -> bool:
        """Take a typed count; an emptied cell was not counted."""
        self._say("")
        if not typed.strip():
            return self._put(one, None)
        try:
            milli = scaled(typed, 3)
        except ValueError:
            self._say(render("stock_quantity_unread", {"text": typed[:20]}, self._desk.lang))
            return False
        if (note := check_count(milli)) is not None:
            self._say(note.text(self._desk.lang))
            return False
        return self._put(one, milli)

    def _put(self, one: CountRow, milli: int | None) -> bool:
        rows = self.table.model.rows
        at = next(at for at, row in enumerate(rows) if row.row.product_id == one.row.product_id)
        self.table.model.put_row(at, replace(one, counted_milli=milli))
        self._sum_up()
        return True

    def _agree(self, index: QModelIndex) -> None:
        """Enter in a cell nobody typed into: what lies there is what the books say."""
        one = self.table.model.rows[index.row()]
        if one.counted_milli is None and one.row.book_milli >= 0:
            self._put(one, one.row.book_milli)

    def _saved(self, saved: StocktakeSaved) -> None:
        self._say("")
        self._show_rows([CountRow(one.row) for one in self.table.model.rows])
        words = translate("Stocktake", "盘点已保存：{counted} 种，其中 {differing} 种与账面不符，账面已按实盘改。")
        self._desk.say(words.format(counted=saved.counted, differing=saved.differing), Tone.GOOD)
        self.refresh()
        self.saved.emit(saved)

    def _refused(self, fault: Exception) -> None:
        notes = [note for note in field_notes(fault, self._desk.lang) if note.name in self.form.editors]
        self.form.show_notes(notes)
        if not notes:
            self._say(self._desk.fault_text(fault))
            self.refresh()

    def _say(self, words: str) -> None:
        tone_label(self.message, words, Tone.BAD)
        self.message.setVisible(bool(words))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        head = QHBoxLayout()
        head.setSpacing(GRID * 4)
        head.addWidget(self.form)
        said = QVBoxLayout()
        said.addWidget(self.summary)
        said.addWidget(self.message)
        self.message.hide()
        head.addLayout(said, 1)
        head.addWidget(self.save_button)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        keys = translate(
            "Stocktake", "输入数到的数量；↵ 与账面相同并下移　Delete 清除　Ctrl+↵ 保存。没有填的产品不盘点。"
        )
        column.addWidget(label(keys, "small"))


def stocktake_columns(write: Callable[[CountRow, str], bool]) -> list[Column[CountRow]]:
    """Product, book figure, the cell that is typed into, the difference."""
    right = Align.RIGHT
    return [
        Column(translate("Products", "货号"), 110, lambda one: one.row.code),
        Column(translate("Products", "名称"), 220, lambda one: one.row.name),
        Column(translate("Products", "单位"), 60, lambda one: term(one.row.unit), Align.CENTRE),
        Column(translate("Stocktake", "账面"), 100, lambda one: decimal_text(one.row.book_milli, 3), right, _book_tone),
        Column(translate("Stocktake", "实盘"), 110, _counted, right, write=write),
        Column(translate("Stocktake", "差异"), 100, _difference, right, _difference_tone),
        Column(translate("Stocktake", "差异金额（元）"), 130, _amount, right, _difference_tone),
        Column(translate("Stocktake", "结果"), 160, _verdict, tone=_difference_tone, stretch=True),
    ]


def totals(rows: Sequence[CountRow]) -> list[str]:
    """The foot: how many were counted, what the differences are worth."""
    counted = sum(1 for one in rows if one.counted_milli is not None)
    worth = sum(one.difference_fen for one in rows)
    words = translate("Stocktake", "已盘 {counted} / {count} 种").format(counted=counted, count=len(rows))
    return [translate("Products", "合计"), words, "", "", "", "", signed_yuan(worth) if worth else "–", ""]


def summary(rows: Sequence[CountRow]) -> str:
    """What saving would change, in a sentence."""
    counted = [one for one in rows if one.counted_milli is not None]
    if not counted:
        return translate("Stocktake", "还没有盘点")
    more = sum(1 for one in counted if (one.difference_milli or 0) > 0)
    less = sum(1 for one in counted if (one.difference_milli or 0) < 0)
    words = translate("Stocktake", "已盘 {counted} 种：相符 {same}，盘盈 {more}，盘亏 {less}")
    return words.format(counted=len(counted), same=len(counted) - more - less, more=more, less=less)


def _counted(one: CountRow) -> str:
    return "" if one.counted_milli is None else decimal_text(one.counted_milli, 3)


def _difference(one: CountRow) -> str:
    return "" if one.difference_milli is None else signed_text(one.difference_milli)


def _amount(one: CountRow) -> str:
    if one.difference_milli is None:
        return ""
    return signed_yuan(one.difference_fen) if one.difference_fen else "–"


def _verdict(one: CountRow) -> str:
    difference = one.difference_milli
    if difference is None:
        return ""
    if not difference:
        return translate("Stocktake", "相符")
    return translate("Stocktake", "盘盈") if difference > 0 else translate("Stocktake", "盘亏")


def _difference_tone(one: CountRow) -> Tone:
    difference = one.difference_milli or 0
    return Tone.BAD if difference < 0 else Tone.WARN if difference else Tone.PLAIN


def _book_tone(one: CountRow) -> Tone:
    return Tone.BAD if one.row.book_milli < 0 else Tone.PLAIN
