"""Production (生产): piece entries of a month or a span, typed in line by line, summed by day, worker and process;
materials out to home workers and back.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.services import production, production_view
from app.services.history import Subject
from app.services.page_deeds import Scope
from app.services.production import PiecesSaved
from app.services.production_view import GroupSums, PieceChoices, PieceRow, ProductionView
from app.ui.desk import Desk
from app.ui.pages import production_rows as rows
from app.ui.pages.production_editor import PieceEditor
from app.ui.pages.production_entry import PieceLine
from app.ui.pages.production_materials import MaterialsTab
from app.ui.pages.production_sums import Grouping, SumsTable, groupings
from app.ui.pages.sales_rows import Span, month_span, quantity
from app.ui.pages.sales_span import SpanRow
from app.ui.tables.columns import Tone
from app.ui.tables.view import RowsTable
from app.ui.widgets.history import offer_history
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.parts import button, empty_state, label
from app.ui.widgets.stepper import PeriodStepper
from app.ui.widgets.tabs import TabRow
from app.ui.widgets.undoing import offer_undo
from app.ui.widgets.unsaved import may_leave
from app.ui.widgets.views import offer_views
from app.ui.words import translate

LIST, DAYS, WORKERS, ITEMS, MATERIALS = range(5)


class ProductionPage(Page):
    """The entries of a span; the quick line above, one entry in the side panel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Production", "生产"))
        self.span = month_span(desk.ctx.today().isoformat()[:7])
        self.view: ProductionView | None = None
        self.editor: PieceEditor | None = None
        self._choices = PieceChoices((), ())
        self._groupings = dict(zip((DAYS, WORKERS, ITEMS), groupings(), strict=True))
        self._at = LIST
        self._head()
        self.line = PieceLine(desk)
        self.table: RowsTable[PieceRow] = RowsTable(desk.look)
        self.groups = SumsTable(desk.look)
        self.materials = MaterialsTab(desk, self)
        self.span_row = SpanRow(desk)
        self.span_row.hide()
        self._lay_out()
        self._bind()
        self.setFocusProxy(self.line.worker_field)

    # ---------------------------------------------------------------- what it shows

    def refresh(self) -> None:
        """Read what may be chosen, and the open view."""
        self.desk.ask(production_view.piece_choices, then=self._show_choices, owner=self)
        self._read()

    def go_to(self, jump: Jump) -> None:
        """Open the month a jump names (YYYY-MM, or a day in it); the next entry is of that day."""
        if len(jump.at) == len("2026-11-08"):
            self.line.day.setText(jump.at)
        if jump.at:
            self.span = month_span(jump.at[:7])
            self._say_span()
        self.refresh()

    def open_span(self, span: Span) -> None:
        """Look at another month or span."""
        self.span = span
        self._say_span()
        self._read()

    def turn(self, at: int) -> None:
        """Show the entries (0), sums by day, worker or item (1–3), the materials (4)."""
        self._at = at
        self.tabs.mark(at)
        self.views.setCurrentIndex({LIST: 0, MATERIALS: 2}.get(at, 1))
        self.line.setVisible(at == LIST)
        self.saved_views.button.setVisible(at == LIST)
        for part in (self._stepper, self.span_button):
            part.setVisible(at != MATERIALS)
        self.span_row.setVisible(self.span_row.isVisible() and at != MATERIALS)
        places: dict[int, QWidget] = {LIST: self.line.worker_field, MATERIALS: self.materials.line.worker_field}
        self.setFocusProxy(places.get(at, self.groups.view))
        self._read()

    def open_entry(self, row: PieceRow) -> None:
        """One entry in the side panel."""
        if not may_leave(self.panel):
            return
        self.editor = PieceEditor(self.desk, row, self._choices)
        self.editor.saved.connect(self._edited)
        self.editor.deleted.connect(self._deleted)
        self.panel.begin(f"{row.day}　{rows.workers_text(row)}").addWidget(self.editor, 1)
        self.editor.begin()

    # ---------------------------------------------------------------- making it

    def _head(self) -> None:
        self._stepper = PeriodStepper(self.desk.look)
        self._stepper.text.setText(self.span.title)
        self._stepper.moved.connect(lambda step: self.open_span(self.span.moved(step)))
        self.head.addWidget(self._stepper)
        self.search = self.add_search()
        self.search.setAccessibleName(translate("Production", "查找：工人、产品、工序或日期"))
        self.search.textChanged.connect(lambda _: self._find())
        self.span_button = button(translate("Production", "时间段…"), self._ask_span, name="production-span")
        self.head.addWidget(self.span_button)
        self.begin_button = self.add_primary(
            button(translate("Production", "记一笔 Ctrl+N"), self._begin, name="production-begin")
        )

    def _lay_out(self) -> None:
        self.body.addWidget(self.span_row)
        self.body.addWidget(self.line)
        self.tabs = TabRow(
            [
                ("list", translate("Production", "明细")),
                ("days", translate("Production", "按日")),
                ("workers", translate("Production", "按工人")),
                ("items", translate("Production", "按产品工序")),
                ("materials", translate("Production", "原料")),
            ]
        )
        alone = QStackedWidget()  # a tab leaves nothing behind: the lines keep what is typed into them
        alone.addWidget(self.tabs)
        alone.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body.addWidget(alone)
        self.more = label("", "small", wraps=True)
        self.more.hide()
        self.body.addWidget(self.more)
        self.views = QStackedWidget()
        for part in (self.table, self.groups, self.materials):
            self.views.addWidget(part)
        self.body.addWidget(self.views, 1)
        self._say_empty()
        self.tabs.mark(LIST)

    def _say_empty(self) -> None:
        words = translate("Production", "这里是做好的活：谁做了哪道工序多少件。这段时间还没有，在上面一行记一笔。")
        act = button(translate("Production", "记一笔"), self.line.begin, "primary", name="production-first")
        self.table.when_empty(empty_state(words, act))

    def _bind(self) -> None:
        self.tabs.turned.connect(self.turn)
        self.line.added.connect(self._added)
        self.table.opened.connect(self.open_entry)
        self.table.view.clicked.connect(lambda index: self.open_entry(self.table.model.rows[index.row()]))
        self.table.row_acts.append((translate("Production", "删除"), self._delete))
        offer_history(self, self.table, _history)
        self.saved_views = offer_views(self, self.table, self.search)
        self.groups.opened.connect(self._open_group)
        self.materials.changed.connect(lambda _: self._read())
        self.span_row.taken.connect(self.open_span)
        self.span_row.month_wanted.connect(lambda _: self._this_month())
        self.undoing = offer_undo(self, Scope.PRODUCTION, "production")
        places: tuple[tuple[str, QWidget, Callable[[], None]], ...] = (
            ("Ctrl+N", self, self._begin),
            ("Delete", self.table, self._delete_present),
        )
        for keys, place, act in places:
            shortcut = QShortcut(QKeySequence(keys), place)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # ---------------------------------------------------------------- reading

    def _read(self) -> None:
        span, at = self.span, self._at
        if at == MATERIALS:
            self.materials.refresh()
            return
        title = translate("Production", "读取计件")
        self.desk.ask(
            production_view.production_between, span.first, span.last, then=self._show, failed=self._span_refused,
            owner=self, title=title,
        )  # fmt: skip
        if at in self._groupings:
            grouping = self._groupings[at]
            show = partial(self._show_groups, grouping)
            self.desk.ask(grouping.service, span.first, span.last, then=show, owner=self)

    def _show_choices(self, choices: PieceChoices) -> None:
        self._choices = choices
        self.line.show_choices(choices)
        self.materials.show_workers(choices.workers)

    def _show(self, view: ProductionView) -> None:
        changed, self.view = view != self.view, view
        if self._at != MATERIALS:
            self.strip.show_figures(rows.figures(view.sums, view.people))
        words = translate(
            "Production", "只列出最近的 {shown} 笔，共 {all} 笔；合计是全部的。要看更早的，请选短一些的时间段。"
        )
        cut = words.format(shown=f"{len(view.rows):,}", all=f"{view.sums.entries:,}") if not view.whole else ""
        locked = translate("Production", "{months} 工资已锁定：现在的修改会显示为“锁定后有变化”。")
        said = locked.format(months=translate("Production", "、").join(view.locked)) if view.locked else ""
        self.more.setText("　".join(part for part in (said, cut) if part))
        if changed:  # a table made anew costs 30 µs a row
            self._list_rows()
        self._list_groups()
        self.more.setVisible(bool(self.more.text()) and self._at != MATERIALS)

    def _find(self) -> None:
        """What a search leaves in each view."""
        self.materials.search(self.search.text())
        self._list_rows()
        self._list_groups()

    def _list_rows(self) -> None:
        """The rows a search leaves, with their own sums."""
        if self.view is None:
            return
        text = self.search.text().strip().casefold()
        found = [row for row in self.view.rows if not text or text in rows.searched(row)]
        sums = rows.sums_of(found) if text else self.view.sums
        self.table.show_rows(rows.columns(), found, rows.totals(sums) if found else None)

    def _show_groups(self, grouping: Grouping, groups: tuple[GroupSums, ...]) -> None:
        self.groups.hold(grouping, groups)
        self._list_groups()

    def _list_groups(self) -> None:
        if self._at in self._groupings and self.view is not None:
            text = self.search.text().strip().casefold()
            self.groups.show_found(self._groupings[self._at], self.view.sums, text)

    # ---------------------------------------------------------------- spans

    def _say_span(self) -> None:
        self._stepper.text.setText(self.span.title)
        self.span_row.show_span(self.span)

    def _ask_span(self) -> None:
        self.span_row.setVisible(not self.span_row.isVisible())
        if self.span_row.isVisible():
            self.span_row.show_span(self.span)
            self.span_row.begin()

    def _this_month(self) -> None:
        self.span_row.hide()
        self.open_span(month_span(self.desk.ctx.today().isoformat()[:7]))

    def _span_refused(self, fault: Exception) -> None:
        self.desk.say_fault(fault)
        self.span_row.refuse(self.desk.fault_text(fault))

    def _open_group(self, group: GroupSums) -> None:
        """The entries behind a sum: the list, searched."""
        self.turn(LIST)
        self.search.setText(f"{group.no} {group.name}".strip())
        self.table.view.setFocus()

    # ---------------------------------------------------------------- one entry

    def _begin(self) -> None:
        """To the line that is typed into, wherever one is on the page."""
        if self._at == MATERIALS:
            self.materials.line.begin()
            return
        self.turn(LIST)
        self.line.begin()

    def _added(self, saved: PiecesSaved) -> None:
        """Shown at once where it belongs; an entry of another time is said so."""
        if not self.span.first <= saved.row.day <= self.span.last:
            words = translate("Production", "已记到 {month}，不在现在看的时间段里。")
            self.desk.say(words.format(month=saved.row.day.isoformat()[:7]), Tone.WARN)
        self._read()

    def _edited(self, saved: PiecesSaved) -> None:
        self.panel.title.setText(f"{saved.row.day}　{rows.workers_text(saved.row)}")
        self._read()

    def _delete_present(self) -> None:
        row = self.table.current()
        if row is not None:
            self._delete(row)

    def _delete(self, row: PieceRow) -> None:
        self.desk.do("production", production.delete_pieces, row.entry_id, then=self._deleted, owner=self)

    def _deleted(self, saved: PiecesSaved) -> None:
        self.panel.leave()
        words = translate("Production", "已删除 {day} {workers} {quantity} 件，Ctrl+Z 恢复。").format(
            day=saved.row.day, workers=rows.workers_text(saved.row), quantity=quantity(saved.row.good_milli)
        )
        notes = "　".join(note.text(self.desk.lang) for note in saved.notes)
        self.desk.say(f"{words}　{notes}".strip(), Tone.WARN if notes else Tone.PLAIN)
        self._read()
        self.table.view.setFocus()


def _history(row: PieceRow) -> tuple[str, Subject]:
    title = f"{row.day}　{rows.workers_text(row)}"
    return title, Subject("piece_entry", (row.entry_id,), ("team_share",))
