"""What can be printed of a month: ledger, slips, settlement, board, cash list, tax list, certificate (RULES 7).

A paper of a run is made of the run as it was frozen; of a month not locked, of its draft, and says so. Numbers are in
full where the law asks for them; the public board holds none.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.ledger import LedgerData, require_complete
from app.domain.messages import Word
from app.domain.messages.text import listing
from app.domain.papers.board import AmountRule, BoardData, BoardRules, NameRule, board_of
from app.domain.papers.cash import CashData, Due, cash_of
from app.domain.papers.settlement import SettlementData, settlement_of
from app.domain.papers.slips import SlipsData
from app.domain.papers.source import PaidSlip, Source, ledger_of
from app.domain.papers.subsidy import MONTHS, months_up_to
from app.domain.papers.tax_list import TaxData, tax_corrections, tax_rows
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind
from app.models.local import Setting
from app.models.queries.runs import RunHead, run_heads
from app.services.context import Context
from app.services.papers_people import Certifiable, certifiable, refused
from app.services.papers_signing import slip_codes
from app.services.papers_source import draft_source, month_source, present, run_source
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

    ``reason`` says why it cannot be made; None where it can. ``workers`` are those a paper about one person could be
    asked for, each with a reason of its own; the paper can be made where it can be for one of them. ``for_everybody``
    is the reason of a cash list that is asked for those with an account too.
    """

    kind: PaperKind
    run_id: int
    run_kind: RunKind
    is_draft: bool
    reason: Refusal | None
    workers: tuple[Certifiable, ...] = ()
    for_everybody: Refusal | None = None

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


def slips(
    ctx: Context, workshop_id: int, wanted: Wanted, *, formulas: bool = False, only: Collection[str] = ()
) -> SlipsData:
    """The wage slips of a run, each with a code signed by this device; a draft's have none.

    ``only``: of these 编号; none of them: of all. Refuses ``payroll_empty`` and ``certificate_worker_missing``.
    """
    with ctx.database.read() as session:
        source = _peopled(month_source(session, workshop_id, wanted.month, wanted.kind, wanted.run_id))
        if unknown := set(only) - {one.slip.no for one in source.slips}:
            raise Refusal("certificate_worker_missing", no=listing(sorted(unknown)))
        if only:
            source = replace(source, slips=tuple(one for one in source.slips if one.slip.no in only))
        return SlipsData(source, formulas, slip_codes(session, source))


def _peopled(source: Source) -> Source:
    """The source itself; refuses ``payroll_empty`` where nobody is in it."""
    if not source.slips:
        raise Refusal("payroll_empty", month=source.month)
    return source


def settlement(ctx: Context, workshop_id: int, wanted: Wanted) -> SettlementData:
    """The settlement sheets of home work and services; refuses ``settlement_empty``."""
    return settlement_of(_source(ctx, workshop_id, wanted))


def board(ctx: Context, workshop_id: int, wanted: Wanted) -> BoardData:
    """The public board by this PC's rules; refuses ``payroll_empty``."""
    return board_of(_peopled(_source(ctx, workshop_id, wanted)), board_rules(ctx))


def cash(ctx: Context, workshop_id: int, wanted: Wanted, *, everybody: bool = False) -> CashData:
    """The cash list of what is open: of those without an account now, or of all; refuses as ``cash_of``."""
    return _cash(ctx, _source(ctx, workshop_id, wanted), everybody=everybody)


def _cash(ctx: Context, source: Source, *, everybody: bool) -> CashData:
    return cash_of(source, _open(ctx, source), everybody=everybody)


def _source(ctx: Context, workshop_id: int, wanted: Wanted) -> Source:
    with ctx.database.read() as session:
        return month_source(session, workshop_id, wanted.month, wanted.kind, wanted.run_id)


def _open(ctx: Context, source: Source) -> list[Due]:
    """What is open of each worker and where it goes now: of a draft, the net."""
    if source.is_draft:
        return [Due(one.slip.worker_id, one.slip.net_fen, one.account) for one in source.slips]
    rows = payments(ctx, source.workshop_id, source.run_id)
    return [Due(row.worker_id, row.open_fen, row.account) for row in rows]


