"""``payroll explain``: the draft's slip and the locked one, with rows, formulas and reasons."""

import re

from tests.books import Book

MONTH = "2026-10"


def explained(shop, *more):
    """The data of the first worker's slip."""
    answer = shop("payroll", "explain", MONTH, "--worker", "01", *more, "--json")
    assert answer.code == 0, answer.err
    return answer.json


def test_a_draft_s_figures_open_to_rows_that_count_up(shop):
    slip = explained(shop)
    figures = [*slip["lines"], *slip["deductions"], *slip["sums"]]
    assert figures
    assert all(figure["adds_up"] and figure["rows"] for figure in figures)
    assert slip["last_net_fen"] is None
    assert slip["reasons"] == []


def test_a_locked_month_is_explained_as_it_was_locked(shop):
    draft = explained(shop)
    assert shop("payroll", "lock", MONTH).code == 0
    locked = explained(shop)
    assert locked["lines"] == draft["lines"]
    assert locked["notes"] != draft["notes"] == []


def test_people_read_rows_and_sums(shop):
    answer = shop("payroll", "explain", MONTH, "--worker", "01")
    assert answer.code == 0
    assert "{" not in answer.out


def test_who_has_no_slip_is_refused(shop):
    answer = shop("payroll", "explain", MONTH, "--worker", "999", "--json")
    assert (answer.code, answer.json["refused"]) == (1, "explain_nobody")


def test_an_english_explanation_has_english_formulas(made, tmp_path):
    low = Book()
    low.set("工坊", 2, "月最低工资", "9000.00").set("考勤", 2, 9, 6.5)
    made("import", low.save(tmp_path / "low.xlsx"))
    slip = explained(made)
    formulas = {figure["formula"]: figure["formula_en"] for figure in (*slip["lines"], *slip["sums"])}
    assert any("缺勤" in formula for formula in formulas), formulas
    assert not [english for english in formulas.values() if re.search("[\u4e00-\u9fff]", english)]
    told = made("payroll", "explain", MONTH, "--worker", "01", "--lang", "en").out
    assert all(english in told for english in formulas.values())
