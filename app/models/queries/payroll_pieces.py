"""A month's piece work with its items and prices, for ``app.models.queries.payroll``; four statements."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, func, literal, select

from app.domain.payroll_input import PieceEntry, PieceItem, PiecePrice, TeamEntry, TeamShare
from app.domain.vocabulary import TimeKind
from app.models import goods, work
from app.models.queries.month_span import AnyRow, MonthSpan

_TIMES = {kind.value: kind for kind in TimeKind}

_Key = tuple[int, str]
"""Process and grade of an item."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """What was made in a month, and the items and prices to pay it by."""

    items: tuple[PieceItem, ...]
    prices: tuple[PiecePrice, ...]
    pieces: tuple[PieceEntry, ...]
    teams: tuple[TeamEntry, ...]


def load_pieces(span: MonthSpan, apart: Set[str]) -> Pieces:
    """Pieces summed up over days between which no price changes and none of the ISO dates ``apart`` begins."""
    prices = _prices(span)
    rows = _entries(span, apart | {row.valid_from for row in prices})
    numbers, items = _items(span, [*prices, *rows])
    shares = _shares(span, [row.team for row in rows if row.team is not None])
    return Pieces(
        items=items,
        prices=tuple(
            PiecePrice(numbers[row.process_id, row.grade], date.fromisoformat(row.valid_from), row.price_e4)
            for row in prices
        ),
        pieces=tuple(
            PieceEntry(worker_id, span.dates(dates), numbers[process_id, grade], _TIMES[kind], payable)
            for process_id, grade, worker_id, kind, team, payable, dates in rows
            if team is None
        ),
        teams=tuple(
            TeamEntry(team, span.days[day], numbers[process_id, grade], _TIMES[kind], payable, tuple(shares[team]))
            for process_id, grade, _, kind, team, payable, day in rows
            if team is not None
        ),
    )


def _prices(span: MonthSpan) -> list[AnyRow]:
    """Every price in force in the month or before it."""
    table = goods.PiecePrice
    statement = select(table.process_id, table.grade, table.valid_from, table.price_e4)
    return span.rows(statement.where(table.valid_from <= span.last.isoformat()), table)


def _entries(span: MonthSpan, changes: Iterable[str]) -> list[AnyRow]:
    """Entries of one worker each, payable (合格 + 料废) summed up between the ISO dates of ``changes``, and those of
    several workers one by one, with the id as ``team``.
    """
    table = work.PieceEntry
    inside = sorted(day for day in changes if span.first.isoformat() < day <= span.last.isoformat())
    period = [sum((case((table.date >= day, 1), else_=0) for day in inside), literal(0))] if inside else []
    item, team = (table.process_id, table.grade), case((table.worker_id.is_(None), table.id)).label("team")
    payable = func.sum(table.good_milli + table.material_scrap_milli)
    columns = (*item, table.worker_id, table.time_kind, team, payable, func.aggregate_strings(table.date, ","))
    key = (table.worker_id, *item, table.time_kind, team, *period)  # sorted fastest by what differs most
    return span.dated(select(*columns).group_by(*key), table)


def _shares(span: MonthSpan, entries: Iterable[int]) -> Mapping[int, list[TeamShare]]:
    """The shares of team entries by their ids, in the order of the names."""
    table = work.TeamShare
    listed = select(func.json_each(json.dumps([*entries])).table_valued("value").c.value)
    statement = select(table.entry_id, table.worker_id, table.weight_milli).where(table.entry_id.in_(listed))
    found: dict[int, list[TeamShare]] = defaultdict(list)
    for entry_id, worker_id, weight in span.rows(statement.order_by(table.position, table.worker_id), table):
        found[entry_id].append(TeamShare(worker_id, weight))
    return found


def _items(span: MonthSpan, rows: Iterable[AnyRow]) -> tuple[Mapping[_Key, int], tuple[PieceItem, ...]]:
    """Process and grade of every price and entry (the first two columns of ``rows``) by a number of their own, with
    the names people know them by.
    """
    process, product = goods.Process, goods.Product
    statement = select(process.id, process.name, product.name).join(
        product, (product.id == process.product_id) & (product.workshop_id == span.workshop_id)
    )
    own = statement.where(process.workshop_id == span.workshop_id)
    names = {row[0]: row[1:] for row in span.session.connection().execute(own)}
    numbers = {key: number for number, key in enumerate(sorted({row[:2] for row in rows}), 1)}
    items = tuple(PieceItem(n, names[key[0]][1], names[key[0]][0], key[1]) for key, n in numbers.items())
    return numbers, items
