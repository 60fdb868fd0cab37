"""RULES 1 to 5 once more, slowly, with fractions of yuan, straight from workbook rows. Shares no code with ``app/``.

A book is ``{sheet: [row]}``, a row ``{heading: value}`` (工坊: one row of all properties), values as a person
typed them. ``slow_payroll(book, "2026-10")`` answers what ``payroll compute`` prints, with ``by_code`` for the lines.
"""

import calendar
import re
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import cache

import chinese_calendar
import holidays

F = Fraction

ORDER = {"正常": 1, "加班": F(3, 2), "休息日": 2, "法定": 3}
BANDS = [(36000, 3, 0), (144000, 10, 2520), (300000, 20, 16920), (420000, 25, 31920), (660000, 30, 52920),
         (960000, 35, 85920), (10**15, 45, 181920)]  # fmt: skip


def number(value):
    """A cell as an exact fraction; empty is nought."""
    return F(0) if value in (None, "") else F(str(value))


def fen(value):
    """Half up to fen, away from zero."""
    return -fen(-value) if value < 0 else (value * 100 + F(1, 2)).__floor__()


def day_of(value):
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return date(*map(int, re.split(r"[-/.]", value)))


@cache
def festivals(year):
    """Dates and names of a year's holidays, as one library knows them."""
    return holidays.country_holidays("CN", years=year, language="en_US")


def kind_of_day(day, local):
    """工, 休 or 法, from two libraries that know the notices and the festivals."""
    named = festivals(day.year).get(day, "")
    names = [name for name in named.split("; ") if name and "observed" not in name and "Day off" not in name]
    if names or local.get(day) == "是":
        return "法"
    return "休" if local.get(day) == "否" or is_off(day) else "工"


def is_off(day):
    """Weekend or day off by the yearly notice; weekends only where the notice is not out."""
    try:
        return chinese_calendar.is_holiday(day)
    except NotImplementedError:
        return day.weekday() > 4


def hours_of(text):
    """Normal and extra hours of a mark."""
    if text.startswith("加"):
        return F(0), F(text[1:])
    if text in ("√", "半"):
        return F({"√": 8, "半": 4}[text]), F(0)
    if re.match(r"\d", text):
        normal, extra = (text + "+0").split("+")[:2]
        return F(normal), F(extra)
    return F(0), F(0)


def reckon(marks, kinds, first, last):
    """Hours by kind and days of one worker; ``marks`` and ``kinds`` by date."""
    names = ("正常", "加班", "休息日", "法定", "worked", "unpaid", "leave", "sick", "statutory", "empty")
    t = dict.fromkeys(names, F(0))
    for day, kind in kinds.items():
        if not first <= day <= last:
            continue
        t["statutory"] += kind == "法"
        text = str(marks.get(day) or "")
        if not text:
            t["empty"] += kind == "工"
            continue
        normal, extra = hours_of(text)
        if kind == "法":
            t["法定"] += normal + extra
            continue
        t["正常"] += normal
        t["休息日" if kind == "休" else "加班"] += extra
        if kind == "工":
            t["worked"] += normal / 8 + (text in ("带薪", "伤"))
            t["leave"] += text in ("带薪", "伤")
            t["sick"] += text == "病"
            if text in ("假", "旷", "病"):
                t["unpaid"] += 1
            elif text == "半" or re.match(r"\d", text):
                t["unpaid"] += (8 - normal) / 8
    return t


def price_on(book, entry, day):
    """The yuan price in force, or None."""
    same = [
        (day_of(row["生效日期"]), number(row["单价"]))
        for row in book["单价"]
        if all((row.get(k) or "") == (entry.get(k) or "") for k in ("产品", "工序", "等级"))
        and day_of(row["生效日期"]) <= day
    ]
    return max(same)[1] if same else None


