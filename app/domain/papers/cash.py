"""The cash list (现金发放清单): who gets how much in which notes and coins, and what the bank is to be asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.bank_values import plain_account
from app.domain.ledger import pay_words
from app.domain.papers.source import Source
from app.domain.refusal import Refusal

NOTES: tuple[int, ...] = (10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10)
"""Notes and coins in fen: 100, 50, 20, 10, 5, 1 yuan, 5 and 1 jiao. What is left (1–9 fen) is 零钱."""
NOTE_TITLES = ("100元", "50元", "20元", "10元", "5元", "1元", "5角", "1角")


class Due(NamedTuple):
    """What a worker is still to get of a run, in fen, and the account it would go to now (not the slip's)."""

    worker_id: int
    fen: int
    account: str = ""


@dataclass(frozen=True, slots=True)
class CashRow:
    """One worker's cash: the amount in fen, how many of each of ``NOTES``, and the fen no coin pays."""

    no: str
    name: str
    amount_fen: int
    counts: tuple[int, ...]
    rest_fen: int


@dataclass(frozen=True, slots=True)
class CashData:
    """A cash list. ``whom`` says in words whom it lists."""

    title: str
    unit: str
    month: str
    is_draft: bool
    check_code: str
    prepared_by: str
    pay_words: str
    whom: str
    rows: tuple[CashRow, ...]


def breakdown(fen: int) -> tuple[tuple[int, ...], int]:
    """The fewest notes for an amount of at least 0 fen: how many of each of ``NOTES``, and the fen left over."""
    counts = []
    for note in NOTES:
        count, fen = divmod(fen, note)
        counts.append(count)
    return tuple(counts), fen


def cash_row(no: str, name: str, fen: int) -> CashRow:
    """A worker's row."""
    counts, rest = breakdown(fen)
    return CashRow(no, name, fen, counts, rest)


def sum_cash(rows: Sequence[CashRow]) -> CashRow:
    """What some rows need together: the sums of each note, as the bank is asked for them."""
    counts = tuple(sum(column) for column in zip(*(row.counts for row in rows), strict=True)) or (0,) * len(NOTES)
    return CashRow("", "", sum(row.amount_fen for row in rows), counts, sum(row.rest_fen for row in rows))


def cash_of(source: Source, dues: Iterable[Due], *, everybody: bool) -> CashData:
    """The list of a run from what is still open: of those no bank file can pay now, or of ``everybody``.

    Bank file and list together are thus what is open. Refuses ``cash_empty`` where nothing is open, ``cash_by_bank``
    where the bank file pays all of it, and ``run_disputed``.
    """
    if source.disputed:
        raise Refusal("run_disputed", month=source.month)
    due = {one.worker_id: one for one in dues if one.fen > 0}
    owed = [one.slip for one in source.slips if one.slip.worker_id in due]
    without = [slip for slip in owed if not plain_account(due[slip.worker_id].account)]
    listed = owed if everybody else without
    if not listed:
        raise Refusal("cash_by_bank" if owed else "cash_empty", month=source.month)
    return CashData(
        title=source.titled("现金发放清单"),
        unit=source.unit,
        month=source.month,
        is_draft=source.is_draft,
        check_code=source.check_code,
        prepared_by=source.prepared_by,
        pay_words=pay_words(source.pay_date, ()),
        whom=_whom(len(listed), len(owed), len(without)),
        rows=tuple(cash_row(slip.no, slip.name, due[slip.worker_id].fen) for slip in listed),
    )


def _whom(listed: int, owed: int, without: int) -> str:
    """Whom the list holds, in the words of its heading, by how many are listed, open, and open without an account."""
    if listed < owed:
        return "没有银行账号的待发工人"
    accounts = "都有银行账号" if not without else "都没有银行账号" if without == owed else "有银行账号的也在内"
    return f"全部待发工人（{accounts}）"
