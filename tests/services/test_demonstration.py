"""The demonstration: made whole beside the records, marked for ever, refused by sync, never in anybody's way."""

from pathlib import Path

import pytest

from app.domain.refusal import Refusal
from app.models.folder import CONFIG_VARIABLE, DataFolder
from app.models.keys import KeyCost
from app.models.opening import create
from app.services import demonstration, syncing
from app.services.context import Context
from app.services.demonstration import OPEN_TO_ALL, SAMPLE, USER, demonstration_folder, open_demonstration
from app.services.demonstration_mark import is_demonstration
from app.services.people import list_workers
from app.services.workshops import list_workshops

CHEAP = KeyCost(8, 1, 1)


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "config"))
    return tmp_path / "data"


class NoExchange:
    def enroll(self, *_: object) -> object:
        raise AssertionError("asked the server")

    def sync(self, *_: object) -> object:
        raise AssertionError("asked the server")


def test_the_shipped_month_is_the_tested_one() -> None:
    assert SAMPLE.read_bytes() == (Path(__file__).parents[1] / "samples" / SAMPLE.name).read_bytes()


def test_it_is_made_beside_the_records_once_with_the_month_in_it(records: Path) -> None:
    for _ in range(2):
        ctx = open_demonstration(records)
        (shop,) = list_workshops(ctx)
        assert shop.name == demonstration.NAME
        assert len(list_workers(ctx, shop.workshop_id, "2026-10")) == 32
        ctx.database.close()
    assert not records.exists()
    assert {path.name for path in records.parent.iterdir()} == {"config", "data-demo"}


def test_it_is_never_enrolled_and_sends_nothing(records: Path) -> None:
    ctx = open_demonstration(records)
    with pytest.raises(Refusal, match="demonstration"):
        syncing.enroll(ctx, NoExchange(), server="https://county.example", code="7K3M-9PQ2-XW4C")
    with pytest.raises(Refusal, match="demonstration"):
        syncing.sync_now(ctx, NoExchange(), list_workshops(ctx)[0].workshop_id)
    ctx.database.close()


def test_own_records_are_not_marked(context: Context) -> None:
    assert not is_demonstration(context)


def test_half_of_it_left_by_a_power_cut_is_made_anew(records: Path) -> None:
    unfinished = records.with_name("data-demo.making")
    unfinished.mkdir()
    (unfinished / "gongfang.db").write_bytes(b"half")
    ctx = open_demonstration(records)
    assert is_demonstration(ctx)
    ctx.database.close()
    assert not unfinished.exists()


@pytest.mark.parametrize("password", [OPEN_TO_ALL, "another one"])
def test_other_records_in_its_place_are_left_alone(records: Path, password: str) -> None:
    folder = demonstration_folder(records)
    create(folder, USER, password, cost=CHEAP)[0].close()
    with pytest.raises(Refusal) as refusal:
        open_demonstration(records)
    assert refusal.value.code == "demonstration_folder_taken"
    assert DataFolder(folder).present()


def test_open_twice_says_so(records: Path) -> None:
    ctx = open_demonstration(records)
    with pytest.raises(Refusal) as refusal:
        open_demonstration(records)
    assert refusal.value.code == "folder_in_use"
    ctx.database.close()
