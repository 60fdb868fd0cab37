"""The public board: what is masked how, and what it cannot hold."""

from dataclasses import asdict

import pytest

from app.domain.papers.board import AmountRule, BoardRules, NameRule, board_of, masked_name, shown
from tests.paper_sources import source


@pytest.mark.parametrize(
    ("name", "star", "surname"),
    [
        ("王芳", "王*", "王某"),
        ("阿卜杜热合曼·买买提", "阿*", "阿某"),
        ("བཀྲ་ཤིས་", "བཀྲ*", "བཀྲ*"),
        ("ꀋꑳꃀ", "ꀋ*", "ꀋ*"),
        ("", "", ""),
    ],
)
def test_names(name: str, star: str, surname: str) -> None:
    assert masked_name(name, NameRule.FULL) == name
    assert masked_name(name, NameRule.STAR) == star
    assert masked_name(name, NameRule.SURNAME) == surname


@pytest.mark.parametrize(
    ("fen", "band"),
    [(-1, "0"), (0, "0"), (99_999, "0-1000"), (100_000, "1000-2000"), (799_999, "5000-8000"), (800_000, "8000 以上")],
)
def test_bands(fen: int, band: str) -> None:
    assert shown(fen, AmountRule.BANDS) == band


def test_exact_and_hidden_amounts() -> None:
    assert shown(123_456, AmountRule.EXACT) == "1,234.56"
    assert shown(123_456, AmountRule.NONE) == ""


@pytest.mark.parametrize("names", NameRule)
@pytest.mark.parametrize("amounts", AmountRule)
def test_no_number_of_a_person_gets_on_it(names: NameRule, amounts: AmountRule) -> None:
    given = source(7)
    held = str(asdict(board_of(given, BoardRules(names, amounts))))
    for one in given.slips:
        assert one.id_number not in held
        assert one.phone not in held
        assert one.account not in held


@pytest.mark.parametrize("workers", [1, 7])
def test_no_sum_tells_what_a_band_hides(workers: int) -> None:
    given = source(workers)
    whole = (sum(one.slip.gross_fen for one in given.slips), sum(one.slip.net_fen for one in given.slips))
    sums = {rule: board_of(given, BoardRules(NameRule.STAR, rule)).sums for rule in AmountRule}
    assert sums == {AmountRule.EXACT: whole, AmountRule.BANDS: None, AmountRule.NONE: None}
