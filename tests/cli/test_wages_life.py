"""The life of a payroll by commands: ``lock``, ``reopen``, ``pay``, ``correct``, ``void``, ``archive``, ``status``…"""

import pytest

from tests.books import complete_book

MONTH = "2026-10"


@pytest.fixture
def locked(shop):
    """October locked."""
    assert shop("payroll", "lock", MONTH).code == 0
    return shop


@pytest.fixture
def paid(locked):
    """October paid in cash."""
    assert locked("payroll", "pay", MONTH, "--cash").code == 0
    return locked


def told(shop, *words):
    """A command's data; it must be done."""
    answer = shop("payroll", *words, "--json")
    assert answer.code == 0, answer.err
    return answer.json


def refused(shop, *words):
    """The code a command is refused with; both languages have words for it."""
    answer = shop("payroll", *words, "--json")
    assert answer.code == 1
    assert "{" not in answer.json["message"]
    return answer.json["refused"]


def test_a_month_s_stages_are_told(shop):
    assert told(shop, "status", MONTH) == {"month": MONTH, "stage": "checked", "runs": []}
    run = told(shop, "lock", MONTH)
    assert (run["kind"], run["state"], run["workers"]) == ("regular", "locked", 4)
    status = told(shop, "status", MONTH)
    assert (status["stage"], status["runs"]) == ("locked", [run])


def test_reopened_with_a_reason_it_is_locked_again(locked):
    assert refused(locked, "reopen", MONTH) == "reason_missing"
    assert told(locked, "reopen", MONTH, "--reason", "漏了一天")["said"] == "漏了一天"
    assert told(locked, "lock", MONTH)["state"] == "locked"
    assert [run["state"] for run in told(locked, "status", MONTH)["runs"]] == ["reopened", "locked"]


def test_some_are_paid_first_and_the_rest_later(locked):
    open_ones = [row["no"] for row in told(locked, "payments", MONTH)["workers"] if row["open_fen"]]
    day = told(locked, "status", MONTH)["runs"][0]["on"]
    first = told(locked, "pay", MONTH, "--only", open_ones[0], "--cash", "--on", day)
    assert (first["workers"], first["open_workers"], first["state"]) == (1, len(open_ones) - 1, "locked")
    rest = told(locked, "pay", MONTH, "--cash")
    assert (rest["workers"], rest["open_fen"], rest["state"]) == (len(open_ones) - 1, 0, "paid")
    assert refused(locked, "pay", MONTH, "--cash") == "already_paid"


def test_what_came_back_is_paid_again(paid):
    back = told(paid, "pay", MONTH, "--returned", "01", "--reason", "账号已注销")
    assert (back["no"], back["paid_fen"], back["open_fen"]) == ("01", 0, back["net_fen"])
    assert told(paid, "status", MONTH)["stage"] == "locked"
    line = paid("payroll", "payments", MONTH).out.splitlines()[0]
    day = back["payments"][0]["returned_on"]
    assert line.endswith(f"(现金 {day},{day} 退回:账号已注销)")
    assert refused(paid, "pay", MONTH, "--returned", "01", "--reason", "x") == "nothing_to_return"
    assert told(paid, "pay", MONTH, "--cash")["workers"] == 1


def test_paid_it_is_archived_and_nothing_changes_it(paid):
    assert told(paid, "archive", MONTH)["state"] == "archived"
    for words, code in (("reopen", "reopen_archived"), ("void", "void_archived"), ("archive", "archive_archived")):
        more = () if words == "archive" else ("--reason", "x")
        assert refused(paid, words, MONTH, *more) == code


