"""What of a written text cannot be kept, and how a message shows it."""

import pytest

from app.domain.messages import render
from app.domain.plain_text import tidy, unfit_character, visible


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("王\u200b古", "U+200B"),
        ("王\u202e古", "U+202E"),
        ("王\ue000古", "U+E000"),
        ("王\x07古", "U+0007"),
        ("\ufeff王古", "U+FEFF"),
        ("王\u00ad古", "U+00AD"),
        ("王\ud800古", "U+D800"),
        ("王\u0378古", "U+0378"),
        ("王\U000f0000", "U+F0000"),
        ("王\u200d", "U+200D"),
        ("\u200cب", "U+200C"),
        ("\0", "U+0000"),
    ],
)
def test_a_character_nobody_sees_is_named_and_shown(text: str, point: str) -> None:
    assert unfit_character(text) == point
    assert f"‹{point}›" in visible(text)


@pytest.mark.parametrize(
    "text",
    [
        *("王古", "阿依·古丽", "ནོར་བུ", "ꆈꌠ", "ئايگۈل", "𠮷田", "\U00030000", "\U0002ebf0", "\U00031350", "O'Neil 3"),
        *("می\u200cخواهم", "क्\u200dष", "王\u3000古", "王\u00a0古", "三村\n四组\t"),
    ],
)
def test_names_of_every_script_and_blanks_stay(text: str) -> None:
    assert unfit_character(text) == ""
    assert visible(text) == text


def test_blanks_and_line_breaks_become_one_blank() -> None:
    assert tidy(" 三村\n 四组\u3000东 ") == "三村 四组 东"


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_a_message_that_quotes_a_name_shows_what_is_unseen(lang: str) -> None:
    assert "王‹U+200B›古" in render("worker_no_taken", {"no": "01", "name": "王\u200b古"}, lang)