def pieces_of(book, month, no, factored):
    """Two lists of (kind, fen): own pieces by product, process, grade, price and kind, and shares of team entries.

    ``factored`` says of a day whether the kinds of its pieces have factors.
    """
    sums, shares, unpriced = {}, [], 0
    for entry in book["计件"]:
        day, names = day_of(entry["日期"]), re.split("[,，]", str(entry["编号"]))
        if f"{day:%Y-%m}" != month or no not in names:
            continue
        price, kind = price_on(book, entry, day), (entry.get("时段") or "正常") if factored(day) else "正常"
        quantity = number(entry.get("合格")) + number(entry.get("料废"))
        if price is None:
            unpriced += 1
        elif len(names) == 1:
            key = (entry["产品"], entry["工序"], entry.get("等级") or "", price, kind)
            sums[key] = sums.get(key, 0) + quantity
        else:
            weights = [F(w) for w in entry["分摊"].split(":")] if entry.get("分摊") else [F(1)] * len(names)
            shares.append((kind, F(share_out(fen(quantity * price), weights)[names.index(no)], 100)))
    own = [(key[4], fen(quantity * key[3] * ORDER[key[4]])) for key, quantity in sums.items() if quantity]
    return own, [(kind, fen(share * ORDER[kind])) for kind, share in shares], unpriced


def share_out(total, weights):
    """Largest remainder, one fen at a time to the greatest claim still open, the earlier name first."""
    exact = [F(total) * weight / sum(weights) for weight in weights]
    parts = [value.__floor__() for value in exact]
    while sum(parts) < total:
        place = max(range(len(parts)), key=lambda i: (exact[i] - parts[i], -i))
        parts[place] += 1
    return parts


def time_lines(worker, t, whole, shop):
    """(code, fen) of everything paid by time."""
    relation, basis, rate = worker["用工形式"], worker["计薪方式"], number(worker.get("标准"))
    minimum = number(shop["月最低工资"])
    lines = []
    if relation == "非全日制" and basis == "时薪":
        lines += [("base", fen(rate * t[kind])) for kind in ORDER]
        lines += [("paid_leave", fen(rate * 4 * t["leave"]))]
    if relation != "全日制":
        return lines
    hour = {"月薪": rate / 174, "日薪": rate / 8, "时薪": rate, "计件": None}[basis]
    if basis == "月薪" and whole:
        lines += [("base", fen(rate)), ("absence", -min(fen(rate * t["unpaid"] / F("21.75")), fen(rate)))]
    elif basis == "月薪":
        lines += [("base", min(fen(rate * (t["worked"] + t["statutory"]) / F("21.75")), fen(rate)))]
    else:
        day = minimum / F("21.75") if hour is None else hour * 8
        lines += [("base", fen((hour or 0) * t["正常"])), ("paid_leave", fen(day * t["leave"]))]
        lines += [("holiday", fen(day * t["statutory"]))] if shop.get("法定节假日计薪") != "否" else []
    lines += [("overtime", fen((hour or 0) * t[kind] * ORDER[kind])) for kind in ("加班", "休息日", "法定")]
    return [*lines, ("sick_pay", fen(minimum / F("21.75") * F("0.8") * t["sick"]))]


def floor_of(t, whole, shop):
    minimum, share = number(shop["月最低工资"]), (F("21.75") - t["unpaid"]) / F("21.75")
    if not whole:
        share = min(F(1), (t["worked"] + t["statutory"]) / F("21.75"))
    return fen(minimum * max(F(0), share))


def wages_tax(worker, income, social):
    """Cumulative withholding in fen; income and social of this month in fen."""
    total = number(worker.get("期初累计收入")) + F(income, 100)
    total -= number(worker.get("期初累计专项扣除")) + F(social, 100)
    total -= number(worker.get("期初累计附加扣除")) + number(worker.get("专项附加扣除"))
    total -= 60000 if worker.get("扣除方式") else 5000 * (number(worker.get("期初月数")) + 1)
    if total <= 0:
        return 0
    rate, quick = next((rate, quick) for top, rate, quick in BANDS if total <= top)
    return max(0, fen(total * rate / 100 - quick - number(worker.get("期初累计已扣税"))))


