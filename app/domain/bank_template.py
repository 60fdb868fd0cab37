"""How a bank wants its file (代发工资文件): columns, form, encoding, records around the rows, as JSON (RULES 7).

A template is data a person edits. ``check_template`` says what cannot be, each at its place (``columns.3.width``);
``parse_template`` and ``template_text`` are the way from and to JSON.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any

from app.domain.messages import render
from app.domain.refusal import Refusal

MOST_COLUMNS = 60
MOST_WIDTH = 400
NAME_LENGTH = 60


class BankForm(StrEnum):
    """Fields divided by a character, records of fixed width, or a workbook."""

    DELIMITED = "delimited"
    FIXED = "fixed"
    XLSX = "xlsx"


class BankEncoding(StrEnum):
    """How letters become bytes; GBK for old systems that know no letter of four bytes."""

    GB18030 = "gb18030"
    GBK = "gbk"
    UTF8 = "utf-8"
    UTF8_BOM = "utf-8-sig"

    @property
    def codec(self) -> str:
        """The codec of a value: a byte-order mark stands once, at the file's beginning."""
        return "utf-8" if self is BankEncoding.UTF8_BOM else self.value


class BankField(StrEnum):
    """What a column holds. COUNT and TOTAL stand in records before and after the rows, what is a worker's in rows."""

    SEQ = "seq"
    NO = "no"
    NAME = "name"
    ACCOUNT = "account"
    BANK = "bank"
    ID_NUMBER = "id_number"
    AMOUNT = "amount"
    MONTH = "month"
    DATE = "date"
    REMARK = "remark"
    UNIT = "unit"
    CONSTANT = "constant"
    COUNT = "count"
    TOTAL = "total"


class AmountForm(StrEnum):
    """Yuan with two decimals (1234.50), or a whole number of fen (123450)."""

    YUAN = "yuan"
    FEN = "fen"


class QuoteRule(StrEnum):
    """A delimiter or quotation mark within a value: refuse it, quote that value, or quote every value."""

    REFUSE = "refuse"
    NEEDED = "needed"
    ALWAYS = "always"


class LineEnd(StrEnum):
    """How a record ends."""

    CRLF = "crlf"
    LF = "lf"

    @property
    def text(self) -> str:
        """The characters."""
        return "\r\n" if self is LineEnd.CRLF else "\n"


class PadSide(StrEnum):
    """Where a value stands within its width."""

    LEFT = "left"
    RIGHT = "right"


OF_WORKER = frozenset({
    BankField.SEQ, BankField.NO, BankField.NAME, BankField.ACCOUNT, BankField.BANK, BankField.ID_NUMBER,
    BankField.AMOUNT,
})  # fmt: skip
OF_FILE = frozenset({BankField.COUNT, BankField.TOTAL})


@dataclass(frozen=True, slots=True)
class BankColumn:
    """One field of a record. ``width`` is bytes of the encoding (fixed form; elsewhere the most a value may have, 0
    without bound); ``pad`` fills a shorter value, on the side ``align`` leaves free (empty: spaces in the fixed form,
    nothing elsewhere). ``text`` is a constant, or the words of month, date and remark with {month} {yyyymm} {date}
    {unit} {batch} in it.
    """

    field: BankField
    heading: str = ""
    width: int = 0
    align: PadSide = PadSide.LEFT
    pad: str = ""
    text: str = ""

    @property
    def name(self) -> "ColumnName":
        """What messages call it: its heading, else its field."""
        return ColumnName(self.field, self.heading)


@dataclass(frozen=True, slots=True)
class ColumnName:
    """A column within a message: the heading a person gave it, else the field in the message's language."""

    field: BankField
    heading: str = ""

    def text(self, lang: str) -> str:
        """The words in ``lang``."""
        return self.heading or field_title(self.field, lang)


