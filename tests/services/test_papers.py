"""Papers from a real database: of a draft, a locked run, a paid month; what can be made and what not."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy import update

from app.domain.ledger import missing_fields
from app.domain.papers.board import AmountRule, BoardRules, NameRule
from app.domain.papers.slip_code import SlipVerdict
from app.domain.pay_check import SettingsForm
from app.domain.refusal import Refusal
from app.domain.vocabulary import Basis, PayMethod, Relation, RunKind
from app.models.tables import Adjustment, Worker
from app.services import papers, papers_people, payroll_life
from app.services.bank_files import month_file
from app.services.bank_templates import presets
from app.services.papers import PaperKind, Wanted
from app.services.papers_people import refused
from app.services.papers_signing import verify_slip
from app.services.payroll_runs import find_run
from app.services.payroll_snapshots import kept_inputs
from app.services.workshop_terms import save_settings
from tests.services.paid_workers import MONTH, earn, hire_home_worker

NOW = Wanted(MONTH)


@pytest.fixture
def people(ctx, shop, hire):
    """Two home workers with 100.00 and 250.53 in September, the second without an account."""
    ids = [hire_home_worker(hire, ctx, "01", "阿依莫"), hire_home_worker(hire, ctx, "02", "吉克秀英", account="")]
    for worker_id, fen in zip(ids, (10_000, 25_053), strict=True):
        earn(ctx, shop, worker_id, fen)
    return ids


@pytest.fixture
def run(ctx, shop, people):
    """September locked."""
    return payroll_life.lock(ctx, shop, MONTH)


def complete(ctx, people):
    """ID numbers and phones for everybody."""
    with ctx.database.write("test", "numbers") as session:
        for at, worker_id in enumerate(people):
            values = {"id_number": f"51349919960720000{at}", "phone": f"1990000000{at}"}
            session.execute(update(Worker).where(Worker.id == worker_id).values(values))


def refusal(made, *arguments, **named):
    with pytest.raises(Refusal) as refused:
        made(*arguments, **named)
    assert "{" not in refused.value.text("zh_CN") + refused.value.text("en")
    return refused.value.code


def test_before_the_lock_every_paper_is_a_draft(ctx, shop, people):
    assert papers.ledger(ctx, shop, NOW).is_draft
    assert papers.slips(ctx, shop, NOW).codes == {}
    assert papers.settlement(ctx, shop, NOW).source.is_draft
    assert papers.board(ctx, shop, NOW).is_draft
    assert papers.cash(ctx, shop, NOW).is_draft


def test_after_the_lock_papers_are_the_run(ctx, shop, run, people):
    earn(ctx, shop, people[0], 99_999)
    data = papers.ledger(ctx, shop, NOW)
    assert (data.check_code, sum(row.net_fen for row in data.rows)) == (run.check_code, run.net_fen)
    assert set(papers.slips(ctx, shop, NOW).codes) == set(people)


def test_who_locked_it_made_it_whoever_pays(ctx, shop, run):
    payroll_life.pay(replace(ctx, user="出纳"), shop, run.run_id, method=PayMethod.CASH)
    assert papers.ledger(ctx, shop, NOW).prepared_by == ctx.user


def test_a_run_is_found_by_its_number(ctx, shop, run):
    assert papers.ledger(ctx, shop, Wanted(MONTH, run_id=run.run_id)).check_code == run.check_code


def test_one_workers_slip_alone(ctx, shop, run):
    data = papers.slips(ctx, shop, NOW, only=["02"])
    assert [one.slip.no for one in data.source.slips] == ["02"]
    assert len(data.codes) == 1
    assert refusal(papers.slips, ctx, shop, NOW, only=["02", "77"]) == "certificate_worker_missing"


def test_a_run_of_another_month_is_not_taken_for_this(ctx, shop, run):
    assert refusal(papers.ledger, ctx, shop, Wanted("2026-10", run_id=run.run_id)) == "payroll_run_missing"


@pytest.mark.parametrize(
    "make", [papers.slips, papers.board, lambda ctx, shop, now: papers.tax_list(ctx, shop, now.month)]
)
def test_of_nobody_there_is_no_paper(ctx, shop, make):
    assert refusal(make, ctx, shop, NOW) == "payroll_empty"


def test_a_month_with_nobody_offers_nothing(ctx, shop):
    assert not any(one.possible for one in papers.papers_for(ctx, shop, MONTH))


def test_a_voided_run_is_not_printed(ctx, shop, run):
    payroll_life.void(ctx, shop, run.run_id, "锁错月份")
    assert refusal(papers.ledger, ctx, shop, Wanted(MONTH, run_id=run.run_id)) == "paper_run_given_up"
    assert papers.ledger(ctx, shop, NOW).is_draft


@pytest.mark.parametrize("kind", [RunKind.SETTLEMENT, RunKind.CORRECTION])
def test_a_kind_that_is_not_locked_is_refused(ctx, shop, run, kind):
    assert refusal(papers.ledger, ctx, shop, Wanted(MONTH, kind)) == "paper_run_of_kind_missing"


def test_cash_goes_to_who_has_no_account_and_only_what_is_open(ctx, shop, run):
    data = papers.cash(ctx, shop, NOW)
    assert [(row.no, row.amount_fen, row.rest_fen) for row in data.rows] == [("02", 25_053, 3)]
    assert [row.no for row in papers.cash(ctx, shop, NOW, everybody=True).rows] == ["01", "02"]
    payroll_life.pay(ctx, shop, run.run_id, only=["02"], method=PayMethod.CASH)
    assert refusal(papers.cash, ctx, shop, NOW) == "cash_by_bank"
    payroll_life.pay(ctx, shop, run.run_id)
    assert refusal(papers.cash, ctx, shop, NOW) == "cash_empty"


def test_the_list_says_of_the_cash_list_what_asking_for_it_says(ctx, shop, run):
    """Of those without an account, and of everybody, as payments are noted one after the other."""

    def said() -> list[str | None]:
        choice = next(one for one in papers.papers_for(ctx, shop, MONTH) if one.kind is PaperKind.CASH)
        return [reason and reason.code for reason in (choice.reason, choice.for_everybody)]

    def asked() -> list[str | None]:
        tried = [refused(partial(papers.cash, ctx, shop, NOW, everybody=all_of_them)) for all_of_them in (False, True)]
        return [reason and reason.code for reason in tried]

    assert said() == asked() == [None, None]
    payroll_life.pay(ctx, shop, run.run_id, only=["02"], method=PayMethod.CASH)
    assert said() == asked() == ["cash_by_bank", None]
    payroll_life.pay(ctx, shop, run.run_id)
    assert said() == asked() == ["cash_empty", "cash_empty"]


def test_money_that_came_back_is_open_again(ctx, shop, run):
    payroll_life.pay(ctx, shop, run.run_id, only=["02"], method=PayMethod.CASH)
    payroll_life.pay(ctx, shop, run.run_id)
    (first, _) = payroll_life.payments(ctx, shop, run.run_id)
    payroll_life.return_payment(ctx, shop, first.payment_id, ctx.today(), "账号已销户")
    rows = papers.cash(ctx, shop, NOW, everybody=True).rows
    assert [(row.no, row.amount_fen) for row in rows] == [("01", 10_000)]


def set_account(ctx, worker_id, account):
    bank = "农业银行" if account else ""
    with ctx.database.write("test", "account") as session:
        session.execute(update(Worker).where(Worker.id == worker_id).values(account=account, bank=bank))


def test_bank_file_and_cash_list_are_together_what_is_open(ctx, shop, run, people):
    """One's account was taken out after the lock, the other gave one: each is paid once, where money can go now."""
    set_account(ctx, people[0], "")
    set_account(ctx, people[1], "6228480402564890018")
    file = month_file(ctx, shop, MONTH, presets()[0].template).file
    rows = papers.cash(ctx, shop, NOW).rows
    assert [row.no for row in rows] == ["01"]
    assert (file.count, file.total_fen + rows[0].amount_fen) == (1, run.net_fen)


