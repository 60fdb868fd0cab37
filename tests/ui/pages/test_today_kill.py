"""The PC dies while somebody types: at most the field being typed is lost."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.models.opening import open_database
from app.services import day as days
from app.services.context import Context
from app.services.workshops import choose_workshop
from tests.ui.conftest import NOW
from tests.ui.pages.typing_worker import DAY

ROOT = Path(__file__).parents[3]
PASSWORD = "secret word"
ROUNDS = 3


def typed_until_killed(folder: Path) -> list[tuple[int, int]]:
    """The (row, figure) of each cell that was left before the process was killed."""
    command = [sys.executable, "-m", "tests.ui.pages.typing_worker", str(folder), PASSWORD]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as person:
        first = person.stdout.readline()
        time.sleep(random.uniform(0.2, 1.5))
        person.kill()
        said = [line for line in (first, *person.stdout) if line.endswith("\n")]
    return [(int(row), int(figure)) for row, figure in map(str.split, said)]


@pytest.mark.slow
def test_what_was_left_before_the_pc_died_is_there(ctx: Context) -> None:
    folder = ctx.database.folder
    ctx.database.close()
    for _ in range(ROUNDS):
        left = typed_until_killed(folder)
        again, user = open_database(folder, None, PASSWORD)
        opened = Context(again, user, now=lambda: NOW)
        kept = days.day_sheet(opened, choose_workshop(opened).workshop_id, DAY).rows
        again.close()
        assert len(left) > 3
        last = dict(left)
        for row, figure in last.items():
            stored = kept[row].cells[0].good_milli
            # the figure after the last one said may have been written before the kill, and not been said
            assert stored in {1000 * figure, 1000 * (left[-1][1] + 1)}
        assert sum(kept[row].cells[0].good_milli != 1000 * figure for row, figure in last.items()) <= 1
