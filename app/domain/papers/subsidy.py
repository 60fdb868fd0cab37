"""The subsidy pack (奖补材料): roster, six months of wage proofs, contract list and ID list as one paper (RULES 7)."""

from dataclasses import dataclass
from datetime import date

from app.domain.ledger import LedgerData

MONTHS = 6


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A worker as the records hold him; household types only here, for the office that grants the subsidy."""

    no: str
    name: str
    sex: str
    nation: str
    id_number: str
    phone: str
    village: str
    household: str
    monitoring: str
    relation: str
    basis: str
    hired_on: str
    left_on: str
    terms_from: str


@dataclass(frozen=True, slots=True)
class SubsidyData:
    """A pack up to ``month``: people, and the ledgers of the locked runs of six months.

    ``settled`` are the months whose regular run is locked, ``unpaid`` those of whose wages something is still to be
    paid: a proof of payment is given of the others only.
    """

    unit: str
    credit_code: str
    region: str
    address: str
    leader: str
    phone: str
    month: str
    months: tuple[str, ...]
    issued_on: date
    prepared_by: str
    people: tuple[RosterRow, ...]
    ledgers: tuple[LedgerData, ...]
    settled: frozenset[str]
    unpaid: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Months whose regular run is not locked, whatever else is."""
        return tuple(month for month in self.months if month not in self.settled)


def months_up_to(month: str, count: int) -> tuple[str, ...]:
    """``count`` months, the last one ``month``."""
    year, number = (int(part) for part in month.split("-"))
    last = year * 12 + number - 1
    return tuple(f"{at // 12:04d}-{at % 12 + 1:02d}" for at in range(last - count + 1, last + 1))