@dataclass(frozen=True, slots=True)
class BankTemplate:
    """A bank's file as data. ``head`` and ``trailer`` are records before and after the rows, none where empty;
    ``titles`` is a line of the columns' headings; ``file_name`` a pattern with {month} {yyyymm} {date} {unit} {batch}.
    """

    name: str
    columns: tuple[BankColumn, ...]
    form: BankForm = BankForm.DELIMITED
    delimiter: str = ","
    quote: QuoteRule = QuoteRule.REFUSE
    encoding: BankEncoding = BankEncoding.UTF8_BOM
    amount: AmountForm = AmountForm.YUAN
    line_end: LineEnd = LineEnd.CRLF
    titles: bool = True
    head: tuple[BankColumn, ...] = ()
    trailer: tuple[BankColumn, ...] = ()
    file_name: str = "{unit}-{month}.txt"
    note: str = ""

    def has(self, wanted: BankField) -> bool:
        """Whether a column of the rows holds it."""
        return any(column.field is wanted for column in self.columns)

    def padding(self, column: BankColumn) -> str:
        """What fills a shorter value of the column; empty where nothing does."""
        return column.pad or (" " if self.form is BankForm.FIXED else "")


@dataclass(frozen=True, slots=True)
class TemplateNote:
    """What cannot be in a template; ``where`` is its place: ``name``, ``delimiter``, ``columns.3.width``."""

    where: str
    kind: str
    params: Mapping[str, object] = field(default_factory=dict)

    def text(self, lang: str = "zh_CN") -> str:
        """What is wrong and what to do, in the user's language."""
        return render(self.kind, dict(self.params), lang)


def field_title(wanted: BankField, lang: str) -> str:
    """What a field is called in a language."""
    return render(f"bank_field_{wanted.value}", {}, lang)


def printable(text: str) -> bool:
    """Whether a text has no control, format, private or unassigned character; spaces of any width are none."""
    return all(letter.isprintable() or letter == "\u3000" for letter in text)


# ---------------------------------------------------------------- what cannot be


def check_template(template: BankTemplate) -> tuple[TemplateNote, ...]:
    """Everything that cannot be, in the order a person reads the editor."""
    notes = [*_check_whole(template)]
    for part in ("columns", "head", "trailer"):
        for at, column in enumerate(getattr(template, part)):
            notes += _check_column(template, column, part, at)
    return tuple(notes)


def require_template(template: BankTemplate) -> None:
    """Refuse a template that cannot be: the first note's code, with its place as ``where``."""
    for note in check_template(template):
        raise Refusal(note.kind, **note.params)


def _check_whole(template: BankTemplate) -> Iterator[TemplateNote]:
    if not template.name.strip() or len(template.name) > NAME_LENGTH or not printable(template.name):
        yield TemplateNote("name", "bank_template_name", {"most": NAME_LENGTH})
    if template.form is BankForm.DELIMITED and not _divides(template.delimiter):
        yield TemplateNote("delimiter", "bank_template_delimiter", {"text": template.delimiter})
    if not template.file_name.strip() or not printable(template.file_name):
        yield TemplateNote("file_name", "bank_template_file_name")
    if len(template.columns) > MOST_COLUMNS:
        yield TemplateNote("columns", "bank_template_columns_many", {"most": MOST_COLUMNS})
    for wanted in (BankField.ACCOUNT, BankField.AMOUNT):
        count = sum(column.field is wanted for column in template.columns)
        if count != 1:
            named = {"column": ColumnName(wanted), "count": count}
            yield TemplateNote("columns", "bank_template_column_once", named)


def _divides(text: str) -> bool:
    """One ASCII character that cannot be part of a number or of quoting; the tab is one."""
    return text == "\t" or (len(text) == 1 and text.isascii() and text.isprintable() and text not in ' ".+-'
                            and not text.isalnum())  # fmt: skip


def _check_column(template: BankTemplate, column: BankColumn, part: str, at: int) -> Iterator[TemplateNote]:
    place, named = f"{part}.{at}", {"at": at + 1, "column": column.name}
    if column.field in (OF_FILE if part == "columns" else OF_WORKER):
        yield TemplateNote(f"{place}.field", "bank_template_field_place", named)
    least = 1 if template.form is BankForm.FIXED else 0
    if not least <= column.width <= MOST_WIDTH:
        yield TemplateNote(f"{place}.width", "bank_template_width", named | {"most": MOST_WIDTH})
    if column.pad and not _pads(template, column):
        yield TemplateNote(f"{place}.pad", "bank_template_pad", named | {"text": column.pad})
    elif column.pad.isdigit() and column.align is PadSide.LEFT:
        yield TemplateNote(f"{place}.pad", "bank_template_pad_changes", named | {"text": column.pad})
    for name in ("heading", "text") if part == "columns" and template.titles else ("text",):
        yield from _check_words(template, getattr(column, name), f"{place}.{name}", named)
    yield from _check_fit(template, column, part, place, named)


