"""What each paper of a payroll holds: frozen data and their sums. Laying out and drawing is in ``app.ui.printing``."""

from app.domain.ledger import LedgerData
from app.domain.papers.board import BoardData
from app.domain.papers.cash import CashData
from app.domain.papers.certificate import CertificateData
from app.domain.papers.settlement import SettlementData
from app.domain.papers.slips import SlipsData
from app.domain.papers.subsidy import SubsidyData
from app.domain.papers.tax_list import TaxData

PaperData = LedgerData | SlipsData | SettlementData | BoardData | CashData | TaxData | CertificateData | SubsidyData
"""Everything ``app.ui.printing.papers.paper_of`` can lay out."""

__all__ = [
    "BoardData",
    "CashData",
    "CertificateData",
    "LedgerData",
    "PaperData",
    "SettlementData",
    "SlipsData",
    "SubsidyData",
    "TaxData",
]
