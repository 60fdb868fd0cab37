"""Allowances, deduction plans, a month's amounts, and advances of a worker, in the side panel."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.money import yuan
from app.domain.plan_check import AdjustmentForm, AdvanceForm, AllowanceForm, PlanForm
from app.domain.vocabulary import AdjustmentKind, AllowanceRule
from app.services import pay_amounts, pay_plans
from app.services.pay_amounts import AdjustmentRow, AdvanceRow, AdvancesView
from app.services.pay_plans import AllowanceRow, PlanRow
from app.ui.desk import Desk
from app.ui.pages.worker_pay import made
from app.ui.tables.columns import Align, Column, Tone
from app.ui.terms import term
from app.ui.theme.tokens import GRID
from app.ui.widgets.form import Field, Kind
from app.ui.widgets.parts import divider
from app.ui.widgets.record_sheet import Call, RecordSheet, Sheet
from app.ui.words import translate


class PlansTab(QWidget):
    """补贴扣款: what recurs, and what is of one month. ``saved`` carries the PaySaved."""

    saved = Signal(object)

    def __init__(self, desk: Desk, worker_id: int) -> None:
        super().__init__()
        today = desk.ctx.today()
        self.allowances: RecordSheet[AllowanceRow] = RecordSheet(desk, allowances_sheet(worker_id, today))
        self.plans: RecordSheet[PlanRow] = RecordSheet(desk, plans_sheet(worker_id, today))
        self.amounts: RecordSheet[AdjustmentRow] = RecordSheet(desk, amounts_sheet(worker_id, today))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 3)
        for part in (self.allowances, divider(), self.plans, divider(), self.amounts):
            column.addWidget(part)
        for sheet in (self.allowances, self.plans, self.amounts):
            sheet.saved.connect(self.saved)


class AdvancesTab(RecordSheet[AdvanceRow]):
    """预支: each advance with its instalment and what is left."""

    def __init__(self, desk: Desk, worker_id: int) -> None:
        super().__init__(desk, advances_sheet(worker_id, desk.ctx.today()))


# ---------------------------------------------------------------- allowances


def allowances_sheet(worker_id: int | None, today: date) -> Sheet[AllowanceRow]:
    """A worker's recurring allowances with everybody's below; with None everybody's alone."""
    return Sheet(
        name="allowances",
        title=translate("Plans", "固定补贴") if worker_id else translate("Plans", "全员补贴（每位领工资的人）"),
        add=translate("Plans", "新增补贴"),
        empty=translate("Plans", "没有固定补贴，例如全勤奖、每个出勤天的餐补。"),
        read=Call(pay_plans.list_allowances, (worker_id,)),
        columns=allowance_columns(worker_id, today),
        rows=lambda found: found,
        fields=lambda _: allowance_fields(),
        values=lambda row: _of(AllowanceForm, row) if row else {"valid_from": today.replace(day=1), "special": False},
        save=lambda row, values: Call(
            pay_plans.save_allowance,
            (worker_id, made(AllowanceForm, {**values, "special": bool(values["special"])}), _id(row)),
        ),
        withdraw=lambda row: Call(pay_plans.withdraw_allowance, (worker_id, row.record_id)),
        editable=lambda row: row.worker_id == worker_id,
        foot=lambda found: _everybodys(found, worker_id),
        hint=translate("Plans", "不再发时填最后一天；撤回则当作从来没有过。"),
    )


def allowance_columns(worker_id: int | None, today: date) -> list[Column[AllowanceRow]]:
    """The list's columns; with a worker, everybody's allowances are named so."""
    return [
        Column(translate("Plans", "名称"), 90, lambda row: _allowance_name(row, worker_id), stretch=True),
        Column(translate("Plans", "怎样发"), 116, lambda row: term(row.rule)),
        Column(translate("Plans", "金额（元）"), 84, lambda row: yuan(row.amount_fen, grouped=True), Align.RIGHT),
        Column("", 58, lambda row: _allowance_state(row, today), Align.CENTRE, tone=_allowance_tone),
    ]


