"""Personal income tax withheld at the source (RULES 5; SAT notices 2018 no. 61 and 2020 no. 19).

Wages: cumulative withholding over the tax year. Services and home piece-work: by the month's sum, no year.
"""

from collections.abc import Iterable

from app.domain.money import decimal_text, half_up, yuan
from app.domain.payroll_input import YearMonth, YearToDate
from app.domain.rulepack import Band, ServicesTax, WageTax
from app.domain.vocabulary import TaxMethod

_BP = 10_000


def band_of(taxable: int, bands: tuple[Band, ...], scale: int = 1) -> Band:
    """The band a taxable amount (fen × ``scale``) falls in; upper ends belong to their band."""
    return next(band for band in bands if band.upto_fen is None or taxable <= band.upto_fen * scale)


def year_so_far(opening: YearToDate, locked: YearToDate) -> YearToDate:
    """Opening balance plus every locked payroll of the year after it; gap months do not count."""
    return YearToDate(
        opening.months + locked.months,
        opening.income_fen + locked.income_fen,
        opening.social_fen + locked.social_fen,
        opening.additional_fen + locked.additional_fen,
        opening.withheld_fen + locked.withheld_fen,
    )


def wage_tax(so_far: YearToDate, month: YearToDate, method: TaxMethod, rules: WageTax) -> tuple[int, str]:
    """Tax of a wage month in fen: tax on the year to date less what was withheld, never below 0; and its formula, which
    is empty where nothing is withheld.

    ``month`` holds this month's income, social insurance as actually taken and additional deductions, months 1;
    an excess withheld is settled by the worker after the year.
    """
    income = so_far.income_fen + month.income_fen
    social = so_far.social_fen + month.social_fen
    additional = so_far.additional_fen + month.additional_fen
    months = so_far.months + month.months
    at_once = method is TaxMethod.SIXTY_AT_ONCE
    deduction = rules.year_deduction_fen if at_once else rules.month_deduction_fen * months
    taxable = income - social - additional - deduction
    if taxable <= 0:
        return 0, ""
    band = band_of(taxable, rules.bands)
    tax = half_up(taxable * band.rate_bp - (band.quick_fen + so_far.withheld_fen) * _BP, _BP)
    if tax <= 0:
        return 0, ""
    yearly = yuan(deduction) if at_once else f"{yuan(rules.month_deduction_fen)}×{months}"
    text = f"{yuan(income)}-{yearly}-{yuan(social)}-{yuan(additional)}"
    rate = f"{decimal_text(band.rate_bp, 2)}%"
    quick = f"-{yuan(band.quick_fen)}" if band.quick_fen else ""
    return tax, f"({text})×{rate}{quick}-{yuan(so_far.withheld_fen)}={yuan(tax)}"


def withheld_in(opening: YearToDate, months: Iterable[YearMonth]) -> int:
    """What is withheld by the end of some months of a year, opening included, where each is withheld in its turn."""
    so_far = opening
    for row in sorted(months, key=lambda one: one.month):
        own = YearToDate(row.months, row.income_fen, row.social_fen, row.additional_fen)
        tax, _ = wage_tax(so_far, own, row.method, row.rules)
        so_far = YearToDate(
            so_far.months + row.months,
            so_far.income_fen + row.income_fen,
            so_far.social_fen + row.social_fen,
            so_far.additional_fen + row.additional_fen,
            so_far.withheld_fen + min(tax, max(0, row.income_fen - row.social_fen)),
        )
    return so_far.withheld_fen


def services_tax(gross_fen: int, rules: ServicesTax) -> tuple[int, str]:
    """Tax on a month's services (劳务, 居家承揽) in fen and its formula: 3,000 → 440, 30,000 → 5,200."""
    if gross_fen <= rules.fixed_deduction_fen:
        return 0, ""
    if gross_fen <= rules.fixed_upto_fen:
        taxable = (gross_fen - rules.fixed_deduction_fen) * _BP
        text = f"({yuan(gross_fen)}-{yuan(rules.fixed_deduction_fen)})"
    else:
        taxable = gross_fen * (_BP - rules.share_bp)
        text = f"{yuan(gross_fen)}×(1-{decimal_text(rules.share_bp, 2)}%)"
    band = band_of(taxable, rules.bands, _BP)
    tax = max(0, half_up(taxable * band.rate_bp - band.quick_fen * _BP * _BP, _BP * _BP))
    quick = f"-{yuan(band.quick_fen)}" if band.quick_fen else ""
    return tax, f"{text}×{decimal_text(band.rate_bp, 2)}%{quick}={yuan(tax)}"
