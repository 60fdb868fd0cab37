"""Instalments: what of a debt repaid month by month is due by a month (YYYY-MM)."""


def months_begun(since: str, until: str) -> int:
    """Months from one to another, both counted; 0 where the other lies before."""
    years, months = int(until[:4]) - int(since[:4]), int(until[5:7]) - int(since[5:7])
    return max(0, years * 12 + months + 1)


def due_by(total_fen: int, monthly_fen: int, since: str, month: str, *, inclusive: bool = True) -> int:
    """What is due up to a month, or up to the one before it: the monthly amount for each month begun, at most all.

    A debt without a monthly amount is due in its first month.
    """
    count = months_begun(since, month) - (0 if inclusive else 1)
    if count <= 0:
        return 0
    return min(total_fen, monthly_fen * count) if monthly_fen > 0 else total_fen


def repaid_ahead(due_fen: int, later_fen: int) -> tuple[int, int]:
    """Due and due later, where what was repaid before it was due is taken off the later instalments."""
    ahead = max(0, min(-due_fen, later_fen))
    return due_fen + ahead, later_fen - ahead


def later_than(total_fen: int, monthly_fen: int, since: str, month: str, last: str) -> int:
    """What falls due after a month, up to a later one."""
    return due_by(total_fen, monthly_fen, since, last) - due_by(total_fen, monthly_fen, since, month)
