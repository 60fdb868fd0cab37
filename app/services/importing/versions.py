"""Values in force from a date on: which record a month's book makes or edits."""

from dataclasses import dataclass

from app.services.importing.records import Values


@dataclass(frozen=True, slots=True)
class Version:
    """Values valid from an ISO date, and the book they came from ("" where a person typed them)."""

    valid_from: str
    values: Values
    source: str


def wanted_versions(
    live: list[Version], want: Values, mine: str, since: str, first_day: str, last_day: str
) -> list[Version]:
    """The records a book of one month asks for.

    ``live`` are the stored ones, oldest first; ``mine`` the source of this book; ``since`` the day the first record is
    valid from (hiring date). The first book makes one valid since then; a later month's book with other values makes
    one valid from its month's first day; the same month's corrected book edits the one it made.
    """
    if not live:
        return [Version(since, want, mine)]
    found = []
    if live[0].valid_from > since:  # hired earlier than once thought
        found.append(Version(since, live[0].values, live[0].source))
    in_force = [version for version in live if version.valid_from <= last_day][-1:] or live[:1]
    present = in_force[0]
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
