"""The button 视图 beside a page's search: views of its table kept by name on this PC, and the whole table again."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from app.services import views
from app.services.views import View
from app.ui.desk import Desk
from app.ui.tables.order import Order
from app.ui.tables.view import RowsTable
from app.ui.widgets.ask import Answer, AskDialog, Asked
from app.ui.widgets.page import Page
from app.ui.widgets.parts import button
from app.ui.words import translate

WHOLE = View("")
"""Everything, as it comes."""


def offer_views(page: Page, table: RowsTable[Any], search: QLineEdit | None = None, place: str = "") -> "ViewMenu":
    """Put the button into the page's title line, behind the search; ``place`` names the table where a page has two."""
    made = ViewMenu(page.desk, table, search, f"{type(page).__name__}{place and '.'}{place}", page)
    at = page.head.indexOf(search) + 1 if search is not None else page.head.count()
    page.head.insertWidget(at, made.button)
    return made


class ViewMenu(QObject):
    """The views of one table. ``question`` is the dialog that asks for a name, while it is open."""

    def __init__(
        self, desk: Desk, table: RowsTable[Any], search: QLineEdit | None, place: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._table, self._search, self._place, self._page = desk, table, search, place, parent
        self.question: AskDialog | None = None
        self.menu: QMenu | None = None
        self.button = button(translate("Views", "视图"), self.open, look=desk.look, mark="eye", name="views")
        self.button.setToolTip(translate("Views", "保存的查找、筛选、排序和列"))

    def open(self) -> None:
        """Read the views and show the menu."""
        self._desk.ask(views.list_views, self._place, then=self._show, owner=self)

    def present(self, name: str) -> View:
        """How the table is looked at now, as a view of a name."""
        order = self._table.model.order or Order("")
        search = self._search.text() if self._search is not None else ""
        filters = tuple((title, tuple(sorted(texts))) for title, texts in sorted(self._table.filters.chosen.items()))
        return View(name, search, order.title, order.descending, tuple(sorted(self._table.hidden)), filters)

    def apply(self, view: View) -> None:
        """Look at the table that way."""
        self._table.hide_columns(view.hidden)
        self._table.sort_by(Order(view.order, view.descending) if view.order else None)
        if self._search is not None:
            self._search.setText(view.search)
        self._table.filters.choose({title: frozenset(texts) for title, texts in view.filters})

    def keep(self) -> None:
        """Ask for a name and keep the present view under it."""
        asked = Asked(
            translate("Views", "保存视图"),
            translate("Views", "现在的查找、筛选、排序和显示的列，以后点一下就回来。同名的会被替换。"),
            translate("Views", "保存"),
            reason=translate("Views", "名字"),
            hint=translate("Views", "例如：计件工人，按村组"),
            missing=translate("Views", "请起个名字。"),
        )
        self.question = AskDialog(asked, self._send, self._page)
        self.question.open()

    def _send(self, answer: Answer) -> None:
        dialog = self.question
        if dialog is None:
            return
        view = self.present(answer.reason)
        self._desk.ask(
            views.keep_view,
            self._place,
            view,
            then=lambda _: self._kept(dialog, view.name),
            failed=lambda fault: dialog.refuse(self._desk.fault_text(fault)),
            owner=self,
        )

    def _kept(self, dialog: AskDialog, name: str) -> None:
        dialog.finish()
        self._desk.say(translate("Views", "已保存视图“{name}”。").format(name=name))

    def _show(self, kept: tuple[View, ...]) -> None:
        self.menu = menu = QMenu(self.button)
        now = self.present("")
        for view in (WHOLE, *kept):
            act = menu.addAction(view.name or translate("Views", "全部（不查找、不筛选、不排序）"))
            act.setCheckable(True)
            act.setChecked(now == replace(view, name=""))
            act.triggered.connect(partial(self._chosen, view))
        menu.addSeparator()
        menu.addAction(translate("Views", "保存现在的样子…"), self.keep)
        if kept:
            gone = menu.addMenu(translate("Views", "删除"))
            for view in kept:
                gone.addAction(view.name, partial(self._drop, view.name))
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _chosen(self, view: View, _: bool = False) -> None:
        self.apply(view)

    def _drop(self, name: str) -> None:
        said = translate("Views", "已删除视图“{name}”。").format(name=name)
        self._desk.ask(views.drop_view, self._place, name, then=lambda _: self._desk.say(said), owner=self)
