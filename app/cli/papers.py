"""``payroll print``, ``taxlist``, ``sheet``, ``certificate``, ``subsidy`` and ``verify-slip``."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import cast

from app.bootstrap import PapersWritten, write_papers
from app.cli.call import Answer, Call
from app.domain.file_names import require_apart
from app.domain.ledger import LedgerData
from app.domain.messages import Word
from app.domain.messages.text import listing
from app.domain.money import yuan
from app.domain.papers import PaperData, SettlementData, SlipsData
from app.domain.papers.board import AmountRule, BoardRules, NameRule
from app.domain.papers.letters import unprintable_words
from app.domain.papers.slip_code import SlipVerdict
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind
from app.services import papers, papers_people, papers_signing, spreadsheets
from app.services.context import Context
from app.services.papers import Wanted
from app.services.writing import write_whole

_WRONG_USAGE = 2
_PDF, _XLSX = ".pdf", ".xlsx"
_NOBODY = frozenset({"cash_by_bank", "cash_empty", "settlement_empty"})
"""What a paper says that has nobody on it."""
_Maker = Callable[[Call, Context, int, Wanted], PaperData]


def _ledger(_: Call, ctx: Context, workshop: int, wanted: Wanted) -> LedgerData:
    data = papers.ledger(ctx, workshop, wanted)
    if data.is_draft and not any(row.gross_fen or any(row.minutes) for row in data.rows):
        raise Refusal("ledger_nothing_recorded", month=data.month)
    return data


def _slips(call: Call, ctx: Context, workshop: int, wanted: Wanted) -> PaperData:
    return papers.slips(ctx, workshop, wanted, formulas=call.flag("formulas"), only=call.words("worker"))


def _board(call: Call, ctx: Context, workshop: int, wanted: Wanted) -> PaperData:
    """The board by its rules; those given are kept for the next time."""
    names, amounts = call.optional("board_names"), call.optional("board_amounts")
    if names or amounts:
        kept = papers.board_rules(ctx)
        given = BoardRules(NameRule(names or kept.names), AmountRule(amounts or kept.amounts))
        papers.set_board_rules(ctx, given)
    return papers.board(ctx, workshop, wanted)


_MAKERS: dict[str, _Maker] = {
    "ledger": _ledger,
    "slips": _slips,
    "settlement": lambda _, ctx, shop, wanted: papers.settlement(ctx, shop, wanted),
    "board": _board,
    "cash": lambda call, ctx, shop, wanted: papers.cash(ctx, shop, wanted, everybody=call.flag("cash_all")),
}


def print_papers(call: Call) -> Answer:
    """Papers of a month as PDF files: of a locked run, else marked as drafts. All or none are written.

    A paper with nobody on it does not keep the others back: it is left out, and said so.
    """
    asked = {name: call.new_file(name, _PDF) for name in _MAKERS if call.optional(name)}
    if not asked:
        return Answer({"refused": "print_nothing_asked"}, call.say("print_nothing_asked"), _WRONG_USAGE)
    require_apart(asked.values())
    keeps = bool(call.optional("board_names") or call.optional("board_amounts"))
    with call.records(read_only=not keeps) as ctx:
        made, empty = _made(call, ctx, asked)
    written = write_papers([(paper, asked[name]) for name, paper in made.items()])
    data: dict[str, object] = {name: str(file) for name, file in zip(made, written.files, strict=True)}
    first = next(iter(made.values()))
    data |= {"draft": _is_draft(first), "check_code": _check_code(made)}
    data["left_out"] = {name: {"refused": why.code, "message": why.text(call.lang)} for name, why in empty.items()}
    words = [_written(call, name, paper, asked[name]) for name, paper in made.items()]
    words += [call.say("paper_left_out", paper=Word(f"paper_{name}"), reason=why) for name, why in empty.items()]
    return _told(call, data, words, written)


def _made(call: Call, ctx: Context, asked: Iterable[str]) -> tuple[dict[str, PaperData], dict[str, Refusal]]:
    """The papers asked for, and those left out because nobody is on them; refuses where nothing is left."""
    workshop, wanted = call.workshop(ctx), _wanted(call)
    made: dict[str, PaperData] = {}
    empty: dict[str, Refusal] = {}
    for name in asked:
        try:
            made[name] = _MAKERS[name](call, ctx, workshop, wanted)
        except Refusal as refusal:
            if refusal.code not in _NOBODY:
                raise
            empty[name] = refusal
    if not made:
        raise next(iter(empty.values()))
    return made, empty


def _told(call: Call, data: dict[str, object], words: list[str], written: PapersWritten) -> Answer:
    """The answer of a command that made papers, with the letters that are to be written in by hand."""
    lacking = written.unprintable
    data["unprintable"] = [{"no": one.no, "text": one.text, "letters": list(one.code_points)} for one in lacking]
    return Answer(data, "\n".join([*words, *filter(None, [unprintable_words(lacking, call.lang)])]))


def _wanted(call: Call) -> Wanted:
    kind, run_id = call.optional("kind"), call.optional("run")
    return Wanted(call.text("month"), RunKind(kind) if kind else None, int(run_id) if run_id else None)


def _is_draft(data: PaperData) -> bool:
    held = data.source if isinstance(data, SlipsData | SettlementData) else data
    return bool(getattr(held, "is_draft", False))


def _check_code(made: dict[str, PaperData]) -> str:
    for data in made.values():
        held = data.source if isinstance(data, SlipsData | SettlementData) else data
        if code := getattr(held, "check_code", ""):
            return cast("str", code)
    return ""


def _written(call: Call, name: str, data: PaperData, file: Path) -> str:
    draft = _is_draft(data)
    if isinstance(data, LedgerData):
        return call.say("ledger_draft_written" if draft else "ledger_written", file=file, rows=len(data.rows))
    return call.say("paper_draft_written" if draft else "paper_written", paper=Word(f"paper_{name}"), file=file)


def tax_list(call: Call) -> Answer:
    """What the withholding client is told of a month, as a spreadsheet and if asked for as a PDF list."""
    out = call.new_file("out", _XLSX)
    pdf = call.new_file("pdf", _PDF) if call.optional("pdf") else None
    require_apart(filter(None, (out, pdf)))
    with call.records(read_only=True) as ctx:
        data = papers.tax_list(ctx, call.workshop(ctx), call.text("month"))
    answer: dict[str, object] = {
        "file": str(out),
        "draft": data.is_draft,
        "wages": len(data.wages),
        "services": len(data.services),
        "tax_fen": sum(row.tax_fen for row in data.rows),
    }
    content = spreadsheets.tax_sheet(data)
    if pdf is None:
        return Answer(answer, _written(call, "tax_list", data, write_whole(out, content)))
    printed = write_papers([(data, pdf)], beside=[(out, content)])
    answer["pdf"] = str(pdf)
    return _told(call, answer, [_written(call, "tax_list", data, file) for file in (out, pdf)], printed)


def sheet(call: Call) -> Answer:
    """A run as a spreadsheet."""
    out = call.new_file("out", _XLSX)
    with call.records(read_only=True) as ctx:
        content, source = spreadsheets.payroll_sheet(ctx, call.workshop(ctx), _wanted(call))
    file = write_whole(out, content)
    code = "paper_draft_written" if source.is_draft else "paper_written"
    words = call.say(code, paper=Word("paper_sheet"), file=file)
    return Answer({"file": str(file), "draft": source.is_draft, "workers": len(source.slips)}, words)


def certificate(call: Call) -> Answer:
    """The wage certificate of one worker."""
    out = call.new_file("out", _PDF)
    with call.records(read_only=True) as ctx:
        months = int(call.text("months"))
        data = papers_people.certificate(ctx, call.workshop(ctx), call.text("worker"), call.text("month"), months)
    written = write_papers([(data, out)])
    file = written.files[0]
    answer: dict[str, object] = {
        "file": str(file),
        "months": [one.month for one in data.counted],
        "paid_fen": data.paid_fen,
        "average_fen": data.average_fen,
    }
    return _told(call, answer, [call.say("paper_written", paper=Word("paper_certificate"), file=file)], written)


def subsidy(call: Call) -> Answer:
    """The subsidy pack of six months up to a month."""
    out = call.new_file("out", _PDF)
    with call.records(read_only=True) as ctx:
        data = papers_people.subsidy(ctx, call.workshop(ctx), call.text("month"))
    written = write_papers([(data, out)])
    file = written.files[0]
    words = [call.say("paper_written", paper=Word("paper_subsidy"), file=file)]
    if data.missing:
        words.append(call.say("subsidy_missing", months=listing(data.missing)))
    if data.unpaid:
        words.append(call.say("subsidy_unpaid", months=listing(data.unpaid)))
    lacking = {"missing": list(data.missing), "unpaid": list(data.unpaid)}
    answer: dict[str, object] = {"file": str(file), "months": list(data.months), **lacking}
    return _told(call, answer, words, written)


def verify_slip(call: Call) -> Answer:
    """Whether a slip's code is ours and says what was locked; exit code 1 where it does not."""
    with call.records(read_only=True) as ctx:
        found = papers_signing.verify_slip(ctx, call.text("text"))
    data: dict[str, object] = {
        "verdict": found.verdict.value,
        "words": found.words,
        "device": found.device,
        "month": found.month,
        "no": found.no,
        "name": found.name,
        "net_fen": found.net_fen,
    }
    words = call.say(f"slip_{found.verdict.value}", **data | {"net": yuan(found.net_fen, grouped=True)})
    return Answer(data, words, 0 if found.verdict is SlipVerdict.VALID else 1)
