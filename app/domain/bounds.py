"""The most an amount may be, in a workbook as in a form: no rule of law, it catches a lost decimal point.

What is above is refused with the bound named, before it is on a payroll; a month's gross above ``MOST_GROSS_FEN``
blocks its lock, wherever the records came from.
"""

from collections.abc import Mapping

from app.domain.money import price_text, yuan
from app.domain.vocabulary import Basis

MOST_RATE_FEN: Mapping[Basis, int] = {Basis.MONTHLY: 10_000_000, Basis.DAILY: 500_000, Basis.HOURLY: 100_000}
"""The highest believable rate: 100,000 a month, 5,000 a day, 1,000 an hour."""
MOST_FEN = 100_000_000
"""The highest believable amount of one record: a million yuan."""
MOST_PRICE_E4 = 100_000_000
"""The highest believable piece price: 10,000 yuan."""
MOST_PIECES_MILLI = 1_000_000_000
"""The highest believable quantity of one entry: a million pieces."""
MOST_GROSS_FEN = 100_000_000
"""The highest believable gross of one worker's month: a million yuan."""


def most_pieces() -> str:
    """The highest quantity as a message names it: 1,000,000."""
    return f"{MOST_PIECES_MILLI // 1000:,}"


def most_yuan(fen: int) -> str:
    """A bound as a message names it: 1,000.00."""
    return yuan(fen, grouped=True)


def most_price() -> str:
    """The highest piece price as a message names it: 10000.00."""
    return price_text(MOST_PRICE_E4)