def test_the_boards_rules_are_kept(ctx, shop, run):
    assert [row.name for row in papers.board(ctx, shop, NOW).rows] == ["阿*", "吉*"]
    papers.set_board_rules(ctx, BoardRules(NameRule.SURNAME, AmountRule.BANDS))
    assert [(row.name, row.net) for row in papers.board(ctx, shop, NOW).rows] == [
        ("阿某", "0-1000"),
        ("吉某", "0-1000"),
    ]


def test_the_tax_list_needs_id_numbers(ctx, shop, people):
    assert refusal(papers.tax_list, ctx, shop, MONTH) == "tax_list_id_missing"
    complete(ctx, people)
    data = papers.tax_list(ctx, shop, MONTH)
    assert (data.is_draft, len(data.services), len(data.wages)) == (True, 2, 0)


def test_numbers_missing_at_the_lock_are_filled_in_and_marked(ctx, shop, run, people):
    """The law's ledger is not refused for ever (条例 15); what the lock froze stays as it is."""
    payroll_life.pay(ctx, shop, run.run_id, method=PayMethod.CASH)
    complete(ctx, people[:1])
    with ctx.database.write("test", "phone") as session:
        session.execute(update(Worker).where(Worker.id == people[1]).values(phone="19900000002"))
    first, second = papers.ledger(ctx, shop, NOW).rows
    assert (first.id_number, first.phone) == ("513499199607200000", "19900000000")
    assert (first.added, second.added) == ({"id_number", "phone"}, {"phone"})
    assert missing_fields(papers.ledger(ctx, shop, NOW)) == ("02 吉克秀英 身份证号",)
    complete(ctx, people)
    assert papers.tax_list(ctx, shop, MONTH).rows[1].id_number == "513499199607200001"
    assert missing_fields(papers.ledger(ctx, shop, NOW)) == ()


