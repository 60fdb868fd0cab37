"""Days typed into forms as people write them: read, spelled out when left, refused with words at the field."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.ui.driver import type_text
from app.ui.widgets.day_field import clock_day
from app.ui.widgets.form import Field, FieldForm, Kind

TODAY = date(2026, 10, 21)


@pytest.fixture
def dated(qtbot) -> FieldForm:
    """A form with a day and a text, on 21 October 2026."""
    made = FieldForm([Field("day", "日期", Kind.DATE), Field("note", "备注")], lambda: TODAY)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def typed(dated: FieldForm, text: str) -> QLineEdit:
    """Type a day and go on to the next field by Tab."""
    field = dated.editors["day"]
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    return field


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(("2026-10-08", "2026-10-08"), ("2026/10/8", "2026-10-08"), ("10-8", "2026-10-08"), ("10/8", "2026-10-08")),
        *(("8", "2026-10-08"), ("今天", "2026-10-21"), ("昨天", "2026-10-20")),
    ],
)
def test_a_day_is_read_and_spelled_out_when_the_field_is_left(dated: FieldForm, text: str, day: str) -> None:
    edited = []
    dated.edited.connect(edited.append)
    field = typed(dated, text)
    assert (field.text(), dated.values()) == (day, {"day": date.fromisoformat(day), "note": ""})
    assert edited == ["day"]
    assert dated.changed() == ("日期",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1899-12-31", "1899-12-31 不会是这里要的日期：应在 1950 年到 2100 年之间。"),
        ("2999-01-01", "2999-01-01 不会是这里要的日期：应在 1950 年到 2100 年之间。"),
        ("2-30", "2026 年没有 2 月 30 日，请改正。"),
        ("soon", "日期看不懂，请写成 2026-10-08、10-8、8 或“昨天”。"),
        ("=cmd()", "日期看不懂，请写成 2026-10-08、10-8、8 或“昨天”。"),
    ],
)
def test_what_cannot_be_is_said_at_the_field(dated: FieldForm, text: str, said: str) -> None:
    field = typed(dated, text)
    assert dated.values() is None
    assert (field.text(), dated.notes["day"].text(), field.property("state")) == (text, said, "bad")
    assert field.hasFocus()


def test_an_empty_day_is_none_and_todays_is_the_clocks(dated: FieldForm) -> None:
    assert dated.values() == {"day": None, "note": ""}
    assert clock_day() == date.today()  # noqa: DTZ011  a person's own day
