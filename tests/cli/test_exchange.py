"""``stats``."""

import pytest


def test_stats_have_the_shape_both_sides_give(made):
    (shop,) = made("stats", "--json").json["workshops"].values()
    assert set(shop) == {"schema", "tables", "held", "pending"}
    assert set(shop["tables"]["workshop"][""]) == {"rows", "fen", "hash"}
    assert shop["held"] == []


def test_stats_count_what_waits(made):
    number = made("workshop", "add", "--name", "乙", "--region", "513499", "--json").json["workshop_id"]
    assert made("stats", "--json").json["workshops"][str(number)]["pending"] == 1


def test_stats_of_one_workshop_leave_the_others_out(made):
    made("workshop", "add", "--name", "乙", "--region", "513499")
    known = made("stats", "--json").json["workshops"]
    for workshop in known:
        assert list(made("stats", "--workshop", workshop, "--json").json["workshops"]) == [workshop]


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_stats_are_said_to_a_person(made, lang):
    said = made("stats", "--lang", lang).out
    assert "workshop" in said
