"""What no workbook has a column for, made up at random for a made-up book: raises, allowances, plans, instalments.

The rows stand beside the book's sheets for the slow reference, and go into the database as a person would type them.
"""

from datetime import date

from sqlalchemy import select

from app.domain.pay_check import TermForm
from app.domain.plan_check import AdvanceForm, AllowanceForm, PlanForm
from app.domain.vocabulary import AdjustmentKind, AllowanceRule, Basis, Relation, TaxMethod
from app.models.people import Worker
from app.services.pay_amounts import save_advance
from app.services.pay_plans import save_allowance, save_plan
from app.services.pay_terms import add_term
from app.services.rule_packs import add_pack, trust_signer
from app.sync.wire import SignerKey, public_key, write_signed_pack, write_signer_key
from tests.pack_files import social_insurance
from tests.reference.made_books import yuan
from tests.reference.rows import fen
from tests.reference.slow_payroll import day_of

SEED = bytes(range(32))
MARKED = ("全日制", "非全日制")
RATES = {"月薪": (1700, 14000), "日薪": (70, 400), "时薪": (14, 40)}
SOCIAL = ({"养老保险": "8%", "医疗保险": "2%", "失业保险": "0.45%"}, "4071.00", "20355.00")
"""Invented rates and bounds of a base: a pack says them to the program."""
SHEETS = ("工资约定", "补贴计划", "扣款计划", "分期预支")


def with_terms(rng, book, month):
    """The book with further sheets: 工资约定, 补贴计划, 扣款计划, 分期预支."""
    days = [date(*map(int, month.split("-")), day) for day in range(1, 29)]
    workers = [row for row in book["工人"] if not row["离职日期"] or row["离职日期"] >= days[0]]
    made = {sheet: [] for sheet in SHEETS}
    for worker in workers:
        since = [day for day in days if day > worker["入职日期"] and day <= (worker["离职日期"] or day)]
        if worker["用工形式"] in MARKED and since and rng.random() < 0.5:
            made["工资约定"] += _raises(rng, worker, sorted(rng.sample(since, min(len(since), rng.choice((1, 1, 2))))))
        if rng.random() < 0.3:
            begins = [day for day in days if worker["入职日期"] <= day <= (worker["离职日期"] or day)]
            first = max(worker["入职日期"], days[0])
            made["补贴计划"].append(_allowance(rng, worker["编号"], rng.choice((first, *begins[-1:], *begins[9:10]))))
        if rng.random() < 0.3:
            made["扣款计划"].append(_plan(rng, worker["编号"], month))
        if since and rng.random() < 0.3:
            row = {"编号": worker["编号"], "日期": rng.choice(since), "金额": yuan(rng, 600, 3000)}
            made["分期预支"].append(row | {"每月": yuan(rng, 100, 600)})
    made["补贴计划"] += [_allowance(rng, None, rng.choice((days[0], *days[9:20]))) for _ in range(rng.randint(0, 2))]
    return book | made


def _raises(rng, worker, days):
    for day in days:
        base = rng.choice((None, yuan(rng, 2500, 26000)))
        full_time = worker["用工形式"] == "全日制"
        basis = rng.choice((worker["计薪方式"], "月薪", "日薪", "计件")) if full_time else worker["计薪方式"]
        yield {
            "编号": worker["编号"],
            "生效日期": day,
            "计薪方式": basis,
            "标准": yuan(rng, *RATES[basis]) if basis in RATES else None,
            "社保个人": None if base else rng.choice((None, "350.25")),
            "社保基数": base,
            "社保费率": SOCIAL,
            "专项附加扣除": rng.choice((None, 1500)),
            "扣除方式": rng.choice((None, "一次六万")),
        }


def _allowance(rng, no, since):
    rule = rng.choice(("全勤", "出勤天", "每月"))
    amount = yuan(rng, 1, 20) if rule == "出勤天" else yuan(rng, 20, 400)
    last = rng.choice((None, None, since.replace(day=rng.randint(since.day, max(since.day, 28)))))
    return {"编号": no, "名称": f"{rule}补贴", "规则": rule, "特殊": rng.random() < 0.3, "金额": amount, "起": since,
            "止": last}  # fmt: skip


def _plan(rng, no, month):
    kind = rng.choice(("赔偿扣款", "其他扣款"))
    return {"编号": no, "类型": kind, "项目": "某计划", "总额": yuan(rng, 600, 3000), "每月": yuan(rng, 50, 600),
            "起月": month}  # fmt: skip


def type_in(ctx, workshop_id, book):
    """Everything of the further sheets through the services."""
    with ctx.database.read() as session:
        own = select(Worker.no, Worker.id).where(Worker.workshop_id == workshop_id, Worker.deleted == 0)
        ids = dict(session.execute(own).all())
    rows = {row["编号"]: row for row in book["工人"]}
    for row in book["工资约定"]:
        add_term(ctx, workshop_id, ids[row["编号"]], _term(rows[row["编号"]] | row))
    for row in book["补贴计划"]:
        form = AllowanceForm(
            row["名称"], AllowanceRule(row["规则"]), fen(row["金额"]), row["特殊"], row["起"], row["止"]
        )
        save_allowance(ctx, workshop_id, ids.get(row["编号"]), form)
    for row in book["扣款计划"]:
        kind, amounts = AdjustmentKind(row["类型"]), (fen(row["总额"]), fen(row["每月"]))
        save_plan(ctx, workshop_id, ids[row["编号"]], PlanForm(kind, row["项目"], *amounts, row["起月"]))
    for row in book["分期预支"]:
        form = AdvanceForm(row["日期"], fen(row["金额"]), fen(row["每月"]))
        save_advance(ctx, workshop_id, ids[row["编号"]], form)


def take_social_pack(ctx, folder):
    """The pack of SOCIAL, signed by a county and taken from a file."""
    key, pack = folder / "key.json", folder / "pack.json"
    key.write_text(write_signer_key(SignerKey(public_key(SEED).hex(), "县")), encoding="utf-8")
    text = social_insurance(*SOCIAL, valid_from="2024-01-01")
    pack.write_text(write_signed_pack(SEED, text), encoding="utf-8")
    trust_signer(ctx, key)
    add_pack(ctx, pack)


def _term(row):
    return TermForm(
        valid_from=day_of(row["生效日期"]),
        relation=Relation(row["用工形式"]),
        basis=Basis(row["计薪方式"]),
        rate_fen=fen(row["标准"]) or None,
        social_fen=fen(row["社保个人"]),
        social_base_fen=fen(row["社保基数"]),
        additional_fen=fen(row["专项附加扣除"]),
        tax_method=TaxMethod.SIXTY_AT_ONCE if row["扣除方式"] else TaxMethod.MONTHLY,
    )