def services_tax(gross):
    yuan = F(gross, 100)
    taxable = max(F(0), yuan - 800) if yuan <= 4000 else yuan * F(4, 5)
    rate, quick = next(
        (r, q) for top, r, q in ((20000, 20, 0), (50000, 30, 2000), (10**15, 40, 7000)) if taxable <= top
    )
    return fen(taxable * rate / 100 - quick)


def asked(book, month, worker):
    """Other deductions, damage and advances due in the month with their openings, and what is due later; in fen."""
    no = worker["编号"]
    by_kind = {"其他扣款": 0, "赔偿扣款": fen(number(worker.get("期初赔偿余额"))), "补贴": 0, "特殊津贴": 0}
    for row in book["增减"]:
        if row["月份"] == month and row["编号"] == no:
            by_kind[row["类型"]] += fen(number(row["金额"]))
    advance = fen(number(worker.get("期初预支余额")))
    for row in book["预支"]:
        if f"{day_of(row['日期']):%Y-%m}" == month and row["编号"] == no:
            advance += fen(number(row["金额"]))
    later = dict.fromkeys(("其他扣款", "赔偿扣款", "预支"), 0)
    for kind, total, share, since in debts(book, no):
        whole, monthly = fen(number(total)), fen(number(share))
        later[kind] += whole - due(whole, monthly, since, month) if since <= month else 0
        if kind == "预支":
            advance += instalment(whole, monthly, since, month)
        else:
            by_kind[kind] += instalment(whole, monthly, since, month)
    return by_kind, advance, later


def debts(book, no):
    """(kind, total, monthly, first month) of a worker's advances in instalments and deduction plans."""
    for row in book.get("分期预支", ()):
        if row["编号"] == no:
            yield "预支", row["金额"], row["每月"], f"{day_of(row['日期']):%Y-%m}"
    for row in book.get("扣款计划", ()):
        if row["编号"] == no:
            yield row["类型"], row["总额"], row["每月"], row["起月"]


def slow_slip(book, month, worker, kinds):
    """One worker's month, or None for who is not employed in it."""
    shop, relation = book["工坊"][0], worker["用工形式"]
    days = sorted(kinds)
    hired = day_of(worker["入职日期"])
    left = day_of(worker["离职日期"]) if worker.get("离职日期") else days[-1]
    if hired > days[-1] or left < days[0]:
        return None
    leaves = bool(worker.get("离职日期")) and left <= days[-1]
    whole = hired <= days[0] and left >= days[-1]
    row = next((row for row in book["考勤"] if row["编号"] == worker["编号"]), {})
    marks = {day: row.get(str(day.day)) for day in days}
    if relation in ("劳务", "居家承揽"):
        marks, t = {}, reckon({}, {}, days[0], days[-1])
    else:
        t = reckon(marks, kinds, max(hired, days[0]), min(left, days[-1]))
    spans = spans_of(book, worker, max(hired, days[0]), min(left, days[-1]))
    now = spans[-1][2]
    own, team, unpriced = pieces_of(book, month, worker["编号"], lambda day: factors_on(spans, day))
    by_kind, advance_asked, later = asked(book, month, worker)
    if leaves:  # at the job's end all that is owed is due
        by_kind = {kind: amount + later.get(kind, 0) for kind, amount in by_kind.items()}
        advance_asked, later = advance_asked + later["预支"], dict.fromkeys(later, 0)
    lines = time_lines(now, t, whole, shop) if len(spans) == 1 else span_lines(spans, marks, kinds, whole, shop)
    lines += [("piece", f) for _, f in own] + [("team_piece", f) for _, f in team]
    lines += [("allowance", by_kind["补贴"]), ("special_allowance", by_kind["特殊津贴"])]
    lines += allowances(book, now, marks, kinds, whole, spans[-1][1])
    floor = floor_of(t, whole, shop) if relation == "全日制" else 0
    if relation == "全日制" and not t["empty"]:
        reached = sum(f for code, f in lines if code not in ("overtime", "special_allowance", "sick_pay"))
        reached -= sum(f for kind, f in own + team if kind != "正常")
        lines.append(("minimum_top_up", max(0, floor - reached)))
    result = net_of(now, lines, floor, by_kind, advance_asked)
    result["carried_damage_fen"] += later["赔偿扣款"]
    result["carried_advance_fen"] += later["预支"]
    hours = {kind: t[kind] for kind in ORDER}
    blocked = bool(t["empty"] or unpriced or any(too_low(terms, shop) for _, _, terms in spans))
    return {"no": worker["编号"], "name": worker["姓名"], "relation": relation, "hours": hours,
            "unpaid_days": t["unpaid"], "blocked": blocked, **result}  # fmt: skip


