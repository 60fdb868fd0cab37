"""An official's month end over three workshops by keyboard alone: mend, lock, print, pay, correct, archive."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import func, select

from app.domain.money import yuan
from app.domain.vocabulary import Basis, MarkKind, PayMethod, Relation, RunKind, RunState
from app.domain.worker_check import WorkerForm
from app.models.goods import PiecePrice, Process, Product
from app.models.opening import open_database
from app.models.pay import SlipRow
from app.models.payment import Payment
from app.models.work import Attendance, PieceEntry
from app.models.workshop import WorkshopTerms
from app.services.context import Context
from app.services.payroll_runs import run_row, standing_runs
from app.services.people_edit import add_worker
from app.services.workshops import WorkshopRow, create_workshop, list_workshops
from app.ui.theme.style import Look
from tests.commands import PASSWORD, moved_in
from tests.ui.conftest import USER, made_once
from tests.ui.stories.person import ALT, CONTROL, DOWN, ENTER, Clock, Person, at_work

NOW = datetime(2026, 12, 2, 9, 0)  # noqa: DTZ001  local wall time
MONTH = "2026-11"
SHOPS = ("龙潭彝绣工坊", "虎跳羊毛工坊", "阿嘎漆器工坊")
PEOPLE = (("01", "阿依莫", "51349919960720880X", "6228480000000011019"), ("02", "吉克秀英", "513499198608101225", ""),
          ("03", "沙马芝", "513499199711194284", "6228480000000033019"))  # fmt: skip
PRICE_E4, PIECES, WORKING_DAYS = 25_000, 40, 21
CORRECTED, FORGOTTEN = "龙潭彝绣工坊", 10


def fill(ctx: Context) -> None:
    """Three workshops with a whole November of three piece workers each; in the second a day is not filled in."""
    for at, name in enumerate(SHOPS):
        _fill_one(ctx, create_workshop(ctx, name, "513499").workshop_id, at)


def _fill_one(ctx: Context, shop: int, at: int) -> None:
    ids = []
    for no, name, number, account in PEOPLE:
        form = WorkerForm(no, name, Relation.FULL_TIME, Basis.PIECE, None, date(2025, 3, 1), id_number=number,
                          phone=f"1990000{no}{at}1", account=account, bank="农村信用社")  # fmt: skip
        ids.append(add_worker(ctx, shop, form).row.worker_id)
    with ctx.database.write(USER, "test") as session:
        session.add(WorkshopTerms(workshop_id=shop, valid_from="2025-01-01", pay_day=10,
                                  monthly_minimum_fen=187_000, hourly_minimum_fen=1_900))  # fmt: skip
        session.add(Product(workshop_id=shop, id=901, name="彝绣挎包"))
        session.add(Process(workshop_id=shop, id=911, product_id=901, name="刺绣"))
        session.add(PiecePrice(workshop_id=shop, process_id=911, grade="", valid_from="2025-01-01", price_e4=PRICE_E4))
        for day in (date(2026, 11, one) for one in range(1, 31)):
            for place, worker in enumerate(ids):
                _note(
                    session, shop, day, worker, 100 * place + day.day, missing=at == 1 and (place, day.day) == (1, 11)
                )


def _note(session: object, shop: int, day: date, worker: int, number: int, *, missing: bool) -> None:
    work = day.weekday() < 5
    if not missing:
        session.add(Attendance(workshop_id=shop, worker_id=worker, date=day.isoformat(),
                               mark=(MarkKind.WORK if work else MarkKind.OFF).value,
                               normal_minutes=480 if work else 0))  # fmt: skip
    if work:
        session.add(PieceEntry(workshop_id=shop, id=5000 + number, date=day.isoformat(), worker_id=worker,
                               process_id=911, good_milli=PIECES * 1000))  # fmt: skip


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three workshops."""
    return made_once(tmp_path_factory.mktemp("three"), fill)


@pytest.fixture
def records(tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Context]:
    """The three workshops in December."""
    monkeypatch.setenv("GONGFANG_CONFIG", str(tmp_path / "config"))
    moved_in(template, tmp_path / "data")
    database, _ = open_database(tmp_path / "data", USER, PASSWORD, now=NOW)
    yield Context(database, USER, now=Clock(NOW))
    database.close()


def test_a_month_end_over_three_workshops(records: Context, look: Look, tmp_path: Path, text_of) -> None:
    shops = list_workshops(records)
    with at_work(records, look) as person:
        switch(person, shops, next(at for at, shop in enumerate(shops) if shop.name == SHOPS[1]))
        mend(person)
        every_workshop(person, tmp_path)
        for at, shop in enumerate(shops):
            open_from_the_list(person, at, shop.name)
            pay(person)
            if shop.name == CORRECTED:
                correct(person)
            archive(person)
            if shop.name == CORRECTED:
                go_to_the_months_own_run(person)
                archive(person)
            person.press("every-workshop")
    for shop in shops:
        sums_agree(records, shop, tmp_path, text_of)


