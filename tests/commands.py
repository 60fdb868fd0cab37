"""Calling the headless commands within a test's process: exit code, what was printed, JSON."""

import io
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main
from app.models import keys
from app.models.folder import CONFIG_VARIABLE, DataFolder
from app.models.keys import KeyCost
from app.models.life import life_file

PASSWORD = "secret word"
NAME, REGION = "龙潭彝绣工坊", "513499"


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


def printed(program: Callable[[list[str]], int], words: list[str]) -> Result:
    """Run a program's main function with its output caught."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = program(words)
        except SystemExit as end:
            code = int(end.code or 0)
    return Result(code, out.getvalue(), err.getvalue())


@dataclass(frozen=True)
class Records:
    """A data folder to run commands on: ``records("stats", "--json").json``."""

    folder: Path

    def __call__(self, *words: object) -> Result:
        return printed(main, ["--data", str(self.folder), *map(str, words)])

    def stats(self) -> dict[str, Any]:
        """The sums of every workshop, by its number."""
        found: dict[str, Any] = self("stats", "--json").json["workshops"]
        return found

    def tables(self) -> dict[str, Any]:
        """The sums of the only workshop's tables."""
        (shop,) = self.stats().values()
        found: dict[str, Any] = shop["tables"]
        return found


@contextmanager
def surroundings(config: Path) -> Iterator[None]:
    """Own configuration and password; guesses cost little here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CONFIG_VARIABLE, str(config))
        patch.setenv("GONGFANG_PASSWORD", PASSWORD)
        patch.delenv("GONGFANG_LANG", raising=False)
        patch.setattr(keys.KeyRing.with_password, "__defaults__", (KeyCost(64, 1, 1),))
        yield


def moved_in(place: Path, folder: Path) -> Records:
    """A copy of a template's records that goes on with their device life; in ``place`` lie its data and its config."""
    template, config = place / "data", place / "config"
    shutil.copytree(template, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CONFIG_VARIABLE, str(config))
        words = life_file(DataFolder(template)).read_bytes()
    known = life_file(DataFolder(folder))
    known.parent.mkdir(parents=True, exist_ok=True)
    known.write_bytes(words)
    return Records(folder)
