"""Materials (原料) on the production page: what each home worker holds, moves typed in a line, the list."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.material_check import MaterialMoveForm
from app.domain.money import decimal_text
from app.domain.vocabulary import MaterialMoveKind
from app.services import materials
from app.services.materials import MOST_MOVES, BalanceRow, MaterialRow, MaterialsView, MoveRow
from app.services.production_choices import WorkerChoice
from app.ui.desk import Desk
from app.ui.pages.production_material_line import MaterialLine
from app.ui.pages.sales_rows import count, quantity
from app.ui.pages.worker_pay import made
from app.ui.tables.columns import Align, Column, Tone
from app.ui.tables.view import RowsTable
from app.ui.terms import term
from app.ui.theme.tokens import GRID
from app.ui.widgets.figures import Figure
from app.ui.widgets.form import Field, Kind
from app.ui.widgets.page import Page
from app.ui.widgets.parts import button, empty_state
from app.ui.widgets.record_sheet import Call, RecordSheet, Sheet
from app.ui.widgets.unsaved import may_leave
from app.ui.words import translate

_LIST_WIDTH = 330


class MaterialsTab(QWidget):
    """Balances with their line above; the materials at the right. ``changed`` carries None after each write."""

    changed = Signal(object)

    def __init__(self, desk: Desk, page: Page) -> None:
        super().__init__()
        self._desk, self._page = desk, page
        self.view: MaterialsView | None = None
        self.history: RecordSheet[MoveRow] | None = None
        self._text = ""
        self.line = MaterialLine(desk)
        self.table: RowsTable[BalanceRow] = RowsTable(desk.look)
        words = translate(
            "Materials", "这里是居家工人手上的原料：领走、交回和做活用掉的。先在右边登记原料，再记一笔领料。"
        )
        act = button(translate("Materials", "登记领料"), self.line.begin, "primary", name="materials-first")
        self.table.when_empty(empty_state(words, act))
        self.sheet: RecordSheet[MaterialRow] = RecordSheet(desk, material_sheet())
        self.sheet.setFixedWidth(_LIST_WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID * 2)
        whole.addWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(GRID * 4)
        row.addWidget(self.table, 1)
        side = QVBoxLayout()
        side.addWidget(self.sheet)
        side.addStretch(1)
        row.addLayout(side)
        whole.addLayout(row, 1)
        self.line.added.connect(self.changed)
        self.sheet.saved.connect(self.changed)
        self.table.opened.connect(self.open_balance)
        self.table.view.clicked.connect(lambda index: self.open_balance(self.table.model.rows[index.row()]))

    def refresh(self) -> None:
        """Read the balances and the materials."""
        self._desk.ask(materials.materials_view, then=self._show, owner=self)

    def show_workers(self, workers: tuple[WorkerChoice, ...]) -> None:
        """Who may take material."""
        self.line.show_workers(workers)

    def search(self, text: str) -> None:
        """Show the balances a search leaves."""
        self._text = text.strip().casefold()
        self._list()

    def open_balance(self, row: BalanceRow) -> None:
        """A worker's moves of a material in the side panel."""
        if not may_leave(self._page.panel):
            return
        self.history = RecordSheet(self._desk, history_sheet(row, self._desk.ctx.today()))
        self.history.saved.connect(self.changed)
        body = self._page.panel.begin(f"{row.no} {row.worker}　{row.material}")
        body.addWidget(self.history)
        body.addStretch(1)
        self.history.table.view.setFocus()

    def _show(self, view: MaterialsView) -> None:
        self.view = view
        self.line.show_materials(view.materials)
        self._page.strip.show_figures(figures(view))
        self.sheet.refresh()
        self._list()

    def _list(self) -> None:
        if self.view is not None:
            rows = [
                row for row in self.view.balances if self._text in f"{row.no} {row.worker} {row.material}".casefold()
            ]
            self.table.show_rows(columns(), rows)


# ------------------------------------------------------------------ tables as data


def columns() -> list[Column[BalanceRow]]:
    """Who holds what; quantities of different units have no sum."""
    return [
        Column(translate("Materials", "编号"), 64, lambda r: r.no),
        Column(translate("Materials", "工人"), 130, lambda r: r.worker, stretch=True, tip=lambda r: r.worker),
        Column(translate("Materials", "原料"), 120, lambda r: r.material, stretch=True, tip=lambda r: r.material),
        Column(translate("Materials", "单位"), 72, lambda r: term(r.unit)),
        Column(translate("Materials", "领料"), 80, lambda r: quantity(r.given_milli), Align.RIGHT),
        Column(translate("Materials", "退料"), 80, lambda r: quantity(r.returned_milli), Align.RIGHT),
        Column(translate("Materials", "耗用"), 80, lambda r: quantity(r.used_milli), Align.RIGHT),
        Column(
            translate("Materials", "结存"), 110, held_text, Align.RIGHT, tone=_held_tone, key=lambda r: r.held_milli
        ),
        Column(translate("Materials", "最近"), 96, lambda r: r.last.isoformat(), Align.CENTRE),
    ]


def figures(view: MaterialsView) -> list[Figure]:
    """The strip: materials, who holds some, and where the books say less than nothing."""
    short = sum(1 for row in view.balances if row.held_milli < 0)
    return [
        Figure(translate("Materials", "原料（种）"), count(len(view.materials))),
        Figure(
            translate("Materials", "手上有料的人"),
            count(len({row.worker_id for row in view.balances if row.held_milli > 0})),
        ),
        Figure(translate("Materials", "账面不够（笔）"), count(short), Tone.BAD if short else Tone.PLAIN),
    ]


