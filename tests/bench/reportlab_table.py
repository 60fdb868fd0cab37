"""reportlab drawing the ledger's table: `python reportlab_table.py TABLE.json FONT.ttf OUT.pdf`, in an own environment.

The same texts in the same widths and heights on as many pages, the heading on each; its platypus table, as its manual
shows it. Prints CPU seconds from reading the font to the written file.
"""

import json
import sys
import time
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, SimpleDocTemplate, Table, TableStyle

MM = 72 / 2540
data = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
began = time.process_time()
pdfmetrics.registerFont(TTFont("Noto", sys.argv[2]))
size = data["size"] * MM
style = TableStyle(
    [
        ("FONT", (0, 0), (-1, -1), "Noto", size, size * 1.4),
        ("GRID", (0, 0), (-1, -1), 0.4, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("ALIGN", (2, 0), (-1, -1), "RIGHT"),
        *((f"{side}PADDING", (0, 0), (-1, -1), 2) for side in ("LEFT", "RIGHT")),
        *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("TOP", "BOTTOM")),
    ]
)
flow = []
for page in data["pages"]:
    rows = [data["head"], *(row["cells"] for row in page)]
    heights = [1100 * MM, *(row["height"] * MM for row in page)]
    flow += [Table(rows, [width * MM for width in data["widths"]], heights, style=style), PageBreak()]
SimpleDocTemplate(
    sys.argv[3], pagesize=landscape(A4), leftMargin=20, rightMargin=20, topMargin=40, bottomMargin=20
).build(flow)
print(json.dumps({"cpu": time.process_time() - began, "pages": len(data["pages"])}))
