"""The money of a workshop as a state machine: every step real, through the services, on an encrypted database.

After each step the machine compares the database with what it remembers: amounts once locked are as they were, sums
agree, nobody is paid above the net, nobody is paid one month twice, no balance is below nothing, and each year's tax is
what fractions give. A step that is refused leaves no trace.
"""

import shutil
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from app.domain.refusal import Refusal
from app.domain.vocabulary import PayMethod, RunKind
from app.models.opening import open_database
from app.services import payroll, payroll_life
from app.services.context import Context
from app.services.importing import import_book
from tests.fixtures import PASSWORD, USER
from tests.machine.records import Dump, dump, run_sql
from tests.machine.shop import LEAVER, MONTHS, NOW
from tests.reference.slow_tax import NOTHING, withheld

STANDING = ("locked", "paid", "archived")
WAGES = ("全日制", "非全日制")
DEDUCTIONS = ("social", "tax", "other", "damage", "advance")
OPENED = {LEAVER: (7, 6_100_000, 0, 0, 0)}
numbers = st.sampled_from(("01", "02", "03", "04", "05", "06"))
some = st.sets(numbers, min_size=1, max_size=3).map(sorted)
which = st.integers(0, 30)
months = st.sampled_from(MONTHS)
marks = st.sampled_from((("√", 480), ("假", 0), ("√", 240)))

RAW = (
    "UPDATE slip SET net_fen = net_fen + 100",
    "UPDATE slip_line SET amount_fen = amount_fen + 1",
    "UPDATE payroll_run SET net_fen = 0",
    "UPDATE payment SET amount_fen = 1",
    "UPDATE payment SET deleted = 1",
    "UPDATE payment_return SET reason = 'x'",
    "UPDATE payroll_event SET state = 'voided'",
    "DELETE FROM payment",
    "DELETE FROM slip",
    "DELETE FROM payroll_event",
    "INSERT OR REPLACE INTO payment SELECT * FROM payment LIMIT 1",
)
"""Tries to change what is locked or paid, past the services."""
SECOND = """
INSERT INTO payment (workshop_id, id, run_id, worker_id, method, paid_on, amount_fen, account, note, deleted)
SELECT workshop_id, id + 1000000, run_id, worker_id, method, paid_on, amount_fen, account, '', 0 FROM payment
WHERE id NOT IN (SELECT payment_id FROM payment_return) ORDER BY id LIMIT 1
"""
"""Another payment of what is paid already."""


