"""Qt without a screen, in the house's look; an encrypted database with a small workshop behind a real desk."""

import subprocess
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.domain.vocabulary import Basis, Relation
from app.domain.worker_check import WorkerForm
from app.models.folder import CONFIG_VARIABLE
from app.models.goods import PiecePrice, Process, Product
from app.models.opening import create, open_database
from app.models.workshop import WorkshopTerms
from app.services import day_edit
from app.services.context import Context
from app.services.people_edit import add_worker
from app.services.workshops import choose_workshop, create_workshop
from app.ui.desk import Desk
from app.ui.garbage import CollectBetweenEvents
from app.ui.pages.people import PeoplePage
from app.ui.tasks import Tasks
from app.ui.theme.style import Look, apply_look
from app.ui.words import Words
from tests.commands import PASSWORD, moved_in, surroundings
from tests.fixtures import CHEAP

NOW = datetime(2026, 11, 25, 18, 30)  # noqa: DTZ001  local wall time, a Wednesday after the release
USER = "阿依"
PEOPLE = (
    ("01", "阿依莫", Relation.FULL_TIME, Basis.MONTHLY, 260_000, "51349919960720880X"),
    ("02", "吉克秀英", Relation.FULL_TIME, Basis.PIECE, None, "513499198608101225"),
    ("03", "ꀋꑳꃀ", Relation.PART_TIME, Basis.HOURLY, 2_000, ""),
    ("04", "བཀྲ་ཤིས", Relation.HOME, Basis.PIECE, None, ""),
)


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The application dressed as people see it."""
    return apply_look(qapp)


@pytest.fixture(autouse=True)
def _windows_gone(qapp: QApplication) -> Iterator[None]:
    """What a test sent away is gone after it: Qt deletes later only from a running event loop, and tests have none.

    A window that stayed would be dressed again by each change of style in a later test.
    """
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def collector(qapp: QApplication) -> Iterator[CollectBetweenEvents]:
    """As the program has it: no collection while Qt calls back."""
    made = CollectBetweenEvents()
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def _chinese_again(qapp: QApplication) -> Iterator[None]:
    yield
    Words(qapp).use("zh_CN")


@pytest.fixture(scope="session")
def small_workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the small workshop lies closed, made once: a copy opens five times faster than it is made."""
    return made_once(tmp_path_factory.mktemp("small"), fill)


@pytest.fixture
def template(small_workshop: Path) -> Path:
    """The records ``ctx`` begins with."""
    return small_workshop


@pytest.fixture
def ctx(tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Context]:
    """A workshop of four people, two processes with prices, November begun."""
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "config"))
    moved_in(template, tmp_path / "data")
    database, _ = open_database(tmp_path / "data", USER, PASSWORD, now=NOW)
    yield Context(database, USER, now=lambda: NOW)
    database.close()


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """The background door."""
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def desk(ctx: Context, tasks: Tasks, look: Look) -> Iterator[Desk]:
    """The desk of the small workshop."""
    made = Desk(ctx, choose_workshop(ctx), tasks, look)
    yield made
    made.sync.close()


def made_once(place: Path, fill: Callable[[Context], object]) -> Path:
    """A template for ``ctx`` in ``place``: new records, filled and closed."""
    with surroundings(place / "config"):
        database, _ = create(place / "data", USER, PASSWORD, cost=CHEAP, now=NOW)
        fill(Context(database, USER, now=lambda: NOW))
        database.close()
    return place


def fill(ctx: Context) -> None:
    """Put people, prices and the first days of November in."""
    shop = create_workshop(ctx, "龙潭彝绣工坊", "513499").workshop_id
    ids = []
    for no, name, relation, basis, rate, number in PEOPLE:
        phone = f"1990000{no}01" if number else ""
        form = WorkerForm(no, name, relation, basis, rate, date(2025, 3, 1), id_number=number, phone=phone)
        ids.append(add_worker(ctx, shop, form).row.worker_id)
    with ctx.database.write(USER, "test") as session:
        session.add(WorkshopTerms(workshop_id=shop, valid_from="2025-01-01", pay_day=10,
                                  monthly_minimum_fen=187_000, hourly_minimum_fen=1_900))  # fmt: skip
        session.add(Product(workshop_id=shop, id=901, name="彝绣挎包"))
        for at, name in ((911, "刺绣"), (912, "锁边")):
            session.add(Process(workshop_id=shop, id=at, product_id=901, name=name))
            session.add(PiecePrice(workshop_id=shop, process_id=at, grade="", valid_from="2025-01-01", price_e4=23_500))
    for day in (23, 24):
        day_edit.set_mark(ctx, shop, date(2026, 11, day), ids[0], "√")
        for process in (911, 912):
            item = day_edit.Item(process, "")
            day_edit.set_pieces(ctx, shop, date(2026, 11, day), ids[1], item, 12_000)


@pytest.fixture
def text_of(tmp_path: Path) -> Callable[[bytes], list[str]]:
    """The text of each page of a PDF as poppler's pdftotext takes it out."""

    def take(pdf: bytes) -> list[str]:
        path = tmp_path / "paper.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
        assert done.stderr == b""
        return done.stdout.decode().split("\f")[:-1]

    return take


@pytest.fixture
def people_page(desk: Desk, qtbot) -> PeoplePage:
    """The list of workers, read."""
    made = PeoplePage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.refresh()
    desk.tasks.settle()
    return made
