"""Letters no font has: found wherever a paper shows them, and said with the worker they stand with."""

from dataclasses import replace

import pytest

from app.domain.papers import PaperData, SlipsData
from app.domain.papers.board import AmountRule, BoardRules, NameRule, board_of
from app.domain.papers.letters import Unprintable, unprintable_of, unprintable_words
from app.domain.papers.settlement import settlement_of
from app.domain.papers.source import Source, ledger_of
from app.domain.vocabulary import Relation
from tests.paper_sources import paid, slip, source

RARE = "王\U00030000"
FOUND = Unprintable("02", RARE, ("\U00030000",))


def has_glyph(letter: str) -> bool:
    return letter < "\U00030000" and letter != "\ue000"


def named(relation: Relation = Relation.FULL_TIME) -> Source:
    """Two workers, the second with a rare name."""
    return replace(source(), slips=(paid(slip(1, 2, relation)), paid(slip(2, 2, relation, name=RARE))))


@pytest.mark.parametrize(
    "data",
    [
        ledger_of(named()),
        SlipsData(named()),
        settlement_of(named(Relation.HOME)),
        board_of(named(), BoardRules(NameRule.FULL, AmountRule.EXACT)),
    ],
    ids=lambda data: type(data).__name__,
)
def test_a_rare_name_is_found_once_with_its_worker(data: PaperData) -> None:
    assert unprintable_of(data, has_glyph) == (FOUND,)


def test_a_settlement_names_nobody_who_is_not_on_it() -> None:
    mixed = replace(source(), slips=(paid(slip(1, 2, Relation.HOME)), paid(slip(2, 2, name=RARE))))
    assert unprintable_of(settlement_of(mixed), has_glyph) == ()


def test_the_workshops_own_name_is_found_too() -> None:
    found = unprintable_of(ledger_of(replace(source(1), unit="龙\ue000工坊")), has_glyph)
    assert found == (Unprintable("", "龙\ue000工坊", ("\ue000",)),)


def test_what_every_font_has_is_not_spoken_of() -> None:
    assert unprintable_of(SlipsData(source(40), formulas=True), has_glyph) == ()
    assert unprintable_words((), "en") == ""


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_worker_text_and_code_point_are_said(lang: str) -> None:
    said = unprintable_words((FOUND, Unprintable("", "龙\U00030001", ("\U00030001",))), lang)
    assert f"02 {RARE} (U+30000)" in said
    assert "龙\U00030001 (U+30001)" in said
    assert ("手写补上" in said) == (lang != "en")


def test_of_many_only_the_first_are_named() -> None:
    many = tuple(replace(FOUND, no=str(at)) for at in range(12))
    assert "另有 2 处" in unprintable_words(many, "zh_CN")
