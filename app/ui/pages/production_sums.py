"""The sums beside the list of piece entries: by day, by worker, by product and process."""

from collections.abc import Callable
from dataclasses import dataclass

from app.services import production_sums
from app.services.production_sums import GroupSums, PieceSums
from app.ui.pages import production_rows as rows
from app.ui.tables.view import RowsTable
from app.ui.theme.style import Look
from app.ui.widgets.parts import empty_state
from app.ui.words import translate


@dataclass(frozen=True)
class Grouping:
    """What entries are summed by: the service, the column's title and that of its number or code."""

    service: Callable[..., tuple[GroupSums, ...]]
    title: str
    number: str = ""
    by_worker: bool = False


def groupings() -> tuple[Grouping, ...]:
    """The three groupings in the order of their tabs."""
    return (
        Grouping(production_sums.day_sums, translate("Production", "日期")),
        Grouping(
            production_sums.worker_sums,
            translate("Production", "工人"),
            translate("Production", "编号"),
            by_worker=True,
        ),
        Grouping(production_sums.item_sums, translate("Production", "产品·工序"), translate("Production", "货号")),
    )


class SumsTable(RowsTable[GroupSums]):
    """One grouping at a time; what a search leaves has no foot, since that is the sum of all."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._groups: tuple[GroupSums, ...] = ()
        self._of: Grouping | None = None
        self.when_empty(empty_state(translate("Production", "这段时间没有计件。")))

    def hold(self, grouping: Grouping, groups: tuple[GroupSums, ...]) -> None:
        """Keep the sums that ``show_found`` shows."""
        self._of, self._groups = grouping, groups

    def show_found(self, grouping: Grouping, sums: PieceSums, text: str) -> None:
        """Show the groups a search leaves; ``sums`` are those of the span. Nothing while others are still held."""
        if grouping is not self._of:
            return
        found = [one for one in self._groups if text in f"{one.no} {one.name}".casefold()]
        numbered = bool(grouping.number)
        foot = rows.group_totals(sums, self._groups, numbered=numbered, by_worker=grouping.by_worker)
        whole = found and len(found) == len(self._groups)
        self.show_rows(rows.group_columns(grouping.title, numbered=grouping.number), found, foot if whole else None)
