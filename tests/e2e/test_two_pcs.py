"""A second PC joins the workshop, and both work on."""

import shutil
from datetime import date

import pytest

from app.bootstrap import open_records
from app.services.day import day_sheet
from app.services.day_edit import set_mark
from app.services.workshops import choose_workshop
from tests.commands import PASSWORD, Records

DAY = date(2026, 10, 31)


def mark(pc, no, text, day=DAY):
    """Type a worker's mark into the day sheet of a PC."""
    with open_records(pc.folder, None, PASSWORD) as ctx:
        shop = choose_workshop(ctx).workshop_id
        (row,) = [row for row in day_sheet(ctx, shop, day).rows if row.no == no]
        set_mark(ctx, shop, day, row.worker_id, text)


def marks(pc, day=DAY):
    """The marks of a day by 编号."""
    with open_records(pc.folder, None, PASSWORD, read_only=True) as ctx:
        return {row.no: row.mark for row in day_sheet(ctx, choose_workshop(ctx).workshop_id, day).rows if row.mark}


@pytest.fixture
def other(enrolled, server, tmp_path):
    """A second PC that joined by a slip of its own."""
    joined = Records(tmp_path / "other")
    assert joined("init", "--join", server.slip()).code == 0
    return joined


def test_who_joins_has_everything(enrolled, other):
    assert other.stats() == enrolled.stats()


def test_what_one_types_the_other_pulls(enrolled, other):
    mark(enrolled, "04", "8+1")
    enrolled("sync")
    assert other("sync", "--json").json["pulled"] == 1
    assert marks(other)["04"] == "8+1"
    assert other.tables() == enrolled.tables()


def test_both_typing_at_once_end_with_the_same(enrolled, other, county):
    mark(enrolled, "04", "8+1")
    mark(other, "06", "半")
    mark(enrolled, "08", "病")
    mark(other, "08", "旷")
    for pc in (enrolled, other, enrolled, other):
        assert pc("sync").code == 0
    assert enrolled.tables() == other.tables() == county()
    assert (marks(enrolled)["04"], marks(enrolled)["06"]) == ("8+1", "半")
    assert marks(enrolled)["08"] in {"病", "旷"}


def test_a_copy_of_the_folder_works_beside_the_original(enrolled, tmp_path, county):
    shutil.copytree(enrolled.folder, tmp_path / "copy")
    copy = Records(tmp_path / "copy")
    before = enrolled.tables()["attendance"]["2026-10"]["rows"]
    mark(enrolled, "04", "8+1", date(2026, 11, 2))
    mark(copy, "06", "半", date(2026, 11, 2))
    for pc in (enrolled, copy, enrolled):
        assert pc("sync").code == 0
    tables = enrolled.tables()
    assert tables == copy.tables() == county()
    assert (tables["attendance"]["2026-10"]["rows"], tables["attendance"]["2026-11"]["rows"]) == (before, 2)


def waiting(pc):
    """How many changes ``stats`` says are still to be sent; ``sync --state`` says the same."""
    (one,) = pc("stats", "--json").json["workshops"].values()
    return one["pending"]


def test_a_copied_folder_still_counts_what_the_server_does_not_have(enrolled, tmp_path):
    mark(enrolled, "04", "8+1", date(2026, 11, 2))
    shutil.copytree(enrolled.folder, tmp_path / "copy")
    copy = Records(tmp_path / "copy")
    assert (waiting(enrolled), waiting(copy)) == (1, 1)
    mark(copy, "06", "半", date(2026, 11, 2))
    assert waiting(copy) == 2
    assert "2 条待上传" in copy("stats").out
    assert copy("sync", "--json").json["sent"] == 2
    assert waiting(copy) == 0


def test_restoring_a_backup_loses_and_doubles_nothing(enrolled, tmp_path, county):
    assert enrolled("backup", tmp_path / "usb.gfb").code == 0
    mark(enrolled, "04", "8+1", date(2026, 11, 2))
    enrolled("sync")
    assert enrolled("restore", tmp_path / "usb.gfb").code == 0
    mark(enrolled, "06", "半", date(2026, 11, 2))
    assert enrolled("sync", "--json").json["pending"] == 0
    assert marks(enrolled, date(2026, 11, 2)) == {"04": "8+1", "06": "半"}
    assert enrolled.tables() == county()


def test_work_not_yet_sent_when_backed_up_comes_from_the_backup(enrolled, tmp_path, county):
    mark(enrolled, "04", "8+1", date(2026, 11, 2))
    enrolled("backup", tmp_path / "usb.gfb")
    enrolled("restore", tmp_path / "usb.gfb")
    assert enrolled("sync", "--json").json["sent"] == 1
    assert marks(enrolled, date(2026, 11, 2)) == {"04": "8+1"}
    assert enrolled.tables() == county()


def test_a_slip_used_up_joins_nobody_and_leaves_nothing(enrolled, server, tmp_path):
    slip = server.slip()
    assert Records(tmp_path / "second")("init", "--join", slip).code == 0
    third = Records(tmp_path / "third")
    assert third("init", "--join", slip).code == 1
    assert not third.folder.exists()
