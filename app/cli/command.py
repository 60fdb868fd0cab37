"""A command of the command line: its words, its options, and the function that does it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, cast

from app.cli.call import Answer, Call


@dataclass(frozen=True)
class Option:
    """An option or positional argument; ``help`` is a code of the catalogue, ``kind`` how argparse takes it."""

    names: tuple[str, ...]
    help: str
    kind: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Command:
    """A command of one or two words. ``module`` imports what it needs, only when it is called."""

    words: tuple[str, ...]
    help: str
    module: Callable[[], ModuleType]
    function: str
    options: tuple[Option, ...] = ()
    either: tuple[Option, ...] = ()

    def run(self, call: Call) -> Answer:
        """Do it."""
        return cast("Callable[[Call], Answer]", getattr(self.module(), self.function))(call)
