"""The wage certificate counts what was paid, and nothing else."""

from datetime import date

import pytest

from app.domain.papers.certificate import CertificateData, CertifiedMonth, require_paid
from app.domain.papers.subsidy import months_up_to
from app.domain.refusal import Refusal


def certificate(*paid: int) -> CertificateData:
    """Months of net 100,000 fen each, of which so much was paid."""
    months = months_up_to("2026-10", len(paid))
    return CertificateData(
        unit="龙潭彝绣工坊",
        credit_code="",
        address="",
        phone="",
        name="阿依莫",
        no="01",
        id_number="513499199607200007",
        relation="全日制",
        hired_on=date(2025, 3, 1),
        left_on=None,
        issued_on=date(2026, 11, 12),
        months=tuple(
            CertifiedMonth(m, 120_000, 15_000, 5_000, 100_000, fen) for m, fen in zip(months, paid, strict=True)
        ),
    )


def test_only_months_paid_in_full_count() -> None:
    data = certificate(100_000, 99_999, 0, 100_000)
    assert [one.month for one in data.counted] == ["2026-07", "2026-10"]
    assert (data.paid_fen, data.gross_fen, data.average_fen) == (200_000, 240_000, 100_000)


@pytest.mark.parametrize(
    ("gross", "social", "tax", "net", "other"),
    [(336_278, 31_240, 0, 0, 305_038), (311_322, 48_050, 0, 329_408, -66_136), (150_000, 0, 9_050, 140_950, 0)],
)
def test_what_lies_between_gross_and_net_is_told(gross: int, social: int, tax: int, net: int, other: int) -> None:
    """All wages set off; a correction that found too much paid; nothing but tax."""
    assert CertifiedMonth("2026-10", gross, social, tax, net, net).other_fen == other


def test_nothing_paid_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        require_paid(certificate(0, 0))
    assert refused.value.code == "certificate_nothing_paid"


@pytest.mark.parametrize(
    ("month", "count", "first"), [("2026-10", 6, "2026-05"), ("2026-03", 6, "2025-10"), ("2026-12", 12, "2026-01")]
)
def test_months_reach_over_the_year(month: str, count: int, first: str) -> None:
    months = months_up_to(month, count)
    assert (months[0], months[-1], len(months)) == (first, month, count)
