"""What is wrong with a book, said so that a person finds the cell: sheet, row, column, and words in either language."""

from dataclasses import dataclass, field

from app.domain.messages import render


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding in a book; ``kind`` is a code of the catalogue, ``params`` its placeholders.

    ``row`` is the sheet's row number from 1 (0: the whole sheet), ``column`` the heading (工坊: the property, 考勤: the
    day; "" for the whole row), ``cell`` the same place as a spreadsheet names it, such as F12, where there is one.
    Notices have the same shape and stop nothing.
    """

    sheet: str
    row: int
    column: str
    kind: str
    params: dict[str, object] = field(default_factory=dict, hash=False)
    cell: str = ""

    def text(self, lang: str = "zh_CN") -> str:
        """Where it is, what is wrong and what to do."""
        what = render(self.kind, self.params, lang)
        if not self.sheet:
            return what
        place = "sheet" if not self.row and not self.column else "heading" if not self.row else "row"
        if self.row and self.column:
            place = "cell" if self.cell else "column"
        return render(
            f"book_at_{place}",
            {"sheet": self.sheet, "row": self.row, "column": self.column, "cell": self.cell, "what": what},
            lang,
        )


class BadCell(Exception):  # noqa: N818  a cell that cannot be read is a finding, not a fault of the program
    """A cell's value cannot be what its column holds; becomes a :class:`Problem` where its place is known."""

    def __init__(self, kind: str, **params: object) -> None:
        super().__init__(kind, params)
        self.kind = kind
        self.params = params
