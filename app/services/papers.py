"""What can be printed of a month: ledger, slips, settlement, board, cash list, tax list, certificate (RULES 7).

A paper of a run is made of the run as it was frozen; of a month not locked, of its draft, and says so. Numbers are in
full where the law asks for them; the public board holds none.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.ledger import LedgerData, require_complete
from app.domain.messages import Word
from app.domain.papers.board import AmountRule, BoardData, BoardRules, NameRule, board_of
from app.domain.papers.cash import CashData, cash_of
from app.domain.papers.settlement import SettlementData, settlement_of
from app.domain.papers.slips import SlipsData
from app.domain.papers.source import PaidSlip, Source, ledger_of
from app.domain.papers.subsidy import MONTHS, months_up_to
from app.domain.papers.tax_list import TaxData, tax_rows
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind
from app.models.local import Setting
from app.models.queries.runs import run_heads
from app.services.context import Context
from app.services.papers_signing import slip_codes
from app.services.papers_source import draft_source, month_source, run_source
from app.services.payments import payments
from app.services.payroll_runs import standing_runs

_BOARD = "board_rules"


class PaperKind(StrEnum):
    """The papers of a payroll; ``paper_…`` of the message catalogue names each."""

    LEDGER = "ledger"
    SLIPS = "slips"
    SETTLEMENT = "settlement"
    BOARD = "board"
    CASH = "cash"
    SHEET = "sheet"
    TAX_LIST = "tax_list"
    CERTIFICATE = "certificate"
    SUBSIDY = "subsidy"


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """A paper that could be asked for: of a run (``run_id`` 0: the draft), or of the whole month.

    ``reason`` says why it cannot be made; None where it can.
    """

    kind: PaperKind
    run_id: int
    run_kind: RunKind
    is_draft: bool
    reason: Refusal | None

    @property
    def possible(self) -> bool:
        """Whether it can be made."""
        return self.reason is None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which run of a month: by id, by kind, else the regular one (its draft where it is not locked)."""

    month: str
    kind: RunKind | None = None
    run_id: int | None = None


def ledger(ctx: Context, workshop_id: int, wanted: Wanted) -> LedgerData:
    """The wage ledger of a run of any kind, or of the draft."""
    return ledger_of(_source(ctx, workshop_id, wanted))


def slips(ctx: Context, workshop_id: int, wanted: Wanted, *, formulas: bool = False) -> SlipsData:
    """The wage slips of a run, each with a code signed by this device; a draft's have none."""
    with ctx.database.read() as session:
        source = month_source(session, workshop_id, wanted.month, wanted.kind, wanted.run_id)
        return SlipsData(source, formulas, slip_codes(session, source))


def settlement(ctx: Context, workshop_id: int, wanted: Wanted) -> SettlementData:
    """The settlement sheets of home work and services; refuses ``settlement_empty``."""
    return settlement_of(_source(ctx, workshop_id, wanted))


def board(ctx: Context, workshop_id: int, wanted: Wanted) -> BoardData:
    """The public board by this PC's rules."""
    return board_of(_source(ctx, workshop_id, wanted), board_rules(ctx))


def cash(ctx: Context, workshop_id: int, wanted: Wanted, *, everybody: bool = False) -> CashData:
    """The cash list of what is open: of those without an account, else of all; refuses ``cash_empty``."""
    source = _source(ctx, workshop_id, wanted)
    return cash_of(source, _open(ctx, source), everybody=everybody)


def _source(ctx: Context, workshop_id: int, wanted: Wanted) -> Source:
    with ctx.database.read() as session:
        return month_source(session, workshop_id, wanted.month, wanted.kind, wanted.run_id)


def _open(ctx: Context, source: Source) -> list[tuple[int, int]]:
    """What is open of each worker, in fen: of a draft, the net."""
    if source.is_draft:
        return [(one.slip.worker_id, one.slip.net_fen) for one in source.slips]
    return [(row.worker_id, row.open_fen) for row in payments(ctx, source.workshop_id, source.run_id)]


def tax_list(ctx: Context, workshop_id: int, month: str) -> TaxData:
    """What the withholding client is told: all standing runs of the month together, else the draft.

    Refuses ``tax_list_id_missing`` and ``run_disputed``.
    """
    with ctx.database.read() as session:
        sources = month_sources(session, workshop_id, month)
    first = sources[0]
    return TaxData(
        unit=first.unit,
        credit_code=first.credit_code,
        month=month,
        is_draft=first.is_draft,
        prepared_by=first.prepared_by,
        rows=tax_rows(_all_slips(sources), month),
    )


