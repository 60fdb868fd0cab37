"""The life of a database on a PC (DESIGN 2): a device number and key that no copy, restore or other machine shares.

The database holds number, Ed25519 seed (sealed by its cipher) and a random word; the OS user's configuration folder
holds number and word, one file for each absolute data path. Both words are renewed at each opening: first the file
names the coming word beside the present one, then the database takes it, then the file drops the old one, so that a
power cut at any point is no new life. Words that differ are: a restore, a copied folder, another machine or user.
"""

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.ids import COUNTER_BITS, DEVICE_BITS, least_counter
from app.models.database import Database
from app.models.folder import DataFolder, config_folder, refusing_files, write_atomically
from app.models.local import Counter, Cursor, Device, FormerDevice, Journal, Origin, Peer

_COUNTER_RESERVE = 1 << 20


@dataclass(frozen=True)
class Words:
    """What the configuration folder remembers of a data path: its word, and during a renewal the coming one."""

    word: str
    coming: str = ""

    def know(self, word: str) -> bool:
        """Whether a database with ``word`` is the one opened here last."""
        return bool(word) and word in (self.word, self.coming)


def life_file(folder: DataFolder) -> Path:
    """Where the words of a data folder are kept: a file named by its absolute path."""
    name = hashlib.sha256(str(folder.path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return config_folder() / "lives" / f"{name}.json"


def read_words(folder: DataFolder) -> Words | None:
    """What is remembered of a data folder; None where nothing readable is, which means a new life."""
    try:
        found = json.loads(life_file(folder).read_bytes())
        return Words(str(found["word"]), str(found.get("coming", "")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def forget_words(folder: DataFolder) -> None:
    """Whatever lies in the folder next begins a new life (after a restore)."""
    life_file(folder).unlink(missing_ok=True)


def begin_or_continue(database: Database, now: datetime) -> bool:
    """At each opening, before the first write: a new life where the words differ, new words, the counter's jump.

    Returns whether a new life began.
    """
    folder = DataFolder(database.folder)
    remembered = read_words(folder)
    with database.read() as session:
        device = session.execute(select(Device)).scalar_one_or_none()
        word, counter = (device.word, device.next_counter) if device else ("", 0)
    same = remembered is not None and remembered.know(word) and counter < (1 << COUNTER_BITS) - _COUNTER_RESERVE
    coming = secrets.token_hex(16)
    if same:
        _remember(folder, Words(word, coming))
    with database.write("", "open") as session:
        if not same:
            start_new_life(session, now)
        _take_word(session, coming, now)
    _remember(folder, Words(coming))
    return not same


def start_new_life(session: Session, now: datetime) -> int:
    """Give the database a new device number and key; answers the number.

    Own seqs start again at 1, clocks stay. For each workshop the old number goes to ``former_device``, unsettled: sync
    asks the server how far it has that number's changes and takes the rest over.
    """
    old = session.execute(select(Device)).scalar_one_or_none()
    number = _free_number(session)
    seed = Ed25519PrivateKey.generate().private_bytes_raw()
    if old is None:
        session.add(Device(id=1, number=number, seed=seed, word="", next_counter=least_counter(now)))
    else:
        _retire(session, old, now)
        old.number, old.seed, old.next_counter = number, seed, least_counter(now)
    session.execute(update(Origin).values(device=number))
    session.execute(update(Counter).values(seq=0))
    session.execute(update(Cursor).values(sent_seq=0))
    session.flush()
    return number


def _retire(session: Session, old: Device, now: datetime) -> None:
    sent = dict(session.execute(select(Cursor.workshop_id, Cursor.sent_seq)).all())
    for workshop_id, seq in session.execute(select(Counter.workshop_id, Counter.seq)):
        session.add(
            FormerDevice(
                workshop_id=workshop_id,
                number=old.number,
                public_key=public_key(old.seed),
                last_seq=seq,
                sent_seq=sent.get(workshop_id, 0),
                ended_at=int(now.timestamp()),
                settled=0,
            )
        )


def public_key(seed: bytes) -> str:
    """The Ed25519 public key of a seed, as hex."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw().hex()


def _take_word(session: Session, word: str, now: datetime) -> None:
    device = session.execute(select(Device)).scalar_one()
    device.word = word
    device.next_counter = max(device.next_counter, least_counter(now))


def _free_number(session: Session) -> int:
    taken = {
        number
        for column in (Device.number, FormerDevice.number, Peer.device, Journal.device)
        for number in session.execute(select(column).distinct()).scalars()
    }
    while (number := 1 + secrets.randbelow((1 << DEVICE_BITS) - 1)) in taken:
        pass
    return number


def _remember(folder: DataFolder, words: Words) -> None:
    path = life_file(folder)
    content = {"folder": str(folder.path.resolve()), "word": words.word, "coming": words.coming}
    with refusing_files(path, writing=True):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomically(path, json.dumps(content, indent=1).encode())
