"""The rule packs a workshop knows: shipped with the program, sent by its county, or taken from a file (DESIGN 4).

Shipped packs are part of the program, and as trustworthy as it is; the county's rows came down signed by its own
device; a file is believed only if a trusted key signed it. A pack known by several ways counts once, by its digest.
"""

import time
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.ids import SERVER_DEVICE
from app.domain.refusal import Refusal, file_refusal
from app.domain.rulepack import RulePack
from app.domain.rulepack_reader import parse_pack, read_pack_bytes
from app.models.local import LocalPack, Peer, Setting
from app.models.workshop import RulePackRow
from app.resources import resource_folder
from app.services.context import Context
from app.sync.wire import (
    SIGNER_SETTING,
    Signer,
    canonical_text,
    fingerprint,
    read_signed_pack,
    read_signer_key,
)

RULES_FOLDER = resource_folder("rules")
_MOST_SIGNED_BYTES = 1 << 20
_read_signer = msgspec.json.Decoder(Signer).decode


class Origin(StrEnum):
    """How a pack came here."""

    SHIPPED = "shipped"
    COUNTY = "county"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class KnownPack:
    """A pack and how it came here (first the way that is believed most)."""

    pack: RulePack
    origin: Origin


@dataclass(frozen=True, slots=True)
class UnreadPack:
    """A pack this version of the program cannot read: nothing is computed by it until the program is updated."""

    kind: str
    version: str
    origin: Origin
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class PackSet:
    """All packs of a workshop, each once, and those that cannot be read."""

    known: tuple[KnownPack, ...]
    unread: tuple[UnreadPack, ...] = ()

    @property
    def packs(self) -> tuple[RulePack, ...]:
        """The packs alone."""
        return tuple(one.pack for one in self.known)


@dataclass(frozen=True, slots=True)
class PackAdded:
    """What a file brought; ``again``: it was known before."""

    kind: str
    version: str
    title: str
    stamp: str
    signer: str
    again: bool


@dataclass(frozen=True, slots=True)
class SignerRow:
    """A key that is trusted: its fingerprint for people, whose, how it came (``county``: by enrolment, ``file``; of one
    that is only shown, nothing).
    """

    key: str
    fingerprint: str
    name: str
    how: str


@cache
def shipped_packs() -> tuple[RulePack, ...]:
    """The packs that came with the program, read once."""
    return tuple(parse_pack(path.read_text(encoding="utf-8")) for path in sorted(RULES_FOLDER.glob("*.json")))


def load_packs(session: Session, workshop_id: int) -> tuple[RulePack, ...]:
    """Every pack known to a workshop; which one is in force on a day, ``app.domain.rulepack.pack_on`` says."""
    return pack_set(session, workshop_id).packs


def pack_set(session: Session, workshop_id: int) -> PackSet:
    """Every pack known to a workshop, with its origin; those that cannot be read apart."""
    found = {pack.digest: KnownPack(pack, Origin.SHIPPED) for pack in shipped_packs()}
    unread: list[UnreadPack] = []
    for kind, version, content, origin in _stored(session, workshop_id):
        try:
            pack = _read(content)
        except Refusal as refusal:
            unread.append(UnreadPack(kind, version, origin, refusal))
        else:
            found.setdefault(pack.digest, KnownPack(pack, origin))
    return PackSet(tuple(found.values()), tuple(unread))


def _stored(session: Session, workshop_id: int) -> list[tuple[str, str, str, Origin]]:
    """Kind, version, content and origin of the county's rows and of the packs from files."""
    row, local = RulePackRow, LocalPack
    county = (
        select(row.kind, row.version, row.content)
        .where(row.workshop_id == workshop_id, row.deleted == 0)
        .order_by(row.kind, row.version, row.id)
    )
    files = select(local.kind, local.version, local.content).order_by(local.kind, local.version, local.digest)
    named = ((county, Origin.COUNTY), (files, Origin.FILE))
    return [
        (kind, version, content, origin) for each, origin in named for kind, version, content in session.execute(each)
    ]


