"""One sync of one workshop, without Qt: seal, send, apply the answer, until nothing waits and both sides agree.

Each round is one request. Killed at any point, nothing is lost and nothing doubled: a batch is kept before it is sent
and sent again as it is; the server knows it by its seqs; an answer is applied in one transaction, the cursor with it.
``Hooks.reached`` names the points at which tests kill: ``sealed``, ``answered``, ``applying``, ``applied``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.orm import Session

from app.domain.refusal import Refusal
from app.domain.sync_report import SyncReport
from app.models.database import Database
from app.models.versions import SCHEMA_VERSION
from app.sync import lives, mending
from app.sync.answers import Applied, apply_answer
from app.sync.applying import begin, finish
from app.sync.comparing import buckets_that_differ, keep_digest, left_out, own_digest, position
from app.sync.failures import NeedsPerson, Unreachable
from app.sync.sealing import MOST_CHANGES, next_batch, resized
from app.sync.sql import run
from app.sync.standing import Standing, read_standing
from app.sync.transport import Transport
from app.sync.wire import (
    Answer,
    Group,
    MendBucket,
    SealedBatch,
    SyncRequest,
    Unreadable,
    read_answer,
    write_request,
)

MOST_ROUNDS = 10_000
MENDING_ROUNDS = 4
ROOM = 64 << 10  # bytes of others' batches an answer: some thousand changes, written while the day's typing waits < 1 s


def _nothing(_: str) -> None:
    """The hook of ordinary runs."""


@dataclass(frozen=True, slots=True)
class Hooks:
    """What a caller may watch: ``reached`` gets each named point, ``progress`` the changes sent and still waiting."""

    reached: Callable[[str], None] = _nothing
    progress: Callable[[int, int], None] = lambda _sent, _waiting: None
    now: Callable[[], datetime] = datetime.now


@dataclass(slots=True)
class _Mend:
    """What the next request says of rows that differ."""

    buckets: list[MendBucket] = field(default_factory=list)
    relay: list[Group] = field(default_factory=list)
    rounds: int = 0

    @property
    def under_way(self) -> bool:
        return bool(self.buckets or self.relay)


def run_once(
    database: Database,
    workshop: int,
    transport: Transport,
    hooks: Hooks | None = None,
    *,
    most_changes: int = MOST_CHANGES,
) -> SyncReport:
    """Sync a workshop until nothing waits; raises Refusal ``not_enrolled``, or SyncFailure of one of its three kinds.

    After a failure what was answered so far stands; the next run goes on from there.
    """
    watched = hooks or Hooks()
    report = SyncReport()
    before = replace(transport.traffic)
    mend = _Mend()
    for _ in range(MOST_ROUNDS):
        standing = _standing(database, workshop)
        if not standing.registered:
            lives.register_life(database, transport, standing, watched.now())
            continue
        if not _Round(database, transport, watched, standing, report, mend).run(most_changes):
            break
    report.pending = _standing(database, workshop).pending
    report.requests = transport.traffic.requests - before.requests
    report.bytes_up = transport.traffic.up - before.up
    report.bytes_down = transport.traffic.down - before.down
    return report


def _standing(database: Database, workshop: int) -> Standing:
    with database.read() as session:
        standing = read_standing(session, workshop)
    if standing is None:
        raise Refusal("not_enrolled")
    return standing


@dataclass(slots=True)
class _Round:
    """One request and what its answer brings."""

    database: Database
    transport: Transport
    hooks: Hooks
    standing: Standing
    report: SyncReport
    mend: _Mend
    compared_at: int = 0

    def run(self, most_changes: int) -> bool:
        """Whether there is to be another round."""
        sealed = None
        if not self.standing.former and not self.mend.under_way:
            sealed = next_batch(self.database, self.standing, most_changes)
        if sealed is not None:
            self.hooks.reached("sealed")
        request = self._request(sealed)
        answer, batches = self._exchange(request, sealed)
        self.hooks.reached("answered")
        if answer.fork is not None:
            return self._leave_number(answer.fork)
        if self._outrun(sealed, answer):
            return self._leave_number(self.standing.last_seq)
        with self.database.write("", "sync.apply", capture=False) as session:
            applied = apply_answer(session, self.standing, sealed, answer, batches)
            self._settle_former(session, request, answer)
            self._mend(session, request, answer)
            self.hooks.reached("applying")
        self.hooks.reached("applied")
        self._count(applied, sealed, answer)
        return self._more(applied, answer)

    def _request(self, sealed: SealedBatch | None) -> SyncRequest:
        standing = self.standing
        last = not standing.pending if sealed is None else sealed.last == standing.last_seq
        comparing = last and not standing.former and not self.mend.buckets
        request = SyncRequest(
            standing.workshop,
            standing.device,
            schema=SCHEMA_VERSION,
            pulled=standing.pulled,
            epoch=standing.epoch,
            prior=standing.former[0] if standing.former else None,
            mend=self.mend.buckets,
            relay=self.mend.relay,
            room=ROOM,
        )
        if comparing:
            with self.database.read() as session:
                current = read_standing(session, standing.workshop)
                if current is not None and current.last_seq == standing.last_seq:
                    request.digest = own_digest(session, standing)
                    self.compared_at = position(session)
                    request.left_out = left_out(standing)
        return request

    def _exchange(self, request: SyncRequest, sealed: SealedBatch | None) -> tuple[Answer, dict[int, bytes]]:
        body = write_request(self.standing.seed, request, sealed.data if sealed else b"")
        try:
            return read_answer(self._sent(body))
        except Unreadable as error:
            self._shrink()
            raise Unreachable("server_garbage", url=self.transport.url, reason=str(error)) from error
        except Unreachable:
            if sealed is not None:
                self._shrink()
            raise

    def _sent(self, body: bytes) -> bytes:
        """The answer's bytes; a server restored from before this device enrolled gets to know it again."""
        try:
            return self.transport.sync(body)
        except NeedsPerson as failure:
            if failure.code != "device_unknown":
                raise
        lives.register_life(self.database, self.transport, self.standing, self.hooks.now())
        return self.transport.sync(body)

    def _shrink(self) -> None:
        """The next batch is half as large: a line that drops long requests may bear short ones."""
        size = resized(self.standing.batch_bytes, arrived=False)
        with self.database.write("", "sync.shrink", capture=False) as session:
            run(session, "UPDATE cursor SET batch_bytes = ? WHERE workshop_id = ?", (size, self.standing.workshop))

    def _outrun(self, sealed: SealedBatch | None, answer: Answer) -> bool:
        """Whether the server has more of this number than was ever made here: another life of the database made it (the
        whole disk was put back to an earlier day, so that no word differs).
        """
        standing = self.standing
        offered = sealed.last if sealed is not None else standing.sent_seq
        return offered == standing.last_seq and answer.high > standing.last_seq

    def _leave_number(self, common: int) -> bool:
        with self.database.write("", "sync.fork", capture=False) as session:
            lives.leave_forked(session, self.hooks.now(), self.standing.workshop, common)
        return True

    def _settle_former(self, session: Session, request: SyncRequest, answer: Answer) -> None:
        if request.prior is not None and answer.prior_high is not None and not answer.more:
            lives.settle_former(session, self.standing, request.prior, answer.prior_high)

    def _mend(self, session: Session, request: SyncRequest, answer: Answer) -> None:
        """Take in what the server relayed; prepare what the next request has to say of rows that differ."""
        self.mend.relay, self.mend.buckets = [], []
        if answer.want or answer.relay:
            intake = begin(session, self.standing.workshop)
            mending.take_in(intake, self.standing, answer)
            finish(intake)
            self.mend.relay = mending.relay(session, self.standing, answer.want)
        if not answer.compared or answer.high < self.standing.last_seq:  # a restored server is sent its own first
            return
        current = read_standing(session, self.standing.workshop) or self.standing  # with what was held just now
        if current.last_seq > self.standing.last_seq:  # rows given new ids just now are sent first
            return
        self.report.differs = buckets_that_differ(session, current, answer)
        self.report.agreed = not self.report.differs
        if not answer.digest:
            keep_digest(session, self.standing, request.digest, self.compared_at, answer.now)
        elif self.report.differs and self.mend.rounds < MENDING_ROUNDS:
            self.mend.rounds += 1
            self.mend.buckets = mending.describe(session, current, self.report.differs)

    def _count(self, applied: Applied, sealed: SealedBatch | None, answer: Answer) -> None:
        report = self.report
        report.sent += sealed.count if sealed else 0
        report.accepted += applied.accepted
        report.duplicate += applied.duplicate
        report.held += applied.held
        report.rejected += applied.rejected
        report.pulled += applied.pulled
        report.server_time, report.paused = answer.now, answer.pause
        self.hooks.progress(report.sent, self.standing.last_seq - answer.high)

    def _more(self, applied: Applied, answer: Answer) -> bool:
        """Whether something still waits: own changes, others', an unsettled former number, rows that differ."""
        if answer.pause:
            return False
        current = _standing(self.database, self.standing.workshop)
        waiting = bool(current.pending or current.former or answer.more or self.mend.under_way)
        return waiting or (bool(applied.entries) and not answer.compared) or self._mended(answer)

    def _mended(self, answer: Answer) -> bool:
        """Whether the last exchange of rows is still to be shown to have worked."""
        return bool(self.mend.rounds and not answer.compared and not self.report.agreed and self.report.differs)
