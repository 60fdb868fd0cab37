"""A PC as the server sees it: a key, a number, changes it makes up; no desktop code, only the wire."""

import http.client
import itertools
import struct
import zlib
from urllib.parse import urlsplit

import msgspec
import pytest

from app.domain.canonical import CHAIN_START
from app.sync import wire

SHOP = 4711 << 30


def post(url, path, body):
    """Status and body of one POST."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)
    try:
        connection.request("POST", path, body)
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def group(table, op, rows, *, clock, base=None, seq=1):
    """A group of changes from rows given as column → value; clocks and seqs count up; ``base``: group → clocks."""
    spec = wire.table_specs()[table]
    names = [column.name for column in spec.key]
    size = len(rows)
    return wire.ChangeGroup(
        table, op, list(range(seq, seq + size)), [clock + (place << 20) for place in range(size)],
        {name: [row[name] for row in rows] for name in names},
        {name: [row[name] for row in rows] for name in rows[0] if name not in names},
        {}, base or {}, ["阿依"] * size, ["note"] * size, [1_790_000_000] * size,
    )  # fmt: skip


class Pc:
    """A device of a workshop; numbers its changes itself and remembers what it sealed."""

    def __init__(self, url, number=1, workshop=SHOP, seed=None):
        self.url, self.number, self.workshop = url, number, workshop
        self.seed, self.proving = seed or number.to_bytes(32), None
        self.seq, self.chain, self.count, self.pulled, self.epoch = 0, CHAIN_START, 0, 0, ""

    def enroll(self, code="", join="", workshop=None):
        """Status and answer of an enrolment."""
        request = wire.EnrollRequest(
            self.number,
            wire.public_key(self.seed).hex(),
            "",
            self.workshop if workshop is None else workshop,
            code,
            join,
        )
        proof = wire.sign(self.proving or self.seed, b"", wire.enroll_proof(request))[:64]
        status, body = post(
            self.url, wire.ENROLL_PATH, msgspec.json.encode(msgspec.structs.replace(request, proof=proof.hex()))
        )
        return status, msgspec.json.decode(body, type=wire.EnrollAnswer if status == 200 else wire.ErrorBody)

    def clock(self, counts=1):
        """The clock of the next change; room is left for ``counts`` changes."""
        first = self.count + 1
        self.count += counts
        return first << 20 | self.number

    def make(self, table, op, rows, base=None):
        """A group of this device's next changes."""
        made = group(table, op, rows, clock=self.clock(len(rows)), base=base, seq=self.seq + 1)
        self.seq += len(rows)
        return made

    def seal(self, groups):
        """The sealed batch of groups just made."""
        before = self.chain
        self.chain = wire.Batch(1, groups).chained(before)
        return wire.seal(self.seed, self.workshop, self.number, groups, before, self.chain)

    def request(self, sealed=b"", **header):
        """The body of a sync request."""
        given = {"pulled": self.pulled, "epoch": self.epoch, **header}
        return wire.write_request(self.seed, wire.SyncRequest(self.workshop, self.number, **given), sealed)

    def refused(self, body):
        """Status and code of a request that is refused."""
        status, data = post(self.url, wire.SYNC_PATH, body)
        assert status != 200
        return status, msgspec.json.decode(data, type=wire.ErrorBody).code

    def sync(self, *groups, **header):
        """Push groups and pull; the answer and the batches by number."""
        sealed = self.seal(list(groups)) if groups else b""
        status, data = post(self.url, wire.SYNC_PATH, self.request(sealed, **header))
        assert status == 200, data
        answer, batches = wire.read_answer(data)
        self.epoch = answer.epoch
        if answer.log:
            self.pulled = answer.log[-1].number
        return answer, batches


def sealed_json(pc, payload, count=3, groups=()):
    """A sealed batch whose payload is any text; the chain fits ``groups``."""
    first = min((group.seq[0] for group in groups), default=pc.seq + 1)
    after = wire.Batch(1, list(groups)).chained(pc.chain) if groups else CHAIN_START
    head = struct.pack(">QIQI32s32s", pc.workshop, pc.number, first, count, pc.chain, after)
    return wire.sign(pc.seed, b"GFB1", head + zlib.compress(payload))


def people(pc, numbers):
    """Rows of workers with counter ids."""
    texts = [
        "sex",
        "nation",
        "id_number",
        "phone",
        "village",
        "bank",
        "account",
        "inheritor_level",
        "mentor_no",
        "source",
    ]
    plain = dict.fromkeys(texts, "") | {"hired_on": "2025-03-01", "left_on": None}
    return [plain | {"id": pc.number << 32 | n, "no": f"{n:02}", "name": f"阿依{n}"} for n in numbers]


def shop():
    """The row of the workshop."""
    spec = wire.table_specs()["workshop"]
    return {name: None if column.nullable else "" for name, column in spec.columns.items()} | {
        "name": "龙潭彝绣工坊", "region": "513499"
    }  # fmt: skip


def marks(worker, days, mark="√"):
    """Rows of attendance."""
    return [
        {"worker_id": worker, "date": f"2026-10-{day:02}", "mark": mark, "normal_minutes": 480, "extra_minutes": 0,
         "source": ""}
        for day in days
    ]  # fmt: skip


@pytest.fixture
def new_pc(server):
    """Makes enrolled PCs of one workshop, numbered 1, 2 …"""
    numbers = itertools.count(1)

    def make():
        pc = Pc(server.url, next(numbers))
        status, answer = pc.enroll(server.code())
        assert status == 200, answer
        pc.join = answer.join_key
        return pc

    return make


@pytest.fixture
def pc(new_pc):
    """One enrolled PC."""
    return new_pc()


@pytest.fixture
def worked(pc):
    """A PC that has sent its workshop, four workers and a month of the first one's attendance."""
    answer, _ = pc.sync(
        pc.make("workshop", "i", [shop()]),
        pc.make("worker", "i", people(pc, range(1, 5))),
        pc.make("attendance", "i", marks(pc.number << 32 | 1, range(1, 32))),
    )
    assert answer.verdicts == []
    return pc
