"""A rule pack added at the county reaches the desktop and changes its drafts, by network or by file."""

import json

import pytest

from app.server.cli import main as server_main
from app.server.folder import DataFolder
from tests.commands import REGION, Records, printed
from tests.pack_files import july_tax
from tests.server.fixtures import running

MONTH = "2026-10"


@pytest.fixture
def at_county(server_url, tmp_path):
    """Runs a server command with the county's own folder."""

    def run(*words):
        place = ["--database-url", server_url, "--data", str(tmp_path / "county")]
        return printed(server_main, [*map(str, words), *place])

    return run


@pytest.fixture
def july(tmp_path):
    """The file of a pack that deducts 3,000 a month from July on."""
    file = tmp_path / "july.json"
    file.write_text(july_tax(), encoding="utf-8")
    return file


def draft(pc, month=MONTH):
    found = pc("payroll", "compute", month, "--json").json
    return {worker["no"]: worker["tax_fen"] for worker in found["workers"]}


def test_a_pack_of_the_county_changes_the_desktop_s_draft(enrolled, county, at_county, july):
    before = draft(enrolled)
    assert at_county("pack", "add", july).json["told"] == 1
    assert draft(enrolled) == before
    assert enrolled("sync", "--json").json["pulled"] == 1
    after = draft(enrolled)
    assert {no for no in after if after[no] > before[no]}
    assert enrolled.tables() == county()
    row = next(row for row in _in_force(enrolled) if row["kind"] == "wage_tax")
    assert (row["version"], row["origin"]) == ("2026.7", "county")
    assert enrolled("sync", "--json").json["pulled"] == 0


def test_the_same_pack_by_file_is_known_already(enrolled, at_county, july, tmp_path):
    at_county("pack", "add", july)
    enrolled("sync")
    signed = tmp_path / "signed.json"
    at_county("pack", "sign", july, signed)
    assert enrolled("packs", "add", signed).code == 0  # the county is trusted since its batch
    rows = [row for row in _in_force(enrolled) if row["kind"] == "wage_tax"]
    assert len(rows) == 1


def test_a_pc_without_network_takes_the_signed_file(pc, at_county, july, tmp_path):
    before = draft(pc)
    signed, key = tmp_path / "signed.json", tmp_path / "key.json"
    at_county("pack", "sign", july, signed)
    at_county("pack", "key", key)
    assert pc("packs", "add", signed).code == 1
    assert pc("packs", "trust", key).code == 0
    assert pc("packs", "add", signed).code == 0
    assert sum(draft(pc).values()) > sum(before.values())


def test_a_changed_file_changes_nothing(pc, at_county, july, tmp_path):
    before = draft(pc)
    signed, key = tmp_path / "signed.json", tmp_path / "key.json"
    at_county("pack", "sign", july, signed)
    at_county("pack", "key", key)
    pc("packs", "trust", key)
    raw = json.loads(signed.read_text(encoding="utf-8"))
    raw["pack"]["figures"]["deduction_a_month"] = "0"
    signed.write_text(json.dumps(raw), encoding="utf-8")
    assert pc("packs", "add", signed, "--json").json["refused"] == "pack_changed"
    assert draft(pc) == before


def test_a_server_that_lost_a_pack_gets_it_again_without_harm(enrolled, server, county, at_county, july):
    at_county("pack", "add", july)
    enrolled("sync")
    for table in ("rule_pack", "sealed_batch WHERE device = 0 AND first_seq > 0", "device WHERE device = 0"):
        server.sql(f"DELETE FROM {table}")  # as a restore from before the pack leaves it
    server.sql("UPDATE server_state SET epoch = 'restored'")
    assert at_county("pack", "add", july).json["told"] == 1
    report = enrolled("sync", "--json").json
    assert (report["agreed"], report["held"], report["pending"]) == (True, 0, 0)
    assert enrolled.tables() == county()
    assert [row["version"] for row in _in_force(enrolled) if row["kind"] == "wage_tax"] == ["2026.7"]


def test_an_enrolment_tells_whose_signature_to_believe(pc, server_database, at_county, july, tmp_path):
    signed = tmp_path / "signed.json"
    at_county("pack", "sign", july, signed)
    with running(server_database, DataFolder(tmp_path / "county")) as county:
        assert pc("packs", "add", signed).code == 1
        assert pc("enroll", "--slip", county.slip()).code == 0
    (signer,) = pc("packs", "list", "--json").json["signers"]
    assert (signer["name"], signer["how"]) == ("龙潭彝绣工坊", "county")
    assert pc("packs", "add", signed).code == 0


def test_a_workshop_that_comes_later_gets_what_others_were_sent(pc, server_database, at_county, july, tmp_path):
    late = Records(tmp_path / "late")
    assert late("init", "--name", "乙工坊", "--region", REGION).code == 0
    with running(server_database, DataFolder(tmp_path / "county")) as county:
        pc("enroll", "--slip", county.slip())
        pc("sync")
        at_county("pack", "add", july)
        assert late("enroll", "--slip", county.slip("乙工坊")).code == 0
        report = late("sync", "--json").json
    assert (report["agreed"], report["held"], report["pulled"]) == (True, 0, 1)
    assert [row["origin"] for row in _in_force(late) if row["version"] == "2026.7"] == ["county"]


def _in_force(pc):
    return pc("packs", "list", "--day", "2026-10-21", "--json").json["in_force"]
