"""Ctrl+Z and Ctrl+Y on a page: what was done there last is taken back or done again, and said in words.

In a field with something typed the keys belong to the text, as everywhere; else to the records.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from shiboken6 import isValid

from app.domain.messages.columns import column_title
from app.domain.messages.text import Twofold
from app.domain.refusal import Refusal
from app.services import page_deeds
from app.services.history import Part
from app.services.page_deeds import PageDeed, Scope
from app.services.undo_steps import Step, Steps
from app.ui.tables.columns import Tone
from app.ui.terms import table_term, term
from app.ui.widgets.history import deed_words
from app.ui.widgets.page import Page
from app.ui.widgets.unsaved import may_leave
from app.ui.words import translate

_GONE = frozenset({"undo_gone", "undo_not_own"})
"""Refusals after which a deed can never be taken back."""
_MOST_PARTS = 3


def offer_undo(page: Page, scope: Scope, subject: str, shown_again: Callable[[], object] | None = None) -> "Undoing":
    """Give a page the keys; ``subject`` is what the desk calls what changes, ``shown_again`` opens anew
    what stood in the panel.
    """
    return Undoing(page, scope, subject, shown_again)


class Undoing(QObject):
    """The deeds of one page, from the journal each time: other pages write too."""

    def __init__(self, page: Page, scope: Scope, subject: str, shown_again: Callable[[], object] | None) -> None:
        super().__init__(page)
        self._page, self._desk, self._scope, self._subject = page, page.desk, scope, subject
        self._shown_again = shown_again
        self._gone: set[Step] = set()
        self._watched: QWidget | None = None
        for keys, act in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo), ("Ctrl+Shift+Z", self.redo)):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    def undo(self) -> None:
        """Take the newest deed of the page back."""
        if may_leave(self._page.panel):
            self._desk.ask(page_deeds.page_steps, self._scope, then=self._undo, owner=self)

    def redo(self) -> None:
        """Do again what was taken back last."""
        if may_leave(self._page.panel):
            self._desk.ask(page_deeds.page_steps, self._scope, then=self._redo, owner=self)

    def _undo(self, steps: Steps) -> None:
        none, words = translate("Undo", "没有可以撤销的修改。"), translate("Undo", "撤销：{deed}")
        self._step(steps.done, page_deeds.take_back, none, words)

    def _redo(self, steps: Steps) -> None:
        none, words = translate("Undo", "没有可以重做的修改。"), translate("Undo", "重做：{deed}")
        self._step(steps.undone, page_deeds.do_again, none, words)

    def _step(self, steps: tuple[Step, ...], act: Callable[..., PageDeed], none: str, words: str) -> None:
        step = next((one for one in reversed(steps) if one not in self._gone), None)
        if step is None:
            self._desk.say(none, Tone.QUIET)
            return

        def stepped(deed: PageDeed) -> None:
            open_before = self._page.panel.isVisible()
            self._page.panel.leave()
            self._page.refresh()
            if open_before and self._shown_again is not None:
                self._shown_again()
            self._desk.say(words.format(deed=told(deed, self._desk.lang)), Tone.GOOD)

        def refused(fault: Exception) -> None:
            if isinstance(fault, Refusal) and fault.code in _GONE:
                self._gone.add(step)
            self._desk.say_fault(fault)

        self._desk.do(self._subject, act, self._scope, step, then=stepped, failed=refused, owner=self)

    # ---------------------------------------------------------------- fields

    def _watch(self, _: QWidget | None, now: QWidget | None) -> None:
        """Look at the keys of the field the keyboard stands in, of this page's only."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        mine = isinstance(now, QLineEdit | QComboBox) and self._page.isAncestorOf(now)
        self._watched = now if mine else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that has nothing of its own to take back leaves the keys to the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            field = watched.lineEdit() if isinstance(watched, QComboBox) else watched
            if isinstance(field, QLineEdit) and _leaves(field, event):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _leaves(field: QLineEdit, event: QKeyEvent) -> bool:
    """Whether a field has nothing to take back or do again by this key; what was emptied after a save is gone."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return not (field.isUndoAvailable() and field.isModified())
    return event.matches(QKeySequence.StandardKey.Redo) and not field.isRedoAvailable()


# ---------------------------------------------------------------- words


def told(deed: PageDeed, lang: str) -> str:
    """A deed in one line: 修改工人 01 阿依莫：村组 一组 → 二组."""
    what = translate("Undo", "{deed}{table} {record}").format(
        deed=deed_words(deed.deed), table=table_term(deed.table), record=" ".join(map(term, deed.record))
    )
    if deed.more:
        return translate("Undo", "{what} 等 {count} 条").format(what=what, count=deed.more + 1)
    if not deed.parts:
        return what
    between = translate("Undo", "，")
    changes = between.join(_part(deed.table, part, lang) for part in deed.parts[:_MOST_PARTS])
    if len(deed.parts) > _MOST_PARTS:
        changes += translate("Undo", " 等")
    return translate("Undo", "{what}：{changes}").format(what=what, changes=changes)


def _part(table: str, part: Part, lang: str) -> str:
    before, after = (_value(text, lang) for text in (part.before, part.after))
    return f"{column_title(table, part.column, lang)} {before} → {after}"


def _value(text: str, lang: str) -> str:
    if isinstance(text, Twofold):
        return text.text(lang)
    return term(text) if text else translate("Undo", "空")
