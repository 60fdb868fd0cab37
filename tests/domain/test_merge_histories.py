"""Random histories: however changes travel, every replica and the server end in one state."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.ids import next_clock
from app.domain.merge import Change, RowState, advance, merge

GROUPS = ("a", "b", "c")


class Replica:
    """A device: it keeps the set of changes it has seen (as a journal does) and the state advanced one by one."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.seen: dict[int, Change] = {}
        self.state: RowState | None = None

    def receive(self, change: Change) -> None:
        if change.clock not in self.seen:
            self.seen[change.clock] = change
            self.state = advance(self.state, change)

    def _clock(self) -> int:
        return next_clock(max(self.seen, default=0), self.number)

    def make(self, random: Random) -> Change:
        """What a person might do next with what this replica shows."""
        clock = self._clock()
        row = merge(self.seen.values())
        if not row.knows(GROUPS):
            return Change(clock, "i", {}, {group: (random.randrange(3),) for group in GROUPS})
        if row.deleted or random.random() < 0.2:
            heads = {group: tuple(h.clock for h in row.groups[group].heads) for group in GROUPS}
            values = {group: (random.randrange(3),) if row.deleted else row.values[group] for group in GROUPS}
            return Change(clock, "c" if row.deleted else "d", heads, values)
        touched = random.sample(GROUPS, random.randint(1, 3))
        choosing = random.random() < 0.3
        base = {
            group: tuple(h.clock for h in row.groups[group].heads) if choosing else row.groups[group].same_as_shown()
            for group in touched
        }
        return Change(clock, "u", base, {group: (random.randrange(3),) for group in touched})


def summary(state: RowState) -> object:
    return (
        state.deleted,
        sorted(state.values.items()),
        sorted((name, each.heads) for name, each in state.groups.items()),
    )


def history(random: Random, replicas: int, steps: int) -> tuple[list[Replica], list[Change]]:
    """Random work and random, partial, repeated delivery among the replicas."""
    devices = [Replica(number) for number in range(1, replicas + 1)]
    made: list[Change] = []
    for _ in range(steps):
        device = random.choice(devices)
        if random.random() < 0.5:
            change = device.make(random)
            made.append(change)
            device.receive(change)
        elif made:
            for change in random.choices(made, k=random.randint(1, 4)):
                device.receive(change)
        if device.seen:
            assert summary(merge(device.seen.values())) == summary(device.state)
    return devices, made


@given(st.integers(0, 1 << 32), st.integers(2, 5), st.integers(2, 30))
@settings(max_examples=300, deadline=None)
def test_all_end_in_one_state_whatever_the_order(seed, replicas, steps):
    random = Random(seed)
    devices, made = history(random, replicas, steps)
    server = Replica(0)
    for device in [*devices, server]:
        for change in random.sample(made, len(made)) + random.choices(made, k=3) if made else ():
            device.receive(change)
    states = {repr(summary(device.state)) for device in [*devices, server] if device.seen}
    assert len(states) == (1 if made else 0)


@pytest.mark.torture
@pytest.mark.timeout(1800)
@given(st.integers(0, 1 << 32))
@settings(max_examples=3000, deadline=None)
def test_long_histories(seed):
    random = Random(seed)
    devices, made = history(random, 6, 120)
    for device in devices:
        for change in random.sample(made, len(made)):
            device.receive(change)
    assert len({repr(summary(device.state)) for device in devices}) == 1


def test_a_device_never_loses_to_itself():
    device = Replica(1)
    for seed in range(50):
        change = device.make(Random(seed))
        device.receive(change)
        assert all(device.state.values[group] == values for group, values in change.values.items())
        assert not device.state.several
