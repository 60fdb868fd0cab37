"""The shipped table of readings: what the library it is made from says; ten thousand people found in time."""

import random
import time

import pytest
from pypinyin import Style, pinyin

from app.domain.pinyin import initials
from app.services.readings import findable, readings

MOST_SECONDS = 0.05


@pytest.mark.parametrize("character", "阿依莫吉克秀英沙马芝单翟吕曾区仇解盖朴嗯诺哟欸龘㛃")
def test_the_table_reads_as_the_library_does(character: str) -> None:
    (marked,) = pinyin(character, heteronym=True, style=Style.NORMAL, v_to_u=False)
    assert set(marked) - set(readings()[character]) <= {"n", "ng", "m", "hm", "ê"}
    assert readings()[character][0] in marked


def test_every_reading_is_of_plain_letters() -> None:
    sounds = {sound for each in readings().values() for sound in each}
    assert all(sound.isascii() and sound.islower() for sound in sounds)
    assert len(readings()) > 40_000


def test_the_characters_without_a_reading_are_signs_of_units() -> None:
    lacking = "".join(chr(number) for number in range(0x4E00, 0x9FA6) if chr(number) not in readings())
    assert lacking == "兙兡嗧桛烪瓧瓰瓱瓼甅"


def test_a_name_of_the_sample_book() -> None:
    assert initials("吉克秀英", readings()) == "jkxy"


@pytest.mark.slow
def test_ten_thousand_people_are_found_in_time() -> None:
    chance = random.Random(20261122)
    characters = "".join(readings())[:5_000]
    people = [(str(at), "".join(chance.choices(characters, k=chance.choice((2, 3, 4))))) for at in range(10_000)]
    names = findable(people).prepare()
    for query in ("a", "z", "zhang", "zs", "shi", "1", people[77][1], "xyz"):
        begun = time.process_time()
        names.find(query)
        assert time.process_time() - begun < MOST_SECONDS, query
    assert 77 in names.find(initials(people[77][1], readings()))