def allowance_fields() -> list[Field]:
    """Everything of a recurring allowance a person types."""
    yes_no = ((True, translate("Plans", "是")), (False, translate("Plans", "否")))
    return [
        Field("name", translate("Plans", "名称"), hint=translate("Plans", "例如 全勤奖")),
        Field(
            "rule", translate("Plans", "怎样发"), Kind.CHOICE, tuple((value, term(value)) for value in AllowanceRule)
        ),
        Field("amount_fen", translate("Plans", "金额（元）"), Kind.MONEY),
        Field("special", translate("Plans", "特殊津贴（不计入最低工资）"), Kind.CHOICE, yes_no),
        Field("valid_from", translate("Plans", "从哪一天起"), Kind.DATE),
        Field("valid_to", translate("Plans", "到哪一天止"), Kind.DATE, hint=translate("Plans", "一直发就空着")),
        Field("note", translate("Plans", "备注")),
    ]


def _allowance_name(row: AllowanceRow, worker_id: int | None) -> str:
    return row.name + translate("Plans", "·全员") if row.worker_id != worker_id else row.name


def _allowance_state(row: AllowanceRow, today: date) -> str:
    if row.in_force:
        return translate("Plans", "现行")
    return translate("Plans", "将来") if row.valid_from > today else translate("Plans", "已止")


def _allowance_tone(row: AllowanceRow) -> Tone:
    return Tone.ACCENT if row.in_force else Tone.QUIET


def _everybodys(rows: tuple[AllowanceRow, ...], worker_id: int | None) -> str:
    if worker_id is None or all(row.worker_id is not None for row in rows):
        return ""
    return translate("Plans", "标“全员”的在“工资设置”里修改。")


# ---------------------------------------------------------------- deduction plans


def plans_sheet(worker_id: int, today: date) -> Sheet[PlanRow]:
    """A worker's deduction plans."""
    return Sheet(
        name="plans",
        title=translate("Plans", "扣款计划（分月扣）"),
        add=translate("Plans", "新增扣款计划"),
        empty=translate("Plans", "没有扣款计划。"),
        read=Call(pay_plans.list_plans, (worker_id,)),
        columns=[
            Column(translate("Plans", "项目"), 90, lambda row: row.item, stretch=True, tip=lambda row: term(row.kind)),
            Column(translate("Plans", "每月（元）"), 84, lambda row: yuan(row.monthly_fen, grouped=True), Align.RIGHT),
            Column(translate("Plans", "总额（元）"), 84, lambda row: yuan(row.total_fen, grouped=True), Align.RIGHT),
            Column(translate("Plans", "还剩（元）"), 84, lambda row: left_text(row.left_fen), Align.RIGHT),
        ],
        rows=lambda found: found,
        fields=lambda _: plan_fields(),
        values=lambda row: _of(PlanForm, row) if row else {"from_month": today.isoformat()[:7]},
        save=lambda row, values: Call(pay_plans.save_plan, (worker_id, made(PlanForm, values), _id(row))),
        withdraw=lambda row: Call(pay_plans.withdraw_plan, (worker_id, row.record_id)),
    )


def plan_fields() -> list[Field]:
    """Everything of a deduction plan a person types."""
    kinds = tuple((kind, term(kind)) for kind in (AdjustmentKind.DAMAGE, AdjustmentKind.OTHER))
    return [
        Field("kind", translate("Plans", "类型"), Kind.CHOICE, kinds),
        Field("item", translate("Plans", "项目"), hint=translate("Plans", "例如 摔坏缝纫机")),
        Field("total_fen", translate("Plans", "总额（元）"), Kind.MONEY),
        Field("monthly_fen", translate("Plans", "每月扣（元）"), Kind.MONEY),
        Field("from_month", translate("Plans", "从哪个月起"), hint="2026-11"),
        Field("note", translate("Plans", "备注")),
    ]


# ---------------------------------------------------------------- a month's amounts


def amounts_sheet(worker_id: int, today: date) -> Sheet[AdjustmentRow]:
    """A worker's additions and deductions of this month and later ones."""
    month = today.isoformat()[:7]
    return Sheet(
        name="amounts",
        title=translate("Plans", "一次性增减（本月起）"),
        add=translate("Plans", "新增一笔"),
        empty=translate("Plans", "本月没有一次性的补贴或扣款。"),
        read=Call(pay_amounts.list_adjustments, (worker_id, month)),
        columns=[
            Column(translate("Plans", "月份"), 72, lambda row: row.month, Align.CENTRE),
            Column(translate("Plans", "项目"), 90, lambda row: row.item, stretch=True),
            Column(translate("Plans", "类型"), 122, lambda row: term(row.kind)),
            Column(
                translate("Plans", "金额（元）"),
                90,
                lambda row: yuan(_signed(row), grouped=True),
                Align.RIGHT,
                tone=lambda row: Tone.BAD if _signed(row) < 0 else Tone.PLAIN,
            ),
        ],
        rows=lambda found: found,
        fields=lambda _: amount_fields(),
        values=lambda row: _of(AdjustmentForm, row) if row else {"month": month},
        save=lambda row, values: Call(pay_amounts.save_adjustment, (worker_id, made(AdjustmentForm, values), _id(row))),
        withdraw=lambda row: Call(pay_amounts.withdraw_adjustment, (worker_id, row.record_id)),
    )


