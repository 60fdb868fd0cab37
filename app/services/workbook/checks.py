"""What no single cell can tell: references, duplicates, ages, pay terms, team weights, months (RULES 4, 5, 8)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.domain import identity_number
from app.domain.calendar import month_ends
from app.domain.rulepack import RulePack, WorkingAge, figures_on
from app.domain.vocabulary import Basis, Relation
from app.domain.worker_check import retires_on
from app.services.workbook import rows
from app.services.workbook.cells import shown
from app.services.workbook.findings import Findings
from app.services.workbook.problems import Problem
from app.services.workbook.tables import Table

R = TypeVar("R", bound=rows.Row)

_OPENINGS = (
    *("opening_income_fen", "opening_social_fen", "opening_additional_fen", "opening_withheld_fen"),
    *("opening_advance_fen", "opening_damage_fen"),
)


@dataclass(frozen=True, slots=True)
class KnownWorker:
    """A worker already recorded; ``source`` is the book he came from, such as "工人 2026-10"."""

    no: str
    name: str
    id_number: str
    hired: str
    left: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the database has already: rule packs, workers and 货号 of products a book may refer to."""

    packs: tuple[RulePack, ...]
    workers: tuple[KnownWorker, ...] = ()
    product_codes: frozenset[str] = frozenset()


def typed(table: Table | None, row_type: type[R]) -> list[R]:
    """A table's rows as what its sheet says they are; none for a sheet that is not there."""
    if table is None:
        return []
    return [row for row in table.rows if isinstance(row, row_type)]


def check_book(tables: dict[str, Table], month: str, known: Known, findings: Findings) -> None:
    """All checks across cells, rows and sheets; every finding lands in ``findings``."""
    _check_workers(tables.get("工人"), month, known, findings)
    _check_attendance(tables, findings)
    _check_pieces(tables.get("计件"), findings)
    _check_unique(tables.get("单价"), ("产品", "工序", "等级", "生效日期"), findings)
    _check_unique(tables.get("产品"), ("货号",), findings)
    _check_unique(tables.get("节假日"), ("日期",), findings)
    _check_references(tables, known, findings)
    _notice_outside_employment(tables, findings)
    _notice_other_months(tables, month, findings)


# ------------------------------------------------------------------ workers
def _check_workers(table: Table | None, month: str, known: Known, findings: Findings) -> None:
    if table is None:
        return
    ages, _ = figures_on(known.packs, "working_age", month_ends(month)[1], WorkingAge)
    workers = typed(table, rows.WorkerRow)
    for worker in workers:
        _check_employment(table, worker, findings)
        _check_terms(table, worker, findings)
        _check_identity(table, worker, findings)
        if worker.id_number:
            _check_age(table, worker, month, ages, findings)
        _check_opening(table, worker, month, findings)
    _check_twice(table, workers, "编号", "no", findings)
    carded = [worker for worker in workers if worker.id_number]
    _check_twice(table, carded, "身份证号", "id_number", findings)
    _check_cards_known(table, carded, month, known, findings)


def _check_employment(table: Table, worker: rows.WorkerRow, findings: Findings) -> None:
    if worker.left is not None and worker.left < worker.hired:
        finding = table.finding(worker.row, "离职日期", "book_left_before_hired", hired=worker.hired, left=worker.left)
        findings.problem(finding)
    if worker.mentor_no and worker.mentor_no == worker.no:
        findings.problem(table.finding(worker.row, "师傅编号", "book_own_mentor", no=worker.no))


def _check_terms(table: Table, worker: rows.WorkerRow, findings: Findings) -> None:
    relation, basis = worker.relation.value, worker.basis.value
    if worker.basis is not Basis.PIECE and not worker.rate_fen:
        findings.problem(table.finding(worker.row, "标准", "book_rate_missing", basis=basis))
    if worker.basis is Basis.PIECE and worker.rate_fen:
        findings.notice(table.finding(worker.row, "标准", "book_rate_unused", basis=basis))
    if worker.relation is Relation.PART_TIME and worker.basis in (Basis.MONTHLY, Basis.DAILY):
        findings.problem(table.finding(worker.row, "计薪方式", "book_part_time_hourly", basis=basis))
    if worker.relation in (Relation.SERVICES, Relation.HOME) and worker.basis is not Basis.PIECE:
        findings.notice(table.finding(worker.row, "计薪方式", "book_pieces_only", relation=relation, basis=basis))


def _check_identity(table: Table, worker: rows.WorkerRow, findings: Findings) -> None:
    number = worker.id_number
    if not number:
        return
    if worker.sex and worker.sex != identity_number.sex(number):
        findings.notice(table.finding(worker.row, "性别", "book_sex_differs", sex=worker.sex))
    if not identity_number.province_known(number):
        findings.notice(table.finding(worker.row, "身份证号", "book_region_unknown", region=number[:2]))


