"""Which packs a workshop knows: shipped, the county's, and signed files; each once, and only what is believed."""

import json
from datetime import date

import pytest
from sqlalchemy import insert

from app.domain.refusal import Refusal
from app.domain.rulepack import WageTax, figures_on
from app.domain.vocabulary import RoleName
from app.models.local import LocalPack, Peer
from app.models.workshop import RulePackRow
from app.services.context import Context
from app.services.rule_packs import Origin, add_pack, load_packs, pack_set, shipped_packs, trust_signer, trusted_signers
from app.services.users import add_user
from app.services.workshops import create_workshop
from app.sync.wire import SignerKey, public_key, write_signed_pack, write_signer_key
from tests.fixtures import CHEAP
from tests.pack_files import july_tax, pack_text

SEED = bytes(range(32))
KEY = public_key(SEED).hex()


@pytest.fixture
def signed(tmp_path):
    """Writes a signed file."""

    def made(text=None, seed=SEED):
        file = tmp_path / "pack.json"
        file.write_text(write_signed_pack(seed, text or july_tax()), encoding="utf-8")
        return file

    return made


@pytest.fixture
def trusted(ctx, tmp_path):
    """The county's key, named by an installer."""
    file = tmp_path / "key.json"
    file.write_text(write_signer_key(SignerKey(KEY, "龙潭县")), encoding="utf-8")
    return trust_signer(ctx, file)


def deduction(ctx, shop, day):
    with ctx.database.read() as session:
        return figures_on(load_packs(session, shop), "wage_tax", day, WageTax)[0].month_deduction_fen


def county_row(ctx, shop, text, kind="wage_tax", number=1):
    raw = json.loads(text)
    row = {"workshop_id": shop, "id": number, "kind": kind, "version": raw["version"], "valid_from": raw["valid_from"],
           "valid_to": raw["valid_to"], "content": text}  # fmt: skip
    with ctx.database.write("county", "pack.add") as session:
        session.execute(insert(RulePackRow).values(row))


def code_of(ctx, file):
    with pytest.raises(Refusal) as refusal:
        add_pack(ctx, file)
    return refusal.value.code


def count(ctx):
    with ctx.database.read() as session:
        return session.query(LocalPack).count()


def test_a_signed_file_of_a_trusted_county_holds_from_its_day_on(ctx, shop, signed, trusted):
    row = add_pack(ctx, signed())
    assert (row.kind, row.version, row.again) == ("wage_tax", "2026.7", False)
    assert deduction(ctx, shop, date(2026, 6, 30)) == 500_000
    assert deduction(ctx, shop, date(2026, 7, 1)) == 300_000


def test_the_same_file_twice_is_one_pack(ctx, shop, signed, trusted):
    add_pack(ctx, signed())
    assert add_pack(ctx, signed()).again
    assert count(ctx) == 1


def test_a_pack_by_file_and_from_the_county_is_one(ctx, shop, signed, trusted):
    add_pack(ctx, signed())
    county_row(ctx, shop, json.dumps(json.loads(july_tax()), indent=2))
    with ctx.database.read() as session:
        known = pack_set(session, shop).known
    assert [one.origin for one in known if one.pack.version == "2026.7"] == [Origin.COUNTY]
    assert len(known) == len(shipped_packs()) + 1


def test_a_shipped_pack_by_file_is_known_already(ctx, shop, signed, trusted):
    assert add_pack(ctx, signed(pack_text("wage-tax"))).again
    assert count(ctx) == 0


def test_an_unknown_signer_is_refused(ctx, shop, signed, trusted):
    assert code_of(ctx, signed(seed=bytes(32))) == "pack_signer_unknown"
    assert count(ctx) == 0


def test_the_county_s_own_device_is_trusted_as_its_batches_were(ctx, shop, signed):
    assert code_of(ctx, signed()) == "pack_signer_unknown"
    with ctx.database.write("", "sync.apply", capture=False) as session:
        session.add(Peer(workshop_id=shop, device=0, public_key=KEY))
    assert not add_pack(ctx, signed()).again


def test_another_pc_of_the_workshop_is_no_signer(ctx, shop, signed):
    with ctx.database.write("", "sync.apply", capture=False) as session:
        session.add(Peer(workshop_id=shop, device=7, public_key=KEY))
    assert code_of(ctx, signed()) == "pack_signer_unknown"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda text: text.replace('"3000"', '"300"'), "pack_changed"),
        (lambda text: text.replace('"signature": "', '"signature": "AAAA'), "pack_signature_wrong"),
        (lambda text: json.dumps(json.loads(text)["pack"]), "pack_unsigned"),
        (lambda text: text[:-20], "pack_unreadable"),
        (lambda text: text + " " * (1 << 20), "pack_unreadable"),
    ],
    ids=["content", "signature", "unsigned", "cut", "large"],
)
def test_what_is_not_as_it_was_signed_takes_nothing(ctx, shop, signed, trusted, change, code):
    file = signed()
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert code_of(ctx, file) == code
    assert count(ctx) == 0


def test_a_forged_signature_of_the_right_length_is_refused(ctx, shop, signed, trusted):
    file = signed()
    other = json.loads(write_signed_pack(bytes(32), july_tax()))["signature"]
    raw = json.loads(file.read_text(encoding="utf-8")) | {"signature": other}
    file.write_text(json.dumps(raw), encoding="utf-8")
    assert code_of(ctx, file) == "pack_signature_wrong"


def test_a_missing_file_is_said_so(ctx, shop, tmp_path):
    assert code_of(ctx, tmp_path / "none.json") == "file_missing"


def test_whose_key_is_trusted_can_be_seen(ctx, shop, trusted):
    assert trusted_signers(ctx) == (trusted,)
    assert (trusted.name, trusted.how, len(trusted.fingerprint)) == ("龙潭县", "file", 19)


def test_a_kind_of_a_later_version_stops_nothing(ctx, shop):
    county_row(ctx, shop, pack_text("wage-tax").replace("wage_tax", "later_kind"), kind="later_kind")
    with ctx.database.read() as session:
        known = pack_set(session, shop)
    assert known.packs == shipped_packs()
    assert [(row.kind, row.origin) for row in known.unread] == [("later_kind", Origin.COUNTY)]


def test_another_workshop_s_packs_are_not_ours(ctx, shop):
    other = create_workshop(ctx, "乙", "513499").workshop_id
    county_row(ctx, other, july_tax())
    assert deduction(ctx, shop, date(2026, 7, 1)) == 500_000
    assert deduction(ctx, other, date(2026, 7, 1)) == 300_000


def test_a_viewer_trusts_no_key_and_takes_no_pack(ctx, signed, trusted, tmp_path):
    add_user(ctx, "村里", "drei Worte", RoleName.VIEWER, cost=CHEAP)
    viewer = Context(ctx.database, "村里")
    assert code_of(viewer, signed()) == "role_views"
    other = tmp_path / "other.json"
    other.write_text(write_signer_key(SignerKey(public_key(bytes(32)).hex(), "别县")), encoding="utf-8")
    with pytest.raises(Refusal) as refusal:
        trust_signer(viewer, other)
    assert (refusal.value.code, len(trusted_signers(ctx))) == ("role_views", 1)
