"""Spreadsheets for those who want to go on: a month's payroll, and the tax list the withholding client imports.

Text stays text (accounts, ID numbers, a name that begins with ``=``), amounts are numbers with two decimals and sums
are values, not formulas: what is opened elsewhere cannot change by itself.
"""

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

from app.domain.ledger import LedgerData, LedgerRow, LedgerSum, sum_rows
from app.domain.money import decimal_text, exact_text, half_up, price_text
from app.domain.papers.source import Source, ledger_of
from app.domain.papers.tax_list import ID_CARD, INSURANCES, SERVICES_ITEM, TaxData, TaxRow, period_words
from app.domain.payroll_draft import UNIT_SCALE
from app.domain.percent import factor_text
from app.services.context import Context
from app.services.papers import Wanted
from app.services.papers_source import month_source

WAGES_SHEET, SERVICES_SHEET = "正常工资薪金收入", "劳务报酬所得"
WAGE_COLUMNS = (
    *("工号", "*姓名", "*证件类型", "*证件号码", "*本期收入", "本期免税收入"),
    *("基本养老保险费", "基本医疗保险费", "失业保险费", "住房公积金"),
    *("累计子女教育", "累计继续教育", "累计住房贷款利息", "累计住房租金", "累计赡养老人", "累计3岁以下婴幼儿照护"),
    *("累计个人养老金", "企业(职业)年金", "商业健康保险", "税延养老保险", "其他"),
    *("准予扣除的捐赠额", "减免税额", "备注"),
)
SERVICE_COLUMNS = (
    *("工号", "*姓名", "*证件类型", "*证件号码", "*所得项目", "*本期收入", "本期免税收入"),
    *("商业健康保险", "税延养老保险", "其他", "准予扣除的捐赠额", "减免税额", "备注"),
)
CHECK_COLUMNS = ("工号", "姓名", "所得项目", "本期收入", "社会保险等", "本月专项附加扣除", "本期扣缴税额")
_LINE_COLUMNS = ("编号", "姓名", "用工形式", "项目", "数量", "单位", "单价", "倍数", "金额", "计算式")
_UNPARTED = "社会保险等未分险种，合计列在“其他”"
_MONEY, _TEXT, _HEAD, _SUM, _SHOWN = "money", "text", "head", "sum", "shown"
_PLACES = 4
_NO_SHEET_NAME = str.maketrans("[]:*?/\\'", "________")
_Cell = str | Decimal | None


class _Book:
    """A workbook in memory with the few formats all sheets share."""

    def __init__(self) -> None:
        from xlsxwriter import Workbook  # noqa: PLC0415  0.1 s at the start, against once where a file is made

        self._buffer = BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book: Any = Workbook(self._buffer, options)
        number = {"num_format": "#,##0.00"}
        self._formats = {
            _MONEY: self._book.add_format(number),
            _TEXT: self._book.add_format({"num_format": "@"}),
            _HEAD: self._book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1}),
            _SUM: self._book.add_format(number | {"bold": True, "top": 1}),
        }
        for places in range(_PLACES + 1):
            shown = {"num_format": "#,##0" + ("." + "0" * places if places else "")}
            self._formats[f"{_SHOWN}{places}"] = self._book.add_format(shown)

    def sheet(
        self,
        name: str,
        rows: Iterable[Sequence[_Cell]],
        *,
        title: str = "",
        sums: Sequence[_Cell] = (),
        number: str = _MONEY,
    ) -> None:
        """A sheet whose first row of ``rows`` is the heading; ``title`` above it, ``sums`` below it."""
        page = self._book.add_worksheet(name)
        at = 0
        if title:
            page.write_string(0, 0, title, self._formats[_TEXT])
            at = 1
        heading, *body = rows
        for column, text in enumerate(heading):
            page.write_string(at, column, str(text), self._formats[_HEAD])
        for row, cells in enumerate(body, at + 1):
            self._row(page, row, cells, number)
        if sums:
            self._row(page, at + 1 + len(body), sums, number if number == _SHOWN else _SUM)
        self._shape(page, at, heading, body)

    def _row(self, page: Any, row: int, cells: Sequence[_Cell], money: str) -> None:  # noqa: ANN401  no types
        for column, cell in enumerate(cells):
            if isinstance(cell, Decimal):
                kind = money if money != _SHOWN else _SHOWN + str(min(-int(cell.as_tuple().exponent), _PLACES))
                page.write_number(row, column, cell, self._formats[kind])
            elif cell:
                page.write_string(row, column, cell, self._formats[_TEXT])

    def _shape(self, page: Any, head: int, heading: Sequence[_Cell], body: Sequence[Sequence[_Cell]]) -> None:  # noqa: ANN401
        page.freeze_panes(head + 1, 2)
        for column, title in enumerate(heading):
            longest = max((_wide(row[column]) for row in body), default=0)
            page.set_column(column, column, min(max(longest, _wide(title), 6), 44) + 2)

    def content(self) -> bytes:
        """The file."""
        self._book.close()
        return self._buffer.getvalue()


def _wide(cell: _Cell) -> int:
    """About how many digits wide a cell's text is: a hanzi is two."""
    return sum(1 if letter.isascii() else 2 for letter in str(cell or ""))


