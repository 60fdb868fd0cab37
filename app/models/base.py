"""What every table shares: naming, column types, and what sync must know of a synced table.

To add a synced table: 1. declare it below ``Synced`` in the file of its subject, keys first, each later column with
``col(..., group=...)``, or no group for the whole row; 2. give ``__sync__`` its month and fen columns and its writer;
3. write its migration in the ``shared`` branch; 4. run ``dev.py test``: metadata, journal and sync tests cover it by
themselves.
"""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Column, ForeignKeyConstraint, Index, Integer, MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column

ROW_GROUP = "row"
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
Integer64 = BigInteger().with_variant(Integer(), "sqlite")


@dataclass(frozen=True)
class SyncInfo:
    """What sync and stats know of a table: its month (a date or month column), its sums, who may write it.

    ``indexed``: its rows are many, and an index finds those of a month; ``found_by`` names the columns of another.
    """

    month: str | None = None
    fen: tuple[str, ...] = field(default=())
    writer: str = "workshop"
    insert_only: bool = False
    indexed: bool = False
    found_by: tuple[str, ...] = ()


class Base(DeclarativeBase):
    """All tables; integers are 64 bit, text is text, on both engines."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {int: Integer64, str: Text}


def col(
    *, group: str = ROW_GROUP, key: bool = False, default: int | str | None = None, date: bool = False
) -> MappedColumn[Any]:
    """A synced column: its merge group (keys have none), a default the database knows too, ISO date or month text."""
    info: dict[str, object] = {"date": date} if key else {"group": group, "date": date}
    server_default = None if default is None else str(default)
    return mapped_column(
        primary_key=key, autoincrement=False, default=default, server_default=server_default, info=info
    )


class Synced(Base):
    """A table every device of a workshop shares: keyed by workshop first, deleted by a mark, journaled by triggers."""

    __abstract__ = True
    __sync__: ClassVar[SyncInfo] = SyncInfo()
    __refs__: ClassVar[dict[str, str]] = {}

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        refs = [
            ForeignKeyConstraint(["workshop_id", column], [f"{table}.workshop_id", f"{table}.id"])
            for column, table in cls.__refs__.items()
        ]
        if cls.__tablename__ != "workshop":
            refs.append(ForeignKeyConstraint(["workshop_id"], ["workshop.workshop_id"]))
        month = cls.__sync__.month
        found_by = cls.__sync__.found_by
        index = [Index(None, "workshop_id", month)] if month and cls.__sync__.indexed else []
        index += [Index(None, "workshop_id", *found_by)] if found_by else []
        options = {"sqlite_with_rowid": False, "sqlite_strict": True}  # no float, no text in a number's place
        return (*refs, *index, {**options, "info": {"sync": cls.__sync__}})

    workshop_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=-10)
    deleted: Mapped[int] = mapped_column(default=0, server_default="0", sort_order=90)
    extra: Mapped[str | None] = mapped_column(sort_order=91)


def sync_info(table: Table) -> SyncInfo:
    """What sync knows of a synced table; KeyError for a local one."""
    info: SyncInfo = table.info["sync"]
    return info


def synced_tables(metadata: MetaData = Base.metadata) -> list[Table]:
    """The synced tables, parents before children."""
    return [table for table in metadata.sorted_tables if "sync" in table.info]


def key_columns(table: Table) -> list[Column[Any]]:
    """The key of a row within its workshop: the primary key without workshop_id, in order."""
    return [column for column in table.primary_key.columns if column.name != "workshop_id"]


def value_columns(table: Table) -> list[Column[Any]]:
    """The columns that carry a row's synced values, in the frozen order the journal's arrays use."""
    return [column for column in table.columns if "group" in column.info]


def groups(table: Table) -> dict[str, list[str]]:
    """Merge groups of a table: name → columns (DESIGN 4)."""
    found: dict[str, list[str]] = {}
    for column in value_columns(table):
        found.setdefault(column.info["group"], []).append(column.name)
    return found