def test_a_mistyped_id_number_is_mended_in_the_tax_list_and_stays_in_the_ledger(ctx, shop, people):
    complete(ctx, people)
    payroll_life.lock(ctx, shop, MONTH)
    mended = {"id_number": "513499199607200088", "name": "阿衣莫"}
    with ctx.database.write("test", "mended") as session:
        session.execute(update(Worker).where(Worker.id == people[0]).values(mended))
    row, frozen = papers.tax_list(ctx, shop, MONTH).rows[0], papers.ledger(ctx, shop, NOW).rows[0]
    assert (row.name, row.id_number) == ("阿衣莫", "513499199607200088")
    assert (frozen.name, frozen.id_number, frozen.added) == ("阿依莫", "513499199607200000", frozenset())


def pay_on_the(ctx, shop, day, since=date(2026, 1, 1)):
    """发薪日 in the settings."""
    save_settings(ctx, shop, SettingsForm(since, day, monthly_minimum_fen=187_000, hourly_minimum_fen=1_900))


def test_the_agreed_day_is_the_locks_and_a_day_of_payment_only_what_was_paid(ctx, shop, people):
    pay_on_the(ctx, shop, 10)
    assert papers.ledger(ctx, shop, NOW).pay_date == date(2026, 10, 10)
    run = payroll_life.lock(ctx, shop, MONTH)
    pay_on_the(ctx, shop, 25, date(2026, 9, 1))
    ledger = papers.ledger(ctx, shop, NOW)
    assert (ledger.pay_date, ledger.paid, ledger.check_code) == (date(2026, 10, 10), (), run.check_code)
    payroll_life.pay(ctx, shop, run.run_id, only=["02"], method=PayMethod.CASH)
    assert papers.ledger(ctx, shop, NOW).paid == ()
    payroll_life.pay(ctx, shop, run.run_id, paid_on=ctx.today() + timedelta(days=1))
    assert papers.ledger(ctx, shop, NOW).paid == (ctx.today() + timedelta(days=1), ctx.today())
    (first, _) = payroll_life.payments(ctx, shop, run.run_id)
    payroll_life.return_payment(ctx, shop, first.payment_id, ctx.today() + timedelta(days=1), "账号已销户")
    assert papers.ledger(ctx, shop, NOW).paid == ()


