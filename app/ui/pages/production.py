"""Production (生产): piece entries of a month or a span, typed in line by line, summed by day, worker and process;
materials out to home workers and back.
"""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.services import production, production_choices, production_view
from app.services.history import Subject
from app.services.page_deeds import Scope
from app.services.production import PiecesSaved
from app.services.production_choices import PieceChoices
from app.services.production_entries import PieceRow
from app.services.production_sums import GroupSums
from app.services.production_view import ProductionView
from app.ui.desk import Desk
from app.ui.pages import production_rows as rows
from app.ui.pages.production_editor import PieceEditor
from app.ui.pages.production_entry import PieceLine
from app.ui.pages.production_materials import MaterialsTab
from app.ui.pages.production_sums import Grouping, SumsTable, groupings
from app.ui.pages.sales_rows import quantity
from app.ui.tables.columns import Tone
from app.ui.tables.view import RowsTable
from app.ui.widgets.history import offer_history
from app.ui.widgets.page import Jump
from app.ui.widgets.parts import button, empty_state
from app.ui.widgets.span_page import SpanPage
from app.ui.widgets.undoing import offer_undo
from app.ui.widgets.unsaved import may_leave
from app.ui.widgets.views import offer_views
from app.ui.words import translate

LIST, DAYS, WORKERS, ITEMS, MATERIALS = range(5)


class ProductionPage(SpanPage):
    """The entries of a span; the quick line above, one entry in the side panel."""

    def __init__(self, desk: Desk) -> None:
        searched = translate("Production", "查找：工人、产品、工序或日期")
        super().__init__(desk, translate("Production", "生产"), searched, "production")
        self.view: ProductionView | None = None
        self.editor: PieceEditor | None = None
        self._choices = PieceChoices((), ())
        self._groupings = dict(zip((DAYS, WORKERS, ITEMS), groupings(), strict=True))
        begin = button(translate("Production", "记一笔 Ctrl+N"), self._begin, name="production-begin")
        self.begin_button = self.add_primary(begin)
        self.line = PieceLine(desk)
        self.table: RowsTable[PieceRow] = RowsTable(desk.look)
        self.groups = SumsTable(desk.look)
        self.materials = MaterialsTab(desk, self)
        self._lay_out()
        self._bind()
        self.setFocusProxy(self.line.worker_field)

    # ---------------------------------------------------------------- what it shows

    def refresh(self) -> None:
        """Read what may be chosen, and the open view."""
        self.desk.ask(production_choices.piece_choices, then=self._show_choices, owner=self)
        self.read()

    def go_to(self, jump: Jump) -> None:
        """Open the month a jump names (YYYY-MM, or a day in it); the next entry is of that day."""
        if len(jump.at) == len("2026-11-08"):
            self.line.day.setText(jump.at)
        super().go_to(jump)

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
        self.read()

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

    def _lay_out(self) -> None:
        self.body.addWidget(self.span_row)
        self.body.addWidget(self.line)
        tabs = (
            ("list", translate("Production", "明细")),
            ("days", translate("Production", "按日")),
            ("workers", translate("Production", "按工人")),
            ("items", translate("Production", "按产品工序")),
            ("materials", translate("Production", "原料")),
        )
        self.body.addWidget(self.tab_row(tabs))
        self.body.addWidget(self.more)
        for part in (self.table, self.groups, self.materials):
            self.views.addWidget(part)
        self.body.addWidget(self.views, 1)
        self._say_empty()

    def _say_empty(self) -> None:
        words = translate("Production", "这里是做好的活：谁做了哪道工序多少件。这段时间还没有，在上面一行记一笔。")
        act = button(translate("Production", "记一笔"), self.line.begin, "primary", name="production-first")
        self.table.when_empty(empty_state(words, act))

    def _bind(self) -> None:
        self.line.added.connect(self._added)
        self.table.opened.connect(self.open_entry)
        self.table.view.clicked.connect(lambda index: self.open_entry(self.table.model.rows[index.row()]))
        self.table.row_acts.append((translate("Production", "删除"), self._delete))
        offer_history(self, self.table, _history)
        self.saved_views = offer_views(self, self.table, self.search)
        self.groups.opened.connect(self._open_group)
        self.materials.changed.connect(lambda _: self.read())
        self.undoing = offer_undo(self, Scope.PRODUCTION, "production")
        self.add_keys(("Ctrl+N", self._begin))
        self.add_keys(("Delete", self._delete_present), place=self.table)

    # ---------------------------------------------------------------- reading

    def read(self) -> None:
        """Read the open view."""
        span, at = self.span, self._at
        if at == MATERIALS:
            self.materials.refresh()
            return
        title = translate("Production", "读取计件")
        self.desk.ask(
            production_view.production_between, span.first, span.last, then=self._show, failed=self.span_refused,
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
        cut = self.left_out(len(view.rows), view.sums.entries)
        locked = translate("Production", "{months} 工资已锁定：现在的修改会显示为“锁定后有变化”。")
        said = locked.format(months=translate("Production", "、").join(view.locked)) if view.locked else ""
        self.more.setText("　".join(part for part in (said, cut) if part))
        if changed:  # a table made anew costs 30 µs a row
            self._list_rows()
        self._list_groups()
        self.more.setVisible(bool(self.more.text()) and self._at != MATERIALS)

    def show_found(self) -> None:
        """What a search leaves in each view."""
        self.materials.search(self.search.text())
        self._list_rows()
        self._list_groups()

    def _list_rows(self) -> None:
        """The rows a search leaves, with their own sums."""
        if self.view is None:
            return
        found = self.found(self.view.rows, rows.searched)
        sums = rows.sums_of(found) if self.sought else self.view.sums
        self.table.show_rows(rows.columns(), found, rows.totals(sums) if found else None)

    def _show_groups(self, grouping: Grouping, groups: tuple[GroupSums, ...]) -> None:
        self.groups.hold(grouping, groups)
        self._list_groups()

    def _list_groups(self) -> None:
        if self._at in self._groupings and self.view is not None:
            self.groups.show_found(self._groupings[self._at], self.view.sums, self.sought)

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
        self.say_where(saved.row.day)
        self.read()

    def _edited(self, saved: PiecesSaved) -> None:
        self.panel.title.setText(f"{saved.row.day}　{rows.workers_text(saved.row)}")
        self.read()

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
        self.read()
        self.table.view.setFocus()


def _history(row: PieceRow) -> tuple[str, Subject]:
    title = f"{row.day}　{rows.workers_text(row)}"
    return title, Subject("piece_entry", (row.entry_id,), ("team_share",))
