"""``backup``, ``restore``, ``verify`` and ``doctor``."""

from pathlib import Path


def test_a_backup_is_one_file_that_restores_on_a_bare_machine(made, folder: Path, tmp_path: Path):
    backup = tmp_path / "usb" / "b.gfb"
    backup.parent.mkdir()
    assert made("backup", backup).code == 0
    folder.rename(tmp_path / "lost")
    assert made("restore", backup, "--json").json["aside"] is None
    assert made("doctor", "--json").json["workshops"][0]["name"] == "龙潭彝绣工坊"


def test_a_backup_without_an_ending_is_given_one_and_another_is_kept(made, tmp_path: Path):
    for given, written in (("stick", "stick.gfbackup"), ("stick.bak", "stick.bak")):
        answer = made("backup", tmp_path / given, "--json")
        assert (answer.json["file"], (tmp_path / written).is_file()) == (str(tmp_path / written), True)


def test_what_lies_in_the_folder_is_set_aside(made, tmp_path: Path):
    made("backup", tmp_path / "b.gfb")
    made("workshop", "add", "--name", "乙", "--region", "513499")
    aside = made("restore", tmp_path / "b.gfb", "--json").json["aside"]
    assert len(made("doctor", "--json").json["workshops"]) == 1
    assert (Path(aside) / "gongfang.db").exists()


def test_a_lost_password_is_replaced_by_the_recovery_key(run, monkeypatch, tmp_path: Path):
    key = run("init", "--name", "甲", "--region", "513499", "--json").json["recovery_key"]
    run("backup", tmp_path / "b.gfb")
    monkeypatch.setenv("GONGFANG_PASSWORD", "new word")
    assert run("restore", tmp_path / "b.gfb", "--recovery-key", key).code == 0
    assert run("payroll", "compute", "2026-10").code == 0


def test_sound_records_verify_with_exit_code_0(made):
    result = made("verify", "--json")
    assert result.code == 0
    assert {row["kind"] for row in result.json["findings"]} >= {"database_sound", "restore_tested", "keys_whole"}


def test_a_lost_copy_of_the_keys_is_found(made, folder: Path):
    (folder / "keys.copy.json").unlink()
    result = made("doctor")
    assert result.code == 1
    assert "keys.copy.json" in result.err


def test_doctor_needs_no_password(made, monkeypatch):
    monkeypatch.delenv("GONGFANG_PASSWORD")
    result = made("doctor", "--json")
    assert (result.code, "workshops" in result.json) == (0, False)


def test_doctor_says_where_there_is_nothing(run):
    assert run("doctor", "--json").json["refused"] == "no_database"
