"""Calling the commands within the test's process: exit code, what was printed, JSON."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main
from app.models import keys
from app.models.keys import KeyCost
from app.models.life import CONFIG_VARIABLE

PASSWORD = "secret word"


@dataclass(frozen=True)
class Result:
    """What a call left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer as data."""
        return json.loads(self.out)


Run = Callable[..., Result]


@contextmanager
def surroundings(config: Path) -> Iterator[None]:
    """Own configuration and password; guesses cost little here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CONFIG_VARIABLE, str(config))
        patch.setenv("GONGFANG_PASSWORD", PASSWORD)
        patch.delenv("GONGFANG_LANG", raising=False)
        patch.setattr(keys.KeyRing.with_password, "__defaults__", (KeyCost(64, 1, 1),))
        yield


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path) -> Iterator[None]:
    with surroundings(tmp_path / "config"):
        yield


@pytest.fixture(scope="session")
def new_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one workshop, made once: a copy is there sooner than a new one."""
    place = tmp_path_factory.mktemp("cli")
    with surroundings(place / "config"):
        assert main(["--data", str(place / "data"), "init", "--name", "龙潭彝绣工坊", "--region", "513499"]) == 0
    return place / "data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the records will lie."""
    return tmp_path / "data"


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the folder: ``run("stats", "--json").json``."""

    def called(*words: object) -> Result:
        capsys.readouterr()
        try:
            code = main(["--data", str(folder), *map(str, words)])
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return Result(code, printed.out, printed.err)

    return called


@pytest.fixture
def made(run: Run, new_records: Path, folder: Path) -> Run:
    """The same on records with one workshop."""
    shutil.copytree(new_records, folder)
    return run
