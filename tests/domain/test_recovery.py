"""The printed recovery key: what it forgives, and what it sees."""

import secrets

import pytest

from app.domain.recovery import RECOVERY_BYTES, format_recovery_key, parse_recovery_key
from app.domain.refusal import Refusal

SECRET = bytes(range(1, RECOVERY_BYTES + 1))
PRINTED = format_recovery_key(SECRET)


@pytest.mark.parametrize("_", range(50))
def test_what_was_printed_is_read_back(_):
    secret = secrets.token_bytes(RECOVERY_BYTES)
    assert parse_recovery_key(format_recovery_key(secret)) == secret


@pytest.mark.parametrize("secret", [bytes(RECOVERY_BYTES), b"\xff" * RECOVERY_BYTES])
def test_leading_zeros_and_ones_stay(secret):
    assert parse_recovery_key(format_recovery_key(secret)) == secret


def test_it_is_eight_groups_of_five():
    assert [len(group) for group in PRINTED.split("-")] == [5] * 8


@pytest.mark.parametrize(
    "written", [PRINTED.lower(), PRINTED.replace("-", " "), PRINTED.replace("-", ""), f" {PRINTED}\n"]
)
def test_case_blanks_and_hyphens_do_not_matter(written):
    assert parse_recovery_key(written) == SECRET


def test_letters_mistaken_for_digits_are_read_as_digits():
    printed = format_recovery_key(bytes(RECOVERY_BYTES))
    assert "0" in printed
    assert "1" in printed
    assert parse_recovery_key(printed.replace("0", "O").replace("1", "l")) == bytes(RECOVERY_BYTES)


def refused(typed):
    with pytest.raises(Refusal) as caught:
        parse_recovery_key(typed)
    return caught.value


@pytest.mark.parametrize("place", range(40))
def test_every_wrong_character_is_seen_and_its_group_named(place):
    plain = PRINTED.replace("-", "")
    for character in "0123456789ABCDEFGHJKMNPQRSTVWXYZ*":
        if character != plain[place]:
            refusal = refused(plain[:place] + character + plain[place + 1 :])
            assert (refusal.code, refusal.params["group"]) == ("recovery_key_typo", place // 5 + 1)


@pytest.mark.parametrize("place", [place for place in range(39) if place % 5 < 4])
def test_neighbours_swapped_are_seen(place):
    plain = PRINTED.replace("-", "")
    swapped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
    if swapped != plain:
        assert refused(swapped).params["group"] == place // 5 + 1


def test_groups_swapped_are_seen():
    groups = PRINTED.split("-")
    groups[1], groups[2] = groups[2], groups[1]
    assert refused("-".join(groups)).params["group"] == 2


@pytest.mark.parametrize("typed", ["", PRINTED[:-1], PRINTED + "0"])
def test_a_wrong_length_is_told(typed):
    assert refused(typed).code == "recovery_key_length"
