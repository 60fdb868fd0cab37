"""Made-up books as real files: their rows typed into a workbook the ways different people type them."""

from datetime import date

from tests.books import Book

_TEXT = ("编号", "姓名", "身份证号", "手机", "银行账号", "分摊", "产品", "工序", "等级", "项目", "月份", "备注", "名称")
_DATES = (date.isoformat, "{:%Y/%m/%d}".format, "{0.year}.{0.month}.{0.day}".format, lambda day: day, lambda day: day)


def typed(rng, title, value):
    """A cell's value: dates as date cells or text, figures as numbers or text."""
    if isinstance(value, date):
        return rng.choice(_DATES)(value)
    if title in _TEXT or not isinstance(value, str) or not value.replace(".", "", 1).isdecimal():
        return value
    return rng.choice((value, float(value), float(value)))


def save_book(rng, rows, month, path):
    """Write ``rows`` (``{sheet: [row]}``) as the workbook of a month; answers its path."""
    book = Book(month, empty=True)
    (shop,) = rows["工坊"]
    book.sheets["工坊"] = [[title, typed(rng, title, value)] for title, value in shop.items() if value != ""]
    for sheet in ("工人", "考勤", "单价", "计件", "增减", "预支", "节假日"):
        for row in rows[sheet]:
            cells = {f"d{title}" if title.isdecimal() else title: value for title, value in row.items()}
            book.add(sheet, **{title: typed(rng, title, value) for title, value in cells.items()})
    return book.save(path)
