"""A workshop's month, headless: workbook, payroll, ledger, and everything at the county."""

import json

from tests.e2e.conftest import EXPECTED

MONTH = "2026-10"


def by_code(worker):
    """A worker's lines summed by code, as the expected file has them."""
    sums = {}
    for line in worker["lines"]:
        sums[line["code"]] = sums.get(line["code"], 0) + line["amount_fen"]
    return {name: value for name, value in worker.items() if name != "lines"} | {"by_code": sums}


def test_the_sample_month_is_right_to_the_fen(pc):
    draft = pc("payroll", "compute", MONTH, "--json").json
    expected = json.loads(EXPECTED.read_text(encoding="utf-8"))
    assert [by_code(worker) for worker in draft["workers"]] == expected["workers"]
    assert (draft["totals"], draft["problems"]) == (expected["totals"], [])


def test_a_locked_month_is_printed_and_the_draft_still_agrees(pc, tmp_path):
    draft = pc("payroll", "compute", MONTH, "--json").json
    locked = pc("payroll", "lock", MONTH, "--json").json
    printed = pc("payroll", "print", MONTH, "--ledger", tmp_path / "ledger.pdf", "--json").json
    assert locked["net_fen"] == draft["totals"]["net_fen"]
    assert printed["check_code"] == locked["check_code"]
    again = pc("payroll", "compute", MONTH, "--json").json
    frozen = again.pop("locked")
    assert (frozen["check_code"], frozen["differs"]) == (locked["check_code"], [])
    assert again | {"locked": None} == draft


def test_everything_arrives_at_the_county(pc, server, county):
    pc("payroll", "lock", MONTH)
    assert pc("enroll", "--slip", server.slip()).code == 0
    report = pc("sync", "--json").json
    assert (report["sent"], report["held"], report["rejected"], report["pending"]) == (report["accepted"], 0, 0, 0)
    assert report["sent"] > 2000
    assert report["agreed"]
    assert pc.tables() == county()


def test_a_second_sync_costs_one_small_request(enrolled):
    report = enrolled("sync", "--json").json
    assert (report["sent"], report["pulled"], report["requests"]) == (0, 0, 1)
    assert report["bytes_up"] <= 600
    assert report["bytes_down"] <= 400


def test_the_same_book_again_sends_nothing(enrolled):
    enrolled("import", EXPECTED.with_name("longtan-2026-10.xlsx"))
    assert enrolled("sync", "--json").json["sent"] == 0


def test_enrolling_by_address_and_code_does_as_well(pc, server):
    assert pc("enroll", "--server", server.url, "--code", server.code()).code == 0
    assert pc("sync", "--json").json["agreed"]


def test_a_value_changed_behind_the_servers_back_is_found_and_mended(enrolled, server, county):
    server.sql("UPDATE adjustment SET amount_fen = amount_fen + 1 WHERE id = (SELECT min(id) FROM adjustment)")
    mine, theirs = enrolled.tables(), county()
    differing = {(t, m) for t in mine for m in mine[t] if theirs[t][m] != mine[t][m]}
    assert differing == {("adjustment", MONTH)}
    report = enrolled("sync", "--json").json
    assert (report["agreed"], report["differs"]) == (True, [])
    assert enrolled.tables() == mine == county()
