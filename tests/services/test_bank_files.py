"""Bank files of a real database: what is open, who is left out, what is refused, and the workbook form."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import insert, update

from app.domain.bank_template import AmountForm
from app.domain.refusal import Refusal
from app.domain.vocabulary import AdjustmentKind, PayMethod, RunKind
from app.models.tables import Adjustment, PayrollEvent, PayrollRun, Worker
from app.services import bank_files, bank_templates, payments, payroll_life
from tests.reference.rows import MONTH, sample
from tests.reference.stored_book import store_book

CSV, BARS, FIXED, FEN, XLSX = (row.template for row in bank_templates.presets())


@pytest.fixture
def ids(ctx, shop):
    """The sample's workers in the database, by number."""
    return store_book(ctx, shop, sample(), MONTH)


@pytest.fixture
def run(ctx, shop, ids):
    """October locked."""
    return payroll_life.lock(ctx, shop, MONTH)


def change(ctx, statement, *rows):
    with ctx.database.write("test", "change") as session:
        session.execute(statement, *rows)


@pytest.mark.parametrize("template", [CSV, BARS, FIXED, FEN, XLSX], ids=bank_templates.PRESETS)
def test_every_preset_pays_the_run_s_net_to_the_fen(ctx, shop, run, template):
    made = bank_files.month_file(ctx, shop, MONTH, template)
    assert (made.file.count, made.file.total_fen, made.run_ids) == (31, run.net_fen, (run.run_id,))
    assert [one.no for one in made.skipped] == ["28"]  # whose advance takes it all


def test_accounts_keep_their_leading_zeros(ctx, shop, run):
    lines = bank_files.month_file(ctx, shop, MONTH, BARS).file.content.decode("gb18030").splitlines()
    assert (lines[0].split("|")[0], len(lines)) == ("0000034438411129235", 31)


def test_only_what_is_open_is_in_the_file_and_the_next_has_its_own_number(ctx, shop, run):
    payments.pay(ctx, shop, run.run_id, only=("02", "03"), paid_on=ctx.today())
    made = bank_files.month_file(ctx, shop, MONTH, BARS)
    rows = {row.no: row for row in payments.payments(ctx, shop, run.run_id)}
    assert made.file.total_fen == run.net_fen - rows["02"].net_fen - rows["03"].net_fen
    assert [(one.no, one.why) for one in made.skipped] == [
        ("02", bank_files.NOTHING_OPEN),
        ("03", bank_files.NOTHING_OPEN),
        ("28", bank_files.NOTHING_OPEN),
    ]
    assert made.file.name == f"DF{ctx.today():%Y%m%d}2.txt"


def test_what_came_back_goes_to_the_new_account(ctx, shop, run, ids):
    payments.pay(ctx, shop, run.run_id)
    row = next(row for row in payments.payments(ctx, shop, run.run_id) if row.no == "02")
    payments.return_payment(ctx, shop, row.payment_id, None, "账号已销户")
    change(ctx, update(Worker.__table__).where(Worker.id == ids["02"]).values(account="6228480402564890018"))
    made = bank_files.month_file(ctx, shop, MONTH, BARS)
    assert (made.file.count, made.file.total_fen) == (1, row.net_fen)
    assert made.file.content.startswith(b"6228480402564890018|")


def test_every_file_of_a_day_has_its_own_number(ctx, shop, run):
    """Paid one after the other, sent back and paid again, all on one day: no number comes twice."""

    def number() -> str:
        return bank_files.month_file(ctx, shop, MONTH, BARS).file.name.removeprefix(f"DF{ctx.today():%Y%m%d}")

    numbers = [number()]
    for only in (("02",), ("03",)):
        payments.pay(ctx, shop, run.run_id, only=only)
        numbers.append(number())
    payments.pay(ctx, shop, run.run_id)
    row = next(row for row in payments.payments(ctx, shop, run.run_id) if row.no == "02")
    payments.return_payment(ctx, shop, row.payment_id, None, "户名不符")
    assert [*numbers, number()] == ["1.txt", "2.txt", "3.txt", "4.txt"]