@lru_cache(maxsize=256)  # every page and every payroll asks for them
def _read(content: str) -> RulePack:
    return parse_pack(content)


# ---------------------------------------------------------------- from files


def add_pack(ctx: Context, file: Path) -> PackAdded:
    """Take a signed pack from a file, for all workshops of this database.

    Refuses ``pack_unsigned``, ``pack_changed``, ``pack_signature_wrong``, ``pack_signer_unknown``, ``pack_unreadable``
    and what the file system refuses; nothing is taken then.
    """
    signed = read_signed_pack(read_pack_bytes(_bytes(file), _MOST_SIGNED_BYTES))
    pack, content = canonical_text(signed.content)
    with ctx.database.write(ctx.user, "packs.add", capture=False) as session:
        if signed.signer not in {row.key for row in _signers(session)}:
            raise Refusal("pack_signer_unknown", signer=fingerprint(signed.signer))
        signed.check()
        again = session.get(LocalPack, (pack.kind, pack.version, pack.digest)) is not None
        again = again or pack.digest in {shipped.digest for shipped in shipped_packs()}
        if not again:
            session.add(
                LocalPack(
                    kind=pack.kind, version=pack.version, digest=pack.digest, content=content, signer=signed.signer,
                    signature=signed.signature, added_at=int(time.time()),
                )
            )  # fmt: skip
    return PackAdded(pack.kind, pack.version, pack.title, pack.stamp, fingerprint(signed.signer), again)


def signer_in(ctx: Context, file: Path) -> SignerRow:
    """Whose key a key file holds, for a person to compare its fingerprint; refuses ``signer_key_unreadable``."""
    given = read_signer_key(read_pack_bytes(_bytes(file), _MOST_SIGNED_BYTES))
    known = {row.key: row for row in trusted_signers(ctx)}
    return known.get(given.key) or _row(Signer(given.key, given.name, 0, ""))


def trust_key(ctx: Context, key: str, name: str) -> SignerRow:
    """Trust a county by its public key (hex), whose fingerprint a person compared; one trusted already stays so."""
    signer = Signer(key, name, int(ctx.now().timestamp()), "file")
    with ctx.database.write(ctx.user, "packs.trust", capture=False) as session:
        known = {row.key: row for row in _signers(session)}
        if key not in known:
            session.merge(Setting(name=SIGNER_SETTING + key, value=msgspec.json.encode(signer).decode()))
    return known.get(key) or _row(signer)


def trust_signer(ctx: Context, file: Path) -> SignerRow:
    """Trust the county whose key file this is; refuses ``signer_key_unreadable``. The fingerprint is to be compared."""
    given = signer_in(ctx, file)
    return trust_key(ctx, given.key, given.name)


def trusted_signers(ctx: Context) -> tuple[SignerRow, ...]:
    """The keys that are trusted here: the counties this database is enrolled with, and those an installer named."""
    with ctx.database.read() as session:
        return _signers(session)


def _signers(session: Session) -> tuple[SignerRow, ...]:
    kept = session.scalars(
        select(Setting.value).where(Setting.name.startswith(SIGNER_SETTING, autoescape=True)).order_by(Setting.name)
    )
    found = {row.key: row for row in (_row(_read_signer(value)) for value in kept)}
    for key in session.scalars(select(Peer.public_key).where(Peer.device == SERVER_DEVICE).distinct()):
        found.setdefault(key, _row(Signer(key, "", 0, "county")))
    return tuple(found.values())


def _row(signer: Signer) -> SignerRow:
    return SignerRow(signer.key, fingerprint(signer.key), signer.name, signer.how)


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as source:
            return source.read(_MOST_SIGNED_BYTES + 1)
    except OSError as error:
        raise file_refusal(error, file) from error
