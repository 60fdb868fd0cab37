"""Enrolment codes and slips: what is typed wrong is noticed before anything is sent."""

import random

import pytest

from app.domain.refusal import Refusal
from app.domain.slip import ALPHABET, Slip, make_code, read_code, read_slip

CODE = make_code(0x5A17_3C9D_12EF_43)


def test_a_slip_reads_back_however_it_was_wrapped():
    slip = Slip(CODE, "https://192.168.1.20:8443", "ab" * 32)
    text = slip.text()
    assert text.startswith("GF1-")
    assert read_slip(f"  {text[:20]}\n{text[20:]} ") == slip


@pytest.mark.parametrize("text", ["", "GF1-", "GF1-????", "GF2-abcd", "hello", "GF1-" + "A" * 40, "GF1-é"])
def test_what_is_no_slip_is_refused(text):
    with pytest.raises(Refusal, match="slip"):
        read_slip(text)


def test_one_lost_character_of_a_slip_is_noticed():
    text = Slip(CODE, "http://127.0.0.1:8080").text()
    for place in range(4, len(text)):
        with pytest.raises(Refusal):
            read_slip(text[:place] + text[place + 1 :])


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
