"""What an import answers: rows taken by sheet, what was kept as it stood, problems and notices."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.services.workbook.problems import Problem


@dataclass(frozen=True, slots=True)
class SheetCount:
    """Rows of a sheet by what became of them; ``deleted`` are records that are gone from the book."""

    sheet: str
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: int = 0
    deleted: int = 0

    @property
    def rows(self) -> int:
        """Rows of the book that were taken."""
        return self.added + self.updated + self.unchanged + self.kept


@dataclass(frozen=True, slots=True)
class ImportResult:
    """An import of one book; ``taken`` is False where its problems stopped it, then nothing was written.

    ``kept`` lists records that stayed as they stand because they were edited, deleted or are used here, or came from
    another book. A dry run answers what the import would have done.
    """

    workshop_id: int
    month: str
    taken: bool
    dry_run: bool = False
    sheets: tuple[SheetCount, ...] = ()
    kept: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()

    def count(self, sheet: str) -> SheetCount:
        """The count of a sheet; zeros where nothing of it was taken."""
        return next((one for one in self.sheets if one.sheet == sheet), SheetCount(sheet))


def finding_json(found: Problem, lang: str) -> Mapping[str, object]:
    """A finding as the command line's ``--json`` gives it."""
    place = {"sheet": found.sheet, "row": found.row, "column": found.column, "cell": found.cell}
    return place | {"kind": found.kind, "text": found.text(lang)}


def result_json(result: ImportResult, lang: str = "zh_CN") -> dict[str, object]:
    """The whole answer as plain values."""
    return {
        "workshop_id": result.workshop_id,
        "month": result.month,
        "taken": result.taken,
        "dry_run": result.dry_run,
        "sheets": {
            one.sheet: {
                "rows": one.rows,
                "added": one.added,
                "updated": one.updated,
                "unchanged": one.unchanged,
                "kept": one.kept,
                "deleted": one.deleted,
            }
            for one in result.sheets
        },
        "kept": [finding_json(one, lang) for one in result.kept],
        "problems": [finding_json(one, lang) for one in result.problems],
        "notices": [finding_json(one, lang) for one in result.notices],
    }
