"""Where wage slips stand: eight to an A4 sheet, each in one cell, or in several where its lines need them (RULES 7).

A slip of several cells begins at the left and keeps its cells together, so that it is cut out in one piece; no line of
it is ever lost. Units are 1/100 mm.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.money import yuan
from app.domain.papers.slips import SlipsData
from app.domain.papers.source import PaidSlip, measure_text
from app.domain.payroll_draft import Line
from app.ui.printing.sheet import Form
from app.ui.printing.strokes import PAD
from app.ui.printing.typesetting import break_lines, width

FORM = Form(21_000, 29_700, left=0, right=0, top=0, bottom=0)
ACROSS, DOWN = 2, 4
CELL_WIDTH, CELL_HEIGHT = FORM.page_width // ACROSS, FORM.page_height // DOWN
MARGIN = 500
WIDE, HIGH = CELL_WIDTH - 2 * MARGIN, CELL_HEIGHT - 2 * MARGIN
HEAD = 1_260
SUMS = 1_230
NOTE = 280
SIDE = 2_300
GAP = 150
AMOUNT, MEASURE = 1_500, 2_200
APART = 110
TINY = 210


@dataclass(frozen=True)
class Type:
    """Sizes of a slip's lines and of its formulas, and how far apart they stand."""

    size: int
    tiny: int
    step: int
    tiny_step: int


PLAIN = Type(270, 210, 342, 256)
COMPACT = Type(240, 195, 292, 228)


@dataclass(frozen=True)
class Block:
    """One line of a slip as it is set: label and formula broken into lines.

    ``measure`` stands beside the label: what the amount comes from in short, or a formula that has room there.
    """

    type: Type
    labels: tuple[str, ...]
    measure: str
    amount: str
    formulas: tuple[str, ...]
    begins_deductions: bool

    @property
    def height(self) -> int:
        """Its share of the cell's height."""
        apart = APART if self.begins_deductions else 0
        return apart + len(self.labels) * self.type.step + len(self.formulas) * self.type.tiny_step


@dataclass(frozen=True)
class Cell:
    """A cell: part ``part`` of ``parts`` of a slip; the last one bears sums, signature and code."""

    paid: PaidSlip
    blocks: tuple[Block, ...]
    part: int
    parts: int

    @property
    def is_last(self) -> bool:
        """Whether sums, signature and code stand in it."""
        return self.part == self.parts


@dataclass(frozen=True)
class SlipSheet:
    """One sheet: its cells by place (row, column)."""

    cells: tuple[tuple[int, int, Cell], ...]


def lay_out_slips(data: SlipsData) -> tuple[SlipSheet, ...]:
    """All slips in their order on as many sheets as they need."""
    sheets: list[list[tuple[int, int, Cell]]] = [[]]
    at = 0
    for paid in data.source.slips:
        cells = _cells(paid, formulas=data.formulas)
        if len(cells) > 1 and at % ACROSS:
            at += 1
        if at + len(cells) > ACROSS * DOWN and (at == ACROSS * DOWN or len(cells) <= ACROSS * DOWN):
            sheets.append([])
            at = 0
        for cell in cells:
            if at == ACROSS * DOWN:
                sheets.append([])
                at = 0
            sheets[-1].append((*divmod(at, ACROSS), cell))
            at += 1
    return tuple(SlipSheet(tuple(cells)) for cells in sheets if cells)


def _cells(paid: PaidSlip, *, formulas: bool) -> tuple[Cell, ...]:
    """A slip's cells: all lines beside sums and code if they fit there, else in as many wide cells as come before."""
    room = HIGH - HEAD - SUMS - (NOTE if carried_text(paid) else 0)
    rest: tuple[Block, ...] = ()
    for kind in (PLAIN, COMPACT):
        rest = _blocks(paid, WIDE - SIDE - GAP, kind, formulas=formulas)
        if sum(block.height for block in rest) <= room:
            return (Cell(paid, rest, 1, 1),)
    parts: list[tuple[Block, ...]] = []
    wide = _blocks(paid, WIDE, COMPACT, formulas=formulas)
    while sum(block.height for block in rest) > room:
        taken = min(_filling(wide, HIGH - HEAD - NOTE), max(len(wide) - len(paid.slip.deductions), 1))
        parts.append(wide[:taken])
        wide, rest = wide[taken:], rest[taken:]
    parts.append(rest)
    return tuple(Cell(paid, blocks, number, len(parts)) for number, blocks in enumerate(parts, 1))


def _filling(blocks: Sequence[Block], room: int) -> int:
    """How many blocks fit ``room``; at least one."""
    used = 0
    for count, block in enumerate(blocks):
        used += block.height
        if used > room and count:
            return count
    return len(blocks)


def _blocks(paid: PaidSlip, wide: int, kind: Type, *, formulas: bool) -> tuple[Block, ...]:
    slip = paid.slip
    room = wide - AMOUNT - 60
    earned = tuple(_block(line, room, kind, formulas=formulas, begins=False) for line in slip.lines)
    return earned + tuple(
        _block(line, room, kind, formulas=formulas, begins=not at) for at, line in enumerate(slip.deductions)
    )


def _block(line: Line, room: int, kind: Type, *, formulas: bool, begins: bool) -> Block:
    amount = yuan(line.amount_fen, grouped=True)
    beside = line.formula if formulas else measure_text(line)
    needed = width(beside, kind.tiny) + 2 * PAD + 60 if beside else 0
    if needed <= MEASURE or needed + width(line.label, kind.size) <= room:
        return Block(kind, break_lines(line.label, room - max(needed, 0), kind.size), beside, amount, (), begins)
    below = break_lines(beside, room, kind.tiny)
    return Block(kind, break_lines(line.label, room, kind.size), "", amount, below, begins)


def carried_text(paid: PaidSlip) -> str:
    """What is carried to the coming month, in words; nothing where nothing is."""
    slip = paid.slip
    carried = (("预支", slip.carried_advance_fen), ("赔偿扣款", slip.carried_damage_fen))
    found = "，".join(f"{what} {yuan(fen, grouped=True)} 元" for what, fen in carried if fen)
    return f"结转下月：{found}" if found else ""
