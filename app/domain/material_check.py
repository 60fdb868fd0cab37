"""What is checked when materials (原料) and their moves (领料 退料 耗用) are typed in: notes at the fields.

What a worker holds of a material is the sum of her moves, never a stored figure; less than nothing is said in words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.bounds import MOST_PIECES_MILLI, most_pieces
from app.domain.plain_text import tidy
from app.domain.production_check import Maker, day_notes
from app.domain.vocabulary import MaterialMoveKind
from app.domain.worker_check import FieldNote, character_notes

LONGEST = {"name": 60, "unit": 10, "note": 200}
"""Letters a text may have, by column."""


@dataclass(frozen=True, slots=True)
class MaterialMoveForm:
    """A move as typed in; the quantity in 1/1000 units, positive whichever way it goes."""

    day: date | None = None
    worker_id: int | None = None
    material_id: int | None = None
    kind: MaterialMoveKind | None = None
    quantity_milli: int | None = None
    note: str = ""


def signed(form: MaterialMoveForm) -> int:
    """The move as it is stored: what a worker takes is positive, what she gives back or uses up negative."""
    quantity = form.quantity_milli or 0
    return quantity if form.kind is MaterialMoveKind.GIVEN else -quantity


def check_material(name: str, unit: str, taken: Iterable[str]) -> Iterator[FieldNote]:
    """All notes on a material; ``taken`` are the names of the others."""
    for column, text in (("name", name), ("unit", unit)):
        yield from text_notes(text, column)
        if not tidy(text):
            yield FieldNote(f"material_{column}_empty", column, True)
    if tidy(name) and tidy(name) in set(taken):
        yield FieldNote("material_name_taken", "name", True, {"name": tidy(name)})


def check_move(form: MaterialMoveForm, maker: Maker | None, today: date) -> Iterator[FieldNote]:
    """All notes on a move by itself; ``maker`` is the worker recorded under its id."""
    yield from day_notes(form.day, today)
    if form.worker_id is None:
        yield FieldNote("pieces_worker_empty", "worker_id", True)
    elif maker is None:
        yield FieldNote("pieces_worker_missing", "worker_id", True)
    elif form.day is not None and form.kind is MaterialMoveKind.GIVEN and not maker.employed(form.day):
        params = {"name": maker.name, "day": form.day, "hired": maker.hired}
        yield FieldNote("day_not_employed", "worker_id", True, params)
    if form.material_id is None:
        yield FieldNote("material_empty", "material_id", True)
    if form.kind is None:
        yield FieldNote("material_kind_empty", "kind", True)
    yield from _quantity_notes(form.quantity_milli)
    yield from text_notes(form.note, "note")


def text_notes(text: str, column: str) -> Iterator[FieldNote]:
    """Notes on a written text: too long for its column, or a character nobody sees."""
    if len(tidy(text)) > LONGEST[column]:
        yield FieldNote("material_text_long", column, True, {"length": len(tidy(text)), "most": LONGEST[column]})
    yield from character_notes(text, column)


def running(moves: Iterable[tuple[date, int]]) -> Iterator[tuple[date, int]]:
    """What a worker held at the end of each day that moved something; ``moves`` in 1/1000, by day."""
    held: dict[date, int] = {}
    left = 0
    for day, milli in moves:
        left += milli
        held[day] = left
    yield from held.items()


def _quantity_notes(milli: int | None) -> Iterator[FieldNote]:
    if not milli:
        yield FieldNote("material_quantity_empty", "quantity_milli", True)
    elif milli < 0:
        yield FieldNote("material_quantity_negative", "quantity_milli", True)
    elif milli > MOST_PIECES_MILLI:
        yield FieldNote("material_quantity_most", "quantity_milli", True, {"most": most_pieces()})
