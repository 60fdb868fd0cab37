"""``enroll``, ``sync`` and ``stats``: bringing both sides together, and what each holds."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from app.bootstrap import county_exchange
from app.cli.call import Answer, Call
from app.domain.money import yuan
from app.domain.sync_report import SyncReport
from app.services import syncing


def enroll(call: Call) -> Answer:
    """Enrol a workshop with its county by a slip, or by server address and code."""
    given = call.optional("workshop")
    with call.records() as ctx:
        row = syncing.enroll(
            ctx,
            county_exchange(),
            slip=call.optional("slip") or "",
            server=call.optional("server") or "",
            code=call.optional("code") or "",
            fingerprint=call.optional("fingerprint") or "",
            workshop_id=int(given) if given else None,
        )
    words = "enroll_again" if row.again else "enroll_joined" if row.joined else "enroll_done"
    return Answer(asdict(row), call.say(words, place=row.place, server=row.server_url, workshop_id=row.workshop_id))


def sync(call: Call) -> Answer:
    """Send what waits and take what others sent, until both sides agree."""
    given = call.optional("workshop")
    with call.records() as ctx:
        report = syncing.sync_now(ctx, county_exchange(), int(given) if given else None)
    return Answer(asdict(report), "\n".join(_sync_lines(call, report)))


def stats(call: Call) -> Answer:
    """Sums of every table and month of one workshop or all."""
    given = call.optional("workshop")
    with call.records(read_only=True) as ctx:
        found = syncing.stats(ctx, call.workshop(ctx) if given else None)
    return Answer(found, "\n".join(_stats_lines(call, found)))


def _sync_lines(call: Call, report: SyncReport) -> Iterable[str]:
    yield call.say("sync_done", sent=report.sent, pulled=report.pulled, pending=report.pending)
    kib = f"{(report.bytes_up + report.bytes_down) / 1024:.1f}"
    yield call.say("sync_traffic", requests=report.requests, up=report.bytes_up, down=report.bytes_down, kib=kib)
    if report.held or report.rejected:
        yield call.say("sync_needs_person", held=report.held, rejected=report.rejected)
    if report.differs:
        yield call.say("sync_differs", buckets=", ".join(f"{table} {month}".strip() for table, month in report.differs))
    elif report.agreed:
        yield call.say("sync_agreed")


def _stats_lines(call: Call, found: Mapping[str, Any]) -> Iterable[str]:
    for workshop, one in found["workshops"].items():
        yield call.say("stats_workshop", workshop_id=workshop, pending=one["pending"], held=len(one["held"]))
        for table, months in one["tables"].items():
            for month, sums in months.items():
                yield f"  {table:<20}{month:<9}{sums['rows']:>7}{yuan(sums['fen'], True):>16}  {sums['hash']}"
