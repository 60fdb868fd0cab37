"""The wraps of the database key."""

from dataclasses import replace

import pytest

from app.domain.refusal import Refusal
from app.models.folder import DataFolder
from app.models.keys import STANDARD_COST, KeyRing, new_ring, read_ring, write_ring
from tests.fixtures import CHEAP


@pytest.fixture
def ring():
    """A ring with two users and a paper: ring, key, recovery key."""
    made, key = new_ring()
    made = made.with_password("阿依", "一", key, CHEAP).with_password("official", "two", key, CHEAP)
    made, paper = made.with_recovery(key)
    return made, key, paper


def code_of(action, *args):
    with pytest.raises(Refusal) as refused:
        action(*args)
    return refused.value.code


def test_each_password_and_the_paper_open_the_same_key(ring):
    made, key, paper = ring
    assert made.unlock("阿依", "一") == ("阿依", key)
    assert made.unlock("official", "two") == ("official", key)
    assert made.unlock(None, "一") == ("阿依", key)
    assert made.unlock_by_recovery(paper) == key


@pytest.mark.parametrize(
    ("user", "password", "code"),
    [
        ("阿依", "二", "wrong_password"),
        ("阿依", "two", "wrong_password"),
        ("", "x", "wrong_password"),
        ("no", "一", "unknown_user"),
    ],
)
def test_a_wrong_password_is_told_from_an_unknown_user(ring, user, password, code):
    assert code_of(ring[0].unlock, user, password) == code


@pytest.mark.parametrize(("user", "password", "code"), [("a", "", "empty_password"), (" ", "x", "empty_user")])
def test_nobody_gets_an_empty_name_or_password(ring, user, password, code):
    assert code_of(ring[0].with_password, user, password, ring[1], CHEAP) == code


def test_a_changed_password_replaces_the_old_one(ring):
    made, key, _ = ring
    changed = made.with_password("阿依", "三", key, CHEAP)
    assert changed.unlock(None, "三")[1] == key
    assert code_of(changed.unlock, "阿依", "一") == "wrong_password"
    assert changed.first_user() == "阿依"


def test_a_new_paper_ends_the_old_one(ring):
    made, key, paper = ring
    changed, fresh = made.with_recovery(key)
    assert changed.unlock_by_recovery(fresh) == key
    assert code_of(changed.unlock_by_recovery, paper) == "wrong_recovery_key"


def test_a_wrap_moved_to_another_user_or_database_opens_nothing(ring):
    made, _, _ = ring
    mine = made.wraps[0]
    for forged in (
        replace(made, wraps=(replace(mine, user="official"),)),
        replace(made, database="0" * 32),
    ):
        assert code_of(forged.unlock, forged.wraps[0].user, "一") == "wrong_password"


def test_the_ring_holds_neither_key_nor_password(ring):
    made, key, paper = ring
    stored = made.to_json()
    for secret in (key.hex().encode(), key, paper.encode(), paper.replace("-", "").encode()):
        assert secret not in stored


def test_equal_passwords_have_unequal_wraps(ring):
    made, key, _ = ring
    twin = made.with_password("twin", "一", key, CHEAP)
    assert twin.wraps[0].sealed != twin.wraps[-1].sealed


def test_a_guess_costs_64_mib_and_three_passes():
    assert (STANDARD_COST.memory_kib, STANDARD_COST.passes) == (65536, 3)


@pytest.fixture
def place(tmp_path, ring):
    """A folder with both copies."""
    folder = DataFolder(tmp_path)
    write_ring(folder, ring[0])
    return folder


def test_both_copies_are_the_ring(place, ring):
    assert KeyRing.from_json(place.keys.read_bytes()) == KeyRing.from_json(place.keys_copy.read_bytes()) == ring[0]


@pytest.mark.parametrize("damage", [None, b"", b"{}", b"[]", b"{", "half", "bit"])
@pytest.mark.parametrize("which", ["keys", "keys_copy"])
def test_one_damaged_copy_is_survived_and_mended(place, ring, which, damage):
    path = getattr(place, which)
    content = bytearray(path.read_bytes())
    if damage is None:
        path.unlink()
    elif damage == "bit":
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
    else:
        path.write_bytes(content[: len(content) // 2] if damage == "half" else damage)
    assert read_ring(place) == ring[0]
    assert place.keys.read_bytes() == place.keys_copy.read_bytes() == ring[0].to_json()


def test_of_two_whole_copies_the_newer_counts(place, ring):
    newer = ring[0].with_password("阿依", "新", ring[1], CHEAP)
    place.keys_copy.write_bytes(newer.to_json())
    assert read_ring(place) == newer
    assert KeyRing.from_json(place.keys.read_bytes()) == newer


def test_reading_alone_mends_nothing(place, ring):
    place.keys.unlink()
    assert read_ring(place, mend=False) == ring[0]
    assert not place.keys.exists()


def test_two_damaged_copies_are_told(place):
    place.keys.write_bytes(b"x")
    place.keys_copy.unlink()
    assert code_of(read_ring, place) == "keys_lost"
