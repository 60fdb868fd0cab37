"""Piece prices, lines and team entries."""

from datetime import date

import pytest

from app.domain.payroll_input import PieceEntry, PiecePrice, TeamEntry, TeamShare
from app.domain.pieces import PieceTerms, PriceBook, piece_lines, piece_month
from app.domain.vocabulary import TimeKind

FACTORS = {TimeKind.NORMAL: 10_000, TimeKind.OVERTIME: 15_000, TimeKind.REST_DAY: 20_000, TimeKind.STATUTORY: 30_000}
BOOK = PriceBook(
    [
        PiecePrice(1, date(2026, 10, 16), 70_808),
        PiecePrice(1, date(2025, 3, 1), 66_800),
        PiecePrice(2, date(2026, 10, 20), 12_720),
    ]
)
TITLES = {1: "挎包·刺绣·B", 2: "香包·填充"}
NORMAL, REST = TimeKind.NORMAL, TimeKind.REST_DAY


def day(number):
    return date(2026, 10, number)


def reckoned(pieces=(), teams=(), factored=()):
    return piece_month(pieces, teams, BOOK, TITLES, PieceTerms(dict.fromkeys(factored, FACTORS)))


@pytest.mark.parametrize(("number", "price"), [(1, 66_800), (15, 66_800), (16, 70_808), (31, 70_808)])
def test_the_price_in_force_on_the_date_counts(number, price):
    assert BOOK.price(1, [day(number)]) == price


def test_before_its_first_day_there_is_no_price():
    assert BOOK.price(2, [day(19)]) is None
    assert BOOK.price(3, [day(19)]) is None


def test_one_line_a_price_and_kind_rounded_once():
    pieces = [PieceEntry(7, (day(n),), 1, NORMAL, 3_000) for n in (1, 2, 16, 17)] + [
        PieceEntry(7, (day(3),), 1, REST, 1_000)
    ]
    month = reckoned(pieces, factored=[7])
    assert [(line.quantity, line.amount_fen, line.formula) for line in piece_lines(month.sums[7], TITLES, FACTORS)] == [
        (6_000, 4_008, "6×6.68=40.08"),
        (6_000, 4_248, "6×7.0808=42.48"),
        (1_000, 1_336, "1×6.68×200%=13.36"),
    ]


def test_days_between_which_the_price_stays_may_come_as_one_sum():
    one = reckoned([PieceEntry(7, (day(1), day(2)), 1, NORMAL, 6_000)])
    apart = reckoned([PieceEntry(7, (day(n),), 1, NORMAL, 3_000) for n in (1, 2)])
    assert (one.sums, one.days) == (apart.sums, apart.days)
    with pytest.raises(ValueError, match="several prices"):
        reckoned([PieceEntry(7, (day(15), day(16)), 1, NORMAL, 6_000)])


def test_for_others_every_entry_counts_as_normal():
    pieces = [PieceEntry(7, (day(3),), 1, kind, 1_000) for kind in TimeKind]
    month = reckoned(pieces)
    (line,) = piece_lines(month.sums[7], TITLES, None)
    assert (line.quantity, line.factor_bp, line.kind, line.amount_fen) == (4_000, 10_000, NORMAL, 2_672)
    assert month.days[7] == {kind: {day(3)} for kind in TimeKind}


def test_what_has_no_price_is_listed_and_not_paid():
    month = reckoned([PieceEntry(7, (day(19),), 2, NORMAL, 5_000)], [team(19, 2, 5_000, (7, 1), (8, 1))])
    assert not month.sums[7]
    assert {worker: len(rows) for worker, rows in month.unpriced.items()} == {7: 2, 8: 1}


def test_entries_that_pay_nothing_make_no_line():
    month = reckoned([PieceEntry(7, (day(3),), 1, NORMAL, 0)])
    assert piece_lines(month.sums[7], TITLES, None) == []


def team(number, item, payable, *shares, kind=NORMAL):
    return TeamEntry(
        number, day(number), item, kind, payable, tuple(TeamShare(w, int(weight * 1000)) for w, weight in shares)
    )


def amounts(month):
    return {worker: [line.amount_fen for line in lines] for worker, lines in month.team_lines.items()}


def test_a_team_entry_is_rounded_once_and_split_exactly():
    month = reckoned(teams=[team(31, 2, 83_000, (25, 7.5), (32, 6), (31, 4.25))])
    assert amounts(month) == {25: [4_461], 32: [3_569], 31: [2_528]}
    assert sum(sum(row) for row in amounts(month).values()) == 10_558
    assert month.team_lines[32][0].formula == "83×1.272=105.58,按7.5:6:4.25分得35.69"


def test_each_share_takes_its_own_worker_s_factor():
    month = reckoned(teams=[team(31, 2, 90_000, (7, 1), (29, 1), (1, 1), kind=REST)], factored=[7, 29])
    assert amounts(month) == {7: [7_632], 29: [7_632], 1: [3_816]}
    assert [month.team_lines[who][0].kind for who in (7, 1)] == [REST, NORMAL]


def test_a_team_entry_nobody_shares_is_told_apart():
    entry = team(31, 2, 90_000)
    assert reckoned(teams=[entry]).unshared == [entry]
