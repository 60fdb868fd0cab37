"""How the window looks, kept on this PC: round trips, damage, nonsense."""

import json

import pytest

from app.models.folder import CONFIG_VARIABLE
from app.services.preferences import Preferences, read_preferences, write_preferences


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "config"))
    return tmp_path / "config"


def test_what_was_chosen_is_there_at_the_next_start(folder):
    assert read_preferences() == Preferences()
    write_preferences(Preferences("en", "dark", 18))
    assert read_preferences() == Preferences("en", "dark", 18)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        json.dumps({"base_px": 99}),
        json.dumps({"base_px": "14"}),
        json.dumps({"base_px": True}),
        json.dumps({"theme": "pink"}),
        json.dumps({"lang": ["en"]}),
    ],
)
def test_a_damaged_or_senseless_file_is_as_if_nothing_was_chosen(folder, text):
    folder.mkdir()
    (folder / "window.json").write_text(text, encoding="utf-8")
    assert read_preferences() == Preferences()


def test_what_a_newer_program_added_is_left_out(folder):
    folder.mkdir()
    (folder / "window.json").write_text(json.dumps({"lang": "en", "colour": "red"}), encoding="utf-8")
    assert read_preferences() == Preferences("en")


@pytest.mark.parametrize("chosen", [Preferences("de"), Preferences(theme="x"), Preferences(base_px=11)])
def test_nonsense_is_not_kept(folder, chosen):
    with pytest.raises(ValueError, match="Preferences"):
        write_preferences(chosen)
    assert not folder.exists()
