"""Invented ledgers."""

import importlib.util
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
