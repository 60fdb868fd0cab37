"""A day as people type it: 2026-10-08, 2026/10/8, 10-8 (this year), 8 (this month), 今天, 昨天."""

import re
import unicodedata
from datetime import date, timedelta

FIRST_DAY, LAST_DAY = date(1950, 1, 1), date(2100, 12, 31)
"""Nothing anybody types into a form lies outside; what is sold or made has narrower bounds of its own."""
_WORDS = {
    "今天": 0,
    "今日": 0,
    "today": 0,
    "昨天": -1,
    "昨日": -1,
    "yesterday": -1,
    "前天": -2,
    "明天": 1,
    "tomorrow": 1,
}
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})[日号]?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})[日号]?",
        r"(?P<day>\d{1,2})[日号]?",
    )
)
_DASHES = str.maketrans("—–−。", "---.")


class UnbelievableDayError(ValueError):
    """A day that can be read and cannot be: 2-30 (``day`` None), or one in 1899; ``parts`` are year, month and day."""

    def __init__(self, parts: tuple[int, int, int], day: date | None = None) -> None:
        super().__init__(parts)
        self.parts, self.day = parts, day


def read_day(text: str, today: date) -> date:
    """The day a text means, year and month being today's where it leaves them out.

    Raises ValueError for what is no day, UnbelievableDayError for one the calendar does not have.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).strip().casefold()
    if plain in _WORDS:
        return today + timedelta(days=_WORDS[plain])
    found = next((match for form in _FORMS if (match := form.fullmatch(plain))), None)
    if found is None:
        raise ValueError(text)
    said = {name: int(digits) for name, digits in found.groupdict().items()}
    parts = (said.get("year", today.year), said.get("month", today.month), said["day"])
    try:
        return date(*parts)
    except ValueError as error:
        raise UnbelievableDayError(parts) from error


def read_form_day(text: str, today: date) -> date:
    """As ``read_day``; a day outside of FIRST_DAY to LAST_DAY is unbelievable too."""
    day = read_day(text, today)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise UnbelievableDayError((day.year, day.month, day.day), day)
    return day
