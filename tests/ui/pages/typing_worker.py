"""A person typing pieces into the day sheet until the PC dies: `python -m tests.ui.pages.typing_worker FOLDER USER`.

Each cell is said on standard output once it is left; the field being typed is never said.
"""

import sys
from datetime import date
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.opening import open_database
from app.services.context import Context
from app.services.workshops import choose_workshop
from app.ui.desk import Desk
from app.ui.pages.today import TodayPage
from app.ui.pages.today_rows import FIRST_ITEM
from app.ui.start import application_of
from app.ui.tasks import Tasks
from app.ui.theme.style import apply_look
from tests.ui.conftest import NOW

DAY = date(2026, 11, 25)
KEY_MS = 5


def main(folder: Path, password: str) -> None:
    """Type figures into every worker's first item, over and over, each figure another."""
    look = apply_look(application_of())
    database, user = open_database(folder, None, password)
    ctx = Context(database, user, now=lambda: NOW)
    desk = Desk(ctx, choose_workshop(ctx), Tasks(), look)
    page = TodayPage(desk)
    page.show()
    page.open_day(DAY)
    desk.tasks.settle()
    for number in count(100):
        row = number % len(page.table.model.rows)
        page.grid.setCurrentIndex(page.table.model.index(row, FIRST_ITEM))
        for digit in str(number):
            QTest.keyClicks(page.grid, digit)
            QTest.qWait(KEY_MS)
        QTest.keyClick(page.grid, Qt.Key.Key_Return)
        print(row, number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
