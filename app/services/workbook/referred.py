"""Whether every 编号 in a book is a worker's and every 货号 a product's."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.services.workbook.cells import shown
from app.services.workbook.findings import Findings
from app.services.workbook.known import Known, references
from app.services.workbook.problems import Problem
from app.services.workbook.tables import Table

SHEET_NEEDED = "book_sheet_needed"
_SHOWN_NUMBERS = 6


def check_references(tables: dict[str, Table], known: Known, findings: Findings) -> None:
    """Every 编号 must be a worker's, every 货号 a product's."""
    workers = _Referred.of("工人", tables, "no", frozenset(one.no for one in known.workers), findings)
    products = _Referred.of("产品", tables, "code", known.product_codes, findings)
    for name in ("工人", "考勤", "计件", "增减", "预支", "培训"):
        title = {"工人": "师傅编号", "培训": "参加人"}.get(name, "编号")
        _check_column(tables.get(name), title, workers, ("book_unknown_worker", "book_rows_of_bad_worker"), findings)
    kinds = ("book_unknown_product", "book_rows_of_bad_product")
    _check_column(tables.get("销售"), "货号", products, kinds, findings)
    for referred in (workers, products):
        _say_absent(referred, findings)


@dataclass(frozen=True, slots=True)
class _Referred:
    """What a sheet's rows are referred to by: of good rows, and of those named in bad rows only.

    ``unusable``: no row of the sheet can be taken, so that nobody knows whom it lists. ``absent``: the book has no
    such sheet; ``wanted`` counts the rows that need it, by what they name.
    """

    sheet: str
    good: frozenset[str]
    bad: frozenset[str] = frozenset()
    unusable: bool = False
    absent: bool = False
    wanted: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(
        cls, sheet: str, tables: dict[str, Table], name: str, known: frozenset[str], findings: Findings
    ) -> "_Referred":
        table = tables.get(sheet)
        if table is None:
            return cls(sheet, known, absent=True)
        if (sheet, 0) in findings.bad:
            return cls(sheet, known, unusable=True)
        good = {getattr(row, name) for row in table.rows if findings.is_good(sheet, row.row)} | known
        named = {str(values[name]) for values in table.values.values() if name in values}
        return cls(sheet, frozenset(good), frozenset(named - good))


def _check_column(
    table: Table | None, title: str, referred: _Referred, kinds: tuple[str, str], findings: Findings
) -> None:
    """Unknown ones are problems; rows that lean on a bad row are left out with it, and that is said once for each."""
    if table is None:
        return
    unknown, leaning = kinds
    held: Counter[str] = Counter()
    for row in table.rows:
        for no in references(row):
            if (referred.unusable or referred.absent) and no not in referred.good:
                (held if referred.unusable else referred.wanted)[referred.sheet if referred.unusable else no] += 1
                findings.bad.add((table.sheet.name, row.row))
                break
            if no in referred.bad and table.sheet.name != "工人":
                held[no] += 1
                findings.bad.add((table.sheet.name, row.row))
            elif no not in referred.good | referred.bad:
                params: dict[str, object] = {"no": shown(no)}
                if likely := likely_no(no, referred.good | referred.bad):
                    params["like"] = likely
                kind = f"{unknown}_like" if likely else unknown
                findings.problem(table.finding(row.row, title, kind, **params))
    if referred.unusable:
        leaning = "book_rows_of_bad_sheet"
    for no, count in held.items():
        findings.notice(Problem(table.sheet.name, 0, "", leaning, {"no": no, "count": count}))


def _say_absent(referred: _Referred, findings: Findings) -> None:
    """A sheet that is not there though rows need it: one problem, not one for each row."""
    if not referred.wanted:
        return
    numbers = sorted(referred.wanted)
    named = ", ".join(shown(no) for no in numbers[:_SHOWN_NUMBERS]) + (" …" if len(numbers) > _SHOWN_NUMBERS else "")
    params = {"sheet": referred.sheet, "count": referred.wanted.total(), "numbers": named}
    findings.problem(Problem(referred.sheet, 0, "", SHEET_NEEDED, params))
    said = (referred.sheet, "book_absent_sheet")
    findings.notices[:] = [one for one in findings.notices if (one.sheet, one.kind) != said]


def likely_no(no: str, pool: Iterable[str]) -> str | None:
    """The number that was probably meant: the same but for zeros in front and the case of letters."""
    bare = no.casefold().lstrip("0")
    return min((other for other in pool if other.casefold().lstrip("0") == bare), default=None)
