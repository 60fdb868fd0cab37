"""A bank file (代发工资文件) by a template: values, bytes, and the proof that they read back the same (RULES 7).

The way: ``notes_of`` looks at every value, ``table_of`` makes the records, ``write_bytes`` the bytes; ``render`` does
all three, then reads its own bytes back by the template and compares names, accounts, amounts, count and total before
anything is handed out. The file is no payment.
"""

import csv
import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.bank_bytes import BankTable, Columns, Record, read_bytes, stripped, write_bytes
from app.domain.bank_template import (
    OF_WORKER,
    AmountForm,
    BankColumn,
    BankField,
    BankForm,
    BankTemplate,
    PadSide,
    QuoteRule,
    divides,
    encoded,
    printable,
    require_template,
)
from app.domain.bank_values import (
    BankOrder,
    Payee,
    clean,
    file_name,
    file_text,
    hidden,
    looks_rounded,
    looks_scientific,
    plain_account,
)
from app.domain.messages import render as message
from app.domain.money import parse_yuan, yuan
from app.domain.refusal import Refusal

WARNINGS = frozenset({"bank_account_twice", "bank_account_rounded", "bank_byte_divides"})
_FORMULA = "=+-@"
_WORDS = OF_WORKER - {BankField.SEQ, BankField.AMOUNT}
_SECRET = frozenset({BankField.ACCOUNT, BankField.ID_NUMBER})
"""What no message shows but for its last four (RULES 8)."""


class _WholeFile:
    """Who a message is about where it is nobody: the whole file."""

    def text(self, lang: str) -> str:
        """The words in ``lang``."""
        return message("bank_whole_file", {}, lang)


@dataclass(frozen=True, slots=True)
class BankNote:
    """Something about one worker's value (``no`` empty: about the whole file); a warning where ``blocks`` is False."""

    kind: str
    no: str = ""
    name: str = ""
    column: BankField | None = None
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def blocks(self) -> bool:
        """Whether no file can be made."""
        return self.kind not in WARNINGS

    @property
    def values(self) -> dict[str, object]:
        """What fills the message: ``who`` is number and name."""
        who: object = f"{self.no} {self.name}".strip() if self.no or self.name else _WholeFile()
        return {"who": who, "no": self.no, "name": self.name, **self.params}

    def text(self, lang: str = "zh_CN") -> str:
        """What is wrong and what to do, in the user's language."""
        return message(self.kind, self.values, lang)


