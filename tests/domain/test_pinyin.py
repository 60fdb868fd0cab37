"""Names found by what a keyboard without an input method types."""

import random

import pytest

from app.domain.pinyin import (
    AT_START,
    INSIDE,
    Index,
    Names,
    folded,
    initials,
    meets,
    order_key,
    parse_readings,
    spelled,
)

READINGS = parse_readings(
    "a 阿\nyi 依衣\nmo 莫\nji 吉\nke 克\nxiu 秀\nying 英\ndan,chan,shan 单\nxin 信\nxiong 雄\nlv 吕\nzhai,di 翟\n"
    "zhang 张\nsha 沙\nxi 西\nan 安\nou,qu 区\ne 鄂\n"
)


@pytest.mark.parametrize(
    ("query", "name", "where"),
    [
        ("阿依", "阿依莫", AT_START),
        ("aym", "阿依莫", AT_START),
        ("AYM", "阿依莫", AT_START),
        ("ayimo", "阿依莫", AT_START),
        ("a yi mo", "阿依莫", AT_START),
        ("ayim", "阿依莫", AT_START),
        ("a依m", "阿依莫", AT_START),
        ("ym", "阿依莫", INSIDE),
        ("莫", "阿依莫", INSIDE),
        ("jkxy", "吉克秀英", AT_START),
        ("吉克·秀英", "吉克秀英", AT_START),
        ("jikexiuying", "吉克秀英", AT_START),
        ("sxx", "单雄信", AT_START),
        ("dxx", "单雄信", AT_START),
        ("shanx", "单雄信", AT_START),
        ("zhm", "张莫", AT_START),
        ("zm", "张莫", AT_START),
        ("zham", "张莫", None),
        ("zha", "张莫", AT_START),
        ("lv", "吕依", AT_START),
        ("lü", "吕依", AT_START),
        ("xian", "西安", AT_START),
        ("xa", "西安", AT_START),
        ("imo", "阿依莫", None),
        ("my", "阿依莫", None),
        ("aymx", "阿依莫", None),
        ("ꀋꑳ", "ꀋꑳꃀ", AT_START),
        ("བཀྲ", "བཀྲ་ཤིས", AT_START),
        ("tashi", "Tashi Dolma", AT_START),
        ("ＡＢ１", "ab1挎包", AT_START),
        ("", "阿依莫", AT_START),
    ],
)
def test_what_meets_a_name(query: str, name: str, where: int | None) -> None:
    found = spelled(name, READINGS)
    assert meets(folded(query), found) == where
    assert Index([found]).find(folded(query)).get(0) == where


def test_the_index_finds_exactly_what_looking_at_each_name_does() -> None:
    chance = random.Random(20261122)
    characters = "".join(READINGS) + "abꀋ1"
    names = [spelled("".join(chance.choices(characters, k=chance.randint(1, 5))), READINGS) for _ in range(400)]
    index = Index(names)
    for _ in range(600):
        query = "".join(chance.choices("abdeikmosuxyzhng阿依1", k=chance.randint(1, 5)))
        expected = {at: where for at, name in enumerate(names) if (where := meets(query, name)) is not None}
        assert index.find(query) == expected, query


def test_numbers_come_first_and_then_the_beginnings_of_names() -> None:
    named = [("14", "莫阿依"), ("010", "阿依莫"), ("1", "吉克秀英"), ("", "1号线")]
    names = Names(named, lambda: READINGS)
    assert names.find("1") == [2, 0, 1, 3]
    assert names.find("ay") == [1, 0]
    assert names.find("01") == [1]
    assert names.find("10") == [1]
    assert names.find("") == [0, 1, 2, 3]
    assert names.find("zz") == []


def test_initials_are_of_the_common_reading() -> None:
    assert initials("单雄信", READINGS) == "dxx"
    assert initials("ꀋA依", READINGS) == "ꀋay"


def test_names_are_sorted_as_they_are_read() -> None:
    names = ["张莫", "阿依莫", "吉克秀英", "阿莫", "依莫", "衣莫"]
    assert sorted(names, key=lambda name: order_key(name, READINGS)) == [
        "阿莫",
        "阿依莫",
        "吉克秀英",
        "依莫",
        "衣莫",
        "张莫",
    ]
