"""All sheets but 工人 as records; rows are identified by FORMAT's key columns and n-th occurrence."""

from dataclasses import dataclass

from app.domain.calendar import month_ends
from app.domain.ids import derived_id
from app.services.importing.people import People
from app.services.importing.records import TITLES, Plan, Values, defaults, plain
from app.services.importing.stored import Stored
from app.services.importing.versions import in_force, plan_versions, stored_versions
from app.services.workbook.rows import AttendanceRow, Book, PieceRow, ProductRow, TrainingRow

EVER = "2000-01-01"  # the first wage settings of a workshop are valid from here on
EQUAL_WEIGHT = 1000


@dataclass(slots=True)
class Goods:
    """Products and processes by name, of the book and of the database."""

    plan: Plan
    products: dict[str, int]
    codes: dict[str, int]
    processes: dict[tuple[int, str], int]

    def product_id(self, name: str, sheet: str, row: int) -> int:
        """The product of a name; one that only pieces or prices name is made without a 货号."""
        if name not in self.products:
            self.products[name] = derived_id(self.plan.workshop_id, "product", "", name)
            self.plan.want("product", (self.products[name],), {"name": name}, sheet, row)
        return self.products[name]

    def process_id(self, product: str, name: str, sheet: str, row: int) -> int:
        """The process (工序) of a product; made where it is first named."""
        product_id = self.product_id(product, sheet, row)
        key = (product_id, name)
        if key not in self.processes:
            self.processes[key] = derived_id(self.plan.workshop_id, "process", product_id, name)
            values: Values = {"product_id": product_id, "name": name}
            self.plan.want("process", (self.processes[key],), values, sheet, row)
        process_id = self.processes[key]
        self.plan.claimed |= {("process", (process_id,)), ("product", (product_id,))}
        return process_id


def plan_entries(plan: Plan, book: Book, stored: Stored, people: People) -> None:
    """Ask for every record of the book but its workers."""
    _plan_workshop(plan, book, stored)
    goods = _plan_products(plan, book, stored)
    for price in book.prices:
        key = (
            goods.process_id(price.product, price.process, "单价", price.row),
            price.grade,
            price.valid_from.isoformat(),
        )
        plan.want("piece_price", key, {"price_e4": price.price_e4}, "单价", price.row)
    for row in book.attendance:
        _plan_attendance(plan, row, people)
    for piece in book.pieces:
        _plan_piece(plan, piece, goods, people)
    _plan_money(plan, book, people)
    _plan_sales(plan, book, goods)
    for training in book.trainings:
        _plan_training(plan, training, people)
    for holiday in book.holidays:
        values: Values = {"name": holiday.name, "statutory": int(holiday.statutory)}
        plan.want("calendar_day", (holiday.day.isoformat(),), values, "节假日", holiday.row)


# ------------------------------------------------------------------ workshop
def _plan_workshop(plan: Plan, book: Book, stored: Stored) -> None:
    row = book.workshop
    if row is None:
        return
    said = book.headings["工坊"]
    values = {column: plain(getattr(row, column)) for column, title in TITLES["workshop"].items() if title in said}
    if values:
        wanted = plan.want("workshop", (), values, "工坊", 0)
        wanted.forced = not stored.rows["workshop"][()]["credit_code"] and "credit_code" in values
    titles = TITLES["workshop_terms"]
    terms = {column: plain(getattr(row, column)) for column, title in titles.items() if title in said}
    if terms:
        live = stored_versions(stored, "workshop_terms")[()]
        present = in_force(live, plan.last_day)
        otherwise = present.values if present else defaults("workshop_terms")
        want = {column: terms.get(column, otherwise[column]) for column in titles}
        plan_versions(plan, "workshop_terms", (), live, want, EVER, ("工坊", 0))


# ------------------------------------------------------------------ goods
def _plan_products(plan: Plan, book: Book, stored: Stored) -> Goods:
    live = {int(key[0]): row for key, row in stored.live("product")}
    codes = {str(row["code"]): product_id for product_id, row in live.items() if row["code"]}
    bare = {str(row["name"]): product_id for product_id, row in live.items() if not row["code"]}
    goods = Goods(plan, {}, codes, {})
    for row in book.products:
        product_id = codes.get(row.code) or bare.get(row.name) or derived_id(plan.workshop_id, "product", row.code)
        goods.codes[row.code] = product_id
        goods.products.setdefault(row.name, product_id)
        plan.want("product", (product_id,), _product_values(row, book.headings["产品"]), "产品", row.row)
    for product_id, product in live.items():
        goods.products.setdefault(str(product["name"]), product_id)
    for key, process in stored.live("process"):
        goods.processes.setdefault((int(process["product_id"] or 0), str(process["name"])), int(key[0]))
    return goods


