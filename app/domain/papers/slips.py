"""Wage slips (工资条): each worker's own, with every line (RULES 7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.papers.source import Source


@dataclass(frozen=True, slots=True)
class SlipsData:
    """The slips of a run. ``codes`` are words and code of each worker's QR (by worker id; none on a draft)."""

    source: Source
    formulas: bool = False
    codes: Mapping[int, tuple[str, str]] = field(default_factory=dict)
