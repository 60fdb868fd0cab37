"""Settings (设置): the workshop, who may log in, how the window looks, backups."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.services import workshops
from app.services.workshops import WorkshopRow
from app.ui.desk import Desk
from app.ui.pages.settings_parts import BackupPart, LookPart, UsersPart, WorkshopPart
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.tabs import TabRow
from app.ui.words import translate

WORKSHOP, USERS, LOOK, BACKUP = range(4)
PLACES = {"workshop": WORKSHOP, "users": USERS, "look": LOOK, "backup": BACKUP}


class SettingsPage(Page):
    """Four tabs. ``look_chosen`` carries the Preferences the window is to be made anew by."""

    look_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Settings", "设置"))
        self.workshop, self.users = WorkshopPart(desk), UsersPart(desk)
        self.look, self.backup = LookPart(desk), BackupPart(desk)
        self.parts = (self.workshop, self.users, self.look, self.backup)
        self.tabs = TabRow(tuple(zip(PLACES, self.titles(), strict=True)))
        self.tabs.turned.connect(self.turn)
        self.head.addWidget(self.tabs)
        self.head.addStretch(1)
        self.strip.hide()
        self._stack = QStackedWidget()
        for part in self.parts:
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)
        self.look.chosen.connect(self.look_chosen)
        self.workshop.saved.connect(lambda _: self._renamed())
        self.backup.done.connect(lambda _: desk.changed.emit("backup"))
        self._at = WORKSHOP
        self.tabs.mark(WORKSHOP)

    @staticmethod
    def titles() -> tuple[str, ...]:
        """What the tabs are called, in the order of ``PLACES``."""
        return (
            translate("Settings", "工坊"),
            translate("Settings", "用户"),
            translate("Settings", "显示"),
            translate("Settings", "备份"),
        )

    def refresh(self) -> None:
        """Read the open tab again."""
        self.parts[self._at].refresh()

    def go_to(self, jump: Jump) -> None:
        self.turn(PLACES.get(jump.field, self._at))

    def turn(self, at: int) -> None:
        """Show a tab."""
        self._at = at
        self.tabs.mark(at)
        self._stack.setCurrentIndex(at)
        self.refresh()

    def _renamed(self) -> None:
        """The status bar, papers and later pages name the workshop as it is called now."""

        def known(row: WorkshopRow) -> None:
            self.desk.workshop = row

        workshop_id, ctx = self.desk.workshop.workshop_id, self.desk.ctx
        self.desk.tasks.run(lambda: workshops.choose_workshop(ctx, workshop_id), known, owner=self)
