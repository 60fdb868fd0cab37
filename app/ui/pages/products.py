"""Products & stock (产品库存): the list, stock levels as bars, the stocktake; one product in the side panel."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from app.services import products
from app.services.history import Subject
from app.services.page_deeds import Scope
from app.services.products import ProductDraft, ProductRow, ProductSaved
from app.ui.desk import Desk
from app.ui.pages import products_rows as rows
from app.ui.pages.products_editor import ProductEditor
from app.ui.pages.products_labels import LabelsForm
from app.ui.pages.products_levels import LevelsView
from app.ui.pages.products_panel import FACTS, ProductPanel
from app.ui.pages.products_stocktake import StocktakeView
from app.ui.tables.columns import Tone
from app.ui.tables.view import RowsTable
from app.ui.widgets.history import offer_history
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.parts import button, empty_state, lead
from app.ui.widgets.tabs import TabRow
from app.ui.widgets.undoing import offer_undo
from app.ui.widgets.unsaved import may_leave
from app.ui.widgets.views import offer_views
from app.ui.words import translate

LIST, LEVELS, STOCKTAKE = range(3)


class ProductsPage(Page):
    """What the workshop makes and what lies in stock; a Jump's ``at`` is a product's number."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Products", "产品库存"))
        self._rows: tuple[ProductRow, ...] = ()
        self._wanted = 0
        self._open = 0
        self._tab = FACTS
        self.editor: ProductEditor | None = None
        self.product: ProductPanel | None = None
        self.labels: LabelsForm | None = None
        self.search = self.add_search()
        self.search.setAccessibleName(translate("Products", "查找产品：货号、名称或类别"))
        self.search.textChanged.connect(self._find)
        self._labels = button(translate("Products", "打印标签"), self._label_shown, name="labels")
        self.head.addWidget(self._labels)
        self._add = self.add_primary(
            button(translate("Products", "新增产品"), lambda: self.edit(None), name="add-product")
        )
        self.tabs = self._tabs()
        self.tabs.turned.connect(self.turn)
        self.table = self._list()
        self.levels = LevelsView(desk)
        self.levels.opened.connect(lambda row: self.open_product(row.product_id))
        self.stocktake = StocktakeView(desk)
        self.stocktake.saved.connect(lambda _: self._read())
        self._views = QStackedWidget()
        for view in (self.table, self.levels, self.stocktake):
            self._views.addWidget(view)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._views, 1)
        self.tabs.mark(LIST)
        self.saved_views = offer_views(self, self.table, self.search)
        self.undoing = offer_undo(self, Scope.PRODUCTS, "products", self._open_again)
        self.setFocusProxy(self.table.view)

    def refresh(self) -> None:
        """Read the products, and the books of the stocktake where it is open; what was counted stays."""
        self._read()
        if self._views.currentIndex() == STOCKTAKE:
            self.stocktake.refresh()

    def leave(self) -> None:
        self.stocktake.grid.commit()

    def go_to(self, jump: Jump) -> None:
        self._wanted = int(jump.at) if jump.at.isdecimal() else 0
        self.turn(LIST)
        self.refresh()

    def turn(self, at: int) -> None:
        """Show the list (0), the levels (1) or the stocktake (2)."""
        self.tabs.mark(at)
        self._views.setCurrentIndex(at)
        self.search.setVisible(at != STOCKTAKE)
        self._labels.setVisible(at != STOCKTAKE)
        self.saved_views.button.setVisible(at == LIST)
        lead(self._add, leads=at != STOCKTAKE)
        if at == STOCKTAKE:
            self.panel.hide()
            self.stocktake.refresh()
        place = (self.table.view, self.levels.chart, self.stocktake.grid)[at]
        self.setFocusProxy(place)
        place.setFocus()

    def edit(self, product_id: int | None) -> None:
        """Open the form of a product, or an empty one."""
        if may_leave(self.panel):
            self.desk.ask(
                products.product_draft, product_id, then=lambda draft: self._show_form(product_id, draft), owner=self
            )

    def open_product(self, product_id: int) -> None:
        """Open a product in the side panel, at the tab looked at last."""
        if may_leave(self.panel):
            self.desk.ask(products.product_row, product_id, then=self._show_product, owner=self)

    def show_labels(self, shown: Sequence[ProductRow]) -> None:
        """Open the form for printing labels of these products."""
        if shown and may_leave(self.panel):
            self._open = 0
            self.labels = LabelsForm(self.desk, shown)
            self.panel.begin(translate("Products", "打印标签")).addWidget(self.labels, 1)
            self.labels.begin()

    def _read(self) -> None:
        month = self.desk.ctx.today().isoformat()[:7]
        title = translate("Products", "读取产品")
        self.desk.ask(products.list_products, month, then=self._show, owner=self, title=title)

    def _show(self, found: tuple[ProductRow, ...]) -> None:
        self._rows = found
        self._find(self.search.text())
        self.strip.show_figures(rows.figures(found))
        wanted, self._wanted = self._wanted, 0
        for at, row in enumerate(self.table.model.rows):
            if row.product_id == wanted:
                self.table.view.selectRow(at)
                self.open_product(wanted)

    def _find(self, text: str) -> None:
        shown = rows.found(self._rows, text)
        self.table.show_rows(rows.columns(self.desk.lang), shown, rows.totals(shown) if shown else None)
        self.levels.show_rows(shown)
        self._labels.setEnabled(bool(shown))

    def _label_shown(self) -> None:
        self.show_labels(self.table.shown())

    def _open_again(self) -> None:
        """The product that stood in the panel, unless it is gone by now."""
        if self._open:
            self.desk.ask(products.product_row, self._open, then=self._show_product, failed=lambda _: None, owner=self)

    def _show_form(self, product_id: int | None, draft: ProductDraft) -> None:
        self._open = product_id or 0
        self.editor = ProductEditor(self.desk, product_id, draft)
        self.editor.saved.connect(self._saved)
        known = rows.panel_title(draft.form.code, draft.form.name)
        title = translate("Products", "新增产品") if product_id is None else known
        self.panel.begin(title).addWidget(self.editor, 1)
        self.editor.begin()

    def _saved(self, saved: ProductSaved) -> None:
        self._wanted, self._tab = saved.product_id, FACTS
        self._read()
        for note in saved.notes:
            self.desk.say(note.text(self.desk.lang), Tone.WARN)

    def _show_product(self, row: ProductRow) -> None:
        self._open = row.product_id
        self.product = ProductPanel(self.desk, row, self._tab)
        self.product.turned.connect(self._turned)
        self.product.saved.connect(lambda _: self._changed(row.product_id))
        self.product.removed.connect(self._removed)
        self.product.edit_wanted.connect(self.edit)
        self.product.labels_wanted.connect(lambda _: self.show_labels([row]))
        self.panel.begin(rows.panel_title(row.code, row.name)).addWidget(self.product, 1)

    def _turned(self, at: int) -> None:
        """The next product is opened at the same tab; facts are read anew after moves were written."""
        was, self._tab = self._tab, at
        if at == FACTS and was != FACTS and self.product is not None:
            self.open_product(self.product.row.product_id)

    def _changed(self, product_id: int) -> None:
        """Something of the open product was written: the list is read again, and so are the facts where they show."""
        self._read()
        if self._tab == FACTS:
            self.open_product(product_id)

    def _removed(self, _: int) -> None:
        self.panel.hide()
        self.product = None
        self.desk.say(translate("Products", "已删除"), Tone.GOOD)
        self._read()

    def _tabs(self) -> TabRow:
        return TabRow(
            [
                ("list", translate("Products", "产品")),
                ("levels", translate("Products", "库存图")),
                ("stocktake", translate("Products", "盘点")),
            ]
        )

    def _list(self) -> RowsTable[ProductRow]:
        table: RowsTable[ProductRow] = RowsTable(self.desk.look)
        table.view.setAccessibleName(translate("Products", "产品和库存"))
        table.when_empty(self._empty())
        table.row_acts += [
            (translate("Products", "修改"), lambda row: self.edit(row.product_id)),
            (translate("Products", "打印标签"), lambda row: self.show_labels([row])),
        ]
        offer_history(self, table, lambda row: (row.name, Subject("product", (row.product_id,))))
        table.opened.connect(lambda row: self.open_product(row.product_id))
        table.view.clicked.connect(lambda index: self.open_product(table.model.rows[index.row()].product_id))
        return table

    def _empty(self) -> QStackedWidget:
        """What belongs here and one button; or that a search found nothing."""
        act = button(translate("Products", "新增产品"), lambda: self.edit(None), "primary", name="first-product")
        words = translate("Products", "这里是工坊做的产品和库存。还没有产品：新增产品，或在“导入”里从工作簿导入。")
        both = QStackedWidget()
        both.addWidget(empty_state(words, act))
        both.addWidget(empty_state(translate("Products", "没有找到。清空查找框可看到全部产品。")))
        self.search.textChanged.connect(lambda text: both.setCurrentIndex(1 if text.strip() else 0))
        return both
