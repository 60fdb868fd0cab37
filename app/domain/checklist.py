"""The check list before locking (RULES 6): problems, which block it, and warnings, each with worker and place."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from app.domain import identity_number
from app.domain.bounds import MOST_GROSS_FEN, most_yuan
from app.domain.calendar import month_ends
from app.domain.deductions import month_social
from app.domain.messages.payroll import LINE_TITLES
from app.domain.messages.terms import festival_of, term_of
from app.domain.messages.text import Twofold, listing
from app.domain.money import decimal_text, half_up, yuan
from app.domain.payroll_draft import Finding, LineCode, Slip
from app.domain.payroll_input import Mark, MonthInput, PayTerms, TeamEntry, WorkerInput
from app.domain.percent import changed_much
from app.domain.periods import HALF_DAY, by_number
from app.domain.pieces import PieceMonth
from app.domain.terms import Span, spans
from app.domain.vocabulary import AdjustmentKind, Basis, MarkKind, PayPeriod, Relation, RunKind, TimeKind
from app.domain.worktime import Employment, WorkTime

_AWAY = {MarkKind.UNPAID, MarkKind.ABSENT, MarkKind.SICK, MarkKind.PAID, MarkKind.INJURY}
_ENOUGH_PAID = 5
_TIMES_OTHERS = 5
_ON_WAGES = frozenset({Relation.FULL_TIME, Relation.PART_TIME})
_OWED = {
    LineCode.DAMAGE: Twofold("赔偿", "damage"),
    LineCode.OTHER: Twofold("其他扣款", "other deductions"),
    LineCode.ADVANCE: Twofold("预支", "advances"),
}
"""What debts are called within a sentence."""
_EXTRA = (TimeKind.OVERTIME, TimeKind.REST_DAY, TimeKind.STATUTORY)


@dataclass(frozen=True, slots=True)
class Case:
    """All the check list looks at of one worker.

    ``time`` is what the run pays, ``hours`` the time of the employment up to its end, ``spans`` the days paid by one
    rate each; ``earlier`` are the marks of the first week's days before the month; ``unpriced`` item titles and dates
    without a price; ``…_short_fen`` what was due and found no room.
    """

    worker: WorkerInput
    terms: PayTerms
    employed: Employment
    time: WorkTime
    slip: Slip
    earlier: tuple[Mark, ...]
    piece_days: Mapping[TimeKind, AbstractSet[date]]
    unpriced: tuple[tuple[str, date], ...]
    cuts: tuple[tuple[LineCode, int], ...]
    hours: WorkTime
    spans: tuple[Span, ...]
    damage_short_fen: int = 0
    advance_short_fen: int = 0


def finding(code: str, worker: WorkerInput, day: date | None = None, /, **params: object) -> Finding:
    """An item of the check list about one worker."""
    return Finding(code, worker.worker_id, worker.no, worker.name, day, params)


def listed(days: Iterable[date]) -> Twofold:
    """Dates as a person reads them, at most the first six."""
    ordered = sorted(set(days))
    return listing((f"{day:%m-%d}" for day in ordered[:6]), "…" if len(ordered) > 6 else "")


def line_word(code: LineCode) -> Twofold:
    """What a line of a slip is called, in either language."""
    return Twofold(*LINE_TITLES[code.value])


# ---------------------------------------------------------------- problems


def month_problems(month: MonthInput, cases: Iterable[Case]) -> Iterator[Finding]:
    """What is missing for the whole workshop."""
    relations = {case.terms.relation for case in cases}
    if Relation.FULL_TIME in relations and month.workshop.month_minimum_fen is None:
        yield Finding("minimum_missing")
    if Relation.PART_TIME in relations and month.workshop.hour_minimum_fen is None:
        yield Finding("hour_minimum_missing")
    for disputed in month.disputed_months:
        yield Finding("month_disputed", params={"disputed": disputed})


def unshared_entries(entries: Iterable[TeamEntry]) -> Iterator[Finding]:
    """Team entries whose amount nobody would get."""
    for entry in entries:
        yield Finding("team_not_shared", day=entry.day)


def unpaid_pieces(pieces: PieceMonth, titles: Mapping[int, str], cases: Iterable[Case]) -> Iterator[Finding]:
    """Pieces at a price of 0, by process and the day it begins: meant so, or a price not yet agreed."""
    paid = [case.worker for case in cases]
    for (item_id, since), made in sorted(pieces.free.items(), key=lambda one: (titles[one[0][0]], one[0][1])):
        theirs = [(worker, made[worker.worker_id]) for worker in paid if worker.worker_id in made]
        if theirs:
            told = listing(f"{worker.no} {worker.name} {decimal_text(count, 3)}" for worker, count in theirs)
            yield Finding("piece_price_zero", params={"item": titles[item_id], "since": since, "pieces": told})


def problems(case: Case, month: MonthInput) -> Iterator[Finding]:
    """What blocks locking about one worker."""
    worker = case.worker
    if case.time.missing:
        days = case.time.missing
        yield finding("day_not_filled", worker, days[0], count=len(days), days=listed(days))
    by_item: dict[str, list[date]] = defaultdict(list)
    for title, day in case.unpriced:
        by_item[title].append(day)
    for title, dates in sorted(by_item.items()):
        yield finding("piece_without_price", worker, min(dates), item=title, days=listed(dates))
    yield from _terms_problems(case, month)
    yield from _absurd_gross(case)
    if worker.covered:
        yield finding("opening_overlaps", worker, opening=worker.opening.months, covered=worker.covered)
    if worker.opening_twice_fen:
        yield finding("opening_debts_twice", worker, amount=yuan(worker.opening_twice_fen))


def month_gross(case: Case) -> int:
    """A worker's gross of the month in fen: this slip's and that of the slips that stand already."""
    return case.slip.gross_fen + sum(slip.gross_fen for slip in case.worker.standing)


def _absurd_gross(case: Case) -> Iterator[Finding]:
    """Pay no wage rule knows, wherever its records came from; names the largest line."""
    gross = month_gross(case)
    if gross > MOST_GROSS_FEN and case.slip.lines:
        most = max(case.slip.lines, key=lambda line: line.amount_fen)
        yield finding(
            "gross_absurd",
            case.worker,
            gross=yuan(gross, grouped=True),
            most=most_yuan(MOST_GROSS_FEN),
            item=line_word(most.code),
            amount=yuan(most.amount_fen, grouped=True),
        )


def _terms_problems(case: Case, month: MonthInput) -> Iterator[Finding]:
    """Terms that cannot be paid by: two relations in a month, social insurance without rates, and rates."""
    until = case.slip.period_to or case.employed.last
    parts = spans(case.worker.terms, case.employed.first, until) if len(case.worker.terms) > 1 else ()
    for before, span in pairwise(parts):
        if before.terms.relation is not span.terms.relation:
            yield finding("relation_changes_inside_month", case.worker, span.first)
    if case.terms.social_base_fen > 0 and case.terms.relation in _ON_WAGES and month.social is None:
        yield finding("social_pack_missing", case.worker)
    said = set()
    for span in case.spans:
        for row in _rate_problems(case.worker, span.terms, month.workshop.hour_minimum_fen):
            if row.kind not in said:
                said.add(row.kind)
                yield row


def _rate_problems(worker: WorkerInput, terms: PayTerms, hour_minimum_fen: int | None) -> Iterator[Finding]:
    """Rates that cannot be paid by: none where one is needed, or below the hourly minimum (part-time)."""
    part_time = terms.relation is Relation.PART_TIME
    if part_time and terms.basis in {Basis.MONTHLY, Basis.DAILY}:
        yield finding("part_time_not_hourly", worker, basis=term_of(terms.basis))
    elif part_time and terms.basis is Basis.HOURLY and terms.rate_fen < (hour_minimum_fen or 0):
        minimum = yuan(hour_minimum_fen or 0)
        yield finding("hourly_below_minimum", worker, rate=yuan(terms.rate_fen), minimum=minimum)
    employee = part_time or terms.relation is Relation.FULL_TIME
    if employee and terms.basis is not Basis.PIECE and terms.rate_fen <= 0:
        yield finding("rate_missing", worker, basis=term_of(terms.basis))


def unemployed_records(month: MonthInput, employed: AbstractSet[int]) -> Iterator[Finding]:
    """Pieces and additions or deductions of workers not employed in the month: they would be lost unseen."""
    pieces, additions = Twofold("计件", "piece entries"), Twofold("增减", "additions or deductions")
    what: dict[int, str] = dict.fromkeys((row.worker_id for row in month.adjustments), additions)
    what |= dict.fromkeys((share.worker_id for entry in month.teams for share in entry.shares), pieces)
    what |= dict.fromkeys((entry.worker_id for entry in month.pieces), pieces)
    known = {worker.worker_id: worker for worker in month.workers}
    for worker_id in sorted(what.keys() - employed):
        worker = known.get(worker_id)
        no, name = (worker.no, worker.name) if worker else (str(worker_id), "")
        yield Finding("record_without_employment", worker_id, no, name, None, {"what": what[worker_id]})


def unpaid_advances(month: MonthInput, paid: AbstractSet[int]) -> Iterator[Finding]:
    """Advances of workers whom this run does not pay: a later month may take them, or nobody."""
    known = {worker.worker_id: worker for worker in month.workers}
    owed: dict[int, int] = defaultdict(int)
    for advance in month.advances:
        owed[advance.worker_id] += advance.amount_fen
    for worker_id in sorted(owed.keys() & known.keys() - paid):
        worker = known[worker_id]
        taken = sum(slip.advance_fen for slip in worker.standing)
        left = min(owed[worker_id], worker.advance_brought_fen + owed[worker_id] - taken) if taken else owed[worker_id]
        if left > 0:
            yield finding("advance_without_wages", worker, amount=yuan(left))


def debts_not_asked(month: MonthInput, paid: AbstractSet[int]) -> Iterator[Finding]:
    """What people whom no run of the month pays owe from before it: nobody is asked for it."""
    plans: dict[tuple[int, AdjustmentKind], int] = defaultdict(int)
    for plan in month.instalments:
        plans[plan.worker_id, plan.kind] += plan.due_fen + plan.later_fen
    for worker in sorted(month.workers, key=lambda row: (by_number(row.no), row.worker_id)):
        if worker.worker_id in paid or worker.standing:
            continue
        damage = plans[worker.worker_id, AdjustmentKind.DAMAGE]
        other = plans[worker.worker_id, AdjustmentKind.OTHER]
        owed = (
            (LineCode.DAMAGE, worker.damage_brought_fen + worker.damage_later_fen + damage),
            (LineCode.OTHER, worker.other_plan_fen + worker.other_later_fen + other),
            (LineCode.ADVANCE, worker.advance_brought_fen + worker.advance_later_fen),
        )
        for code, fen in owed:
            if fen > 0:
                yield finding("debt_not_asked", worker, item=_OWED[code], amount=yuan(fen))


# ---------------------------------------------------------------- warnings


def month_warnings(month: MonthInput, cases: Iterable[Case]) -> Iterator[Finding]:
    """What is doubtful for the whole month."""
    yield from _below_pack(month, {case.terms.relation for case in cases})
    if month.calendar.provisional:
        yield Finding("calendar_provisional", params={"year": month.calendar.first.year})
    for day, name in month.calendar.half_days:
        yield Finding("half_day", day=day, params={"festival": festival_of(name)})
    if not month.workshop.pays_holidays:
        yield Finding("holiday_not_paid")


def _below_pack(month: MonthInput, relations: AbstractSet[Relation]) -> Iterator[Finding]:
    """The workshop's own minimum wages where they lie below the region's (最低工资规定 5)."""
    pack, shop = month.region_minimum, month.workshop
    if pack is None:
        return
    pairs = (
        (Relation.FULL_TIME, "月", shop.month_minimum_fen, pack.monthly_fen),
        (Relation.PART_TIME, "小时", shop.hour_minimum_fen, pack.hourly_fen),
    )
    for relation, kind, ours, theirs in pairs:
        if relation in relations and ours is not None and ours < theirs:
            yield Finding("minimum_below_pack", params={"kind": term_of(kind), "set": yuan(ours), "pack": yuan(theirs)})


def warnings(case: Case, month: MonthInput) -> Iterator[Finding]:
    """The rest of the check list about one worker, but for his hours (``app.domain.hours_check``)."""
    yield from _person(case.worker)
    yield from _unused_terms(case)
    yield from _piece_warnings(case)
    yield from _social_once(case, month)
    yield from _amounts(case)
    yield from _against_last_month(case, month.kind)
    if len(case.spans) > 1:
        yield finding("terms_changed", case.worker, case.spans[-1].first)
    half = case.terms.period is PayPeriod.HALF_MONTH and case.terms.relation is Relation.PART_TIME
    reaches = case.employed.first.day <= HALF_DAY < case.employed.last.day
    if half and reaches and month.kind is RunKind.REGULAR and not case.worker.standing:
        yield finding("half_month_unpaid", case.worker)


def _person(worker: WorkerInput) -> Iterator[Finding]:
    """What papers and declarations will lack; forms and books refuse a number that is no ID number (GB 11643), records
    of another device or an earlier program may hold one.
    """
    fields = (
        ("id_missing", worker.id_number),
        ("phone_missing", worker.phone),
        ("account_missing", worker.bank_account),
    )
    for kind, value in fields:
        if not value:
            yield finding(kind, worker)
    if worker.id_number and identity_number.fault(worker.id_number):
        yield finding("id_wrong", worker, value=identity_number.masked(worker.id_number))


def _unused_terms(case: Case) -> Iterator[Finding]:
    """Pay terms that pay nothing for time (RULES 4): services by day or hour, part-time by the piece."""
    basis = case.terms.basis
    if case.terms.relation in {Relation.SERVICES, Relation.HOME} and basis is not Basis.PIECE:
        yield finding("rate_not_used", case.worker, relation=term_of(case.terms.relation), basis=term_of(basis))
    if case.terms.relation is Relation.PART_TIME and basis is Basis.PIECE:
        yield finding("part_time_by_piece", case.worker)


def same_numbers(cases: Iterable[Case]) -> Iterator[Finding]:
    """Workers of one month who share an ID number."""
    holders: dict[str, list[WorkerInput]] = defaultdict(list)
    for case in cases:
        if case.worker.id_number:
            holders[case.worker.id_number].append(case.worker)
    for workers in holders.values():
        for worker in workers[1:]:
            others = listing(f"{other.no} {other.name}" for other in workers if other is not worker)
            yield finding("id_duplicate", worker, others=others)


def above_others(cases: Iterable[Case]) -> Iterator[Finding]:
    """Who has more than five times the median of the others paid this month, where at least five are paid.

    It looks at the first month too, which no month before can be compared with.
    """
    paid = [(gross, case) for case in cases if (gross := month_gross(case)) > 0]
    sums = sorted(gross for gross, _ in paid)
    for gross, case in paid if len(paid) >= _ENOUGH_PAID else ():
        own, count = bisect_left(sums, gross), len(sums) - 1
        twice = sum(sums[at + (at >= own)] for at in ((count - 1) // 2, count // 2))  # the others' median, doubled
        if gross <= MOST_GROSS_FEN and gross * 2 > twice * _TIMES_OTHERS:
            median = yuan(half_up(twice, 2), grouped=True)
            yield finding("gross_above_others", case.worker, gross=yuan(gross, grouped=True), median=median)


def days_to_come(month: str, kind: RunKind, today: date) -> Iterator[Finding]:
    """Days a run pays that are still to come: what is noted for them later is missing. Never blocks.

    Only of the month's run and its first half; a settlement ends with the employment, a correction comes afterwards.
    """
    first, last = month_ends(month)
    if kind is RunKind.FIRST_HALF:
        last = first.replace(day=HALF_DAY)
    if kind in (RunKind.REGULAR, RunKind.FIRST_HALF) and today < last:
        left = (last - max(today, first - timedelta(days=1))).days
        yield Finding("month_not_over", params={"last": last, "today": today, "left": left})


def not_begun(month: str, kind: RunKind, today: date) -> Iterator[Finding]:
    """A month's run or first half of which not one day has come: it can only be another month's, or the PC's date."""
    first = month_ends(month)[0]
    if kind in (RunKind.REGULAR, RunKind.FIRST_HALF) and today < first:
        yield Finding("month_not_begun", params={"month": month, "first": first, "today": today})


