"""Random months locked and paid with mistakes in the first of them, found later: after one correction of everybody the
first month sums up to the slow reference's month of the true book, and each year's tax to what fractions give.

A hundred and twenty years by `--torture` or `--all`, six in every run.
"""

import random
from collections import Counter, defaultdict

import pytest

from app.domain.vocabulary import PayMethod, RunKind
from app.services import payroll, payroll_life
from app.services.importing import import_book
from tests.reference.book_files import save_book
from tests.reference.made_books import lockable, make_book, next_book
from tests.reference.plain_reader import read_book
from tests.reference.slow_payroll import fen, number, services_tax, slow_payroll
from tests.reference.slow_tax import withheld

MONTHS = ("2026-07", "2026-08", "2026-09")
YEARS, ALWAYS = 120, 6
WAGES = ("全日制", "非全日制")


def mistaken(rng, book):
    """The book as it was first typed: marks of some days otherwise, some pieces forgotten, some amounts wrong."""
    rows = []
    for row in book["考勤"]:
        days = [title for title, mark in row.items() if title != "编号" and mark]
        wrong = rng.sample(days, min(len(days), rng.choice((0, 1, 3))))
        rows.append(row | {day: rng.choice(("√", "假", "8+2", "病")) for day in wrong})
    pieces = [row for row in book["计件"] if rng.random() < 0.9]
    amounts = [row | {"金额": rng.choice((row["金额"], "77.7"))} for row in book["增减"]]
    return book | {"考勤": rows, "计件": pieces, "增减": amounts}


def told(ctx, shop, folder, seed):
    """Three months locked and paid, the first by a mistaken book, and then corrected; answers its true book."""
    rng = random.Random(f"corrections {seed}")
    true = rows = lockable(make_book(rng, MONTHS[0], rng.randint(2, 10)))
    for month in MONTHS:
        rows = rows if month == MONTHS[0] else next_book(rng, rows, month)
        typed = mistaken(rng, rows) if month == MONTHS[0] else rows
        take(ctx, shop, save_book(rng, typed, month, folder / f"{month}.xlsx"), month)
        run = payroll_life.lock(ctx, shop, month)
        payroll_life.pay(ctx, shop, run.run_id, method=PayMethod.CASH)
    path = save_book(rng, true, MONTHS[0], folder / "true.xlsx")
    take(ctx, shop, path, MONTHS[0])
    everybody = [slip.no for slip in payroll.slips(ctx, shop, payroll.runs(ctx, shop)[0].run_id)]
    if payroll_life.draft(ctx, shop, MONTHS[0], RunKind.CORRECTION, everybody).slips:
        payroll_life.lock(ctx, shop, MONTHS[0], RunKind.CORRECTION, everybody, "按真实记录更正")
    return read_book(path)


def take(ctx, shop, path, month):
    assert import_book(ctx, shop, path, month).taken


def sums_of(ctx, shop):
    """By month and worker the lines' sums by code, and gross, social, additional, tax; and how each was taxed."""
    codes, sums, ways = defaultdict(Counter), defaultdict(Counter), defaultdict(set)
    for run in payroll.runs(ctx, shop):
        for slip in payroll.slips(ctx, shop, run.run_id):
            key = run.month, slip.no
            ways[slip.no].add((slip.relation, slip.tax_method))
            ways[slip.no] |= {"cut"} if 0 < slip.gross_fen - slip.social_fen <= slip.tax_fen else set()
            for line in slip.lines:
                codes[key][line.code.value] += line.amount_fen
            additional = slip.tax_basis.additional_fen if slip.tax_basis else 0
            figures = {"gross": slip.gross_fen, "social": slip.social_fen, "additional": additional}
            sums[key].update(figures | {"tax": slip.tax_fen, "net": slip.net_fen})
            assert slip.net_fen >= 0
            assert slip.carried_advance_fen >= 0
            assert slip.carried_damage_fen >= 0
    return codes, sums, ways


@pytest.mark.parametrize(
    "seed", [seed if seed < ALWAYS else pytest.param(seed, marks=pytest.mark.torture) for seed in range(YEARS)]
)
def test_a_corrected_month_is_the_clean_one_and_so_is_the_year_s_tax(ctx, shop, tmp_path, seed):
    book = told(ctx, shop, tmp_path, seed)
    codes, sums, ways = sums_of(ctx, shop)
    workers = {row["编号"]: row for row in book["工人"]}
    for slip in slow_payroll(book, MONTHS[0]):
        key = MONTHS[0], slip["no"]
        assert {code: amount for code, amount in codes[key].items() if amount} == slip["by_code"]
        assert (sums[key]["gross"], sums[key]["social"]) == (slip["gross_fen"], slip["social_fen"])
        if slip["relation"] in WAGES:
            check_year(workers[slip["no"]], sums, ways, slip["no"])
        else:
            assert sums[key]["tax"] == min(slip["gross_fen"], services_tax(slip["gross_fen"]))


def check_year(worker, sums, ways, no):
    """The tax of the year so far, of who was paid and taxed in one way all along."""
    rows = [sums[month, no] for month in MONTHS if (month, no) in sums]
    if len(ways[no]) > 1 or any(row["gross"] - row["social"] <= row["tax"] for row in rows):
        return  # another way, or the tax was cut by what was left
    names = ("期初累计收入", "期初累计专项扣除", "期初累计附加扣除", "期初累计已扣税")
    opening = (int(number(worker.get("期初月数"))), *(fen(number(worker.get(name))) for name in names))
    months = [(row["gross"], row["social"], row["additional"]) for row in rows]
    taxes = withheld(months, opening, at_once=bool(worker.get("扣除方式")))
    assert sum(taxes) == sum(row["tax"] for row in rows), no
