"""Type on paper: lines break where they may, and every script keeps its width."""

import pytest

from app.ui.printing.typesetting import break_lines, width

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
