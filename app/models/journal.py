"""Journal triggers, generated from the table metadata (DESIGN 3): no change of a synced row escapes, raw SQL included.

Two triggers a synced table write the journal after an insert and after an update (a change of the delete mark is one);
the rest, in ``app.models.guards``, refuse what a journal could not tell. Conflict clauses of the outer statement
override those inside a trigger, so the bodies use none, and check that the journal row was really written.

An update that changes nothing writes nothing, unless ``origin.base`` is set: then a person chose among heads, and the
choice is a change even where the shown values stay. For a table of several groups ``origin.base`` is an object group →
list of clocks, for others the list; it holds for every row written until it is cleared.
"""

from collections.abc import Iterator
from functools import cache

from sqlalchemy import Connection, Table, text

from app.models.base import groups, key_columns, synced_tables, value_columns
from app.models.guards import CAPTURING, changed, guard_triggers, local_guards, refuse

_CHOSEN = "(SELECT base FROM origin)"
_NO_DATA = "(SELECT data FROM journal ORDER BY pos DESC LIMIT 1) = '{}'"
_LAST_BASE = "(SELECT base FROM journal ORDER BY pos DESC LIMIT 1)"


def key_json(table: Table, row: str) -> str:
    """SQL: the key of a row within its workshop as the journal has it, a JSON array."""
    return "json_array(" + ", ".join(f'{row}."{column.name}"' for column in key_columns(table)) + ")"


def _several(table: Table) -> bool:
    return len(groups(table)) > 1


def _touched(table: Table, group: str) -> str:
    """SQL: whether this update touches a group; a change of the delete mark touches every group."""
    if not _several(table):
        return "1"
    return f"({changed([*groups(table)[group], 'deleted'])} OR {_CHOSEN} -> '$.\"{group}\"' IS NOT NULL)"


def _row_of(table: Table) -> str:
    return f"tbl = '{table.name}' AND key = {key_json(table, 'NEW')} AND workshop_id = NEW.workshop_id"


def _shown_clock(table: Table, group: str) -> str:
    """SQL: the clock of the version an edit of ``group`` replaces, or several: those whose content is shown.

    Where heads compete the conflict row names them; a delete and a re-creation replace all heads. Else it is the
    greatest clock, which always is a head; 0 where the journal knows nothing of the row.
    """
    touches = f"(op <> 'u' OR json_type(base, '$.\"{group}\"') IS NOT NULL)" if _several(table) else "1"
    return (
        "coalesce((SELECT CASE WHEN OLD.deleted = NEW.deleted THEN same ELSE heads END FROM conflict "
        f"WHERE {_row_of(table)} AND grp = '{group}'), "
        f"(SELECT max(clock) FROM journal WHERE {_row_of(table)} AND {touches}), 0)"
    )


def _base(table: Table) -> str:
    """SQL: ``base`` of an update: one clock, or an object group → clock where the table has several groups."""
    if not _several(table):
        (group,) = groups(table)
        return f"coalesce({_CHOSEN}, {_shown_clock(table, group)})"
    parts = " || ".join(
        f"CASE WHEN {_touched(table, group)} THEN ',\"{group}\":' || "
        f"coalesce({_CHOSEN} -> '$.\"{group}\"', {_shown_clock(table, group)}) ELSE '' END"
        for group in groups(table)
    )
    return f"'{{' || substr({parts}, 2) || '}}'"


def _insert_data(table: Table) -> str:
    return "json_array(" + ", ".join(f'NEW."{column.name}"' for column in value_columns(table)) + ")"


def _update_data(table: Table) -> str:
    """SQL: every column of each touched group, changed ones as [old, new] (merge takes whole groups, DESIGN 4)."""
    parts = [
        f"CASE WHEN {changed([name])} THEN ',\"{name}\":[' || json_quote(OLD.\"{name}\") || ',' || "
        f"json_quote(NEW.\"{name}\") || ']' "
        f"WHEN {_touched(table, group)} THEN ',\"{name}\":' || json_quote(NEW.\"{name}\") ELSE '' END"
        for group, names in groups(table).items()
        for name in names
    ]
    return "'{' || substr(" + " || ".join(parts) + ", 2) || '}'"


