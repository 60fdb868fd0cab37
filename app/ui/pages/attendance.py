"""Attendance (考勤): a month of everybody, typed, filled and pasted by ranges; the same as a heat map."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.domain.month_marks import RefusedMark
from app.services import day_choice, month_sheet
from app.services.day_choice import DayChoice
from app.services.month_sheet import MonthSheet
from app.ui.desk import Desk
from app.ui.pages import attendance_rows as rows
from app.ui.pages.attendance_edits import MonthEdits
from app.ui.pages.attendance_grid import MonthTable
from app.ui.pages.attendance_legend import Legend
from app.ui.pages.attendance_menus import MonthMenus
from app.ui.pages.attendance_model import MonthModel
from app.ui.pages.attendance_picture import PictureView
from app.ui.pages.attendance_rows import Act, MonthState
from app.ui.tables.columns import Tone
from app.ui.widgets.cell_note import CellNote
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.parts import button, empty_state, label, tone_label
from app.ui.widgets.stepper import PeriodStepper
from app.ui.widgets.tabs import TabRow
from app.ui.words import translate

_GRID, _PICTURE, _EMPTY = 0, 1, 2
_MOST_NAMED = 60


class AttendancePage(Page):
    """One month of every worker; Enter on a heading, or Ctrl+Enter in a cell, opens the day on Today."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Attendance", "考勤"))
        self.month = ""
        self.state: MonthState | None = None
        self._wanted: tuple[int, date | None] = (0, None)
        self._view = _GRID
        self._stepper = PeriodStepper(desk.look)
        self._stepper.moved.connect(self._step)
        self.head.addWidget(self._stepper)
        self.tabs = TabRow([("grid", translate("Attendance", "表格")), ("picture", translate("Attendance", "热图"))])
        self.tabs.turned.connect(self.turn)
        self.tabs.mark(_GRID)
        self.head.addWidget(self.tabs)
        self.search = self.add_search()
        self.search.textChanged.connect(lambda _: self._show_rows())
        self.search.returnPressed.connect(self._focus)
        self.model = MonthModel(desk.look.colours, self._write)
        self.table = MonthTable(desk.look, self.model)
        self.grid = self.table.grid
        self.edits = MonthEdits(desk, self.table)
        self.note = CellNote(self.grid)
        self.back = self._act(translate("Attendance", "撤销"), self.edits.undo, "undo-month")
        self.again = self._act(translate("Attendance", "重做"), self.edits.redo, "redo-month")
        self.fill = self.add_primary(
            button(translate("Attendance", "按日历填空 F9"), self.edits.fill_calendar, name="fill-calendar")
        )
        self.fill.setToolTip(
            translate("Attendance", "选中的空格：工作日按本人前一工作日或 √，休息日和法定节假日填休。Ctrl+A 选全月。")
        )
        self._lasting = label(wraps=True)
        self.body.addWidget(self._lasting)
        self.body.addWidget(self._make_views(desk), 1)
        self.legend = Legend(desk.look)
        self.body.addWidget(self.legend)
        self.setFocusProxy(self.grid)
        self._connect()
        self._bind_keys()
        self._say_acts()

    def refresh(self) -> None:
        """Read the month again; the first time the one of today, or of the last day noted where the clock is wrong."""
        if self.month:
            self.desk.ask(
                month_sheet.month_sheet,
                self.month,
                then=self._show,
                owner=self,
                title=translate("Attendance", "读取考勤"),
            )
        else:
            self.desk.ask(day_choice.which_day, then=self._choose, owner=self)

    def open_month(self, month: str) -> None:
        """Show another month; where nobody knows its calendar the present one stays, and that is said."""
        self.grid.commit()
        self.note.hide()
        self.desk.ask(
            month_sheet.month_sheet, month, then=self._show, owner=self, title=translate("Attendance", "读取考勤")
        )

    def leave(self) -> None:
        self.grid.commit()

    def go_to(self, jump: Jump) -> None:
        day = date.fromisoformat(jump.at) if len(jump.at) == len("2026-10-21") else None
        self._wanted = (jump.worker_id, day)
        if jump.at:
            self.open_month(jump.at[:7])
        else:
            self.refresh()

    def turn(self, view: int) -> None:
        """Show the table (0) or the heat map (1)."""
        self.grid.commit()
        self._view = view
        self.tabs.mark(view)
        self._show_rows()
        self._focus()

    def open_day(self, at: int) -> None:
        """Open a day of the month on Today, at the worker the keyboard stands on."""
        self.grid.commit()
        if self.state is not None and at < self.model.days:
            row = self.grid.currentIndex().row()
            worker_id = self.model.shown[row] if 0 <= row < len(self.model.shown) else 0
            self.jumped.emit(Jump("today", worker_id, at=self.state.sheet.days[at].isoformat()))

    # ---------------------------------------------------------------- making

    def _act(self, title: str, done: Callable[[], object], name: str) -> QPushButton:
        made = button(title, done, "flat", name=name)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.head.addWidget(made)
        return made

    def _make_views(self, desk: Desk) -> QStackedWidget:
        self.painted = PictureView(desk.look)
        self.painted.chosen.connect(self._open_square)
        go = button(
            translate("Attendance", "去登记工人"), lambda: self.jumped.emit(Jump("people")), "primary", name="go-people"
        )
        words = translate("Attendance", "这里是全月每个人每天的考勤。这个月没有在职的工人：先登记工人，或看别的月份。")
        self.views = QStackedWidget()
        for view in (self.table, self.painted, empty_state(words, go)):
            self.views.addWidget(view)
        return self.views

    def _connect(self) -> None:
        self.edits.wrote.connect(lambda _: self._sum_up())
        self.edits.refused.connect(self._refused)
        self.edits.stale.connect(self._stale)
        self.edits.acted.connect(lambda _: self._say_acts())
        self.grid.range_typed.connect(self.edits.write_range)
        self.grid.leaving.connect(self._check_cell)
        self.table.heading.day_wanted.connect(self.open_day)
        self.menus = MonthMenus(self, self.table, self.edits, self.open_day)

    def _bind_keys(self) -> None:
        edits = self.edits
        for keys, act in (
            ("Ctrl+D", edits.fill_down),
            ("Ctrl+R", edits.fill_right),
            ("F9", edits.fill_calendar),
            ("Ctrl+C", edits.copy),
            ("Ctrl+V", edits.paste),
            ("Ctrl+Z", edits.undo),
            ("Ctrl+Y", edits.redo),
            ("Ctrl+Shift+Z", edits.redo),
            ("Ctrl+Return", self._open_present),
            ("Ctrl+Enter", self._open_present),
        ):
            self._bind(self.table, keys, act)
        for view in (_GRID, _PICTURE):
            self._bind(self, f"Alt+{view + 1}", partial(self.turn, view))

    def _bind(self, widget: QWidget, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    # ---------------------------------------------------------------- showing

    def _choose(self, choice: DayChoice) -> None:
        day = (choice.last_noted or choice.day) if choice.doubt else self.desk.ctx.today()
        self.month = day.isoformat()[:7]
        self.refresh()

    def _show(self, sheet: MonthSheet) -> None:
        self.month = sheet.month
        self.state = MonthState(sheet)
        self._stepper.text.setText(sheet.month)
        self._say_lasting(sheet)
        self._show_rows()
        self._sum_up()
        self._stand()

    def _show_rows(self) -> None:
        """The workers a search leaves, in the view that is open."""
        if self.state is None:
            return
        self.note.hide()
        found = self.state.found(self.search.text().strip())
        self.table.show_month(self.state, found)
        if self._view == _PICTURE:
            self.painted.show_month(self.state, found)
        self.views.setCurrentIndex(self._view if self.state.rows else _EMPTY)
        self.legend.setVisible(self._view == _GRID and bool(self.state.rows))
        for part in (self.back, self.again, self.fill):
            part.setVisible(self._view == _GRID)

    def _say_lasting(self, sheet: MonthSheet) -> None:
        """What holds for the whole month stands above it for as long as it is open."""
        parts = []
        if sheet.locked:
            parts.append(translate("Attendance", "本月工资已锁定：现在的修改会显示为“锁定后有变化”。"))
        if sheet.calendar.provisional:
            parts.append(translate("Attendance", "日历暂定：本年放假通知还没有，只知道法定节假日。"))
        tone_label(self._lasting, "　".join(parts), Tone.WARN)
        self._lasting.setVisible(bool(parts))

    def _sum_up(self) -> None:
        if self.state is not None:
            self.strip.show_figures(rows.figures(self.state))

    def _say_acts(self) -> None:
        """What undo and redo would do, on their buttons."""
        for part, keys, acts in ((self.back, "Ctrl+Z", self.edits.done), (self.again, "Ctrl+Y", self.edits.undone)):
            what = rows.act_words(acts[-1].changed) if acts else translate("Attendance", "没有")
            part.setToolTip(f"{keys}　{what}")
            part.setAccessibleDescription(what)

    def _stand(self) -> None:
        """Go where another page wanted to; else today's column the first time."""
        (worker_id, day), self._wanted = self._wanted, (0, None)
        if self.state is None or not self.model.shown:
            return
        index = self.grid.currentIndex()
        at = self.model.shown.index(worker_id) if worker_id in self.model.shown else max(index.row(), 0)
        if day is not None and day in self.state.sheet.days:
            self.table.stand(at, day.day - 1)
        elif worker_id:
            self.table.stand(at, max(index.column(), 0))

    def _focus(self) -> None:
        (self.painted if self._view == _PICTURE else self.grid).setFocus()

    # ---------------------------------------------------------------- acting

    def _step(self, step: int) -> None:
        first = date.fromisoformat(f"{self.month}-01")
        day = first - timedelta(days=1) if step < 0 else first + timedelta(days=31)
        self.open_month(day.isoformat()[:7])

    def _write(self, row: int, day: int, typed: str) -> bool:
        return self.edits.write_cell(row, day, typed)

    def _check_cell(self, left: tuple[QModelIndex, str]) -> None:
        """Before a cell is left by key: what cannot be taken is said there, and the keyboard stays."""
        index, typed = left
        bad = self.edits.refusal_of(index.row(), index.column(), typed)
        if bad is not None:
            self.grid.stay()
            self._refused((bad,))

    def _refused(self, refused: tuple[RefusedMark, ...]) -> None:
        """One cell: said at the cell. Several: all of them in the side panel, each a way to its cell."""
        words = month_sheet.MarksRefusedError(refused).text(self.desk.lang)
        self.desk.say(words, Tone.BAD)
        if len(refused) == 1:
            self._say_at_cell(refused[0])
            return
        column = self.panel.begin(translate("Attendance", "没有写入：{count} 格不能填").format(count=len(refused)))
        for bad in refused[:_MOST_NAMED]:
            go = button(f"{bad.no} {bad.name} {bad.day:%m-%d}", partial(self._say_at_cell, bad), "link")
            column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(label(bad.why(self.desk.lang), "secondary", wraps=True))
        if len(refused) > _MOST_NAMED:
            more = translate("Attendance", "还有 {count} 格。").format(count=len(refused) - _MOST_NAMED)
            column.addWidget(label(more, "secondary"))
        column.addStretch(1)

    def _say_at_cell(self, bad: RefusedMark) -> None:
        if bad.worker_id in self.model.shown and self.state is not None and bad.day in self.state.sheet.days:
            row = self.model.shown.index(bad.worker_id)
            self.table.stand(row, bad.day.day - 1)
            self.grid.scrollTo(self.grid.currentIndex())
            self.note.say(bad.why(self.desk.lang), row, bad.day.day - 1)

    def _stale(self, act: Act | None) -> None:
        """Read again; after undo and redo in the month it was done in, standing at its first cell."""
        if act is not None:
            self._wanted = (act.changed[0].worker_id, act.changed[0].day)
            self.month = act.month
        self.refresh()

    def _open_present(self) -> None:
        self.open_day(self.grid.currentIndex().column())

    def _open_square(self, place: tuple[int, int]) -> None:
        self.turn(_GRID)
        self.table.stand(*place)
