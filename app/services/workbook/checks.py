"""What no single cell can tell: references, duplicates, ages, pay terms, team weights, months (RULES 4, 5, 8)."""

from datetime import date
from typing import NamedTuple

from app.domain import identity_number
from app.domain.bounds import MOST_RATE_FEN, most_yuan
from app.domain.calendar import month_ends
from app.domain.messages.text import listing
from app.domain.money import decimal_text
from app.domain.rulepack import WorkingAge, figures_on
from app.domain.vocabulary import Basis, Relation
from app.domain.worker_check import retires_on
from app.services.workbook import rows
from app.services.workbook.cells import shown
from app.services.workbook.dates import check_dates
from app.services.workbook.findings import Findings
from app.services.workbook.known import Known, typed
from app.services.workbook.referred import check_references
from app.services.workbook.tables import Table

_DATES = ("入职日期", "离职日期")
_OPENINGS = (
    *("opening_income_fen", "opening_social_fen", "opening_additional_fen", "opening_withheld_fen"),
    *("opening_advance_fen", "opening_damage_fen"),
)


def check_book(tables: dict[str, Table], month: str, known: Known, findings: Findings) -> None:
    """All checks across cells, rows and sheets; every finding lands in ``findings``."""
    _check_workers(tables.get("工人"), month, known, findings)
    _check_attendance(tables, findings)
    _check_pieces(tables.get("计件"), findings)
    _check_prices(tables, findings)
    _check_unique(tables.get("单价"), ("产品", "工序", "等级", "生效日期"), findings)
    _check_unique(tables.get("产品"), ("货号",), findings)
    _check_unique(tables.get("节假日"), ("日期",), findings)
    check_references(tables, known, findings)
    check_dates(tables, month, known, findings)


# ------------------------------------------------------------------ workers
def _check_workers(table: Table | None, month: str, known: Known, findings: Findings) -> None:
    if table is None:
        return
    ages, _ = figures_on(known.packs, "working_age", month_ends(month)[1], WorkingAge)
    workers = typed(table, rows.WorkerRow)
    numbered, carded = _jobs(table, "no", findings), _jobs(table, "id_number", findings)
    for worker in workers:
        _check_employment(table, worker, findings)
        _check_terms(table, worker, findings)
        _check_identity(table, worker, findings)
        if worker.id_number:
            _check_age(table, worker, month, ages, findings)
        _check_opening(table, worker, month, findings)
    _check_twice(table, numbered, "编号", "book_no_twice", findings)
    masked = [job._replace(shown=identity_number.masked(job.value)) for job in carded]
    _check_twice(table, masked, "身份证号", "book_id_number_twice", findings)
    _check_cards_known(table, [worker for worker in workers if worker.id_number], month, known, findings)


def _check_employment(table: Table, worker: rows.WorkerRow, findings: Findings) -> None:
    if worker.left is not None and worker.left < worker.hired:
        finding = table.finding(worker.row, "离职日期", "book_left_before_hired", hired=worker.hired, left=worker.left)
        findings.problem(finding)
    if worker.mentor_no and worker.mentor_no == worker.no:
        findings.problem(table.finding(worker.row, "师傅编号", "book_own_mentor", no=worker.no))


def _check_terms(table: Table, worker: rows.WorkerRow, findings: Findings) -> None:
    relation, basis = worker.relation, worker.basis
    if worker.basis is not Basis.PIECE and not worker.rate_fen:
        findings.problem(table.finding(worker.row, "标准", "book_rate_missing", basis=basis))
    if worker.basis is Basis.PIECE and worker.rate_fen:
        findings.notice(table.finding(worker.row, "标准", "book_rate_unused", basis=basis))
    most = MOST_RATE_FEN.get(worker.basis, MOST_RATE_FEN[Basis.MONTHLY])
    if (worker.rate_fen or 0) > most:
        findings.problem(table.finding(worker.row, "标准", "book_rate_absurd", basis=basis, most=most_yuan(most)))
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


class _Job(NamedTuple):
    """Whom a row of 工人 lists, for how long; ``value`` is the 编号 or ID number, ``shown`` as messages name it."""

    row: int
    value: str
    hired: date
    left: date | None
    shown: str


def _jobs(table: Table, name: str, findings: Findings) -> list[_Job]:
    """The rows that have the field and readable dates, also those that another cell keeps from being taken."""
    undated = {one.row for one in findings.problems if one.sheet == table.sheet.name and one.column in _DATES}
    return [
        _Job(row, values[name], values["hired"], values.get("left"), values[name])
        for row, values in sorted(table.values.items())
        if values.get(name) and values.get("hired") and row not in undated
    ]


def _check_twice(table: Table, jobs: list[_Job], title: str, kind: str, findings: Findings) -> None:
    """The same 编号 or ID number twice: only for employments that follow each other (left, hired again later)."""
    earlier: dict[str, list[_Job]] = {}
    for job in jobs:
        for other in earlier.get(job.value, ()):
            first, second = sorted((other, job), key=lambda one: one.hired)
            if first.left is None or first.left >= second.hired:
                findings.problem(table.finding(job.row, title, kind, value=job.shown, other=other.row))
                break
        earlier.setdefault(job.value, []).append(job)


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


def _check_prices(tables: dict[str, Table], findings: Findings) -> None:
    """A price of 0 is taken: it may be meant so. It is told with the book's pieces that pay nothing by it."""
    table = tables.get("单价")
    free = [row for row in typed(table, rows.PriceRow) if not row.price_e4]
    if table is None or not free:
        return
    begins: dict[tuple[str, str, str], list[date]] = {}
    for row in typed(table, rows.PriceRow):
        begins.setdefault((row.product, row.process, row.grade), []).append(row.valid_from)
    for row in free:
        key = (row.product, row.process, row.grade)
        until = min((day for day in begins[key] if day > row.valid_from), default=date.max)
        made: dict[str, int] = {}
        for piece in typed(tables.get("计件"), rows.PieceRow):
            payable = piece.good_milli + piece.material_scrap_milli
            if (piece.product, piece.process, piece.grade) == key and row.valid_from <= piece.day < until and payable:
                nos = ",".join(piece.nos)
                made[nos] = made.get(nos, 0) + payable
        item, since = "·".join(part for part in key if part), row.valid_from.isoformat()
        told = listing(f"{nos} {decimal_text(milli, 3)}" for nos, milli in made.items())
        kind = "book_price_zero_used" if made else "book_price_zero"
        findings.notice(
            table.finding(row.row, "单价", kind, item=item, since=since, **({"pieces": told} if made else {}))
        )


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
