"""Settlement sheets: only contract work, long ones in parts, sums once."""

from dataclasses import replace

import pytest

from app.domain.papers.settlement import LINES_A_ROW, Work, settlement_of, sum_settlement
from app.domain.payroll_draft import Line, LineCode, Unit
from app.domain.refusal import Refusal
from app.domain.vocabulary import Relation
from tests.paper_sources import paid, slip, source


def test_wages_have_no_settlement_sheet() -> None:
    with pytest.raises(Refusal) as refused:
        settlement_of(source(3))
    assert refused.value.code == "settlement_empty"


def test_home_work_and_services_have_a_sheet_each() -> None:
    mixed = replace(
        source(),
        slips=tuple(paid(slip(at, 2, relation)) for at, relation in enumerate(Relation, 1)),
    )
    assert [(relation, len(rows)) for relation, rows in settlement_of(mixed).sheets] == [
        (Relation.HOME, 1),
        (Relation.SERVICES, 1),
    ]


@pytest.mark.parametrize(("lines", "parts"), [(0, 1), (1, 1), (LINES_A_ROW, 1), (LINES_A_ROW + 1, 2), (40, 4)])
def test_many_lines_go_into_parts_and_none_is_lost(lines: int, parts: int) -> None:
    ((_, rows),) = settlement_of(source(1, lines, Relation.HOME)).sheets
    assert len(rows) == parts
    assert sum(len(row.works) for row in rows) == lines
    assert [row.is_last for row in rows] == [False] * (parts - 1) + [True]


def test_a_share_of_team_work_is_told_in_a_line_of_its_own() -> None:
    formula = "57×1.20=68.40,按1:1:2分得17.10"
    share = Line(LineCode.TEAM_PIECE, "集体计件", 57_000, Unit.PIECE, 12_000, 10_000, 1_710, formula)
    worker = replace(slip(1, 1, Relation.HOME), lines=(share,) * (LINES_A_ROW // 2 + 1))
    ((_, rows),) = settlement_of(replace(source(), slips=(paid(worker),))).sheets
    assert [len(row.works) for row in rows] == [LINES_A_ROW // 2, 1]
    assert rows[0].works[0] == Work("集体计件", "", "", 1_710, "57×1.20=68.40,按1:1:2分得")


def test_sums_are_the_slips() -> None:
    given = source(7, 20, Relation.HOME)
    ((_, rows),) = settlement_of(given).sheets
    whole = sum_settlement(rows)
    slips = [one.slip for one in given.slips]
    assert whole.workers == 7
    works = sum(work.amount_fen for row in rows for work in row.works)
    assert works == whole.gross_fen == sum(one.gross_fen for one in slips)
    assert whole.gross_fen - whole.tax_fen - whole.other_fen == whole.net_fen == sum(one.net_fen for one in slips)
