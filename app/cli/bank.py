"""``payroll bankfile``: the bank file of what is still to be paid of a month, and the templates there are."""

from collections.abc import Iterable

from app.cli.call import Answer, Call
from app.domain.money import yuan
from app.services import bank_files, bank_templates
from app.services.bank_files import WrittenFile
from app.services.bank_templates import TemplateRow


def bankfile(call: Call) -> Answer:
    """Write the file, or with ``--list`` name the templates; refuses as ``bank_files.write_file`` does."""
    if call.flag("list"):
        return _list(call)
    with call.records(read_only=True) as ctx:
        workshop = call.workshop(ctx)
        template = bank_templates.find_template(ctx, workshop, call.optional("template"))
        made = bank_files.write_file(ctx, workshop, call.text("month"), template, call.path("out"))
    data = {
        "file": str(made.path),
        "template": template.name,
        "count": made.count,
        "total_fen": made.total_fen,
        "sha256": made.sha256,
        "runs": list(made.run_ids),
        "skipped": [{"no": one.no, "name": one.name, "why": one.why} for one in made.skipped],
        "warnings": [{"kind": note.kind, "no": note.no, "message": note.text(call.lang)} for note in made.warnings],
    }
    return Answer(data, "\n".join(_lines(call, made)))


def _lines(call: Call, made: WrittenFile) -> Iterable[str]:
    total = yuan(made.total_fen, True)
    yield call.say("bank_file_written", file=made.path, count=made.count, total=total, sha256=made.sha256)
    done = [one for one in made.skipped if one.why == bank_files.NOTHING_OPEN]
    if done:
        yield "  " + call.say("bank_file_nothing_open", count=len(done))
    for one in (one for one in made.skipped if one.why != bank_files.NOTHING_OPEN):
        yield "  " + call.say("bank_file_skipped", no=one.no, name=one.name, why=one.text(call.lang))
    for note in made.warnings:
        yield "  " + note.text(call.lang)


def _list(call: Call) -> Answer:
    with call.records(read_only=True) as ctx:
        rows = bank_templates.templates(ctx, call.workshop(ctx))
    return Answer({"templates": [_row_json(row) for row in rows]}, "\n".join(_row_line(call, row) for row in rows))


def _row_json(row: TemplateRow) -> dict[str, object]:
    form = row.template.form.value if row.template else None
    return {"key": row.key, "name": row.name, "preset": row.is_preset, "form": form}


def _row_line(call: Call, row: TemplateRow) -> str:
    kind = call.say("bank_template_shipped" if row.is_preset else "bank_template_own")
    return f"{row.key:<14}{kind:<8}{row.title(call.lang)}"
