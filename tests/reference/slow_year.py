"""Months that follow one another, slowly: what each month hands to the next is written into the next book's 期初.

So the single month of ``slow_payroll`` stays as it is: after a month is locked, its sums become the openings of the
following one, as a person would copy them by hand. Shares no code with ``app/``.
"""

from tests.reference.slow_payroll import day_of, fen, number, slow_payroll

WAGES = ("全日制", "非全日制")
YEAR = ("期初月数", "期初累计收入", "期初累计专项扣除", "期初累计附加扣除", "期初累计已扣税")
BALANCES = {"期初预支余额": "carried_advance_fen", "期初赔偿余额": "carried_damage_fen"}


def slow_months(books):
    """The slips of each of ``books``, pairs of month and rows in their order, every month locked before the next."""
    found, opened, before = [], {}, []
    for month, book in books:
        if found and month.endswith("-01"):
            opened = {no: {**carried, **dict.fromkeys(YEAR)} for no, carried in opened.items()}
        late = {no: _late(book, no, before) for no in opened}
        rows = [row | _with_late(opened.get(row["编号"], row), late.get(row["编号"])) for row in book["工人"]]
        slips = slow_payroll(book | {"工人": rows}, month)
        found.append(slips)
        by_no = {slip["no"]: slip for slip in slips}
        opened = {row["编号"]: _opened(row, by_no.get(row["编号"])) for row in rows}
        before.append(month)
    return found


def _opened(row, slip):
    """What the next month opens with: the year with this month's wages added, and what this month carried on."""
    carried = {name: number(row.get(name)) for name in (*YEAR, *BALANCES)}
    if slip is None:
        return carried
    if row["用工形式"] in WAGES:
        month = (slip["gross_fen"], slip["social_fen"], fen(number(row.get("专项附加扣除"))), slip["tax_fen"])
        carried["期初月数"] += 1
        for name, amount in zip(YEAR[1:], month, strict=True):
            carried[name] += number(amount) / 100
    return carried | {name: number(slip[figure]) / 100 for name, figure in BALANCES.items()}


def _late(book, no, before):
    """Advances and damage of months locked already that only this book has, in yuan."""
    advances = [r["金额"] for r in book["预支"] if r["编号"] == no and f"{day_of(r['日期']):%Y-%m}" in before]
    damage = [r["金额"] for r in book["增减"] if r["编号"] == no and r["月份"] in before and r["类型"] == "赔偿扣款"]
    return {"期初预支余额": sum(map(number, advances)), "期初赔偿余额": sum(map(number, damage))}


def _with_late(opened, late):
    """A worker's 期初 columns with what came late."""
    columns = {name: opened.get(name) for name in (*YEAR, *BALANCES)}
    return columns | {name: number(columns[name]) + more for name, more in (late or {}).items()}
