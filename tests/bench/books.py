"""Books taken in: CPU seconds for the sample workbook, again for the same one, and to refuse a zip bomb."""

import time
import zipfile
from pathlib import Path

from app.domain.refusal import Refusal
from app.models.opening import create
from app.services.context import Context
from app.services.importing import import_book
from app.services.workbook.reader import read_book
from app.services.workshops import create_workshop
from tests.bench.table import Figure
from tests.bench.workshop import PASSWORD, QUICK_KEY, USER

SAMPLE = Path(__file__).parents[1] / "samples" / "longtan-2026-10.xlsx"
AIM_SECONDS, AIM_REFUSED = 2.0, 0.5
_BOMB_BYTES = 1 << 30


def measure(folder: Path) -> list[Figure]:
    """Three figures; RuntimeError where the sample is not taken or the bomb not refused."""
    database, _ = create(folder / "books", USER, PASSWORD, cost=QUICK_KEY)
    try:
        context = Context(database, USER)
        shop = create_workshop(context, "测量工坊", "513499").workshop_id
        first, second = _taking(context, shop), _taking(context, shop)
    finally:
        database.close()
    aimed = {"beside": "aim", "reference": AIM_SECONDS, "most": 1.0}
    return [
        Figure("books", "the sample imported, CPU", first, "s", **aimed),  # type: ignore[arg-type]
        Figure("books", "the same again, CPU", second, "s", **aimed),  # type: ignore[arg-type]
        Figure("books", "a zip bomb of 1 GiB refused, CPU", _refusing(folder), "s", "aim", AIM_REFUSED, most=1),
    ]


def _taking(context: Context, shop: int) -> float:
    began = time.process_time()
    if not import_book(context, shop, SAMPLE).taken:
        raise RuntimeError("the sample was not taken")
    return time.process_time() - began


def _refusing(folder: Path) -> float:
    path, block = folder / "bomb.xlsx", bytes(1 << 20)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        with archive.open("xl/workbook.xml", "w") as member:
            for _ in range(_BOMB_BYTES // len(block)):
                member.write(block)
    began = time.process_time()
    try:
        read_book(path)
    except Refusal:
        return time.process_time() - began
    raise RuntimeError("the bomb was read")