def _piece_warnings(case: Case) -> Iterator[Finding]:
    """Hours and piece entries that do not fit each other (RULES 4, check list)."""
    by_piece = [span for span in case.spans if span.by_piece]
    if by_piece:
        hours = {(day, kind) for day, kind, _ in case.time.extra_days}
        entries = {(day, kind) for kind in _EXTRA for day in case.piece_days.get(kind, ())}
        if len(by_piece) < len(case.spans):
            hours = {one for one in hours if any(span.first <= one[0] <= span.last for span in by_piece)}
            entries = {one for one in entries if any(span.first <= one[0] <= span.last for span in by_piece)}
        for day, kind in sorted(hours - entries):
            yield finding("hours_without_piece", case.worker, day, kind=term_of(kind))
        for day, kind in sorted(entries - hours):
            yield finding("piece_without_hours", case.worker, day, kind=term_of(kind))
    away = {day: mark.kind for mark in case.time.marks if mark.kind in _AWAY for day in mark.days}
    made = set().union(*case.piece_days.values())
    for day in sorted(made & away.keys()):
        yield finding("piece_on_absent_day", case.worker, day, mark=term_of(away[day]))
    outside = [day for day in made if not case.employed.first <= day <= case.employed.last]
    if outside:
        yield finding("piece_outside_employment", case.worker, min(outside), days=listed(outside))


