"""A bank file as a workbook: accounts and ID numbers as text, amounts as numbers, nothing taken for a formula."""

from datetime import datetime
from decimal import Decimal
from io import BytesIO

from app.domain.bank_bytes import BankTable, Record, records, sorted_records
from app.domain.bank_template import AmountForm, BankColumn, BankField, BankTemplate
from app.domain.money import cell_text, parse_yuan, yuan

_AMOUNTS = frozenset({BankField.AMOUNT, BankField.TOTAL})
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  one date for all: the same wages give the same bytes
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
}
_WIDE = {BankField.ACCOUNT: 24, BankField.ID_NUMBER: 22, BankField.BANK: 20, BankField.AMOUNT: 14}
_WIDTH = 16


def write_workbook(template: BankTemplate, table: BankTable) -> bytes:
    """The records on one sheet; titles bold, every text cell in text format."""
    import xlsxwriter  # noqa: PLC0415  see read_workbook

    out = BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"created": _MADE})
        sheet = book.add_worksheet("代发")
        plain, bold = book.add_format({"num_format": "@"}), book.add_format({"num_format": "@", "bold": True})
        money = book.add_format({"num_format": "0.00" if template.amount is AmountForm.YUAN else "0"})
        for at, column in enumerate(template.columns):
            sheet.set_column(at, at, max(_WIDE.get(column.field, _WIDTH), 2 * len(column.heading)))
        for line, (columns, record, is_title) in enumerate(records(template, table)):
            for at, (column, value) in enumerate(zip(columns, record, strict=True)):
                if column.field in _AMOUNTS and not is_title:
                    sheet.write_number(line, at, Decimal(value), money)
                else:
                    sheet.write_string(line, at, value, bold if is_title else plain)
    return out.getvalue()


def read_workbook(template: BankTemplate, content: bytes) -> BankTable:
    """The records of such a workbook as another program reads them; ValueError where they are fewer."""
    from openpyxl import load_workbook  # noqa: PLC0415  0.2 s at the start, against once where a file is made

    book = load_workbook(BytesIO(content), read_only=True, data_only=False)
    rows = [tuple(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    last = len(rows) - 1
    found = []
    for at, row in enumerate(rows):
        columns = template.head if template.head and at == 0 else template.columns
        columns = template.trailer if template.trailer and at == last else columns
        is_title = template.titles and at == bool(template.head)
        found.append(_record(template, columns, row, is_title=is_title))
    return sorted_records(template, found)


def _record(
    template: BankTemplate, columns: tuple[BankColumn, ...], row: tuple[object, ...], *, is_title: bool
) -> Record:
    """The row's values; cells a shorter record leaves empty must be empty."""
    if any(value not in {None, ""} for value in row[len(columns) :]):
        raise ValueError("cells")
    values = [*row[: len(columns)], *([None] * (len(columns) - len(row)))]
    return tuple(_value(template, column, value, is_title) for column, value in zip(columns, values, strict=True))


def _value(template: BankTemplate, column: BankColumn, value: object, is_title: bool) -> str:
    if column.field not in _AMOUNTS or is_title:
        return "" if value is None else str(value)
    if not isinstance(value, int | float | Decimal):
        raise ValueError(f"{value!r}")  # noqa: TRY004  what was read is wrong, not the caller
    text = cell_text(value)
    return text if template.amount is AmountForm.FEN else yuan(parse_yuan(text))
