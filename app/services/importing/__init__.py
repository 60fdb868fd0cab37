"""Takes a workshop's workbook into the database: one book, one transaction.

The way: ``workbook.read_book`` gives checked rows → ``people`` and ``entries`` turn them into wanted records under ids
of their identity → ``writing`` compares them with what is stored and writes the difference. So the same book twice
writes nothing, and two PCs that take one book meet in the same rows.
"""

from app.services.importing.result import ImportResult, SheetCount, result_json
from app.services.importing.use_case import import_book

__all__ = ["ImportResult", "SheetCount", "import_book", "result_json"]
