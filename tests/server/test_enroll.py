"""Enrolment: a slip binds a place, joins a bound one, registers a new life; wrong words are told apart."""

import pytest

from app.server.limits import GuessLimit
from app.sync import wire
from tests.server.conftest import SHOP, Pc, post


def test_a_slip_binds_its_place_to_the_workshop(server):
    status, answer = Pc(server.url).enroll(server.code("龙潭", "513499"))
    assert (status, answer.workshop, answer.place, answer.region, answer.fork) == (200, SHOP, "龙潭", "513499", None)
    assert answer.join_key
    assert server.sql("SELECT workshop_id FROM place") == [(SHOP,)]
    assert server.sql("SELECT registered_by FROM device") == [("code",)]


def test_a_code_serves_one_device_once_but_that_one_again(server):
    code = server.code()
    assert Pc(server.url, 1).enroll(code)[0] == 200
    assert Pc(server.url, 1).enroll(code)[0] == 200
    status, error = Pc(server.url, 2).enroll(code)
    assert (status, error.code) == (403, "enroll_code_used")


@pytest.mark.parametrize(
    ("days", "typed", "code"),
    [
        (-1, None, "enroll_code_expired"),
        (0, "0000-0000-0000", "enroll_code_unknown"),
        (0, "0000-0000-0001", "code_mistyped"),
    ],
)
def test_words_that_do_not_open_are_told_apart(server, days, typed, code):
    good = server.code()
    server.sql("UPDATE enrolment_code SET expires_at = expires_at + %s * 86400", days * 61)
    status, error = Pc(server.url).enroll(typed or good)
    assert (status >= 400, error.code) == (True, code)
    assert error.message


def test_a_slip_for_a_bound_place_joins_its_workshop(server):
    Pc(server.url, 1).enroll(server.code("龙潭"))
    status, answer = Pc(server.url, 2, workshop=0).enroll(server.code("龙潭"))
    assert (status, answer.workshop) == (200, SHOP)


def test_there_is_nothing_to_join_at_an_empty_place(server):
    status, error = Pc(server.url, workshop=0).enroll(server.code("空"))
    assert (status, error.code, error.params) == (403, "enroll_place_empty", {"place": "空"})
    assert server.sql("SELECT used_at FROM enrolment_code") == [(None,)]


def test_a_workshop_is_bound_to_one_place_only(server):
    Pc(server.url).enroll(server.code("龙潭"))
    assert Pc(server.url).enroll(server.code("别处"))[1].code == "enroll_workshop_elsewhere"


def test_a_number_another_key_has_is_left_and_the_code_kept(server, new_pc):
    new_pc()
    code = server.code()
    status, answer = Pc(server.url, 1, seed=b"x" * 32).enroll(code)
    assert (status, answer.fork, answer.join_key) == (200, 0, "")
    assert Pc(server.url, 2, seed=b"x" * 32).enroll(code)[1].fork is None


def test_a_new_life_registers_by_the_join_key(server, pc):
    status, answer = Pc(server.url, 77).enroll(join=pc.join)
    assert (status, answer.workshop, answer.join_key) == (200, SHOP, pc.join)
    assert server.sql("SELECT registered_by FROM device WHERE device = 77") == [("join",)]


def test_a_wrong_or_revoked_join_key_registers_nobody(server, pc):
    assert Pc(server.url, 77).enroll(join="guess")[1].code == "enroll_key_unknown"
    server.sql("UPDATE join_key SET revoked_at = 1")
    assert Pc(server.url, 77).enroll(join=pc.join)[1].code == "enroll_key_unknown"


def test_a_revoked_device_does_not_come_back_by_its_join_key(server, pc):
    server.sql("UPDATE device SET revoked_at = 1")
    assert pc.enroll(join=pc.join)[1].code == "device_revoked"


def test_nobody_registers_a_key_he_does_not_hold(server):
    pc = Pc(server.url)
    other = Pc(server.url, seed=b"y" * 32)
    pc.proving = other.seed
    assert pc.enroll(server.code())[1].code == "enroll_proof_wrong"


def test_garbage_keeps_nobody_from_enrolling(server):
    for _ in range(40):
        post(server.url, wire.ENROLL_PATH, b"x")
    assert Pc(server.url, 7).enroll(server.code())[0] == 200


def test_a_guesser_keeps_only_itself_from_enrolling():
    guesses = GuessLimit(per_minute=3, senders=2)
    for _ in range(3):
        guesses.failed("10.0.0.1")
    assert 0 < guesses.pause("10.0.0.1") <= 61
    assert guesses.pause("10.0.0.2") == 0
    for sender in ("10.0.0.2", "10.0.0.3"):
        guesses.failed(sender)
    assert guesses.pause("10.0.0.1") == 0


def test_guessing_codes_is_slowed_down(server):
    answers = [Pc(server.url).enroll("0000-0000-0000") for _ in range(31)]
    assert [error.code for _, error in answers[29:]] == ["enroll_code_unknown", "server_busy"]
    assert answers[30][1].pause > 0
