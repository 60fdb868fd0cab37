"""What may be chosen when a piece entry is typed in: workers with their employment, processes with their grades."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.models.goods import PiecePrice, Process, Product
from app.models.people import Worker
from app.services.context import Context
from app.services.people import number_order
from app.services.production_entries import product_of


@dataclass(frozen=True, slots=True)
class WorkerChoice:
    """A worker an entry can be of, with the days of his employment."""

    worker_id: int
    no: str
    name: str
    hired: date
    left: date | None

    def employed(self, day: date) -> bool:
        """Whether the employment includes a day."""
        return self.hired <= day and (self.left is None or day <= self.left)


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """What pieces are counted by: a process of a product and a grade ("" where there is none)."""

    process_id: int
    grade: str
    code: str
    product: str
    process: str


@dataclass(frozen=True, slots=True)
class PieceChoices:
    """What may be chosen when an entry is typed in."""

    workers: tuple[WorkerChoice, ...]
    items: tuple[ItemChoice, ...]


def piece_choices(ctx: Context, workshop_id: int) -> PieceChoices:
    """All workers by number, and each process with the grades it has prices for. Three statements."""
    with ctx.database.read() as session:
        workers = session.execute(
            select(Worker.id, Worker.no, Worker.name, Worker.hired_on, Worker.left_on).where(
                Worker.workshop_id == workshop_id, Worker.deleted == 0
            )
        ).all()
        processes = session.execute(
            select(Process.id, Product.code, Product.name, Process.name)
            .join(Product, product_of())
            .where(Process.workshop_id == workshop_id, Process.deleted == 0, Product.deleted == 0)
        ).all()
        graded = session.execute(
            select(PiecePrice.process_id, PiecePrice.grade)
            .where(PiecePrice.workshop_id == workshop_id, PiecePrice.deleted == 0)
            .distinct()
        ).all()
    grades: dict[int, list[str]] = defaultdict(list)
    for process_id, grade in graded:
        grades[process_id].append(grade)
    people = [
        WorkerChoice(row[0], row[1], row[2], date.fromisoformat(row[3]), date.fromisoformat(row[4]) if row[4] else None)
        for row in workers
    ]
    items = [
        ItemChoice(process_id, grade, code, product, process)
        for process_id, code, product, process in processes
        for grade in sorted(grades.get(process_id, [""]))
    ]
    return PieceChoices(
        tuple(sorted(people, key=lambda one: number_order(one.no))),
        tuple(sorted(items, key=lambda one: (one.product, one.process, one.grade))),
    )