def _check_age(table: Table, worker: rows.WorkerRow, month: str, ages: WorkingAge, findings: Findings) -> None:
    """Under 16 refuses (Labour Law 15); minors (58) and people beyond retirement age get a notice."""
    born = identity_number.birth_date(worker.id_number)
    age = identity_number.age_on(born, worker.hired)
    if age < ages.least:
        params = {"name": worker.name, "age": age, "least": ages.least}
        findings.problem(table.finding(worker.row, "身份证号", "book_under_age", **params))
    elif age < ages.grown:
        findings.notice(table.finding(worker.row, "身份证号", "book_minor", name=worker.name, age=age))
    retired = retires_on(born, identity_number.sex(worker.id_number), ages)
    if retired <= month_ends(month)[1]:
        findings.notice(table.finding(worker.row, "身份证号", "book_retired", name=worker.name, on=retired))


def _check_opening(table: Table, worker: rows.WorkerRow, month: str, findings: Findings) -> None:
    earlier = int(month[5:]) - 1
    months = worker.opening_months
    if months is not None and months > earlier:
        finding = table.finding(
            worker.row, "期初月数", "book_opening_too_long", months=months, month=month, most=earlier
        )
        findings.problem(finding)
    if not months and any(getattr(worker, name) for name in _OPENINGS[:4]):
        findings.notice(table.finding(worker.row, "期初月数", "book_opening_without_months"))


def _check_twice(table: Table, workers: list[rows.WorkerRow], title: str, name: str, findings: Findings) -> None:
    """The same 编号 or ID number twice: only for employments that follow each other (left, hired again later)."""
    earlier: dict[str, list[rows.WorkerRow]] = {}
    for worker in sorted(workers, key=lambda row: row.row):
        value = getattr(worker, name)
        for other in earlier.get(value, ()):
            first, second = sorted((other, worker), key=lambda row: row.hired)
            if first.left is None or first.left >= second.hired:
                value_shown = value if name == "no" else identity_number.masked(value)
                finding = table.finding(worker.row, title, f"book_{name}_twice", value=value_shown, other=other.row)
                findings.problem(finding)
                break
        earlier.setdefault(value, []).append(worker)


def _check_cards_known(
    table: Table, workers: list[rows.WorkerRow], month: str, known: Known, findings: Findings
) -> None:
    """An ID number that another worker has who is not in the book; one this very book brought before is replaced."""
    here = {str(values.get("no")) for values in table.values.values()}
    others = [one for one in known.workers if one.no not in here and one.source != f"{table.sheet.name} {month}"]
    for worker in workers:
        for one in others:
            apart = (one.left and one.left < worker.hired.isoformat()) or (
                worker.left and worker.left.isoformat() < one.hired
            )
            if one.id_number == worker.id_number and not apart:
                findings.problem(
                    table.finding(worker.row, "身份证号", "book_id_number_known", no=one.no, name=one.name)
                )


# ------------------------------------------------------------------ references
def _check_references(tables: dict[str, Table], known: Known, findings: Findings) -> None:
    """Every 编号 must be a worker's, every 货号 a product's."""
    workers = _Referred.of(tables.get("工人"), "no", frozenset(one.no for one in known.workers), findings)
    products = _Referred.of(tables.get("产品"), "code", known.product_codes, findings)
    for name in ("工人", "考勤", "计件", "增减", "预支", "培训"):
        title = {"工人": "师傅编号", "培训": "参加人"}.get(name, "编号")
        _check_column(tables.get(name), title, workers, ("book_unknown_worker", "book_rows_of_bad_worker"), findings)
    kinds = ("book_unknown_product", "book_rows_of_bad_product")
    _check_column(tables.get("销售"), "货号", products, kinds, findings)


@dataclass(frozen=True, slots=True)
class _Referred:
    """What a sheet's rows are referred to by: of good rows, and of those named in bad rows only.

    ``unusable`` is the sheet's name where no row of it can be taken, so that nobody knows whom it lists.
    """

    good: frozenset[str]
    bad: frozenset[str]
    unusable: str = ""

    @classmethod
    def of(cls, table: Table | None, name: str, known: frozenset[str], findings: Findings) -> "_Referred":
        if table is None:
            return cls(known, frozenset())
        if (table.sheet.name, 0) in findings.bad:
            return cls(known, frozenset(), table.sheet.name)
        good = {getattr(row, name) for row in table.rows if findings.is_good(table.sheet.name, row.row)} | known
        named = {str(values[name]) for values in table.values.values() if name in values}
        return cls(frozenset(good), frozenset(named - good))


