"""Ten thousand records through sync, every process' CPU counted, beside plain loops into the same PostgreSQL.

Client and server are processes of their own; PostgreSQL counts whole (backends, writers, checkpointer), and a
checkpoint before and after each measurement keeps one from paying for another's pages.
"""

import json
import statistics
import sys
from pathlib import Path

from tests.bench.counting import CountingProxy
from tests.bench.ends import Carried, County, Desktop, county, desktop
from tests.bench.peers import Peers
from tests.bench.processes import child, forget_peak, peak_megabytes
from tests.bench.table import Figure

COUNT, LARGE, RUNS = 10_000, 100_000, 3
BATCHES = (1_000, 100)
AIM_RATE = 10_000
AIM_UP, AIM_DOWN = 600, 400
PLAIN_BYTES = {1_000: 7.3, 100: 12.3}  # FACTS, "Journal and wire, prototyped": a change in a batch of as many
FLAT_CLIENT, FLAT_SERVER = 51, 38  # FACTS, "Sync": peak megabytes of the limit, whatever the number of records
_WAYS = {"": "plain loop, executemany", "set": "plain loop, one JSON statement a batch"}


def measure(folder: Path, peers: Peers | None, left_out: list[str], *, memory: bool) -> list[Figure]:
    """Rates by batch size beside the plain loops and the peers, bytes by batch size, and on request peak memory."""
    with county(folder / "county") as server:
        ours = {batch: _rates(server, folder, batch) for batch in BATCHES}
        thousand = ours[BATCHES[0]]
        figures = [_rate(thousand, "aim", AIM_RATE, least=1, note=f"batches of {BATCHES[0]:,}; {_shares(thousand)}")]
        for batch in BATCHES:
            plain = _plain(server, folder / f"plain-{batch}", batch)
            note = f"batches of {batch:,} on both sides"
            figures += [_rate(ours[batch], name, rate, note=note) for name, rate in plain.items()]
        figures += _bytes(server, folder / "bytes")
        figures += _memory(server, folder) if memory else []
    if peers is not None:
        rates, missing = peers.changes_per_cpu_second(COUNT)
        left_out += missing
        figures += [_rate(thousand, name, rate, note="the peer stores in SQLite") for name, rate in rates.items()]
    return figures


def _rate(runs: list[Carried], beside: str, reference: float, *, least: float | None = None, note: str) -> Figure:
    rate = statistics.median(run.rate for run in runs)
    return Figure("sync", "changes a CPU second", rate, "/s", beside, reference, least=least, note=note)


def _shares(runs: list[Carried]) -> str:
    """Where the CPU seconds of the middle run went."""
    run = sorted(runs, key=lambda each: each.rate)[len(runs) // 2]
    return f"client {run.client_cpu:.2f}, server {run.server_cpu:.2f}, PostgreSQL {run.postgres_cpu:.2f} s"


def _rates(server: County, folder: Path, batch: int) -> list[Carried]:
    """Several workshops' records, each sent in batches of a size over a warm connection."""
    runs = []
    for number in range(RUNS):
        with desktop(folder / f"sync-{batch}-{number}", server) as client:
            client.note(COUNT)
            runs.append(server.carried(lambda: client.sync(batch, COUNT), client.pid, server.pid))
    return runs


def _plain(server: County, folder: Path, batch: int) -> dict[str, float]:
    """Records a CPU second of the plain loops, read from a desktop's own database; medians."""
    with desktop(folder, server) as source:
        source.note(COUNT)
        return {
            name: statistics.median(_loop(server, source, f"{batch} {way}") for _ in range(RUNS))
            for way, name in _WAYS.items()
        }


def _loop(server: County, source: Desktop, command: str) -> float:
    """One pass of the plain loop; records a CPU second."""
    with child((sys.executable, "-m", "tests.bench.plain_server", server.postgres_url)) as end:
        loop = (sys.executable, "-m", "tests.bench.plain_client", source.file, source.key, end.line())
        with child(loop) as client:
            client.line()
            return server.carried(lambda: json.loads(client.ask(command)), client.pid, end.pid).rate


def _bytes(server: County, folder: Path) -> list[Figure]:
    """Bytes on the wire, heads and answers included, counted by a proxy between the two."""
    proxy = CountingProxy(server.port)
    figures = []
    with desktop(folder, server, proxy.port) as client:
        for batch in BATCHES:
            client.note(batch)
            proxy.taken()
            client.sync(batch, batch)
            up, down, _ = proxy.taken()
            name, note = f"bytes a change, {batch:,} in one batch, up", f"heads included; down {down:,} in all"
            figures.append(Figure("sync", name, up / batch, "B", "prototype's batch", PLAIN_BYTES[batch], note=note))
        client.sync(batch, 0)
        proxy.taken()
        client.sync(batch, 0)
        up, down, requests = proxy.taken()
        figures.append(Figure("sync", "nothing new, bytes up", up, "B", "aim", AIM_UP, most=1))
        figures.append(Figure("sync", "nothing new, bytes down", down, "B", "aim", AIM_DOWN, most=1))
        figures.append(Figure("sync", "nothing new, requests", requests, "", "aim", 1, most=1))
    proxy.close()
    return figures


def _memory(server: County, folder: Path) -> list[Figure]:
    """Peak resident memory of both ends while they carry 10,000 and 100,000 records, interpreter included."""
    figures = []
    for count in (COUNT, LARGE):
        with desktop(folder / f"memory-{count}", server) as client:
            client.note(count)
            for pid in (client.pid, server.pid):
                forget_peak(pid)
            client.sync(BATCHES[0], count)
            for end, pid, flat in (("client", client.pid, FLAT_CLIENT), ("server", server.pid, FLAT_SERVER)):
                name = f"peak memory of the {end}, {count:,} records"
                figures.append(Figure("sync", name, peak_megabytes(pid), "MB", "the bare limit (FACTS)", flat))
    return figures
