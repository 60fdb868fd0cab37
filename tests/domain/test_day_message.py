"""Chat messages and copied tables read as notes of a day; what is not understood is named, never guessed."""

from datetime import date

import pytest

from app.domain.day_message import MOST_LINES, Person, plain, plain_rectangle, read_message
from app.domain.message_rest import Thing

DAY = date(2026, 10, 21)
THINGS = (
    Thing("挎包", "刺绣", "A"), Thing("挎包", "刺绣", "B"), Thing("挎包", "锁边", ""), Thing("围巾", "缝制", ""),
    Thing("挎包", "缝制", ""), Thing("披毡", "擀毡", ""), Thing("披毡", "擀毡", "一等"),
)  # fmt: skip
A, B, HEM, SCARF, BAG, FELT, FELT_1 = range(7)
PEOPLE = (
    Person(1, "01", "阿依莫", (HEM,)),
    Person(2, "02", "吉克秀英", (A, BAG)),
    Person(3, "03", "ꀋꑳꃀ"),
    Person(4, "04", "阿依"),
    Person(5, "05", "沙马芝"),
    Person(6, "06", "沙马芝"),
    Person(12, "12", "བཀྲ་ཤིས", (SCARF,)),
)


def read(text, day=DAY):
    """(worker, mark, pieces) of each line without faults, and the codes of the faults."""
    lines = read_message(text, PEOPLE, THINGS, day)
    good = [(line.worker, line.mark, dict(line.pieces)) for line in lines if line.mark or line.pieces]
    return good, [fault.kind for line in lines for fault in line.faults]


@pytest.mark.parametrize(
    ("text", "worker", "mark", "pieces"),
    [
        ("阿依莫 刺绣A 12,锁边 6", 1, "", {A: 12_000, HEM: 6_000}),
        ("吉克秀英请假", 2, "假", {}),
        ("阿依莫：刺绣Ａ１２、锁边６件", 1, "", {A: 12_000, HEM: 6_000}),
        ("1. 阿依莫 刺绣 A x12，锁边*6.5", 1, "", {A: 12_000, HEM: 6_500}),
        ("7、吉克秀英 半天 刺绣b 3", 2, "半", {B: 3_000}),
        ("2 阿依莫 锁边 6", 1, "", {HEM: 6_000}),
        ("02 刺绣A 5", 2, "", {A: 5_000}),
        ("02号 吉克秀英 锁边 5", 2, "", {HEM: 5_000}),
        ("阿依 全天 加班2小时", 4, "8+2", {}),
        ("阿依 加班 1.5h", 4, "+1.5", {}),
        ("阿依 8+2", 4, "8+2", {}),
        ("阿依 6.5小时", 4, "6.5", {}),
        ("阿依 加8", 4, "加8", {}),
        ("阿依 工伤", 4, "伤", {}),
        ("阿依 今天病假", 4, "病", {}),
        ("阿依 调休", 4, "调", {}),
        ("阿依 年假", 4, "带薪", {}),
        ("阿依 旷工", 4, "旷", {}),
        ("阿依 请假半天", 4, "半", {}),
        ("阿依 ✓", 4, "√", {}),
        ("阿依莫 12", 1, "", {HEM: 12_000}),
        ("阿依莫 12件刺绣A 6个锁边", 1, "", {A: 12_000, HEM: 6_000}),
        ("吉克秀英 刺绣 4", 2, "", {A: 4_000}),
        ("阿依 围巾缝制 1,200", 4, "", {SCARF: 1_200_000}),
        ("阿依 擀毡 2 擀毡一等 3", 4, "", {FELT: 2_000, FELT_1: 3_000}),
        ("ꀋꑳꃀ 锁边 3", 3, "", {HEM: 3_000}),
        ("བཀྲ་ཤིས 8", 12, "", {SCARF: 8_000}),
        ("\u200b阿依莫\u2005锁边\u200e 6。", 1, "", {HEM: 6_000}),
        ("06 沙马芝 休息", 6, "休", {}),
        ("10月21日 阿依 锁边 2", 4, "", {HEM: 2_000}),
    ],
)
def test_a_line_as_people_write_it(text, worker, mark, pieces):
    assert read(text) == ([(worker, mark, pieces)], [])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("阿依摸 刺绣A 12", "message_name_unknown"),
        ("大家辛苦", "message_unread"),
        ("沙马芝 请假", "message_name_several"),
        ("阿依莫 绣花 12", "message_item_unknown"),
        ("阿依莫 刺绣C 12", "message_item_unknown"),
        ("阿依 刺绣 12", "message_item_several"),
        ("阿依 缝制 12", "message_item_several"),
        ("吉克秀英 12", "message_item_missing"),
        ("阿依 锁边", "message_number_missing"),
        ("阿依 锁边 -5", "message_item_unknown"),
        ("阿依 锁边 1.2345", "message_number_unread"),
        ("阿依 锁边 10000001", "pieces_too_many"),
        ("阿依 请假 病假", "message_two_marks"),
        ("阿依 9小时", "book_mark_over_8"),
        ("阿依 没来", "message_item_unknown"),
        ("阿依 一切都好", "message_item_unknown"),
        ("10月20日 阿依 锁边 2", "message_other_day"),
        ("10月20日\n阿依 锁边 2", "message_other_day"),
        ("阿依 =cmd()", "message_item_unknown"),
    ],
)
def test_what_is_not_understood_is_named_and_not_noted(text, kind):
    assert read(text) == ([], [kind])


