"""工资设置: what holds for the whole workshop: pay day and minimum wages, everybody's allowances, piece prices."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.money import price_text, yuan
from app.domain.pay_check import PriceForm, SettingsForm
from app.services import piece_prices, workshop_terms
from app.services.piece_prices import PriceRow, PricesView
from app.services.workshop_terms import SettingsRow
from app.ui.desk import Desk
from app.ui.pages.worker_pay import made
from app.ui.pages.worker_pay_plans import allowances_sheet
from app.ui.tables.columns import Align, Column, Tone
from app.ui.widgets.form import Field, Kind
from app.ui.widgets.record_sheet import Call, RecordSheet, Sheet
from app.ui.widgets.tabbed import TabbedPanel
from app.ui.words import translate


class WageSettings(TabbedPanel):
    """Settings (0), allowances for everybody (1), piece prices (2); ``saved`` carries the PaySaved."""

    def __init__(self, desk: Desk, at: int = 0) -> None:
        tabs = (
            ("settings", translate("WageSettings", "发薪和最低工资")),
            ("everybody", translate("WageSettings", "全员补贴")),
            ("prices", translate("WageSettings", "计件单价")),
        )
        super().__init__(desk, tabs, at)

    def made(self, at: int) -> QWidget:
        """The part of a tab, read anew."""
        self.sheet: RecordSheet[Any] = RecordSheet(self._desk, self._described(at))
        self.sheet.saved.connect(self.saved)
        return self.sheet

    def _described(self, at: int) -> Sheet[Any]:
        today = self._desk.ctx.today()
        if at == 0:
            return settings_sheet(today)
        return allowances_sheet(None, today) if at == 1 else prices_sheet(today)


def settings_sheet(today: date) -> Sheet[SettingsRow]:
    """The workshop's wage settings over time."""
    return Sheet(
        name="settings",
        title=translate("WageSettings", "发薪日和当地最低工资"),
        add=translate("WageSettings", "新设置（最低工资调整）"),
        empty=translate("WageSettings", "还没有设置：没有最低工资就不能检查和补足。"),
        read=Call(workshop_terms.list_settings),
        columns=[
            Column(translate("WageSettings", "从…起"), 88, lambda row: row.valid_from.isoformat(), Align.CENTRE),
            Column(translate("WageSettings", "发薪日"), 56, lambda row: str(row.pay_day or "–"), Align.RIGHT),
            Column(translate("WageSettings", "月最低（元）"), 90, _monthly, Align.RIGHT, stretch=True),
            Column(translate("WageSettings", "时最低（元）"), 88, _hourly, Align.RIGHT),
            Column("", 52, lambda row: _state(row, today), Align.CENTRE, tone=_state_tone),
        ],
        rows=lambda found: found,
        fields=lambda _: settings_fields(),
        values=_settings_values,
        save=lambda row, values: Call(
            workshop_terms.save_settings,
            (settings_form(values), row.valid_from if row else None),
        ),
        withdraw=lambda row: Call(workshop_terms.withdraw_settings, (row.valid_from,)),
        hint=translate("WageSettings", "最低工资按当地最近的文件填写；文件从哪一天起执行，就从哪一天起。"),
    )


def settings_fields() -> list[Field]:
    """Everything of the wage settings a person types."""
    yes_no = ((True, translate("WageSettings", "是")), (False, translate("WageSettings", "否")))
    return [
        Field("valid_from", translate("WageSettings", "从哪一天起"), Kind.DATE),
        Field("pay_day", translate("WageSettings", "发薪日（每月几号）"), Kind.NUMBER),
        Field("monthly_minimum_fen", translate("WageSettings", "月最低工资（元）"), Kind.MONEY),
        Field("hourly_minimum_fen", translate("WageSettings", "小时最低工资（元）"), Kind.MONEY),
        Field("pays_statutory", translate("WageSettings", "法定节假日计薪"), Kind.CHOICE, yes_no),
    ]


def settings_form(values: Mapping[str, object]) -> SettingsForm:
    """What the fields say; statutory days are paid unless somebody says no."""
    return made(SettingsForm, {**values, "pays_statutory": values["pays_statutory"] is not False})


def _settings_values(row: SettingsRow | None) -> Mapping[str, object]:
    if row is None:
        return {"pays_statutory": True}
    return {field.name: getattr(row, field.name) for field in settings_fields()}


def _monthly(row: SettingsRow) -> str:
    return yuan(row.monthly_minimum_fen, grouped=True) if row.monthly_minimum_fen else "–"


def _hourly(row: SettingsRow) -> str:
    return yuan(row.hourly_minimum_fen, grouped=True) if row.hourly_minimum_fen else "–"


def _state(row: SettingsRow | PriceRow, today: date) -> str:
    if row.in_force:
        return translate("WageSettings", "现行")
    return translate("WageSettings", "将来") if row.valid_from > today else ""


def _state_tone(row: SettingsRow | PriceRow) -> Tone:
    return Tone.ACCENT if row.in_force else Tone.QUIET


# ---------------------------------------------------------------- piece prices


def prices_sheet(today: date) -> Sheet[PriceRow]:
    """Piece prices over time; a wrong one is withdrawn and typed in again."""
    return Sheet(
        name="prices",
        title=translate("WageSettings", "每道工序从哪一天起多少钱"),
        add=translate("WageSettings", "新单价"),
        empty=translate("WageSettings", "还没有单价。产品和工序从工作簿导入。"),
        read=Call(piece_prices.list_prices),
        columns=[
            Column(translate("WageSettings", "产品 工序"), 120, _item, stretch=True, tip=_item),
            Column(translate("WageSettings", "从…起"), 92, lambda row: row.valid_from.isoformat(), Align.CENTRE),
            Column(translate("WageSettings", "单价（元）"), 84, lambda row: price_text(row.price_e4), Align.RIGHT),
            Column("", 52, lambda row: _state(row, today), Align.CENTRE, tone=_state_tone),
        ],
        rows=lambda view: view.rows,
        fields=price_fields,
        values=lambda row: {name: getattr(row, name) for name in ("process_id", "grade")} if row else {},
        save=lambda _, values: Call(piece_prices.add_price, (made(PriceForm, values),)),
        withdraw=lambda row: Call(piece_prices.withdraw_price, (row.process_id, row.grade, row.valid_from)),
        hint=translate("WageSettings", "单价改变时新增一条，从改变的那一天起；以前的计件仍按以前的单价。"),
    )


def price_fields(view: PricesView) -> Sequence[Field]:
    """Everything of a price a person types; the processes there are to choose from."""
    known = tuple((each.process_id, f"{each.product} · {each.process}") for each in view.processes)
    return [
        Field("process_id", translate("WageSettings", "产品 工序"), Kind.CHOICE, known),
        Field("grade", translate("WageSettings", "等级"), hint=translate("WageSettings", "不分等级就空着")),
        Field("valid_from", translate("WageSettings", "从哪一天起"), Kind.DATE),
        Field("price_e4", translate("WageSettings", "单价（元）"), Kind.PRICE),
    ]


def _item(row: PriceRow) -> str:
    return f"{row.product} · {row.process}{' ' + row.grade if row.grade else ''}"
