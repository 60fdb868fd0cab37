"""``packs``: which apply, one by file, whose signature is trusted."""

import pytest

from app.sync.wire import SignerKey, public_key, write_signed_pack, write_signer_key
from tests.pack_files import july_tax

SEED = bytes(range(32))


@pytest.fixture
def files(tmp_path):
    """A signed pack and the key file of who signed it."""
    pack, key = tmp_path / "pack.json", tmp_path / "key.json"
    pack.write_text(write_signed_pack(SEED, july_tax()), encoding="utf-8")
    key.write_text(write_signer_key(SignerKey(public_key(SEED).hex(), "龙潭县")), encoding="utf-8")
    return pack, key


def test_a_pack_is_taken_once_its_signer_is_trusted(made, files):
    pack, key = files
    refused = made("packs", "add", pack, "--json")
    assert (refused.code, refused.json["refused"]) == (1, "pack_signer_unknown")
    trusted = made("packs", "trust", key, "--lang", "en")
    assert "龙潭县" in trusted.out
    assert made("packs", "add", pack, "--json").json["version"] == "2026.7"
    assert "早已有了" in made("packs", "add", pack).out
    listed = made("packs", "list", "--day", "2026-07-01", "--json").json
    (row,) = [row for row in listed["in_force"] if row["kind"] == "wage_tax"]
    assert (row["version"], row["origin"], len(row["replaced"])) == ("2026.7", "file", 1)
    assert [row["name"] for row in listed["signers"]] == ["龙潭县"]


@pytest.mark.parametrize(
    ("lang", "words"), [("zh_CN", ["没有规则包:最低工资", "暂定", "替代"]), ("en", ["Minimum wage", "provisional"])]
)
def test_the_list_is_said_to_a_person(made, files, lang, words):
    pack, key = files
    made("packs", "trust", key)
    made("packs", "add", pack)
    said = made("packs", "list", "--day", "2027-11-02", "--lang", lang)
    assert said.code == 0
    assert all(word in said.out for word in words)


def test_a_day_that_is_none_is_refused(made):
    assert made("packs", "list", "--day", "heute").code == 1