class Money(RuleBasedStateMachine):
    """``home`` is the template of ``shop.make``, ``workshop_id`` its workshop; ``unguarded`` triggers are dropped."""

    home: ClassVar[Path]
    workshop_id: ClassVar[int]
    unguarded: ClassVar[tuple[str, ...]] = ()
    done: ClassVar[Counter[str]] = Counter()
    """How often each step was taken, and how often refused, over all runs of a test."""

    @initialize(begun=st.sampled_from((0, 1, 2, 2)))
    def copied(self, begun: int) -> None:
        """A copy of the template, in which so many months are locked and paid already."""
        self.folder = Path(tempfile.mkdtemp(prefix="money-", dir=self.home))
        shutil.copytree(self.home / "data", self.folder / "data")
        self.database, _ = open_database(self.folder / "data", USER, PASSWORD)
        self.ctx = Context(self.database, USER, now=lambda: NOW)
        with self.database.write(USER, "unguard", capture=False) as session:
            for trigger in self.unguarded:
                session.execute(text(f"DROP TRIGGER {trigger}"))
        self.seen: Dump = dump(self.database)
        self.allowed: set[str] = set()
        self.in_order = True
        self.states: dict[int, str] = {}
        for month in MONTHS[:begun]:
            run = payroll_life.lock(self.ctx, self.workshop_id, month)
            payroll_life.pay(self.ctx, self.workshop_id, run.run_id, method=PayMethod.CASH)
            self.allowed = _LOCK | _PAY

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.database.close()
            shutil.rmtree(self.folder)

    # ------------------------------------------------------------ steps

    def step(self, name: str, adds: set[str], act: Any) -> Any:
        """Take a step that may add rows to these tables; a refused one adds none."""
        try:
            result = act()
        except (Refusal, IntegrityError) as refusal:
            code = refusal.code if isinstance(refusal, Refusal) else "guard"
            note(f"{name}: refused, {code}")
            self.done[f"{name} refused"] += 1
            self.done[f"{name} refused {code}"] += 1
            return None
        note(f"{name}: done")
        self.done[name] += 1
        self.allowed |= adds
        return result

    @rule(skip=st.sampled_from((0, 0, 0, 0, 0, 1, 2)))
    def lock(self, skip: int) -> None:
        """Lock the first month not locked yet, now and then a later one or one that is locked already."""
        locked = {run["month"] for run in self.standing() if run["kind"] == "regular"}
        free = [month for month in MONTHS if month not in locked] + [*MONTHS]
        month = free[skip]
        later = [run for run in self.standing() if run["month"] > month and run["kind"] != "correction"]
        if self.step("lock", _LOCK, lambda: payroll_life.lock(self.ctx, self.workshop_id, month)) and later:
            self.in_order = False

    @rule()
    def lock_half(self) -> None:
        """Pay the part-timer's first half of the first month not locked yet."""
        locked = {run["month"] for run in self.standing() if run["kind"] == "regular"}
        month = next((month for month in MONTHS if month not in locked), MONTHS[-1])
        act = lambda: payroll_life.lock(self.ctx, self.workshop_id, month, RunKind.FIRST_HALF)  # noqa: E731
        self.step("half", _LOCK, act)

    @rule(numbers=some, month=months)
    def settle_anybody(self, numbers: list[str], month: str) -> None:
        """A settlement is for who left in the month, nobody else."""
        self.lock_named("settle", month, RunKind.SETTLEMENT, numbers)

    @rule()
    def settle(self) -> None:
        whole = {run["month"] for run in self.standing() if run["kind"] == "regular"}
        if self.lock_named("settle", MONTHS[-1], RunKind.SETTLEMENT, [LEAVER]) and not whole >= set(MONTHS[:-1]):
            self.in_order = False

    @rule(numbers=some, month=months)
    def correct(self, numbers: list[str], month: str) -> None:
        self.lock_named("correct", month, RunKind.CORRECTION, numbers)

    @rule(number=which, no=numbers, mark=marks, delta=st.sampled_from((0, 4_100, -3_700)))
    def find_a_mistake(self, number: int, no: str, mark: tuple[str, int], delta: int) -> None:
        """A day of a month that was paid turns out wrong, and so does a rate: the month is corrected for everybody."""
        paid = {row["run_id"] for row in self.seen.of("payment")}
        months = sorted({run["month"] for run in self.standing() if run["id"] in paid})
        if months:
            month = months[number % len(months)]
            self.edit_attendance(month, no, 9 + number % 12, mark)
            self.edit_terms(no, delta)
            names = sorted({slip["no"] for run in self.standing() if run["month"] == month for slip in self.slips(run)})
            self.lock_named("correct", month, RunKind.CORRECTION, names)

    def lock_named(self, name: str, month: str, kind: RunKind, numbers: list[str]) -> Any:
        act = lambda: payroll_life.lock(self.ctx, self.workshop_id, month, kind, numbers, "补记")  # noqa: E731
        return self.step(name, _LOCK, act)

    @rule(number=which)
    def reopen(self, number: int) -> None:
        self.give_up("reopen", number, payroll_life.reopen)

    @rule(number=which)
    def void(self, number: int) -> None:
        self.give_up("void", number, payroll_life.void)

    def give_up(self, name: str, number: int, act: Any) -> None:
        """What later months, and corrections of any, were computed with is gone: their tax is that of what was known.

        A correction rounds with the later months that stand; the last of its fens comes with the month's next lock.
        """
        chosen = self.on_run(name, number, {"payroll_event"}, lambda run: act(*run, "漏记"))
        if chosen and any(run["kind"] == "correction" or run["month"] > chosen.month for run in self.standing()):
            self.in_order = False

    @rule(number=which)
    def archive(self, number: int) -> None:
        self.on_run("archive", number, {"payroll_event"}, lambda run: payroll_life.archive(*run))

    @rule(number=which)
    def unarchive(self, number: int) -> None:
        """Taken out of the archive a run is paid, as it was."""
        out = self.on_run("unarchive", number, {"payroll_event"}, lambda run: payroll_life.unarchive(*run, "退回"))
        assert out is None or out.state.value == "paid"

    @rule(number=which, method=st.sampled_from(PayMethod))
    def pay_all(self, number: int, method: PayMethod) -> None:
        self.on_run("pay", number, _PAY, lambda run: payroll_life.pay(*run, method=method))

    @rule(number=which, only=some, method=st.sampled_from(PayMethod))
    def pay_some(self, number: int, only: list[str], method: PayMethod) -> None:
        self.on_run("pay some", number, _PAY, lambda run: payroll_life.pay(*run, only=only, method=method))

    @rule(number=which)
    def come_back(self, number: int) -> None:
        paid = sorted(row["id"] for row in self.seen.of("payment"))
        if paid:
            payment = paid[number % len(paid)]
            act = lambda: payroll_life.return_payment(self.ctx, self.workshop_id, payment, None, "户名不符")  # noqa: E731
            self.step("return", {"payment_return", "payroll_event"}, act)

    @rule(price=st.sampled_from(("12345", "23500", "41000")))
    def edit_price(self, price: str) -> None:
        self.edit("edit price", "UPDATE piece_price SET price_e4 = :price", price=int(price))

    @rule(month=months, no=numbers, day=st.integers(1, 30), mark=marks)
    def edit_attendance(self, month: str, no: str, day: int, mark: tuple[str, int]) -> None:
        statement = (
            "UPDATE attendance SET mark = :mark, normal_minutes = :minutes, extra_minutes = 0 "
            "WHERE date = :day AND worker_id = (SELECT id FROM worker WHERE no = :no)"
        )
        self.edit("edit attendance", statement, mark=mark[0], minutes=mark[1], day=f"{month}-{day:02d}", no=no)

    @rule(no=numbers, delta=st.sampled_from((4_100, -3_700)))
    def edit_terms(self, no: str, delta: int) -> None:
        statement = (
            "UPDATE pay_term SET rate_fen = rate_fen + :delta WHERE basis IN ('月薪', '日薪') AND rate_fen > 30000 "
            "AND worker_id = (SELECT id FROM worker WHERE no = :no)"
        )
        self.edit("edit terms", statement, delta=delta, no=no)

    @rule(month=months, overwrite=st.booleans())
    def import_again(self, month: str, overwrite: bool) -> None:
        book = self.home / f"{month}.xlsx"
        self.step(
            "import",
            set(),
            lambda: import_book(self.ctx, self.workshop_id, book, month, overwrite_edited=overwrite),
        )

    @rule(statement=st.sampled_from(RAW))
    def tamper(self, statement: str) -> None:
        self.step("tamper", set(), lambda: run_sql(self.database, USER, statement))

    @rule()
    def pay_twice_by_hand(self) -> None:
        back = {row["payment_id"] for row in self.seen.of("payment_return")}
        if any(row["id"] not in back for row in self.seen.of("payment")):
            self.step("second payment", {"payment"}, lambda: run_sql(self.database, USER, SECOND))

    def edit(self, name: str, statement: str, **values: object) -> None:
        self.step(name, set(), lambda: run_sql(self.database, USER, statement, **values))

    def on_run(self, name: str, number: int, adds: set[str], act: Any) -> Any:
        """Do something with one of the runs there are."""
        runs = sorted(row["id"] for row in self.seen.of("payroll_run"))
        if not runs:
            return None
        chosen = (self.ctx, self.workshop_id, runs[number % len(runs)])
        return self.step(name, adds, lambda: act(chosen))

    # ------------------------------------------------------------ what always holds

    @invariant()
    def everything_holds(self) -> None:
        if not hasattr(self, "seen"):
            return
        now = dump(self.database)
        assert self.seen.lost(now) == [], "a locked or paid row is not what it was"
        added = self.seen.added(now)
        assert set(added) <= self.allowed, f"rows came that the step does not make: {added}"
        changed = now.rows != self.seen.rows
        self.seen, self.allowed = now, set()
        if changed:
            self.states = {run.run_id: run.state.value for run in payroll.runs(self.ctx, self.workshop_id)}
            self.sums_agree()
            self.nobody_is_paid_too_much()
            self.nobody_is_paid_a_month_twice()
            self.no_balance_is_below_nothing()
            self.the_year_s_tax_is_right()

    def standing(self) -> list[dict[str, Any]]:
        """The runs that stand, by month."""
        runs = [run for run in self.seen.of("payroll_run") if self.states[run["id"]] in STANDING]
        return sorted(runs, key=lambda run: (run["month"], run["id"]))

    def slips(self, run: dict[str, Any]) -> list[dict[str, Any]]:
        return self.seen.of("slip", run_id=run["id"])

    def sums_agree(self) -> None:
        lines: dict[tuple[int, int], Counter[bool]] = defaultdict(Counter)
        for line in self.seen.of("slip_line"):
            lines[line["run_id"], line["worker_id"]][line["code"] in DEDUCTIONS] += line["amount_fen"]
        for run in self.seen.of("payroll_run"):
            slips = self.slips(run)
            assert run["gross_fen"] == sum(slip["gross_fen"] for slip in slips)
            assert run["net_fen"] == sum(slip["net_fen"] for slip in slips)
            assert run["workers"] == len(slips)
            for slip in slips:
                own = lines[run["id"], slip["worker_id"]]
                assert (slip["gross_fen"], slip["net_fen"]) == (own[False], own[False] + own[True])
                assert slip["net_fen"] == slip["gross_fen"] - sum(slip[f"{code}_fen"] for code in DEDUCTIONS)
                assert slip["net_fen"] >= 0

    def nobody_is_paid_too_much(self) -> None:
        back = {row["payment_id"] for row in self.seen.of("payment_return")}
        kept: Counter[tuple[int, int]] = Counter()
        for payment in self.seen.of("payment"):
            kept[payment["run_id"], payment["worker_id"]] += payment["amount_fen"] * (payment["id"] not in back)
        for (run_id, worker_id), paid in kept.items():
            (slip,) = self.seen.of("slip", run_id=run_id, worker_id=worker_id)
            assert 0 <= paid <= slip["net_fen"], "paid above the net"
        for run in self.seen.of("payroll_run"):
            nets = {slip["worker_id"]: slip["net_fen"] for slip in self.slips(run)}
            all_paid = all(kept[run["id"], worker_id] == net for worker_id, net in nets.items())
            if self.states[run["id"]] in ("paid", "archived"):
                assert all_paid, "a paid run has open amounts"
            if any(kept[run["id"], worker_id] for worker_id in nets):
                assert self.states[run["id"]] in STANDING, "a run that was paid does not stand"

    def nobody_is_paid_a_month_twice(self) -> None:
        times = Counter(
            (run["month"], run["kind"] == "first_half", slip["worker_id"])
            for run in self.standing()
            if run["kind"] != "correction"
            for slip in self.slips(run)
        )
        assert all(count == 1 for count in times.values()), "two runs pay one worker's month"

    def no_balance_is_below_nothing(self) -> None:
        for slip in self.seen.of("slip"):
            assert slip["carried_advance_fen"] >= 0
            assert slip["carried_damage_fen"] >= 0
        with self.database.read() as session:
            asked = {
                "advance_fen": session.execute(
                    text("SELECT worker_id, sum(amount_fen) FROM advance WHERE deleted = 0 GROUP BY worker_id")
                ).all(),
                "damage_fen": session.execute(
                    text(
                        "SELECT worker_id, sum(amount_fen) FROM adjustment "
                        "WHERE deleted = 0 AND kind = '赔偿扣款' GROUP BY worker_id"
                    )
                ).all(),
            }
        standing = [slip for run in self.standing() for slip in self.slips(run)]
        for column, rows in asked.items():
            taken: Counter[int] = Counter()
            for slip in standing:
                taken[slip["worker_id"]] += slip[column]
            whole = {row[0]: row[1] for row in rows}
            assert all(fen <= whole.get(worker, 0) for worker, fen in taken.items()), f"more {column} taken than owed"

    def the_year_s_tax_is_right(self) -> None:
        """Of months locked in their order; whoever locks them out of order withholds by what was known."""
        if not self.in_order:
            return
        paid: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0, 0]))
        for run in self.standing():
            for slip in self.slips(run):
                if slip["relation"] in WAGES:
                    sums = paid[slip["no"]][run["month"]]
                    for place, name in enumerate(("gross_fen", "social_fen", "additional_fen", "tax_fen")):
                        sums[place] += slip[name]
        for no, by_month in paid.items():
            rows = [by_month[month] for month in sorted(by_month)]
            taxes = withheld([row[:3] for row in rows], OPENED.get(no, NOTHING))
            assert sum(taxes) == sum(row[3] for row in rows), f"the year of {no}: {rows} gives {taxes}"


_LOCK = {"payroll_run", "payroll_event", "slip", "slip_line"}
_PAY = {"payment", "payroll_event"}