def _write(table: Table, op: str, base: str, data: str) -> str:
    """SQL: advance seq and clock of the workshop, write the journal row, and refuse the change if none was written."""
    columns = "workshop_id, device, seq, clock, base, user, action, at, tbl, key, op, data"
    values = (
        f"c.workshop_id, o.device, c.seq, c.clock, {base}, o.user, o.action, CAST(strftime('%s', 'now') AS INTEGER), "
        f"'{table.name}', {key_json(table, 'NEW')}, {op}, {data}"
    )
    return "\n".join(
        (
            "",
            "INSERT INTO counter (workshop_id, seq, clock) SELECT NEW.workshop_id, 0, 0",
            "  WHERE NOT EXISTS (SELECT 1 FROM counter WHERE workshop_id = NEW.workshop_id);",
            "UPDATE counter SET seq = seq + 1, clock = (((clock >> 20) + 1) << 20) | (SELECT device FROM origin)",
            "  WHERE workshop_id = NEW.workshop_id;",
            f"INSERT INTO journal ({columns})",
            f"  SELECT {values}",
            "  FROM counter c, origin o WHERE c.workshop_id = NEW.workshop_id;",
            f"{refuse('change not journaled', 'changes() <> 1')};",
        )
    )


def _settle(table: Table) -> str:
    """SQL: where heads compete, the change just written takes the place of those its base names.

    It is shown from now on, being the greatest clock; where it alone is left, the conflict is over.
    """
    last = f"json_extract({_LAST_BASE}, '$.\"' || grp || '\"')" if _several(table) else _LAST_BASE
    return "\n".join(
        (
            "",
            "UPDATE conflict SET shown = (SELECT clock FROM counter WHERE workshop_id = NEW.workshop_id),",
            "  same = (SELECT CAST(clock AS TEXT) FROM counter WHERE workshop_id = NEW.workshop_id),",
            "  heads = (SELECT json_group_array(value) FROM (",
            "    SELECT value FROM json_each(conflict.heads)",
            f"      WHERE value NOT IN (SELECT value FROM json_each({last}))",
            "    UNION ALL SELECT clock FROM counter WHERE workshop_id = NEW.workshop_id))",
            f"  WHERE {_row_of(table)} AND {last} IS NOT NULL;",
            f"DELETE FROM conflict WHERE {_row_of(table)} AND json_array_length(heads) < 2;",
        )
    )


def _journal_triggers(table: Table) -> Iterator[tuple[str, str]]:
    name = table.name
    insert = _write(table, "'i'", "NULL", _insert_data(table))
    yield f"journal_{name}_insert", f'AFTER INSERT ON "{name}" WHEN {CAPTURING} BEGIN{insert}\nEND'
    op = "CASE WHEN NEW.deleted > OLD.deleted THEN 'd' WHEN NEW.deleted < OLD.deleted THEN 'c' ELSE 'u' END"
    update = _write(table, op, _base(table), _update_data(table)) + _settle(table)
    if _several(table):
        update += f"\n{refuse('a choice names no group of the table', _NO_DATA)};"
    values = [column.name for column in value_columns(table)]
    when = f"{CAPTURING} AND ({changed([*values, 'deleted'])} OR {_CHOSEN} IS NOT NULL)"
    yield f"journal_{name}_update", f'AFTER UPDATE ON "{name}" WHEN {when} BEGIN{update}\nEND'


@cache
def trigger_sql() -> dict[str, str]:
    """Name → CREATE TRIGGER statement of every trigger the metadata asks for."""
    bodies = [pair for table in synced_tables() for pair in (*_journal_triggers(table), *guard_triggers(table))]
    return {name: f'CREATE TRIGGER "{name}" {body}' for name, body in (*bodies, *local_guards())}


def _present(connection: Connection) -> dict[str, str]:
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    return {row.name: row.sql for row in rows}


def drop_triggers(connection: Connection) -> None:
    """Drop every trigger, before a migration, which must journal nothing."""
    for name in _present(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def regenerate_triggers(connection: Connection) -> None:
    """Drop every trigger and create those of the metadata (after each migration: batch edits drop them)."""
    drop_triggers(connection)
    for statement in trigger_sql().values():
        connection.exec_driver_sql(statement)


def triggers_are_current(connection: Connection) -> bool:
    """Whether the triggers in the database are exactly those of the metadata (compared at each open)."""
    return _present(connection) == trigger_sql()
