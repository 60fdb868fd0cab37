"""The shape every page has: title line, strip of figures, body, and a side panel at the right."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from app.services.spreadsheets import table_csv, table_sheet
from app.services.workshops import WorkshopRow
from app.services.writing import write_whole
from app.ui.desk import Desk
from app.ui.tables.columns import Tone
from app.ui.tables.copying import TableContent
from app.ui.theme.icons import icon
from app.ui.theme.tokens import GRID, PADDING
from app.ui.widgets.figures import FigureStrip
from app.ui.widgets.parts import label
from app.ui.widgets.place import Place
from app.ui.widgets.side_panel import SidePanel
from app.ui.words import translate

_UNSAFE = str.maketrans('\\/:*?"<>|', "_" * 9)


@dataclass(frozen=True)
class Jump:
    """A place another page should open: the page's key, the worker, the day or month as text, a form's field.

    ``workshop`` where it is another workshop's.
    """

    page: str
    worker_id: int = 0
    at: str = ""
    field: str = ""
    workshop: WorkshopRow | None = None


class Page(Place):
    """A page of the window. ``jumped`` carries a Jump: where another page should open.

    To add a page: a module in ``app/ui/pages`` with a subclass, and a line in ``app/ui/main_window.py: pages``.
    """

    jumped = Signal(object)

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("page")
        self.setAccessibleName(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PADDING, PADDING - GRID * 2, PADDING, GRID * 3)
        whole.setSpacing(GRID * 3)
        self.head = QHBoxLayout()
        self.head.setSpacing(GRID * 2)
        self.page_title = title
        self.choose_export: Callable[[str, str], str] = self._choose_export
        self.head.addWidget(label(title, "title"))
        self.strip = FigureStrip()
        self.body = QVBoxLayout()
        self.body.setSpacing(GRID * 2)
        whole.addLayout(self.head)
        whole.addWidget(self.strip)
        whole.addLayout(self.body, 1)
        self.panel = SidePanel(desk.look, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.panel.width()
        self.panel.setGeometry(self.width() - width, 0, width, self.height())
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing on the page has a use for closes the side panel."""
        if event.key() == Qt.Key.Key_Escape and self.panel.isVisible():
            self.panel.leave()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Read again what the page shows; called whenever it is opened."""
        raise NotImplementedError

    def leave(self) -> None:
        """Write what is still being typed: the page, the workshop or the program is left."""

    def go_to(self, jump: Jump) -> None:
        """Open at a place another page named; the present place by default."""
        del jump
        self.refresh()

    def export_table(self, content: TableContent, ending: str) -> None:
        """Keep a table of this page as an xlsx or csv file where a person says; every value as it is shown, masked."""
        name = f"{self.page_title}-{self.desk.ctx.today().isoformat()}.{ending}".translate(_UNSAFE)
        chosen = self.choose_export(name, f"{ending} (*.{ending})")
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(f".{ending}")
        self.desk.tasks.run(
            lambda: write_whole(path, _file_of(self.page_title, content, ending)),
            lambda _: self.desk.say(translate("Page", "已存为 {path}").format(path=path), Tone.GOOD),
            failed=self.desk.say_fault,
            owner=self,
        )

    def _choose_export(self, name: str, kinds: str) -> str:
        title = translate("Page", "存到哪里")
        return QFileDialog.getSaveFileName(self, title, str(Path.home() / name), kinds)[0]

    def add_search(self) -> QLineEdit:
        """A search field in the title line; Ctrl+F goes there (Ctrl+K finds anything anywhere)."""
        field = QLineEdit()
        field.setObjectName("search")
        field.setPlaceholderText(translate("Page", "查找 Ctrl+F"))
        field.setAccessibleName(field.placeholderText())
        field.setClearButtonEnabled(True)
        field.addAction(icon("search", self.desk.look.colours.secondary), QLineEdit.ActionPosition.LeadingPosition)
        field.setFixedWidth(220)
        self.head.addStretch(1)
        self.head.addWidget(field)
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(field.setFocus)
        return field

    def add_primary(self, act: QPushButton) -> QPushButton:
        """The page's one primary button, at the right of the title line."""
        if not any(self.head.stretch(at) for at in range(self.head.count())):
            self.head.addStretch(1)
        act.setProperty("role", "primary")
        self.head.addWidget(act)
        return act


def _file_of(title: str, content: TableContent, ending: str) -> bytes:
    if ending == "xlsx":
        return table_sheet(title, [content.heading, *content.rows], content.foot)
    return table_csv([content.heading, *content.rows, *([content.foot] if content.foot else [])])
