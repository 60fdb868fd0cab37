"""Signed rule packs: what is believed, and in which words the rest is refused."""

import json

import pytest

from app.domain.refusal import Refusal
from app.sync.wire import (
    SignerKey,
    fingerprint,
    public_key,
    read_signed_pack,
    read_signer_key,
    write_signed_pack,
    write_signer_key,
)
from tests.pack_files import july_tax, minimum_wages, pack_text

SEED = bytes(range(32))
KEY = public_key(SEED).hex()


def signed(**changes):
    return json.dumps(json.loads(write_signed_pack(SEED, july_tax())) | changes, ensure_ascii=False)


def refused(text):
    with pytest.raises(Refusal) as refusal:
        read_signed_pack(text).check()
    return refusal.value


def test_a_signed_pack_is_read_back_and_believed():
    pack = read_signed_pack(signed())
    pack.check()
    assert pack.signer == KEY
    assert json.loads(pack.content) == json.loads(july_tax())


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"title": "示例:某省最低工资标准(请填写本省公布的数字)"}, "title"),
        ({"version": "年份.1"}, "version"),
        ({"sources": [{"title": "通知", "number": "填写:文号", "issuer": "某省", "date": "2026-01-01"}]}, "number"),
        ({"figures": {"regions": {"51": {"place": "填写:省名", "monthly": "1890.00", "hourly": "19.00"}}}}, "place"),
    ],
)
def test_what_was_left_of_an_example_is_not_signed(changes, where):
    text = json.dumps(json.loads(minimum_wages({"51": ("1890.00", "19.50")})) | changes, ensure_ascii=False)
    with pytest.raises(Refusal) as refusal:
        write_signed_pack(SEED, text)
    assert refusal.value.code == "pack_unreadable"
    assert where in refusal.value.text("en")
    assert "没有填写" in refusal.value.text("zh_CN")


def test_the_layout_of_the_file_is_of_no_matter():
    read_signed_pack(json.dumps(json.loads(signed()), indent=4, sort_keys=True)).check()


def test_changed_content_is_told_from_a_signature_that_never_fitted():
    other = json.loads(pack_text("wage-tax", {"deduction_a_month": "1"}))
    assert refused(signed(pack=other)).code == "pack_changed"
    without = {name: value for name, value in json.loads(signed(pack=other)).items() if name != "sha256"}
    assert refused(json.dumps(without, ensure_ascii=False)).code == "pack_signature_wrong"
    stranger = public_key(bytes(32)).hex()
    assert refused(signed(signer=stranger)).params["signer"] == fingerprint(stranger)


@pytest.mark.parametrize("signature", ["", "AAAA", "!", "A" * 88])
def test_what_is_no_signature(signature):
    code = refused(signed(signature=signature)).code
    assert code == ("pack_signature_wrong" if signature else "pack_unreadable")


@pytest.mark.parametrize(
    ("text", "code"),
    [(july_tax(), "pack_unsigned"), ("{}", "pack_unreadable"), ("", "pack_unreadable"), ("[1]", "pack_unreadable"),
     (signed(signer="ab"), "pack_unreadable"), (signed(signer=KEY.upper()), "pack_unreadable"),
     (signed(pack={}), "pack_unreadable"), (signed(more=1), "pack_unreadable")],
)  # fmt: skip
def test_what_is_no_signed_pack(text, code):
    assert refused(text).code == code


def test_a_key_file_is_read_back():
    key = SignerKey(KEY, "龙潭县")
    assert read_signer_key(write_signer_key(key)) == key


@pytest.mark.parametrize("text", ["", "{}", '{"key": "00", "name": "x"}', f'{{"key": "{KEY}"}}', f'"{KEY}"'])
def test_what_is_no_key_file(text):
    with pytest.raises(Refusal) as refusal:
        read_signer_key(text)
    assert refusal.value.code == "signer_key_unreadable"
