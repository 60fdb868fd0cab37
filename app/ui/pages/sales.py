"""Sales (销售): a month or a span, typed in line by line, summed by channel, event and product, taken from files."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

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
from app.ui.pages.sales_rows import Span, month_span
from app.ui.pages.sales_span import SpanRow
from app.ui.pages.sales_sums import MonthsView
from app.ui.tables.columns import Tone
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID
from app.ui.widgets.history import offer_history
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.parts import button, empty_state, label
from app.ui.widgets.stepper import PeriodStepper
from app.ui.widgets.tabs import TabRow
from app.ui.widgets.undoing import offer_undo
from app.ui.widgets.unsaved import may_leave
from app.ui.widgets.views import offer_views
from app.ui.words import translate

LIST, CHANNEL, EVENT, PRODUCT, MONTHS, DELETED = range(6)
_BY = {CHANNEL: SumBy.CHANNEL, EVENT: SumBy.EVENT, PRODUCT: SumBy.PRODUCT}


class SalesPage(Page):
    """The sales of a span; the quick line above, one sale in the side panel, an order file in the page's place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Sales", "销售"))
        self.span = month_span(desk.ctx.today().isoformat()[:7])
        self.view: SalesView | None = None
        self.editor: SaleEditor | None = None
        self._choices = SaleChoices((), (), ())
        self._at = LIST
        self._head()
        self.entry = SaleEntry(desk)
        self.entry.added.connect(self._added)
        self.table: RowsTable[SaleRow] = RowsTable(desk.look)
        self.groups: RowsTable[GroupSums] = RowsTable(desk.look)
        self.months = MonthsView(desk)
        self.deleted: RowsTable[SaleRow] = RowsTable(desk.look)
        self.file = SalesFileView(desk)
        self.span_row = SpanRow(desk)
        self.span_row.hide()
        self._lay_out()
        self._bind()
        self.setFocusProxy(self.entry.product)

    # ---------------------------------------------------------------- what it shows

    def refresh(self) -> None:
        """Read what may be chosen, and the open view."""
        self.desk.ask(sales_view.sale_choices, then=self._show_choices, owner=self)
        self._read()

    def go_to(self, jump: Jump) -> None:
        """Open the month a jump names (YYYY-MM, or a day in it)."""
        if jump.at:
            self.open_span(month_span(jump.at[:7]))
        else:
            self.refresh()

    def open_span(self, span: Span) -> None:
        """Look at another month or span."""
        self.span = span
        self._stepper.text.setText(span.title)
        self.span_row.show_span(span)
        self._read()

    def turn(self, at: int) -> None:
        """Show the list (0), sums by channel, event or product (1–3), the months (4), what was deleted (5)."""
        self._at = at
        self.tabs.mark(at)
        self.views.setCurrentIndex({LIST: 0, MONTHS: 2, DELETED: 3}.get(at, 1))
        self.entry.setVisible(at == LIST)
        self.saved_views.button.setVisible(at == LIST)
        tables = {LIST: self.entry.product, MONTHS: self.months.table.view, DELETED: self.deleted.view}
        self.setFocusProxy(tables.get(at, self.groups.view))
        self._read()

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
        self.editor.saved.connect(lambda _: self._read())
        self.editor.deleted.connect(self._deleted)
        self.editor.line_wanted.connect(self._another_line)
        self.panel.begin(f"{row.day}　{row.product}").addWidget(self.editor, 1)
        self.editor.begin(field)

    # ---------------------------------------------------------------- making it

    def _head(self) -> None:
        self._stepper = PeriodStepper(self.desk.look)
        self._stepper.text.setText(self.span.title)
        self._stepper.moved.connect(lambda step: self.open_span(self.span.moved(step)))
        self.head.addWidget(self._stepper)
        self.search = self.add_search()
        self.search.setAccessibleName(translate("Sales", "查找销售：产品、订单号、渠道或活动"))
        self.search.textChanged.connect(lambda _: self._find())
        self.span_button = button(translate("Sales", "时间段…"), self._ask_span, name="sales-span")
        self.head.addWidget(self.span_button)
        self.file_button = self.add_primary(
            button(translate("Sales", "导入订单文件…"), self.show_file, name="sales-file")
        )

    def _lay_out(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(self.span_row)
        column.addWidget(self.entry)
        self.tabs = TabRow(
            [
                ("list", translate("Sales", "明细")),
                ("channel", translate("Sales", "按渠道")),
                ("event", translate("Sales", "按活动")),
                ("product", translate("Sales", "按产品")),
                ("months", translate("Sales", "按月")),
                ("deleted", translate("Sales", "已删除")),
            ]
        )
        alone = QStackedWidget()  # a tab leaves nothing behind: the line keeps what is typed into it
        alone.addWidget(self.tabs)
        alone.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addWidget(alone)
        self.more = label("", "small", wraps=True)
        self.more.hide()
        column.addWidget(self.more)
        self.views = QStackedWidget()
        for part in (self.table, self.groups, self.months, self.deleted):
            self.views.addWidget(part)
        column.addWidget(self.views, 1)
        self.places = QStackedWidget()
        self.places.addWidget(whole)
        self.places.addWidget(self.file)
        self.body.addWidget(self.places, 1)
        self._say_empty()
        self.tabs.mark(LIST)

    def _say_empty(self) -> None:
        words = translate("Sales", "这里是卖出的东西。这段时间还没有：在上面一行登记一笔，或导入平台的订单文件。")
        act = button(translate("Sales", "登记一笔"), self.entry.begin, "primary", name="sales-begin")
        self.table.when_empty(empty_state(words, act))
        none = translate("Sales", "这段时间没有销售。")
        self.groups.when_empty(empty_state(none))
        self.deleted.when_empty(empty_state(translate("Sales", "这段时间没有删除过销售。")))

    def _bind(self) -> None:
        self.tabs.turned.connect(self.turn)
        self.table.opened.connect(self.open_sale)
        self.table.view.clicked.connect(lambda index: self.open_sale(self.table.model.rows[index.row()]))
        self.table.row_acts.append((translate("Sales", "登记退货"), lambda row: self.open_sale(row, "returned_milli")))
        for table in (self.table, self.deleted):
            offer_history(self, table, lambda row: (f"{row.day}　{row.product}", Subject("sale", (row.sale_id,))))
        self.deleted.opened.connect(self._open_deleted)
        self.months.opened.connect(self._open_month)
        self.span_row.taken.connect(self.open_span)
        self.span_row.month_wanted.connect(lambda _: self._this_month())
        self.file.left.connect(lambda _: self.show_file(False))
        self.saved_views = offer_views(self, self.table, self.search)
        self.undoing = offer_undo(self, Scope.SALES, "sales")
        for keys, act in (("Ctrl+N", self._begin), ("Ctrl+R", self._return_present)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # ---------------------------------------------------------------- reading

    def _read(self) -> None:
        span, at = self.span, self._at
        title = translate("Sales", "读取销售")
        self.desk.ask(
            sales_view.sales_between, span.first, span.last, then=self._show, failed=self._span_refused, owner=self,
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
        words = translate(
            "Sales", "只列出最近的 {shown} 笔，共 {all} 笔；合计是全部的。要看更早的，请选短一些的时间段。"
        )
        self.more.setText(words.format(shown=f"{len(view.rows):,}", all=f"{view.sums.lines:,}"))
        self._find()

    def _find(self) -> None:
        """The lines a search leaves, with their own sums."""
        if self.view is None:
            return
        text = self.search.text().strip().casefold()
        found = [row for row in self.view.rows if not text or text in rows.searched(row)]
        sums = rows.sums_of(found) if text else self.view.sums
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

    # ---------------------------------------------------------------- spans

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

    def _open_month(self, month: str) -> None:
        self.open_span(month_span(month))
        self.turn(LIST)

    # ---------------------------------------------------------------- one sale

    def _added(self, saved: SaleSaved) -> None:
        """Shown at once where it belongs; a sale of another time is said so."""
        if not self.span.first <= saved.row.day <= self.span.last:
            words = translate("Sales", "已记到 {month}，不在现在看的时间段里。")
            self.desk.say(words.format(month=saved.row.day.isoformat()[:7]), Tone.WARN)
        self.refresh()

    def _deleted(self, row: SaleRow) -> None:
        self.panel.leave()
        words = translate("Sales", "已删除 {product}，Ctrl+Z 或在“已删除”里恢复。")
        self.desk.say(words.format(product=row.product))
        self._read()
        self.table.view.setFocus()

    def _open_deleted(self, row: SaleRow) -> None:
        if not may_leave(self.panel):
            return
        gone = DeletedSale(self.desk, row)
        gone.restored.connect(lambda _: self._restored())
        self.panel.begin(f"{row.day}　{row.product}").addWidget(gone, 1)

    def _restored(self) -> None:
        self.panel.leave()
        self._read()

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
