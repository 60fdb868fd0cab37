"""The local festivals as records: a small table and the form of the one being written."""

from collections.abc import Mapping
from datetime import date

from app.services import local_days
from app.services.context import Context
from app.services.local_days import LocalDayRow
from app.services.pay_records import PaySaved
from app.ui.tables.columns import Align, Column, Tone
from app.ui.widgets.form import Field, Kind
from app.ui.widgets.record_sheet import Call, Sheet
from app.ui.words import translate


def local_sheet() -> Sheet[LocalDayRow]:
    """The local festivals as records."""
    return Sheet(
        name="local-day",
        title=translate("Rules", "地方节日"),
        add=translate("Rules", "新增节日"),
        empty=translate("Rules", "这里填本县的节日，例如火把节、彝族年：是否按三倍计薪由县里文件定。"),
        read=Call(local_days.local_days),
        columns=[
            Column(translate("Rules", "日期"), 96, lambda row: row.day.isoformat(), Align.CENTRE),
            Column(translate("Rules", "节日"), 110, lambda row: row.name, stretch=True),
            Column(translate("Rules", "三倍"), 56, lambda row: _yes_no(row.statutory), Align.CENTRE),
            Column(
                translate("Rules", "工资"), 76, lambda row: translate("Rules", "已锁定") if row.locked else "",
                Align.CENTRE, tone=lambda _: Tone.QUIET,
            ),
        ],
        rows=lambda found: found,
        fields=lambda _: local_fields(),
        values=_local_values,
        save=_save_local,
        withdraw=lambda row: Call(local_days.remove_local_day, (row.day,)),
        hint=translate("Rules", "国家法定节假日已在日历里，同一天不能再加。已锁定的工资不会改变。"),
    )  # fmt: skip


def local_fields() -> list[Field]:
    """What a person types of a local festival."""
    choices = ((True, translate("Rules", "是")), (False, translate("Rules", "否")))
    return [
        Field("day", translate("Rules", "日期"), Kind.DATE),
        Field("name", translate("Rules", "节日")),
        Field("statutory", translate("Rules", "按法定节假日计薪（三倍）"), Kind.CHOICE, choices),
    ]


def _local_values(row: LocalDayRow | None) -> Mapping[str, object]:
    return {"statutory": False} if row is None else {"day": row.day, "name": row.name, "statutory": row.statutory}


def _save_local(row: LocalDayRow | None, values: Mapping[str, object]) -> Call:
    return Call(save_local, (values["day"], values["name"], values["statutory"], row.day if row else None))


def save_local(
    ctx: Context, workshop_id: int, day: date | None, name: str | None, statutory: object, replaces: date | None
) -> PaySaved:
    """Write what the form says; a festival is threefold only where somebody says so."""
    return local_days.save_local_day(ctx, workshop_id, day, name or "", statutory=statutory is True, replaces=replaces)


def _yes_no(yes: object) -> str:
    return translate("Rules", "是") if yes else translate("Rules", "否")