def table_sheet(name: str, rows: Iterable[Sequence[_Cell]], foot: Sequence[_Cell] = ()) -> bytes:
    """A table of the window, its heading first: numbers with as many decimals as are shown, the rest as text."""
    book = _Book()
    book.sheet(name.translate(_NO_SHEET_NAME)[:31] or "1", rows, sums=foot, number=_SHOWN)
    return book.content()


def table_csv(rows: Iterable[Sequence[_Cell]]) -> bytes:
    """The same as comma-separated text, UTF-8 with the mark by which spreadsheets know it.

    A text that begins like a formula gets an apostrophe before it: spreadsheets would reckon it.
    """
    lines = StringIO(newline="")
    csv.writer(lines).writerows([_harmless(cell) for cell in row] for row in rows)
    return lines.getvalue().encode("utf-8-sig")


def _harmless(cell: _Cell) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return f"'{cell}" if cell and cell[0] in "=+-@\t\r" else cell or ""


def _yuan(fen: int) -> Decimal:
    return Decimal(fen).scaleb(-2)


def _hours(minutes: int) -> Decimal:
    return Decimal(decimal_text(half_up(minutes * 100, 60), 2))


def payroll_sheet(ctx: Context, workshop_id: int, wanted: Wanted) -> tuple[bytes, Source]:
    """A run as a spreadsheet: the ledger's rows, and every line of every slip; with the run it is of."""
    with ctx.database.read() as session:
        source = month_source(session, workshop_id, wanted.month, wanted.kind, wanted.run_id)
    data = ledger_of(source)
    state = "草稿，未锁定" if source.is_draft else f"校验码 {source.check_code}"
    book = _Book()
    title = f"{data.title}　{source.month}　{source.unit}　{state}"
    total = sum_rows(data.rows)
    book.sheet("工资表", _ledger_rows(data), title=title, sums=("总计", *[""] * 3, *_figures(data, total)))
    book.sheet("明细", _line_rows(source), title=title)
    return book.content(), source


def _ledger_rows(data: LedgerData) -> list[Sequence[_Cell]]:
    earned, taken = ([data.labels[code] for code in codes] for codes in (data.earnings, data.deductions))
    who = ("编号", "姓名", "身份证号", "手机", "正常工时", "加班", "休息日", "法定")
    rows: list[Sequence[_Cell]] = [(*who, *earned, "应发合计", *taken, "实发金额")]
    rows += [(row.no, row.name, row.id_number, row.phone, *_figures(data, row)) for row in data.rows]
    return rows


def _figures(data: LedgerData, of: LedgerRow | LedgerSum) -> tuple[Decimal, ...]:
    earned = (_yuan(of.items.get(code, 0)) for code in data.earnings)
    taken = (_yuan(of.items.get(code, 0)) for code in data.deductions)
    return (*map(_hours, of.minutes), *earned, _yuan(of.gross_fen), *taken, _yuan(of.net_fen))


def _line_rows(source: Source) -> list[Sequence[_Cell]]:
    rows: list[Sequence[_Cell]] = [_LINE_COLUMNS]
    for one in source.slips:
        slip = one.slip
        rows += [
            (
                slip.no,
                slip.name,
                slip.relation.value,
                line.label,
                exact_text(line.quantity, UNIT_SCALE[line.unit]),
                line.unit.value,
                price_text(line.price_e4) if line.price_e4 else "",
                factor_text(line.factor_bp),
                _yuan(line.amount_fen),
                line.formula,
            )
            for line in (*slip.lines, *slip.deductions)
        ]
    return rows


def tax_sheet(data: TaxData) -> bytes:
    """The tax list in the columns of the client's templates, and our own figures on a third sheet to compare."""
    book = _Book()
    book.sheet(WAGES_SHEET, [WAGE_COLUMNS, *map(_wage_cells, data.wages)])
    book.sheet(SERVICES_SHEET, [SERVICE_COLUMNS, *map(_service_cells, data.services)])
    book.sheet("核对", [CHECK_COLUMNS, *map(_check_cells, data.rows)], title=_check_title(data))
    return book.content()


def _check_title(data: TaxData) -> str:
    state = "（草稿，未锁定）" if data.is_draft else ""
    words = {word: None for is_wage in (True, False) for word in period_words(data, is_wage=is_wage)}
    return f"{data.unit}　{data.month}{state}　供与扣缴端计算结果核对，不导入。{''.join(words)}"


def _wage_cells(row: TaxRow) -> Sequence[_Cell]:
    parts = [_yuan(fen) if fen else None for fen in row.insurances]
    other = _yuan(row.unparted_fen) if row.unparted_fen else None
    blank = [None] * (WAGE_COLUMNS.index("其他") - 6 - len(INSURANCES))
    note = _UNPARTED if other else ""
    return (
        row.no,
        row.name,
        ID_CARD,
        row.id_number,
        _yuan(row.income_fen),
        None,
        *parts,
        *blank,
        other,
        None,
        None,
        note,
    )


def _service_cells(row: TaxRow) -> Sequence[_Cell]:
    blank = [None] * (len(SERVICE_COLUMNS) - 6)
    return (row.no, row.name, ID_CARD, row.id_number, SERVICES_ITEM, _yuan(row.income_fen), *blank)


def _check_cells(row: TaxRow) -> Sequence[_Cell]:
    item = "工资薪金" if row.is_wage else "劳务报酬"
    figures = (row.income_fen, row.social_fen, row.additional_fen, row.tax_fen)
    return (row.no, row.name, item, *map(_yuan, figures))
