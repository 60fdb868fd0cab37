"""Nothing in the program that cannot run on Windows: Unix-only modules are imported behind a look at the platform.

What such a module or `os` offers only on Unix is found by `dev.py lint`, which runs mypy for Windows too; mypy lets a
bare import of a Unix-only module pass, which on Windows ends the program at its start.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parent.parent / "app"
UNIX_ONLY = {"crypt", "fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}


def unguarded(source: str) -> Iterator[str]:
    """Unix-only modules imported where no `if` looks at sys.platform."""
    stack: list[ast.AST] = [ast.parse(source)]
    while stack:
        node = stack.pop()
        if isinstance(node, ast.If) and "sys.platform" in ast.unparse(node.test):
            continue
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from (name for name in names if name.split(".")[0] in UNIX_ONLY)
        stack += ast.iter_child_nodes(node)


@pytest.mark.parametrize("path", sorted(APP.rglob("*.py")), ids=lambda path: path.relative_to(APP).as_posix())
def test_unix_only_modules_are_guarded(path: Path) -> None:
    assert list(unguarded(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import fcntl", ["fcntl"]),
        ("def f():\n    from pwd import getpwnam", ["pwd"]),
        ("import sys\nif sys.platform != 'win32':\n    import fcntl", []),
        ("import app.resources", []),
    ],
)
def test_the_check_finds_an_unguarded_import(source: str, found: list[str]) -> None:
    assert list(unguarded(source)) == found
