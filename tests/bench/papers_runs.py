"""A process that locks the bench's month and prints its ledger and slips, and then one JSON line: CPU seconds, pages.

It writes the same ledger as plain texts for reportlab: `python -m tests.bench.papers_runs DATA TABLE.json`.
"""

import json
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.models.opening import open_database
from app.services import papers, payroll_life
from app.services.context import Context
from app.ui.printing.ledger_paper import ledger_table
from app.ui.printing.output import paper_pdf
from app.ui.printing.papers import paper_of, slips_pdf
from app.ui.printing.table import cell_lines, lay_out
from app.ui.start import application_of
from tests.bench.workshop import MONTH, PASSWORD, USER, WORKSHOP

_MADE = TypeVar("_MADE")
_PAGE = re.compile(rb"/Type /Page\b(?!s)")


def timed(work: Callable[[], _MADE]) -> tuple[_MADE, float]:
    """What some work makes, and the CPU seconds it took."""
    began = time.process_time()
    made = work()
    return made, time.process_time() - began


def main(folder: Path, table: Path) -> int:
    """Lock, print and tell; 0."""
    application = application_of()
    database, _ = open_database(folder, USER, PASSWORD)
    ctx, wanted = Context(database, USER), papers.Wanted(MONTH)
    run, locking = timed(lambda: payroll_life.lock(ctx, WORKSHOP, MONTH))
    data, reading = timed(lambda: papers.ledger(ctx, WORKSHOP, wanted))
    ledger, drawing = timed(lambda: paper_pdf(paper_of(data)))
    slips, slips_cpu = timed(lambda: slips_pdf(papers.slips(ctx, WORKSHOP, wanted)))
    table.write_text(json.dumps(_texts(data), ensure_ascii=False), encoding="utf-8")
    database.close()
    found = {"workers": run.workers, "lock": locking, "slips": slips_cpu}
    found |= {"ledger": reading + drawing, "ledger_drawn": drawing}
    pages = {"ledger_pages": len(_PAGE.findall(ledger)), "slips_pages": len(_PAGE.findall(slips))}
    print(json.dumps(found | pages | {"ledger_kib": len(ledger) / 1024, "slips_kib": len(slips) / 1024}))
    application.quit()
    return 0


def _texts(data: Any) -> dict[str, Any]:
    """The ledger's table as it is set: widths and heights in 1/100 mm, the texts of each cell."""
    layout = lay_out(ledger_table(data))
    return {
        "size": layout.size,
        "widths": [column.width for column in layout.columns],
        "head": ["\n".join(column.titles) for column in layout.columns],
        "pages": [
            [
                {
                    "height": height,
                    "cells": ["\n".join(cell_lines(layout, column, row)) for column in layout.columns],
                }
                for row, height in zip(page.rows, page.heights, strict=True)
            ]
            for page in layout.pages
        ],
    }


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
