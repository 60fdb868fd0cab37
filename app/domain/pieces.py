"""Piece work: prices in force, one line a product, process, grade, price and time kind, and team entries (RULES 4).

Payable pieces are 合格 + 料废; the price is the one in force on the entry's date, whenever it was typed in. The time
kind's factor applies to full-time workers on 计件 only (1994 wage payment rule 13); for everybody else all is 正常.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from app.domain.messages.payroll import TITLES
from app.domain.money import decimal_text, half_up, price_text, split, yuan
from app.domain.payroll_draft import Line, LineCode, Unit
from app.domain.payroll_input import PieceEntry, PieceItem, PiecePrice, TeamEntry
from app.domain.percent import factor_text
from app.domain.vocabulary import TimeKind

WHOLE_BP = 10_000
_KINDS = tuple(TimeKind)
_KIND_ORDER = {kind: place for place, kind in enumerate(_KINDS)}

Days = tuple[date, date]
"""A first and a last day."""

PieceKey = tuple[int, int, TimeKind]
"""Item, price in 1/10,000 yuan, time kind: what a piece line stands for."""


class PriceBook:
    """Prices by item and date."""

    def __init__(self, prices: Iterable[PiecePrice]) -> None:
        by_item: dict[int, list[tuple[date, int]]] = defaultdict(list)
        for price in prices:
            by_item[price.item_id].append((price.valid_from, price.price_e4))
        self._dates = {item: [day for day, _ in sorted(rows)] for item, rows in by_item.items()}
        self._prices = {item: [price for _, price in sorted(rows)] for item, rows in by_item.items()}

    def price(self, item_id: int, days: Sequence[date]) -> int | None:
        """The price in force on all of ``days``, or None where there is none yet.

        ValueError where it changes in between: such a sum of pieces has no price.
        """
        dates = self._dates.get(item_id, [])
        place = bisect_right(dates, min(days))
        if place < len(dates) and bisect_right(dates, max(days)) != place:
            raise ValueError(f"item {item_id}: several prices in one sum of pieces")
        return self._prices[item_id][place - 1] if place else None

    def since(self, item_id: int, day: date) -> date:
        """The first day of the price in force on ``day``."""
        dates = self._dates[item_id]
        return dates[bisect_right(dates, day) - 1]


@dataclass(frozen=True, slots=True)
class Unpriced:
    """Pieces that have no price in force on their date."""

    item_id: int
    day: date


@dataclass(frozen=True, slots=True)
class PieceTerms:
    """By worker: the overtime factors (basis points) of full-time workers on 计件, else all counts as 正常; in which
    spans of days they apply where not in all; and which days this run pays where not all.
    """

    factors: Mapping[int, Mapping[TimeKind, int]]
    spans: Mapping[int, Sequence[Days]] = field(default_factory=dict)
    windows: Mapping[int, Days] = field(default_factory=dict)

    def factors_on(self, worker_id: int, day: date) -> Mapping[TimeKind, int] | None:
        """A worker's factors on a day, None where the time kind counts for nothing."""
        if worker_id in self.spans and not any(first <= day <= last for first, last in self.spans[worker_id]):
            return None
        return self.factors.get(worker_id)

    def pays(self, worker_id: int, day: date) -> bool:
        """Whether the run pays what a worker made on a day."""
        window = self.windows.get(worker_id)
        return window is None or window[0] <= day <= window[1]


@dataclass(slots=True)
class PieceMonth:
    """The month's pieces by worker: payable sums, lines of team entries, days and kinds, and what has no price.

    ``unshared`` are team entries that nobody has a weight in; a merge can leave one behind. ``free`` are the payable
    pieces of each worker at a price of 0, by item and the day it begins, of a team entry all of its pieces.
    """

    sums: dict[int, dict[PieceKey, int]]
    team_lines: dict[int, list[Line]]
    days: dict[int, dict[TimeKind, set[date]]]
    unpriced: dict[int, list[Unpriced]]
    unshared: list[TeamEntry]
    free: dict[tuple[int, date], dict[int, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))


def piece_month(
    pieces: Iterable[PieceEntry],
    teams: Iterable[TeamEntry],
    book: PriceBook,
    titles: Mapping[int, str],
    terms: PieceTerms,
) -> PieceMonth:
    """All entries of the month sorted out by worker; ``titles`` names each item.

    Entries without a price are left unpaid and listed.
    """
    month = PieceMonth(
        sums=defaultdict(lambda: defaultdict(int)),
        team_lines=defaultdict(list),
        days=defaultdict(lambda: defaultdict(set)),
        unpriced=defaultdict(list),
        unshared=[],
    )
    factors, apart = terms.factors, terms.spans.keys() | terms.windows.keys()
    for worker_id, days, item_id, kind, payable in pieces:
        counts = worker_id in factors
        if worker_id in apart:
            if not terms.pays(worker_id, days[0]):
                continue
            counts = terms.factors_on(worker_id, days[0]) is not None
        month.days[worker_id][kind].update(days)
        price = book.price(item_id, days)
        if price is None:
            month.unpriced[worker_id] += [Unpriced(item_id, day) for day in days]
        elif payable:
            counted = kind if counts else TimeKind.NORMAL
            month.sums[worker_id][item_id, price, counted] += payable
            if not price:
                month.free[item_id, book.since(item_id, days[0])][worker_id] += payable
    for entry in sorted(teams, key=lambda entry: (entry.day, entry.entry_id)):
        _add_team(month, entry, book, titles, terms)
    return month


