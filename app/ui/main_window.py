"""The window: side bar, the open page, status bar. Pages are made when first opened, so that the start stays short."""

from collections.abc import Callable
from dataclasses import dataclass
from pkgutil import resolve_name

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from app.domain.messages.text import Counted
from app.domain.sync_report import SyncReport
from app.services import workshops
from app.services.context import Context
from app.services.syncing import Exchange
from app.services.workshops import StatusRow, WorkshopRow
from app.ui.desk import Desk, Notice
from app.ui.help import open_help
from app.ui.pages.settings import PLACES, SettingsPage
from app.ui.side_bar import Entry, SideBar, side_key
from app.ui.status_bar import StatusBar
from app.ui.tables.columns import Tone
from app.ui.tasks import Tasks
from app.ui.theme.style import Look
from app.ui.widgets.finder import Find, Finder
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.unsaved import may_leave
from app.ui.words import translate

_STATUS_MS = 1000
"""The status bar is read anew once nothing was written for so long: reading it takes longer than writing a cell."""


@dataclass(frozen=True)
class PageEntry:
    """A page of the window: its place in the side bar, and its class as "module:Class" of app.ui.pages.

    The window is there before the pages' modules, of which most days need two or three: all together take as long to
    load as the first page's reading.
    """

    entry: Entry
    place: str

    def load(self) -> Callable[[Desk], Page]:
        """How the page is made; its module is loaded now if it never was."""
        made: Callable[[Desk], Page] = resolve_name(f"app.ui.pages.{self.place}")
        return made


def page_entries() -> tuple[PageEntry, ...]:
    """All pages, in the side bar's order. To add a page: one line here."""
    return (
        PageEntry(Entry("today", translate("Window", "今日"), "calendar-check"), "today:TodayPage"),
        PageEntry(Entry("attendance", translate("Window", "考勤"), "calendar-days"), "attendance:AttendancePage"),
        PageEntry(Entry("production", translate("Window", "生产"), "layers"), "production:ProductionPage"),
        PageEntry(Entry("products", translate("Window", "产品库存"), "package"), "products:ProductsPage"),
        PageEntry(Entry("sales", translate("Window", "销售"), "shopping-bag"), "sales:SalesPage"),
        PageEntry(Entry("people", translate("Window", "工人"), "users"), "people:PeoplePage"),
        PageEntry(Entry("training", translate("Window", "培训传承"), "graduation-cap"), "training:TrainingPage"),
        PageEntry(Entry("payroll", translate("Window", "工资"), "wallet"), "payroll:PayrollPage"),
        PageEntry(Entry("papers", translate("Window", "凭证打印"), "printer"), "papers:PapersPage"),
        PageEntry(Entry("programme", translate("Window", "项目指标"), "chart-column"), "programme:ProgrammePage"),
        PageEntry(Entry("book", translate("Window", "导入"), "file-down"), "book:BookPage"),
        PageEntry(Entry("sync", translate("Window", "同步"), "refresh-cw"), "sync:SyncPage"),
        PageEntry(Entry("rules", translate("Window", "规则"), "file-text"), "rules:RulesPage"),
        PageEntry(Entry("settings", translate("Window", "设置"), "settings"), "settings:SettingsPage"),
    )


def open_window(
    context: Context, tasks: Tasks, look: Look, lang: str = "zh_CN", exchange: Exchange | None = None
) -> "MainWindow":
    """The window on the first workshop of the records; refuses ``workshop_none`` where there is none."""
    rows = workshops.list_workshops(context)
    row = rows[0] if rows else workshops.choose_workshop(context)
    return MainWindow(Desk(context, row, tasks, look, lang, exchange))


