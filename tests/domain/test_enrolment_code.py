"""Enrolment codes: what is typed wrong is noticed before anything is sent."""

import random

import pytest

from app.domain.enrolment_code import ALPHABET, make_code, read_code
from app.domain.refusal import Refusal

CODE = make_code(0x5A17_3C9D_12EF_43)


def test_a_code_may_be_typed_as_people_type():
    assert read_code(f" {CODE.lower().replace('-', ' ').replace('1', 'l').replace('0', 'o')} ") == CODE


def test_any_one_wrong_character_is_noticed():
    plain = CODE.replace("-", "")
    for place, right in enumerate(plain):
        for wrong in set(ALPHABET) - {right}:
            with pytest.raises(Refusal):
                read_code(plain[:place] + wrong + plain[place + 1 :])


def test_every_random_number_makes_a_readable_code():
    for bits in (random.Random(5).getrandbits(64) for _ in range(200)):
        assert read_code(make_code(bits)) == make_code(bits)
