"""What a command is given and what it answers."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from app.domain.file_names import named
from app.domain.messages import render
from app.domain.refusal import Refusal

if TYPE_CHECKING:
    from app.services.context import Context

FOLDER_VARIABLE = "GONGFANG_DATA"
PASSWORD_VARIABLE = "GONGFANG_PASSWORD"  # noqa: S105  a variable's name


def default_folder() -> Path:
    """Where the records of this OS user lie unless ``--data`` or GONGFANG_DATA says otherwise."""
    if given := os.environ.get(FOLDER_VARIABLE):
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "Gongfang" / "data"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "gongfang"


@dataclass(frozen=True)
class Answer:
    """What a command did: ``data`` for ``--json``, ``text`` for a person; ``code`` 1 where the answer is a refusal."""

    data: Mapping[str, Any]
    text: str
    code: int = 0


class Call:
    """One call of a command: its options, the user's language, and the records it works on."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self.lang: str = options.lang
        self.folder: Path = options.data or default_folder()
        self.user: str | None = options.user

    def text(self, name: str) -> str:
        """An option that was given."""
        return str(getattr(self._options, name))

    def optional(self, name: str) -> str | None:
        """An option that may be missing."""
        return cast("str | None", getattr(self._options, name))

    def words(self, name: str) -> list[str]:
        """An option of several words; none where it was not given."""
        return list(getattr(self._options, name) or ())

    def flag(self, name: str) -> bool:
        """A switch."""
        return bool(getattr(self._options, name))

    def path(self, name: str) -> Path:
        """A file or folder that was given."""
        return Path(self.text(name))

    def new_file(self, name: str, ending: str, *, only: bool = True) -> Path:
        """A file to be written, ``named`` by what is written into it; refuses ``file_ending``."""
        return named(self.path(name), ending, only=only)

    def say(self, code: str, /, **params: object) -> str:
        """A message in the user's language."""
        return render(code, params, self.lang)

    def has_password(self) -> bool:
        """Whether a password was given without asking for it."""
        return bool(self.optional("password_file") or os.environ.get(PASSWORD_VARIABLE))

    def password(self, *, new: bool = False) -> str:
        """From --password-file, else the environment, else asked for at a terminal; Refusal ``password_missing``."""
        if file := self.optional("password_file"):
            try:
                return Path(file).read_text(encoding="utf-8").splitlines()[0]
            except (OSError, UnicodeDecodeError, IndexError) as error:
                raise Refusal("password_file_unreadable", file=file) from error
        if given := os.environ.get(PASSWORD_VARIABLE):
            return given
        if not sys.stdin.isatty():
            raise Refusal("password_missing")
        typed = getpass.getpass(self.say("password_prompt"))
        if new and getpass.getpass(self.say("password_again")) != typed:
            raise Refusal("password_differs")
        return typed

    @contextmanager
    def records(self, *, read_only: bool = False) -> "Iterator[Context]":
        """The records of --data, opened by --user; a reader may run beside an open window."""
        from app.bootstrap import open_records  # noqa: PLC0415  SQLAlchemy: `--help` and wrong usage go without

        with open_records(self.folder, self.user, self.password(), read_only=read_only) as ctx:
            yield ctx

    def workshop(self, ctx: "Context") -> int:
        """The workshop of --workshop, or the only one."""
        from app.services.workshops import choose_workshop  # noqa: PLC0415  as above

        given = self.optional("workshop")
        return choose_workshop(ctx, int(given) if given else None).workshop_id