# ---------------------------------------------------------------- terms that change inside a month


def spans_of(book, worker, first, last):
    """(first day, last day, worker's row) of each basis and rate of some days; the row itself holds the first terms."""
    changes = [row for row in book.get("工资约定", ()) if row["编号"] == worker["编号"]]
    changes.sort(key=lambda row: day_of(row["生效日期"]))
    found = []
    for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
        begun = [row for row in changes if day_of(row["生效日期"]) <= day]
        now = worker | (begun[-1] if begun else {})
        if found and all(found[-1][2].get(name) == now.get(name) for name in ("计薪方式", "标准")):
            found[-1] = (found[-1][0], day, now)
        else:
            found.append((day, day, now))
    return found


def factors_on(spans, day):
    """Whether the kinds of a day's pieces have factors: full-time work by the piece on that day.

    A month of one basis is one thing, days outside the employment too; else such a day belongs to no basis.
    """
    own = [terms for first, last, terms in spans if len(spans) == 1 or first <= day <= last]
    return bool(own) and own[0]["用工形式"] == "全日制" and own[0]["计薪方式"] == "计件"


def span_lines(spans, marks, kinds, whole, shop):
    """(code, fen) of a month paid by several rates: each span's days by its own."""
    month = [day for day, kind in kinds.items() if kind != "休"]
    lines, caps = [], []
    for first, last, terms in spans:
        t = reckon(marks, kinds, first, last)
        own = dict_of(time_lines(terms, t | {"sick": F(0)}, False, shop))
        if terms["计薪方式"] == "月薪":
            rate, days = number(terms["标准"]), sum(1 for day in month if first <= day <= last)
            caps.append((rate * days, days))
        if terms["计薪方式"] == "月薪" and whole:
            own["base"] = fen(rate * days / len(month))
            own["absence"] = -min(fen(rate * t["unpaid"] / F("21.75")), own["base"])
        lines += own.items()
    if not whole and len(caps) == len(spans) and (days := sum(days for _, days in caps)):
        over = sum(f for code, f in lines if code == "base") - fen(sum(share for share, _ in caps) / days)
        lines.append(("base", -max(0, over)))
    sick = sum(reckon(marks, kinds, first, last)["sick"] for first, last, _ in spans)
    minimum = number(shop["月最低工资"]) / F("21.75")
    return [*lines, ("sick_pay", fen(minimum * F("0.8") * sick) if spans[0][2]["用工形式"] == "全日制" else 0)]


def dict_of(lines):
    found = {}
    for code, amount in lines:
        found[code] = found.get(code, 0) + amount
    return found


def allowances(book, worker, marks, kinds, whole, last):
    """(code, fen) of the allowances agreed by plan: 全勤, 出勤天, 每月; each plan pays for the days it holds."""
    found, month, on_wages = [], sorted(kinds), worker["用工形式"] in ("全日制", "非全日制")
    first = max(day_of(worker["入职日期"]), month[0])
    t = reckon(marks, kinds if on_wages else {}, first, last)
    days = sum(1 for kind in kinds.values() if kind != "休")
    for plan in book.get("补贴计划", ()):
        if plan["编号"] != worker["编号"] and not (plan["编号"] is None and on_wages):
            continue
        held = [day for day in month if day_of(plan["起"]) <= day and not (plan["止"] and day > day_of(plan["止"]))]
        amount = number(plan["金额"])
        share = amount * sum(1 for day in held if kinds[day] != "休") / days
        if plan["规则"] == "出勤天":
            paid = amount * sum(1 for day in held if first <= day <= last and there(marks.get(day)))
        elif plan["规则"] == "全勤":
            paid = share if whole and full(t, marks, kinds, worker["用工形式"]) else 0
        elif whole or not on_wages:
            paid = share
        else:
            own = reckon({day: marks.get(day) for day in held}, {day: kinds[day] for day in held}, first, last)
            paid = min(F(fen(share), 100), amount * (own["worked"] + own["statutory"]) / F("21.75"))
        found.append(("special_allowance" if plan["特殊"] else "allowance", fen(F(paid))))
    return found


