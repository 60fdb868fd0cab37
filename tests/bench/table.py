"""What the bench prints and keeps: each figure beside a limit or a peer measured in the same run."""

import json
import os
import platform
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One line: a measured value, what it stands beside, and the ratio aimed at (None: told, not judged).

    ``ratio`` = value ÷ reference. ``most`` is the greatest ratio that is right, ``least`` the smallest.
    """

    part: str
    name: str
    value: float
    unit: str
    beside: str
    reference: float
    most: float | None = None
    least: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        return self.value / self.reference if self.reference else float("nan")

    @property
    def verdict(self) -> str:
        """``ok``, ``OVER`` or ``UNDER`` its aim, or nothing where there is none."""
        if self.most is None and self.least is None:
            return ""
        if self.most is not None and not self.ratio <= self.most:
            return "OVER"
        if self.least is not None and not self.ratio >= self.least:
            return "UNDER"
        return "ok"

    def cells(self) -> tuple[str, ...]:
        """The texts of its columns."""
        aim = f"≤ {self.most:g}" if self.most is not None else f"≥ {self.least:g}" if self.least is not None else ""
        return (
            self.part,
            self.name,
            f"{short(self.value)} {self.unit}",
            f"{self.beside}: {short(self.reference)} {self.unit}",
            f"{self.ratio:.2f}",
            aim,
            self.verdict,
            self.note,
        )


_HEADS = ("part", "figure", "measured", "beside", "ratio", "aim", "", "note")


def short(number: float) -> str:
    """A number with three or four significant digits and thousands marks."""
    if number == int(number) or abs(number) >= 1000:
        return f"{number:,.0f}"
    return f"{number:.3g}"


def width(text: str) -> int:
    """Columns a text takes in a terminal: Chinese letters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def table(figures: list[Figure]) -> str:
    """All figures as one text table."""
    rows = [_HEADS, *(figure.cells() for figure in figures)]
    widths = [max(width(row[n]) for row in rows) for n in range(len(_HEADS))]
    lines = ["  ".join(cell + " " * (w - width(cell)) for cell, w in zip(row, widths, strict=True)) for row in rows]
    lines.insert(1, "  ".join("-" * w for w in widths))
    return "\n".join(line.rstrip() for line in lines)


def write_json(figures: list[Figure], left_out: list[str], path: Path) -> None:
    """Keep the run for later comparison: figures, what was left out and why, and the machine."""
    machine = {"system": platform.platform(), "python": platform.python_version(), "cores": os.cpu_count()}
    kept = {
        "machine": machine | {"load": os.getloadavg()},
        "figures": [asdict(figure) | {"ratio": figure.ratio, "verdict": figure.verdict} for figure in figures],
        "left_out": left_out,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
