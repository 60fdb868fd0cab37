"""What is checked when a person types a worker in (RULES 8): notes at the fields, some of which refuse."""

import calendar
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain import identity_number
from app.domain.bounds import MOST_FEN, MOST_RATE_FEN, most_yuan
from app.domain.messages import render
from app.domain.plain_text import unfit_character
from app.domain.rulepack import WorkingAge
from app.domain.vocabulary import Basis, HouseholdBase, Monitoring, Relation, TaxMethod

_WRITTEN = (
    *("no", "name", "nation", "id_number", "phone", "village", "bank", "account"),
    *("inheritor_level", "mentor_no"),
)


@dataclass(frozen=True, slots=True)
class WorkerForm:
    """A worker as typed in. Money is fen; ``rate_fen`` is per month, day or hour, None for 计件.

    ``relation`` has no default: a person chooses. ``terms_from`` is the day changed pay terms or household
    status are in force from; None means the hiring date for a new worker, the first of this month for an edit.
    """

    no: str
    name: str
    relation: Relation | None = None
    basis: Basis | None = None
    rate_fen: int | None = None
    hired_on: date | None = None
    left_on: date | None = None
    sex: str = ""
    nation: str = ""
    id_number: str = ""
    phone: str = ""
    village: str = ""
    bank: str = ""
    account: str = ""
    social_fen: int = 0
    additional_fen: int = 0
    tax_method: TaxMethod = TaxMethod.MONTHLY
    household_base: str = ""
    monitoring: str = ""
    inheritor_level: str = ""
    mentor_no: str = ""
    terms_from: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A worker already recorded, as far as a new one may clash with him."""

    worker_id: int
    no: str
    name: str
    id_number: str
    present: bool


@dataclass(frozen=True, slots=True)
class FieldNote:
    """Something to say at a field of a form; ``blocks`` where it cannot be saved so."""

    kind: str
    column: str
    blocks: bool
    params: Mapping[str, object] = field(default_factory=dict)

    def text(self, lang: str = "zh_CN") -> str:
        """What is wrong and what to do, in the user's language."""
        return render(self.kind, dict(self.params), lang)


