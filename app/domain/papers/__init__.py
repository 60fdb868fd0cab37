"""What each paper of a payroll holds: frozen data and their sums. Laying out and drawing is in ``app.ui.printing``."""

from app.domain.ledger import LedgerData

PaperData = LedgerData
"""Everything ``app.ui.printing.papers.paper_of`` can lay out."""
