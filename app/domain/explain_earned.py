"""The records behind each line of earnings (RULES 4): marks by date, piece and team entries, additions, the floor.

Rows are found from the records anew, not from the line: that they count up to it is what the tests hold.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.allowances import day_lines, held_days, in_force, month_lines, present
from app.domain.attendance import ParsedMark, mark_text
from app.domain.checklist import Case, listed
from app.domain.explanation import Figure, Measure, Row, Said, Source, about_words, said
from app.domain.messages.payroll import TITLES
from app.domain.messages.terms import festival_of
from app.domain.minimum_wage import counted
from app.domain.money import decimal_text, half_up, price_text, split, yuan
from app.domain.paid_already import rest_text
from app.domain.payroll_cases import Sums, floor_of
from app.domain.payroll_draft import Line, LineCode, Unit
from app.domain.payroll_input import Allowance, Mark, MonthInput, PayTerms, PieceEntry, TeamEntry
from app.domain.percent import factor_text
from app.domain.periods import Hired
from app.domain.pieces import PriceBook
from app.domain.terms import Span
from app.domain.vocabulary import AllowanceRule, Basis, DayKind, MarkKind, Relation, TimeKind
from app.domain.worktime import DAY_MINUTES, Employment, WorkTime, reckon

_MEASURES = {Unit.DAY: Measure.DAYS, Unit.HOUR: Measure.HOURS, Unit.PIECE: Measure.PIECES}
_PAID = (MarkKind.PAID, MarkKind.INJURY)
_LEAVE = (MarkKind.UNPAID, MarkKind.ABSENT, MarkKind.SICK)
_HOURS = (MarkKind.WORK, MarkKind.HALF)
_KIND_ORDER = {kind: place for place, kind in enumerate(TimeKind)}
_MINIMUM = frozenset({LineCode.SICK_PAY})


@dataclass(frozen=True, slots=True)
class Records:
    """A worker's month as it was paid: the input, who was paid for which days, records by worker, and the slip."""

    month: MonthInput
    one: Hired
    sums: Sums
    case: Case
    book: PriceBook

    @property
    def worker_id(self) -> int:
        """Whose records."""
        return self.one.worker.worker_id


@dataclass(frozen=True, slots=True)
class _Paid:
    """The days a line of time pays, the marks reckoned, and the terms it pays them by."""

    time: WorkTime
    span: Employment
    terms: PayTerms
    split: bool


def line_name(line: Line) -> Said:
    """A line's name in either language, with what it is about (an item, an allowance's name, a time kind)."""
    title = said(f"line_{line.code}")
    about = line.label.removeprefix(TITLES[line.code]).strip()
    return said("explain_of", title=title, about=about_words(about)) if about else title


def earned(records: Records) -> tuple[Figure, ...]:
    """Each line of earnings with its rows, in the slip's order."""
    lines = records.case.slip.lines
    pieces = dict(zip(_places(lines, LineCode.PIECE), _piece_rows(records), strict=True))
    teams = dict(zip(_places(lines, LineCode.TEAM_PIECE), _team_rows(records), strict=True))
    found = []
    for place, line in enumerate(lines):
        if line.code is LineCode.PIECE:
            found.append(_figure(line, *pieces[place]))
        elif line.code is LineCode.TEAM_PIECE:
            found.append(_figure(line, *teams[place], Measure.FEN))
        elif line.code is LineCode.MINIMUM_TOP_UP:
            found.append(_figure(line, *_top_up(records, lines[:place]), Measure.FEN))
        elif line.code in (LineCode.ALLOWANCE, LineCode.SPECIAL_ALLOWANCE):
            found.append(_allowance(records, line))
        else:
            found.append(_timed(records, line))
    return tuple(found)


def _places(lines: Iterable[Line], code: LineCode) -> list[int]:
    return [place for place, line in enumerate(lines) if line.code is code]


