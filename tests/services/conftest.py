"""A workshop in the shared encrypted database, and people to work there."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime

import pytest
from sqlalchemy import event

from app.domain.vocabulary import Basis, Relation
from app.domain.worker_check import WorkerForm
from app.models.database import Database
from app.services.context import Context
from app.services.people_edit import add_worker
from app.services.workshops import create_workshop

NOW = datetime(2026, 10, 21, 18, 30)  # noqa: DTZ001  local wall time, a Wednesday


@pytest.fixture
def ctx(database: Database) -> Context:
    """Ayi at the end of 21 October 2026."""
    return Context(database, "阿依", now=lambda: NOW)


@pytest.fixture
def shop(ctx: Context) -> int:
    """The workshop_id of one workshop."""
    return create_workshop(ctx, "龙潭彝绣工坊", "513499").workshop_id


@pytest.fixture
def hire(ctx: Context, shop: int) -> Callable[..., int]:
    """Make a worker by number; returns the worker_id."""

    def made(no: str, name: str = "阿依莫", **fields: object) -> int:
        given: dict[str, object] = {
            "relation": Relation.FULL_TIME,
            "basis": Basis.MONTHLY,
            "rate_fen": 260_000,
            "hired_on": date(2025, 3, 1),
        }
        form = WorkerForm(no=no, name=name, **(given | fields))  # type: ignore[arg-type]
        return add_worker(ctx, shop, form).row.worker_id

    return made


@pytest.fixture
def statements(database: Database) -> Callable[[], AbstractContextManager[list[str]]]:
    """A context that collects the SQL statements sent within it."""

    @contextmanager
    def collected() -> Iterator[list[str]]:
        sent: list[str] = []

        def note(*arguments: object) -> None:
            sent.append(str(arguments[2]))

        event.listen(database.engine, "before_cursor_execute", note)
        yield sent
        event.remove(database.engine, "before_cursor_execute", note)

    return collected