def _check_column(
    table: Table | None, title: str, referred: _Referred, kinds: tuple[str, str], findings: Findings
) -> None:
    """Unknown ones are problems; rows that lean on a bad row are left out with it, and that is said once for each."""
    if table is None:
        return
    unknown, leaning = kinds
    held: Counter[str] = Counter()
    for row in table.rows:
        for no in _references(row):
            if referred.unusable and no not in referred.good:
                held[referred.unusable] += 1
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


def _references(row: rows.Row) -> tuple[str, ...]:
    """The 编号 (of a sale: 货号) a row refers to."""
    match row:
        case rows.PieceRow() | rows.TrainingRow():
            return row.nos
        case rows.WorkerRow():
            return (row.mentor_no,) if row.mentor_no else ()
        case rows.AttendanceRow() | rows.AdjustmentRow() | rows.AdvanceRow():
            return (row.no,)
        case rows.SaleRow():
            return (row.code,)
        case _:
            return ()


def likely_no(no: str, pool: Iterable[str]) -> str | None:
    """The number that was probably meant: the same but for zeros in front and the case of letters."""
    bare = no.casefold().lstrip("0")
    return min((other for other in pool if other.casefold().lstrip("0") == bare), default=None)


# ------------------------------------------------------------------ single sheets
def _check_attendance(tables: dict[str, Table], findings: Findings) -> None:
    table = tables.get("考勤")
    if table is None:
        return
    names: dict[str, set[str]] = {}
    for worker in typed(tables.get("工人"), rows.WorkerRow):
        names.setdefault(worker.no, set()).add(worker.name)
    marked: dict[tuple[str, int], int] = {}
    for row in typed(table, rows.AttendanceRow):
        for day, _ in row.marks:
            if (row.no, day) in marked:
                other = marked[row.no, day]
                findings.problem(table.finding(row.row, str(day), "book_day_twice", no=row.no, day=day, other=other))
            marked.setdefault((row.no, day), row.row)
        if row.name and row.no in names and row.name not in names[row.no]:
            listed = " / ".join(sorted(names[row.no]))
            findings.notice(
                table.finding(row.row, "姓名", "book_name_differs", no=row.no, name=row.name, listed=listed)
            )


def _check_pieces(table: Table | None, findings: Findings) -> None:
    for row in typed(table, rows.PieceRow):
        if table is None:
            continue
        if row.weights and len(row.weights) != len(row.nos):
            params = {"weights": len(row.weights), "workers": len(row.nos)}
            findings.problem(table.finding(row.row, "分摊", "book_weights_count", **params))
        if not (row.good_milli or row.rework_milli or row.worker_scrap_milli or row.material_scrap_milli):
            findings.problem(table.finding(row.row, "合格", "book_no_quantity"))


def _check_unique(table: Table | None, titles: tuple[str, ...], findings: Findings) -> None:
    """A key that may stand only once in its sheet."""
    if table is None:
        return
    earlier: dict[tuple[object, ...], int] = {}
    for row in table.rows:
        key = tuple(getattr(row, table.sheet.column(title).field) for title in titles)
        if key in earlier:
            value = " ".join(str(part) for part in key if part)
            finding = table.finding(row.row, titles[0], "book_key_twice", value=shown(value), other=earlier[key])
            findings.problem(finding)
        earlier.setdefault(key, row.row)


# ------------------------------------------------------------------ dates
def _notice_outside_employment(tables: dict[str, Table], findings: Findings) -> None:
    employed: dict[str, list[rows.WorkerRow]] = {}
    for worker in typed(tables.get("工人"), rows.WorkerRow):
        employed.setdefault(worker.no, []).append(worker)
    for name in ("计件", "预支"):
        if (table := tables.get(name)) is None:
            continue
        for row in table.rows:
            day = getattr(row, "day", None)
            for no in _references(row):
                if isinstance(day, date) and no in employed and not any(e.works_on(day) for e in employed[no]):
                    findings.notice(table.finding(row.row, "日期", "book_outside_employment", no=no, day=day))


def _notice_other_months(tables: dict[str, Table], month: str, findings: Findings) -> None:
    for table in tables.values():
        months = Counter(month_of(table, row) for row in table.rows) if table.sheet.dated else Counter()
        for other, count in sorted(months.items()):
            if other != month:
                params = {"count": count, "other": other, "month": month}
                findings.notice(Problem(table.sheet.name, 0, "", "book_other_month", params))


def month_of(table: Table, row: rows.Row) -> str:
    """The month a row of a dated sheet belongs to, "YYYY-MM"."""
    value = getattr(row, table.sheet.dated)
    return f"{value:%Y-%m}" if isinstance(value, date) else str(value)
