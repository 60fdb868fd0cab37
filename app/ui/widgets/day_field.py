"""A field a day is typed into: read as people write it, and spelled out when it is left."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QLineEdit

from app.domain.typed_day import FIRST_DAY, LAST_DAY, UnbelievableDayError, read_day
from app.ui.words import translate


def clock_day(now: Callable[[], datetime] = datetime.now) -> date:
    """Today by the PC's clock, for forms that are given no other."""
    return now().date()


def spell_day(field: QLineEdit, today: Callable[[], date]) -> None:
    """What is typed stands there in full once the field is left: 8 becomes 2026-10-08. What is no day stays."""

    def spell() -> None:
        try:
            text = read_day(field.text(), today()).isoformat()
        except ValueError:
            return
        if text != field.text():
            typed = field.isModified()
            field.setText(text)
            field.setModified(typed)

    field.editingFinished.connect(spell)


def unread_day(error: ValueError) -> str:
    """Why a day cannot be taken, and how it is written."""
    if not isinstance(error, UnbelievableDayError):
        return translate("Day", "日期看不懂，请写成 2026-10-08、10-8、8 或“昨天”。")
    if error.day is None:
        year, month, day = error.parts
        return translate("Day", "{year} 年没有 {month} 月 {day} 日，请改正。").format(year=year, month=month, day=day)
    words = translate("Day", "{day} 不会是这里要的日期：应在 {first} 年到 {last} 年之间。")
    return words.format(day=error.day, first=FIRST_DAY.year, last=LAST_DAY.year)
