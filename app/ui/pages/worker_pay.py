"""A worker's pay terms in the side panel: from which day on what, the end of the employment, and openings (期初)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.money import yuan
from app.domain.pay_check import OpeningForm, TermForm
from app.domain.vocabulary import Basis, PayPeriod, Relation, TaxMethod
from app.services import openings, pay_terms
from app.services.openings import OpeningRow
from app.services.pay_records import PaySaved
from app.services.pay_terms import TermsView
from app.services.people import PayTermRow
from app.ui.desk import Desk
from app.ui.tables.columns import Align, Column, Tone
from app.ui.terms import term
from app.ui.theme.tokens import GRID
from app.ui.widgets.form import Field, FieldForm, Kind
from app.ui.widgets.parts import button, divider, label, tone_label
from app.ui.widgets.record_sheet import Call, RecordSheet, Sheet, field_notes
from app.ui.widgets.unsaved import Editing
from app.ui.words import translate

_F = TypeVar("_F")


class TermState(StrEnum):
    """Whether pay terms are in force today."""

    NOW = "now"
    COMING = "coming"
    PAST = "past"


@dataclass(frozen=True)
class TermLine:
    """A row of the timeline."""

    row: PayTermRow
    state: TermState


class TermsTab(QWidget):
    """工资约定: the timeline, the last day, and openings. ``saved`` carries the PaySaved."""

    saved = Signal(object)

    def __init__(self, desk: Desk, worker_id: int) -> None:
        super().__init__()
        self.terms: RecordSheet[TermLine] = RecordSheet(desk, terms_sheet(worker_id))
        self.leaving = LeavingForm(desk, worker_id)
        self.openings: RecordSheet[OpeningRow] = RecordSheet(desk, openings_sheet(worker_id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 3)
        for part in (self.terms, divider(), self.leaving, divider(), self.openings):
            column.addWidget(part)
        for source in (self.terms, self.leaving, self.openings):
            source.saved.connect(self.saved)

    def open_at(self, field: str) -> None:
        """Open the terms in force, or new ones where none are, at a field."""
        self.terms.open_when_read(
            lambda lines: next((line for line in lines if line.state is TermState.NOW), None), field
        )


class LeavingForm(Editing):
    """离职: the last day of work, and what it means for pay. ``saved`` carries the PaySaved."""

    saved = Signal(object)

    def __init__(self, desk: Desk, worker_id: int) -> None:
        super().__init__(desk)
        self._worker_id = worker_id
        self.form = FieldForm([Field("left_on", translate("PayTerms", "离职日期"), Kind.DATE)])
        self.said = label(wraps=True)
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.form)
        column.addWidget(
            label(
                translate("PayTerms", "最后一天上班的日期；还在职就空着。离职时应一次付清工资。"), "small", wraps=True
            )
        )
        column.addWidget(self.said)
        column.addWidget(
            button(translate("PayTerms", "登记离职日期"), self.save, name="leaving-save"), 0, Qt.AlignmentFlag.AlignLeft
        )
        self.form.entered.connect(lambda _: self.save())
        desk.ask(pay_terms.list_terms, worker_id, then=self._show, owner=self)

    def open_form(self) -> FieldForm | None:
        """The field of the last day."""
        return self.form

    def save(self) -> None:
        """Note the day; what forbids it is said at the field."""
        values = self.form.values()
        if values is not None:
            self._desk.do(
                "people",
                pay_terms.end_employment,
                self._worker_id,
                values["left_on"],
                then=partial(self._written, values),
                failed=self._refused,
                owner=self,
            )

    def _show(self, view: TermsView) -> None:
        self.form.show_values({"left_on": view.left_on})

    def _written(self, values: Mapping[str, object], saved: PaySaved) -> None:
        self.form.know(values)
        self.form.show_notes([])
        self.said.setVisible(bool(saved.notes))
        tone_label(self.said, "\n".join(note.text(self._desk.lang) for note in saved.notes), Tone.WARN)
        self.saved.emit(saved)

    def _refused(self, fault: Exception) -> None:
        self._desk.say_fault(fault)
        self.form.show_notes(field_notes(fault, self._desk.lang))


# ---------------------------------------------------------------- pay terms


def terms_sheet(worker_id: int) -> Sheet[TermLine]:
    """A worker's pay terms, newest first."""
    newest: list[PayTermRow] = []

    def rows(view: TermsView) -> Sequence[TermLine]:
        newest[:] = view.rows[:1]
        return term_lines(view)

    return Sheet(
        name="terms",
        title=translate("PayTerms", "从哪一天起按什么发"),
        add=translate("PayTerms", "新约定（加薪、改计薪）"),
        empty=translate("PayTerms", "还没有工资约定：没有它就不能计算工资。"),
        read=Call(pay_terms.list_terms, (worker_id,)),
        columns=terms_columns(),
        rows=rows,
        fields=lambda _: terms_fields(),
        values=lambda line: term_values(line.row if line else None, newest[0] if newest else None),
        save=lambda line, values: _save_term(worker_id, line, term_form(values)),
        withdraw=lambda line: Call(pay_terms.withdraw_term, (worker_id, line.row.valid_from)),
    )


