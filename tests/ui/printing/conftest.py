"""Invented ledgers and the eye of a search program."""

import importlib.util
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def books(qapp: object) -> ModuleType:
    """The module of invented ledgers beside this file."""
    spec = importlib.util.spec_from_file_location("ledgers", Path(__file__).with_name("ledgers.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def text_of(tmp_path: Path) -> Callable[[bytes], list[str]]:
    """The text of each page of a PDF as poppler's pdftotext takes it out."""

    def take(pdf: bytes) -> list[str]:
        path = tmp_path / "paper.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
        assert done.stderr == b""
        return done.stdout.decode().split("\f")[:-1]

    return take
