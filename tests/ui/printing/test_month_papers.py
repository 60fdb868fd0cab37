"""Attendance, signing, income and output on paper: figures that can be searched for, pages, the heat map's hatching."""

from datetime import date

import pytest

from app.domain.attendance import parse_mark
from app.domain.papers.attendance import AttendanceData, DayHead, PersonMonth
from app.domain.papers.incomes import IncomesData, MonthIncome, WorkerIncome
from app.domain.papers.output import MonthOutput, OutputData
from app.domain.papers.signing import SigningData, SignLine, blank_lines
from app.domain.vocabulary import DayKind
from app.ui.printing.output import page_picture, paper_pdf
from app.ui.printing.papers import paper_of

UNIT = "龙潭彝绣工坊"
DAYS = tuple(
    DayHead(at, date(2026, 10, at).weekday(), DayKind.STATUTORY if at < 4 else DayKind.WORKING) for at in range(1, 32)
)
NAMES = ("阿依莫", "ꀋꑳꃀ", "བཀྲ་ཤིས", "ئايگۈل")


def attendance(people: int, *, outside: int = 0) -> AttendanceData:
    rows = []
    for at in range(people):
        marks = tuple(None if day.number < 4 else parse_mark("7.5+2.5" if day.number == 9 else "√") for day in DAYS)
        inside = tuple(day.number > outside for day in DAYS)
        wanted = tuple(there and day.kind is DayKind.WORKING for there, day in zip(inside, DAYS, strict=True))
        rows.append(PersonMonth(f"{at + 1:02d}", NAMES[at % 4], marks, inside, wanted))
    return AttendanceData(UNIT, "2026-10", DAYS, tuple(rows), "阿依", "2026-10-25")


def test_the_grid_bears_marks_sums_and_a_place_to_sign_and_the_heat_map_follows(text_of, qapp) -> None:
    paper = paper_of(attendance(4))
    grid, picture = text_of(paper_pdf(paper))
    for text in ("考勤表", "2026 年 10 月", "截至 2026-10-25", "本人签名", "阿依莫", "ꀋꑳꃀ", "223.5", "审核", "旷工"):
        assert text in grid
    for text in ("考勤热图", "8 小时以内", "阿依莫", "ꀋꑳꃀ"):
        assert text in picture


@pytest.mark.parametrize(("people", "pages"), [(1, 2), (15, 2), (17, 3), (40, 5), (200, 20)])
def test_any_number_of_people_is_printed(people: int, pages: int, qapp) -> None:
    paper = paper_of(attendance(people))
    assert len(paper.sheets) == pages
    assert {sheet.form.landscape for sheet in paper.sheets} == {True}


def test_days_outside_the_employment_are_hatched_on_paper(qapp) -> None:
    inside, outside = (page_picture(paper_of(attendance(1, outside=days)), 1, 100) for days in (0, 3))
    assert inside != outside


def test_names_stand_on_the_signing_sheet_and_a_blank_one_fits_a_page(text_of, qapp) -> None:
    named = SigningData(UNIT, "2026-10", tuple(SignLine(at, f"{at:02d}", "阿依莫") for at in range(1, 60)))
    pages = text_of(paper_pdf(paper_of(named)))
    assert len(pages) == 3
    assert sum(page.count("阿依莫") for page in pages) == 59
    (blank,) = text_of(paper_pdf(paper_of(SigningData(UNIT, "2026-10", blank_lines()))))
    assert "签名或手印" in blank


def test_incomes_are_a_table_with_sums_and_a_picture_of_the_average(text_of, qapp) -> None:
    months = tuple(
        MonthIncome(f"2026-{at:02d}", 500_000, 450_000, 2, 1) if at != 4 else MonthIncome("2026-04", disputed=2)
        for at in range(1, 13)
    )
    rows = tuple(
        WorkerIncome(at, f"{at:02d}", "阿依莫", tuple(None if one == 3 else 250_000 for one in range(12)))
        for at in (1, 2)
    )
    table, picture = text_of(paper_pdf(paper_of(IncomesData(UNIT, "2026-12-31", months, rows))))
    for text in ("工人各月收入", "27,500.00", "55,000.00", "5,000.00", "总计"):
        assert text in table
    for text in ("各月人均收入", "2,500.00", "2,500", "有争议，未计入"):
        assert text in picture


def test_output_is_on_one_sheet_with_its_sum(text_of, qapp) -> None:
    months = tuple(MonthOutput(f"2026-{at:02d}", at, at * 1_500) for at in range(13))
    (page,) = text_of(paper_pdf(paper_of(OutputData(UNIT, "2026-12-31", months[1:]))))
    for text in ("各月产量", "2026-12", "117", "78", "18"):
        assert text in page
