"""The values of a bank file: what a payee is, and how an account, a name or a pattern becomes text."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.bank_template import BankColumn, BankField, BankTemplate, printable

_SCIENTIFIC = re.compile(r"[+-]?\d+(\.\d*)?[eE][+-]?\d+")
_DASHES = "-‐‑–—−"
_PATTERNS: Mapping[BankField, str] = {
    BankField.MONTH: "{month}",
    BankField.DATE: "{date}",
    BankField.REMARK: "{month}工资",
    BankField.UNIT: "{unit}",
}


@dataclass(frozen=True, slots=True)
class Payee:
    """Somebody to pay through the bank: who they are, where to, and how much in fen."""

    no: str
    name: str
    account: str
    amount_fen: int
    bank: str = ""
    id_number: str = ""


@dataclass(frozen=True, slots=True)
class BankOrder:
    """What a file is about: month "YYYY-MM", the paying unit, today, the file's number of the month, whom to pay."""

    month: str
    unit: str
    day: date
    payees: tuple[Payee, ...]
    batch: int = 1

    @property
    def total_fen(self) -> int:
        """What all of them get."""
        return sum(payee.amount_fen for payee in self.payees)


def clean(text: str) -> str:
    """A text in composed letters without spaces at its ends; a space of any width within is a plain one."""
    spaced = (" " if unicodedata.category(letter) == "Zs" else letter for letter in unicodedata.normalize("NFC", text))
    return "".join(spaced).strip(" ")


def plain_account(text: str) -> str:
    """An account as its digits: full-width digits made plain, spaces and dashes of grouping left out.

    Anything else stays for a person to see and correct; an account in exponents keeps its sign.
    """
    known = clean(unicodedata.normalize("NFKC", text))
    if looks_scientific(known):
        return known
    return "".join(letter for letter in known if letter != " " and letter not in _DASHES)


def hidden(number: str) -> str:
    """An account or ID number but for its last four, as many letters as before (RULES 8)."""
    return "*" * max(0, len(number) - 4) + number[-4:]


def looks_scientific(text: str) -> bool:
    """Whether a spreadsheet wrote it in exponents (6.2284E+18): its last digits are lost."""
    return _SCIENTIFIC.fullmatch(text) is not None


def looks_rounded(account: str) -> bool:
    """Whether a spreadsheet may have cut it to 15 digits: 17 or more, with only zeros after the 15th."""
    return len(account) > 16 and account[15:].strip("0") == "" and account[:15].strip("0") != ""


def file_text(column: BankColumn, order: BankOrder) -> str:
    """What is the same in every record: a constant as it stands, else the column's pattern (or its field's own)."""
    if column.field is BankField.CONSTANT:
        return column.text
    words = {
        "{month}": order.month,
        "{yyyymm}": order.month.replace("-", ""),
        "{date}": f"{order.day:%Y%m%d}",
        "{unit}": order.unit,
        "{batch}": str(order.batch),
    }
    text = column.text or _PATTERNS[column.field]
    return clean(re.sub("|".join(map(re.escape, words)), lambda found: words[found[0]], text))


# ---------------------------------------------------------------- the file's name

_FORBIDDEN = '<>:"/\\|?*'
_DEVICES = frozenset({"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))})
_NAME_BYTES = 200


def file_name(template: BankTemplate, order: BankOrder) -> str:
    """The template's name for the file, as Windows can keep it: no forbidden sign, device name, or end in a point."""
    wanted = file_text(BankColumn(BankField.REMARK, text=template.file_name), order)
    name = "".join("_" if letter in _FORBIDDEN or not printable(letter) else letter for letter in wanted)
    name = name.strip().rstrip(". ") or "_"
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    if stem.partition(".")[0].strip().upper() in _DEVICES:
        stem = f"_{stem}"
    room = _NAME_BYTES - len(f"{dot}{ending}".encode())
    return f"{stem.encode()[: max(room, 1)].decode(errors='ignore')}{dot}{ending}"
