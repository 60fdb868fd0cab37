"""Earnings paid by time: base, absence, leave, statutory days, overtime and sick pay (RULES 4).

Each line is one exact rational product rounded once. Sources: Labour Law 44 and 51, Labour Contract Law 68 and 72,
1994 wage payment rule 13, labour ministry's opinions of 1995, 59 (sick pay).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.messages.payroll import TITLES
from app.domain.money import exact_text, half_up, yuan
from app.domain.payroll_draft import Line, LineCode, Unit
from app.domain.payroll_input import PayTerms, WorkshopTerms
from app.domain.percent import factor_text
from app.domain.rulepack import PayrollRules
from app.domain.vocabulary import Basis, Relation, TimeKind
from app.domain.worktime import DAY_MINUTES, WorkTime

WHOLE_BP = 10_000
_ORDER = {code: place for place, code in enumerate(LineCode)}


@dataclass(frozen=True, slots=True)
class Rate:
    """Pay for a unit of time: ``fen`` ÷ ``divisor_centi``/100 for each ``unit_minutes``; ``text`` as in a formula."""

    fen: int
    divisor_centi: int
    unit_minutes: int
    text: str

    def amount(self, minutes: int, factor_bp: int = WHOLE_BP) -> int:
        """Fen for so many minutes at a factor, rounded half up once."""
        return half_up(self.fen * minutes * factor_bp * 100, self.divisor_centi * self.unit_minutes * WHOLE_BP)


@dataclass(frozen=True, slots=True)
class PayCase:
    """One worker's month as the earnings see it, or a span of it with the month's other spans paid otherwise.

    ``days`` of ``of_days`` are the span's and the whole month's working and statutory days; both 0 for a month paid by
    one rate. ``left_fen`` is what other slips of the month leave of its salary, None where they paid nothing of it.
    """

    terms: PayTerms
    time: WorkTime
    workshop: WorkshopTerms
    rules: PayrollRules
    days: int = 0
    of_days: int = 0
    left_fen: int | None = None

    @property
    def minimum_fen(self) -> int:
        """The monthly minimum wage; 0 where the workshop has set none (a problem says so)."""
        return self.workshop.month_minimum_fen or 0

    @property
    def hour_rate(self) -> Rate:
        """What an hour is paid: monthly ÷ 174, daily ÷ 8, hourly as it is."""
        fen = self.terms.rate_fen
        if self.terms.basis is Basis.MONTHLY:
            divisor = self.rules.time.hour_divisor_centi
            return Rate(fen, divisor, 60, f"{yuan(fen)}÷{exact_text(divisor, 100)}")
        if self.terms.basis is Basis.DAILY:
            return Rate(fen, 800, 60, f"{yuan(fen)}÷8")
        return Rate(fen, 100, 60, yuan(fen))

    def at_most(self, fen: int) -> int:
        """An amount of a month, at most what the month's other slips leave of it."""
        return fen if self.left_fen is None else min(fen, self.left_fen)

    def day_rate(self, fen: int) -> Rate:
        """What a day of a monthly amount is paid: ÷ 21.75."""
        divisor = self.rules.time.day_divisor_centi
        return Rate(fen, divisor, DAY_MINUTES, f"{yuan(fen)}÷{exact_text(divisor, 100)}")


def time_line(
    code: LineCode, rate: Rate, minutes: int, kind: TimeKind | None = None, factor_bp: int = WHOLE_BP
) -> Line:
    """A line of hours at a rate and factor: ``2600.00÷174×13.5×150%=302.59``."""
    amount = rate.amount(minutes, factor_bp)
    factor = "" if factor_bp == WHOLE_BP else f"×{factor_text(factor_bp)}"
    formula = f"{rate.text}×{exact_text(minutes, 60)}{factor}={yuan(amount)}"
    title = TITLES[code] if kind in {None, TimeKind.NORMAL} else f"{TITLES[code]}({kind})"
    return Line(code, title, minutes, Unit.HOUR, rate.fen * 100, factor_bp, amount, formula, kind)


def day_line(code: LineCode, rate: Rate, days: int, hours: int = 0, factor_bp: int = WHOLE_BP) -> Line:
    """A line of whole days, each of ``hours`` of an hourly rate, or of a day's rate where 0."""
    amount = rate.amount(days * (hours * 60 or DAY_MINUTES), factor_bp)
    factor = "" if factor_bp == WHOLE_BP else f"×{factor_text(factor_bp)}"
    length = f"×{hours}" if hours else ""
    formula = f"{rate.text}{factor}{length}×{days}={yuan(amount)}"
    return Line(code, TITLES[code], days * DAY_MINUTES, Unit.DAY, rate.fen * 100, factor_bp, amount, formula)


def time_earnings(case: PayCase) -> list[Line]:
    """All lines paid by time, in the slip's order; none for 劳务 and 居家承揽."""
    if case.terms.relation is Relation.FULL_TIME:
        return [*_full_time(case), *sick_pay(case)]
    if case.terms.relation is Relation.PART_TIME and case.terms.basis is Basis.HOURLY:
        return list(_part_time(case))
    return []


def _full_time(case: PayCase) -> Iterator[Line]:
    if case.terms.basis is Basis.MONTHLY:
        yield from _monthly(case)
        yield from _overtime(case)
    elif case.terms.basis is Basis.PIECE:
        yield from _leave_days(case, case.day_rate(case.minimum_fen), 0)
    else:
        if case.time.normal:
            yield time_line(LineCode.BASE, case.hour_rate, case.time.normal)
        yield from _leave_days(case, case.hour_rate, 8)
        yield from _overtime(case)


