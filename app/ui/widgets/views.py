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
from app.ui.terms import term
from app.ui.widgets.ask import Answer, AskDialog, Asked
from app.ui.widgets.page import Page
from app.ui.widgets.parts import button
from app.ui.words import in_english, source_of, translate

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
        """How the table is looked at now, as a view of a name, in words that hold for every language."""
        order = self._table.model.order or Order("")
        search = self._search.text() if self._search is not None else ""
        keys = {title: source_of(title) for title in self._titles()}
        hidden = tuple(sorted(keys.get(title, title) for title in self._table.hidden))
        filters = sorted(
            (keys.get(title, title), tuple(sorted(self._sources(title).get(text, text) for text in texts)))
            for title, texts in self._table.filters.chosen.items()
        )
        return View(name, search, keys.get(order.title, order.title), order.descending, hidden, tuple(filters))

    def apply(self, view: View) -> None:
        """Look at the table that way, whichever language it was kept in."""
        known = self._known(view)
        titles = {source_of(title): title for title in self._titles()}
        self._table.hide_columns([titles.get(key, key) for key in known.hidden])
        order = titles.get(known.order, known.order)
        self._table.sort_by(Order(order, known.descending) if order else None)
        if self._search is not None:
            self._search.setText(known.search)
        chosen = {}
        for key, texts in known.filters:
            title = titles.get(key, key)
            shown = {source: text for text, source in self._sources(title).items()}
            chosen[title] = frozenset(shown.get(text, term(text)) for text in texts)
        self._table.filters.choose(chosen)

    def _known(self, view: View) -> View:
        """A view in the words of today's files; earlier ones named columns as the window of that day did."""
        keys = set(map(source_of, self._titles()))
        if keys.issuperset((*view.hidden, *(name for name, _ in view.filters), *([view.order] if view.order else ()))):
            return view
        contexts = (type(self._page).__name__.removesuffix("Page"), "Terms")
        column = {in_english(contexts[0], key): key for key in keys}
        filters = []
        for name, texts in view.filters:
            key = column.get(name, name)
            sources = self._sources(next((one for one in self._titles() if source_of(one) == key), key)).values()
            said = {in_english(context, source): source for context in contexts for source in sources}
            filters.append((key, tuple(sorted(said.get(text, text) for text in texts))))
        hidden = tuple(sorted(column.get(name, name) for name in view.hidden))
        return replace(view, order=column.get(view.order, view.order), hidden=hidden, filters=tuple(sorted(filters)))

    def _titles(self) -> list[str]:
        return [column.title for column in self._table.model.columns]

    def _sources(self, title: str) -> dict[str, str]:
        """The texts of a column as they are shown, each with the Chinese it was said from."""
        model = self._table.model
        column = next((one for one in model.columns if one.title == title), None)
        texts = {column.text(row) for row in model.rows} if column is not None else set()
        return {text: source_of(text) for text in texts}

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
            act.setChecked(now == replace(self._known(view), name=""))
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