def retires_on(born: date, sex: str, ages: WorkingAge) -> date:
    """The day a person of this sex reaches legal retirement age, with the delay by birth month (2024 decision)."""
    rule = ages.retirement[sex]
    reached = (born.year + rule.age) * 12 + born.month - 1
    waited = reached - (ages.delayed_from.year * 12 + ages.delayed_from.month - 1)
    if waited >= 0:
        reached += min(waited // rule.step_months + 1, rule.most_months)
    year, month = divmod(reached, 12)
    return date(year, month + 1, min(born.day, calendar.monthrange(year, month + 1)[1]))


def check(form: WorkerForm, known: Iterable[Known], ages: WorkingAge, today: date) -> tuple[FieldNote, ...]:
    """All notes on a form. ``known`` are the workshop's other workers, the edited one left out."""
    others = tuple(known)
    written = (note for column in _WRITTEN for note in character_notes(getattr(form, column), column))
    return (
        *written,
        *_employment_notes(form, others),
        *_pay_notes(form),
        *_identity_notes(form, others, ages, today),
    )


def character_notes(text: str, column: str) -> Iterator[FieldNote]:
    """A note on the first character nobody sees or no bank takes, named by its code point."""
    if char := unfit_character(text):
        yield FieldNote("text_unfit_character", column, True, {"char": char})


def _employment_notes(form: WorkerForm, others: tuple[Known, ...]) -> Iterator[FieldNote]:
    if not form.no:
        yield FieldNote("worker_no_empty", "no", True)
    taken = next((other for other in others if other.no == form.no and other.present), None)
    if taken is not None:
        yield FieldNote("worker_no_taken", "no", True, {"no": form.no, "name": taken.name})
    if not form.name:
        yield FieldNote("worker_name_empty", "name", True)
    if form.relation is None:
        yield FieldNote("worker_relation_empty", "relation", True)
    if form.hired_on is None:
        yield FieldNote("worker_hired_empty", "hired_on", True)
    elif form.left_on is not None and form.left_on < form.hired_on:
        yield FieldNote("worker_left_before_hired", "left_on", True, {"left": form.left_on, "hired": form.hired_on})
    for text, choices, column in (
        (form.household_base, HouseholdBase, "household_base"),
        (form.monitoring, Monitoring, "monitoring"),
    ):
        if text and text not in list(choices):
            yield FieldNote("worker_household_wrong", column, True, {"text": text})


def _pay_notes(form: WorkerForm) -> Iterator[FieldNote]:
    if form.basis is None:
        yield FieldNote("worker_basis_empty", "basis", True)
    else:
        yield from rate_notes(form.basis, form.rate_fen)
    if form.relation is Relation.PART_TIME and form.basis not in {None, Basis.HOURLY, Basis.PIECE}:
        yield FieldNote("worker_part_time_hourly", "basis", True)
    for column in ("social_fen", "additional_fen"):
        yield from amount_notes(getattr(form, column), column, needed=False)


def rate_notes(basis: Basis, rate_fen: int | None) -> Iterator[FieldNote]:
    """Notes on a rate in fen per month, day or hour: missing, not wanted, negative, or more than anybody means."""
    most = MOST_RATE_FEN.get(basis)
    if most is None:
        if rate_fen:
            yield FieldNote("worker_rate_unwanted", "rate_fen", True)
    elif not rate_fen:
        yield FieldNote("worker_rate_empty", "rate_fen", True, {"basis": basis})
    elif rate_fen < 0:
        yield FieldNote("worker_amount_negative", "rate_fen", True)
    elif rate_fen > most:
        yield FieldNote("term_rate_absurd", "rate_fen", True, {"basis": basis, "most": most_yuan(most)})


def amount_notes(fen: int | None, column: str, *, needed: bool, most: int = MOST_FEN) -> Iterator[FieldNote]:
    """Notes on an amount in fen: missing where ``needed`` (0 too), negative, or more than anybody means."""
    if needed and not fen:
        yield FieldNote("pay_amount_empty", column, True)
    elif (fen or 0) < 0:
        yield FieldNote("worker_amount_negative", column, True)
    elif (fen or 0) > most:
        yield FieldNote("pay_amount_absurd", column, True, {"most": most_yuan(most)})


def _identity_notes(form: WorkerForm, others: tuple[Known, ...], ages: WorkingAge, today: date) -> Iterator[FieldNote]:
    number = identity_number.normalise(form.id_number)
    if not number:
        yield FieldNote("worker_id_empty", "id_number", False)
        return
    if wrong := identity_number.fault(number):
        yield FieldNote(f"worker_{wrong}", "id_number", True)
        return
    taken = next((other for other in others if other.id_number == number and other.present), None)
    if taken is not None:
        yield FieldNote("worker_id_taken", "id_number", True, {"no": taken.no, "name": taken.name})
    if not identity_number.province_known(number):
        yield FieldNote("worker_id_region", "id_number", False, {"region": number[:6]})
    sex = identity_number.sex(number)
    if form.sex and form.sex != sex:
        yield FieldNote("worker_sex_differs", "sex", False, {"sex": sex})
    yield from _age_notes(identity_number.birth_date(number), sex, form, ages, today)


def _age_notes(born: date, sex: str, form: WorkerForm, ages: WorkingAge, today: date) -> Iterator[FieldNote]:
    at_hiring = identity_number.age_on(born, form.hired_on or today)
    age = identity_number.age_on(born, today)
    if at_hiring < ages.least:
        yield FieldNote("worker_under_age", "id_number", True, {"age": at_hiring, "least": ages.least})
    elif age < ages.grown:
        yield FieldNote("worker_minor", "id_number", False, {"age": age, "grown": ages.grown})
    retired = retires_on(born, sex, ages)
    if retired <= today:
        yield FieldNote("worker_retired", "id_number", False, {"on": retired})
