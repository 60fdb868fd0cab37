"""``backup``, ``restore``, ``verify`` and ``doctor``."""

import platform
import sys
from collections.abc import Iterable

import app
from app.cli.call import Answer, Call
from app.domain.messages import render
from app.services import safety
from app.services.safety import SafetyFinding
from app.services.workshops import list_workshops


def backup(call: Call) -> Answer:
    """Write all records into one file that opens on a bare machine."""
    with call.records() as ctx:
        row = safety.backup(ctx, call.new_file("out", ".gfbackup", only=False))
    data = {
        "file": str(row.path),
        "bytes": row.bytes,
        "made_at": row.made_at.isoformat(timespec="seconds"),
        "workshops": row.workshops,
        "changes": row.changes,
    }
    return Answer(data, call.say("backup_done", file=row.path, kib=-(-row.bytes // 1024), changes=row.changes))


def restore(call: Call) -> Answer:
    """Put a backup's records into the folder; what lies there is set aside."""
    key = call.optional("recovery_key")
    password = call.password() if key is None or call.has_password() else None
    row = safety.restore(call.folder, call.path("file"), password, user=call.user, recovery_key=key)
    data = {
        "data": str(row.folder),
        "aside": None if row.aside is None else str(row.aside),
        "made_at": row.made_at.isoformat(timespec="seconds"),
        "workshops": row.workshops,
        "changes": row.changes,
    }
    words = [call.say("restore_done", folder=row.folder, made_at=f"{row.made_at:%Y-%m-%d %H:%M}", changes=row.changes)]
    if row.aside is not None:
        words.append(call.say("restore_aside", aside=row.aside))
    return Answer(data, "\n".join(words))


def verify(call: Call) -> Answer:
    """Read every page, check the journal, restore a backup on trial."""
    with call.records(read_only=True) as ctx:
        found = safety.verify(ctx)
    return _findings(call, found, {}, [])


def doctor(call: Call) -> Answer:
    """What can be seen of folder and program; with a password also the workshops."""
    found = safety.doctor(call.folder)
    program = {
        "version": app.__version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "frozen": bool(getattr(sys, "frozen", False)),
    }
    data: dict[str, object] = {"data": str(call.folder), "program": program}
    lines = [call.say("doctor_program", **program), call.say("doctor_folder", folder=call.folder)]
    if call.has_password():
        with call.records(read_only=True) as ctx:
            rows = list_workshops(ctx)
        data["workshops"] = [{"workshop_id": row.workshop_id, "name": row.name} for row in rows]
        lines += [call.say("doctor_workshop", name=row.name, workshop_id=row.workshop_id) for row in rows]
    return _findings(call, found, data, lines)


def _findings(call: Call, found: Iterable[SafetyFinding], data: dict[str, object], lines: list[str]) -> Answer:
    """Findings as an answer; a bad one makes the exit code 1."""
    rows = list(found)
    marked = [f"{'✓' if row.good else '✗'} {render(row.kind, row.params, call.lang)}" for row in rows]
    listed = [{"kind": row.kind, "good": row.good, "text": render(row.kind, row.params, call.lang)} for row in rows]
    code = int(not all(row.good for row in rows))
    return Answer({**data, "findings": listed}, "\n".join([*lines, *marked]), code)