def test_the_agreed_day_is_frozen_with_what_the_run_was_computed_from(ctx, shop, people):
    pay_on_the(ctx, shop, 10)
    run = payroll_life.lock(ctx, shop, MONTH)
    with ctx.database.read() as session:
        kept = kept_inputs(session, shop, find_run(session, shop, run.run_id))
    assert kept.workshop.pay_day == 10


def test_a_run_locked_without_a_pay_day_takes_todays(ctx, shop, run):
    pay_on_the(ctx, shop, 31)
    assert papers.ledger(ctx, shop, NOW).pay_date == date(2026, 10, 31)


def test_the_pack_names_months_not_paid_in_full(ctx, shop, run):
    payroll_life.pay(ctx, shop, run.run_id, only=["01"])
    data = papers_people.subsidy(ctx, shop, MONTH)
    assert data.unpaid == (MONTH,)
    payroll_life.pay(ctx, shop, run.run_id, method=PayMethod.CASH)
    assert papers_people.subsidy(ctx, shop, MONTH).unpaid == ()


def test_the_list_of_papers_says_which_can_be_made_and_why_not(ctx, shop, people):
    found = {one.kind: one for one in papers.papers_for(ctx, shop, MONTH)}
    assert set(found) == set(PaperKind)
    reasons = {kind: one.reason.code for kind, one in found.items() if one.reason}
    assert reasons == {
        PaperKind.LEDGER: "ledger_field_missing",
        PaperKind.TAX_LIST: "tax_list_id_missing",
        PaperKind.CERTIFICATE: "papers_need_lock",
        PaperKind.SUBSIDY: "subsidy_no_runs",
    }


def test_of_a_locked_month_the_run_is_offered(ctx, shop, run):
    found = {one.kind: one for one in papers.papers_for(ctx, shop, MONTH)}
    assert found[PaperKind.SLIPS].run_id == run.run_id
    assert not found[PaperKind.SLIPS].is_draft
    assert found[PaperKind.SUBSIDY].possible


def certificates(ctx, shop, month=MONTH):
    """The list's word on certificates, and each worker's."""
    choice = next(one for one in papers.papers_for(ctx, shop, month) if one.kind is PaperKind.CERTIFICATE)
    return choice.possible, {one.no: one.reason and one.reason.code for one in choice.workers}


def test_the_list_offers_a_certificate_to_whom_it_is_given(ctx, shop, run):
    """What the list says of each worker is what the certificate itself answers, before and after paying one."""
    unpaid = "certificate_nothing_paid"
    assert certificates(ctx, shop) == (False, {"01": unpaid, "02": unpaid})
    payroll_life.pay(ctx, shop, run.run_id, only=["02"], method=PayMethod.CASH)
    assert certificates(ctx, shop) == (True, {"01": unpaid, "02": None})
    assert papers_people.certificate(ctx, shop, "02", MONTH).counted
    assert refusal(papers_people.certificate, ctx, shop, "01", MONTH) == unpaid


def test_a_certificate_looks_back_twelve_months(ctx, shop, run):
    payroll_life.pay(ctx, shop, run.run_id, method=PayMethod.CASH)
    assert certificates(ctx, shop, "2027-08")[0]
    assert certificates(ctx, shop, "2027-09") == (False, dict.fromkeys(("01", "02"), "certificate_nothing_paid"))


