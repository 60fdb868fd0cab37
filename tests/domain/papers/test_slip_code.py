"""The code on a slip: read back whole, bound to every figure, short enough for paper."""

from dataclasses import replace

import pytest

from app.domain.papers.slip_code import (
    SIGNATURE,
    SlipClaim,
    read_slip_text,
    signed_bytes,
    slip_digest,
    slip_text,
    slip_words,
)
from app.domain.refusal import Refusal
from tests.paper_sources import slip

CLAIM = SlipClaim(2**53 - 1, 2**52 + 5, 2**52 + 7, 2**20 - 1, bytes(range(16)))
SIGNED = bytes(range(100, 100 + SIGNATURE))
WORDS = "龙潭彝绣工坊 2026-10 编号01 实发1234.50元"


def test_what_was_written_is_read() -> None:
    assert read_slip_text(slip_text(WORDS, CLAIM, SIGNED)) == (WORDS, CLAIM, SIGNED)


@pytest.mark.parametrize("wrap", ["  {}\n", "{}\r\n"])
def test_white_space_round_a_copied_text_does_not_matter(wrap: str) -> None:
    assert read_slip_text(wrap.format(slip_text(WORDS, CLAIM, SIGNED)))[1] == CLAIM


def test_the_code_is_capitals_and_digits_after_the_words() -> None:
    code = slip_text(WORDS, CLAIM, SIGNED).removeprefix(WORDS).strip()
    assert code.startswith("GF1")
    assert code.isalnum()
    assert code == code.upper()


@pytest.mark.parametrize("text", ["", "GF1", "https://example.org", f"{WORDS} GF1ABC", f"{WORDS} GF1{'A' * 166}0"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_slip_text(text)
    assert refused.value.code == "slip_code_unreadable"


def test_words_are_signed_without_their_spaces() -> None:
    assert signed_bytes("a b", CLAIM) == signed_bytes("ab ", CLAIM)
    assert signed_bytes("ab", CLAIM) != signed_bytes("ac", CLAIM)


def test_every_figure_and_word_changes_the_hash() -> None:
    one = slip(3)
    line = one.lines[0]
    others = [
        replace(one, net_fen=one.net_fen + 1),
        replace(one, name="别人"),
        replace(one, overtime_minutes=0),
        replace(one, lines=(line._replace(amount_fen=1), *one.lines[1:])),
        replace(one, lines=(line._replace(formula="2600.01"), *one.lines[1:])),
        replace(one, deductions=one.deductions[:1]),
    ]
    digests = {slip_digest(1, 2, each) for each in (one, *others)}
    assert len(digests | {slip_digest(1, 3, one), slip_digest(2, 2, one)}) == len(others) + 3


def test_words_name_workshop_month_number_and_net() -> None:
    one = replace(slip(1), net_fen=123_450)
    assert slip_words("龙潭彝绣工坊", "2026-10", one) == WORDS
    assert len(slip_words("坊" * 60, "2026-10", one)) < 60