def _social_once(case: Case, month: MonthInput) -> Iterator[Finding]:
    """Social insurance taken in another row of the person is not taken again (社会保险法 60: by the month)."""
    worker = case.worker
    if worker.social_elsewhere_fen and month_social(case.terms, month.social):
        elsewhere, here = yuan(worker.elsewhere.social_fen), yuan(case.slip.social_fen)
        yield finding("social_elsewhere", worker, elsewhere=elsewhere, here=here)


def _amounts(case: Case) -> Iterator[Finding]:
    slip, worker = case.slip, case.worker
    for line in slip.lines:
        if line.code is LineCode.MINIMUM_TOP_UP:
            yield finding("minimum_top_up", worker, amount=yuan(line.amount_fen))
    taken: dict[LineCode, int] = defaultdict(int)
    for line in slip.deductions:
        taken[line.code] -= line.amount_fen
    if slip.gross_fen > 0 and slip.net_fen == 0:
        most = max(taken, key=lambda code: taken[code])
        item = line_word(most)
        yield finding("net_zero", worker, gross=yuan(slip.gross_fen), item=item, amount=yuan(taken[most]))
    cuts: dict[LineCode, int] = defaultdict(int)
    for code, fen in case.cuts:
        cuts[code] += fen
    for code, cut in cuts.items():
        yield finding("deduction_cut", worker, item=line_word(code), asked=yuan(taken[code] + cut), cut=yuan(cut))
    carried = (("damage_carried", LineCode.DAMAGE, case.damage_short_fen),
               ("advance_carried", LineCode.ADVANCE, case.advance_short_fen))  # fmt: skip
    for kind, code, fen in carried:
        if fen > 0:
            yield finding(kind, worker, amount=yuan(fen))
        elif fen < 0:
            yield finding("balance_negative", worker, item=line_word(code), amount=yuan(fen))


def _against_last_month(case: Case, kind: RunKind) -> Iterator[Finding]:
    """A month's gross 30 % or more off the last one's; all its slips count, half a month is not compared."""
    last = case.worker.last_gross_fen
    if last is None or kind is RunKind.FIRST_HALF:
        return
    gross = month_gross(case)
    if changed_much(gross, last):
        yield finding("gross_changed", case.worker, gross=yuan(gross), last=yuan(last))
