"""Qt without a screen, in the house's look."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def look(qapp):
    """The application dressed as people see it."""
    from app.ui.theme.style import apply_look  # noqa: PLC0415  Qt reads the platform when first imported

    return apply_look(qapp)
