"""What was last printed or kept as a PDF on this PC, of each workshop: a note for people, never synced."""

import json
from dataclasses import dataclass
from datetime import datetime

from app.domain.refusal import Refusal
from app.models.local import Setting
from app.services.context import Context


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A paper that left the program: its title, its month or day as the paper has it, when, and by whom."""

    title: str
    month: str
    at: datetime
    by: str


def note_printed(ctx: Context, workshop_id: int, title: str, month: str) -> PrintedRow:
    """Note that a paper was printed or kept as a PDF now; a viewer, who changes nothing, leaves no note."""
    row = PrintedRow(title, month, ctx.now(), ctx.user)
    value = json.dumps({"title": title, "month": month, "at": row.at.isoformat(), "by": row.by}, ensure_ascii=False)
    try:
        with ctx.database.write(ctx.user, "papers.printed") as session:
            session.merge(Setting(name=_name(workshop_id), value=value))
    except Refusal as said:
        if said.code != "role_views":
            raise
    return row


def last_printed(ctx: Context, workshop_id: int) -> PrintedRow | None:
    """What was noted last; None where nothing was printed on this PC yet."""
    with ctx.database.read() as session:
        stored = session.get(Setting, _name(workshop_id))
    if stored is None:
        return None
    kept = json.loads(stored.value)
    return PrintedRow(kept["title"], kept["month"], datetime.fromisoformat(kept["at"]), kept["by"])


def _name(workshop_id: int) -> str:
    return f"printed:{workshop_id}"
