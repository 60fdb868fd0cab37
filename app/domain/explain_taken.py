"""The records behind each deduction (RULES 5): what was asked, what other slips took, and what found no room."""

from collections.abc import Iterable, Iterator

from app.domain.deductions import WAGE_RELATIONS, social_items
from app.domain.explain_earned import Records, line_name, terms_fact
from app.domain.explanation import Evidence, Figure, Measure, Row, Said, Source, YearRow, said
from app.domain.messages.payroll import OTHER_PLANS
from app.domain.money import decimal_text, half_up, yuan
from app.domain.payroll_cases import advance_due
from app.domain.payroll_draft import Line, LineCode
from app.domain.payroll_input import YearToDate
from app.domain.percent import factor_text
from app.domain.persons import year_before
from app.domain.tax import band_of, services_tax, year_so_far
from app.domain.vocabulary import AdjustmentKind, TaxMethod

_BP = 10_000


def taken(records: Records, evidence: Evidence) -> tuple[Figure, ...]:
    """Each deduction with its rows, in the slip's order."""
    return tuple(_figure(records, line, evidence) for line in records.case.slip.deductions)


def _figure(records: Records, line: Line, evidence: Evidence) -> Figure:
    rows, facts = [*_rows(records, line)], [*_facts(records, line, evidence)]
    missing = -line.amount_fen - sum(row.counted for row in rows)
    if missing < 0:
        rows.append(Row(said("explain_not_enough"), missing, Source.SLIP))
    return Figure(
        name=line_name(line),
        amount_fen=line.amount_fen,
        total=-line.amount_fen,
        measure=Measure.FEN,
        rows=tuple(rows),
        code=line.code,
        title=line.label,
        formula=line.formula,
        facts=tuple(facts),
    )


def _rows(records: Records, line: Line) -> Iterator[Row]:
    if line.code is LineCode.SOCIAL:
        yield from _social(records, line)
    elif line.code is LineCode.TAX:
        yield from _tax(records, -line.amount_fen)
    elif line.code is LineCode.OTHER:
        yield from _other_plans(records) if line.label == OTHER_PLANS else _asked(records, AdjustmentKind.OTHER)
    elif line.code is LineCode.DAMAGE:
        yield from damage_rows(records)
    else:
        yield from advance_rows(records)


def _facts(records: Records, line: Line, evidence: Evidence) -> Iterator[Said]:
    if line.code is LineCode.SOCIAL:
        yield terms_fact(records.one.terms)
    elif line.code is LineCode.TAX and records.one.terms.relation in WAGE_RELATIONS:
        yield taxable_fact(records)[0]
    elif line.code is LineCode.DAMAGE and records.one.terms.relation in WAGE_RELATIONS:
        yield said("explain_damage_cap", share=factor_text(records.month.rules.guards.damage_cap_bp))
    elif line.code is LineCode.ADVANCE:
        yield from evidence.debts


# ---------------------------------------------------------------- social insurance and tax


def _social(records: Records, line: Line) -> Iterator[Row]:
    terms, worker = records.one.terms, records.one.worker
    paid = sum(slip.social_fen for slip in worker.standing) + worker.social_elsewhere_fen
    if terms.social_base_fen <= 0:
        yield Row(said("explain_social_fixed"), terms.social_fen, Source.TERMS)
        if paid:
            yield Row(said("explain_taken_before"), -paid, Source.SLIP)
        return
    for name, fen, formula in social_items(terms.social_base_fen, records.month.social):
        before, paid = min(paid, fen), max(0, paid - fen)
        if line.label.endswith(f" {name}"):
            yield Row(said("explain_social_item", name=name, formula=formula), fen, Source.TERMS)
            if before:
                yield Row(said("explain_taken_before"), -before, Source.SLIP)


def year_figures(records: Records) -> tuple[YearToDate, YearToDate]:
    """The tax year before this slip and with it: opening, locked payrolls, the month's other slips, this one."""
    worker, basis = records.one.worker, records.case.slip.tax_basis
    before = year_before(worker, records.one.terms)
    standing = [slip for slip in worker.standing if slip.relation in WAGE_RELATIONS]
    months = 0 if standing else 1
    for place, slip in enumerate(worker.standing if standing else ()):
        other = YearToDate(0 if place else 1, slip.gross_fen, slip.social_fen, slip.additional_fen, slip.tax_fen)
        before = year_so_far(before, other)
    if basis is None:
        return before, before
    own = YearToDate(months, basis.income_fen, basis.social_fen, basis.additional_fen, basis.withheld_fen)
    return before, year_so_far(before, own)