def _figure(line: Line, rows: Iterable[Row], facts: Iterable[Said] = (), measure: Measure | None = None) -> Figure:
    kept = measure or _MEASURES.get(line.unit, Measure.FEN)
    total = line.amount_fen if kept is Measure.FEN else line.quantity
    return Figure(
        name=line_name(line),
        amount_fen=line.amount_fen,
        total=total,
        measure=kept,
        rows=tuple(rows),
        code=line.code,
        title=line.label,
        formula=line.formula,
        facts=tuple(facts),
    )


# ---------------------------------------------------------------- time


def terms_fact(terms: PayTerms) -> Said:
    """How a worker is paid and since when."""
    if terms.basis is Basis.PIECE:
        return said("explain_terms_pieces", since=terms.valid_from)
    basis = said(f"explain_basis_{terms.basis.name.lower()}")
    return said("explain_terms", basis=basis, rate=yuan(terms.rate_fen), since=terms.valid_from)


def _paid_by(records: Records, line: Line) -> _Paid:
    """What a line of time pays: a span of the month where its label names one, else all days of the run."""
    case, one = records.case, records.one
    for span in case.spans if len(case.spans) > 1 else ():
        if line.label.endswith(span.label):
            return _of_span(records, span)
    time = case.hours if line.code is LineCode.ABSENCE else case.time  # of the whole month, in its last slip
    return _Paid(time, one.period, one.terms, split=False)


def _of_span(records: Records, span: Span) -> _Paid:
    days = Employment(span.first, span.last, whole_month=False)
    marks = records.sums.marks.get(records.worker_id, ())
    return _Paid(reckon(marks, records.month.calendar, days), days, span.terms, split=True)


def _timed(records: Records, line: Line) -> Figure:
    paid = _paid_by(records, line)
    facts = [*_time_facts(records, line, paid)]
    if line.unit is Unit.MONTH:
        return _figure(line, [Row(said("explain_month_whole"), line.amount_fen, Source.TERMS)], facts)
    rows = _ROWS[line.code](records, line, paid)
    return _figure(line, sorted(rows, key=lambda row: row.day or date.min), facts)


def _time_facts(records: Records, line: Line, paid: _Paid) -> Iterator[Said]:
    on_minimum = line.code in _MINIMUM or (paid.terms.basis is Basis.PIECE and line.code is not LineCode.BASE)
    if on_minimum:
        yield said("explain_minimum", amount=yuan(records.month.workshop.month_minimum_fen or 0))
    else:
        yield terms_fact(paid.terms)
    if line.code is LineCode.OVERTIME and line.kind is not None:
        yield said("explain_factor", kind=_kind_word(line.kind), factor=factor_text(line.factor_bp))


def _kind_word(kind: TimeKind) -> Said:
    return said(f"explain_time_{kind.name.lower()}")


def _mark_word(mark: Mark) -> Said:
    written = mark_text(ParsedMark(mark.kind, mark.normal_minutes, mark.extra_minutes))
    return said(f"explain_mark_{mark.kind.name.lower()}", mark=written)


def _day_word(records: Records, day: date) -> Said:
    names = dict(records.month.calendar.names)
    kind = records.month.calendar.kind(day)
    if kind is DayKind.STATUTORY and day in names:
        return said("explain_holiday", name=festival_of(names[day]))
    return said(f"explain_day_{kind.name.lower()}")


def _marked(
    records: Records, time: WorkTime, minutes: Callable[[Mark, DayKind], int], per_day: int = 0
) -> Iterator[Row]:
    """A row for each marked day that counts, with its minutes, or ``per_day`` for each."""
    for mark in time.marks:
        for day in mark.days:
            kind = records.month.calendar.kind(day)
            if found := minutes(mark, kind):
                plain = kind is DayKind.WORKING
                words = (
                    said("explain_marked", mark=_mark_word(mark))
                    if plain
                    else said("explain_marked_on", day=_day_word(records, day), mark=_mark_word(mark))
                )
                yield Row(words, per_day or found, Source.MARK, day)