def term_lines(view: TermsView) -> list[TermLine]:
    """The timeline's rows with the one in force marked."""
    states = {True: TermState.COMING, False: TermState.PAST}
    now = view.in_force
    return [
        TermLine(row, TermState.NOW if row.valid_from == now else states[now is None or row.valid_from > now])
        for row in view.rows
    ]


def terms_columns() -> list[Column[TermLine]]:
    """The timeline's columns."""
    return [
        Column(translate("PayTerms", "从…起"), 88, lambda line: line.row.valid_from.isoformat(), Align.CENTRE),
        Column(translate("PayTerms", "用工"), 76, lambda line: term(line.row.relation)),
        Column(translate("PayTerms", "计薪"), 70, lambda line: term(line.row.basis)),
        Column(translate("PayTerms", "标准（元）"), 80, _rate, Align.RIGHT, stretch=True),
        Column("", 56, lambda line: _state(line.state), Align.CENTRE, tone=_state_tone),
    ]


def terms_fields() -> list[Field]:
    """Everything of pay terms a person types."""
    return [
        Field("valid_from", translate("PayTerms", "从哪一天起"), Kind.DATE),
        Field("relation", translate("PayTerms", "用工形式"), Kind.CHOICE, _choices(Relation)),
        Field("basis", translate("PayTerms", "计薪方式"), Kind.CHOICE, _choices(Basis)),
        Field("rate_fen", translate("PayTerms", "标准（元）"), Kind.MONEY, hint=translate("PayTerms", "计件空着")),
        Field("period", translate("PayTerms", "结算周期"), Kind.CHOICE, _choices(PayPeriod)),
        Field(
            "social_fen", translate("PayTerms", "社保个人（元/月）"), Kind.MONEY, hint=translate("PayTerms", "固定金额")
        ),
        Field(
            "social_base_fen",
            translate("PayTerms", "或缴费基数（元）"),
            Kind.MONEY,
            hint=translate("PayTerms", "按费率算"),
        ),
        Field("additional_fen", translate("PayTerms", "专项附加扣除（元/月）"), Kind.MONEY),
        Field("tax_method", translate("PayTerms", "扣除方式"), Kind.CHOICE, _choices(TaxMethod)),
    ]


def term_values(row: PayTermRow | None, newest: PayTermRow | None) -> dict[str, object]:
    """The form of a row; of new terms the newest ones without day and rate, which are what changes."""
    shown = row or newest
    values: dict[str, object] = {"tax_method": TaxMethod.MONTHLY, "period": PayPeriod.MONTH}
    if shown is not None:
        form = pay_terms.term_form(shown)
        values = {field.name: getattr(form, field.name) for field in fields(form)}
    return values if row is not None else values | {"valid_from": None, "rate_fen": None}