def test_a_return_to_an_archived_payroll_says_the_way_and_goes_it(paid):
    told(paid, "archive", MONTH)
    answer = paid("payroll", "pay", MONTH, "--returned", "01", "--reason", "退回")
    assert (answer.code, f"payroll unarchive {MONTH}" in answer.err, "取出归档" in answer.err) == (1, True, True)
    assert refused(paid, "unarchive", MONTH) == "reason_missing"
    taken_out = told(paid, "unarchive", MONTH, "--reason", "银行退回")
    assert (taken_out["state"], taken_out["said"]) == ("paid", "银行退回")
    assert refused(paid, "unarchive", MONTH, "--reason", "x") == "unarchive_paid"
    assert told(paid, "pay", MONTH, "--returned", "01", "--reason", "退回")["open_fen"] > 0
    assert told(paid, "pay", MONTH, "--cash")["workers"] == 1
    assert told(paid, "archive", MONTH)["state"] == "archived"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("reopen", MONTH, "--reason", "x"), "payroll_not_locked"),
        (("pay", MONTH), "payroll_not_locked"),
        (("correct", MONTH, "--worker", "01", "--reason", "x"), "payroll_not_locked"),
        (("correct", MONTH, "--worker", "01"), "reason_missing"),
        (("correct", MONTH, "--reason", "x"), "workers_missing"),
        (("lock", MONTH, "--kind", "settlement"), "workers_missing"),
        (("lock", MONTH, "--kind", "settlement", "--worker", "99"), "worker_unknown"),
        (("lock", MONTH, "--worker", "01"), "workers_not_for_all"),
        (("archive", MONTH, "--run", "4711"), "payroll_run_missing"),
    ],
)
def test_what_cannot_be_is_refused(shop, words, code):
    assert refused(shop, *words) == code


def test_a_date_nobody_can_read_is_refused(locked):
    assert refused(locked, "pay", MONTH, "--on", "10.11.2026") == "day_unreadable"


def test_before_payment_a_correction_is_not_needed(locked):
    assert refused(locked, "correct", MONTH, "--worker", "01", "--reason", "x") == "correction_before_payment"


def test_nothing_different_is_no_correction(paid):
    assert refused(paid, "correct", MONTH, "--worker", "01", "--reason", "x") == "correction_empty"


def test_a_correction_pays_the_difference_alone(paid, tmp_path):
    later = complete_book()
    later.piece(10, "03", 7)
    paid("import", later.save(tmp_path / "later.xlsx"))
    (differs,) = told(paid, "compute", MONTH)["locked"]["differs"]
    draft = told(paid, "compute", MONTH, "--kind", "correction", "--worker", "03")
    run = told(paid, "correct", MONTH, "--worker", "03", "--reason", "漏记一笔计件")
    assert (run["kind"], run["workers"], run["net_fen"]) == ("correction", 1, draft["totals"]["net_fen"])
    assert run["net_fen"] == differs["net_fen"] - differs["frozen_net_fen"]
    assert told(paid, "compute", MONTH)["locked"]["differs"] == []  # what stands is both runs together
    assert told(paid, "pay", MONTH, "--cash")["amount_fen"] == run["net_fen"]
    assert told(paid, "status", MONTH)["stage"] == "paid"
    assert told(paid, "archive", MONTH, "--kind", "correction")["state"] == "archived"


def test_a_month_of_several_payrolls_is_shown_and_archived_at_once_and_paid_one_by_one(paid, tmp_path):
    later = complete_book()
    later.piece(10, "03", 7)
    paid("import", later.save(tmp_path / "later.xlsx"))
    number = told(paid, "correct", MONTH, "--worker", "03", "--reason", "漏记一笔计件")["run_id"]
    told(paid, "pay", MONTH, "--returned", "01", "--reason", "退回", "--kind", "regular")
    said = paid("payroll", "pay", MONTH, "--cash")
    assert (said.code, "--run" in said.err, f"{number} 更正" in said.err) == (1, True, True)
    for kind in ("regular", "correction"):
        told(paid, "pay", MONTH, "--cash", "--kind", kind)
    shown = told(paid, "payments", MONTH)["runs"]
    assert [(run["kind"], len(run["workers"])) for run in shown] == [("regular", 4), ("correction", 1)]
    assert f"{number} 更正" in paid("payroll", "payments", MONTH).out
    assert len(told(paid, "payments", MONTH, "--run", str(number))["workers"]) == 1
    assert {run["state"] for run in told(paid, "archive", MONTH)["runs"]} == {"archived"}
    assert told(paid, "status", MONTH)["stage"] == "archived"