def _normal(mark: Mark, kind: DayKind) -> int:
    return 0 if kind is DayKind.STATUTORY else mark.normal_minutes


def _worked(mark: Mark, kind: DayKind) -> int:
    if kind is not DayKind.WORKING:
        return 0
    return mark.normal_minutes + (DAY_MINUTES if mark.kind in _PAID else 0)


def unpaid_minutes(mark: Mark, kind: DayKind) -> int:
    """The unpaid part of a marked day, in minutes of an 8-hour day."""
    if kind is not DayKind.WORKING:
        return 0
    if mark.kind in _HOURS:
        return DAY_MINUTES - mark.normal_minutes
    return DAY_MINUTES if mark.kind in _LEAVE else 0


def _leave(kinds: tuple[MarkKind, ...]) -> Callable[[Mark, DayKind], int]:
    return lambda mark, kind: DAY_MINUTES if kind is DayKind.WORKING and mark.kind in kinds else 0


def _extra(wanted: TimeKind) -> Callable[[Mark, DayKind], int]:
    """Minutes beyond normal time that count as a kind; on statutory days all hours are statutory."""
    day_kind = {
        TimeKind.OVERTIME: DayKind.WORKING,
        TimeKind.REST_DAY: DayKind.REST,
        TimeKind.STATUTORY: DayKind.STATUTORY,
    }[wanted]

    def minutes(mark: Mark, kind: DayKind) -> int:
        if kind is not day_kind:
            return 0
        return mark.extra_minutes + (mark.normal_minutes if kind is DayKind.STATUTORY else 0)

    return minutes


def _statutory(records: Records, days: Employment) -> Iterator[Row]:
    """The statutory days of an employment: paid without a mark."""
    for day in records.month.calendar.days():
        if days.first <= day <= days.last and records.month.calendar.kind(day) is DayKind.STATUTORY:
            yield Row(_day_word(records, day), DAY_MINUTES, Source.CALENDAR, day)


def _span_rows(records: Records, paid: _Paid) -> Iterator[Row]:
    """Worked and statutory days of a part of a month."""
    yield from _marked(records, paid.time, _worked)
    yield from _statutory(records, paid.span)


def _paid_days(records: Records, days: Employment) -> Iterator[Row]:
    """The working and statutory days of a part of a month."""
    for day in records.month.calendar.days():
        if days.first <= day <= days.last and records.month.calendar.kind(day) is not DayKind.REST:
            yield Row(_day_word(records, day), DAY_MINUTES, Source.CALENDAR, day)


def _base(records: Records, line: Line, paid: _Paid) -> Iterator[Row]:
    if line.unit is Unit.HOUR:
        kind = line.kind or TimeKind.NORMAL
        yield from _marked(records, paid.time, _normal if kind is TimeKind.NORMAL else _extra(kind))
    elif paid.split and records.case.time.whole_month:
        yield from _paid_days(records, paid.span)
    else:
        yield from _span_rows(records, paid)


def _overtime(records: Records, line: Line, paid: _Paid) -> Iterator[Row]:
    yield from _marked(records, paid.time, _extra(line.kind or TimeKind.OVERTIME))


_ROWS: Mapping[LineCode, Callable[[Records, Line, _Paid], Iterator[Row]]] = {
    LineCode.BASE: _base,
    LineCode.ABSENCE: lambda records, _, paid: _marked(records, paid.time, unpaid_minutes),
    LineCode.PAID_LEAVE: lambda records, _, paid: _marked(records, paid.time, _leave(_PAID)),
    LineCode.HOLIDAY: lambda records, _, paid: _statutory(records, paid.span),
    LineCode.OVERTIME: _overtime,
    LineCode.SICK_PAY: lambda records, _, paid: _marked(records, paid.time, _leave((MarkKind.SICK,))),
}


# ---------------------------------------------------------------- pieces

_Rows = tuple[list[Row], list[Said]]