def workshop(person: Person) -> str:
    return person.window.bar.workshop.text()


def switch(person: Person, shops: Sequence[WorkshopRow], place: int) -> None:
    """The switcher in the status bar: its menu, down to a workshop."""
    person.press("workshop")
    person.keys(*[DOWN] * (place + 1), ENTER)
    assert workshop(person).startswith(shops[place].name)


def mend(person: Person) -> None:
    """The check list; Enter on the problem leads to the day, where the mark is typed; back, and nothing is left."""
    person.page(8)
    page = person.window.pages["payroll"]
    assert len(page.view.problems) == 1
    person.keys((ENTER, CONTROL), ENTER)
    assert person.window.pages["today"].day == date(2026, 11, 11)
    person.keys("v", ENTER)
    person.page(8)
    person.keys(Qt.Key.Key_F5)
    assert page.view.problems == ()


def every_workshop(person: Person, out: Path) -> None:
    """Checked, locked and printed in one go; only the system's own folder dialog is answered for."""
    person.press("every-workshop")
    every = person.window.pages["payroll"].all
    every.choose_folder = lambda: str(out)
    person.press("check-all")
    person.press("lock-all")
    person.keys(ENTER)
    person.press("print-all")
    assert len(list(out.glob("*.pdf"))) == 6, [row.said for row in every.table.model.rows]
    assert len(list(out.glob("*.xlsx"))) == 3


def open_from_the_list(person: Person, at: int, name: str) -> None:
    person.to_table()
    person.keys((Qt.Key.Key_Home, CONTROL), *[DOWN] * at, ENTER)
    assert workshop(person).startswith(name)


def pay(person: Person) -> None:
    """Those with an account by bank, as they are ticked at first; the others in cash."""
    person.keys((Qt.Key.Key_6, ALT))
    person.press("record-paid")
    method = person.to("method")
    person.choose(method, "现金")
    person.press("tick-open")
    person.press("record-paid")
    view = person.window.pages["payroll"].view
    assert (view.open_rows, view.run.paid_fen) == ((), view.run.net_fen)


def correct(person: Person) -> None:
    """Ten pieces had been forgotten: noted for their day, then locked as a correction, and paid."""
    person.page(3)
    person.to("line-day")
    person.keys((Qt.Key.Key_A, CONTROL), "2026-11-12", ENTER, "01", ENTER, "cx", ENTER, str(FORGOTTEN), ENTER)
    person.page(8)
    person.press("correct-now")
    person.pause()
    person.to("reason")
    person.keys("11 月 12 日漏记 10 件")
    person.press("yes")
    view = person.window.pages["payroll"].view
    assert (view.run.kind, view.run.net_fen) == (RunKind.CORRECTION, FORGOTTEN * PRICE_E4 // 100)
    person.keys((Qt.Key.Key_6, ALT))
    person.press("record-paid")


def go_to_the_months_own_run(person: Person) -> None:
    """The choice of the month's runs, in the title line."""
    person.to("run")
    person.keys(Qt.Key.Key_Home)
    view = person.window.pages["payroll"].view
    assert (view.run.kind, view.run.state) == (RunKind.REGULAR, RunState.PAID)


def archive(person: Person) -> None:
    """The next thing to do, by Ctrl+Enter, and yes."""
    person.keys((ENTER, CONTROL), ENTER)
    assert person.window.pages["payroll"].view.run.state is RunState.ARCHIVED


def sums_agree(records: Context, shop: WorkshopRow, out: Path, text_of: Callable[[bytes], list[str]]) -> None:
    """Slips = ledger = bank + cash, and all of them what pieces and price come to here."""
    regular, more = WORKING_DAYS * PIECES * PRICE_E4 // 100, FORGOTTEN * PRICE_E4 // 100
    corrected = shop.name == CORRECTED
    with records.database.read() as session:
        runs = standing_runs(session, shop.workshop_id, MONTH)
        slips = dict(session.execute(select(SlipRow.run_id, func.sum(SlipRow.net_fen)).where(
            SlipRow.workshop_id == shop.workshop_id).group_by(SlipRow.run_id)).all())  # fmt: skip
        paid = dict(session.execute(select(Payment.method, func.sum(Payment.amount_fen)).where(
            Payment.workshop_id == shop.workshop_id).group_by(Payment.method)).all())  # fmt: skip
    assert {run_row(run).state for run in runs} == {RunState.ARCHIVED}
    assert sorted(slips.values()) == ([more] if corrected else []) + [len(PEOPLE) * regular]
    assert paid == {PayMethod.BANK: 2 * regular + more * corrected, PayMethod.CASH: regular}
    (ledger,) = out.glob(f"{shop.name}*台账*.pdf")
    assert yuan(len(PEOPLE) * regular, grouped=True) in "".join(text_of(ledger.read_bytes()))
