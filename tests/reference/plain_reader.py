"""Reads a workbook file for the slow reference, straight by openpyxl; shares no code with ``app/``."""

import openpyxl


def read_book(path):
    """Every sheet as rows by heading, cells as the file has them; 工坊 as one row."""
    book = {}
    for sheet in openpyxl.load_workbook(path).worksheets:
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        if sheet.title == "工坊":
            book[sheet.title] = [{name: value for name, value, *_ in rows}]
        else:
            book[sheet.title] = [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]
    return book
