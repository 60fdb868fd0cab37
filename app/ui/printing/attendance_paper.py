"""The attendance of a month on lying A4: a grid of marks with a place to sign, and the month as a heat map."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.domain.money import decimal_text, half_up
from app.domain.month_marks import MarkSums, total
from app.domain.papers.attendance import AttendanceData, PersonMonth, cell_text, letter
from app.domain.vocabulary import DayKind, MarkKind
from app.ui.printing.ledger_paper import month_words
from app.ui.printing.sheet import LANDSCAPE, Paper, Place, Sheet
from app.ui.printing.strokes import SMALL, Align, text_in
from app.ui.printing.table import FOOT, Column, Footing, Heading, Table, chunks
from app.ui.printing.table_paint import begin_page, paint_footing, paint_heading, table_sheets
from app.ui.theme.tokens import LIGHT
from app.ui.widgets.heat_paint import (
    USUAL_WIDTH,
    Ground,
    Hand,
    HeatCell,
    HeatDay,
    HeatPicture,
    HeatRow,
    paint_heat_map,
    paper_shades,
    plan,
)

TITLE = "考勤表"
_ROWS_OF_PICTURE = 32
_TOP = 1_600
_SCALE_WORDS = ("没有工时", "4 小时以内", "8 小时以内", "10 小时以内", "10 小时以上")
_MARKS = (
    "√ 全天　半 半天　6.5 小时数　8+2 加班 2 小时　加8 假日上班　休 休息　调 调休　假 事假　旷 旷工　病 病假　"
    "带薪 带薪假　伤 工伤"
)
_PICTURE_NOTE = "颜色越深工时越长；斜线是不在职的日子，· 是还没有填的工作日。"
_SIDES = {
    Qt.AlignmentFlag.AlignLeft: Align.LEFT,
    Qt.AlignmentFlag.AlignRight: Align.RIGHT,
    Qt.AlignmentFlag.AlignHCenter: Align.CENTRE,
}


def attendance_paper(data: AttendanceData) -> Paper:
    """The grid to be signed first, the picture behind it."""
    parts = chunks(data.rows, _ROWS_OF_PICTURE)
    pictures = tuple(Sheet(LANDSCAPE, partial(_paint_picture, data, part)) for part in parts)
    sheets = (*table_sheets(attendance_table(data)), *pictures)
    return Paper(TITLE, data.month, data.unit, f"gongfang-attendance-{data.month}", sheets)


def attendance_table(data: AttendanceData) -> Table[PersonMonth]:
    """A row a worker, a column a day, sums, and a cell for a signature or a thumb."""
    not_filled = total(map(data.sums, data.rows)).not_filled
    lacking = f"到打印时还有 {not_filled} 格没有填，未填不算缺勤。" if not_filled else ""
    return Table(
        heading=_heading(data, TITLE),
        rows=data.rows,
        columns=lambda _: _columns(data),
        footing=Footing(
            (f"制表：{data.prepared_by}", "审核：", "负责人：", "日期：　　　　年　　月　　日"),
            ((_MARKS, ""), ("签名或按手印即确认本月考勤无误；手印只按在纸上。", lacking)),
        ),
        summed=lambda rows: total(map(data.sums, rows)),
        covered=2 + len(data.days),
        plans=((1, 230), (1, 210), (1, 190), (1, 170)),
        least_row=900,
    )


def _heading(data: AttendanceData, title: str) -> Heading:
    until = f"截至 {data.until}" if data.until else ""
    return Heading(f"{title}（{month_words(data.month)}）", f"单位：{data.unit}", until)


def _columns(data: AttendanceData) -> list[Column]:
    days = [
        Column((str(day.number), day.word), partial(_mark, at), align=Align.CENTRE, least=610)
        for at, day in enumerate(data.days)
    ]
    return [
        Column(("编号",), lambda r: (r.no,), align=Align.CENTRE, least=700),
        Column(("姓名",), lambda r: (r.name,), least=1_500, spare=300, wraps=True),
        *days,
        *(_sum(data, title, at) for at, title in enumerate(("出勤天", "工时", "加班", "请假天", "旷工天"))),
        Column(("本人签名",), lambda _: ("",), align=Align.CENTRE, least=2_300, spare=600),
    ]


def _mark(at: int, row: PersonMonth) -> tuple[str, ...]:
    """A mark; overtime stands below the hours, so that all days are about as wide."""
    hours, plus, extra = cell_text(row.marks[at]).partition("+")
    return (hours, f"{plus}{extra}") if plus else (hours,)


def _sum(data: AttendanceData, title: str, at: int) -> Column:
    def of(sums: MarkSums) -> tuple[str, ...]:
        return (_sum_texts(sums)[at],)

    return Column((title,), lambda row: of(data.sums(row)), of, align=Align.RIGHT, least=760)


def _sum_texts(sums: MarkSums) -> tuple[str, ...]:
    counts = (sums.leave, sums.absent)
    shown = (f"{count}" if count else "–" for count in counts)
    return (f"{sums.present}" if sums.present else "–", _hours(sums.normal_minutes), _hours(sums.extra_minutes), *shown)


def _hours(minutes: int) -> str:
    return decimal_text(half_up(minutes * 100, 60), 2) if minutes else "–"


# ---------------------------------------------------------------- the picture


def _paint_picture(data: AttendanceData, part: Sequence[PersonMonth], painter: QPainter, place: Place) -> None:
    form = LANDSCAPE
    begin_page(painter, form, is_draft=False)
    paint_heading(painter, form, _heading(data, "考勤热图"))
    scale = form.room / USUAL_WIDTH
    room = form.page_height - form.top - _TOP - form.bottom - FOOT
    picture = picture_of(data, part)
    painter.save()
    painter.translate(form.left, form.top + _TOP)
    painter.scale(scale, scale)
    hand = Hand(partial(_write, scale), _SCALE_WORDS, ruled=True)
    where = plan(picture, USUAL_WIDTH, room / scale)
    paint_heat_map(painter, picture, where, paper_shades(LIGHT), hand=hand)
    painter.restore()
    paint_footing(painter, form, Footing((), ((_PICTURE_NOTE, ""),)), place)


def picture_of(data: AttendanceData, part: Sequence[PersonMonth]) -> HeatPicture:
    """The squares of some workers."""
    days = tuple(HeatDay(str(day.number), day.word) for day in data.days)
    return HeatPicture(days, tuple(_line(data, row) for row in part))


def _line(data: AttendanceData, row: PersonMonth) -> HeatRow:
    cells = []
    for mark, day, there, wanted in zip(row.marks, data.days, row.inside, row.wanted, strict=True):
        ground = Ground.OUTSIDE if not there else Ground.PLAIN if day.kind is DayKind.WORKING else Ground.REST
        minutes = mark.normal_minutes + mark.extra_minutes if mark is not None and there else 0
        text = "·" if mark is None and wanted else letter(mark)
        cells.append(HeatCell(minutes, text, ground, mark is not None and mark.kind is MarkKind.ABSENT))
    return HeatRow(f"{row.no} {row.name}", tuple(cells))


def _write(scale: float, painter: QPainter, box: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
    """One line by the paper's own type, in the colour of the painter's pen."""
    painter.save()
    painter.scale(1 / scale, 1 / scale)
    place = QRectF(box.left() * scale, box.top() * scale, box.width() * scale, box.height() * scale)
    text_in(painter, place.adjusted(-60, 0, 60, 0), text, SMALL, _SIDES[align])
    painter.restore()
