"""``stats``, ``enroll`` and ``sync``: what both sides hold, and bringing them together."""

from collections.abc import Iterable

from app.cli.call import Answer, Call
from app.domain.money import yuan
from app.services import stats as sums
from app.services.stats import WorkshopStats, stats_json


def stats(call: Call) -> Answer:
    """Sums of every table and month of one workshop or all."""
    given = call.optional("workshop")
    with call.records(read_only=True) as ctx:
        found = sums.stats(ctx, call.workshop(ctx) if given else None)
    return Answer(stats_json(found), "\n".join(line for one in found for line in _stats_lines(call, one)))


def _stats_lines(call: Call, one: WorkshopStats) -> Iterable[str]:
    yield call.say("stats_workshop", workshop_id=one.workshop_id, pending=one.pending, held=len(one.held))
    for table, months in one.tables.items():
        for month, bucket in months.items():
            yield f"  {table:<20}{month:<9}{bucket.rows:>7}{yuan(bucket.fen, True):>16}  {bucket.hash}"
