"""Which column of a platform's order file is what: found by headings, mended by a person, remembered by the platform.

What is remembered stays on this PC (a local setting): headings, not places, so that a column more does no harm.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.plain_text import tidy
from app.domain.sales_check import channel_notes, event_notes
from app.domain.sales_file import NEEDED, FileField, recognise
from app.domain.worker_check import FieldNote, character_notes
from app.models.local import Setting
from app.services.context import Context
from app.services.sales_reading import FileTable, read_file
from app.services.sales_view import channels_in

MOST_PLATFORM_CHARS = 30
_PREFIX = "sales_platform."
_SAMPLE_ROWS = 3
_SHOWN_CHARS = 40


@dataclass(frozen=True, slots=True)
class FileWish:
    """How a file is to be taken: the platform's name, headings by field, and the channel and event of its sales."""

    platform: str
    columns: Mapping[FileField, str]
    channel: str
    event: str = ""


@dataclass(frozen=True, slots=True)
class FileLook:
    """A file as it was first looked at: its headings with a few cells below each, and the columns as far as known.

    ``remembered``: the columns are those a person chose for this platform before.
    """

    name: str
    digest: str
    rows: int
    headings: tuple[str, ...]
    samples: Mapping[str, tuple[str, ...]]
    wish: FileWish
    remembered: bool
    platforms: tuple[str, ...]
    channels: tuple[str, ...]


class _Kept(msgspec.Struct, frozen=True):
    """A platform's mapping as it is stored."""

    columns: dict[str, str]
    channel: str = ""
    event: str = ""


def look_at(ctx: Context, workshop_id: int, path: Path, platform: str = "") -> FileLook:
    """Read a file's headings and say which column is what; refuses what ``read_file`` does. Nothing is written.

    Without a ``platform`` it is the remembered one whose headings the file bears most of.
    """
    table = read_file(path)
    with ctx.database.read() as session:
        kept = remembered(session)
        channels = channels_in(session, workshop_id, ctx.today())
    named = tidy(platform) or _likely(table, kept)
    known = kept.get(named)
    columns = {name: table.headings[at] for name, at in recognise(table.headings).items()}
    if known is not None:
        chosen = {FileField(key): title for key, title in known.columns.items() if key in set(FileField)}
        chosen = {key: title for key, title in chosen.items() if title in table.headings}
        taken = set(chosen.values())
        columns = chosen | {k: v for k, v in columns.items() if k in NEEDED and k not in chosen and v not in taken}
    channel = known.channel if known is not None and known.channel in channels else ""
    wish = FileWish(named, columns, channel, known.event if known is not None else "")
    return FileLook(
        table.name,
        table.digest,
        len(table.rows),
        tuple(title for title in table.headings if title),
        _samples(table),
        wish,
        known is not None,
        tuple(sorted(kept)),
        channels,
    )


def wish_notes(wish: FileWish, table: FileTable, channels: tuple[str, ...]) -> list[FieldNote]:
    """What is wrong with a wish: at ``platform``, ``channel``, ``event``, or the field whose column it is."""
    notes = list(character_notes(wish.platform, "platform"))
    if not wish.platform:
        notes.append(FieldNote("sale_file_platform_empty", "platform", True))
    elif len(wish.platform) > MOST_PLATFORM_CHARS:
        params = {"most": MOST_PLATFORM_CHARS, "length": len(wish.platform)}
        notes.append(FieldNote("sale_text_long", "platform", True, params))
    notes += channel_notes(wish.channel, channels)
    notes += event_notes(wish.event)
    return [*notes, *_column_notes(wish, table)]


def remembered(session: Session) -> dict[str, _Kept]:
    """The mappings by platform; one this version cannot read is forgotten."""
    rows = session.execute(select(Setting.name, Setting.value).where(Setting.name.startswith(_PREFIX, autoescape=True)))
    found = {}
    for name, value in rows:
        try:
            found[name.removeprefix(_PREFIX)] = msgspec.json.decode(value, type=_Kept)
        except msgspec.DecodeError:
            continue
    return found


def remember(session: Session, wish: FileWish) -> None:
    """Keep a wish for the next file of its platform, within the caller's transaction."""
    kept = _Kept({str(key): title for key, title in wish.columns.items()}, wish.channel, wish.event)
    session.merge(Setting(name=_PREFIX + wish.platform, value=msgspec.json.encode(kept).decode()))


def _column_notes(wish: FileWish, table: FileTable) -> list[FieldNote]:
    notes, taken = [], set()
    for name in FileField:
        title = wish.columns.get(name, "")
        if not title:
            if name in NEEDED:
                notes.append(FieldNote("sale_file_column_needed", name, True, {"field": name.word}))
        elif title not in table.headings:
            notes.append(FieldNote("sale_file_column_gone", name, True, {"column": title}))
        elif title in taken:
            notes.append(FieldNote("sale_file_column_twice", name, True, {"column": title}))
        taken.add(title)
    if not wish.columns.get(FileField.PRICE) and not wish.columns.get(FileField.AMOUNT):
        notes.append(FieldNote("sale_file_price_needed", FileField.PRICE, True))
    return notes


def _likely(table: FileTable, kept: Mapping[str, _Kept]) -> str:
    """The platform all of whose remembered headings the file bears; of several the one with most."""
    headings = set(table.headings)
    fitting = {name: len(one.columns) for name, one in kept.items() if set(one.columns.values()) <= headings}
    return max(sorted(fitting), key=lambda name: fitting[name], default="")


def _samples(table: FileTable) -> dict[str, tuple[str, ...]]:
    first = [cells for _, cells in table.rows[:_SAMPLE_ROWS]]
    return {
        title: tuple(str(cells[at])[:_SHOWN_CHARS] for cells in first if at < len(cells) and cells[at] is not None)
        for at, title in enumerate(table.headings)
        if title
    }
