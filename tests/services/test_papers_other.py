"""Papers of no payroll: why each cannot be made, what they hold; and the note of what was printed last."""

from datetime import date

import pytest

from app.domain.papers.signing import BLANK_LINES
from app.domain.refusal import Refusal
from app.domain.vocabulary import Basis, Relation
from app.domain.worker_check import WorkerForm
from app.models.local import Role, User
from app.services import day_edit, incomes, paper_sheets, papers_log, papers_other
from app.services.context import Context
from app.services.papers_other import OtherPaper
from app.services.people_edit import add_worker
from app.services.workshops import create_workshop
from tests.services.locked_runs import lock_slip

MONTH = "2026-10"


@pytest.fixture
def shop(ctx: Context) -> int:
    return create_workshop(ctx, "龙潭彝绣工坊", "513499").workshop_id


@pytest.fixture
def worker(ctx: Context, shop: int) -> int:
    form = WorkerForm("01", "阿依莫", Relation.FULL_TIME, Basis.MONTHLY, 260_000, date(2026, 10, 9))
    return add_worker(ctx, shop, form).row.worker_id


def reasons(ctx: Context, shop: int) -> dict[OtherPaper, str]:
    return {one.kind: one.reason.code if one.reason else "" for one in papers_other.other_papers(ctx, shop, MONTH)}


def test_an_empty_workshop_says_of_each_paper_why_not(ctx: Context, shop: int) -> None:
    assert reasons(ctx, shop) == {
        OtherPaper.ATTENDANCE: "paper_nobody",
        OtherPaper.SIGNING: "paper_nobody",
        OtherPaper.SIGNING_BLANK: "",
        OtherPaper.INCOMES: "paper_no_income",
        OtherPaper.OUTPUT: "paper_no_output",
        OtherPaper.SALES: "paper_no_sales",
        OtherPaper.STOCK: "paper_no_products",
        OtherPaper.LABELS: "paper_no_products",
        OtherPaper.RECOVERY: "paper_made_elsewhere",
        OtherPaper.TRIAL: "",
    }


@pytest.mark.parametrize("make", [papers_other.attendance, papers_other.signing, papers_other.output])
def test_what_cannot_be_made_is_refused_as_it_was_said(ctx: Context, shop: int, make) -> None:
    with pytest.raises(Refusal) as refused:
        make(ctx, shop, MONTH)
    assert refused.value.code in {"paper_nobody", "paper_no_output"}


def test_the_attendance_sheet_has_a_mark_a_day_and_its_sums(ctx: Context, shop: int, worker: int) -> None:
    for day, mark in ((12, "√"), (13, "8+2.5"), (14, "假"), (15, "旷"), (16, "半")):
        day_edit.set_mark(ctx, shop, date(2026, 10, day), worker, mark)
    data = papers_other.attendance(ctx, shop, MONTH)
    (row,) = data.rows
    sums = data.sums(row)
    assert (len(data.days), row.inside.index(True)) == (31, 8)
    assert (sums.present, sums.normal_minutes, sums.extra_minutes, sums.leave, sums.absent) == (3, 1_200, 150, 1, 1)
    assert paper_sheets.attendance_sheet(data).startswith(b"PK")
    assert reasons(ctx, shop)[OtherPaper.ATTENDANCE] == ""


def test_who_is_employed_on_any_day_signs_and_a_blank_sheet_has_lines(ctx: Context, shop: int, worker: int) -> None:
    assert worker
    assert [(row.place, row.no, row.name) for row in papers_other.signing(ctx, shop, MONTH).rows] == [
        (1, "01", "阿依莫")
    ]
    blank = papers_other.blank_signing(ctx, shop, MONTH)
    assert [row.place for row in blank.rows] == list(range(1, BLANK_LINES + 1))
    assert {row.name for row in blank.rows} == {""}


def test_incomes_are_offered_once_a_month_is_locked(ctx: Context, shop: int, worker: int) -> None:
    lock_slip(ctx, shop, worker, MONTH)
    assert reasons(ctx, shop)[OtherPaper.INCOMES] == ""
    data = incomes.incomes(ctx, shop, MONTH)
    assert (data.months[-1].average_fen, data.rows[0].total_fen) == (260_000, 260_000)
    assert paper_sheets.incomes_sheet(data).startswith(b"PK")


def test_what_was_printed_last_is_kept_for_each_workshop(ctx: Context, shop: int) -> None:
    assert papers_log.last_printed(ctx, shop) is None
    papers_log.note_printed(ctx, shop, "工资条", "2026-09")
    noted = papers_log.note_printed(ctx, shop, "考勤表", MONTH)
    assert papers_log.last_printed(ctx, shop) == noted
    assert (noted.title, noted.by) == ("考勤表", ctx.user)
    assert papers_log.last_printed(ctx, shop + 1) is None


def test_a_viewer_prints_and_leaves_no_note(ctx: Context, shop: int) -> None:
    with ctx.database.write(ctx.user, "test") as session:
        session.merge(Role(name="viewer"))
        session.flush()
        session.add(User(id=99, name="看的人", role="viewer"))
    viewer = Context(ctx.database, "看的人", now=ctx.now)
    assert papers_log.note_printed(viewer, shop, "考勤表", MONTH).by == "看的人"
    assert papers_log.last_printed(ctx, shop) is None
