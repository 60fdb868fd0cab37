"""A real encrypted database for tests, made fast by a cheap Argon2, not by a stand-in."""

import secrets
import shutil

import pytest

from app.models.database import Database
from app.models.folder import CONFIG_VARIABLE
from app.models.keys import KeyCost
from app.models.opening import create, open_database
from app.models.workshop import Workshop
from app.services.context import Context

CHEAP = KeyCost(memory_kib=8, passes=1, lanes=1)
USER = "阿依"
PASSWORD = "龙潭-1"


@pytest.fixture(scope="session", autouse=True)
def _own_configuration(tmp_path_factory):
    """Device lives of tests are kept apart from the person's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CONFIG_VARIABLE, str(tmp_path_factory.mktemp("config")))
        yield


@pytest.fixture(scope="session")
def new_records(tmp_path_factory):
    """A closed data folder as ``create`` leaves it, made once: a copy opens faster than a new one is made."""
    folder = tmp_path_factory.mktemp("new") / "data"
    create(folder, USER, PASSWORD, cost=CHEAP)[0].close()
    return folder


@pytest.fixture
def database(tmp_path, new_records):
    """A fresh database in ``tmp_path / "data"``, opened by USER with PASSWORD; its device life is its own."""
    shutil.copytree(new_records, tmp_path / "data")
    opened, _ = open_database(tmp_path / "data", USER, PASSWORD)
    yield opened
    opened.close()


@pytest.fixture
def context(database):
    """The surroundings of a use case by USER."""
    return Context(database, USER)


@pytest.fixture
def workshop_id(database):
    """A workshop in ``database``: 龙潭工坊, region 513431."""
    return add_workshop(database, "龙潭工坊")


def add_workshop(database: Database, name: str, region: str = "513431") -> int:
    """A further workshop; answers its id."""
    number = 1 + secrets.randbelow((1 << 53) - 1)
    with database.write(USER, "workshop add") as session:
        session.add(Workshop(workshop_id=number, name=name, region=region))
    return number
