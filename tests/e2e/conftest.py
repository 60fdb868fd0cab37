"""PCs with the headless commands, and the county's real server on its embedded PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.server.cli import main as server_main
from tests.commands import NAME, REGION, Records, moved_in, printed, surroundings

ROOT = Path(__file__).resolve().parents[1]
BOOK = ROOT / "samples" / "longtan-2026-10.xlsx"
EXPECTED = ROOT / "samples" / "longtan-2026-10.expected.json"

CountyTables = Callable[[], dict[str, Any]]


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path) -> Iterator[None]:
    with surroundings(tmp_path / "config"):
        yield


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a PC with the workshop and October's book, made once."""
    place = tmp_path_factory.mktemp("e2e")
    with surroundings(place / "config"):
        made = Records(place / "data")
        assert made("init", "--name", NAME, "--region", REGION).code == 0
        assert made("import", BOOK).code == 0
    return place


@pytest.fixture
def pc(template: Path, tmp_path: Path) -> Records:
    """A PC with the workshop and October's book."""
    return moved_in(template, tmp_path / "data")


@pytest.fixture
def enrolled(pc: Records, server) -> Records:
    """The same, enrolled and synced."""
    assert pc("enroll", "--slip", server.slip()).code == 0
    assert pc("sync").code == 0
    return pc


@pytest.fixture
def county(server_url: str) -> CountyTables:
    """The server's own sums of the only workshop's tables, by its ``stats`` command."""

    def tables() -> dict[str, Any]:
        answer = printed(server_main, ["stats", "--database-url", server_url, "--json"])
        (shop,) = answer.json["workshops"].values()
        found: dict[str, Any] = shop["tables"]
        return found

    return tables
