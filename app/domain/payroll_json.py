"""A draft payroll as plain data: the row of ``payroll compute`` in DESIGN 8, whose figures are exact numbers."""

import hashlib
import json
from collections.abc import Iterable

from app.domain.payroll_draft import UNIT_SCALE, Finding, Line, PayrollDraft, Slip, Totals
from app.domain.vocabulary import RunKind, TimeKind
from app.domain.worktime import DAY_MINUTES

Json = dict[str, object]


def number(value: int, scale: int) -> float:
    """A scaled integer as the nearest number; only here, at the edge, and never added up again."""
    return value / scale


def line_json(line: Line) -> Json:
    """One line; ``quantity`` in its unit, ``price`` in yuan, ``factor`` as a number (1.5 for 150 %)."""
    return {
        "code": line.code.value,
        "label": line.label,
        "quantity": number(line.quantity, UNIT_SCALE[line.unit]),
        "unit": line.unit.value,
        "price": number(line.price_e4, 10_000),
        "factor": number(line.factor_bp, 10_000),
        "amount_fen": line.amount_fen,
        "formula": line.formula,
    }


def slip_json(slip: Slip) -> Json:
    """One worker; hours in hours, unpaid days in days, amounts in fen; the days paid where not the whole month."""
    minutes = (slip.normal_minutes, slip.overtime_minutes, slip.rest_day_minutes, slip.statutory_minutes)
    row: Json = {
        "no": slip.no,
        "name": slip.name,
        "relation": slip.relation.value,
        "hours": {kind.value: number(value, 60) for kind, value in zip(TimeKind, minutes, strict=True)},
        "unpaid_days": number(slip.unpaid_minutes, DAY_MINUTES),
        "lines": [line_json(line) for line in slip.lines],
        "gross_fen": slip.gross_fen,
        "social_fen": slip.social_fen,
        "tax_fen": slip.tax_fen,
        "other_fen": slip.other_fen,
        "damage_fen": slip.damage_fen,
        "carried_damage_fen": slip.carried_damage_fen,
        "advance_fen": slip.advance_fen,
        "carried_advance_fen": slip.carried_advance_fen,
        "net_fen": slip.net_fen,
    }
    if slip.period_from is not None and slip.period_to is not None:
        row |= {"period_from": slip.period_from.isoformat(), "period_to": slip.period_to.isoformat()}
    return row


def finding_json(finding: Finding) -> Json:
    """One item of the check list: ``kind``, ``no`` and ``date`` where it has them, texts in both languages."""
    row: Json = {"kind": finding.kind}
    if finding.no:
        row |= {"no": finding.no, "name": finding.name}
    if finding.day is not None:
        row["date"] = finding.day.isoformat()
    return row | {"text": finding.text("zh_CN"), "text_en": finding.text("en")}


def totals_json(totals: Totals) -> Json:
    """The sums, in fen."""
    return {
        "gross_fen": totals.gross_fen,
        "social_fen": totals.social_fen,
        "tax_fen": totals.tax_fen,
        "other_fen": totals.other_fen,
        "damage_fen": totals.damage_fen,
        "advance_fen": totals.advance_fen,
        "net_fen": totals.net_fen,
    }


def draft_json(draft: PayrollDraft) -> Json:
    """The whole draft, as ``payroll compute M --json`` prints it; its kind where it is not the month's run."""
    return {
        "month": draft.month,
        **({} if draft.kind is RunKind.REGULAR else {"kind": draft.kind.value}),
        "workers": [slip_json(slip) for slip in draft.slips],
        "totals": totals_json(draft.totals),
        "problems": [finding_json(row) for row in draft.problems],
        "warnings": [finding_json(row) for row in draft.warnings],
    }


def snapshot_hash(slips: Iterable[Slip]) -> str:
    """SHA-256 (hex) over who was paid what for what: every figure of the slips, but no wording of labels and formulas.

    A locked run keeps it; computed again from today's records, another value means "differs since lock".
    """
    text = json.dumps([_figures(slip) for slip in slips], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _figures(slip: Slip) -> list[object]:
    minutes = (slip.normal_minutes, slip.overtime_minutes, slip.rest_day_minutes, slip.statutory_minutes)
    balances = (slip.gross_fen, slip.carried_damage_fen, slip.carried_advance_fen, slip.net_fen)
    lines = [
        (line.code, line.quantity, line.unit, line.price_e4, line.factor_bp, line.amount_fen)
        for line in (*slip.lines, *slip.deductions)
    ]
    figures: list[object] = [slip.no, slip.name, slip.relation, *minutes, slip.unpaid_minutes, *balances, lines]
    if slip.period_from is not None and slip.period_to is not None:
        figures.append([slip.period_from.isoformat(), slip.period_to.isoformat()])
    return figures


def check_code(snapshot: str) -> str:
    """The code a locked ledger bears in its foot: twelve characters of the run's snapshot hash, 4A1F-09BC-77D2."""
    shown = snapshot[:12].upper()
    return "-".join((shown[:4], shown[4:8], shown[8:]))


def chain_code(head: str) -> str:
    """A chain's head ``device:seq:hash`` as the ledger's foot bears it: 4711·1234 9F3A-12BC-77D2; "" for none."""
    if not head:
        return ""
    device, seq, value = head.split(":")
    return f"{device}·{seq} {check_code(value)}"