def _product_values(row: ProductRow, headings: frozenset[str]) -> Values:
    values = {column: plain(getattr(row, column)) for column, title in TITLES["product"].items() if title in headings}
    values["unit"] = values.get("unit") or "件"
    if "opening_stock_milli" in values:
        values["opening_stock_milli"] = values["opening_stock_milli"] or 0
    return values


def _plan_sales(plan: Plan, book: Book, goods: Goods) -> None:
    for row in book.sales:
        day = row.day.isoformat()
        key = derived_id(plan.workshop_id, "sale", day, row.channel, row.event, row.code, row.order_no, row.nth)
        values: Values = {"date": day, "channel": row.channel, "event": row.event, "product_id": goods.codes[row.code]}
        values |= {"quantity_milli": row.quantity_milli, "price_fen": row.price_fen}
        plan.want(
            "sale", (key,), values | {"returned_milli": row.returned_milli, "order_no": row.order_no}, "销售", row.row
        )


# ------------------------------------------------------------------ work
def _plan_attendance(plan: Plan, row: AttendanceRow, people: People) -> None:
    for number, mark in row.marks:
        day = f"{plan.month}-{number:02d}"
        values: Values = {"mark": mark.kind.value, "normal_minutes": mark.normal_minutes}
        key = (people.who(row.no, day), day)
        plan.want("attendance", key, values | {"extra_minutes": mark.extra_minutes}, "考勤", row.row)


def _plan_piece(plan: Plan, row: PieceRow, goods: Goods, people: People) -> None:
    """A piece entry, and for a team its shares; the same identity the day sheet gives an entry typed in."""
    day, nos, kind = row.day.isoformat(), ",".join(row.nos), row.time_kind.value
    key = derived_id(plan.workshop_id, "piece_entry", day, nos, row.product, row.process, row.grade, kind, row.nth)
    workers = [people.who(no, day) for no in row.nos]
    values: Values = {"date": day, "worker_id": workers[0] if len(workers) == 1 else None, "grade": row.grade}
    values |= {"process_id": goods.process_id(row.product, row.process, "计件", row.row), "time_kind": kind}
    for column in ("good_milli", "rework_milli", "worker_scrap_milli", "material_scrap_milli"):
        values[column] = getattr(row, column)
    plan.want("piece_entry", (key,), values, "计件", row.row)
    if len(workers) == 1:
        return
    weights = row.weights or (EQUAL_WEIGHT,) * len(workers)
    for position, (worker_id, weight) in enumerate(zip(workers, weights, strict=True)):
        share: Values = {"position": position, "weight_milli": weight}
        plan.want("team_share", (key, worker_id), share, "计件", row.row)


def _plan_money(plan: Plan, book: Book, people: People) -> None:
    for row in book.adjustments:
        last = month_ends(row.month)[1].isoformat()
        identity = (row.month, row.no, row.item, row.kind.value, row.nth)
        key = derived_id(plan.workshop_id, "adjustment", *identity)
        values: Values = {"month": row.month, "worker_id": people.who(row.no, last), "item": row.item}
        values |= {"kind": row.kind.value, "amount_fen": row.amount_fen}
        plan.want("adjustment", (key,), values, "增减", row.row)
    for advance in book.advances:
        day = advance.day.isoformat()
        key = derived_id(plan.workshop_id, "advance", day, advance.no, advance.nth)
        values = {"date": day, "worker_id": people.who(advance.no, day), "amount_fen": advance.amount_fen}
        plan.want("advance", (key,), values | {"note": advance.note}, "预支", advance.row)


def _plan_training(plan: Plan, row: TrainingRow, people: People) -> None:
    day = row.day.isoformat()
    key = derived_id(plan.workshop_id, "training", day, row.topic, row.nth)
    values: Values = {"date": day, "topic": row.topic, "origin": row.origin, "lecturer": row.lecturer}
    plan.want("training", (key,), values | {"minutes": row.minutes}, "培训", row.row)
    for no in row.nos:
        plan.want("training_attendance", (key, people.who(no, day)), {"minutes_present": None}, "培训", row.row)
