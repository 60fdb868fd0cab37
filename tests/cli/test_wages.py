"""``payroll compute``, ``lock`` and ``print``."""

from pathlib import Path

import pytest

from tests.books import Book


def test_compute_gives_slips_and_totals(shop):
    draft = shop("payroll", "compute", "2026-10", "--json").json
    assert [row["no"] for row in draft["workers"]] == ["01", "02", "03", "04"]
    assert draft["totals"]["net_fen"] == sum(row["net_fen"] for row in draft["workers"])
    assert draft["problems"] == []


def test_compute_says_it_to_a_person(shop):
    said = shop("payroll", "compute", "2026-10", "--lang", "en").out
    assert "Draft payroll 2026-10" in said
    assert "Total of workers: 4" in said


def test_a_locked_month_is_not_locked_again(shop):
    locked = shop("payroll", "lock", "2026-10", "--json")
    assert (locked.code, locked.json["workers"]) == (0, 4)
    again = shop("payroll", "lock", "2026-10", "--json")
    assert (again.code, again.json["refused"]) == (1, "payroll_locked")


@pytest.mark.parametrize("command", [("compute", "2026-13"), ("lock", "10.2026"), ("compute", "1999-01")])
def test_a_month_that_cannot_be_is_refused(shop, command):
    assert shop("payroll", *command).code == 1


def test_the_ledger_is_a_draft_until_the_lock(shop, tmp_path: Path):
    draft = shop("payroll", "print", "2026-10", "--ledger", tmp_path / "a.pdf", "--json").json
    code = shop("payroll", "lock", "2026-10", "--json").json["check_code"]
    locked = shop("payroll", "print", "2026-10", "--ledger", tmp_path / "b.pdf", "--json").json
    assert (draft["draft"], draft["check_code"]) == (True, "")
    assert (locked["draft"], locked["check_code"]) == (False, code)
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF-")


def test_a_ledger_that_cannot_be_written_is_refused(shop, tmp_path: Path):
    refused = shop("payroll", "print", "2026-10", "--ledger", tmp_path / "no" / "a.pdf", "--json")
    assert (refused.code, refused.json["refused"]) == (1, "folder_missing")


def test_a_ledger_the_law_would_not_accept_is_refused_with_every_gap(made, tmp_path: Path):
    made("import", Book().set("工人", 3, "手机", "19900000003").save(tmp_path / "b.xlsx"))
    refused = made("payroll", "print", "2026-10", "--ledger", tmp_path / "a.pdf")
    assert (refused.code, refused.err.count("手机"), (tmp_path / "a.pdf").exists()) == (1, 3, False)


def test_a_piece_without_a_price_is_imported_shown_and_blocks_the_lock(made, tmp_path):
    book = Book()
    book.piece(10, "03", 7, 工序="锁边")
    assert made("import", book.save(tmp_path / "b.xlsx")).code == 0
    problems = made("payroll", "compute", "2026-10", "--json").json["problems"]
    assert [row["no"] for row in problems] == ["03"]
    before = made("stats", "--json").json
    refused = made("payroll", "lock", "2026-10", "--json")
    assert (refused.code, refused.json["refused"]) == (1, "payroll_has_problems")
    assert made("stats", "--json").json == before


def test_a_locked_month_says_what_is_paid_and_whose_figures_changed(shop, tmp_path):
    assert shop("payroll", "compute", "2026-10", "--json").json["locked"] is None
    code = shop("payroll", "lock", "2026-10", "--json").json["check_code"]
    same = shop("payroll", "compute", "2026-10").out.splitlines()
    later = Book()
    later.piece(10, "03", 7)
    for row in range(2, 6):
        later.set("工人", row, "手机", f"1990000000{row}")
    shop("import", later.save(tmp_path / "later.xlsx"))
    changed = shop("payroll", "compute", "2026-10", "--lang", "en").out.splitlines()
    locked = shop("payroll", "compute", "2026-10", "--json").json["locked"]
    assert (code in same[0], "一致" in same[1]) == (True, True)
    assert (code in changed[0], changed[2].startswith("  03 ")) == (True, True)
    (differs,) = locked["differs"]
    assert (locked["check_code"], differs["no"], differs["gross_fen"] > differs["frozen_gross_fen"]) == (
        code,
        "03",
        True,
    )


def test_a_refused_lock_speaks_one_language(made, tmp_path):
    book = Book()
    book.piece(10, "03", 7, 工序="锁边")
    made("import", book.save(tmp_path / "b.xlsx"))
    refused = made("payroll", "lock", "2026-10", "--lang", "en")
    assert "no price of" in refused.err
    assert "没有生效" not in refused.err


@pytest.mark.parametrize("month", ["2026-09", "2026-11"])
def test_a_ledger_of_a_month_without_records_is_refused(made, tmp_path: Path, month):
    refused = made("payroll", "print", month, "--ledger", tmp_path / "a.pdf", "--json")
    assert (refused.code, refused.json["refused"], (tmp_path / "a.pdf").exists()) == (
        1,
        "ledger_nothing_recorded",
        False,
    )


def test_pay_beyond_belief_keeps_its_columns_apart_and_is_not_locked(made, tmp_path):
    book = Book().set("单价", 2, "单价", 9_999)
    for day in range(1, 29):
        book.piece(day, "03", 999_999)
    assert made("import", book.save(tmp_path / "b.xlsx")).code == 0
    line = next(row for row in made("payroll", "compute", "2026-10").out.splitlines() if row.startswith("03"))
    gross, taken, net = (int(text.replace(",", "").replace(".", "")) for text in line.split()[1:4])
    assert (gross > 10**13, gross - taken) == (True, net)
    refused = made("payroll", "lock", "2026-10", "--json")
    assert (refused.code, refused.json["refused"]) == (1, "payroll_has_problems")
