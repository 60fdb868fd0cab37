"""Type on paper: lines break where they may, and every script keeps its width."""

import pytest

from app.ui.printing.typesetting import break_lines, has_glyph, printable, width

LONG = "阿卜杜热合曼·买买提艾力·吐尔逊江"


@pytest.mark.parametrize("room", [900, 1500, 2600, 9000])
def test_a_broken_name_fits_and_loses_no_letter(qapp: object, room: int) -> None:
    lines = break_lines(LONG, room, 280)
    assert "".join(lines) == LONG
    assert max(width(line, 280) for line in lines) <= room


def test_tibetan_breaks_after_a_tsheg(qapp: object) -> None:
    lines = break_lines("བཀྲ་ཤིས་རྒྱལ་མཚན།", 900, 280)
    assert len(lines) > 1
    assert all(line.endswith(("་", "།")) for line in lines)


def test_yi_is_set_as_large_as_hanzi(qapp: object) -> None:
    assert width("ꆈꌠ", 280) > 1.2 * width("ꆈꌠ", 215)


def test_a_sentence_keeps_its_size_whoever_is_named_in_it(qapp: object) -> None:
    plain, name = "兹证明，自 2025-03-01 起在本工坊工作", "ꆈꌠ"
    assert width(plain + name, 280) < width(plain, 280) + width(name, 280)


@pytest.mark.parametrize("letter", ["\ue000", "\U00030000", "\U0002b740"])
def test_a_letter_no_font_has_is_set_as_geta(qapp: object, letter: str) -> None:
    assert printable(f"王{letter}花") == "王〓花"
    assert width(f"王{letter}花", 280) == width("王〓花", 280)
    assert "".join(break_lines(f"王{letter}花" * 3, 900, 280)) == "王〓花" * 3


@pytest.mark.parametrize("text", ["王龦花", "བཀྲ་ཤིས་", "ꆈꌠ", "محەممەت", "葛\U000e0100", "a\tb\u200b", "€¥①"])
def test_what_a_font_has_or_nobody_sees_stays(qapp: object, text: str) -> None:
    assert printable(text) == text
    assert all(map(has_glyph, text))
