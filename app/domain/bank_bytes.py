"""A bank file's records as bytes and back: delimited or fixed, in the template's encoding.

Reading is another way than writing (the standard library's CSV reader, byte slices), so that one proves the other.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.bank_template import BankColumn, BankEncoding, BankForm, BankTemplate, PadSide, QuoteRule, divides

_MARK = "\ufeff".encode()
Record = tuple[str, ...]
Columns = tuple[BankColumn, ...]


@dataclass(frozen=True, slots=True)
class BankTable:
    """The records of a file as texts: head, titles and trailer empty where the template has none."""

    rows: tuple[Record, ...]
    head: Record = ()
    titles: Record = ()
    trailer: Record = ()


def records(template: BankTemplate, table: BankTable) -> Iterator[tuple[Columns, Record, bool]]:
    """Every record in the file's order with its columns; True for the line of titles."""
    if template.head:
        yield template.head, table.head, False
    if template.titles:
        yield template.columns, table.titles, True
    for row in table.rows:
        yield template.columns, row, False
    if template.trailer:
        yield template.trailer, table.trailer, False


def cells_of(template: BankTemplate, table: BankTable) -> list[tuple[str, ...]]:
    """Each record's values as they are written: filled up and quoted."""
    return [
        tuple(_cell(template, column, value, title) for column, value in zip(columns, record, strict=True))
        for columns, record, title in records(template, table)
    ]


def write_bytes(template: BankTemplate, table: BankTable) -> bytes:
    """The bytes of a delimited or fixed file; every record, the last too, has its line end."""
    divider = template.delimiter if template.form is BankForm.DELIMITED else ""
    text = "".join(divider.join(cells) + template.line_end.text for cells in cells_of(template, table))
    mark = _MARK if template.encoding is BankEncoding.UTF8_BOM else b""
    return mark + text.encode(template.encoding.codec)


def _cell(template: BankTemplate, column: BankColumn, value: str, title: bool) -> str:
    """One value filled up and quoted; a title is words, which only the fixed form fills up, with spaces."""
    pad, to_left = template.padding(column), column.align is PadSide.RIGHT
    if title:
        pad, to_left = " " if template.form is BankForm.FIXED else "", False
    text = value
    if pad and template.form is not BankForm.XLSX:
        fill = pad * (column.width - len(value.encode(template.encoding.codec)))
        text = fill + value if to_left else value + fill
    if template.form is BankForm.DELIMITED:
        rule = template.quote
        if rule is QuoteRule.ALWAYS or (rule is QuoteRule.NEEDED and divides(template, text)):
            text = '"' + text.replace('"', '""') + '"'
    return text


def read_bytes(template: BankTemplate, content: bytes) -> BankTable:
    """The records of a file as a bank reads it by the template, values still filled up.

    ValueError (or csv.Error) where it cannot be read.
    """
    body = content.removeprefix(_MARK) if template.encoding is BankEncoding.UTF8_BOM else content
    found = _fixed(template, body) if template.form is BankForm.FIXED else _divided(template, body)
    return sorted_records(template, found)


def sorted_records(template: BankTemplate, found: list[Record]) -> BankTable:
    """Which record is which; ValueError where there are too few."""
    if len(found) < bool(template.head) + template.titles + bool(template.trailer):
        raise ValueError(f"{len(found)} records")
    head = found.pop(0) if template.head else ()
    titles = found.pop(0) if template.titles else ()
    trailer = found.pop() if template.trailer else ()
    return BankTable(tuple(found), head, titles, trailer)


def stripped(template: BankTemplate, column: BankColumn, value: str) -> str:
    """A value without what fills it up."""
    pad = template.padding(column)
    if not pad:
        return value
    return value.lstrip(pad) if column.align is PadSide.RIGHT else value.rstrip(pad)


def _divided(template: BankTemplate, body: bytes) -> list[Record]:
    text = io.StringIO(body.decode(template.encoding.codec), newline="")
    if template.quote is QuoteRule.REFUSE:
        reader = csv.reader(text, delimiter=template.delimiter, quoting=csv.QUOTE_NONE, strict=True)
    else:
        reader = csv.reader(text, delimiter=template.delimiter, strict=True)
    return [tuple(record) or ("",) for record in reader]  # a line of one empty value is read as none


def _fixed(template: BankTemplate, body: bytes) -> list[Record]:
    lines = body.split(template.line_end.text.encode())
    if lines.pop() != b"":
        raise ValueError("line end")
    last = len(lines) - 1
    found = []
    for at, line in enumerate(lines):
        columns = template.head if template.head and at == 0 else template.columns
        found.append(_cut(template, template.trailer if template.trailer and at == last else columns, line))
    return found


def _cut(template: BankTemplate, columns: Columns, line: bytes) -> Record:
    if len(line) != sum(column.width for column in columns):
        raise ValueError(f"record of {len(line)} bytes")
    cells, at = [], 0
    for column in columns:
        cells.append(line[at : at + column.width].decode(template.encoding.codec))
        at += column.width
    return tuple(cells)