def amount_fields() -> list[Field]:
    """Everything of a month's amount a person types."""
    kinds = tuple((kind, term(kind)) for kind in AdjustmentKind)
    return [
        Field("month", translate("Plans", "月份"), hint="2026-11"),
        Field("kind", translate("Plans", "类型"), Kind.CHOICE, kinds),
        Field("item", translate("Plans", "项目"), hint=translate("Plans", "例如 高温补贴")),
        Field("amount_fen", translate("Plans", "金额（元）"), Kind.MONEY),
    ]


def _signed(row: AdjustmentRow) -> int:
    taken = row.kind in {AdjustmentKind.DAMAGE, AdjustmentKind.OTHER}
    return -row.amount_fen if taken else row.amount_fen


# ---------------------------------------------------------------- advances


def advances_sheet(worker_id: int, today: date) -> Sheet[AdvanceRow]:
    """A worker's advances, newest first."""
    return Sheet(
        name="advances",
        title=translate("Plans", "预支（先付的钱，从以后的工资里扣）"),
        add=translate("Plans", "新增预支"),
        empty=translate("Plans", "没有预支。"),
        read=Call(pay_amounts.list_advances, (worker_id,)),
        columns=[
            Column(translate("Plans", "日期"), 92, lambda row: row.day.isoformat(), Align.CENTRE),
            Column(translate("Plans", "金额（元）"), 90, lambda row: yuan(row.amount_fen, grouped=True), Align.RIGHT),
            Column(translate("Plans", "每月扣（元）"), 96, _instalment, Align.RIGHT, stretch=True),
            Column(translate("Plans", "还剩（元）"), 90, lambda row: left_text(row.left_fen), Align.RIGHT),
        ],
        rows=lambda view: view.rows,
        fields=lambda _: advance_fields(),
        values=lambda row: _of(AdvanceForm, row) if row else {"day": today},
        save=lambda row, values: Call(pay_amounts.save_advance, (worker_id, made(AdvanceForm, values), _id(row))),
        withdraw=lambda row: Call(pay_amounts.withdraw_advance, (worker_id, row.record_id)),
        foot=advances_foot,
    )


def advance_fields() -> list[Field]:
    """Everything of an advance a person types."""
    return [
        Field("day", translate("Plans", "付出的日期"), Kind.DATE),
        Field("amount_fen", translate("Plans", "金额（元）"), Kind.MONEY),
        Field("monthly_fen", translate("Plans", "每月扣（元）"), Kind.MONEY, hint=translate("Plans", "一次扣清就空着")),
        Field("note", translate("Plans", "备注")),
    ]


def advances_foot(view: AdvancesView) -> str:
    """What is left in all, and of what no row of the table shows."""
    parts = (
        (view.opening_left_fen, translate("Plans", "期初预支还剩 {left} 元。")),
        (view.overpaid_left_fen, translate("Plans", "更正查出多付的还剩 {left} 元。")),
        (view.other_jobs_left_fen, translate("Plans", "同一人另一段用工的还剩 {left} 元。")),
        (view.left_fen, translate("Plans", "一共还剩 {left} 元。")),
    )
    return "".join(words.format(left=yuan(fen, grouped=True)) for fen, words in parts if fen)


def left_text(fen: int) -> str:
    """What is left in yuan; a tick where nothing is."""
    return yuan(fen, grouped=True) if fen else translate("Plans", "已扣清")


def _instalment(row: AdvanceRow) -> str:
    return yuan(row.monthly_fen, grouped=True) if row.monthly_fen else translate("Plans", "一次扣清")


def _id(row: AllowanceRow | PlanRow | AdjustmentRow | AdvanceRow | None) -> int | None:
    return row.record_id if row is not None else None


def _of(
    form: type[AllowanceForm] | type[PlanForm] | type[AdjustmentForm] | type[AdvanceForm],
    row: AllowanceRow | PlanRow | AdjustmentRow | AdvanceRow,
) -> Mapping[str, object]:
    """A row as its form shows it."""
    return {each.name: getattr(row, each.name) for each in fields(form)}