def _check_words(template: BankTemplate, words: str, place: str, named: Mapping[str, object]) -> Iterator[TemplateNote]:
    if not printable(words):
        yield TemplateNote(place, "bank_template_unprintable", named)
    elif encoded(words, template.encoding) is None:
        yield TemplateNote(place, "bank_template_lacks", {**named, "encoding": template.encoding.value.upper()})
    elif template.form is BankForm.DELIMITED and template.quote is QuoteRule.REFUSE and divides(template, words):
        yield TemplateNote(place, "bank_template_divides", {**named, "text": words})


def _check_fit(
    template: BankTemplate, column: BankColumn, part: str, place: str, named: Mapping[str, object]
) -> Iterator[TemplateNote]:
    """A heading or a constant wider than its column."""
    if not column.width or template.form is BankForm.XLSX:
        return
    kept = [("text", column.text)] if column.field is BankField.CONSTANT else []
    if part == "columns" and template.titles and template.form is BankForm.FIXED:
        kept.append(("heading", column.heading))
    for name, words in kept:
        size = len(encoded(words, template.encoding) or b"")
        if size > column.width:
            params = {**named, "text": words, "size": size, "width": column.width}
            yield TemplateNote(f"{place}.{name}", "bank_template_wide", params)


def _pads(template: BankTemplate, column: BankColumn) -> bool:
    """One printable ASCII character, not the delimiter, a quotation mark, or a letter of numbers but 0."""
    pad = column.pad
    plain = len(pad) == 1 and pad.isascii() and pad.isprintable() and pad != '"'
    return plain and (pad == "0" or not (pad.isalnum() or pad in ".+-")) and not (
        template.form is BankForm.DELIMITED and pad == template.delimiter
    )  # fmt: skip


def divides(template: BankTemplate, text: str) -> bool:
    """Whether a text holds the delimiter or a quotation mark."""
    return '"' in text or (template.delimiter != "" and template.delimiter in text)


def encoded(text: str, encoding: BankEncoding) -> bytes | None:
    """The text's bytes without a byte-order mark; None where the encoding lacks a letter of it."""
    try:
        return text.encode(encoding.codec)
    except UnicodeEncodeError:
        return None


# ---------------------------------------------------------------- JSON

_KINDS: Mapping[str, type[StrEnum]] = {
    "form": BankForm,
    "quote": QuoteRule,
    "encoding": BankEncoding,
    "amount": AmountForm,
    "line_end": LineEnd,
    "field": BankField,
    "align": PadSide,
}
_LISTS = ("columns", "head", "trailer")


def template_text(template: BankTemplate) -> str:
    """A template as JSON text, as it is stored and exported: every setting named."""
    return json.dumps({"bank_template": 1, **asdict(template)}, ensure_ascii=False, indent=1) + "\n"


def parse_template(text: str) -> BankTemplate:
    """A template from its JSON text; refuses ``bank_template_unreadable``, naming what is wrong.

    What it says is not checked here: ``check_template`` does.
    """
    try:
        raw = json.loads(text)
        if not isinstance(raw, dict) or raw.pop("bank_template", None) != 1:
            raise ValueError("bank_template: 1")  # noqa: TRY301  one way out for every fault of the text
        lists = {name: tuple(_column(row) for row in raw.pop(name, ())) for name in _LISTS}
        return BankTemplate(**(_values(BankTemplate, raw) | lists))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise Refusal("bank_template_unreadable", where=f"{type(fault).__name__}: {fault}"[:200]) from fault


def _column(raw: Mapping[str, Any]) -> BankColumn:
    return BankColumn(**_values(BankColumn, raw))


def _values(shape: type[BankTemplate | BankColumn], raw: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a dataclass, each of its own type; ValueError for one that is not, or is none of its fields."""
    known = {one.name: one for one in fields(shape)}
    made: dict[str, Any] = {}
    for name, value in raw.items():
        if name not in known or name in _LISTS:
            raise ValueError(name)
        if name in _KINDS:
            made[name] = _KINDS[name](value)
            continue
        wanted = type(known[name].default) if known[name].default is not MISSING else str
        if type(value) is not wanted:
            raise ValueError(f"{name}: {value!r}")
        made[name] = value
    return made