def test_what_a_correction_finds_overpaid_is_said_to_become_an_advance(paid, tmp_path):
    paid("import", complete_book().set("增减", 2, "金额", 55.5).save(tmp_path / "later.xlsx"))
    said = paid("payroll", "correct", MONTH, "--worker", "01", "--reason", "餐补记多了").out
    assert "01 工人01:多付的 100.00 元转为预支" in said
    run = next(run for run in told(paid, "status", MONTH)["runs"] if run["kind"] == "correction")
    opened = paid("payroll", "explain", MONTH, "--worker", "01", "--run", run["run_id"]).out
    assert "本次多付的,新转为预支" in opened
    assert "本次已扣" not in opened


def test_who_has_a_net_of_nothing_is_named_when_the_others_are_paid(shop, tmp_path):
    book = complete_book().set("预支", 2, "金额", 90_000)
    shop("import", book.save(tmp_path / "owing.xlsx"))
    assert told(shop, "lock", MONTH)["workers"] == 4
    assert refused(shop, "pay", MONTH, "--only", "03", "--cash") == "nothing_to_pay_workers"
    said = shop("payroll", "pay", MONTH, "--only", "01", "03", "--cash").out
    assert ("发放 1 人" in said, "03 工人03:实发为 0 元" in said) == (True, True)


def test_a_kind_of_which_none_stands_is_named(paid, tmp_path):
    assert refused(paid, "pay", MONTH, "--kind", "correction") == "run_kind_missing"
    paid("import", complete_book().set("增减", 2, "金额", 255.5).save(tmp_path / "later.xlsx"))
    for act, code in (("reopen", "run_kind_reopened"), ("void", "run_kind_voided")):
        told(paid, "correct", MONTH, "--worker", "01", "--reason", "餐补记少了")
        told(paid, act, MONTH, "--kind", "correction", "--reason", "不对")
        assert refused(paid, "pay", MONTH, "--kind", "correction") == code
        assert "更正" in paid("payroll", "void", MONTH, "--kind", "correction", "--reason", "x").err


def test_the_first_half_says_why_nobody_is_in_it(shop):
    answer = shop("payroll", "compute", MONTH, "--kind", "first_half")
    assert (answer.code, "“工资约定”" in answer.out) == (0, True)
    assert refused(shop, "lock", MONTH, "--kind", "first_half") == "first_half_nobody"


@pytest.mark.parametrize(("no", "code"), [("99", "worker_unknown"), ("01", "workers_not_apart")])
def test_a_month_is_not_computed_for_some(shop, no, code):
    assert refused(shop, "compute", MONTH, "--worker", no) == code


def test_all_workshops_at_once_have_a_result_each(locked):
    locked("workshop", "add", "--name", "二坊", "--region", "513499")
    answer = locked("payroll", "lock", MONTH, "--all-workshops", "--json")
    assert answer.code == 0
    assert sorted(row["outcome"] for row in answer.json["workshops"]) == ["empty", "locked_before"]
    said = locked("payroll", "status", MONTH, "--all-workshops", "--lang", "en").out
    assert "locked, not all paid" in said


def test_locked_runs_verify(locked):
    found = told(locked, "verify")
    assert (found["sound"], [row["inputs"] for row in found["runs"]]) == (True, ["kept"])


def test_a_month_is_shown_beside_the_last(locked):
    found = told(locked, "compare", MONTH)
    assert [row["last_net_fen"] for row in found["workers"]] == [None] * 4
    assert found["total"]["net_fen"] == told(locked, "status", MONTH)["runs"][0]["net_fen"]


@pytest.mark.parametrize("words", [("status", MONTH), ("verify",), ("payments", MONTH), ("compare", MONTH)])
@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_everything_is_said_to_a_person_too(locked, words, lang):
    answer = locked("payroll", *words, "--lang", lang)
    assert (answer.code, bool(answer.out.strip())) == (0, True)
    assert "{" not in answer.out