def test_of_several_in_turn_under_a_number_the_last_is_asked(ctx, shop, run, hire, people):
    payroll_life.pay(ctx, shop, run.run_id, method=PayMethod.CASH)
    with ctx.database.write("test", "left") as session:
        session.execute(update(Worker).where(Worker.id == people[0]).values(left_on="2026-09-30"))
    hire("01", "沙马芝", relation=Relation.HOME, basis=Basis.PIECE, rate_fen=None, hired_on=date(2026, 10, 8))
    assert certificates(ctx, shop, "2026-10")[1] == {"01": "certificate_nothing_paid", "02": None}
    assert refusal(papers_people.certificate, ctx, shop, "01", "2026-10") == "certificate_nothing_paid"


def test_a_certificate_holds_the_months_of_every_employment(ctx, shop, run, hire, people):
    """Who left and was employed again is one person, by the ID number, whatever the 编号."""
    complete(ctx, people)
    payroll_life.pay(ctx, shop, run.run_id, method=PayMethod.CASH)
    with ctx.database.write("test", "left") as session:
        session.execute(update(Worker).where(Worker.id == people[0]).values(left_on="2026-09-30"))
    again = hire("01", "阿依莫", relation=Relation.HOME, basis=Basis.PIECE, rate_fen=None, hired_on=date(2026, 10, 8))
    complete(ctx, [again])
    earn(ctx, shop, again, 20_000, "2026-10")
    october = payroll_life.lock(ctx, shop, "2026-10")
    payroll_life.pay(ctx, shop, october.run_id, only=[again], method=PayMethod.CASH)
    data = papers_people.certificate(ctx, shop, "01", "2026-10")
    assert [(one.month, one.paid_fen) for one in data.counted] == [(MONTH, 10_000), ("2026-10", 20_000)]
    assert (data.hired_on, data.earlier) == (date(2026, 10, 8), ((date(2025, 3, 1), date(2026, 9, 30)),))
    assert certificates(ctx, shop, "2026-10") == (True, {"01": None, "02": None})


def settle(ctx, shop, worker_id):
    """September settled to the 10th, and paid."""
    with ctx.database.write("test", "left") as session:
        session.execute(update(Worker).where(Worker.id == worker_id).values(left_on="2026-09-10"))
    settled = payroll_life.lock(ctx, shop, MONTH, RunKind.SETTLEMENT, [worker_id])
    payroll_life.pay(ctx, shop, settled.run_id, method=PayMethod.CASH)


def test_a_month_settled_to_the_end_is_certified_before_the_months_run(ctx, shop, people):
    settle(ctx, shop, people[0])
    assert [one.month for one in papers_people.certificate(ctx, shop, "01", MONTH).counted] == [MONTH]


def test_a_month_paid_in_part_only_is_not_certified(ctx, shop, people):
    settle(ctx, shop, people[0])
    with ctx.database.write("test", "stays") as session:
        session.execute(update(Worker).where(Worker.id == people[0]).values(left_on=None))
    assert refusal(papers_people.certificate, ctx, shop, "01", MONTH) == "certificate_nothing_paid"


# ---------------------------------------------------------------- other kinds of run


@pytest.fixture
def corrected(ctx, shop, run, people):
    """The first worker's September corrected by 50.00 more after it was paid."""
    payroll_life.pay(ctx, shop, run.run_id, method=PayMethod.CASH)
    earn(ctx, shop, people[0], 5_000)
    return payroll_life.lock(ctx, shop, MONTH, kind=RunKind.CORRECTION, workers=[people[0]], reason="漏记一笔")


def test_a_corrections_ledger_is_of_differences(ctx, shop, corrected):
    data = papers.ledger(ctx, shop, Wanted(MONTH, RunKind.CORRECTION))
    assert (data.title, data.differences, data.check_code) == ("工资支付台账（更正差额）", True, corrected.check_code)
    assert [(row.no, row.net_fen) for row in data.rows] == [("01", corrected.net_fen)]