def _monthly(case: PayCase) -> Iterator[Line]:
    """A whole month pays M less unpaid days, a partial one M ÷ 21.75 for each worked and statutory day, all its slips
    together at most M; the last slip of a whole month paid in parts what the others leave of it.
    """
    monthly, rate = case.terms.rate_fen, case.day_rate(case.terms.rate_fen)
    if case.time.whole_month:
        base = _share_of_month(case) if case.of_days else monthly if case.left_fen is None else case.left_fen
        if not case.of_days:
            text = yuan(monthly) if case.left_fen is None else f"{yuan(monthly)},除已付外{yuan(base)}"
            yield Line(LineCode.BASE, TITLES[LineCode.BASE], 1, Unit.MONTH, monthly * 100, WHOLE_BP, base, text)
        elif case.days:
            formula = f"{yuan(monthly)}×{case.days}÷{case.of_days}={yuan(base)}"
            quantity = case.days * DAY_MINUTES
            yield Line(LineCode.BASE, TITLES[LineCode.BASE], quantity, Unit.DAY, monthly * 100, WHOLE_BP, base, formula)
        if case.time.unpaid:
            yield _capped(LineCode.ABSENCE, rate, case.time.unpaid, -1, base)
    elif case.time.paid_span:
        yield _capped(LineCode.BASE, rate, case.time.paid_span, 1, case.at_most(monthly))


def _share_of_month(case: PayCase) -> int:
    """A span's part of a whole month's salary: its working and statutory days of the month's."""
    return half_up(case.terms.rate_fen * case.days, case.of_days)


def _capped(code: LineCode, rate: Rate, minutes: int, sign: int, most: int) -> Line:
    """Days of a monthly amount, at most ``most`` fen: the whole of it, or of a span's part."""
    exact = rate.amount(minutes)
    amount = sign * min(exact, most)
    formula = f"{'-' if sign < 0 else ''}{rate.text}×{exact_text(minutes, DAY_MINUTES)}={yuan(sign * exact)}"
    if exact > most:
        formula += f",以{yuan(most)}为限"
    return Line(code, TITLES[code], minutes, Unit.DAY, rate.fen * 100, WHOLE_BP, amount, formula)


def _leave_days(case: PayCase, rate: Rate, hours: int) -> Iterator[Line]:
    """Paid leave and, where the workshop pays them, statutory days."""
    if case.time.paid_days:
        yield day_line(LineCode.PAID_LEAVE, rate, case.time.paid_days, hours)
    if case.time.statutory_days and case.workshop.pays_holidays:
        yield day_line(LineCode.HOLIDAY, rate, case.time.statutory_days, hours)


def _extra_minutes(time: WorkTime) -> tuple[tuple[TimeKind, int], ...]:
    return (
        (TimeKind.OVERTIME, time.overtime),
        (TimeKind.REST_DAY, time.rest_day),
        (TimeKind.STATUTORY, time.statutory),
    )


def _overtime(case: PayCase) -> Iterator[Line]:
    """150 %, 200 %, 300 % (Labour Law 44), a line a kind."""
    for kind, minutes in _extra_minutes(case.time):
        if minutes:
            yield time_line(LineCode.OVERTIME, case.hour_rate, minutes, kind, case.rules.time.factors_bp[kind])


def sick_pay(case: PayCase) -> Iterator[Line]:
    """A share of the minimum wage for each day of sick leave (1995 opinions, 59)."""
    if case.time.sick_days:
        rate, share = case.day_rate(case.minimum_fen), case.rules.guards.sick_share_bp
        yield day_line(LineCode.SICK_PAY, rate, case.time.sick_days, 0, share)


def span_earnings(cases: Sequence[PayCase], labels: Sequence[str], whole: PayCase) -> list[Line]:
    """The lines of a month paid by several rates, each span's with its days in the label, in the slip's order.

    ``whole`` is the month's time together: sick pay depends on no rate. Monthly wages of a partial month pay together
    at most one month, by the spans' working and statutory days.
    """
    found = [
        line._replace(label=line.label + label)
        for case, label in zip(cases, labels, strict=True)
        for line in (_part_time(case) if case.terms.relation is Relation.PART_TIME else _full_time(case))
    ]
    found = _held_to_a_month(found, cases)
    found += sick_pay(whole) if whole.terms.relation is Relation.FULL_TIME else []
    return sorted(found, key=lambda line: _ORDER[line.code])


def _held_to_a_month(lines: list[Line], cases: Sequence[PayCase]) -> list[Line]:
    """The lines, the last base of a partial month cut where all bases by the month pay more than a month."""
    monthly = [case for case in cases if case.terms.basis is Basis.MONTHLY]
    days = sum(case.days for case in monthly)
    if not days or cases[0].time.whole_month or len(monthly) < len(cases):
        return lines
    most = cases[0].at_most(half_up(sum(case.terms.rate_fen * case.days for case in monthly), days))
    over = sum(line.amount_fen for line in lines if line.code is LineCode.BASE) - most
    if over <= 0:
        return lines
    place = max(number for number, line in enumerate(lines) if line.code is LineCode.BASE)
    amount = lines[place].amount_fen - over
    cut = lines[place]._replace(
        amount_fen=amount, formula=f"{lines[place].formula},合计以{yuan(most)}为限{yuan(amount)}"
    )
    return [*lines[:place], cut, *lines[place + 1 :]]


def _part_time(case: PayCase) -> Iterator[Line]:
    """Hours as agreed, no factor (Labour Contract Law 68 to 72); four hours for a day of paid leave."""
    for kind, minutes in ((TimeKind.NORMAL, case.time.normal), *_extra_minutes(case.time)):
        if minutes:
            yield time_line(LineCode.BASE, case.hour_rate, minutes, kind)
    if case.time.paid_days:
        hours = case.rules.time.part_time_day // 60
        yield day_line(LineCode.PAID_LEAVE, case.hour_rate, case.time.paid_days, hours)
