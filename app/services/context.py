"""What a use case is given: the database, who acts, and the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # SQLAlchemy costs 0.5 s, and the log-in, which only names a context, is to be seen before that
    from app.models.database import Database


@dataclass(frozen=True)
class Context:
    """The surroundings of a use case; ``now`` gives local wall time, a note and never an order."""

    database: "Database"
    user: str
    now: Callable[[], datetime] = datetime.now

    def today(self) -> date:
        """Today by the PC's clock."""
        return self.now().date()