def test_a_name_the_bank_returned_is_mended_for_the_next_file(ctx, shop, run, ids):
    """户名不符: name and account go together, both as the records have them now."""
    change(ctx, update(Worker.__table__).where(Worker.id == ids["02"]).values(name="贾阿依"))
    made = bank_files.month_file(ctx, shop, MONTH, BARS)
    line = next(line for line in made.file.content.decode("gb18030").splitlines() if "贾阿依" in line)
    account = next(row.account for row in payments.payments(ctx, shop, run.run_id) if row.no == "02")
    assert line.startswith(f"{account}|")


def test_a_correction_joins_what_is_open_in_one_record_a_worker(ctx, shop, run, ids):
    payments.pay(ctx, shop, run.run_id, only=("02",))
    row = {"workshop_id": shop, "month": MONTH, "item": "补发", "kind": AdjustmentKind.ALLOWANCE.value}
    rows = [row | {"id": 70 + n, "worker_id": ids[no], "amount_fen": 10_000} for n, no in enumerate(("02", "07"))]
    change(ctx, insert(Adjustment.__table__), rows)
    second = payroll_life.lock(ctx, shop, MONTH, RunKind.CORRECTION, ("02", "07"), "漏记补贴")
    paid = next(row.net_fen for row in payments.payments(ctx, shop, run.run_id) if row.no == "02")
    made = bank_files.month_file(ctx, shop, MONTH, BARS)
    assert set(made.run_ids) == {run.run_id, second.run_id}
    assert (made.file.count, made.file.total_fen) == (31, run.net_fen - paid + second.net_fen)
    alone = bank_files.month_file(ctx, shop, MONTH, BARS, second.run_id).file
    assert (alone.count, alone.total_fen) == (2, second.net_fen)


def test_who_has_no_bank_is_paid_in_cash_and_named(ctx, shop, run, ids):
    change(ctx, update(Worker.__table__).where(Worker.id == ids["05"]).values(account="", bank=""))
    made = bank_files.month_file(ctx, shop, MONTH, CSV)
    assert [one.no for one in made.skipped if one.why == bank_files.PAID_IN_CASH] == ["05"]
    cash = payments.pay(ctx, shop, run.run_id, only=("05",), method=PayMethod.CASH)
    assert made.file.total_fen + cash.amount_fen == run.net_fen


def refused(ctx, shop, template=CSV) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        bank_files.month_file(ctx, shop, MONTH, template)
    return refusal.value


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"account": ""}, "bank_payee_account"),
        ({"bank": ""}, "bank_name_missing"),
        ({"account": "6.2284804E+18"}, "bank_account_scientific"),
        ({"account": "6228x"}, "bank_account_wrong"),
    ],
)
def test_a_worker_the_bank_could_not_pay_is_named(ctx, shop, run, ids, values, code):
    change(ctx, update(Worker.__table__).where(Worker.id == ids["07"]).values(**values))
    refusal = refused(ctx, shop)
    assert (refusal.code, refusal.params["no"]) == (code, "07")


def test_a_month_not_locked_has_no_file(ctx, shop, ids):
    assert refused(ctx, shop).code == "bank_run_draft"


def test_all_paid_is_nobody_to_pay(ctx, shop, run):
    payments.pay(ctx, shop, run.run_id)
    assert refused(ctx, shop).code == "bank_nobody"


def test_two_locked_runs_have_no_file(ctx, shop, run):
    twin = {"workshop_id": shop, "id": run.run_id + 10**8, "month": MONTH, "workers": 1, "gross_fen": 1, "net_fen": 1}
    change(ctx, insert(PayrollRun.__table__), [twin | {"packs": "", "snapshot_hash": ""}])
    locked = {"workshop_id": shop, "id": run.run_id + 10**8 + 1, "run_id": twin["id"], "state": "locked"}
    change(ctx, insert(PayrollEvent.__table__), [locked | {"user_name": "x", "occurred_on": "2026-11-02"}])
    assert refused(ctx, shop).code == "bank_run_disputed"


