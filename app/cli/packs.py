"""``packs``: which rule packs apply, a signed pack taken from a file, and whose signature is trusted."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from app.cli.call import Answer, Call
from app.domain.messages.rules import KINDS
from app.domain.messages.text import Text
from app.domain.refusal import Refusal
from app.services import rule_packs
from app.services.rule_packs_view import PackInForce, PackOverview, pack_overview


def listing(call: Call) -> Answer:
    """The packs in force on a day (default: today), what is missing, and the keys that are trusted.

    The documents a pack rests on are named as they were issued, in their own language: by that name they are found.
    """
    with call.records(read_only=True) as ctx:
        overview = pack_overview(ctx, call.workshop(ctx), _day(call) or ctx.today())
        signers = rule_packs.trusted_signers(ctx)
    data = _data(call, overview) | {"signers": [asdict(row) for row in signers]}
    return Answer(data, "\n".join(_lines(call, overview)))


def add(call: Call) -> Answer:
    """Take a signed pack from a file."""
    with call.records() as ctx:
        row = rule_packs.add_pack(ctx, call.path("file"))
    words = "packs_known" if row.again else "packs_added"
    return Answer(asdict(row), call.say(words, kind=_kind(call, row.kind), title=row.title, stamp=row.stamp))


def trust(call: Call) -> Answer:
    """Trust a county's key by its file, and print the fingerprint to compare."""
    with call.records() as ctx:
        row = rule_packs.trust_signer(ctx, call.path("file"))
    return Answer(asdict(row), call.say("packs_trusted", name=row.name, fingerprint=row.fingerprint))


def _day(call: Call) -> date | None:
    given = call.optional("day")
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise Refusal("packs_day_unreadable", text=given) from None


def _kind(call: Call, kind: str) -> str:
    words = KINDS.get(kind, Text(kind, kind))
    return words.en if call.lang == "en" else words.zh


def _data(call: Call, overview: PackOverview) -> dict[str, Any]:
    return {
        "day": overview.day.isoformat(),
        "in_force": [_row_data(row) for row in overview.in_force],
        "missing": list(overview.missing),
        "unread": [
            {"kind": row.kind, "version": row.version, "origin": row.origin.value, "why": row.refusal.text(call.lang)}
            for row in overview.unread
        ],
        "provisional": overview.provisional,
    }


def _row_data(row: PackInForce) -> dict[str, Any]:
    return {
        "kind": row.pack.kind,
        "version": row.pack.version,
        "title": row.pack.title,
        "stamp": row.pack.stamp,
        "origin": row.origin.value,
        "valid_from": row.pack.valid_from.isoformat(),
        "until": row.until.isoformat() if row.until else None,
        "ends_soon": row.ends_soon,
        "replaced": list(row.replaced),
        "region": row.region,
        "sources": [f"{source.number} {source.title}" for source in row.pack.sources],
    }


def _lines(call: Call, overview: PackOverview) -> Iterator[str]:
    for row in overview.in_force:
        until = row.until.isoformat() if row.until else call.say("packs_no_end")
        origin = call.say(f"packs_{row.origin.value}")
        yield f"{_kind(call, row.pack.kind)}  {row.pack.version}  {row.pack.valid_from} – {until}  {origin}"
        for source in row.pack.sources:
            yield f"    {source.number} {source.title}"
        if row.ends_soon:
            yield "    " + call.say("packs_ends_soon")
        if row.replaced:
            yield "    " + call.say("packs_replaced", stamps=", ".join(row.replaced))
    if overview.provisional:
        yield call.say("packs_provisional", year=overview.day.year)
    for kind in overview.missing:
        yield call.say("packs_missing", kind=_kind(call, kind))
    for unread in overview.unread:
        yield unread.refusal.text(call.lang)