def _all_slips(sources: Iterable[Source]) -> Iterable[PaidSlip]:
    return (one for source in sources for one in source.slips)


def month_sources(session: Session, workshop_id: int, month: str) -> list[Source]:
    """Every run of a month, in the order they were made; the draft where none stands. Refuses ``run_disputed``."""
    heads = standing_runs(session, workshop_id, month)
    if any(head.disputed for head in heads):
        raise Refusal("run_disputed", month=month)
    return [run_source(session, workshop_id, head) for head in heads] or [draft_source(session, workshop_id, month)]


# ---------------------------------------------------------------- the board's rules


def board_rules(ctx: Context) -> BoardRules:
    """How this PC's boards show names and amounts."""
    with ctx.database.read() as session:
        stored = session.scalar(select(Setting.value).where(Setting.name == _BOARD))
    kept = json.loads(stored) if stored else {}
    return BoardRules(NameRule(kept.get("names", NameRule.STAR)), AmountRule(kept.get("amounts", AmountRule.EXACT)))


def set_board_rules(ctx: Context, rules: BoardRules) -> None:
    """Keep how boards show names and amounts."""
    value = json.dumps({"names": rules.names, "amounts": rules.amounts})
    with ctx.database.write(ctx.user, "papers.board_rules") as session:
        session.merge(Setting(name=_BOARD, value=value))


# ---------------------------------------------------------------- what can be made


def papers_for(ctx: Context, workshop_id: int, month: str) -> tuple[PaperChoice, ...]:
    """Every paper of a month: of each standing run (else the draft), then those of the whole month; with reasons."""
    with ctx.database.read() as session:
        heads = standing_runs(session, workshop_id, month)
        sources = [run_source(session, workshop_id, head) for head in heads]
        if not any(source.kind is RunKind.REGULAR for source in sources):
            sources.append(draft_source(session, workshop_id, month))
        span = months_up_to(month, MONTHS)
        counted = {head.month for head in run_heads(session, workshop_id) if head.counts}
    made = [choice for source in sources for choice in _of_run(ctx, source)]
    locked = month in counted
    lacking = Refusal("papers_need_lock", month=month, paper=Word("paper_certificate"))
    none = Refusal("subsidy_no_runs", first=span[0], last=month)
    return (
        *made,
        _choice(PaperKind.TAX_LIST, None, _refused(lambda: _declarable(sources, month)), is_draft=not locked),
        _choice(PaperKind.CERTIFICATE, None, None if counted else lacking),
        _choice(PaperKind.SUBSIDY, None, None if counted & set(span) else none),
    )


def _declarable(sources: Iterable[Source], month: str) -> None:
    """Refuses as ``tax_list`` does; of a month with runs the draft is left out."""
    kept = tuple(sources)
    if any(source.disputed for source in kept):
        raise Refusal("run_disputed", month=month)
    tax_rows(_all_slips([source for source in kept if not source.is_draft] or kept), month)


def _of_run(ctx: Context, source: Source) -> list[PaperChoice]:
    tried: dict[PaperKind, Callable[[], object]] = {
        PaperKind.LEDGER: lambda: require_complete(ledger_of(source)),
        PaperKind.SLIPS: lambda: None,
        PaperKind.SETTLEMENT: lambda: settlement_of(source),
        PaperKind.BOARD: lambda: None,
        PaperKind.CASH: lambda: cash_of(source, _open(ctx, source), everybody=True),
        PaperKind.SHEET: lambda: None,
    }
    return [_choice(kind, source, _refused(make), is_draft=source.is_draft) for kind, make in tried.items()]


def _refused(make: Callable[[], object]) -> Refusal | None:
    try:
        make()
    except Refusal as refusal:
        return refusal
    return None


def _choice(kind: PaperKind, source: Source | None, reason: Refusal | None, *, is_draft: bool = False) -> PaperChoice:
    run_id, run_kind = (source.run_id, source.kind) if source else (0, RunKind.REGULAR)
    return PaperChoice(kind, run_id, run_kind, is_draft, reason)