def test_a_template_narrower_than_a_value_is_refused_whole(ctx, shop, run, tmp_path):
    narrow = replace(FIXED, columns=(*FIXED.columns[:2], replace(FIXED.columns[2], width=12), *FIXED.columns[3:]))
    assert refused(ctx, shop, narrow).code == "bank_value_wide"
    with pytest.raises(Refusal):
        bank_files.write_file(ctx, shop, MONTH, narrow, tmp_path)
    assert list(tmp_path.glob("*.txt")) == []


# ---------------------------------------------------------------- written


def test_a_file_written_into_a_folder_has_the_template_s_name(ctx, shop, run, tmp_path):
    (tmp_path / "usb").mkdir()
    made = bank_files.write_file(ctx, shop, MONTH, CSV, tmp_path / "usb")
    assert made.path == tmp_path / "usb" / "龙潭彝绣工坊-2026-10-代发.csv"
    assert [path.name for path in (tmp_path / "usb").iterdir()] == [made.path.name]
    assert (made.count, made.total_fen, len(made.sha256)) == (31, run.net_fen, 64)


def test_a_folder_that_is_not_there_is_refused(ctx, shop, run, tmp_path):
    with pytest.raises(Refusal) as refusal:
        bank_files.write_file(ctx, shop, MONTH, CSV, tmp_path / "no" / "a.csv")
    assert refusal.value.code == "folder_missing"


def test_a_workbook_keeps_accounts_as_text_and_amounts_as_numbers(ctx, shop, run, ids):
    change(ctx, update(Worker.__table__).where(Worker.id == ids["01"]).values(name="=HYPERLINK(1)"))
    content = bank_files.month_file(ctx, shop, MONTH, XLSX).file.content
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    account, amount = sheet["C2"], sheet["E2"]
    assert (account.value, account.data_type, account.number_format) == ("0000034438411129235", "s", "@")
    assert (amount.data_type, amount.number_format) == ("n", "0.00")
    assert [sheet.cell(33, at).value for at in (1, 2)] == ["合计", "31"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_a_workbook_of_whole_fen(ctx, shop, run):
    template = replace(XLSX, amount=AmountForm.FEN)
    content = bank_files.month_file(ctx, shop, MONTH, template).file.content
    assert load_workbook(BytesIO(content)).worksheets[0].cell(33, 5).value == run.net_fen


def test_the_same_wages_give_the_same_bytes(ctx, shop, run):
    first, second = (bank_files.month_file(ctx, shop, MONTH, XLSX).file for _ in range(2))
    assert first.sha256 == second.sha256


# ---------------------------------------------------------------- the preview


def test_the_preview_shows_the_first_records_masked(ctx, shop, run):
    shown = bank_files.preview(ctx, shop, MONTH, FIXED)
    assert (shown.count, shown.total_fen, shown.sample) == (31, run.net_fen, "")
    assert [cells[0] for cells in shown.cells] == ["H", *["D"] * (bank_files.PREVIEWED - 2), "T"]
    assert shown.cells[1][2] == "***************9235".ljust(32)
    assert shown.name == f"PAY{ctx.today():%Y%m%d}.txt"


def test_the_preview_of_a_draft_is_a_sample(ctx, shop, ids):
    shown = bank_files.preview(ctx, shop, MONTH, CSV)
    assert (shown.sample, shown.count) == ("bank_run_draft", 31)


def test_the_preview_of_an_empty_workshop_is_invented(ctx, shop):
    shown = bank_files.preview(ctx, shop, MONTH, CSV)
    assert (shown.sample, shown.count, len(shown.cells)) == ("bank_run_draft", 2, 3)


def test_the_preview_says_what_the_template_cannot(ctx, shop):
    shown = bank_files.preview(ctx, shop, MONTH, replace(CSV, delimiter=""))
    assert (shown.cells, [note.where for note in shown.faults]) == ((), ["delimiter"])


def test_the_file_of_one_run_alone(ctx, shop, run):
    assert bank_files.month_file(ctx, shop, MONTH, CSV, run.run_id).file.count == 31
    with pytest.raises(Refusal):
        bank_files.month_file(ctx, shop, MONTH, CSV, run.run_id + 1)