class MainWindow(QMainWindow):
    """One workshop of one person at a time. ``look_chosen`` carries Preferences the window is to be made anew by."""

    look_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Window", "工坊账本"))
        self.resize(1366, 768)
        self._entries = {page.entry.key: page for page in page_entries()}
        self.pages: dict[str, Page] = {}
        self.side = SideBar(desk.look, [page.entry for page in self._entries.values()])
        self.side.chosen.connect(self.open_page)
        self._stack = QStackedWidget()
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(whole)
        self.bar = StatusBar(desk.look)
        self.setStatusBar(self.bar)
        self.finder = self._make_finder()
        self._status_due = QTimer(self)
        self._status_due.setSingleShot(True)
        self._status_due.setInterval(_STATUS_MS)
        self._status_due.timeout.connect(self.refresh_status)
        QShortcut(QKeySequence("F1"), self).activated.connect(lambda: open_help(self, self._key(), desk.lang))
        self._connect()
        self.open_page(next(iter(self._entries)))
        self.refresh_status()

    def open_page(self, key: str) -> Page:
        """Show a page, made now if it never was, with fresh figures."""
        if not self._may_leave(key):
            return self._page(self._key())
        self.bar.page_left()
        page = self._page(key)
        self._stack.setCurrentWidget(page)
        self.side.mark(key)
        page.repaint()  # seen at once as it was left: reading its figures anew would slow the painting
        page.refresh()
        page.setFocus()
        return page

    def jump(self, jump: Jump) -> None:
        """Open the page another page named, at the place it named, in the workshop it named."""
        if not self._may_leave(jump.page):
            return
        if jump.workshop is not None and jump.workshop.workshop_id != self.desk.workshop.workshop_id:
            self.switch_workshop(jump.workshop)
        self.bar.page_left()
        page = self._page(jump.page)
        self._stack.setCurrentWidget(page)
        self.side.mark(jump.page)
        page.go_to(jump)

    def refresh_status(self, _: object = None) -> None:
        """Read the status bar's facts again."""
        self.desk.ask(workshops.status, then=self._show_status, owner=self)

    def say(self, notice: Notice) -> None:
        """Put a message into the status bar."""
        self.bar.say(notice)

    def switch_workshop(self, row: WorkshopRow) -> None:
        """Work in another workshop of this database: every page is read anew."""
        if not self._may_leave():
            return
        self.desk.workshop = row
        key = self._key()
        for page in self.pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        self.open_page(key)
        self.refresh_status()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        self.desk.close()
        super().closeEvent(event)

    def _may_leave(self, key: str = "") -> bool:
        """Nothing that was typed is lost by going elsewhere: the page writes it, or a person is asked.

        Opening the page of ``key`` that is open already leaves no form.
        """
        page = self._stack.currentWidget()
        if not isinstance(page, Page):
            return True
        if key != self._key() and not may_leave(page):
            self.side.mark(self._key())
            return False
        page.leave()
        return True

    def _key(self) -> str:
        return next(key for key, page in self.pages.items() if page is self._stack.currentWidget())

    def _page(self, key: str) -> Page:
        if key not in self.pages:
            page = self._entries[key].load()(self.desk)
            page.jumped.connect(self.jump)
            if isinstance(page, SettingsPage):
                page.look_chosen.connect(self.look_chosen)
            self.pages[key] = page
            self._stack.addWidget(page)
        return self.pages[key]

    def _make_finder(self) -> Finder:
        """Ctrl+K: every page by its words and key, every tab of the settings, everybody and every product."""
        finds = [
            Find(page.entry.title, translate("Window", "页面"), Jump(page.entry.key), keys=side_key(place))
            for place, page in enumerate(self._entries.values())
        ]
        settings = translate("Window", "设置")
        finds += [
            Find(title, settings, Jump("settings", field=field))
            for field, title in zip(PLACES, SettingsPage.titles(), strict=True)
        ]
        made = Finder(self.desk, finds, self)
        made.jumped.connect(self.jump)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(made.open)
        return made

    def _connect(self) -> None:
        desk, bar = self.desk, self.bar
        desk.said.connect(bar.say)
        desk.changed.connect(lambda _: self._status_due.start())
        desk.tasks.failed.connect(desk.say_fault)
        desk.tasks.became_slow.connect(bar.job_slow)
        desk.tasks.finished.connect(bar.job_finished)
        bar.workshop_chosen.connect(self.switch_workshop)
        bar.sync_wanted.connect(lambda _: self.open_page("sync"))
        desk.sync.began.connect(bar.sync_began)
        desk.sync.ended.connect(self._synced)
        desk.sync.failed.connect(self.refresh_status)
        self.desk.tasks.run(
            lambda: workshops.list_workshops(desk.ctx), bar.show_workshops, failed=desk.say_fault, owner=self
        )

    def _synced(self, report: SyncReport | None) -> None:
        """Others' records came: the open page shows them, unless somebody is typing into it."""
        self.refresh_status()
        if report is not None and report.pulled:
            page = self._stack.currentWidget()
            if isinstance(page, Page) and self._key() != "today":
                page.refresh()
            words = translate("Window", "收到其他电脑的 {count} 条记录。").format(count=Counted(report.pulled))
            self.say(Notice(words, Tone.QUIET))

    def _show_status(self, row: StatusRow) -> None:
        self.bar.show_status(row, self.desk.ctx.now())
