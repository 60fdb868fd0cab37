"""One request of ``/v1/sync`` and its answer (DESIGN 5): check, receive, pull, compare."""

import time
from dataclasses import dataclass

from app.domain.ids import DEVICE_BITS, ID_LIMIT
from app.domain.refusal import Refusal
from app.server.compare import SumsCache, compare
from app.server.database import Conn, ServerDatabase, raw
from app.server.devices import Device, device_of
from app.server.log import pull
from app.server.mending import mend
from app.server.receive import Received, receive
from app.sync.wire import (
    PROTOCOL,
    Answer,
    Batch,
    Forged,
    SealedBatch,
    SyncRequest,
    Unreadable,
    check_request,
    open_batch,
    read_request,
    write_answer,
)


@dataclass(frozen=True, slots=True)
class Exchanged:
    """An answer's bytes, and what a log line may say of it: numbers only."""

    body: bytes
    workshop: int
    device: int
    received: int
    pulled: int


class Exchange:
    """Answers sync requests over one database."""

    def __init__(self, database: ServerDatabase) -> None:
        self._database = database
        self._sums = SumsCache()

    def answer(self, body: bytes) -> Exchanged:
        """Answer one request: all of it is committed, or on any exception nothing. Raises Refusal, BusyError."""
        request, sealed_bytes = _read(body)
        with self._database.transaction() as connection:
            conn = raw(connection)
            device, now_epoch = device_of(conn, request.workshop, request.device)
            _check(body, device)
            sealed, batch = _open(sealed_bytes, device) if sealed_bytes else (None, None)
            received = _receive(conn, device, sealed, batch)
            after = request.pulled if request.epoch == now_epoch else 0
            pulled = pull(conn, device.workshop, device.number, after, request.room)
            answer = Answer(
                received.high, now_epoch, int(time.time()), received.verdicts, received.duplicate,
                pulled.entries, pulled.more, pulled.keys, received.fork, _prior_high(conn, request),
            )  # fmt: skip
            restored = request.epoch not in ("", now_epoch)  # then the PC has to send again before sums say anything
            on_the_way = any(entry.size or entry.released for entry in pulled.entries)
            if received.fork is None and not restored and not on_the_way:
                mend(connection, request, answer)
                compare(self._sums, connection, request, answer, received.waiting)
        body = write_answer(answer, pulled.batches)
        return Exchanged(body, device.workshop, device.number, len(batch or ()), len(pulled.batches))


def _read(body: bytes) -> tuple[SyncRequest, bytes]:
    try:
        request, sealed = read_request(body)
    except Unreadable as error:
        raise Refusal("request_unreadable") from error
    if request.protocol != PROTOCOL:
        raise Refusal("protocol_unknown", version=PROTOCOL)
    if not (0 < request.workshop < ID_LIMIT and 0 < request.device < 1 << DEVICE_BITS and request.pulled >= 0):
        raise Refusal("request_unreadable")
    return request, sealed


def _check(body: bytes, device: Device) -> None:
    try:
        check_request(body, device.public_key)
    except Forged as error:
        raise Refusal("signature_wrong") from error


def _open(data: bytes, device: Device) -> tuple[SealedBatch, Batch]:
    """The batch of a request, once its own signature fits the device too; raises Refusal."""
    try:
        sealed = open_batch(data)
        sealed.check(device.public_key)
    except Unreadable as error:
        raise Refusal("request_unreadable") from error
    except Forged as error:
        raise Refusal("signature_wrong") from error
    if (sealed.workshop, sealed.device) != (device.workshop, device.number):
        raise Refusal("signature_wrong")
    return sealed, sealed.read()


def _receive(connection: Conn, device: Device, sealed: SealedBatch | None, batch: Batch | None) -> Received:
    if sealed is None or batch is None:
        return Received(device.high)
    try:
        return receive(connection, device, sealed, batch)
    except Unreadable as error:
        raise Refusal("request_unreadable") from error


def _prior_high(connection: Conn, request: SyncRequest) -> int | None:
    """What is held of an earlier number of the same database; 0 for one never registered."""
    if request.prior is None:
        return None
    row = connection.execute(
        "SELECT high FROM device WHERE workshop_id = %s AND device = %s", (request.workshop, request.prior)
    ).fetchone()
    return int(row[0]) if row else 0
