"""The real exchange with a county server, as ``app.services.syncing`` wants it; bootstrap and command line hand it
over.
"""

from dataclasses import dataclass, field
from datetime import datetime

import msgspec
from sqlalchemy.orm import Session

from app.domain.refusal import Refusal
from app.domain.sync_report import SyncReport
from app.models.database import Database
from app.models.local import Cursor, Setting
from app.sync import lives
from app.sync.engine import Hooks, run_once
from app.sync.sealing import MOST_CHANGES
from app.sync.transport import HttpTransport
from app.sync.wire import EnrollAnswer, Slip


@dataclass(frozen=True, slots=True)
class CountyExchange:
    """Enrols databases and syncs workshops over HTTP(S)."""

    hooks: Hooks = field(default_factory=Hooks)
    most_changes: int = MOST_CHANGES

    def enroll(self, database: Database, slip: Slip, workshop: int, now: datetime) -> EnrollAnswer:
        """Register this database for ``workshop`` (0: for the one the slip's place is bound to) and remember the
        server.

        Raises SyncFailure; nothing is changed then.
        """
        transport = _transport(database, slip.url, slip.fingerprint)
        try:
            answer, number = lives.enroll(database, transport, now, workshop, code=slip.code)
        finally:
            transport.close()
        with database.write("", "sync.enroll", capture=False) as session:
            _remember(session, slip, answer, number)
            lives.keep_pack_key(session, answer, now)
        return answer

    def sync(self, database: Database, workshop: int) -> SyncReport:
        """One sync of an enrolled workshop; raises Refusal ``not_enrolled`` or SyncFailure."""
        with database.read() as session:
            cursor = session.get(Cursor, workshop)
        if cursor is None:
            raise Refusal("not_enrolled")
        transport = _transport(database, cursor.server_url, cursor.fingerprint)
        try:
            return run_once(database, workshop, transport, self.hooks, most_changes=self.most_changes)
        finally:
            transport.close()


def _remember(session: Session, slip: Slip, answer: EnrollAnswer, number: int) -> None:
    """Keep server, join key and number; a second enrolment of the same workshop only renews them."""
    cursor = session.get(Cursor, answer.workshop)
    fingerprint = slip.fingerprint or answer.fingerprint
    if cursor is None:
        session.add(
            Cursor(
                workshop_id=answer.workshop, server_url=slip.url, fingerprint=fingerprint, join_key=answer.join_key,
                registered_device=number, epoch="",
            )
        )  # fmt: skip
    else:
        cursor.server_url, cursor.fingerprint = slip.url, fingerprint
        cursor.join_key, cursor.registered_device = answer.join_key, number


def _ca_name(fingerprint: str) -> str:
    return f"sync.ca.{fingerprint.replace(':', '').lower()}"


def _transport(database: Database, url: str, fingerprint: str) -> HttpTransport:
    """The way to a server; the county's CA certificate is kept in the database once it was believed."""

    def keep(certificate: str) -> None:
        with database.write("", "sync.ca", capture=False) as session:
            session.merge(Setting(name=_ca_name(fingerprint), value=msgspec.json.encode(certificate).decode()))

    with database.read() as session:
        kept = session.get(Setting, _ca_name(fingerprint))
        certificate = msgspec.json.decode(kept.value, type=str) if kept else ""
    return HttpTransport(url, fingerprint, certificate, keep)
