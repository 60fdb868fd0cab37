"""Calling the commands within the test's process: exit code, what was printed, JSON."""

import json
from collections.abc import Callable, Iterator
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


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Own configuration and password; guesses cost little here."""
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "config"))
    monkeypatch.setenv("GONGFANG_PASSWORD", PASSWORD)
    monkeypatch.delenv("GONGFANG_LANG", raising=False)
    cheap = KeyCost(64, 1, 1)
    monkeypatch.setattr(keys.KeyRing.with_password, "__defaults__", (cheap,))
    return


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
def made(run: Run) -> Run:
    """The same on records with one workshop."""
    assert run("init", "--name", "龙潭彝绣工坊", "--region", "513499").code == 0
    return run
