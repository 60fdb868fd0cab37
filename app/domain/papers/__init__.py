"""What each paper holds, of a payroll or of goods: frozen data and their sums. ``app.ui.printing`` lays it out."""

from app.domain.ledger import LedgerData
from app.domain.papers.attendance import AttendanceData
from app.domain.papers.bars import BarsData
from app.domain.papers.board import BoardData
from app.domain.papers.cash import CashData
from app.domain.papers.certificate import CertificateData
from app.domain.papers.chart import ChartData
from app.domain.papers.incomes import IncomesData
from app.domain.papers.labels import LabelsData
from app.domain.papers.months import MonthsData
from app.domain.papers.output import OutputData
from app.domain.papers.recovery import RecoveryData, TrialData
from app.domain.papers.settlement import SettlementData
from app.domain.papers.signing import SigningData
from app.domain.papers.slips import SlipsData
from app.domain.papers.subsidy import SubsidyData
from app.domain.papers.tax_list import TaxData

PaperData = (
    LedgerData
    | SlipsData
    | SettlementData
    | BoardData
    | CashData
    | TaxData
    | CertificateData
    | SubsidyData
    | BarsData
    | LabelsData
    | MonthsData
    | RecoveryData
    | TrialData
    | AttendanceData
    | ChartData
    | IncomesData
    | OutputData
    | SigningData
)
"""Everything ``app.ui.printing.papers.paper_of`` can lay out."""

__all__ = [
    "AttendanceData",
    "BarsData",
    "BoardData",
    "CashData",
    "CertificateData",
    "ChartData",
    "IncomesData",
    "LabelsData",
    "LedgerData",
    "MonthsData",
    "OutputData",
    "PaperData",
    "RecoveryData",
    "SettlementData",
    "SigningData",
    "SlipsData",
    "SubsidyData",
    "TaxData",
    "TrialData",
]