def _piece_rows(records: Records) -> list[_Rows]:
    """The entries of each piece line, in the order of the lines."""
    entries: dict[tuple[str, int, int, int], list[PieceEntry]] = {}
    counts = _kinds_count(records)
    for entry in records.month.pieces:
        if entry.worker_id != records.worker_id or not entry.payable_milli or not records.one.in_window(entry.days[0]):
            continue
        price = records.book.price(entry.item_id, entry.days)
        if price is not None:
            kind = entry.kind if counts(entry.days[0]) else TimeKind.NORMAL
            key = (records.sums.titles[entry.item_id], entry.item_id, _KIND_ORDER[kind], price)
            entries.setdefault(key, []).append(entry)
    return [_entry_rows(records, entries[key]) for key in sorted(entries)]


def _kinds_count(records: Records) -> Callable[[date], bool]:
    """Whether the time kind's factor applies to what was made on a day (full-time by the piece only)."""
    spans = [(span.first, span.last) for span in records.one.spans if span.by_piece]
    if not spans:
        return lambda _: False
    if len(spans) == len(records.one.spans):
        return lambda _: True
    return lambda day: any(first <= day <= last for first, last in spans)


def _entry_rows(records: Records, entries: Iterable[PieceEntry]) -> _Rows:
    ordered = sorted(entries, key=lambda entry: (min(entry.days), entry.payable_milli))
    rows = []
    for entry in ordered:
        words = said("explain_pieces")
        if len(entry.days) > 1:
            words = said("explain_pieces_days", days=listed(entry.days))
        elif entry.kind is not TimeKind.NORMAL:
            words = said("explain_pieces_kind", kind=_kind_word(entry.kind))
        rows.append(Row(words, entry.payable_milli, Source.PIECE, min(entry.days)))
    return rows, [_price_fact(records, ordered[0].item_id, min(ordered[0].days))]


def _price_fact(records: Records, item_id: int, day: date) -> Said:
    since = max(row.valid_from for row in records.month.prices if row.item_id == item_id and row.valid_from <= day)
    price = records.book.price(item_id, (day,)) or 0
    return said("explain_price", price=price_text(price), since=since)


def _team_rows(records: Records) -> Iterator[_Rows]:
    """Each team entry the worker has a share of, in the order of the lines."""
    for entry in sorted(records.month.teams, key=lambda row: (row.day, row.entry_id)):
        price = records.book.price(entry.item_id, (entry.day,))
        if price is None or not entry.payable_milli or not sum(share.weight_milli for share in entry.shares):
            continue
        for place, share in enumerate(entry.shares):
            if share.worker_id == records.worker_id and records.one.in_window(entry.day):
                yield _shared(records, entry, price, place)


def _shared(records: Records, entry: TeamEntry, price: int, place: int) -> _Rows:
    """Who shared an entry by which weight; only the worker's own share counts."""
    whole = half_up(entry.payable_milli * price, 100_000)
    amounts = split(whole, [share.weight_milli for share in entry.shares])
    names = {worker.worker_id: f"{worker.no} {worker.name}" for worker in records.month.workers}
    factor = records.month.rules.time.factors_bp[entry.kind] if _kinds_count(records)(entry.day) else 10_000
    rows = []
    for at, (share, amount) in enumerate(zip(entry.shares, amounts, strict=True)):
        about = {"name": names.get(share.worker_id, ""), "weight": decimal_text(share.weight_milli, 3)}
        if at == place:
            own = half_up(amount * factor, 10_000)
            rows.append(Row(said("explain_team_own", **about), own, Source.TEAM, entry.day))
        else:
            rows.append(Row(said("explain_team_other", amount=yuan(amount), **about), 0, Source.TEAM, entry.day))
    quantity = decimal_text(entry.payable_milli, 3)
    item = records.sums.titles[entry.item_id]
    facts = [said("explain_team_whole", item=item, quantity=quantity, price=price_text(price), whole=yuan(whole))]
    facts.append(_price_fact(records, entry.item_id, entry.day))
    if factor != 10_000:
        facts.append(said("explain_factor", kind=_kind_word(entry.kind), factor=factor_text(factor)))
    return rows, facts


