"""The rows of an order file as a table, and what checking or taking it came to in a sentence."""

from app.services.sales_result import Fate, FileResult, FileRow
from app.ui.pages.sales_rows import money, quantity
from app.ui.tables.columns import Align, Column, Tone
from app.ui.words import translate

_MOST_WRAPPED = 500
"""Rows whose remarks are shown whole; in a longer list the tip has them."""
TONES = {
    Fate.ADD: Tone.GOOD,
    Fate.CHANGE: Tone.WARN,
    Fate.KNOWN: Tone.QUIET,
    Fate.LEFT: Tone.QUIET,
    Fate.REFUSED: Tone.BAD,
}


def fate_words() -> dict[Fate, str]:
    """What becomes of a row, in words."""
    return {
        Fate.ADD: translate("SalesFile", "新增"),
        Fate.CHANGE: translate("SalesFile", "更改"),
        Fate.KNOWN: translate("SalesFile", "已有"),
        Fate.LEFT: translate("SalesFile", "跳过"),
        Fate.REFUSED: translate("SalesFile", "不能收"),
    }


def columns(lang: str, rows: int) -> list[Column[FileRow]]:
    """The columns of a file's rows."""
    words = fate_words()
    return [
        Column(translate("SalesFile", "行"), 60, lambda r: str(r.row), Align.RIGHT, key=lambda r: r.row),
        Column(translate("SalesFile", "处理"), 76, lambda r: words[r.fate], tone=lambda r: TONES[r.fate]),
        Column(translate("SalesFile", "订单号"), 184, lambda r: r.form.order_no if r.form else "", tip=_order),
        Column(translate("SalesFile", "日期"), 100, _day, Align.CENTRE),
        Column(translate("SalesFile", "产品"), 150, lambda r: r.product, tip=lambda r: r.product),
        Column(translate("SalesFile", "数量"), 70, _quantity, Align.RIGHT),
        Column(translate("SalesFile", "单价（元）"), 92, _price, Align.RIGHT),
        Column(translate("SalesFile", "退货"), 78, _returned, Align.RIGHT),
        Column(
            translate("SalesFile", "说明"),
            320,
            lambda r: remark(r, lang),
            tip=lambda r: remark(r, lang),
            stretch=True,
            wraps=rows <= _MOST_WRAPPED,
        ),
    ]


def remark(row: FileRow, lang: str) -> str:
    """What there is to say of a row: of a refused one with its column."""
    if row.fate is Fate.REFUSED:
        between = "：" if lang != "en" else ": "
        return "　".join(
            f"{note.column}{between}{note.text(lang)}" if note.column else note.text(lang) for note in row.notes
        )
    return "　".join(note.text(lang) for note in row.notes)


def verdict(result: FileResult) -> tuple[str, Tone]:
    """One sentence: what stands, what to do."""
    new, changed = result.count(Fate.ADD), result.count(Fate.CHANGE)
    refused = result.count(Fate.REFUSED)
    if result.taken:
        words = translate("SalesFile", "已导入：新增 {new} 笔，更改 {changed} 笔。")
        return words.format(new=new, changed=0 if result.only_new else changed), Tone.GOOD
    if refused:
        words = translate("SalesFile", "有 {count} 行不能收，还没有导入任何东西。改好文件再检查，或只收正确的行。")
        return words.format(count=refused), Tone.BAD
    if not new and not changed:
        return translate("SalesFile", "这个文件里的订单都已登记，没有要导入的。"), Tone.GOOD
    words = translate("SalesFile", "检查通过，还没有导入：将新增 {new} 笔，更改 {changed} 笔。")
    return words.format(new=new, changed=changed), Tone.PLAIN


def _order(row: FileRow) -> str:
    return row.form.order_no if row.form else ""


def _day(row: FileRow) -> str:
    return row.form.day.isoformat() if row.form and row.form.day else ""


def _quantity(row: FileRow) -> str:
    return quantity(row.form.quantity_milli or 0) if row.form else ""


def _price(row: FileRow) -> str:
    return money(row.form.price_fen or 0) if row.form else ""


def _returned(row: FileRow) -> str:
    return quantity(row.form.returned_milli) if row.form else ""