def taxable_fact(records: Records) -> tuple[Said, int]:
    """What of the year up to this month is taxable, in words and in fen (never below 0)."""
    _, year = year_figures(records)
    rules, at_once = records.month.rules.wage_tax, records.one.terms.tax_method is TaxMethod.SIXTY_AT_ONCE
    deduction = rules.year_deduction_fen if at_once else rules.month_deduction_fen * year.months
    taxable = year.income_fen - deduction - year.social_fen - year.additional_fen
    if taxable <= 0:
        return said("explain_tax_none"), 0
    words = said(
        "explain_tax_taxable",
        income=yuan(year.income_fen),
        deduction=yuan(deduction),
        social=yuan(year.social_fen),
        additional=yuan(year.additional_fen),
        taxable=yuan(taxable),
    )
    return words, taxable


def _tax(records: Records, taken_fen: int) -> Iterator[Row]:
    """Tax on the year less what was withheld, never below 0; and what later months, locked before, lack."""
    if records.one.terms.relation not in WAGE_RELATIONS:
        yield from _services(records)
        return
    before, _ = year_figures(records)
    _, taxable = taxable_fact(records)
    band = band_of(taxable, records.month.rules.wage_tax.bands)
    whole = half_up(taxable * band.rate_bp - band.quick_fen * _BP, _BP)
    rate = f"{decimal_text(band.rate_bp, 2)}%"
    words = said("explain_tax_year", taxable=yuan(taxable), rate=rate, quick=yuan(band.quick_fen))
    yield Row(words, whole, Source.YEAR)
    yield from _some("explain_tax_withheld", before.withheld_fen, -1)
    over = max(0, before.withheld_fen - whole)
    yield from _some("explain_tax_over", over)
    if records.one.worker.year:
        yield from _some("explain_tax_later", taken_fen - (whole - before.withheld_fen + over))


def _services(records: Records) -> Iterator[Row]:
    standing, other = records.one.worker.standing, records.one.worker.services
    gross = records.case.slip.gross_fen + sum(slip.gross_fen for slip in standing) + other.income_fen
    tax, _ = services_tax(gross, records.month.rules.services_tax)
    yield Row(said("explain_tax_services"), tax, Source.SLIP)
    if paid := sum(slip.tax_fen for slip in standing) + other.withheld_fen:
        yield Row(said("explain_taken_before"), -paid, Source.SLIP)


# ---------------------------------------------------------------- debts


def _asked(records: Records, kind: AdjustmentKind) -> Iterator[Row]:
    for row in records.month.adjustments:
        if row.worker_id == records.worker_id and row.kind is kind:
            yield Row(said("explain_deduction", name=row.name), row.amount_fen, Source.ADJUSTMENT)


def _instalments(records: Records, kind: AdjustmentKind, due: bool) -> Iterator[Row]:
    for plan in records.month.instalments:
        fen = plan.due_fen if due else plan.later_fen
        if plan.worker_id == records.worker_id and plan.kind is kind and fen:
            code = "explain_instalment" if due else "explain_instalments_rest"
            yield Row(said(code, name=plan.item), fen, Source.PLAN)


def _other_plans(records: Records) -> Iterator[Row]:
    worker, kind = records.one.worker, AdjustmentKind.OTHER
    yield from _some("explain_brought", worker.other_plan_fen)
    yield from _instalments(records, kind, due=True)
    if records.one.leaves:
        yield from _some("explain_instalments_rest", worker.other_later_fen)
        yield from _instalments(records, kind, due=False)


def _some(code: str, fen: int, sign: int = 1) -> Iterator[Row]:
    if fen:
        yield Row(said(code), sign * fen, Source.SLIP)


