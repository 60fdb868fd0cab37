"""The empty workbook the program offers: FORMAT's sheets and headings, drop-down lists, and a page explaining them."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.workbook import cells
from app.services.workbook.grids import letters
from app.services.workbook.sheets import DAY_COLUMNS, LEGEND_SHEET, SHEETS, Column, Need, Sheet
from app.services.writing import write_whole

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LAST_ROW = 2000  # as far as formats and drop-down lists reach
_LEGEND = (
    ("考勤符号", "Attendance marks"),
    ("√", "全天正常出勤 8 小时 · a full normal day of 8 h"),
    ("半", "出勤半天 4 小时，另半天无薪 · half a day, 4 h worked and half a day unpaid"),
    ("6.5", "正常工时（最多 8）· that many normal hours, at most 8"),
    ("8+2", "正常工时 + 加班小时 · normal + overtime hours"),
    ("加8", "休息日或法定节假日上班的小时；工作日则为加班 · hours on a day off or a statutory holiday"),
    ("休", "休息 · day off"),
    ("调", "调休 · day off in exchange for a worked rest day"),
    ("假", "事假，无薪 · unpaid leave"),
    ("旷", "旷工 · absent"),
    ("病", "病假 · sick leave"),
    ("带薪", "带薪假 · paid leave"),
    ("伤", "工伤，有薪 · work injury, paid"),
    ("（空）", "没有填写，不等于旷工 · not filled in, which is never the same as absent"),
    ("", ""),
    ("填写说明", "How to fill it in"),
    ("编号", "文本，“01”和“1”不同 · text: 01 and 1 differ"),
    ("日期", "日期，或 2026-10-08、2026/10/08、2026.10.08 · a date, or text like these"),
    ("计件·编号", "几人合做写成 03,07,12 · several workers make a team entry"),
    ("计件·分摊", "合做的比例 7.5:6:4.25，空着就是平分 · their weights; empty = equal"),
    ("计件·时段", "空着就是正常 · empty = 正常"),
    ("身份证号、银行账号", "必须是文本格式，否则末位数字会丢失 · must be text, or digits are lost"),
    ("扣除方式", "空着按月 5000 元；“一次六万”为上年收入不超过六万元者 · empty = month by month"),
)


def write_template(path: Path) -> None:
    """Write the empty workbook to ``path``, whole or not at all; it reads back without a problem.

    Refuses ``disk_full`` and what else the disk refuses.
    """
    from openpyxl import Workbook  # noqa: PLC0415  0.1 to 0.2 s at start-up, against once where it is wanted

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in SHEETS:
        _sheet(book, sheet)
    legend = book.create_sheet(LEGEND_SHEET)
    for row in _LEGEND:
        legend.append(row)
    legend.column_dimensions["A"].width = 22
    legend.column_dimensions["B"].width = 90
    content = BytesIO()
    book.save(content)
    write_whole(path, content.getvalue())


def _sheet(book: "Workbook", sheet: Sheet) -> None:
    page = book.create_sheet(sheet.name)
    if sheet.upright:
        page.column_dimensions["A"].width = 20
        page.column_dimensions["B"].width = 30
        for row, column in enumerate(sheet.columns, 1):
            page.cell(row, 1, column.title)
            _format(page, column, f"B{row}:B{row}")
        return
    days = tuple(Column(str(day), "marks", cells.mark, as_text=True, width=6) for day in range(1, DAY_COLUMNS + 1))
    columns = sheet.columns + (days if sheet.days else ())
    page.append([int(column.title) if column.title.isdecimal() else column.title for column in columns])
    page.freeze_panes = "A2"
    for index, column in enumerate(columns):
        letter = letters(index)
        _heading(page, f"{letter}1", column)
        page.column_dimensions[letter].width = column.width
        page.column_dimensions[letter].number_format = _number_format(column)
        _format(page, column, f"{letter}2:{letter}{LAST_ROW}")


def _heading(page: "Worksheet", cell: str, column: Column) -> None:
    from openpyxl.styles import Font, PatternFill  # noqa: PLC0415  see write_template

    page[cell].font = Font(bold=True, color="B3372B" if column.need is Need.CELL else "1F2328")
    page[cell].fill = PatternFill("solid", start_color="E8EEF7")


def _number_format(column: Column) -> str:
    if column.as_text:
        return "@"
    return "yyyy-mm-dd" if column.parse is cells.day else "General"


def _format(page: "Worksheet", column: Column, area: str) -> None:
    """The number format of a property's cell, and the drop-down list of a column that has choices."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415  see write_template

    first, last = area.split(":")
    if first == last:
        page[first].number_format = _number_format(column)
    if column.choices:
        offered = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
        offered.showErrorMessage = not column.expected  # other values of an open list are allowed
        page.add_data_validation(offered)
        offered.add(area)
