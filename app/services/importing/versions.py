"""Values in force from a date on: which record a month's book makes or edits."""

from collections import defaultdict
from dataclasses import dataclass

from app.services.importing.records import TITLES, Key, Plan, Values
from app.services.importing.stored import Stored


@dataclass(frozen=True, slots=True)
class Version:
    """Values valid from an ISO date, and the book they came from ("" where a person typed them)."""

    valid_from: str
    values: Values
    source: str


def stored_versions(stored: Stored, table: str) -> dict[Key, list[Version]]:
    """The live versions of a table by what they belong to (a worker's key; () for the workshop), oldest first."""
    found: dict[Key, list[Version]] = defaultdict(list)
    for key, row in sorted(stored.live(table), key=lambda pair: pair[0]):
        values = {column: row[column] for column in TITLES[table]}
        found[key[:-1]].append(Version(str(key[-1]), values, str(row["source"])))
    return found


def in_force(live: list[Version], day: str) -> Version | None:
    """The version in force on a day, else the first one; None where there is none."""
    return next((version for version in reversed(live) if version.valid_from <= day), live[0] if live else None)


def plan_versions(
    plan: Plan, table: str, owner: Key, live: list[Version], want: Values, since: str, at: tuple[str, int]
) -> None:
    """Ask for the versions a book makes or edits (see ``wanted_versions``); ``at`` is the sheet and row that say so."""
    sheet, row = at
    plan.claimed |= {(table, (*owner, one.valid_from)) for one in live}
    for one in wanted_versions(live, want, plan.source(sheet), since, plan.first_day, plan.last_day):
        plan.want(table, (*owner, one.valid_from), one.values, sheet, row, one.source)


def wanted_versions(
    live: list[Version], want: Values, mine: str, since: str, first_day: str, last_day: str
) -> list[Version]:
    """The records a book of one month asks for.

    ``live`` are the stored ones, oldest first; ``mine`` the source of this book; ``since`` the day the first record is
    valid from (hiring date). The first book makes one valid since then; a later month's book with other values makes
    one valid from its month's first day; the same month's corrected book edits the one it made.
    """
    present = in_force(live, last_day)
    if present is None:
        return [Version(since, want, mine)]
    found = []
    if live[0].valid_from > since:  # hired earlier than once thought
        found.append(Version(since, live[0].values, live[0].source))
    own = [version for version in live if version.source == mine]
    if own:
        found.append(Version(own[-1].valid_from, want, mine))
        if present.valid_from > own[-1].valid_from:  # typed in since: whether it gives way is asked elsewhere
            found.append(Version(present.valid_from, want, present.source))
    elif present.values == want:
        return found
    elif present.valid_from >= first_day:
        found.append(Version(present.valid_from, want, present.source))
    else:
        found.append(Version(first_day, want, mine))
        found += _later_book(live, present, last_day)
    return found


def _later_book(live: list[Version], present: Version, last_day: str) -> list[Version]:
    """A later month's book came first and is valid since the hiring date: from its own month on it stays in force."""
    month = present.source.rpartition(" ")[2]
    begins = f"{month}-01"
    if not month or begins <= last_day or any(last_day < version.valid_from <= begins for version in live):
        return []
    return [Version(begins, present.values, present.source)]
