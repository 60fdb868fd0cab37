"""Commands on a fresh data folder, and on one with a workshop."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.books import complete_book
from tests.commands import NAME, REGION, Records, moved_in, surroundings


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path) -> Iterator[None]:
    with surroundings(tmp_path / "config"):
        yield


@pytest.fixture(scope="session")
def new_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of records with one workshop, made once: a copy is there sooner than a new one."""
    place = tmp_path_factory.mktemp("cli")
    with surroundings(place / "config"):
        assert Records(place / "data")("init", "--name", NAME, "--region", REGION).code == 0
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the records will lie."""
    return tmp_path / "data"


@pytest.fixture
def run(folder: Path) -> Records:
    """Commands on a folder where nothing lies yet."""
    return Records(folder)


@pytest.fixture
def made(folder: Path, new_shop: Path) -> Records:
    """Commands on records with one workshop."""
    return moved_in(new_shop, folder)


@pytest.fixture(scope="session")
def small_month(tmp_path_factory: pytest.TempPathFactory, new_shop: Path) -> Path:
    """The folder of records with October's small book, complete for the ledger, made once."""
    place = tmp_path_factory.mktemp("cli-october")
    with surroundings(place / "config"):
        taken = moved_in(new_shop, place / "data")("import", complete_book().save(place / "book.xlsx"))
    assert taken.code == 0, taken.err
    return place


@pytest.fixture
def shop(folder: Path, small_month: Path) -> Records:
    """Commands on records with October's small book, complete for the ledger."""
    return moved_in(small_month, folder)