def test_what_is_understood_of_a_line_is_kept_beside_what_is_not():
    assert read("阿依莫 锁边 6 绣花 3") == ([(1, "", {HEM: 6_000})], ["message_item_unknown"])
    assert read("阿依莫 锁边 6 锁边 7") == ([(1, "", {HEM: 6_000})], ["message_item_twice"])


def test_several_names_share_a_mark():
    assert read("阿依、吉克秀英、阿依莫 请假") == ([(4, "假", {}), (2, "假", {}), (1, "假", {})], [])


def test_a_name_above_its_figures_speaks_until_a_blank_line():
    text = "阿依莫 2026/10/21 18:03:22\n刺绣A 12\n12 锁边\n\n锁边 3\n吉克秀英:\n请假"
    good, faults = read(text)
    assert good == [(1, "", {A: 12_000}), (1, "", {HEM: 12_000}), (2, "假", {})]
    assert faults == ["message_name_unknown"]


def test_the_heading_of_a_list_is_left_out():
    assert read("#接龙\n10月21日\n1. 阿依 锁边 2\n")[0] == [(4, "", {HEM: 2_000})]


def test_what_is_said_twice_is_taken_once():
    good, faults = read("阿依 锁边 2\n阿依 锁边 3 请假\n阿依 病假")
    assert good == [(4, "", {HEM: 2_000}), (4, "病", {})]
    assert faults == ["message_twice"]


@pytest.mark.parametrize(
    "text",
    [
        "编号\t姓名\t出勤\t加班 h\t刺绣 A\t挎包 锁边\t今日约\n01\t阿依莫\t√\t2\t12\t\t128.40\n04\t阿依\t假\t\t\t6\t3",
        "阿依莫\t√\t刺绣A 12\n阿依\t假\t锁边 6",
    ],
)
def test_rows_of_a_copied_table(text):
    assert read(text) == ([(1, "√", {A: 12_000}), (4, "假", {HEM: 6_000})], [])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("√\t12\t6\n半\t\t3", (("√", "12", "6"), ("半", "", "3"))),
        ("１２\n8+2", (("12",), ("8+2",))),
        ("阿依莫\t12", None),
        ("-3", None),
        ("", None),
    ],
)
def test_a_rectangle_of_values(text, rows):
    assert plain_rectangle(text) == rows


def test_what_cannot_be_seen_does_not_count():
    assert plain(" 阿\u200b依　莫\u202e ") == "阿依 莫"


@pytest.mark.parametrize(("more", "faults"), [(0, []), (1, ["message_long"])])
def test_lines_beyond_the_most_are_said(more, faults):
    text = "\n" * (MOST_LINES - 1) + "阿依莫 锁边 6" + "\n阿依 请假" * more
    assert read(text) == ([(1, "", {HEM: 6_000})], faults)
