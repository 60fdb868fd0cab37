"""What stands in a message is in the message's language: terms, lists, and no Chinese left in an English sentence."""

import pickle
import re
import string
from datetime import date
from enum import StrEnum

import pytest

from app.domain import vocabulary
from app.domain.checklist import line_word, listed
from app.domain.messages import CATALOGUE, render
from app.domain.messages.terms import FESTIVALS, TERMS, festival_of, term_of
from app.domain.messages.text import Twofold, listing
from app.domain.payroll_draft import LineCode
from app.domain.rulepack import StatutoryDays
from app.domain.vocabulary import Basis, MarkKind, Relation, TimeKind
from tests.reference.rows import packs

HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
QUOTED = {"book"}
"""Subjects whose messages name sheets, columns and values of the Chinese workbook as they stand there."""
NAMED = {"half_day", "paper_letters_missing"}
"""The mark 半 as it is typed, and 〓 as it is printed."""
NUMBER_AND_NOUN = re.compile(
    r"\{(\w+)\} (?:[a-z-]+ )?"
    r"(?:rows|workers|entries|changes|weights|records|problems|files|days|pictures|places|people|moves)\b"
)
MORE_THAN_ONE = {"pieces_several", "book_too_many_rows"}
"""Said of several only."""
OF_THE_BOOK = re.compile("(月最低工资|小时最低工资|单价|计件|工坊)(?= on the workbook|(?= sheet))")


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_no_chinese_is_left_in_an_english_sentence(code: str) -> None:
    if code.partition("_")[0] in QUOTED or code in NAMED:
        return
    written = "".join(text for text, *_ in string.Formatter().parse(CATALOGUE[code].en))
    assert not HAN.findall(OF_THE_BOOK.sub("", written))


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_a_noun_beside_a_number_is_written_for_one_too(code: str) -> None:
    assert code in MORE_THAN_ONE or not NUMBER_AND_NOUN.search(CATALOGUE[code].en)


@pytest.mark.parametrize(("count", "words"), [(0, "0 workers,"), (1, "1 worker,"), (2, "2 workers,")])
def test_a_number_chooses_the_word_beside_it(count: int, words: str) -> None:
    told = {"file": "a.csv", "count": count, "total": "1.00", "sha256": "ab"}
    assert words in render("bank_file_written", told, "en")
    assert f"{count} 人," in render("bank_file_written", told)


@pytest.mark.parametrize(("count", "words"), [(1, "1 row belongs to"), (3, "3 rows belong to")])
def test_its_verb_too(count: int, words: str) -> None:
    assert words in render("book_other_month", {"count": count, "other": "2026-09", "month": "2026-10"}, "en")


@pytest.mark.parametrize("value", [*Relation, *Basis, *TimeKind, MarkKind.HALF, MarkKind.UNPAID, MarkKind.ABSENT,
                                   MarkKind.SICK, MarkKind.PAID, MarkKind.INJURY])  # fmt: skip
def test_each_term_a_finding_may_hold_has_english_words(value: str) -> None:
    assert str(value) in TERMS
    assert term_of(value).text("zh_CN") == str(value)
    assert re.match("[a-z]", term_of(value).text("en"))


@pytest.mark.parametrize(
    ("name", "english"),
    [("国庆节", "National Day"), ("中秋节、国庆节", "Mid-Autumn Festival, National Day"), ("彝族年", "彝族年")],
)
def test_a_festival_is_named_in_the_messages_language(name: str, english: str) -> None:
    assert (festival_of(name).text("zh_CN"), festival_of(name).text("en")) == (name, english)


def test_every_festival_of_the_shipped_packs_has_english_words() -> None:
    figures = [pack.figures for pack in packs() if isinstance(pack.figures, StatutoryDays)]
    named = {part for one in figures for name in one.names.values() for part in name.split("、")}
    assert named | {name for one in figures for name in one.half_days.values()} == FESTIVALS.keys()


@pytest.mark.parametrize(
    "value",
    [value for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, StrEnum)
     for value in kind if value.value],
)  # fmt: skip
def test_a_term_that_fills_a_message_is_in_the_messages_language(value: StrEnum) -> None:
    english = render("usage_required", {"names": value}, "en")
    assert not HAN.search(re.sub(r" \(\w+\)", "", english))
    assert render("usage_required", {"names": value}) == f"缺少 {value}"


@pytest.mark.parametrize("code", LineCode)
def test_a_line_is_named_in_both_languages(code: LineCode) -> None:
    assert HAN.search(line_word(code).text("zh_CN"))
    assert not HAN.search(line_word(code).text("en"))


def test_days_are_listed_with_the_comma_of_the_language() -> None:
    days = listed(date(2026, 11, day) for day in (3, 2))
    assert (days.text("zh_CN"), days.text("en")) == ("11-02、11-03", "11-02, 11-03")
    told = {lang: render("mark_outside_employment", {"no": "1", "name": "A", "days": days}, lang)
            for lang in ("zh_CN", "en")}  # fmt: skip
    assert ("11-02、11-03" in told["zh_CN"], "11-02, 11-03;" in told["en"]) == (True, True)


def test_a_list_of_twofold_words_is_in_the_language_too() -> None:
    assert listing([Twofold("姓名", "name"), "01"], "…").text("en") == "name, 01…"


def test_twofold_text_is_stored_and_compared_as_chinese() -> None:
    word = Twofold("加班", "overtime")
    assert (word, hash(word), pickle.loads(pickle.dumps(word)).en) == ("加班", hash("加班"), "overtime")
