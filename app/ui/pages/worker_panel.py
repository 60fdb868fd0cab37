"""The tabs of a worker in the side panel: who he is, his pay terms, allowances and deductions, advances, papers."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.pages.worker_documents import DocumentsTab
from app.ui.pages.worker_pay import TermsTab
from app.ui.pages.worker_pay_plans import AdvancesTab, PlansTab
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import clear
from app.ui.widgets.tabs import TabRow
from app.ui.words import translate

_Tab = TermsTab | PlansTab | AdvancesTab | DocumentsTab
_TABS: tuple[Callable[[Desk, int], _Tab], ...] = (TermsTab, PlansTab, AdvancesTab, DocumentsTab)


class WorkerPanel(QWidget):
    """Five tabs, the first made by ``facts``; each is read when it is opened. ``field`` of the pay terms is gone to.

    ``saved`` carries the PaySaved of a pay record, ``turned`` the place of the tab opened.
    """

    saved = Signal(object)
    turned = Signal(object)

    def __init__(self, desk: Desk, worker_id: int, facts: Callable[[], QWidget], at: int = 0, field: str = "") -> None:
        super().__init__()
        self._desk, self._worker_id, self._facts = desk, worker_id, facts
        self.tab: QWidget | None = None
        self.tabs = TabRow(
            [
                ("facts", translate("People", "资料")),
                ("terms", translate("People", "工资约定")),
                ("plans", translate("People", "补贴扣款")),
                ("advances", translate("People", "预支")),
                ("documents", translate("People", "材料")),
            ]
        )
        self.tabs.turned.connect(self.turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 3)
        column.addWidget(self.tabs)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addStretch(1)
        self.turn(at)
        if field:
            self._open_at(field)

    def turn(self, at: int) -> None:
        """Show a tab: facts (0), pay terms (1), allowances and deductions (2), advances (3), papers (4)."""
        clear(self._place)
        self.tabs.mark(at)
        self.tab = self._made(at)
        self._place.addWidget(self.tab)
        self.turned.emit(at)

    def _open_at(self, field: str) -> None:
        if isinstance(self.tab, TermsTab):
            self.tab.open_at(field)

    def _made(self, at: int) -> QWidget:
        if at == 0:
            return self._facts()
        tab = _TABS[at - 1](self._desk, self._worker_id)
        tab.saved.connect(self.saved)
        return tab
