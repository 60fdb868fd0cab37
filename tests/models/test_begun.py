"""Records cut off while they are made are as if never begun; whole ones are never taken for it."""

from pathlib import Path

import pytest

from app.domain.refusal import Refusal
from app.models.folder import DataFolder
from app.models.keys import KeyCost
from app.models.opening import create, open_database

CHEAP = KeyCost(8, 1, 1)
BEGUN = ("gongfang.begun", "gongfang.begun-wal", "keys.json", "keys.copy.json")


@pytest.mark.parametrize("left", [BEGUN[:1], BEGUN[:2], BEGUN[:3], BEGUN])
def test_what_a_cut_off_beginning_left_is_begun_anew(tmp_path: Path, left: tuple[str, ...]) -> None:
    place = DataFolder(tmp_path / "data")
    place.path.mkdir()
    for name in left:
        (place.path / name).write_bytes(b"half")
    assert place.present() == []
    create(place.path, "阿依", "long word", cost=CHEAP)[0].close()
    assert not place.begun.exists()
    open_database(place.path, "阿依", "long word")[0].close()


def test_whole_records_beside_a_stray_file_stay(tmp_path: Path) -> None:
    place = DataFolder(tmp_path / "data")
    create(place.path, "阿依", "long word", cost=CHEAP)[0].close()
    place.begun.write_bytes(b"stray")
    assert place.database in place.present()
    with pytest.raises(Refusal) as refusal:
        create(place.path, "乙", "long word", cost=CHEAP)
    assert refusal.value.code == "folder_not_empty"
    open_database(place.path, "阿依", "long word")[0].close()


def test_keys_without_a_database_are_not_taken_for_a_beginning(tmp_path: Path) -> None:
    place = DataFolder(tmp_path / "data")
    create(place.path, "阿依", "long word", cost=CHEAP)[0].close()
    place.database.unlink()
    assert place.keys in place.present()
