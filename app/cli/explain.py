"""``payroll explain``: one worker's slip, each figure with its records, and why it differs from last month's."""

from collections.abc import Iterable

from app.cli.call import Answer, Call
from app.domain.differences import Reason
from app.domain.explain_json import counted_text, explanation_json
from app.domain.explanation import Figure, SlipExplanation
from app.domain.formula_words import formula_words
from app.domain.money import signed_yuan, yuan
from app.services.explain import SlipStory, explain_shown


def explain(call: Call) -> Answer:
    """The slip of the month's standing payroll, of --run, or of the draft where none is locked."""
    with call.records(read_only=True) as ctx:
        given = call.optional("run")
        run_id = int(given) if given is not None else None
        story = explain_shown(ctx, call.workshop(ctx), call.text("month"), call.text("worker"), run_id)
    told = story.explanation
    data = {**explanation_json(told, story.reasons), "net_fen": story.net_fen, "last_net_fen": story.last_net_fen}
    return Answer(data, "\n".join([*_slip(call, told), *_year(call, told), *_why(call, story)]))


def _slip(call: Call, told: SlipExplanation) -> Iterable[str]:
    yield call.say("explain_head", no=told.no, name=told.name, month=told.month)
    yield from (f"  {note.text(call.lang)}" for note in told.notes)
    for figure in told.figures:
        yield from _figure(call, figure)


def _figure(call: Call, figure: Figure) -> Iterable[str]:
    yield f"{yuan(figure.amount_fen, True):>12}  {figure.name.text(call.lang)}"
    if figure.formula:
        yield f"{'':14}{formula_words(figure.formula, call.lang)}"
    yield from (f"{'':14}{words.text(call.lang)}" for words in (*figure.facts, *figure.notes))
    for row in figure.rows:
        day = f"{row.day:%m-%d}" if row.day else "     "
        yield f"{'':14}{day}  {counted_text(row.counted, figure.measure):>10}  {row.words.text(call.lang)}"


def _year(call: Call, told: SlipExplanation) -> Iterable[str]:
    if told.year:
        yield call.say("explain_year_head")
    for row in told.year:
        figures = (row.income_fen, row.social_fen, row.additional_fen, row.withheld_fen)
        named = zip(("income", "social", "additional", "withheld"), (yuan(fen, True) for fen in figures), strict=True)
        yield "  " + call.say("explain_year_row", label=row.label.text(call.lang), **dict(named))


def _why(call: Call, story: SlipStory) -> Iterable[str]:
    if not story.compared:
        yield call.say("explain_why_no_last")
        return
    difference = story.net_fen - (story.last_net_fen or 0)
    same = not difference and not story.reasons
    yield call.say("explain_why_same") if same else call.say("explain_why_head", change=signed_yuan(difference))
    yield from _reasons(call, story.reasons)


def _reasons(call: Call, reasons: Iterable[Reason]) -> Iterable[str]:
    yield from (f"{signed_yuan(one.amount_fen):>12}  {one.words.text(call.lang)}" for one in reasons)
