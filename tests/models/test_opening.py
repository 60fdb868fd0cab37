"""Making and opening a database."""

from app.models.database import scalar
from app.models.opening import open_database
from tests.fixtures import PASSWORD, USER


def test_fixture_holds_a_workshop(context, workshop_id):
    with context.database.read() as session:
        assert scalar(session, "SELECT name FROM workshop WHERE workshop_id = :w", w=workshop_id) == "龙潭工坊"
        assert scalar(session, "SELECT count(*) FROM journal") == 1


def test_opens_again_by_its_first_user(database, workshop_id):
    database.close()
    again, user = open_database(database.folder, None, PASSWORD)
    with again.read() as session:
        assert (user, scalar(session, "SELECT workshop_id FROM workshop")) == (USER, workshop_id)
    again.close()
