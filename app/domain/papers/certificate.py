"""The wage certificate (收入证明) of one worker: months and amounts that were locked and paid, and no more."""

from dataclasses import dataclass
from datetime import date

from app.domain.money import half_up
from app.domain.refusal import Refusal


@dataclass(frozen=True, slots=True)
class CertifiedMonth:
    """A month's locked wages in fen; ``paid_fen`` is what was paid of the net and did not come back.

    ``is_whole``: nothing of the month is still to be locked, as of one whose first half only was.
    """

    month: str
    gross_fen: int
    social_fen: int
    tax_fen: int
    net_fen: int
    paid_fen: int
    is_whole: bool = True

    @property
    def other_fen(self) -> int:
        """What else lies between gross and net: other deductions, damage and advances.

        Negative where a correction found more paid than earned, which later wages pay back.
        """
        return self.gross_fen - self.social_fen - self.tax_fen - self.net_fen

    @property
    def is_paid(self) -> bool:
        """Whether the whole month's net was paid: only then does the month count.

        A net of 0 (all of the gross went into deductions) needs no payment: locked, the month counts with its gross
        and 0 paid, for wages set off lawfully are wages earned (工资支付暂行规定 15 and 16).
        """
        return self.is_whole and self.paid_fen >= self.net_fen


@dataclass(frozen=True, slots=True)
class CertificateData:
    """A certificate: who, since when, which months. ``earlier`` are employments before this one: first and last day."""

    unit: str
    credit_code: str
    address: str
    phone: str
    name: str
    no: str
    id_number: str
    relation: str
    hired_on: date
    left_on: date | None
    issued_on: date
    months: tuple[CertifiedMonth, ...]
    earlier: tuple[tuple[date, date], ...] = ()

    @property
    def counted(self) -> tuple[CertifiedMonth, ...]:
        """The months that were paid in full."""
        return tuple(one for one in self.months if one.is_paid)

    @property
    def gross_fen(self) -> int:
        """Gross of the counted months."""
        return sum(one.gross_fen for one in self.counted)

    @property
    def paid_fen(self) -> int:
        """What was paid in the counted months."""
        return sum(one.paid_fen for one in self.counted)

    @property
    def average_fen(self) -> int:
        """Paid a month on average of the counted months, rounded half up once."""
        return half_up(self.paid_fen, len(self.counted))


def require_paid(data: CertificateData) -> CertificateData:
    """The certificate itself; refuses ``certificate_nothing_paid`` where no month was locked and paid."""
    if not data.counted:
        raise Refusal("certificate_nothing_paid", no=data.no, name=data.name, months=len(data.months))
    return data
