"""The fields of a worker's form, and the way between them and the service's WorkerForm."""

from collections.abc import Mapping
from dataclasses import fields as form_fields
from typing import Any

from app.domain.vocabulary import Basis, HouseholdBase, Monitoring, Relation, TaxMethod
from app.domain.worker_check import FieldNote, WorkerForm
from app.ui.terms import term
from app.ui.widgets.form import Field, FormNote, Kind
from app.ui.words import translate

_MONEY = ("social_fen", "additional_fen")
_EMPTY_AS_NONE = ("relation", "basis", "rate_fen", "hired_on", "left_on", "terms_from")


_DATED = ("relation", "basis", "rate_fen", "social_fen", "additional_fen", "tax_method", "left_on")
"""What is dated: typed in for somebody new, changed under the worker's pay terms ever after."""


def worker_fields(*, new: bool = True) -> list[Field]:
    """Everything of a worker a person may type in; of one already known, not what has a tab of its own."""
    if new:
        return _all_fields("")
    fields = _all_fields(translate("WorkerForm", "空着就是不改"))
    since = Field("terms_from", translate("WorkerForm", "户别从何日起"), Kind.DATE)
    return [since if each.name == "terms_from" else each for each in fields if each.name not in _DATED]


def _all_fields(kept: str) -> list[Field]:
    return [
        Field("no", translate("WorkerForm", "编号")),
        Field("name", translate("WorkerForm", "姓名")),
        Field("relation", translate("WorkerForm", "用工形式"), Kind.CHOICE, _choices(Relation)),
        Field("basis", translate("WorkerForm", "计薪方式"), Kind.CHOICE, _choices(Basis)),
        Field("rate_fen", translate("WorkerForm", "标准（元）"), Kind.MONEY),
        Field("terms_from", translate("WorkerForm", "计薪从何日起"), Kind.DATE),
        Field("hired_on", translate("WorkerForm", "入职日期"), Kind.DATE),
        Field("left_on", translate("WorkerForm", "离职日期"), Kind.DATE),
        Field("id_number", translate("WorkerForm", "身份证号"), hint=kept),
        Field("phone", translate("WorkerForm", "手机"), hint=kept),
        Field("bank", translate("WorkerForm", "开户行")),
        Field("account", translate("WorkerForm", "银行账号"), hint=kept),
        Field("social_fen", translate("WorkerForm", "社保个人（元/月）"), Kind.MONEY),
        Field("additional_fen", translate("WorkerForm", "专项附加扣除（元/月）"), Kind.MONEY),
        Field("tax_method", translate("WorkerForm", "扣除方式"), Kind.CHOICE, _choices(TaxMethod)),
        Field("household_base", translate("WorkerForm", "户别"), Kind.CHOICE, _choices(HouseholdBase)),
        Field("monitoring", translate("WorkerForm", "监测类型"), Kind.CHOICE, _choices(Monitoring)),
        Field("nation", translate("WorkerForm", "民族")),
        Field("village", translate("WorkerForm", "村组")),
    ]


def values_of(form: WorkerForm) -> dict[str, object]:
    """A service's form as field values."""
    return {field.name: getattr(form, field.name) for field in form_fields(form)}


def with_values(form: WorkerForm, values: Mapping[str, object]) -> WorkerForm:
    """The service's form with what the fields say; fields not shown stay as they were."""
    made: dict[str, Any] = values_of(form)
    for name, value in values.items():
        if value is None and name not in _EMPTY_AS_NONE:
            value = 0 if name in _MONEY else TaxMethod.MONTHLY if name == "tax_method" else ""  # noqa: PLW2901
        made[name] = value
    return WorkerForm(**made)


def notes_of(notes: tuple[FieldNote, ...], lang: str) -> list[FormNote]:
    """The checks' notes at their fields."""
    return [FormNote(note.column, note.text(lang), note.blocks) for note in notes]


def _choices(
    kind: type[Relation] | type[Basis] | type[TaxMethod] | type[HouseholdBase] | type[Monitoring],
) -> tuple[tuple[object, str], ...]:
    return tuple((value, term(value)) for value in kind if value)
