"""What was made month by month, as a paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MonthOutput:
    """A month (YYYY-MM): its piece entries, and their good pieces in 1/1000."""

    month: str
    entries: int
    good_milli: int


@dataclass(frozen=True, slots=True)
class OutputData:
    """The paper: workshop, the day it was made (YYYY-MM-DD), the months oldest first."""

    unit: str
    day: str
    months: tuple[MonthOutput, ...]
