"""From what a paper holds to its sheets: the one table of all papers.

To add a paper: what it holds in ``app.domain.papers``, how it is laid out in a ``…_paper`` module here, and its line
in ``_LAID_OUT``; preview, printer and PDF follow.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from app.domain.papers import (
    AttendanceData,
    BarsData,
    BoardData,
    CashData,
    CertificateData,
    ChartData,
    IncomesData,
    LabelsData,
    LedgerData,
    MonthsData,
    OutputData,
    PaperData,
    RecoveryData,
    SettlementData,
    SigningData,
    SlipsData,
    SubsidyData,
    TaxData,
    TrialData,
)
from app.domain.papers.letters import unprintable_of
from app.ui.printing.attendance_paper import attendance_paper
from app.ui.printing.bars_paper import bars_paper
from app.ui.printing.board_paper import board_paper
from app.ui.printing.cash_paper import cash_paper
from app.ui.printing.certificate_paper import certificate_paper
from app.ui.printing.chart_paper import chart_paper
from app.ui.printing.incomes_paper import incomes_paper
from app.ui.printing.label_paper import label_paper
from app.ui.printing.ledger_paper import ledger_paper
from app.ui.printing.months_paper import months_paper
from app.ui.printing.output import paper_pdf
from app.ui.printing.output_paper import output_paper
from app.ui.printing.recovery_paper import recovery_paper, trial_paper
from app.ui.printing.settlement_paper import settlement_paper
from app.ui.printing.sheet import Paper
from app.ui.printing.signing_paper import signing_paper
from app.ui.printing.slips_paint import slips_paper
from app.ui.printing.subsidy_paper import subsidy_paper
from app.ui.printing.tax_paper import tax_paper
from app.ui.printing.typesetting import has_glyph

_LAID_OUT: Mapping[type, Callable[[Any], Paper]] = {
    LedgerData: ledger_paper,
    SlipsData: slips_paper,
    SettlementData: settlement_paper,
    BoardData: board_paper,
    CashData: cash_paper,
    TaxData: tax_paper,
    CertificateData: certificate_paper,
    SubsidyData: subsidy_paper,
    BarsData: bars_paper,
    LabelsData: label_paper,
    MonthsData: months_paper,
    RecoveryData: recovery_paper,
    TrialData: trial_paper,
    AttendanceData: attendance_paper,
    ChartData: chart_paper,
    IncomesData: incomes_paper,
    OutputData: output_paper,
    SigningData: signing_paper,
}


def paper_of(data: PaperData) -> Paper:
    """The paper laid out; refuses what may not be printed (``ledger_field_missing``, say)."""
    return replace(_LAID_OUT[type(data)](data), unprintable=unprintable_of(data, has_glyph))


def slips_pdf(data: SlipsData) -> bytes:
    """The slips of a run as a PDF."""
    return paper_pdf(slips_paper(data))
