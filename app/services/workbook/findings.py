"""Collects what is wrong with a book and which of its rows cannot be taken."""

from dataclasses import dataclass, field

from app.services.workbook.problems import Problem


@dataclass(slots=True)
class Findings:
    """Problems (their rows are bad) and notices (nothing is stopped), in the order they were found."""

    problems: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    bad: set[tuple[str, int]] = field(default_factory=set)

    def problem(self, found: Problem) -> None:
        """Note a problem; its row is not taken, for row 0 the whole sheet."""
        self.problems.append(found)
        self.bad.add((found.sheet, found.row))

    def notice(self, found: Problem) -> None:
        """Note something worth knowing."""
        self.notices.append(found)

    def is_good(self, sheet: str, row: int) -> bool:
        """Whether neither the row nor its whole sheet has a problem."""
        return (sheet, row) not in self.bad and (sheet, 0) not in self.bad
