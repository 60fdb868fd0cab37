"""The county's own device: packs as changes of each workshop's log, checked by PCs like any other's."""

import json
import os

import pytest

from app.domain.refusal import Refusal
from app.server.cli import main
from app.server.county_packs import send_pack
from app.server.database import raw
from app.server.folder import DataFolder
from app.server.log import history
from app.server.pack_key import pack_seed
from app.sync import wire
from tests.commands import printed
from tests.pack_files import july_tax, pack_text
from tests.server.conftest import SHOP, Pc, shop
from tests.server.fixtures import running

SEED = bytes(range(32))


@pytest.fixture
def folder(tmp_path):
    return DataFolder(tmp_path / "county")


def packs_in(answer, batches):
    """The pack rows that came in an answer, each batch checked with the key that came along."""
    found = []
    for data in batches.values():
        sealed = wire.open_batch(data)
        sealed.check(bytes.fromhex(answer.keys[str(sealed.device)]))
        for group in sealed.read().groups:
            if group.table == "rule_pack":
                found += [(sealed.device, json.loads(content)) for content in group.new["content"]]
    return found


def test_a_pack_comes_down_signed_by_device_0(server, worked):
    pack, told, workshops = send_pack(server.database, SEED, july_tax())
    assert (pack.kind, told, workshops) == ("wage_tax", 1, 1)
    answer, batches = worked.sync()
    assert packs_in(answer, batches) == [(0, json.loads(july_tax()))]
    assert answer.keys["0"] == wire.public_key(SEED).hex()
    assert server.sql("SELECT kind, valid_from, deleted FROM rule_pack") == [("wage_tax", "2026-07-01", 0)]


def test_the_same_pack_is_sent_once(server, worked):
    send_pack(server.database, SEED, july_tax())
    loose = json.dumps(json.loads(july_tax()), indent=3)
    assert send_pack(server.database, SEED, loose)[1:] == (0, 1)
    assert server.sql("SELECT count(*) FROM rule_pack") == [(1,)]


def test_each_pack_goes_on_with_seq_clock_and_chain(server, worked):
    worked.sync()
    send_pack(server.database, SEED, july_tax())
    send_pack(server.database, SEED, pack_text("services-tax", version="2027.1", valid_from="2027-01-01"))
    _, batches = worked.sync()
    first, second = (wire.open_batch(data) for data in batches.values())
    assert second.first == first.last + 1
    assert second.before == first.after == first.read().chained(first.before)
    clocks = [group.clock[0] for sealed in (first, second) for group in sealed.read().groups]
    assert clocks == sorted(clocks)
    assert min(clocks) > worked.count << 20


def test_a_workshop_bound_before_it_has_sent_itself_gets_the_pack_with_its_row(server, pc):
    send_pack(server.database, SEED, july_tax())
    answer, _ = pc.sync()
    assert answer.log[0].held  # waits for the workshop's own row
    pc.sync(pc.make("workshop", "i", [shop()]))
    answer, _ = pc.sync()
    assert server.sql("SELECT count(*) FROM rule_pack") == [(1,)]
    assert server.sql("SELECT count(*) FROM held_change") == [(0,)]


def test_a_workshop_that_enrols_later_gets_what_others_have(server_database, folder):
    with running(server_database, folder) as server:
        first = Pc(server.url, 1, SHOP)
        _, known = first.enroll(server.code())
        assert known.pack_key == wire.public_key(pack_seed(folder)).hex()
        first.sync(first.make("workshop", "i", [shop()]))
        send_pack(server.database, pack_seed(folder), july_tax())
        late = Pc(server.url, 2, SHOP + 1)
        late.enroll(server.code("乙工坊"))
        late.sync(late.make("workshop", "i", [shop()]))
        assert server.sql("SELECT count(*) FROM rule_pack WHERE workshop_id = %s", SHOP + 1) == [(1,)]


def test_another_key_than_the_workshops_know_is_refused(server, worked):
    send_pack(server.database, SEED, july_tax())
    with pytest.raises(Refusal) as refusal:
        send_pack(server.database, bytes(32), pack_text("services-tax", version="9"))
    assert refusal.value.code == "server_pack_key_lost"


def test_no_pc_writes_packs(server, worked):
    row = {"id": 5, "kind": "wage_tax", "version": "9", "valid_from": "2026-01-01", "valid_to": None, "content": "{}"}
    answer, _ = worked.sync(worked.make("rule_pack", "i", [row]))
    assert [verdict.code for verdict in answer.verdicts] == ["not_writer"]


def test_the_log_can_rebuild_a_pack_s_row(server, worked):
    send_pack(server.database, SEED, july_tax())
    ((row_id,),) = server.sql("SELECT id FROM rule_pack")
    with server.database.transaction() as connection:
        (found,) = history(raw(connection), SHOP, {("rule_pack", f"[{row_id}]")})
    assert found[0] == 0
    assert found[1].new["kind"] == ["wage_tax"]


def server_command(server_url, folder, *words):
    return printed(main, [*map(str, words), "--database-url", server_url, "--data", str(folder.path), "--lang", "en"])


def test_pack_add_sign_and_key_from_the_command_line(server_url, server, worked, folder, tmp_path):
    given, out, key = tmp_path / "july.json", tmp_path / "signed.json", tmp_path / "key.json"
    given.write_text(july_tax(), encoding="utf-8")
    added = server_command(server_url, folder, "pack", "add", given)
    assert (added.code, added.json["told"], added.json["workshops"]) == (0, 1, 1)
    assert server_command(server_url, folder, "pack", "sign", given, out).code == 0
    assert server_command(server_url, folder, "pack", "key", key).code == 0
    signed = wire.read_signed_pack(out.read_text(encoding="utf-8"))
    signed.check()
    assert signed.signer == wire.read_signer_key(key.read_text(encoding="utf-8")).key
    assert (folder.county / "pack.key").stat().st_mode & 0o777 == 0o600


def test_what_a_pack_command_writes_is_named_by_its_content_and_replaces_ordinary_files_only(
    server_url, server, folder, tmp_path
):
    assert server_command(server_url, folder, "pack", "key", tmp_path / "ours").json["file"].endswith("ours.json")
    refused = server_command(server_url, folder, "pack", "key", tmp_path / "ours.pdf")
    assert (refused.code, "ours.json" in refused.err) == (1, True)
    os.mkfifo(tmp_path / "pipe.json")
    refused = server_command(server_url, folder, "pack", "key", tmp_path / "pipe.json")
    assert (refused.code, "ordinary file" in refused.err) == (1, True)
    assert (tmp_path / "pipe.json").is_fifo()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{}", "is missing"),
        ("nonsense", "no rule pack file"),
        (pack_text("wage-tax", {"deduction_a_month": "-1"}), "deduction a month"),
    ],
)
def test_a_pack_that_cannot_be_read_is_not_sent(server_url, server, worked, folder, tmp_path, text, words):
    given = tmp_path / "bad.json"
    given.write_text(text, encoding="utf-8")
    answer = server_command(server_url, folder, "pack", "add", given)
    assert answer.code == 1
    assert words in answer.err
    assert server.sql("SELECT count(*) FROM rule_pack") == [(0,)]


def test_without_a_folder_nothing_is_signed(server_url, tmp_path):
    given = tmp_path / "july.json"
    given.write_text(july_tax(), encoding="utf-8")
    answer = printed(main, ["pack", "add", str(given), "--database-url", server_url, "--lang", "en"])
    assert answer.code == 1
    assert "--data" in answer.err