def _add_team(
    month: PieceMonth,
    entry: TeamEntry,
    book: PriceBook,
    titles: Mapping[int, str],
    terms: PieceTerms,
) -> None:
    """Note who worked on the entry, and share it out where it has a price and weights."""
    price = book.price(entry.item_id, (entry.day,))
    for share in entry.shares:
        if not terms.pays(share.worker_id, entry.day):
            continue
        month.days[share.worker_id][entry.kind].add(entry.day)
        if price is None:
            month.unpriced[share.worker_id].append(Unpriced(entry.item_id, entry.day))
        elif not price and entry.payable_milli:
            month.free[entry.item_id, book.since(entry.item_id, entry.day)][share.worker_id] += entry.payable_milli
    if not sum(share.weight_milli for share in entry.shares):
        month.unshared.append(entry)
        return
    if price is not None and entry.payable_milli:
        _share_out(month, entry, price, titles[entry.item_id], terms)


def _share_out(
    month: PieceMonth,
    entry: TeamEntry,
    price: int,
    title: str,
    terms: PieceTerms,
) -> None:
    """The entry's amount rounded once, split by weights, each share × its worker's own factor (RULES 1 and 4)."""
    whole = half_up(entry.payable_milli * price, 100_000)
    amounts = split(whole, [share.weight_milli for share in entry.shares])
    weights = ":".join(decimal_text(share.weight_milli, 3) for share in entry.shares)
    priced = f"{decimal_text(entry.payable_milli, 3)}×{price_text(price)}={yuan(whole)},按{weights}分得"
    for share, part in zip(entry.shares, amounts, strict=True):
        if not terms.pays(share.worker_id, entry.day):
            continue
        factors = terms.factors_on(share.worker_id, entry.day)
        kind = TimeKind.NORMAL if factors is None else entry.kind
        factor = WHOLE_BP if factors is None else factors[kind]
        amount = half_up(part * factor, WHOLE_BP)
        shown = "" if factor == WHOLE_BP else f"×{factor_text(factor)}={yuan(amount)}"
        label = f"{TITLES[LineCode.TEAM_PIECE]} {title} {entry.day:%m-%d}{_kind_suffix(kind)}"
        formula = f"{priced}{yuan(part)}{shown}"
        month.team_lines[share.worker_id].append(
            Line(LineCode.TEAM_PIECE, label, entry.payable_milli, Unit.PIECE, price, factor, amount, formula, kind)
        )


def item_title(item: PieceItem) -> str:
    """Product, process and grade as one text: ``彝绣挎包·刺绣·A``."""
    return "·".join(part for part in (item.product, item.process, item.grade) if part)


def _kind_suffix(kind: TimeKind) -> str:
    return "" if kind is TimeKind.NORMAL else f"({kind})"


def kind_of_label(label: str) -> TimeKind:
    """The time kind a piece line's label names; 正常 where it names none."""
    return next((kind for kind in TimeKind if kind is not TimeKind.NORMAL and label.endswith(_kind_suffix(kind))),
                TimeKind.NORMAL)  # fmt: skip


def piece_lines(
    sums: Mapping[PieceKey, int], titles: Mapping[int, str], factors: Mapping[TimeKind, int] | None
) -> list[Line]:
    """One worker's piece lines: quantity × price × factor, rounded once; ordered by what people read."""
    ordered = sorted((titles[item], item, _KIND_ORDER[kind], price) for item, price, kind in sums)
    return [
        _piece_line(title, price, _KINDS[place], sums[item, price, _KINDS[place]], factors)
        for title, item, place, price in ordered
    ]


def _piece_line(title: str, price: int, kind: TimeKind, payable: int, factors: Mapping[TimeKind, int] | None) -> Line:
    factor = WHOLE_BP if factors is None else factors[kind]
    amount = half_up(payable * price * factor, 1_000_000_000)
    label, priced = _piece_texts(title, price, kind, factor)
    formula = f"{decimal_text(payable, 3)}{priced}={yuan(amount)}"
    return Line(LineCode.PIECE, label, payable, Unit.PIECE, price, factor, amount, formula, kind)


@lru_cache(maxsize=4096)  # many workers make the same thing at one price
def _piece_texts(title: str, price: int, kind: TimeKind, factor: int) -> tuple[str, str]:
    """Label and formula of a line but for its quantity and amount."""
    shown = "" if factor == WHOLE_BP else f"×{factor_text(factor)}"
    return f"{TITLES[LineCode.PIECE]} {title}{_kind_suffix(kind)}", f"×{price_text(price)}{shown}"
