"""Today (今日): the day sheet, typed at the end of the day in three minutes without the mouse."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from app.domain.messages import render
from app.services import day as days
from app.services import day_choice, day_edit, day_pay
from app.services.day import DayRow, DaySheet
from app.services.day_choice import DayChoice
from app.services.day_edit import DayClosed, Saved
from app.services.day_pay import DayPay
from app.services.day_pieces import Item
from app.ui.desk import Desk
from app.ui.pages import today_panels as panels
from app.ui.pages import today_rows as rows
from app.ui.pages.today_acts import DayActs
from app.ui.pages.today_deeds import DayDeeds
from app.ui.pages.today_line import DayLine
from app.ui.pages.today_paste import DayPaste
from app.ui.pages.today_path import onward, path
from app.ui.pages.today_writer import DayWriter
from app.ui.tables.columns import Tone
from app.ui.tables.typing_grid import TypedModel, TypingGrid
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import BASE_PX
from app.ui.widgets.day_question import DayQuestion
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.parts import button, empty_state, label, restyle
from app.ui.widgets.stepper import PeriodStepper
from app.ui.words import translate

_HEADER = 44
_LINE, _LEAST_LINE = 270, 150
PAY_DELAY_MS = 400


class TodayPage(Page):
    """One day of every worker: marks, pieces, live sums, closing the day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Today", "今日"))
        self.day = desk.ctx.today()
        self.sheet: DaySheet | None = None
        self._extra: list[Item] = []
        self._pay: dict[int, DayPay] = {}
        self._chosen = False
        self._ask_day = DayQuestion(self.open_day)
        self._pay_timer = QTimer(self)
        self._pay_timer.setSingleShot(True)
        self._pay_timer.timeout.connect(self._reckon)
        self._make_head()
        self._make_table()
        self.deeds = DayDeeds(desk, self.refresh)
        self.writer = DayWriter(desk, self.table, self.deeds, self._row_put, self.refresh)
        self.line = DayLine(self.search, lambda: self.table.model.rows)
        self.line.noted.connect(lambda noted: self._note_exception(*noted))
        self.line.stood.connect(lambda row: self._stand(row.worker_id))
        self.line.narrowed.connect(self._narrow)
        self.line.finished.connect(self._leave_line)
        self.line.missed.connect(self._missed)
        self.line.pasted.connect(lambda _: self.paste())
        self.acts = DayActs(desk, self.table, self.writer)
        self.pasting = DayPaste(desk, self.table, self.panel, self.writer, self._add_items)
        self._bind_keys()
        desk.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the sheet of the day again; the first time, find out which day it is."""
        if not self._chosen:
            self.desk.ask(day_choice.which_day, then=self._choose_day, owner=self)
            return
        title = translate("Today", "读取当日记录")
        self.desk.ask(days.day_sheet, self.day, tuple(self._extra), then=self._show, owner=self, title=title)

    def open_day(self, day: date, worker_id: int | None = None) -> None:
        """Show another day; ``worker_id`` says where to stand."""
        self.grid.commit()
        self.panel.hide()
        self.line.reset()
        self.day, self._extra = day, []
        self._chosen = True
        self._ask_day.hide()
        self.table.setEnabled(True)
        self.grid.setFocus()
        self.desk.ask(days.day_sheet, day, (), then=lambda sheet: self._show(sheet, worker_id), owner=self)

    def leave(self) -> None:
        self.grid.commit()

    def go_to(self, jump: Jump) -> None:
        self.open_day(date.fromisoformat(jump.at) if jump.at else self.day, jump.worker_id or None)

    def close_day(self) -> None:
        """日结, or taking it back where the day is closed."""
        self.grid.commit()
        if self.sheet is not None and self.sheet.closed_by:
            self.desk.do("day", day_edit.reopen_day, self.day, then=self._reopened, owner=self)
        else:
            self.desk.do("day", day_edit.close_day, self.day, then=self._closed, owner=self)

    def accept_all(self) -> None:
        """Make every suggestion of the day a mark, and wait for the exceptions."""
        self.grid.commit()
        self.desk.do("day", day_edit.accept_all, self.day, then=self._note_and_refresh, owner=self)
        self.to_line()

    def undo(self) -> None:
        """Take back what was done last on this day."""
        self.grid.commit()
        self.deeds.undo(self.day)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.grid.commit()
        self.deeds.redo(self.day)

    def paste(self) -> None:
        """What lies in the clipboard, into the cell or, if it is more than a value, into a preview first."""
        self.pasting.paste(QGuiApplication.clipboard().text())

    def to_line(self) -> None:
        """Stand in the line for exceptions."""
        self.grid.commit()
        self.line.reset()
        self.search.setFocus()

    def _make_head(self) -> None:
        self._stepper = PeriodStepper(self.desk.look)
        self._stepper.moved.connect(lambda step: self.open_day(self.day + timedelta(days=step)))
        self.head.addWidget(self._stepper)
        self.search = self.add_search()
        larger = self.desk.look.base_px > BASE_PX  # then the title line needs the room
        self.search.setMinimumWidth(_LEAST_LINE if larger else _LINE)
        self.search.setMaximumWidth(max(_LINE, _LINE * self.desk.look.base_px // BASE_PX))
        self.search.setAccessibleName(translate("Today", "例外：编号或拼音，再按一个键"))
        self._all = button(translate("Today", "全部按建议 F9"), self.accept_all, name="accept-all")
        self._more = button(translate("Today", "＋ 工序 F4"), self._choose_item, name="add-item")
        self.head.addWidget(self._all)
        self.head.addWidget(self._more)
        self.close_button = self.add_primary(
            button(translate("Today", "日结 Ctrl+↵"), self.close_day, name="close-day")
        )

    def _make_table(self) -> None:
        self.grid = TypingGrid()
        self.grid.setAccessibleName(translate("Today", "当日出勤与计件"))
        self.grid.keys = {rows.MARK_COLUMN: rows.MARK_KEYS}
        self.grid.accepted.connect(self._accept)
        self.grid.onward = self._onward
        self.grid.horizontalHeader().setFixedHeight(_HEADER * max(BASE_PX, self.desk.look.base_px) // BASE_PX)
        look = self.desk.look
        self.table: RowsTable[DayRow] = RowsTable(look, self.grid, TypedModel(look.colours))
        self.table.when_empty(empty_state(translate("Today", "这一天没有在职的工人。先在“工人”里登记，或导入工作簿。")))
        self.body.addWidget(self._ask_day)
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.grid)
        self.panel.closed.connect(lambda _: self.grid.setFocus())
        self._keys = label("", "small", wraps=True)
        self.body.addWidget(self._keys)

    def _bind_keys(self) -> None:
        for keys, act in (
            ("Ctrl+Return", self.close_day),
            ("Ctrl+Enter", self.close_day),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+V", self.paste),
            ("Ctrl+D", self.acts.fill_down),
            ("/", self.to_line),
            ("F2", self.acts.as_before),
            ("F4", self._choose_item),
            ("F9", self.accept_all),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _show(self, sheet: DaySheet, worker_id: int | None = None) -> None:
        first = self.sheet is None or not self.grid.currentIndex().isValid()
        self.sheet = self.writer.sheet = sheet
        self._stepper.text.setText(rows.day_title(sheet))
        writers = rows.Writers(self.writer.mark, self.writer.pieces)
        columns, totals = rows.columns(sheet, self._pay, writers), rows.totals(sheet, self._pay, sheet.rows)
        self.table.show_rows(columns, sheet.rows, totals)
        self._more.setEnabled(bool(rows.without(sheet.items, sheet.columns)))
        self._say_closed(sheet)
        self._sum_up()
        if worker_id is not None or first:
            self._stand(worker_id)
        self._reckon()

    def _choose_day(self, choice: DayChoice) -> None:
        """Open the day to be noted, or ask which it is where the PC's clock cannot be right."""
        if not choice.doubt:
            self.open_day(choice.day)
            return
        self._ask_day.ask(render(choice.doubt, {}, self.desk.lang), choice.last_noted or choice.day)
        self.table.setEnabled(False)

    def _on_changed(self, subject: str) -> None:
        """After an import the day to be noted may be another."""
        if subject == "book":
            self._chosen = False

    def _reckon(self) -> None:
        """Ask what the day and the month so far earn."""
        self.desk.ask(day_pay.day_pay, self.day, then=self._show_pay, owner=self)

    def _show_pay(self, pay: dict[int, DayPay]) -> None:
        self._pay.clear()
        self._pay.update(pay)
        self.table.view.viewport().update()
        self._sum_up()

    def _say_closed(self, sheet: DaySheet) -> None:
        """Closing is the page's one blue button; taking it back is not, and the line of keys names what Ctrl+↵ does."""
        reopen, close = translate("Today", "取消日结 Ctrl+↵"), translate("Today", "日结 Ctrl+↵")
        self.close_button.setText(reopen if sheet.closed_by else close)
        self.close_button.setProperty("role", "" if sheet.closed_by else "primary")
        restyle(self.close_button)
        closing = translate("Today", "Ctrl+↵ 取消日结") if sheet.closed_by else translate("Today", "Ctrl+↵ 日结")
        self._keys.setText(f"{rows.keys_help()}　{closing}")
        if sheet.locked:
            self.desk.say(translate("Today", "本月工资已锁定：现在的修改会显示为“锁定后有变化”。"), Tone.WARN)

    def _stand(self, worker_id: int | None) -> None:
        at = next((at for at, row in enumerate(self.table.model.rows) if row.worker_id == worker_id), None)
        if at is not None or (not self.grid.currentIndex().isValid() and self.table.model.rows):
            index = self.table.model.index(at or 0, rows.MARK_COLUMN)
            self.grid.setCurrentIndex(index)
            self.grid.scrollTo(index)

    def _sum_up(self) -> None:
        if self.sheet is not None:
            shown = self.table.model.rows
            self.strip.show_figures(rows.figures(self.sheet, self._pay, shown))
            self.table.show_totals(rows.totals(self.sheet, self._pay, shown))

    def _row_put(self) -> None:
        self._sum_up()
        self._pay_timer.start(PAY_DELAY_MS)

    def _note_exception(self, row: DayRow, typed: str) -> None:
        now = next(one for one in self.table.model.rows if one.worker_id == row.worker_id)
        self._stand(row.worker_id)
        self.writer.mark(now, typed)

    def _narrow(self, fits: Sequence[DayRow] | None) -> None:
        shown = None if fits is None else {row.worker_id for row in fits}
        for at, row in enumerate(self.table.model.rows):
            self.grid.setRowHidden(at, shown is not None and row.worker_id not in shown)
        self.grid.doItemsLayout()

    def _missed(self, query: str) -> None:
        words = translate("Today", "没有找到“{query}”。可以打编号、姓名或拼音首字母。")
        self.desk.say(words.format(query=query), Tone.WARN)

    def _leave_line(self, pieces_follow: object) -> None:
        cells = path(self.table.model.rows, self.grid.isRowHidden)
        if pieces_follow and cells:
            self.grid.setCurrentIndex(self.table.model.index(*cells[0]))
        self.grid.setFocus()

    def _note_and_refresh(self, saved: Saved) -> None:
        self.deeds.note(self.day, saved)
        self.refresh()

    def _reopened(self, saved: Saved) -> None:
        self._note_and_refresh(saved)
        self.panel.hide()
        self.desk.say(translate("Today", "已取消日结"), Tone.GOOD)

    def _closed(self, answer: DayClosed) -> None:
        self._note_and_refresh(answer.saved)
        self.desk.say(translate("Today", "已日结"), Tone.GOOD)
        title = translate("Today", "{day} 已日结").format(day=self.day.isoformat())
        shown = self.table.model.rows
        panels.show_closed(self.panel, title, answer, rows.earned_text(self._pay, shown), rows.far_above(shown))

    def _accept(self, index: QModelIndex) -> None:
        row = self.table.model.rows[index.row()]
        if index.column() == rows.MARK_COLUMN and not row.mark and row.suggestion:
            self.writer.mark(row, row.suggestion)

    def _onward(self, index: QModelIndex) -> QModelIndex:
        place = onward(self.table.model.rows, (index.row(), index.column()), self.grid.isRowHidden)
        return QModelIndex() if place is None else self.table.model.index(*place)

    def _choose_item(self) -> None:
        if self.sheet is None:
            return
        menu = QMenu(self)
        for item in rows.without(self.sheet.items, self.sheet.columns):
            menu.addAction(rows.item_title(item).replace("\n", " · "), partial(self._begin_item, item.item))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _begin_item(self, item: Item) -> None:
        """A further column, the keyboard in it: its pieces are what is typed next."""
        self._extra.append(item)

        def shown(sheet: DaySheet) -> None:
            self._show(sheet)
            at = next(at for at, column in enumerate(sheet.columns) if column.item == item)
            row = max(self.grid.currentIndex().row(), 0)
            self.grid.setCurrentIndex(self.table.model.index(row, rows.FIRST_ITEM + at))
            self.grid.setFocus()

        self.desk.ask(days.day_sheet, self.day, tuple(self._extra), then=shown, owner=self)

    def _add_items(self, items: Sequence[Item]) -> None:
        self._extra += items
        self.refresh()