def there(mark):
    """Whether a mark has any hours."""
    return bool(mark) and sum(hours_of(str(mark))) > 0


def full(t, marks, kinds, relation):
    """Nothing empty, nothing unpaid; for part-time work no working day of leave without pay."""
    if relation == "非全日制":
        return not t["empty"] and not any(
            kinds[day] == "工" and str(mark) in ("假", "旷", "病") for day, mark in marks.items()
        )
    return not t["empty"] and not t["unpaid"]


def due(total, monthly, since, month):
    """What of a debt is due up to a month: a monthly amount from its first month on; all of it where there is none."""
    begun = (int(month[:4]) - int(since[:4])) * 12 + int(month[5:]) - int(since[5:]) + 1
    if begun <= 0:
        return 0
    return min(total, monthly * begun) if monthly else total


def instalment(total, monthly, since, month):
    """What of a debt falls due in a month."""
    year, number_ = int(month[:4]), int(month[5:])
    before = f"{year}-{number_ - 1:02d}" if number_ > 1 else f"{year - 1}-12"
    return due(total, monthly, since, month) - due(total, monthly, since, before)


def social_shares(worker):
    """The worker's own share of each insurance, in fen: rate × base within its bounds, or the fixed amount.

    ``社保费率`` is (rates, floor, ceiling).
    """
    if not worker.get("社保基数"):
        return [fen(number(worker.get("社保个人")))]
    rates, floor, ceiling = worker["社保费率"]
    base = min(max(number(worker["社保基数"]), number(floor)), number(ceiling))
    return [fen(base * F(rate.rstrip("%")) / 100) for rate in rates.values()]


def too_low(worker, shop):
    return worker["用工形式"] == "非全日制" and number(worker.get("标准")) < number(shop["小时最低工资"])


def net_of(worker, lines, floor, by_kind, advance_asked):
    """From gross to net, each deduction at most what is left."""
    by_code = {}
    for code, amount in lines:
        by_code[code] = by_code.get(code, 0) + amount
    gross = left = sum(by_code.values())
    wages = worker["用工形式"] in ("全日制", "非全日制")
    social = 0
    for share in social_shares(worker) if wages else ():
        social += min(left - social, share)
    left -= social
    tax = min(left, wages_tax(worker, gross, social) if wages else services_tax(gross))
    left -= tax
    other = min(left, by_kind["其他扣款"])
    left -= other
    most = left
    if wages:
        most = min(left, gross // 5)
    if worker["用工形式"] == "全日制":
        most = max(0, min(most, gross - floor))
    damage = min(most, by_kind["赔偿扣款"])
    left -= damage
    advance = min(left, advance_asked)
    return {
        "by_code": {code: amount for code, amount in by_code.items() if amount},
        "gross_fen": gross,
        "social_fen": social,
        "tax_fen": tax,
        "damage_fen": damage,
        "carried_damage_fen": by_kind["赔偿扣款"] - damage,
        "other_fen": other,
        "advance_fen": advance,
        "carried_advance_fen": advance_asked - advance,
        "net_fen": left - advance,
    }


def slow_payroll(book, month):
    """Every worker of the month, in the order of the book."""
    year, number_ = map(int, month.split("-"))
    local = {day_of(row["日期"]): row["三倍"] for row in book["节假日"]}
    days = [date(year, number_, d + 1) for d in range(calendar.monthrange(year, number_)[1])]
    kinds = {day: kind_of_day(day, local) for day in days}
    slips = [slow_slip(book, month, worker, kinds) for worker in book["工人"]]
    return [slip for slip in slips if slip]
