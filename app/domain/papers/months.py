"""Sales month by month, as a paper: the figures and what the picture over them shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MonthSales:
    """A month (YYYY-MM): orders, pieces in 1/1000, amounts in fen."""

    month: str
    orders: int
    quantity_milli: int
    amount_fen: int
    returned_fen: int

    @property
    def net_fen(self) -> int:
        """Sold less returned, in fen."""
        return self.amount_fen - self.returned_fen


@dataclass(frozen=True, slots=True)
class MonthsData:
    """The paper: its title, the workshop, the day it was made (YYYY-MM-DD), the months oldest first."""

    title: str
    unit: str
    day: str
    months: tuple[MonthSales, ...]


def all_months(months: tuple[MonthSales, ...]) -> MonthSales:
    """The months together; an order counts in each month it has lines in."""
    return MonthSales(
        "",
        sum(one.orders for one in months),
        sum(one.quantity_milli for one in months),
        sum(one.amount_fen for one in months),
        sum(one.returned_fen for one in months),
    )
