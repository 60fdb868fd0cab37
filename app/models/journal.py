"""Journal triggers, generated from the table metadata (DESIGN 3): no change of a synced row escapes, raw SQL included.

Each synced table has six triggers. Three write the journal after an insert, an update and a change of the delete mark;
three guard: keys are never edited, rows never really deleted (which also refuses INSERT OR REPLACE, since
recursive_triggers is on), insert-only tables never updated. Conflict clauses of the outer statement override those
inside a trigger, so the bodies use none.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, Table, text

from app.models.base import groups, key_columns, sync_info, synced_tables, value_columns

NUL_MESSAGE = "text holds a NUL"
_CAPTURING = "(SELECT capture FROM origin) = 1"


def _quoted(row: str, column: str) -> str:
    return f'json_quote({row}."{column}")'


def _key(table: Table, row: str) -> str:
    return "json_array(" + ", ".join(f'{row}."{column.name}"' for column in key_columns(table)) + ")"


def _changed(columns: list[str]) -> str:
    return "(" + " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in columns) + ")"


def _touched(table: Table, group: str) -> str:
    """SQL: whether this update touches a group; a change of the delete mark touches every group."""
    return _changed([*groups(table)[group], "deleted"])


def _shown_clock(table: Table, group: str) -> str:
    """SQL: the clock of the version an edit of ``group`` replaces: the one shown.

    Where heads compete the conflict row names it; else it is the greatest clock, of those that did not delete unless the row
    is deleted.
    """
    own = f"tbl = '{table.name}' AND key = {_key(table, 'NEW')} AND workshop_id = NEW.workshop_id"
    touches = "1" if len(groups(table)) == 1 else f"(op <> 'u' OR json_type(base, '$.\"{group}\"') IS NOT NULL)"
    return (
        f"coalesce((SELECT shown FROM conflict WHERE {own} AND grp = '{group}'), "
        f"(SELECT max(clock) FROM journal WHERE {own} AND {touches} AND (OLD.deleted = 1 OR op <> 'd')))"
    )


def _base(table: Table) -> str:
    """SQL: ``base`` of an update: one clock, or an object group → clock where the table has several groups."""
    names = list(groups(table))
    if len(names) == 1:
        computed = _shown_clock(table, names[0])
    else:
        parts = " || ".join(
            f"""CASE WHEN {_touched(table, name)} THEN ',"{name}":' || {_shown_clock(table, name)} ELSE '' END"""
            for name in names
        )
        computed = f"'{{' || substr({parts}, 2) || '}}'"
    return f"coalesce((SELECT base FROM origin), {computed})"


def _insert_data(table: Table) -> str:
    return "json_array(" + ", ".join(f'NEW."{column.name}"' for column in value_columns(table)) + ")"


def _update_data(table: Table) -> str:
    """SQL: every column of each touched group, changed ones as [old, new] (merge takes whole groups, DESIGN 4)."""
    parts = []
    for group, names in groups(table).items():
        for name in names:
            new, old = _quoted("NEW", name), _quoted("OLD", name)
            parts.append(
                f"""CASE WHEN OLD."{name}" IS NOT NEW."{name}" THEN ',"{name}":[' || {old} || ',' || {new} || ']' """
                f"""WHEN {_touched(table, group)} THEN ',"{name}":' || {new} ELSE '' END"""
            )
    return "'{' || substr(" + " || ".join(parts) + ", 2) || '}'"


def _write(table: Table, op: str, base: str, data: str) -> str:
    """SQL: advance seq and clock of the workshop, then write the journal row."""
    return f"""
  INSERT INTO counter (workshop_id, seq, clock)
    SELECT NEW.workshop_id, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM counter WHERE workshop_id = NEW.workshop_id);
  UPDATE counter SET seq = seq + 1, clock = (((clock >> 20) + 1) << 20) | (SELECT device FROM origin)
    WHERE workshop_id = NEW.workshop_id;
  INSERT INTO journal (workshop_id, device, seq, clock, base, user, action, at, tbl, key, op, data)
    SELECT c.workshop_id, o.device, c.seq, c.clock, {base}, o.user, o.action,
           CAST(strftime('%s', 'now') AS INTEGER), '{table.name}', {_key(table, "NEW")}, {op}, {data}
    FROM counter c, origin o WHERE c.workshop_id = NEW.workshop_id;"""


def _journal_triggers(table: Table) -> Iterator[tuple[str, str]]:
    name = table.name
    values = [column.name for column in value_columns(table)]
    yield (
        f"journal_{name}_insert",
        f"""AFTER INSERT ON "{name}" WHEN {_CAPTURING} BEGIN{_write(table, "'i'", "NULL", _insert_data(table))}
END""",
    )
    settle = f"""
  UPDATE conflict SET shown = (SELECT clock FROM counter WHERE workshop_id = NEW.workshop_id)
    WHERE workshop_id = NEW.workshop_id AND tbl = '{name}' AND key = {_key(table, "NEW")}
      AND grp IN ({", ".join(f"CASE WHEN {_touched(table, g)} THEN '{g}' END" for g in groups(table))});"""
    op = "CASE WHEN NEW.deleted > OLD.deleted THEN 'd' WHEN NEW.deleted < OLD.deleted THEN 'c' ELSE 'u' END"
    yield (
        f"journal_{name}_update",
        f"""AFTER UPDATE ON "{name}" WHEN {_CAPTURING} AND {_changed([*values, "deleted"])} BEGIN"""
        f"""{_write(table, op, _base(table), _update_data(table))}{settle}
END""",
    )


def _guard_triggers(table: Table) -> Iterator[tuple[str, str]]:
    name = table.name
    keys = ["workshop_id", *(column.name for column in key_columns(table))]
    yield (
        f"guard_{name}_key",
        f"""BEFORE UPDATE ON "{name}" WHEN {_CAPTURING} AND {_changed(keys)} """
        f"BEGIN SELECT RAISE(ABORT, 'key of {name} cannot be edited'); END",
    )
    yield (
        f"guard_{name}_delete",
        f"""BEFORE DELETE ON "{name}" WHEN {_CAPTURING} """
        f"BEGIN SELECT RAISE(ABORT, 'row of {name} cannot be deleted, only marked'); END",
    )
    if sync_info(table).insert_only:
        yield (
            f"guard_{name}_insert_only",
            f"""BEFORE UPDATE ON "{name}" WHEN {_CAPTURING} """
            f"BEGIN SELECT RAISE(ABORT, 'row of {name} cannot be changed'); END",
        )


def trigger_sql() -> dict[str, str]:
    """Name → CREATE TRIGGER statement of every trigger the metadata asks for."""
    return {
        name: f'CREATE TRIGGER "{name}" {body}'
        for table in synced_tables()
        for name, body in (*_journal_triggers(table), *_guard_triggers(table))
    }


def _present(connection: Connection) -> dict[str, str]:
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    return {row.name: row.sql for row in rows}


def regenerate_triggers(connection: Connection) -> None:
    """Drop every trigger and create those of the metadata (after each migration: batch edits drop them)."""
    for name in _present(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for statement in trigger_sql().values():
        connection.exec_driver_sql(statement)


def triggers_are_current(connection: Connection) -> bool:
    """Whether the triggers in the database are exactly those of the metadata (compared at each open)."""
    return _present(connection) == trigger_sql()
