"""What moved a product's stock, in the side panel: 入库, 领用, 报损 typed here; counts and sales among them."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.goods_check import TYPED, MoveForm
from app.domain.money import decimal_text
from app.domain.vocabulary import StockMoveKind
from app.services import stock
from app.services.stock import MOST_ENTRIES, EntryRow
from app.ui.pages.worker_pay import made
from app.ui.tables.columns import Align, Column, Tone
from app.ui.terms import term
from app.ui.widgets.form import Field, Kind
from app.ui.widgets.record_sheet import Call, Sheet
from app.ui.words import translate


def moves_sheet(product_id: int, unit: str, today: date) -> Sheet[EntryRow]:
    """A product's stock history, newest first; sales are only looked at here."""
    quantities = translate("Stock", "数量（{unit}）").format(unit=term(unit))
    return Sheet(
        name="moves",
        title=translate("Stock", "出入库（含销售）"),
        add=translate("Stock", "登记出入库"),
        empty=translate("Stock", "还没有出入库。新做好的产品在这里登记入库。"),
        read=Call(stock.stock_history, (product_id,)),
        columns=history_columns(quantities),
        rows=lambda entries: entries,
        fields=lambda entries: move_fields(entries, quantities),
        values=lambda row: move_values(row, today),
        save=lambda row, values: Call(
            stock.save_move, (product_id, made(MoveForm, {**values, "note": values["note"] or ""}), _entry(row))
        ),
        withdraw=lambda row: Call(stock.withdraw_move, (product_id, row.entry_id)),
        editable=lambda row: not row.is_sale,
        foot=_foot,
        subject="products",
    )


def history_columns(quantities: str) -> list[Column[EntryRow]]:
    """Day, what it was, how much, what was left, a note."""
    return [
        Column(translate("Stock", "日期"), 88, lambda row: row.day.isoformat(), Align.CENTRE),
        Column(translate("Stock", "种类"), 76, kind_word, tone=lambda row: Tone.QUIET if row.is_sale else Tone.PLAIN),
        Column(quantities, 90, lambda row: signed_text(row.quantity_milli), Align.RIGHT),
        Column(translate("Stock", "结存"), 58, lambda row: decimal_text(row.left_milli, 3), Align.RIGHT, _left_tone),
        Column(translate("Stock", "备注"), 60, note_text, stretch=True, tip=note_text),
    ]


def move_fields(entries: Sequence[EntryRow], quantities: str) -> list[Field]:
    """Everything of a move a person types; 盘点 is offered only to be seen where one was made."""
    kinds = list(TYPED)
    if any(row.counted_milli is not None for row in entries):
        kinds.append(StockMoveKind.COUNTED)
    return [
        Field("day", translate("Stock", "日期"), Kind.DATE),
        Field("kind", translate("Stock", "种类"), Kind.CHOICE, tuple((kind, term(kind)) for kind in kinds)),
        Field("quantity_milli", quantities, Kind.QUANTITY),
        Field("note", translate("Stock", "备注"), hint=translate("Stock", "来源、用途或原因")),
    ]


def move_values(row: EntryRow | None, today: date) -> Mapping[str, object]:
    """The form of a move; a new one is what came in today."""
    if row is None:
        return {"day": today, "kind": StockMoveKind.RECEIVED}
    kind = StockMoveKind(row.kind)
    return {"day": row.day, "kind": kind, "quantity_milli": abs(row.quantity_milli), "note": row.note}


def kind_word(row: EntryRow) -> str:
    """入库, or 销售 for whatever channel."""
    return translate("Stock", "销售") if row.is_sale else term(row.kind)


def note_text(row: EntryRow) -> str:
    """The note; what was counted; where it was sold."""
    if row.counted_milli is not None:
        counted = translate("Stock", "实盘 {count}").format(count=decimal_text(row.counted_milli, 3))
        return f"{counted}　{row.note}".strip()
    return f"{row.kind}　{row.note}".strip() if row.is_sale else row.note


def signed_text(milli: int) -> str:
    """A change with its sign: +5, -2.5, 0."""
    return f"+{decimal_text(milli, 3)}" if milli > 0 else decimal_text(milli, 3)


def _left_tone(row: EntryRow) -> Tone:
    return Tone.BAD if row.left_milli < 0 else Tone.PLAIN


def _entry(row: EntryRow | None) -> int | None:
    return row.entry_id if row is not None else None


def _foot(entries: Sequence[EntryRow]) -> str:
    if len(entries) < MOST_ENTRIES:
        return ""
    return translate("Stock", "只显示最近 {count} 条。").format(count=MOST_ENTRIES)
