"""Product labels: the text of the code, its check, and how many may be printed."""

import pytest

from app.domain.papers.labels import LABEL_PAPERS, Label, check_printing, label_check, label_words, read_label
from app.domain.refusal import Refusal

BAG = Label("P001", "彝绣挎包", "彝族刺绣", "件", 16_800)
A4 = next(paper for paper in LABEL_PAPERS if paper.key == "A4-24")


def test_words_name_workshop_code_name_and_price() -> None:
    assert label_words("龙潭彝绣工坊", BAG) == "龙潭彝绣工坊 P001 彝绣挎包 168.00元/件"
    assert label_words("坊", Label("", "荷包", "", "个", None)) == "坊 荷包"


def test_what_was_read_right_checks_whatever_its_blanks() -> None:
    words = label_words("龙潭彝绣工坊", BAG)
    text = f"{words} {label_check(words)}"
    assert read_label(text) == (words, True)
    assert read_label(f" {text.replace('P001 彝', 'P001彝')}\n")[1]


def test_another_price_does_not_check() -> None:
    words = label_words("龙潭彝绣工坊", BAG)
    assert not read_label(f"{words.replace('168', '68')} {label_check(words)}")[1]


@pytest.mark.parametrize("text", ["", "龙潭彝绣工坊 P001", "GFL00000000", "x GFL123"])
def test_what_is_no_label_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_label(text)
    assert refusal.value.code == "label_unreadable"


def test_long_names_keep_the_code_small() -> None:
    words = label_words("坊" * 60, Label("P" * 30, "名" * 60, "", "件", 99_999_999))
    assert len(words) < 100


@pytest.mark.parametrize(
    ("count", "start", "code"),
    [(0, 1, "label_copies_wrong"), (1001, 1, "label_copies_wrong"), (1, 0, "label_start_wrong"),
     (1, 25, "label_start_wrong")],
)  # fmt: skip
def test_more_than_anybody_prints_is_refused_at_its_field(count: int, start: int, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        check_printing(count, start, A4)
    assert refusal.value.code == code
    assert refusal.value.params["column"] in {"copies", "start"}


@pytest.mark.parametrize("paper", LABEL_PAPERS, ids=[paper.key for paper in LABEL_PAPERS])
def test_labels_lie_within_their_page(paper) -> None:
    wide, high = paper.page_size
    assert paper.left + paper.across * paper.width + (paper.across - 1) * paper.gap <= wide
    assert paper.top + paper.down * paper.height <= high
    check_printing(1000, paper.count, paper)