def term_form(values: Mapping[str, object]) -> TermForm:
    """What the fields say, empty choices as their defaults."""
    given = dict(values)
    given["tax_method"] = given["tax_method"] or TaxMethod.MONTHLY
    given["period"] = given["period"] or PayPeriod.MONTH
    return made(TermForm, given)


def made(form: type[_F], values: Mapping[str, object]) -> _F:
    """A form of the domain from field values; empty texts stay empty."""
    given: dict[str, Any] = dict(values)
    return form(**given)


def _save_term(worker_id: int, line: TermLine | None, form: TermForm) -> Call:
    if line is None:
        return Call(pay_terms.add_term, (worker_id, form))
    return Call(pay_terms.correct_term, (worker_id, line.row.valid_from, form))


def _rate(line: TermLine) -> str:
    return yuan(line.row.rate_fen, grouped=True) if line.row.rate_fen else "–"


def _state(state: TermState) -> str:
    words = {
        TermState.NOW: translate("PayTerms", "现行"),
        TermState.COMING: translate("PayTerms", "将来"),
        TermState.PAST: "",
    }
    return words[state]


def _state_tone(line: TermLine) -> Tone:
    return Tone.ACCENT if line.state is TermState.NOW else Tone.QUIET


def _choices(
    kind: type[Relation] | type[Basis] | type[TaxMethod] | type[PayPeriod],
) -> tuple[tuple[object, str], ...]:
    return tuple((value, term(value)) for value in kind)


# ---------------------------------------------------------------- openings


def openings_sheet(worker_id: int) -> Sheet[OpeningRow]:
    """A worker's openings, for a start in mid-year."""
    return Sheet(
        name="openings",
        title=translate("PayTerms", "期初（年中开始使用本程序）"),
        add=translate("PayTerms", "填写期初"),
        empty=translate("PayTerms", "没有期初：从一月起或入职起的工资都在本程序里。"),
        read=Call(openings.list_openings, (worker_id,)),
        columns=[
            Column(translate("PayTerms", "本程序首月"), 92, lambda row: row.before_month, Align.CENTRE),
            Column(translate("PayTerms", "月数"), 64, lambda row: str(row.months), Align.RIGHT),
            Column(
                translate("PayTerms", "累计收入（元）"),
                110,
                lambda row: _amount(row.income_fen),
                Align.RIGHT,
                stretch=True,
            ),
            Column(translate("PayTerms", "已扣税（元）"), 100, lambda row: _amount(row.withheld_fen), Align.RIGHT),
        ],
        rows=lambda found: found,
        fields=lambda _: opening_fields(),
        values=lambda row: {each.name: getattr(row, each.name) for each in fields(OpeningForm)} if row else {},
        save=lambda row, values: Call(
            openings.save_opening, (worker_id, made(OpeningForm, values), row.year if row else None)
        ),
        withdraw=lambda row: Call(openings.withdraw_opening, (worker_id, row.year)),
        hint=translate("PayTerms", "填写用本程序发第一个月工资之前，这一年在本单位的累计数和结转余额。"),
    )


def opening_fields() -> list[Field]:
    """Everything of an opening a person types."""
    return [
        Field("year", translate("PayTerms", "年份"), Kind.NUMBER),
        Field("before_month", translate("PayTerms", "本程序首月"), hint="2026-07"),
        Field("months", translate("PayTerms", "之前的月数"), Kind.NUMBER),
        Field("income_fen", translate("PayTerms", "累计收入（元）"), Kind.MONEY),
        Field("social_fen", translate("PayTerms", "累计社保（元）"), Kind.MONEY),
        Field("additional_fen", translate("PayTerms", "累计附加扣除（元）"), Kind.MONEY),
        Field("withheld_fen", translate("PayTerms", "累计已扣税（元）"), Kind.MONEY),
        Field("advance_fen", translate("PayTerms", "预支余额（元）"), Kind.MONEY),
        Field("damage_fen", translate("PayTerms", "赔偿余额（元）"), Kind.MONEY),
    ]


def _amount(fen: int) -> str:
    return yuan(fen, grouped=True) if fen else "–"
