"""The tabs of a worker in the side panel: who he is, his pay terms, allowances and deductions, advances, papers."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.desk import Desk
from app.ui.pages.worker_documents import DocumentsTab
from app.ui.pages.worker_pay import TermsTab
from app.ui.pages.worker_pay_plans import AdvancesTab, PlansTab
from app.ui.widgets.tabbed import TabbedPanel
from app.ui.words import translate

_Tab = TermsTab | PlansTab | AdvancesTab | DocumentsTab
_TABS: tuple[Callable[[Desk, int], _Tab], ...] = (TermsTab, PlansTab, AdvancesTab, DocumentsTab)


class WorkerPanel(TabbedPanel):
    """Facts (0, made by ``facts``), pay terms (1), allowances and deductions (2), advances (3), papers (4).

    ``field`` of the pay terms is gone to. ``saved`` carries the PaySaved of a pay record.
    """

    def __init__(self, desk: Desk, worker_id: int, facts: Callable[[], QWidget], at: int = 0, field: str = "") -> None:
        self._worker_id, self._facts = worker_id, facts
        tabs = (
            ("facts", translate("People", "资料")),
            ("terms", translate("People", "工资约定")),
            ("plans", translate("People", "补贴扣款")),
            ("advances", translate("People", "预支")),
            ("documents", translate("People", "材料")),
        )
        super().__init__(desk, tabs, at)
        if field and isinstance(self.tab, TermsTab):
            self.tab.open_at(field)

    def made(self, at: int) -> QWidget:
        """The part of a tab, read anew."""
        if at == 0:
            return self._facts()
        tab = _TABS[at - 1](self._desk, self._worker_id)
        tab.saved.connect(self.saved)
        return tab
