"""Invented ledgers of any size for the printing tests; sums add up by construction."""

from datetime import date

from app.domain.ledger import DEDUCTION_CODES, EARNING_CODES, LedgerData, LedgerRow
from app.domain.payroll_draft import LineCode

NAMES = (
    "王古",
    "苏花珍",
    "吉克秀英",
    "ꀋꑳꃀꆈꌠ",
    "བཀྲ་ཤིས་རྒྱལ་མཚན།",
    "阿卜杜热合曼·买买提艾力",
    "محەممەت ئەلى",
    "俄里琴",
    "页长龙马鱼鸟",
    "胶人工一二",
)
FEW = (LineCode.BASE, LineCode.PIECE, LineCode.TAX)


def row(at: int, codes: tuple[LineCode, ...], scale: int = 1, name: str = "") -> LedgerRow:
    """The ``at``-th worker, with an amount for each code."""
    items = {code: (at * 7919 + place * 1299) % 90_000 * scale + 1 for place, code in enumerate(codes)}
    if LineCode.BASE in items:
        items[LineCode.BASE] += 700_000 * scale
    if LineCode.ABSENCE in items:
        items[LineCode.ABSENCE] = -items[LineCode.ABSENCE]
    gross = sum(items.get(code, 0) for code in EARNING_CODES)
    net = gross - sum(items.get(code, 0) for code in DEDUCTION_CODES)
    return LedgerRow(
        no=f"{at:02d}",
        name=name or NAMES[at % len(NAMES)],
        id_number=f"51349919960720{at % 10_000:04d}",
        phone=f"199{at:08d}",
        normal_minutes=9_000 + at * 15 % 1_000,
        overtime_minutes=at * 30 % 600,
        rest_day_minutes=at * 60 % 480,
        statutory_minutes=480 if at % 3 == 0 else 0,
        items=items,
        gross_fen=gross,
        net_fen=net,
        proxy="王兰花（女儿）" if at % 9 == 4 else "",
    )


def ledger(
    workers: int, codes: tuple[LineCode, ...] = FEW, scale: int = 1, name: str = "", check_code: str = "K7Q2-9DXM"
) -> LedgerData:
    """A ledger of ``workers`` rows using ``codes``."""
    return LedgerData(
        unit="龙潭彝绣工坊",
        month="2026-10",
        first_day=date(2026, 10, 1),
        last_day=date(2026, 10, 31),
        pay_date=date(2026, 11, 10),
        rows=tuple(row(at, codes, scale, name) for at in range(1, workers + 1)),
        packs=("日历 2026.1", "个税 2019.1", "工资 2025.1"),
        check_code=check_code,
        chain_code="4711·1234 9F3A-12BC-77D2" if check_code else "",
        credit_code="91513499MA00000001",
        prepared_by="阿依莫",
    )


ALL = (*EARNING_CODES, *DEDUCTION_CODES)
