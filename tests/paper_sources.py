"""Invented runs of any size for the paper tests; slips add up by construction."""

from datetime import date

from app.domain.papers.source import PaidSlip, Source
from app.domain.payroll_draft import Line, LineCode, Slip, TaxBasis, Unit
from app.domain.vocabulary import Basis, Relation, RunKind

NAMES = (
    "王古",
    "苏花珍",
    "吉克秀英",
    "ꀋꑳꃀꆈꌠ",
    "བཀྲ་ཤིས་རྒྱལ་མཚན།",
    "阿卜杜热合曼·买买提艾力·吐尔逊江",
    "محەممەت ئەلى",
    "俄里琴",
    "页长龙马鱼鸟",
    "胶人工一二",
)
ITEMS = ("彝绣靠垫 锁边 一级", "彝绣挎包 刺绣（含珠绣与银饰钉缝） 特级 加班", "漆器酒杯 描金 A", "羊毛披毡 擀制")
LONGEST = max(NAMES, key=len)


def piece(at: int, place: int) -> Line:
    """A piece line."""
    fen = 1_250 * (place + 3) + at
    price = fen * 100 // 4
    label = ITEMS[(at + place) % len(ITEMS)]
    return Line(LineCode.PIECE, label, 4_000, Unit.PIECE, price, 10_000, fen, f"4×{price / 10_000:.4f}={fen / 100:.2f}")


def slip(at: int, lines: int = 4, relation: Relation = Relation.FULL_TIME, name: str = "") -> Slip:
    """The ``at``-th worker's slip with ``lines`` piece lines beside the base."""
    base = Line(LineCode.BASE, "基本工资", 1, Unit.MONTH, 26_000_000, 10_000, 260_000, "2600.00")
    own = () if relation in (Relation.HOME, Relation.SERVICES) else (base,)
    earned = (*own, *(piece(at, place) for place in range(lines)))
    gross = sum(line.amount_fen for line in earned)
    tax, advance = gross // 50, 10_000
    taken = (
        Line(LineCode.TAX, "个人所得税", 1, Unit.ITEM, 0, 10_000, -tax, f"累计 {gross / 100:.2f}"),
        Line(LineCode.ADVANCE, "扣回预支", 1, Unit.ITEM, 0, 10_000, -advance, "预支 200.00，本月扣 100.00"),
    )
    return Slip(
        worker_id=at,
        no=f"{at:02d}",
        name=name or NAMES[at % len(NAMES)],
        relation=relation,
        normal_minutes=9_000,
        overtime_minutes=390,
        rest_day_minutes=0,
        statutory_minutes=480,
        unpaid_minutes=240,
        lines=earned,
        deductions=taken,
        gross_fen=gross,
        social_fen=0,
        tax_fen=tax,
        other_fen=0,
        damage_fen=0,
        carried_damage_fen=0,
        advance_fen=advance,
        carried_advance_fen=10_000 if at % 3 == 0 else 0,
        net_fen=gross - tax - advance,
        basis=Basis.MONTHLY,
        tax_basis=TaxBasis(gross, 0, 0, tax),
    )


def paid(one: Slip, account: str = "6228480000000000011") -> PaidSlip:
    """A slip with invented numbers."""
    number = f"51349919960720{one.worker_id % 10_000:04d}"
    return PaidSlip(one, number, f"199{one.worker_id:08d}", "农业银行", account)


def source(
    workers: int = 7,
    lines: int = 4,
    relation: Relation = Relation.FULL_TIME,
    kind: RunKind = RunKind.REGULAR,
    run_id: int = 5,
) -> Source:
    """A run of ``workers`` slips; ``run_id`` 0 is a draft."""
    return Source(
        workshop_id=77,
        unit="龙潭彝绣工坊",
        credit_code="91513499MA00000001",
        month="2026-10",
        kind=kind,
        run_id=run_id,
        first_day=date(2026, 10, 1),
        last_day=date(2026, 10, 31),
        pay_date=date(2026, 11, 10),
        slips=tuple(paid(slip(at, lines, relation)) for at in range(1, workers + 1)),
        packs=("wage_tax 2019.1 8ffbef12", "calendar 2026.1 ff1fffa0"),
        check_code="K7Q2-9DXM" if run_id else "",
        chain_code="4711·1234 9F3A-12BC-77D2" if run_id else "",
        prepared_by="阿依莫",
        leader="阿依莫",
        phone="13900000000",
    )
