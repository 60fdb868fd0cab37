"""The packaging spec, read without building: what stays out of the desktop; it names no place of a machine."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SPEC = (ROOT / "packaging" / "gongfang.spec").read_text(encoding="utf-8")
CONTENTS = (ROOT / "packaging" / "contents.py").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def texts(source: str, name: str) -> set[str]:
    """Every text within the value a name is given in a source."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == [name]:
            return {part.value for part in ast.walk(node.value) if isinstance(part, ast.Constant)}
    raise LookupError(name)


def module_of(requirement: str) -> str:
    return re.split(r"[\[<>=]", requirement)[0].replace("-", "_")


@pytest.mark.parametrize("requirement", PROJECT["optional-dependencies"]["server"])
def test_every_library_of_the_server_stays_out_and_is_looked_for(requirement: str) -> None:
    assert module_of(requirement) in texts(SPEC, "EXCLUDED")
    assert module_of(requirement) in texts(CONTENTS, "STRANGERS")


def test_no_library_of_the_desktop_stays_out() -> None:
    needed = {module_of(requirement) for requirement in PROJECT["dependencies"]}
    assert not needed & (texts(SPEC, "EXCLUDED") | texts(CONTENTS, "STRANGERS"))


@pytest.mark.parametrize("name", ["app.server", "tests"])
def test_the_server_and_the_tests_stay_out(name: str) -> None:
    assert name in texts(SPEC, "EXCLUDED") & texts(CONTENTS, "STRANGERS")


def test_every_branch_of_migrations_is_carried_or_the_servers() -> None:
    folder = ROOT / "app" / "models" / "migrations"
    branches = {path.parent.name for path in folder.glob("*/*.py")}
    assert branches == texts(SPEC, "BRANCHES") | {"server"}


def test_every_folder_of_resources_is_looked_for() -> None:
    wanted = texts(CONTENTS, "NEEDED") | texts(CONTENTS, "NEEDED_KINDS")
    folders = {path.name for path in (ROOT / "resources").iterdir() if path.is_dir()}
    assert folders == {name.split("/")[1] for name in wanted if name.startswith("resources/")}


@pytest.mark.parametrize("path", sorted((ROOT / "packaging").iterdir()), ids=lambda path: path.name)
def test_packaging_names_no_place_of_a_machine(path: Path) -> None:
    if path.is_file():
        assert not re.search(r"[\"'](/(home|root|usr|opt|tmp|var|work)/|[A-Za-z]:\\)", path.read_text(encoding="utf-8"))
