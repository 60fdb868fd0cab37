"""``import``: a workshop's workbook."""

from collections.abc import Iterable

from app.cli.call import Answer, Call
from app.domain.refusal import Refusal
from app.services.importing import ImportResult, import_book, result_json
from app.services.workbook.problems import Problem
from app.services.workbook.template import write_template


def import_workbook(call: Call) -> Answer:
    """Take a workbook, or say what keeps it from being taken."""
    given = call.optional("workshop")
    with call.records() as ctx:
        result = import_book(
            ctx,
            int(given) if given else None,
            call.path("book"),
            call.optional("month"),
            dry_run=call.flag("dry_run"),
            accept_good=call.flag("accept_good"),
            overwrite_edited=call.flag("overwrite_edited"),
        )
    return Answer(result_json(result, call.lang), "\n".join(_lines(call, result)), int(not result.taken))


def template(call: Call) -> Answer:
    """Write an empty workbook to fill in; never over one that is there."""
    out = call.new_file("out", ".xlsx")
    if out.exists():
        raise Refusal("template_exists", file=str(out))
    write_template(out)
    return Answer({"file": str(out)}, call.say("template_written", file=out))


def _lines(call: Call, result: ImportResult) -> Iterable[str]:
    if not result.taken:
        yield call.say("import_not_taken", month=result.month)
    elif result.dry_run:
        yield call.say("import_would_take", month=result.month)
    else:
        yield call.say("import_taken", month=result.month)
    for one in result.sheets:
        yield "  " + call.say(
            "import_sheet",
            sheet=one.sheet,
            rows=one.rows,
            added=one.added,
            updated=one.updated,
            unchanged=one.unchanged,
            kept=one.kept,
            deleted=one.deleted,
        )
    yield from _findings(call, "import_problems", result.problems)
    yield from _findings(call, "import_kept", result.kept)
    yield from _findings(call, "import_notices", result.notices)


def _findings(call: Call, heading: str, found: Iterable[Problem]) -> Iterable[str]:
    rows = [f"  {one.text(call.lang)}" for one in found]
    if rows:
        yield call.say(heading, count=len(rows))
        yield from rows