def damage_rows(records: Records) -> Iterator[Row]:
    """What is asked for damage now, less what other slips of the month took."""
    worker, kind = records.one.worker, AdjustmentKind.DAMAGE
    yield from _some("explain_brought", worker.damage_brought_fen)
    if records.one.ends:
        yield from _asked(records, kind)
        yield from _instalments(records, kind, due=True)
    if records.one.leaves:
        yield from _some("explain_instalments_rest", worker.damage_later_fen)
        yield from _instalments(records, kind, due=False)
    yield from _some("explain_taken_before", sum(slip.damage_fen for slip in worker.standing), -1)


def advance_rows(records: Records) -> Iterator[Row]:
    """What is to be repaid of advances now, each of the month's with its date, less what other slips took."""
    worker, one = records.one.worker, records.one
    yield from _some("explain_brought", worker.advance_brought_fen)
    if one.leaves:
        yield from _some("explain_instalments_rest", worker.advance_later_fen)
    for row in sorted(records.sums.advances.get(records.worker_id, ()), key=lambda each: (each.day, each.amount_fen)):
        if one.ends or row.day <= one.period.last:
            words = said("explain_advance", amount=yuan(row.amount_fen))
            if row.monthly_fen > 0:
                words = said("explain_advance_monthly", amount=yuan(row.amount_fen), monthly=yuan(row.monthly_fen))
            yield Row(words, row.amount_fen if one.leaves else advance_due(row), Source.ADVANCE, row.day)
    yield from _some("explain_taken_before", sum(slip.advance_fen for slip in worker.standing), -1)


def later_fen(records: Records, kind: AdjustmentKind | None) -> int:
    """What only later months are asked for, of damage or (None) of advances; nothing once somebody leaves."""
    worker, one = records.one.worker, records.one
    if kind is None:
        rows = [
            row for row in records.sums.advances.get(records.worker_id, ()) if one.ends or row.day <= one.period.last
        ]
        return 0 if one.leaves else worker.advance_later_fen + sum(row.amount_fen - advance_due(row) for row in rows)
    if one.leaves:
        return 0
    later = worker.damage_later_fen + sum(row.counted for row in _instalments(records, kind, due=False))
    return later if one.ends else later + sum(row.counted for row in _instalments(records, kind, due=True))


# ---------------------------------------------------------------- the year


def year_rows(records: Records, evidence: Evidence) -> tuple[YearRow, ...]:
    """The tax year by month: opening, earlier months, this one; none for services.

    The earlier months stand together where what is known of them is not what the slip reckoned with.
    """
    worker, basis = records.one.worker, records.case.slip.tax_basis
    if basis is None:
        return ()
    rows, other = [], worker.elsewhere
    locked = _figures(worker.locked)
    before = (locked[0] - other.income_fen, locked[1] - other.social_fen, locked[2], locked[3] - other.withheld_fen)
    if worker.opening.months or worker.opening.income_fen:
        rows.append(_year_row(said("explain_opening", count=worker.opening.months), worker.opening))
    if _sums(evidence.year) == before:
        rows += evidence.year
    elif worker.locked.months:
        rows.append(YearRow(said("explain_before_all", count=worker.locked.months), *before, worker.locked.months))
    if other.months:
        more = max(0, other.additional_fen - basis.additional_fen)
        figures = (other.income_fen, other.social_fen, more, other.withheld_fen)
        rows.append(YearRow(said("explain_this_other"), *figures, 0))
    others = [slip for slip in worker.standing if slip.relation in WAGE_RELATIONS]
    rows += [
        YearRow(said("explain_this_other"), slip.gross_fen, slip.social_fen, slip.additional_fen, slip.tax_fen, 0)
        for slip in others
    ]
    own = (basis.income_fen, basis.social_fen, basis.additional_fen, basis.withheld_fen)
    return (*rows, YearRow(said("explain_this_month"), *own))


def _year_row(label: Said, year: YearToDate) -> YearRow:
    return YearRow(label, year.income_fen, year.social_fen, year.additional_fen, year.withheld_fen, year.months)


def _figures(year: YearToDate) -> tuple[int, int, int, int]:
    return year.income_fen, year.social_fen, year.additional_fen, year.withheld_fen


def _sums(rows: Iterable[YearRow]) -> tuple[int, int, int, int]:
    kept = tuple(rows)
    return (
        sum(row.income_fen for row in kept),
        sum(row.social_fen for row in kept),
        sum(row.additional_fen for row in kept),
        sum(row.withheld_fen for row in kept),
    )
