"""Which of several debts a month's deduction went to, worked by hand."""

import pytest

from app.domain.pay_balance import Due, repaid

ADVANCE, SECOND = Due(1, "2026-09", 90_000, 30_000), Due(2, "2026-10", 50_000)


@pytest.mark.parametrize(
    ("dues", "taken", "found"),
    [
        ([ADVANCE], {}, {1: 0}),
        ([ADVANCE], {"2026-09": 30_000, "2026-10": 30_000}, {1: 60_000}),
        ([ADVANCE, SECOND], {"2026-09": 30_000, "2026-10": 80_000}, {1: 60_000, 2: 50_000}),
        ([ADVANCE, SECOND], {"2026-09": 30_000, "2026-10": 40_000}, {1: 60_000, 2: 10_000}),
        ([ADVANCE], {"2026-09": 0, "2026-10": 60_000}, {1: 60_000}),  # September's instalment was carried
        ([ADVANCE], {"2026-08": 30_000}, {1: 0}),  # taken before it was asked for: another's
        ([ADVANCE], {"2026-09": 30_000, "2026-10": -10_000}, {1: 20_000}),  # a correction gave back
        ([ADVANCE, SECOND], {"2026-10": 80_000, "2026-11": -60_000}, {1: 20_000, 2: 0}),
        ([ADVANCE], {"2026-09": 200_000}, {1: 90_000}),
    ],
)
def test_what_is_repaid(dues, taken, found):
    assert repaid(dues, taken) == found


def test_the_order_of_the_records_does_not_matter():
    taken = {"2026-09": 30_000, "2026-10": 45_000}
    assert repaid([SECOND, ADVANCE], taken) == repaid([ADVANCE, SECOND], taken)
