"""The office of the story: what its people do in the program, step by step, and the clock on its wall."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import insert, update

from app.domain.attendance import parse_mark
from app.domain.pay_check import SettingsForm, TermForm
from app.domain.vocabulary import Basis, PayMethod, PayPeriod, Relation, RunKind, TaxMethod
from app.domain.worker_check import WorkerForm
from app.models.database import Database, new_ids
from app.models.tables import Attendance, PieceEntry, PiecePrice, Process, Product
from app.services import papers, payroll, payroll_life
from app.services.bank_files import month_file
from app.services.bank_templates import presets
from app.services.context import Context
from app.services.pay_terms import add_term
from app.services.people_edit import add_worker, edit_worker, worker_form
from app.services.workshop_terms import save_settings
from app.services.workshops import create_workshop
from tests.reference.rows import fen, milli
from tests.story.people import ROSTER, account, born

PRICE = "2.35"


@dataclass
class Office:
    """A database, its one workshop, and the workers' ids by number; ``paid`` notes each run's sums as it was paid."""

    database: Database
    today: date = date(2026, 1, 2)
    ids: dict[str, int] = field(default_factory=dict)
    sums: list[tuple[str, RunKind, dict[str, int]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ctx = Context(self.database, "阿依", now=lambda: datetime.combine(self.today, time(17)))
        self.shop = create_workshop(self.ctx, "龙潭彝绣工坊", "513499").workshop_id
        minimum = {"monthly_minimum_fen": 187_000, "hourly_minimum_fen": 1_900}
        save_settings(self.ctx, self.shop, SettingsForm(date(2026, 1, 1), 10, **minimum))
        with self.database.write("阿依", "goods") as session:
            product, process = new_ids(session, 2)
            session.add(Product(workshop_id=self.shop, id=product, name="香包"))
            session.add(Process(workshop_id=self.shop, id=process, product_id=product, name="填充"))
            price = {"process_id": process, "grade": "", "valid_from": "2024-01-01", "price_e4": 23_500}
            session.add(PiecePrice(workshop_id=self.shop, **price))
        self.process = process

    # ------------------------------------------------------------ people
    def hire(self, no: str) -> None:
        row = ROSTER[no]
        form = WorkerForm(
            no=no,
            name=row["姓名"],
            relation=Relation(row["用工形式"]),
            basis=Basis(row["计薪方式"]),
            rate_fen=fen(row["标准"]) or None,
            hired_on=row["入职日期"],
            id_number=born(no),
            phone=f"1390000{int(no):04d}",
            bank="农业银行" if account(no) else "",
            account=account(no),
            social_fen=fen(row["社保个人"]),
            additional_fen=fen(row["专项附加扣除"]),
            tax_method=TaxMethod(row["扣除方式"] or "按月"),
        )
        self.ids[no] = add_worker(self.ctx, self.shop, form).row.worker_id

    def new_terms(self, no: str, since: date, row: dict, period: PayPeriod = PayPeriod.MONTH) -> None:
        form = TermForm(
            since,
            Relation(row["用工形式"]),
            Basis(row["计薪方式"]),
            fen(row["标准"]) or None,
            fen(row["社保个人"]),
            additional_fen=fen(row["专项附加扣除"]),
            period=period,
        )
        add_term(self.ctx, self.shop, self.ids[no], form)

    def new_account(self, no: str, number: str) -> None:
        form = worker_form(self.ctx, self.shop, self.ids[no])
        edit_worker(self.ctx, self.shop, self.ids[no], replace(form, account=number))

    # ------------------------------------------------------------ records
    def write_month(self, month: str, marks: dict[str, dict[str, str]], pieces: list[dict]) -> None:
        """A month's attendance and pieces, as the day pages write them."""
        with self.database.write("阿依", "day") as session:
            rows = [self._mark(no, month, day, mark) for no, own in marks.items() for day, mark in own.items()]
            if rows:
                session.execute(insert(Attendance), [{"workshop_id": self.shop} | row for row in rows])
            numbers = new_ids(session, len(pieces))
            made = [{"id": number} | self._piece(row) for number, row in zip(numbers, pieces, strict=True)]
            session.execute(insert(PieceEntry), [{"workshop_id": self.shop} | row for row in made])

    def mend_day(self, no: str, month: str, day: str, mark: str) -> None:
        """A day's mark put right."""
        row = self._mark(no, month, day, mark)
        table = Attendance.__table__
        key = (table.c.worker_id == row.pop("worker_id"), table.c.date == row.pop("date"))
        with self.database.write("阿依", "day") as session:
            assert session.execute(update(table).where(*key).values(row)).rowcount == 1

    def add_pieces(self, rows: list[dict]) -> None:
        """Pieces that were forgotten."""
        self.write_month("", {}, rows)

    def _mark(self, no: str, month: str, day: str, text: str) -> dict[str, Any]:
        mark = parse_mark(text)
        when = {"worker_id": self.ids[no], "date": f"{month}-{int(day):02d}"}
        return when | {
            "mark": mark.kind.value, "normal_minutes": mark.normal_minutes, "extra_minutes": mark.extra_minutes,
        }  # fmt: skip

    def _piece(self, row: dict) -> dict[str, Any]:
        counted = {"good_milli": milli(row["合格"]), "rework_milli": milli(row["返工"])}
        counted |= {"worker_scrap_milli": milli(row["工废"]), "material_scrap_milli": milli(row["料废"])}
        where = {"date": row["日期"].isoformat(), "worker_id": self.ids[row["编号"]], "process_id": self.process}
        return where | counted | {"grade": "", "time_kind": row["时段"]}

    # ------------------------------------------------------------ the payroll's life
    def lock(self, month: str, kind: RunKind = RunKind.REGULAR, workers: Any = None, reason: str = "") -> int:
        return payroll_life.lock(self.ctx, self.shop, month, kind, workers, reason).run_id

    def pay(self, month: str, run_id: int) -> dict[str, int]:
        """Pay a run as the papers say: by the bank file who is in it, the rest by the cash list; notes the sums."""
        run = next(run for run in payroll.runs(self.ctx, self.shop) if run.run_id == run_id)
        sums = {"run": run.net_fen, "slips": sum(slip.net_fen for slip in payroll.slips(self.ctx, self.shop, run_id))}
        wanted = papers.Wanted(month, run_id=run_id)
        sums["ledger"] = sum(row.net_fen for row in papers.ledger(self.ctx, self.shop, wanted).rows)
        rows = [row for row in payroll_life.payments(self.ctx, self.shop, run_id) if row.open_fen]
        by_bank, in_cash = [row.no for row in rows if row.account], [row.no for row in rows if not row.account]
        sums["bank"] = sums["cash"] = 0
        if by_bank:
            template = next(row.template for row in presets() if row.key == "csv-utf8")
            sums["bank"] = month_file(self.ctx, self.shop, month, template, run_id).file.total_fen
            payroll_life.pay(self.ctx, self.shop, run_id, only=by_bank)
        if in_cash:
            listed = papers.cash(self.ctx, self.shop, wanted).rows
            assert [row.no for row in listed] == in_cash
            sums["cash"] = sum(row.amount_fen for row in listed)
            payroll_life.pay(self.ctx, self.shop, run_id, only=in_cash, method=PayMethod.CASH)
        self.sums.append((month, RunKind(run.kind), sums))
        return sums

    def archive(self, month: str) -> None:
        """Close every run of a month that stands."""
        for run in payroll_life.month_runs(self.ctx, self.shop, month).runs:
            if run.state.value == "paid":
                payroll_life.archive(self.ctx, self.shop, run.run_id)