def tax_list(ctx: Context, workshop_id: int, month: str) -> TaxData:
    """What the withholding client is told: all standing runs of the month together, and until the regular one is
    locked its draft, which makes the whole list one. Corrections, whenever made, belong to the month they correct, and
    the lists of both months say so.

    Refuses ``tax_list_id_missing`` and ``run_disputed``.
    """
    with ctx.database.read() as session:
        sources = month_sources(session, workshop_id, month)
        rows = tax_rows(_declared(session, sources), month)
        others = _corrected_in(run_heads(session, workshop_id), month)
    first = sources[0]
    return TaxData(
        unit=first.unit,
        credit_code=first.credit_code,
        month=month,
        is_draft=any(source.is_draft for source in sources),
        prepared_by=first.prepared_by,
        rows=rows,
        corrections=tax_corrections(sources),
        others=others,
    )


def _corrected_in(heads: Iterable[RunHead], month: str) -> tuple[str, ...]:
    """The other months of which corrections were locked within a month."""
    late = (head for head in heads if head.counts and head.kind == RunKind.CORRECTION and head.month != month)
    return tuple(dict.fromkeys(head.month for head in late if f"{head.locked_on:%Y-%m}" == month))


def _declared(session: Session, sources: Iterable[Source]) -> Iterator[PaidSlip]:
    """All slips of a month under the names and ID numbers of today: what is declared is declared of a person."""
    for source in sources:
        now = present(session, source.workshop_id)
        for one in source.slips:
            known = now[one.slip.worker_id]
            yield replace(one, slip=replace(one.slip, name=known.name), id_number=known.id_number or one.id_number)


def month_sources(session: Session, workshop_id: int, month: str) -> list[Source]:
    """Every standing run of a month in the order they were made, and the regular draft until that is locked.

    Refuses ``run_disputed``.
    """
    sources = _sources(session, workshop_id, month)
    _require_settled(sources)
    return sources


def _sources(session: Session, workshop_id: int, month: str) -> list[Source]:
    sources = [run_source(session, workshop_id, head) for head in standing_runs(session, workshop_id, month)]
    if not any(source.kind is RunKind.REGULAR for source in sources):
        sources.append(draft_source(session, workshop_id, month))
    return sources


def _require_settled(sources: Iterable[Source]) -> None:
    for source in sources:
        if source.disputed:
            raise Refusal("run_disputed", month=source.month)


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
        sources = _sources(session, workshop_id, month)
        span = months_up_to(month, MONTHS)
        counted = {head.month for head in run_heads(session, workshop_id) if head.counts}
        undeclared = refused(_declarable, session, sources, month)
    made = [choice for source in sources for choice in _of_run(ctx, source)]
    none = Refusal("subsidy_no_runs", first=span[0], last=month)
    draft = any(source.is_draft for source in sources)
    return (
        *made,
        _choice(PaperKind.TAX_LIST, None, undeclared, is_draft=draft),
        _certificates(ctx, workshop_id, month, locked=bool(counted)),
        _choice(PaperKind.SUBSIDY, None, None if counted & set(span) else none),
    )


def _certificates(ctx: Context, workshop_id: int, month: str, *, locked: bool) -> PaperChoice:
    """Whether anybody can be given a certificate; where nobody can, the first one's reason stands for all."""
    lacking = Refusal("papers_need_lock", month=month, paper=Word("paper_certificate"))
    workers = certifiable(ctx, workshop_id, month) if locked else ()
    reasons = [one.reason for one in workers]
    reason = next((why for why in reasons if why is None), reasons[0]) if reasons else lacking
    return replace(_choice(PaperKind.CERTIFICATE, None, reason), workers=workers)


def _declarable(session: Session, sources: list[Source], month: str) -> None:
    """Refuses as ``tax_list`` does."""
    _require_settled(sources)
    tax_rows(_declared(session, sources), month)


def _of_run(ctx: Context, source: Source) -> list[PaperChoice]:
    tried: dict[PaperKind, Callable[[], object]] = {
        PaperKind.LEDGER: lambda: require_complete(ledger_of(source)),
        PaperKind.SLIPS: lambda: _peopled(source),
        PaperKind.SETTLEMENT: lambda: settlement_of(source),
        PaperKind.BOARD: lambda: _peopled(source),
        PaperKind.CASH: lambda: _cash(ctx, source, everybody=False),
        PaperKind.SHEET: lambda: _peopled(source),
    }
    made = [_choice(kind, source, refused(make), is_draft=source.is_draft) for kind, make in tried.items()]
    everybody = refused(lambda: _cash(ctx, source, everybody=True))
    return [replace(one, for_everybody=everybody) if one.kind is PaperKind.CASH else one for one in made]


def _choice(kind: PaperKind, source: Source | None, reason: Refusal | None, *, is_draft: bool = False) -> PaperChoice:
    run_id, run_kind = (source.run_id, source.kind) if source else (0, RunKind.REGULAR)
    return PaperChoice(kind, run_id, run_kind, is_draft, reason)
