"""What is checked when a piece entry (计件) is typed in by itself: notes at the fields, some of which refuse.

The same is refused as in a workbook (samples/FORMAT): no quantity at all, as many weights as names, nobody twice, a day
outside the employment, what nobody can have made.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.bounds import MOST_PIECES_MILLI, most_pieces
from app.domain.money import scaled
from app.domain.vocabulary import TimeKind
from app.domain.worker_check import FieldNote

AHEAD_DAYS = 31
"""How far after the PC's date an entry may lie: beyond it either of the two dates is wrong (DESIGN 7)."""
FIRST_DAY = date(2000, 1, 1)
EQUAL_WEIGHT = 1000
QUANTITIES = ("good_milli", "rework_milli", "worker_scrap_milli", "material_scrap_milli")
"""合格, 返工, 工废, 料废."""
_SEPARATORS = re.compile(r"[,，、;；+]")


@dataclass(frozen=True, slots=True)
class PieceForm:
    """A piece entry as typed in, quantities in 1/1000; several ``workers`` are a team in the order of their names.

    ``weights`` (1/1000) are the team's shares, empty for equal ones; ``time_kind`` None is that of the day and mark.
    """

    day: date | None = None
    workers: tuple[int, ...] = ()
    process_id: int | None = None
    grade: str = ""
    good_milli: int | None = None
    rework_milli: int = 0
    worker_scrap_milli: int = 0
    material_scrap_milli: int = 0
    time_kind: TimeKind | None = None
    weights: tuple[int, ...] = ()

    @property
    def shares(self) -> tuple[int, ...]:
        """The weights of the team, equal ones where none are written."""
        return self.weights or (EQUAL_WEIGHT,) * len(self.workers)


@dataclass(frozen=True, slots=True)
class Maker:
    """A worker as an entry asks for him: name, and the days of his employment."""

    name: str
    hired: date
    left: date | None

    def employed(self, day: date) -> bool:
        """Whether the employment includes a day; the leaving date counts (RULES 4)."""
        return self.hired <= day and (self.left is None or day <= self.left)


def name_parts(text: str) -> tuple[str, ...]:
    """The names or numbers of one or several workers: "03,07，12、15"; an empty last part stays."""
    return tuple(part.strip() for part in _SEPARATORS.split(unicodedata.normalize("NFKC", text)))


def weights_of(text: str) -> tuple[int, ...]:
    """分摊 in 1/1000: "7.5:6:4.25", also with ：; () for nothing written. ValueError where none is above 0."""
    if not text.strip():
        return ()
    found = tuple(scaled(part, 3) for part in unicodedata.normalize("NFKC", text).split(":"))
    if min(found) < 0 or not sum(found):
        raise ValueError(text)
    return found


def check_pieces(form: PieceForm, makers: Mapping[int, Maker], today: date) -> Iterator[FieldNote]:
    """All notes on an entry by itself; ``makers`` are the recorded workers among those named, by id."""
    yield from day_notes(form.day, today)
    yield from _worker_notes(form, makers)
    if form.process_id is None:
        yield FieldNote("pieces_item_empty", "item", True)
    yield from _quantity_notes(form)
    yield from _weight_notes(form)


def day_notes(day: date | None, today: date) -> Iterator[FieldNote]:
    """Notes on the day something was made or moved."""
    if day is None:
        yield FieldNote("pieces_day_empty", "day", True)
    elif day < FIRST_DAY:
        yield FieldNote("pieces_day_early", "day", True, {"day": day, "first": FIRST_DAY})
    elif day > today + timedelta(days=AHEAD_DAYS):
        yield FieldNote("pieces_day_late", "day", True, {"day": day, "today": today, "days": AHEAD_DAYS})
    elif day > today:
        yield FieldNote("pieces_day_coming", "day", False, {"day": day})


def _worker_notes(form: PieceForm, makers: Mapping[int, Maker]) -> Iterator[FieldNote]:
    if not form.workers:
        yield FieldNote("pieces_worker_empty", "workers", True)
    for at, worker_id in enumerate(form.workers):
        maker = makers.get(worker_id)
        if maker is None:
            yield FieldNote("pieces_worker_missing", "workers", True)
        elif worker_id in form.workers[:at]:
            yield FieldNote("pieces_worker_twice", "workers", True, {"name": maker.name})
        elif form.day is not None and form.day >= FIRST_DAY and not maker.employed(form.day):
            params = {"name": maker.name, "day": form.day, "hired": maker.hired}
            yield FieldNote("day_not_employed", "workers", True, params)


def _quantity_notes(form: PieceForm) -> Iterator[FieldNote]:
    for name in QUANTITIES:
        milli = getattr(form, name) or 0
        if milli < 0:
            yield FieldNote("pieces_negative", name, True)
        elif milli > MOST_PIECES_MILLI:
            yield FieldNote("pieces_too_many", name, True, {"most": most_pieces()})
    if not any(getattr(form, name) for name in QUANTITIES):
        yield FieldNote("pieces_quantity_empty", "good_milli", True)


def _weight_notes(form: PieceForm) -> Iterator[FieldNote]:
    if form.weights and len(form.weights) != len(form.workers):
        params = {"weights": len(form.weights), "workers": len(form.workers)}
        yield FieldNote("pieces_weights_count", "weights", True, params)
    elif form.weights and max(form.weights) > MOST_PIECES_MILLI:
        yield FieldNote("pieces_weights_most", "weights", True, {"most": most_pieces()})
    elif form.weights and (min(form.weights) < 0 or not sum(form.weights)):
        yield FieldNote("pieces_weights_unread", "weights", True, {"text": form.weights})
