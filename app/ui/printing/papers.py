"""From what a paper holds to its sheets: the one table of all papers."""

from app.domain.papers import PaperData
from app.ui.printing.ledger_paper import ledger_paper
from app.ui.printing.sheet import Paper


def paper_of(data: PaperData) -> Paper:
    """The paper laid out; refuses what may not be printed (``ledger_field_missing``, say)."""
    return ledger_paper(data)
