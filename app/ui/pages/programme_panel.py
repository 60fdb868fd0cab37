"""One indicator in the side panel: its definition, how its value came about, what lacks, and the way to its records."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.programme import IndicatorValue
from app.ui.desk import Desk
from app.ui.pages import programme_rows as rows
from app.ui.tables.columns import Tone
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button, label, tone_label
from app.ui.words import translate


class IndicatorPanel(QWidget):
    """``wanted`` carries the IndicatorValue whose records a person wants to see."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, value: IndicatorValue, month: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        lang, indicator = desk.lang, value.indicator
        column.addWidget(label(translate("Programme", "怎么算"), "small"))
        column.addWidget(label(rows.definition(indicator, lang), wraps=True, selectable=True))
        year = translate("Programme", "{year} 年 1 月至 {month}").format(year=month[:4], month=month)
        spans = ((month, value.month), (year, value.year))
        for title, measured in spans if indicator.yearly else spans[:1]:
            column.addSpacing(GRID)
            column.addWidget(label(title, "small"))
            unit = rows.unit_words(indicator.unit) if measured.value is not None else ""
            column.addWidget(label(f"{rows.shown(indicator, measured)} {unit}".strip(), "figure", selectable=True))
            if how := rows.reckoned(indicator, measured):
                column.addWidget(label(how, "formula", wraps=True, selectable=True))
        column.addSpacing(GRID)
        self.lacking = label(wraps=True)
        words = rows.lacking(value, lang)
        tone_label(self.lacking, words or translate("Programme", "记录齐了。"), Tone.WARN if words else Tone.GOOD)
        column.addWidget(self.lacking)
        target = translate("Programme", "目标：这里还没有登记年度目标的地方，只列实际数。")
        column.addWidget(label(target, "small", wraps=True))
        self.go = button(
            translate("Programme", "去看记录"), lambda: self.wanted.emit(value), "primary", name="see-records"
        )
        column.addWidget(self.go)
        column.addStretch(1)
