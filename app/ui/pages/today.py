"""Today (今日): the day sheet, typed at the end of the day in three minutes without the mouse."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from app.domain.attendance import MarkError
from app.domain.messages import render
from app.domain.messages.text import listing
from app.services import day as days
from app.services import day_choice, day_edit, day_pay, undo
from app.services.day import DayRow, DaySheet
from app.services.day_choice import DayChoice
from app.services.day_edit import DayClosed, MarkSaved, Saved
from app.services.day_pieces import Item
from app.services.day_pay import DayPay
from app.ui.desk import Desk
from app.ui.pages import today_rows as rows
from app.ui.tables.columns import Tone
from app.ui.tables.typing_grid import TypedModel, TypingGrid
from app.ui.tables.view import RowsTable
from app.ui.widgets.day_question import DayQuestion
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.parts import button, empty_state, label, restyle
from app.ui.widgets.stepper import PeriodStepper
from app.ui.words import translate

_HEADER = 44
PAY_DELAY_MS = 400


class TodayPage(Page):
    """One day of every worker: marks, pieces, live sums, closing the day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Today", "今日"))
        self.day = desk.ctx.today()
        self.sheet: DaySheet | None = None
        self._extra: list[Item] = []
        self._done: list[Saved] = []
        self._pay: dict[int, DayPay] = {}
        self._chosen = False
        self._ask_day = DayQuestion(self.open_day)
        self._pay_timer = QTimer(self)
        self._pay_timer.setSingleShot(True)
        self._pay_timer.timeout.connect(self._reckon)
        self._stepper = PeriodStepper(desk.look)
        self._stepper.moved.connect(lambda step: self.open_day(self.day + timedelta(days=step)))
        self.head.addWidget(self._stepper)
        self.search = self.add_search()
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._to_grid)
        self._more = button(translate("Today", "＋ 工序"), self._choose_item, name="add-item")
        self.head.addWidget(self._more)
        self.close_button = self.add_primary(
            button(translate("Today", "日结 Ctrl+↵"), self.close_day, name="close-day")
        )
        self.grid = TypingGrid()
        self.grid.keys = {rows.MARK_COLUMN: rows.MARK_KEYS}
        self.grid.accepted.connect(self._accept)
        self.grid.horizontalHeader().setFixedHeight(_HEADER)
        self.table: RowsTable[DayRow] = RowsTable(desk.look, self.grid, TypedModel(desk.look.colours))
        self.table.when_empty(empty_state(translate("Today", "这一天没有在职的工人。先在“工人”里登记，或导入工作簿。")))
        self.body.addWidget(self._ask_day)
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.grid)
        self._keys = label("", "small")
        self.body.addWidget(self._keys)
        self._bind_keys()
        desk.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the sheet of the day again; the first time, find out which day it is."""
        if not self._chosen:
            self.desk.ask(day_choice.which_day, then=self._choose_day, owner=self)
            return
        self.desk.ask(
            days.day_sheet,
            self.day,
            tuple(self._extra),
            then=self._show,
            owner=self,
            title=translate("Today", "读取当日记录"),
        )

    def open_day(self, day: date, worker_id: int | None = None) -> None:
        """Show another day; ``worker_id`` says where to stand."""
        self.grid.commit()
        self.day, self._done, self._extra = day, [], []
        self._chosen = True
        self._ask_day.hide()
        self.table.setEnabled(True)
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
        """Make every suggestion of the day a mark."""
        self.grid.commit()
        self.desk.do("day", day_edit.accept_all, self.day, then=self._note_and_refresh, owner=self)

    def undo(self) -> None:
        """Take back the last thing typed here."""
        self.grid.commit()
        if not self._done:
            self.desk.say(translate("Today", "没有可以撤销的修改。"), Tone.QUIET)
            return
        saved = self._done.pop()
        self.desk.tasks.run(
            lambda: undo.undo(self.desk.ctx, saved), self._undone, failed=self.desk.say_fault, owner=self
        )

    def _bind_keys(self) -> None:
        for keys, act in (
            ("Ctrl+Return", self.close_day),
            ("Ctrl+Enter", self.close_day),
            ("Ctrl+Z", self.undo),
            ("Ctrl+D", self._fill_down),
            ("F2", self._as_before),
            ("F9", self.accept_all),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _show(self, sheet: DaySheet, worker_id: int | None = None) -> None:
        self.sheet = sheet
        self._stepper.text.setText(rows.day_title(sheet))
        writers = rows.Writers(self._write_mark, self._piece_writer)
        columns, totals = rows.columns(sheet, self._pay, writers), rows.totals(sheet, self._pay, sheet.rows)
        self.table.show_rows(columns, sheet.rows, totals)
        self._more.setEnabled(bool(rows.without(sheet.items, sheet.columns)))
        self._say_closed(sheet)
        self._sum_up()
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
        self._keys.setText(f"{_keys_help()}　{closing}")
        if sheet.locked:
            self.desk.say(translate("Today", "本月工资已锁定：现在的修改会显示为“锁定后有变化”。"), Tone.WARN)

    def _stand(self, worker_id: int | None) -> None:
        at = next((at for at, row in enumerate(self.table.model.rows) if row.worker_id == worker_id), None)
        if at is not None or (not self.grid.currentIndex().isValid() and self.table.model.rows):
            self.grid.setCurrentIndex(self.table.model.index(at or 0, rows.MARK_COLUMN))
        self.grid.setFocus()

    def _sum_up(self) -> None:
        if self.sheet is not None:
            shown = self.table.model.rows
            self.strip.show_figures(rows.figures(self.sheet, self._pay, shown))
            self.table.show_totals(rows.totals(self.sheet, self._pay, shown))

    def _put(self, row: DayRow) -> None:
        at = next(at for at, old in enumerate(self.table.model.rows) if old.worker_id == row.worker_id)
        self.table.model.put_row(at, row)
        self._sum_up()
        self._pay_timer.start(PAY_DELAY_MS)

    def _write_mark(self, row: DayRow, typed: str) -> bool:
        text = rows.meant_mark(row, typed)
        try:
            noted = rows.with_mark(row, text)
        except MarkError as fault:
            self.desk.say(render(f"book_{fault.code}", {"value": text}, self.desk.lang), Tone.BAD)
            return False
        self._put(noted)
        self.desk.do(
            "day", day_edit.set_mark, self.day, row.worker_id, text, then=self._noted, failed=self._refused, owner=self
        )
        return True

    def _piece_writer(self, at: int) -> Callable[[DayRow, str], bool]:
        return lambda row, typed: self._write_pieces(at, row, typed)

    def _write_pieces(self, at: int, row: DayRow, typed: str) -> bool:
        sheet = self.sheet
        if sheet is None:
            return False
        try:
            milli = rows.read_pieces(typed)
        except ValueError:
            self.desk.say(render("pieces_not_read", {}, self.desk.lang), Tone.BAD)
            return False
        if milli == row.cells[at].good_milli:
            return True
        self._put(rows.with_pieces(row, at, milli))
        self.desk.do(
            "day",
            day_edit.set_pieces,
            self.day,
            row.worker_id,
            sheet.columns[at].item,
            milli,
            then=self._done.append,
            failed=self._refused,
            owner=self,
        )
        return True

    def _noted(self, answer: MarkSaved) -> None:
        self._done.append(answer.saved)

    def _refused(self, fault: Exception) -> None:
        self.desk.say_fault(fault)
        self.refresh()

    def _note_and_refresh(self, saved: Saved) -> None:
        self._done.append(saved)
        self.refresh()

    def _undone(self, _: Saved) -> None:
        self.desk.say(translate("Today", "已撤销"), Tone.GOOD)
        self.desk.changed.emit("day")
        self.refresh()

    def _reopened(self, saved: Saved) -> None:
        self._note_and_refresh(saved)
        self.desk.say(translate("Today", "已取消日结"), Tone.GOOD)

    def _closed(self, answer: DayClosed) -> None:
        self._note_and_refresh(answer.saved)
        self.desk.say(translate("Today", "已日结"), Tone.GOOD)
        if answer.not_filled:
            names = listing(answer.not_filled[:6], "…" if len(answer.not_filled) > 6 else "").text(self.desk.lang)
            words = translate("Today", "已日结，仍有 {count} 人未填：{names}。未填不算缺勤。")
            self.desk.say(words.format(count=len(answer.not_filled), names=names), Tone.WARN)

    def _accept(self, index: QModelIndex) -> None:
        row = self.table.model.rows[index.row()]
        if index.column() == rows.MARK_COLUMN and not row.mark and row.suggestion:
            self._write_mark(row, row.suggestion)

    def _as_before(self) -> None:
        index = self.grid.currentIndex()
        if index.isValid():
            row = self.table.model.rows[index.row()]
            if row.suggestion:
                self._write_mark(row, row.suggestion)

    def _fill_down(self) -> None:
        """The present cell's value for the next worker, and stand there."""
        self.grid.commit()
        index = self.grid.currentIndex()
        below = self.table.model.index(index.row() + 1, index.column())
        column = self.table.model.columns[index.column()] if index.isValid() else None
        if column is None or column.write is None or not below.isValid():
            return
        row = self.table.model.rows[index.row()]
        text = row.mark if index.column() == rows.MARK_COLUMN else column.text(row).replace("–", "0").rstrip(" *")
        column.write(self.table.model.rows[below.row()], text)
        self.grid.setCurrentIndex(below)

    def _to_grid(self) -> None:
        self.grid.setFocus()

    def _find(self, text: str) -> None:
        for at, row in enumerate(self.table.model.rows):
            self.grid.setRowHidden(at, bool(text) and text not in row.name and not row.no.startswith(text))

    def _choose_item(self) -> None:
        if self.sheet is None:
            return
        menu = QMenu(self)
        for item in rows.without(self.sheet.items, self.sheet.columns):
            menu.addAction(rows.item_title(item).replace("\n", " · "), self._item_adder(item.item))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _item_adder(self, item: Item) -> Callable[[], None]:
        def add() -> None:
            self._extra.append(item)
            self.refresh()

        return add


def _keys_help() -> str:
    return translate(
        "Today",
        "↵ 确认建议并下移　v 出勤　h 半天　a 旷工　l 事假　b 病假　x 休　6.5 小时数　+2 加班　j8 假日上班　"
        "F2 同上一工作日　F9 全部按建议　Ctrl+D 向下填充　Ctrl+Z 撤销",
    )
