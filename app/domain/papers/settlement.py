"""Settlement sheets: 加工费结算单 for home work (居家承揽), 劳务费结算单 for services, apart from wages (RULES 7)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.money import exact_text, price_text
from app.domain.papers.source import PaidSlip, Source, factor_suffix, is_plain_product, measure_text
from app.domain.payroll_draft import UNIT_SCALE, Line, Unit
from app.domain.refusal import Refusal
from app.domain.vocabulary import Relation

SHEET_TITLES: Mapping[Relation, str] = {Relation.HOME: "加工费结算单", Relation.SERVICES: "劳务费结算单"}
LINES_A_ROW = 12
"""Lines of print a row holds at most."""


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work delivered: item, quantity, price, amount in fen.

    ``how`` is the reckoning in a line of its own, without quantity and price, where the amount is more than their
    product: a share of team work.
    """

    item: str
    quantity: str
    price: str
    amount_fen: int
    how: str = ""

    @property
    def lines(self) -> int:
        """How many lines of print it takes."""
        return 2 if self.how else 1


@dataclass(frozen=True, slots=True)
class SettlementRow:
    """One worker, or a part of one whose lines fill more than a row; sums stand in the last part only."""

    no: str
    name: str
    id_number: str
    phone: str
    works: tuple[Work, ...]
    gross_fen: int = 0
    tax_fen: int = 0
    other_fen: int = 0
    net_fen: int = 0
    part: int = 1
    is_last: bool = True


@dataclass(frozen=True, slots=True)
class SettlementSum:
    """Sums of some rows, fen."""

    workers: int
    gross_fen: int
    tax_fen: int
    other_fen: int
    net_fen: int


@dataclass(frozen=True, slots=True)
class SettlementData:
    """The settlement sheets of a run by relation: home work first, then services; empty ones left out."""

    source: Source
    sheets: tuple[tuple[Relation, tuple[SettlementRow, ...]], ...]


def settlement_of(source: Source) -> SettlementData:
    """The sheets of a run; refuses ``settlement_empty`` where nobody works by contract."""
    made = []
    for relation in SHEET_TITLES:
        own = [one for one in source.slips if one.slip.relation is relation]
        if own:
            made.append((relation, tuple(row for one in own for row in _rows(one))))
    if not made:
        raise Refusal("settlement_empty", month=source.month)
    return SettlementData(source, tuple(made))


def _rows(paid: PaidSlip) -> Iterator[SettlementRow]:
    slip = paid.slip
    parts = _parts([_work(line) for line in slip.lines])
    who = (slip.no, slip.name, paid.id_number, paid.phone)
    for number, part in enumerate(parts, 1):
        if number < len(parts):
            yield SettlementRow(*who, part, part=number, is_last=False)
        else:
            other = slip.gross_fen - slip.tax_fen - slip.net_fen
            yield SettlementRow(*who, part, slip.gross_fen, slip.tax_fen, other, slip.net_fen, part=number)


def _parts(works: Iterable[Work]) -> list[tuple[Work, ...]]:
    """The works of a slip in rows of at most ``LINES_A_ROW`` lines of print; one empty row where there are none."""
    parts: list[list[Work]] = [[]]
    for work in works:
        if sum(one.lines for one in parts[-1]) + work.lines > LINES_A_ROW:
            parts.append([])
        parts[-1].append(work)
    return [tuple(part) for part in parts]


def _work(line: Line) -> Work:
    if line.unit is Unit.ITEM or not line.price_e4:
        return Work(line.label, "", "", line.amount_fen)
    if not is_plain_product(line):
        return Work(line.label, "", "", line.amount_fen, measure_text(line))
    quantity = f"{exact_text(line.quantity, UNIT_SCALE[line.unit])} {line.unit}"
    return Work(line.label, quantity, f"{price_text(line.price_e4)}{factor_suffix(line)}", line.amount_fen)


def sum_settlement(rows: tuple[SettlementRow, ...]) -> SettlementSum:
    """Sums of rows, the figures of the last parts and so of the same workers; ``gross_fen`` is of all their works."""
    return SettlementSum(
        workers=sum(row.is_last for row in rows),
        gross_fen=sum(row.gross_fen for row in rows),
        tax_fen=sum(row.tax_fen for row in rows),
        other_fen=sum(row.other_fen for row in rows),
        net_fen=sum(row.net_fen for row in rows),
    )