def test_a_corrections_slip_is_signed_and_cash_is_the_difference(ctx, shop, corrected, people):
    wanted = Wanted(MONTH, run_id=corrected.run_id)
    text = " ".join(papers.slips(ctx, shop, wanted).codes[people[0]])
    assert verify_slip(ctx, text).verdict is SlipVerdict.VALID
    rows = papers.cash(ctx, shop, wanted, everybody=True).rows
    assert [(row.no, row.amount_fen) for row in rows] == [("01", corrected.net_fen)]


def test_taxes_and_certificate_hold_the_months_runs_together(ctx, shop, run, corrected, people):
    complete(ctx, people)
    assert [row.income_fen for row in papers.tax_list(ctx, shop, MONTH).services] == [
        10_000 + corrected.gross_fen,
        25_053,
    ]
    payroll_life.pay(ctx, shop, corrected.run_id, method=PayMethod.CASH)
    data = papers_people.certificate(ctx, shop, "01", MONTH)
    assert (len(data.counted), data.paid_fen) == (1, run.net_fen - 25_053 + corrected.net_fen)


def test_a_late_correction_is_in_its_months_tax_list_and_named_in_that_of_its_lock(ctx, shop, corrected, people):
    complete(ctx, people)
    (added,) = papers.tax_list(ctx, shop, MONTH).corrections
    assert (added.locked_on, added.income_fen, added.is_wage) == (ctx.today(), corrected.gross_fen, False)
    late = f"{ctx.today():%Y-%m}"
    assert late > MONTH
    assert papers.tax_list(ctx, shop, MONTH).others == ()
    with ctx.database.write("test", "work") as session:
        session.execute(update(Adjustment).values(month=late))
    assert papers.tax_list(ctx, shop, late).others == (MONTH,)
    assert papers.tax_list(ctx, shop, late).corrections == ()


def test_every_run_of_a_month_is_offered(ctx, shop, run, corrected):
    offered = {(one.run_id, one.run_kind) for one in papers.papers_for(ctx, shop, MONTH) if one.kind is PaperKind.SLIPS}
    assert offered == {(run.run_id, RunKind.REGULAR), (corrected.run_id, RunKind.CORRECTION)}


# ---------------------------------------------------------------- certificate and pack


def test_the_certificate_counts_only_what_was_paid(ctx, shop, run):
    assert refusal(papers_people.certificate, ctx, shop, "02", MONTH) == "certificate_nothing_paid"
    payroll_life.pay(ctx, shop, run.run_id, only=["02"], method=PayMethod.CASH)
    data = papers_people.certificate(ctx, shop, "02", "2026-10")
    assert ([one.month for one in data.counted], data.paid_fen, data.hired_on) == ([MONTH], 25_053, date(2025, 3, 1))
    assert data.relation == "居家承揽"


def test_what_came_back_is_not_certified(ctx, shop, run):
    payroll_life.pay(ctx, shop, run.run_id, only=["01"])
    payment = payroll_life.payments(ctx, shop, run.run_id)[0].payment_id
    payroll_life.return_payment(ctx, shop, payment, ctx.today(), "账号已销户")
    assert refusal(papers_people.certificate, ctx, shop, "01", MONTH) == "certificate_nothing_paid"


def test_an_unknown_number_is_refused(ctx, shop, run):
    assert refusal(papers_people.certificate, ctx, shop, "99", MONTH) == "certificate_worker_missing"


def test_the_pack_names_missing_months_and_who_was_paid(ctx, shop, hire, run):
    hire("09", "没有工资的人")
    data = papers_people.subsidy(ctx, shop, "2026-10")
    assert data.missing == ("2026-05", "2026-06", "2026-07", "2026-08", "2026-10")
    assert [one.no for one in data.people] == ["01", "02"]
    assert [one.check_code for one in data.ledgers] == [run.check_code]


def test_a_pack_of_nothing_is_refused(ctx, shop, people):
    assert refusal(papers_people.subsidy, ctx, shop, MONTH) == "subsidy_no_runs"