def held_text(row: BalanceRow) -> str:
    """What is left; below nothing with a word beside it."""
    if row.held_milli < 0:
        return translate("Materials", "不够 {quantity}").format(quantity=quantity(-row.held_milli))
    return quantity(row.held_milli)


def material_sheet() -> Sheet[MaterialRow]:
    """The list of materials, each with what is out of it."""
    return Sheet(
        name="materials",
        title=translate("Materials", "原料目录"),
        add=translate("Materials", "登记原料"),
        empty=translate("Materials", "还没有原料。先登记绣线、布料、银丝等。"),
        read=Call(materials.materials_view),
        columns=[
            Column(translate("Materials", "名称"), 100, lambda r: r.name, stretch=True, tip=lambda r: r.name),
            Column(translate("Materials", "单位"), 72, lambda r: term(r.unit)),
            Column(translate("Materials", "在外"), 84, lambda r: quantity(r.out_milli), Align.RIGHT, tone=_out_tone),
        ],
        rows=lambda view: view.materials,
        fields=lambda _: [
            Field("name", translate("Materials", "名称"), hint=translate("Materials", "例如：绣线")),
            Field("unit", translate("Materials", "单位"), hint=translate("Materials", "卷、米、克")),
        ],
        values=lambda row: {} if row is None else {"name": row.name, "unit": row.unit},
        save=lambda row, values: Call(
            materials.save_material,
            (str(values["name"] or ""), str(values["unit"] or ""), row.material_id if row is not None else None),
        ),
        withdraw=lambda row: Call(materials.remove_material, (row.material_id,)),
        subject="materials",
        take_away=translate("Materials", "去掉"),
    )


def history_sheet(balance: BalanceRow, today: date) -> Sheet[MoveRow]:
    """A worker's moves of a material, newest first, with what was held after each."""
    amount = translate("Materials", "数量（{unit}）").format(unit=term(balance.unit))
    return Sheet(
        name="material-moves",
        title=translate("Materials", "领退料记录"),
        add=translate("Materials", "记一笔"),
        empty=translate("Materials", "没有记录。"),
        read=Call(materials.material_history, (balance.worker_id, balance.material_id)),
        columns=[
            Column(translate("Materials", "日期"), 92, lambda r: r.day.isoformat(), Align.CENTRE),
            Column(translate("Materials", "种类"), 84, lambda r: term(r.kind)),
            Column(amount, 88, lambda r: _signed(r.quantity_milli), Align.RIGHT),
            Column(
                translate("Materials", "结存"), 64, lambda r: decimal_text(r.held_milli, 3), Align.RIGHT, _left_tone
            ),
            Column(translate("Materials", "备注"), 60, lambda r: r.note, stretch=True, tip=lambda r: r.note),
        ],
        rows=lambda rows: rows,
        fields=lambda _: move_fields(amount),
        values=lambda row: move_values(row, today),
        save=lambda row, values: Call(
            materials.save_material_move, (move_form(balance, values), row.move_id if row is not None else None)
        ),
        withdraw=lambda row: Call(materials.withdraw_material_move, (row.move_id,)),
        foot=_foot,
        subject="materials",
    )


def move_fields(amount: str) -> list[Field]:
    """What of a move a person types; worker and material are the panel's."""
    kinds = tuple((kind, term(kind)) for kind in MaterialMoveKind)
    return [
        Field("day", translate("Materials", "日期"), Kind.DATE),
        Field("kind", translate("Materials", "种类"), Kind.CHOICE, kinds),
        Field("quantity_milli", amount, Kind.QUANTITY),
        Field("note", translate("Materials", "备注"), hint=translate("Materials", "没有就空着")),
    ]


def move_values(row: MoveRow | None, today: date) -> Mapping[str, object]:
    """The form of a move; a new one is what was given out today."""
    if row is None:
        return {"day": today, "kind": MaterialMoveKind.GIVEN}
    return {"day": row.day, "kind": row.kind, "quantity_milli": abs(row.quantity_milli), "note": row.note}


def move_form(balance: BalanceRow, values: Mapping[str, object]) -> MaterialMoveForm:
    """What the fields say, of the panel's worker and material."""
    own = {"worker_id": balance.worker_id, "material_id": balance.material_id}
    return made(MaterialMoveForm, {**values, **own, "note": values["note"] or ""})


def _signed(milli: int) -> str:
    return f"+{decimal_text(milli, 3)}" if milli > 0 else decimal_text(milli, 3)


def _foot(rows: Sequence[MoveRow]) -> str:
    if len(rows) < MOST_MOVES:
        return ""
    return translate("Materials", "只显示最近 {count} 条。").format(count=MOST_MOVES)


def _held_tone(row: BalanceRow) -> Tone:
    return Tone.BAD if row.held_milli < 0 else Tone.PLAIN


def _out_tone(row: MaterialRow) -> Tone:
    return Tone.BAD if row.out_milli < 0 else Tone.PLAIN


def _left_tone(row: MoveRow) -> Tone:
    return Tone.BAD if row.held_milli < 0 else Tone.PLAIN
