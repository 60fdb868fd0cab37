"""Requests and answers of ``/v1/sync`` and ``/v1/enroll``, and how the binary ones are laid out.

An answer to a sync: length u32 of the compressed header, header (``Answer``), then the sealed batches its log entries
name, one after the other. Refusals of either request are HTTP 4xx with a JSON ``ErrorBody``.
"""

import struct
import zlib
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from app.sync.wire.batch import Group, Unreadable, inflate
from app.sync.wire.poison import sound

PROTOCOL = 1
SYNC_PATH = "/v1/sync"
ENROLL_PATH = "/v1/enroll"
CONTENT_TYPE = "application/octet-stream"
MAX_REQUEST = 2 << 20
MAX_ANSWER = 16 << 20
_LENGTH = struct.Struct(">I")


class RowKey(Struct, array_like=True, frozen=True):
    """A row: its table and its key as the journal spells it."""

    table: str
    key: str


class MendBucket(Struct, array_like=True):
    """A bucket that differs, as the desktop has it: each row's key and number (``canonical.row_number``, 16 hex)."""

    table: str
    month: str
    keys: list[str]
    numbers: list[str]


class SyncRequest(Struct, omit_defaults=True, rename={"protocol": "v", "workshop": "w", "device": "d"}):
    """The header of a sync request.

    ``pulled``: number of the last log entry the desktop has; ``epoch``: the server epoch it knows ("" at first);
    ``digest``: 16 hex of all its buckets, only where nothing of its own waits; ``left_out``: rows with held or rejected
    changes known here, which both sides leave out of the comparison; ``prior``: an earlier number of this database
    whose ``high`` is asked; ``mend`` and ``relay``: see PROTOCOL.md "Mending"; ``room``: bytes of batches it will take.
    """

    workshop: int
    device: int
    protocol: int = PROTOCOL
    schema: int = 1
    pulled: int = 0
    epoch: str = ""
    digest: str = ""
    left_out: list[RowKey] = []
    prior: int | None = None
    mend: list[MendBucket] = []
    relay: list[Group] = []
    room: int = 0


class Verdict(Struct, array_like=True, frozen=True):
    """Why a change of the sender is not accepted: ``held`` (may yet be) or ``rejected``; ``message`` in plain words."""

    seq: int
    verdict: str
    code: str
    column: str = ""
    message: str = ""


class LogEntry(Struct, array_like=True):
    """An entry of the workshop's log: a sealed batch of ``size`` bytes with the seqs of it that are not to be applied
    (``held``), or, with size 0, changes released since: pairs [device, seq].
    """

    number: int
    size: int = 0
    held: list[int] = []
    released: list[tuple[int, int]] = []


class BucketLists(Struct, omit_defaults=True):
    """The server's buckets: table → month → [rows, fen, hash]."""

    tables: dict[str, dict[str, tuple[int, int, str]]]


class Answer(Struct, omit_defaults=True):
    """The header of the answer to a sync.

    ``high``: greatest seq up to which every change of this device was received; ``verdicts``: the exceptions among
    those just sent; ``duplicate``: how many of those just sent were known; ``log``: entries after ``pulled``, in
    order, ``more`` if there are others; ``keys``: public keys (hex) of the devices whose batches come along; ``fork``:
    last common seq where this number was used by another life; ``prior_high``: answer to ``prior``; ``now``: server
    time (Unix seconds); ``pause``: seconds to wait before the next request; ``digest``: the server's, where the two
    were compared and differ, with ``buckets``; ``want`` and ``relay``: see PROTOCOL.md "Mending".
    """

    high: int
    epoch: str
    now: int
    verdicts: list[Verdict] = []
    duplicate: int = 0
    log: list[LogEntry] = []
    more: bool = False
    keys: dict[str, str] = {}
    fork: int | None = None
    prior_high: int | None = None
    pause: int = 0
    compared: bool = False
    digest: str = ""
    buckets: BucketLists | None = None
    want: list[RowKey] = []
    relay: list[Group] = []


class EnrollRequest(Struct, omit_defaults=True):
    """Registers a device: by a slip's ``code`` for its place, or by the workshop's ``join`` key for a new life.

    ``workshop`` 0 asks to join the workshop the place is bound to. ``key``: the device's public key, 64 hex. ``proof``:
    128 hex, the device's signature over ``enroll_proof`` of the same fields.
    """

    device: int
    key: str
    proof: str
    workshop: int = 0
    code: str = ""
    join: str = ""
    prior: int | None = None
    name: str = ""


class EnrollAnswer(Struct, omit_defaults=True):
    """What an enrolment binds: the workshop, its place and region, the join key for later lives, and the server.

    ``fork`` 0: this device number is registered with another key; draw a new one and ask again. ``pack_key``: the
    public key (64 hex) the county signs rule packs with; "" from a server that keeps none.
    """

    workshop: int
    place: str
    region: str
    join_key: str
    fingerprint: str
    epoch: str
    now: int
    fork: int | None = None
    pack_key: str = ""


class ErrorBody(Struct, omit_defaults=True):
    """Why a request was refused: a code of ``app.domain.messages`` with its parameters, and plain words."""

    code: str
    message: str = ""
    params: dict[str, str | int] = {}
    pause: int = 0


def enroll_proof(request: EnrollRequest) -> bytes:
    """The bytes a device signs to show that it holds the key it registers."""
    fields = [request.workshop, request.device, request.key, request.code, request.join]
    return b"GFE1" + msgspec.json.encode(fields)


_encode = msgspec.json.Encoder().encode
_read_answer = msgspec.json.Decoder(Answer).decode


def write_answer(answer: Answer, batches: Sequence[bytes] = ()) -> bytes:
    """The body of an answer; ``batches`` are those its log entries name, in their order."""
    packed = zlib.compress(_encode(answer))
    return b"".join((_LENGTH.pack(len(packed)), packed, *batches))


def read_answer(data: bytes) -> tuple[Answer, dict[int, bytes]]:
    """Header and sealed batches by log number; raises Unreadable for anything else than a whole answer."""
    start = _LENGTH.size
    if len(data) < start:
        raise Unreadable("no answer")
    end = start + _LENGTH.unpack_from(data)[0]
    try:
        answer = _read_answer(sound(inflate(data[start:end], MAX_ANSWER)))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(str(error)) from error
    batches = {}
    for entry in answer.log:
        if entry.size > 0:
            batches[entry.number] = data[end : end + entry.size]
            end += entry.size
    if end != len(data):
        raise Unreadable("an answer cut or followed by others")
    return answer, batches