@dataclass(frozen=True, slots=True)
class BankFile:
    """A file to hand out: its name, its bytes, how many it pays how much in fen, and what is worth a look."""

    name: str
    content: bytes
    count: int
    total_fen: int
    warnings: tuple[BankNote, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hex."""
        return hashlib.sha256(self.content).hexdigest()


Writer = Callable[[BankTemplate, BankTable], bytes]
Reader = Callable[[BankTemplate, bytes], BankTable]


def render(
    template: BankTemplate, order: BankOrder, write: Writer | None = None, read: Reader | None = None
) -> BankFile:
    """The file of an order, proved: what was written is read back by the template and compared with the payees.

    Refuses a template that cannot be, ``bank_nobody``, the first note that blocks (its code, naming worker and column),
    and ``bank_self_check``. ``write`` and ``read`` are those of a workbook.
    """
    require_template(template)
    if not order.payees:
        raise Refusal("bank_nobody", month=order.month)
    notes = notes_of(template, order)
    for note in notes:
        if note.blocks:
            raise Refusal(note.kind, **note.values)
    content = (write or write_bytes)(template, table_of(template, order))
    require_same(template, order, content, read or read_bytes)
    return BankFile(file_name(template, order), content, len(order.payees), order.total_fen, notes)


# ---------------------------------------------------------------- values


def table_of(template: BankTemplate, order: BankOrder) -> BankTable:
    """Every record of the file."""
    rows = tuple(
        tuple(value_of(template, order, column, payee, seq) for column in template.columns)
        for seq, payee in enumerate(order.payees, 1)
    )
    head, trailer = (
        tuple(value_of(template, order, column) for column in columns) for columns in (template.head, template.trailer)
    )
    titles = tuple(column.heading for column in template.columns) if template.titles else ()
    return BankTable(rows, head, titles, trailer)


def value_of(
    template: BankTemplate, order: BankOrder, column: BankColumn, payee: Payee | None = None, seq: int = 0
) -> str:
    """One value as text, not yet filled up; ``payee`` where it is a worker's."""
    wanted = column.field
    if wanted in OF_WORKER and payee is not None:
        amount = _amount(template, payee.amount_fen)
        made = {BankField.SEQ: str(seq), BankField.AMOUNT: amount, BankField.ACCOUNT: plain_account(payee.account)}
        return made[wanted] if wanted in made else clean(str(getattr(payee, wanted.value)))
    if wanted is BankField.COUNT:
        return str(len(order.payees))
    if wanted is BankField.TOTAL:
        return _amount(template, order.total_fen)
    return file_text(column, order)


def _amount(template: BankTemplate, fen: int) -> str:
    return str(fen) if template.amount is AmountForm.FEN else yuan(fen)


# ---------------------------------------------------------------- what cannot be written


def notes_of(template: BankTemplate, order: BankOrder) -> tuple[BankNote, ...]:
    """Everything wrong or doubtful about the values, by worker; the whole file's first."""
    notes: list[BankNote] = []
    for column in (*template.head, *template.columns, *template.trailer):
        if column.field not in OF_WORKER:
            notes += _value_notes(template, column, value_of(template, order, column), BankNote(""))
    for seq, payee in enumerate(order.payees, 1):
        notes += _payee_notes(template, payee)
        who = BankNote("", payee.no, payee.name)
        for column in template.columns:
            if column.field in OF_WORKER:
                notes += _value_notes(template, column, value_of(template, order, column, payee, seq), who)
    return (*notes, *_shared_accounts(order.payees))


def _payee_notes(template: BankTemplate, payee: Payee) -> Iterator[BankNote]:
    def note(kind: str, column: BankField, **params: object) -> BankNote:
        return BankNote(kind, payee.no, payee.name, column, params)

    account = plain_account(payee.account)
    if payee.amount_fen <= 0:
        yield note("bank_amount_wrong", BankField.AMOUNT, amount=yuan(payee.amount_fen))
    if not account:
        yield note("bank_payee_account", BankField.ACCOUNT)
    elif looks_scientific(account):
        yield note("bank_account_scientific", BankField.ACCOUNT, value=hidden(account))
    elif printable(account) and not (account.isascii() and account.isdigit()):
        yield note("bank_account_wrong", BankField.ACCOUNT, value=hidden(account))
    elif looks_rounded(account):
        yield note("bank_account_rounded", BankField.ACCOUNT)
    for wanted, kind in ((BankField.BANK, "bank_name_missing"), (BankField.ID_NUMBER, "bank_id_missing")):
        if template.has(wanted) and not clean(getattr(payee, wanted.value)):
            yield note(kind, wanted)


def _value_notes(template: BankTemplate, column: BankColumn, value: str, who: BankNote) -> Iterator[BankNote]:
    """What is wrong with one value: letters first, then its place in the form."""
    told = hidden(value) if column.field in _SECRET else value

    def note(kind: str, **params: object) -> BankNote:
        return BankNote(kind, who.no, who.name, column.field, {"column": column.name, "value": told, **params})

    bad = next((letter for letter in value if not printable(letter)), None)
    if bad is not None:
        yield note("bank_unprintable", point=_point(bad))
        return
    if value and value[0] in _FORMULA and column.field in _WORDS and template.form is BankForm.DELIMITED:
        yield note("bank_value_formula", letter=value[0])
    if template.form is BankForm.XLSX:
        return
    size = _size(template, value)
    if size is None:
        letter = next(one for one in value if encoded(one, template.encoding) is None)
        yield note("bank_encoding_lacks", letter=letter, point=_point(letter), encoding=template.encoding.value.upper())
    elif column.width and size > column.width:
        yield note("bank_value_wide", size=size, width=column.width)
    yield from (note(kind, pad=column.pad) for kind in _form_faults(template, column, value))


def _form_faults(template: BankTemplate, column: BankColumn, value: str) -> Iterator[str]:
    if template.form is BankForm.DELIMITED:
        raw = encoded(value, template.encoding)
        if template.quote is QuoteRule.REFUSE and divides(template, value):
            yield "bank_value_divides"
        elif raw is not None and raw.count(template.delimiter.encode()) > value.count(template.delimiter):
            yield "bank_byte_divides"
    pad = template.padding(column)
    touching = value[:1] if column.align is PadSide.RIGHT else value[-1:]
    if pad not in {"", " "} and touching == pad and column.field in _WORDS:
        yield "bank_value_padding"


def _size(template: BankTemplate, value: str) -> int | None:
    raw = encoded(value, template.encoding)
    return None if raw is None else len(raw)


def _point(letter: str) -> str:
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip()


def _shared_accounts(payees: Iterable[Payee]) -> Iterator[BankNote]:
    first: dict[str, Payee] = {}
    for payee in payees:
        account = plain_account(payee.account)
        other = first.setdefault(account, payee)
        if account and other is not payee:
            params = {"other": f"{other.no} {other.name}", "tail": account[-4:]}
            yield BankNote("bank_account_twice", payee.no, payee.name, BankField.ACCOUNT, params)


# ---------------------------------------------------------------- the proof


def require_same(template: BankTemplate, order: BankOrder, content: bytes, read: Reader = read_bytes) -> None:
    """Refuse ``bank_self_check`` unless the file read back pays the order's people the order's amounts."""
    try:
        wrong = next(_differences(template, order, read(template, content)), "")
    except (ValueError, csv.Error) as fault:
        wrong = str(fault) or type(fault).__name__
    if wrong:
        raise Refusal("bank_self_check", what=wrong)


def _differences(template: BankTemplate, order: BankOrder, back: BankTable) -> Iterator[str]:
    wanted = table_of(template, order)
    if len(back.rows) != len(order.payees):
        yield f"{len(back.rows)} / {len(order.payees)}"
        return
    for payee, row, read in zip(order.payees, wanted.rows, back.rows, strict=True):
        if _bare(template, template.columns, row) != _bare(template, template.columns, read):
            yield f"{payee.no} {payee.name}"
    for columns, made, read in (
        (template.head, wanted.head, back.head),
        (template.trailer, wanted.trailer, back.trailer),
    ):
        if _bare(template, columns, made) != _bare(template, columns, read):
            yield " ".join(read)
    total = sum(_read_amount(template, row) for row in back.rows)
    if total != order.total_fen:
        yield f"{yuan(total)} / {yuan(order.total_fen)}"


def _bare(template: BankTemplate, columns: Columns, record: Record) -> Record:
    """A record's values without what fills them up."""
    return tuple(stripped(template, column, value) for column, value in zip(columns, record, strict=True))


def _read_amount(template: BankTemplate, row: Record) -> int:
    at = next(at for at, column in enumerate(template.columns) if column.field is BankField.AMOUNT)
    text = stripped(template, template.columns[at], row[at])
    if template.amount is AmountForm.FEN:
        return int(text)
    return parse_yuan(f"0{text}" if text.startswith(".") else text)
