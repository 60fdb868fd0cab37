"""The story of a month in the real window, by keys; and a picture of every page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit

from app.bootstrap import take_shots
from app.domain.refusal import Refusal
from app.models.folder import CONFIG_VARIABLE
from app.models.opening import create, open_database
from app.services.context import Context
from app.services.workshops import create_workshop
from app.ui.driver import drive, type_text
from app.ui.shots import HEIGHT, WIDTH

SAMPLE = Path(__file__).resolve().parents[1] / "samples" / "longtan-2026-10.xlsx"
NET_FEN = 10_186_638  # of the sample's October, computed independently (samples/longtan-2026-10.expected.json)


@pytest.fixture
def opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Context]:
    """Opens a fresh workshop's records, password "a word"."""
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "config"))
    database, _ = create(tmp_path / "data", "阿依莫", "a word")
    create_workshop(Context(database, "阿依莫"), "龙潭彝绣工坊", "513499")
    database.close()

    def opened(user: str, password: str) -> Context:
        found, name = open_database(tmp_path / "data", user, password)
        return Context(found, name)

    return opened


@pytest.mark.slow
def test_a_month_from_its_book_to_the_printed_ledger(opener, tmp_path: Path, text_of) -> None:
    done = drive(["阿依莫"], opener, "a word", SAMPLE, tmp_path / "out")
    assert (done.month, done.workers, done.net_fen) == ("2026-10", 32, NET_FEN)
    assert done.day > "2026-10-31"
    assert len(done.pictures) == 32
    assert done.paid_fen == NET_FEN
    assert len(text_of(Path(done.slips).read_bytes())) == done.slip_pages > 0
    assert all(Path(path).stat().st_size > 2_000 for path in done.pictures)
    pages = text_of(Path(done.ledger).read_bytes())
    assert len(pages) == done.ledger_pages
    assert all(done.check_code in page for page in pages)


def test_a_book_with_problems_stops_the_drive_and_says_where(opener, tmp_path: Path) -> None:
    broken = tmp_path / "book.xlsx"
    broken.write_bytes(SAMPLE.read_bytes()[:2000])
    with pytest.raises(Refusal) as refused:
        drive(["阿依莫"], opener, "a word", broken, tmp_path / "out")
    assert refused.value.code == "demo_stopped"


def test_a_wrong_password_stops_it_at_the_door(opener, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        drive(["阿依莫"], opener, "another", SAMPLE, tmp_path / "out")
    assert refused.value.code == "wrong_password"


def test_a_folder_in_use_is_named_as_what_stopped_it(opener, tmp_path: Path) -> None:
    held = opener("阿依莫", "a word")
    with pytest.raises(Refusal) as refused:
        drive(["阿依莫"], opener, "a word", SAMPLE, tmp_path / "out")
    held.database.close()
    assert refused.value.code == "folder_in_use"


@pytest.mark.torture  # tests/ui/test_reach.py walks the same views in every run
def test_every_page_is_pictured_at_both_scales(ctx: Context, tmp_path: Path) -> None:
    saved = take_shots(ctx, tmp_path, "zh_CN")
    names = {path.name for path in saved}
    assert {
        "00-login.png",
        "10-today.png",
        "20-people.png",
        "30-payroll-check.png",
        "40-book.png",
        "50-sync.png",
    } <= names
    assert QImage(str(tmp_path / "10-today.png")).size().toTuple() == (WIDTH, HEIGHT)
    assert QImage(str(tmp_path / "10-today@2x.png")).size().toTuple() == (2 * WIDTH, 2 * HEIGHT)


def test_letters_no_key_has_are_typed_too(qtbot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    type_text(field, "/tmp/龙潭 1.xlsx")
    assert field.text() == "/tmp/龙潭 1.xlsx"
