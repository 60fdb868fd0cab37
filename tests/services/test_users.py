"""Who may open the records, and who may say so."""

import pytest

from app.domain.refusal import Refusal
from app.domain.vocabulary import RoleName
from app.models.folder import DataFolder
from app.models.keys import read_ring
from app.models.opening import create, open_database
from app.services.context import Context
from app.services.safety import backup, restore
from app.services.users import (
    add_user,
    change_password,
    list_users,
    new_recovery_key,
    remove_user,
    role_of,
    set_password,
)
from app.services.workshops import create_workshop, list_workshops
from tests.fixtures import CHEAP, PASSWORD, USER


@pytest.fixture
def database(tmp_path):
    """A fresh database whose password these tests know."""
    made, _ = create(tmp_path / "data", USER, PASSWORD, cost=CHEAP)
    yield made
    made.close()


@pytest.fixture
def context(database):
    """Its manager."""
    return Context(database, USER)


def opens(context, user, password):
    ring = read_ring(DataFolder(context.database.folder))
    try:
        return ring.unlock(user, password)[1] == context.database.key
    except Refusal as refusal:
        return refusal.code


def code_of(action, *args, **kwargs):
    with pytest.raises(Refusal) as refused:
        action(*args, **kwargs)
    return refused.value.code


@pytest.fixture
def official(context):
    """The context of a second person, an official."""
    add_user(context, "乡干部", "zwei Worte", RoleName.OFFICIAL, cost=CHEAP)
    return Context(context.database, "乡干部")


def test_a_new_person_opens_the_records_and_has_the_role(context, official):
    assert [(row.name, row.role, row.active) for row in list_users(context)] == [
        (USER, RoleName.MANAGER, True),
        ("乡干部", RoleName.OFFICIAL, True),
    ]
    assert role_of(official) == RoleName.OFFICIAL
    context.database.close()
    again, user = open_database(context.database.folder, "乡干部", "zwei Worte")
    again.close()
    assert user == "乡干部"


def test_a_name_is_given_once(context, official):
    assert code_of(add_user, context, " 乡干部 ", "drei Worte", RoleName.VIEWER, cost=CHEAP) == "user_exists"
    assert opens(context, "乡干部", "zwei Worte") is True


@pytest.mark.parametrize("role", [RoleName.OFFICIAL, RoleName.VIEWER])
def test_others_than_manager_and_installer_manage_nobody(context, role):
    add_user(context, "x", "ein Wort", role, cost=CHEAP)
    other = Context(context.database, "x")
    assert code_of(add_user, other, "y", "ein Wort", RoleName.MANAGER, cost=CHEAP) == "role_forbids"
    assert code_of(set_password, other, USER, "y", cost=CHEAP) == "role_forbids"
    assert code_of(remove_user, other, USER) == "role_forbids"
    assert code_of(new_recovery_key, other) == "role_forbids"


def test_a_person_changes_their_own_password(context, official):
    change_password(official, "zwei Worte", "neues Wort", cost=CHEAP)
    assert (opens(context, "乡干部", "neues Wort"), opens(context, "乡干部", "zwei Worte")) == (True, "wrong_password")


def test_the_old_password_is_asked_for(context):
    assert code_of(change_password, context, "falsch", "neues Wort", cost=CHEAP) == "wrong_password"
    assert opens(context, USER, PASSWORD) is True


def test_a_forgotten_password_is_set_by_the_manager(context, official):
    set_password(context, "乡干部", "neues Wort", cost=CHEAP)
    assert opens(context, "乡干部", "neues Wort") is True
    assert code_of(set_password, context, "nobody", "x", cost=CHEAP) == "unknown_user"


def test_a_removed_person_opens_nothing_and_stays_on_the_list(context, official):
    remove_user(context, "乡干部")
    assert opens(context, "乡干部", "zwei Worte") == "unknown_user"
    assert not list_users(context)[1].active
    add_user(context, "乡干部", "noch einmal", RoleName.VIEWER, cost=CHEAP)
    assert (opens(context, "乡干部", "noch einmal"), list_users(context)[1].role) == (True, RoleName.VIEWER)


def test_the_last_who_can_manage_is_not_removed(context, official):
    assert code_of(remove_user, context, USER) == "last_user"
    assert opens(context, USER, PASSWORD) is True


def test_a_new_recovery_key_replaces_the_lost_one(context, tmp_path):
    printed = new_recovery_key(context)
    row = backup(context, tmp_path / "b")
    assert restore(tmp_path / "bare", row.path, recovery_key=printed).changes == 0


def test_a_short_password_is_chosen_by_nobody(context, official):
    assert code_of(add_user, context, "x", "1234567", RoleName.VIEWER, cost=CHEAP) == "short_password"
    assert code_of(change_password, official, "zwei Worte", "1234567", cost=CHEAP) == "short_password"
    assert code_of(set_password, context, "乡干部", "1234567", cost=CHEAP) == "short_password"
    assert opens(context, "乡干部", "zwei Worte") is True


def test_a_viewer_looks_and_changes_nothing(context):
    add_user(context, "村里", "drei Worte", RoleName.VIEWER, cost=CHEAP)
    viewer = Context(context.database, "村里")
    assert code_of(create_workshop, viewer, "龙潭彝绣工坊", "513499") == "role_views"
    assert list_workshops(viewer) == ()
    shop = create_workshop(context, "龙潭彝绣工坊", "513499")
    assert list_workshops(viewer) == (shop,)
