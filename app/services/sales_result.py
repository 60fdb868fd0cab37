"""What taking an order file would do, or did, row by row."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.sales_check import SaleForm
from app.domain.sales_file import FileNote


class Fate(StrEnum):
    """What becomes of a row of the file."""

    ADD = "add"
    CHANGE = "change"
    KNOWN = "known"
    LEFT = "left"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row of the file: what it says as far as it could be read, what becomes of it, and what there is to say."""

    row: int
    fate: Fate
    notes: tuple[FileNote, ...] = ()
    form: SaleForm | None = None
    product: str = ""
    sale_id: int = 0


@dataclass(frozen=True, slots=True)
class FileResult:
    """All rows of a file in its order; ``taken`` once they are recorded, without the changes where ``only_new``."""

    name: str
    digest: str
    rows: tuple[FileRow, ...]
    taken: bool = False
    only_new: bool = False

    def count(self, fate: Fate) -> int:
        """How many rows have a fate."""
        return sum(1 for row in self.rows if row.fate is fate)
