"""``init`` and ``workshop add``, passwords, languages, exit codes."""

from pathlib import Path

import pytest

from app.cli import setup


def test_init_makes_records_and_shows_the_recovery_key_once(run):
    made = run("init", "--name", "甲", "--region", "513499", "--json")
    assert (made.code, made.json["name"], made.json["user"]) == (0, "甲", "负责人")
    assert len(made.json["recovery_key"].split("-")) == 8
    assert made.json["recovery_key"] not in run("doctor").out


def test_records_are_never_overwritten(made, folder):
    before = sorted((file.name, file.stat().st_size) for file in folder.iterdir())
    again = made("init", "--name", "乙", "--region", "513499")
    assert again.code == 1
    assert sorted((file.name, file.stat().st_size) for file in folder.iterdir()) == before


@pytest.mark.parametrize("words", [[], ["--name", "甲"], ["--region", "513499"], ["--name", "甲", "--region", "12"]])
def test_half_an_init_leaves_nothing(run, folder, words):
    assert run("init", *words).code == 1
    assert not folder.exists() or not any(folder.iterdir())


def test_a_further_workshop_must_then_be_named(made):
    other = made("workshop", "add", "--name", "乙", "--region", "513499", "--json").json["workshop_id"]
    refused = made("payroll", "compute", "2026-10", "--json")
    assert (refused.code, refused.json["refused"]) == (1, "workshop_several")
    assert made("payroll", "compute", "2026-10", "--workshop", other, "--json").code == 0


def test_two_workshops_of_one_name_are_told_apart_by_number(made):
    add = ("workshop", "add", "--name", "乙", "--region", "513499")
    first = made(*add, "--json").json["workshop_id"]
    assert made(*add, "--json").json["refused"] == "workshop_known"
    second = made(*add, "--again", "--json").json["workshop_id"]
    for command in ("status", "compute", "lock"):
        told = made("payroll", command, "2026-10", "--all-workshops").out
        assert all(f"乙 ({number}):当月没有在职工人" in told for number in (first, second))
    assert made("payroll", "status", "2026-10", "--workshop", first, "--json").json["stage"] == "empty"


def test_a_refusal_is_said_on_standard_error(made):
    refused = made("payroll", "compute", "2026-10", "--workshop", 5)
    assert (refused.code, refused.out) == (1, "")
    assert "5" in refused.err


@pytest.mark.parametrize(("lang", "word"), [("zh_CN", "密码不对"), ("en", "Wrong password")])
def test_a_wrong_password_is_refused_in_the_users_language(made, monkeypatch, lang, word):
    monkeypatch.setenv("GONGFANG_PASSWORD", "other")
    refused = made("payroll", "compute", "2026-10", "--lang", lang)
    assert (refused.code, word in refused.err) == (1, True)


def test_a_password_file_goes_before_the_environment(made, monkeypatch, tmp_path: Path):
    monkeypatch.setenv("GONGFANG_PASSWORD", "other")
    file = tmp_path / "password.txt"
    file.write_text("secret word\n")
    assert made("payroll", "compute", "2026-10", "--password-file", file).code == 0


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe"])
def test_an_unreadable_password_file_is_refused(made, tmp_path: Path, content):
    file = tmp_path / "password.txt"
    if content is not None:
        file.write_bytes(content)
    refused = made("payroll", "compute", "2026-10", "--password-file", file, "--json")
    assert (refused.code, refused.json["refused"]) == (1, "password_file_unreadable")


def test_without_a_password_and_a_terminal_it_is_refused(made, monkeypatch):
    monkeypatch.delenv("GONGFANG_PASSWORD")
    assert made("payroll", "compute", "2026-10", "--json").json["refused"] == "password_missing"


def test_an_unknown_user_is_refused(made):
    assert made("payroll", "compute", "2026-10", "--user", "谁", "--json").json["refused"] == "unknown_user"


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_packages_not_installed_are_told_in_one_line_without_a_report(made, monkeypatch, folder, lang):
    def bare(call):
        raise ModuleNotFoundError("No module named 'sqlalchemy'", name="sqlalchemy")

    monkeypatch.setattr(setup, "workshop_add", bare)
    result = made("workshop", "add", "--name", "乙", "--region", "513499", "--lang", lang)
    assert (result.code, "dev.py setup" in result.err, (folder / "crash").exists()) == (1, True, False)


def test_what_nobody_foresaw_is_reported_without_personal_data(made, monkeypatch, folder):
    def broken(call):
        raise ZeroDivisionError("王古 51349919960720880X")

    monkeypatch.setattr(setup, "workshop_add", broken)
    result = made("workshop", "add", "--name", "王古", "--region", "513499")
    (report,) = (folder / "crash").iterdir()
    words = report.read_text(encoding="utf-8")
    assert (result.code, str(report) in result.err) == (1, True)
    assert "ZeroDivisionError" in words
    assert "test_setup.py" in words
    assert "王古" not in words + result.err
    assert "51349919960720880X" not in words + result.err
