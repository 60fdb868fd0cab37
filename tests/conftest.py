"""Settings of the whole test run."""

import gc
import os
import sys

import pytest
from hypothesis import HealthCheck, settings

# Before any test module imports Qt: a run from an editor or by pytest alone needs no screen either.
if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Two slow shared cores: the time of one example says nothing. CI repeats its examples, a person's run finds new ones.
settings.register_profile("person", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("person"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "person")

pytest_plugins = ["tests.fixtures", "tests.server.fixtures"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Modules with slow tests begin, each part still in random order: begun last, one keeps one core busy alone."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: the cycle collector need not walk it again in each test."""
    gc.collect()
    gc.freeze()
