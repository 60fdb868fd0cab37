"""Storage filled for its tests."""

import pytest

from tests.fixtures import USER
from tests.models.rows import insert_all


@pytest.fixture
def filled(database, workshop_id):
    """A database with the first row of every synced table."""
    with database.write(USER, "fill") as session:
        insert_all(session, workshop_id)
    return database
