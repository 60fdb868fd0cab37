"""What the withholding client (自然人电子税务局扣缴端) is told of a month: wages, and services apart.

All standing runs of the month together, one row a person and kind of income: the ID number tells a person, whatever
rows of workers hold the slips. The client itself reckons cumulative figures; ours stand beside it to be compared.

The list goes by the month worked; the tax period (税款所属期) of a declaration is the month in which tax is withheld,
that is, wages are paid (国家税务总局公告 2018 年第 61 号 2 and 3, and the notes of its form). So of a correction locked
later the list says what it added. Wages are reckoned over the year, so that more of them is declared with the month
of payment and the year comes to the same; less of them, and services, whose tax is the month's own, mend the
declaration made. RULES are silent on this: the list says it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.deductions import WAGE_RELATIONS
from app.domain.messages.text import listing
from app.domain.money import yuan
from app.domain.papers.source import PaidSlip, Source
from app.domain.payroll_draft import LineCode, Slip
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind

ID_CARD = "居民身份证"
SERVICES_ITEM = "其他劳务报酬所得"
INSURANCES = ("养老", "医疗", "失业", "公积金")
"""Words by which a social insurance line is told apart, in the order of the client's columns."""


@dataclass(frozen=True, slots=True)
class TaxRow:
    """One person's income of the month, fen, under the last 编号.

    ``insurances`` follow ``INSURANCES``; ``social_fen`` holds them all.
    """

    no: str
    name: str
    id_number: str
    is_wage: bool
    income_fen: int
    social_fen: int
    insurances: tuple[int, ...]
    additional_fen: int
    tax_fen: int

    @property
    def unparted_fen(self) -> int:
        """Social insurance whose kind the records do not tell."""
        return self.social_fen - sum(self.insurances)


@dataclass(frozen=True, slots=True)
class TaxSum:
    """Sums of some rows, fen."""

    income_fen: int
    social_fen: int
    additional_fen: int
    tax_fen: int


@dataclass(frozen=True, slots=True)
class TaxCorrection:
    """What a correction locked on a day added to a list's wages or services, fen; negative where it took off."""

    locked_on: date
    is_wage: bool
    income_fen: int
    tax_fen: int


@dataclass(frozen=True, slots=True)
class TaxData:
    """The tax list of a month: wages first, then services.

    ``corrections`` are in the rows already; ``others`` are months whose corrections were locked within this one.
    """

    unit: str
    credit_code: str
    month: str
    is_draft: bool
    prepared_by: str
    rows: tuple[TaxRow, ...]
    corrections: tuple[TaxCorrection, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def wages(self) -> tuple[TaxRow, ...]:
        """正常工资薪金所得."""
        return tuple(row for row in self.rows if row.is_wage)

    @property
    def services(self) -> tuple[TaxRow, ...]:
        """劳务报酬所得."""
        return tuple(row for row in self.rows if not row.is_wage)


def tax_rows(slips: Iterable[PaidSlip], month: str) -> tuple[TaxRow, ...]:
    """Rows of a month from the slips of all its runs.

    Refuses ``payroll_empty``, and ``tax_list_id_missing`` naming who has no ID number.
    """
    kept = tuple(slips)
    known = {one.slip.worker_id: one.id_number for one in kept}  # of several slips the last: a number may be mended
    grouped: dict[tuple[bool, str | int], list[PaidSlip]] = {}
    for one in kept:
        person = known[one.slip.worker_id] or one.slip.worker_id
        grouped.setdefault((one.slip.relation in WAGE_RELATIONS, person), []).append(one)
    if not grouped:
        raise Refusal("payroll_empty", month=month)
    lacking = {f"{one.slip.no} {one.slip.name}": None for many in grouped.values() for one in many if not one.id_number}
    if lacking:
        raise Refusal("tax_list_id_missing", month=month, count=len(lacking), names=listing(lacking))
    rows = [_row(many, is_wage=is_wage) for (is_wage, _), many in grouped.items()]
    return tuple(sorted(rows, key=lambda row: not row.is_wage))


def tax_corrections(sources: Iterable[Source]) -> tuple[TaxCorrection, ...]:
    """What each correction among a month's runs added, wages and services apart."""
    found = []
    for source in sources:
        if source.kind is not RunKind.CORRECTION or source.pay_date is None:
            continue
        for is_wage in (True, False):
            slips = [one.slip for one in source.slips if (one.slip.relation in WAGE_RELATIONS) is is_wage]
            if slips:
                income, tax = sum(slip.gross_fen for slip in slips), sum(slip.tax_fen for slip in slips)
                found.append(TaxCorrection(source.pay_date, is_wage, income, tax))
    return tuple(found)


def period_words(data: TaxData, *, is_wage: bool) -> tuple[str, str]:
    """Which declaration the list is for, with the corrections it holds; and those it does not hold."""
    own = [one for one in data.corrections if one.is_wage is is_wage]
    words = "本表按工资所属月；税款所属期是发放（扣缴）的当月，次月15日前申报。"
    if own:
        days = "、".join(dict.fromkeys(f"{one.locked_on:%Y-%m-%d}" for one in own))
        income, tax = yuan(sum(one.income_fen for one in own), True), yuan(sum(one.tax_fen for one in own), True)
        late = "本月已申报的，增加额并入更正发放当月申报，减少额更正原申报" if is_wage else "本月已申报的，更正原申报"
        words += f"已含{days}的更正：收入{income}元、税额{tax}元；{late}。"
    others = f"另有{'、'.join(data.others)}的更正在本月锁定，见该月清单。" if data.others else ""
    return words, others


def _row(many: list[PaidSlip], *, is_wage: bool) -> TaxRow:
    slips = [one.slip for one in many]
    additional: dict[int, int] = defaultdict(int)
    for slip in slips:
        additional[slip.worker_id] += slip.tax_basis.additional_fen if slip.tax_basis else 0
    return TaxRow(
        no=slips[-1].no,
        name=slips[-1].name,
        id_number=many[-1].id_number,
        is_wage=is_wage,
        income_fen=sum(slip.gross_fen for slip in slips),
        social_fen=sum(slip.social_fen for slip in slips),
        insurances=tuple(sum(_insured(slip, word) for slip in slips) for word in INSURANCES),
        additional_fen=max(additional.values()),
        tax_fen=sum(slip.tax_fen for slip in slips),
    )


def _insured(slip: Slip, word: str) -> int:
    return -sum(line.amount_fen for line in slip.deductions if line.code is LineCode.SOCIAL and word in line.label)


def sum_tax(rows: Iterable[TaxRow]) -> TaxSum:
    """Sums of rows."""
    kept = tuple(rows)
    return TaxSum(
        income_fen=sum(row.income_fen for row in kept),
        social_fen=sum(row.social_fen for row in kept),
        additional_fen=sum(row.additional_fen for row in kept),
        tax_fen=sum(row.tax_fen for row in kept),
    )