# ---------------------------------------------------------------- additions and the floor


def _allowance(records: Records, line: Line) -> Figure:
    for whole in records.sums.additions.get(records.worker_id, ()):
        if (was := _paid_before(line, whole)) is not None:
            name = line.label.removeprefix(TITLES[line.code]).strip()
            words = said("explain_adjustment", name=name) if name else said("explain_adjustment_bare")
            return _figure(line, [Row(words, whole.amount_fen, Source.ADJUSTMENT), *was])
    case, calendar, rules = records.case, records.month.calendar, records.month.rules.time
    for plan in in_force(records.sums.allowances, records.one, calendar):
        days = day_lines([plan], records.one, case.time, calendar)
        for whole in (*days, *month_lines([plan], records.one, case.hours, calendar, rules)):
            if (was := _paid_before(line, whole)) is not None:
                rows = _plan_rows(records, plan, whole)
                return _figure(line, [*rows, *(was if line.unit is not Unit.DAY else ())], [_plan_fact(plan)])
    return _figure(line, [])


def _paid_before(line: Line, whole: Line) -> list[Row] | None:
    """What other slips of the month paid of a line, as rows; None where it is not that line's rest."""
    was = whole.amount_fen - line.amount_fen
    if line == whole:
        return []
    rest = whole._replace(amount_fen=line.amount_fen, formula=f"{whole.formula}{rest_text(was, line.amount_fen)}")
    return [Row(said("explain_paid_before"), -was, Source.SLIP)] if line == rest else None


def _plan_fact(plan: Allowance) -> Said:
    codes = {AllowanceRule.DAY_PRESENT: "day", AllowanceRule.MONTH: "month"}
    code = f"explain_plan_{codes.get(plan.rule, 'full')}"
    return said(code, name=plan.name, amount=yuan(plan.amount_fen), since=plan.valid_from)


def _plan_rows(records: Records, plan: Allowance, line: Line) -> list[Row]:
    if line.unit is not Unit.DAY:
        return [Row(_plan_fact(plan), line.amount_fen, Source.PLAN)]
    one, case, calendar = records.one, records.case, records.month.calendar
    if plan.rule is AllowanceRule.DAY_PRESENT:
        there = frozenset(present(plan, case.time))
        rows = _marked(records, case.time, lambda mark, _: mark.normal_minutes + mark.extra_minutes, DAY_MINUTES)
        return sorted((row for row in rows if row.day in there), key=lambda row: row.day or date.min)
    if case.hours.whole_month:
        held = Employment(*held_days(plan, calendar.first, calendar.last), whole_month=False)
        return list(_paid_days(records, held))
    held = Employment(*held_days(plan, one.employed.first, one.employed.last), whole_month=False)
    time = reckon(case.hours.marks, calendar, held)
    rows = _span_rows(records, _Paid(time, held, one.terms, split=False))
    return sorted(rows, key=lambda row: row.day or date.min)


def floor_formula(records: Records) -> tuple[int, str]:
    """The minimum wage a full-time month must reach in fen and its formula; 0 for others."""
    if records.one.terms.relation is not Relation.FULL_TIME:
        return 0, ""
    return floor_of(records.month, records.one, records.case.hours)


def _top_up(records: Records, lines: tuple[Line, ...]) -> _Rows:
    """The floor less each line that counts towards it; what does not count is named."""
    fen, _ = floor_formula(records)
    rows, facts = [Row(said("explain_floor_reached"), fen, Source.TERMS)], []
    for line in lines:
        if counted([line]):
            rows.append(Row(said("explain_counts", title=line_name(line)), -line.amount_fen, Source.SLIP))
        elif line.amount_fen:
            facts.append(said("explain_counts_not", title=line_name(line), amount=yuan(line.amount_fen)))
    minimum = said("explain_minimum", amount=yuan(records.month.workshop.month_minimum_fen or 0))
    return rows, [minimum, *facts]
