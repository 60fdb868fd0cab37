"""Sales (销售): a month or a span, typed in line by line, summed by channel, event and product, taken from files."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.services import sales_view
from app.services.history import Subject
from app.services.page_deeds import Scope
from app.services.sales import SaleSaved
from app.services.sales_view import GroupSums, SaleChoices, SaleRow, SalesView, SumBy
from app.ui.desk import Desk
from app.ui.pages import sales_rows as rows
from app.ui.pages.sales_editor import DeletedSale, SaleEditor
from app.ui.pages.sales_entry import SaleEntry
from app.ui.pages.sales_file import SalesFileView
from app.ui.pages.sales_sums import MonthsView
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID
from app.ui.widgets.history import offer_history
from app.ui.widgets.parts import button, empty_state
from app.ui.widgets.span import month_span
from app.ui.widgets.span_page import SpanPage
from app.ui.widgets.undoing import offer_undo
from app.ui.widgets.unsaved import may_leave
from app.ui.widgets.views import offer_views
from app.ui.words import translate

LIST, CHANNEL, EVENT, PRODUCT, MONTHS, DELETED = range(6)
_BY = {CHANNEL: SumBy.CHANNEL, EVENT: SumBy.EVENT, PRODUCT: SumBy.PRODUCT}


class SalesPage(SpanPage):
    """The sales of a span; the quick line above, one sale in the side panel, an order file in the page's place."""

    def __init__(self, desk: Desk) -> None:
        searched = translate("Sales", "查找销售：产品、订单号、渠道或活动")
        super().__init__(desk, translate("Sales", "销售"), searched, "sales")
        self.view: SalesView | None = None
        self.editor: SaleEditor | None = None
        self._choices = SaleChoices((), (), ())
        take = button(translate("Sales", "导入订单文件…"), self.show_file, name="sales-file")
        self.file_button = self.add_primary(take)
        self.entry = SaleEntry(desk)
        self.entry.added.connect(self._added)
        self.table: RowsTable[SaleRow] = RowsTable(desk.look)
        self.groups: RowsTable[GroupSums] = RowsTable(desk.look)
        self.months = MonthsView(desk)
        self.deleted: RowsTable[SaleRow] = RowsTable(desk.look)
        self.file = SalesFileView(desk)
        self._lay_out()
        self._bind()
        self.setFocusProxy(self.entry.product)

    # ---------------------------------------------------------------- what it shows

    def refresh(self) -> None:
        """Read what may be chosen, and the open view."""
        self.desk.ask(sales_view.sale_choices, then=self._show_choices, owner=self)
        self.read()

    def turn(self, at: int) -> None:
        """Show the list (0), sums by channel, event or product (1–3), the months (4), what was deleted (5)."""
        self._at = at
        self.tabs.mark(at)
        self.views.setCurrentIndex({LIST: 0, MONTHS: 2, DELETED: 3}.get(at, 1))
        self.entry.setVisible(at == LIST)
        self.saved_views.button.setVisible(at == LIST)
        tables = {LIST: self.entry.product, MONTHS: self.months.table.view, DELETED: self.deleted.view}
        self.setFocusProxy(tables.get(at, self.groups.view))
        self.read()

    def show_file(self, shown: bool = True) -> None:
        """Take an order file, in the page's place; or go back to the list."""
        if not may_leave(self.panel):
            return
        self.panel.leave()
        self.places.setCurrentIndex(int(shown))
        self.strip.setVisible(not shown)
        for part in (self._stepper, self.search, self.span_button, self.file_button):
            part.setVisible(not shown)
        self.saved_views.button.setVisible(not shown and self._at == LIST)
        self.span_row.setVisible(False)
        if shown:
            self.file.begin()
        else:
            self.refresh()
            self.entry.begin()

    def open_sale(self, row: SaleRow, field: str = "") -> None:
        """One sale in the side panel."""
        if not may_leave(self.panel):
            return
        self.editor = SaleEditor(self.desk, row, self._choices)
        self.editor.saved.connect(lambda _: self.read())
        self.editor.deleted.connect(self._deleted)
        self.editor.line_wanted.connect(self._another_line)
        self.panel.begin(f"{row.day}　{row.product}").addWidget(self.editor, 1)
        self.editor.begin(field)

    # ---------------------------------------------------------------- making it

    def _lay_out(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(self.span_row)
        column.addWidget(self.entry)
        tabs = (
            ("list", translate("Sales", "明细")),
            ("channel", translate("Sales", "按渠道")),
            ("event", translate("Sales", "按活动")),
            ("product", translate("Sales", "按产品")),
            ("months", translate("Sales", "按月")),
            ("deleted", translate("Sales", "已删除")),
        )
        column.addWidget(self.tab_row(tabs))
        column.addWidget(self.more)
        for part in (self.table, self.groups, self.months, self.deleted):
            self.views.addWidget(part)
        column.addWidget(self.views, 1)
        self.places = QStackedWidget()
        self.places.addWidget(whole)
        self.places.addWidget(self.file)
        self.body.addWidget(self.places, 1)
        self._say_empty()

    def _say_empty(self) -> None:
        words = translate("Sales", "这里是卖出的东西。这段时间还没有：在上面一行登记一笔，或导入平台的订单文件。")
        act = button(translate("Sales", "登记一笔"), self.entry.begin, "primary", name="sales-begin")
        self.table.when_empty(empty_state(words, act))
        none = translate("Sales", "这段时间没有销售。")
        self.groups.when_empty(empty_state(none))
        self.deleted.when_empty(empty_state(translate("Sales", "这段时间没有删除过销售。")))

    def _bind(self) -> None:
        self.table.opened.connect(self.open_sale)
        self.table.view.clicked.connect(lambda index: self.open_sale(self.table.model.rows[index.row()]))
        self.table.row_acts.append((translate("Sales", "登记退货"), lambda row: self.open_sale(row, "returned_milli")))
        for table in (self.table, self.deleted):
            offer_history(self, table, lambda row: (f"{row.day}　{row.product}", Subject("sale", (row.sale_id,))))
        self.deleted.opened.connect(self._open_deleted)
        self.months.opened.connect(self._open_month)
        self.file.left.connect(lambda _: self.show_file(False))
        self.saved_views = offer_views(self, self.table, self.search)
        self.undoing = offer_undo(self, Scope.SALES, "sales")
        self.add_keys(("Ctrl+N", self._begin), ("Ctrl+R", self._return_present))

    # ---------------------------------------------------------------- reading

    def read(self) -> None:
        """Read the open view."""
        span, at = self.span, self._at
        title = translate("Sales", "读取销售")
        self.desk.ask(
            sales_view.sales_between, span.first, span.last, then=self._show, failed=self.span_refused, owner=self,
            title=title,
        )  # fmt: skip
        if at in _BY:
            self.desk.ask(sales_view.sums_by, span.first, span.last, _BY[at], then=self._show_groups, owner=self)
        elif at == MONTHS:
            self.desk.ask(sales_view.month_sums, span.month, then=self.months.show_groups, owner=self)
        elif at == DELETED:
            self.desk.ask(
                sales_view.deleted_sales,
                span.first,
                span.last,
                then=lambda gone: self.deleted.show_rows(rows.deleted_columns(), gone),
                owner=self,
            )

    def _show_choices(self, choices: SaleChoices) -> None:
        self._choices = choices
        self.entry.show_choices(choices)

    def _show(self, view: SalesView) -> None:
        self.view = view
        self.strip.show_figures(rows.figures(view.sums))
        self.more.setText(self.left_out(len(view.rows), view.sums.lines))
        self.show_found()

    def show_found(self) -> None:
        """The lines a search leaves, with their own sums."""
        if self.view is None:
            return
        found = self.found(self.view.rows, rows.searched)
        sums = rows.sums_of(found) if self.sought else self.view.sums
        self.table.show_rows(rows.columns(), found, rows.totals(sums) if found else None)
        self.more.setVisible(not self.view.whole and self._at == LIST)

    def _show_groups(self, groups: tuple[GroupSums, ...]) -> None:
        titles = {
            CHANNEL: translate("Sales", "渠道"),
            EVENT: translate("Sales", "活动"),
            PRODUCT: translate("Sales", "产品"),
        }
        sums = self.view.sums if self.view is not None else rows.together([group.sums for group in groups])
        foot = rows.group_totals(sums) if groups else None
        self.groups.show_rows(rows.group_columns(titles.get(self._at, "")), groups, foot)

    def _open_month(self, month: str) -> None:
        self.open_span(month_span(month))
        self.turn(LIST)

    # ---------------------------------------------------------------- one sale

    def _added(self, saved: SaleSaved) -> None:
        """Shown at once where it belongs; a sale of another time is said so."""
        self.say_where(saved.row.day)
        self.refresh()

    def _deleted(self, row: SaleRow) -> None:
        self.panel.leave()
        words = translate("Sales", "已删除 {product}，Ctrl+Z 或在“已删除”里恢复。")
        self.desk.say(words.format(product=row.product))
        self.read()
        self.table.view.setFocus()

    def _open_deleted(self, row: SaleRow) -> None:
        if not may_leave(self.panel):
            return
        gone = DeletedSale(self.desk, row)
        gone.restored.connect(lambda _: self._restored())
        self.panel.begin(f"{row.day}　{row.product}").addWidget(gone, 1)

    def _restored(self) -> None:
        self.panel.leave()
        self.read()

    def _begin(self) -> None:
        """To the line a sale is typed into, wherever one is on the page."""
        if self.places.currentIndex() == 0:
            self.turn(LIST)
            self.entry.begin()

    def _another_line(self, row: SaleRow) -> None:
        self.panel.leave()
        self.turn(LIST)
        self.entry.begin_line(row)

    def _return_present(self) -> None:
        row = self.table.current()
        if row is not None and self._at == LIST:
            self.open_sale(row, "returned_milli")
