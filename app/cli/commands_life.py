"""The commands of a payroll's life: computed, locked, reopened, paid, corrected, voided, archived, taken out again,
verified.
"""

from types import ModuleType
from typing import Any

from app.cli.command import Command, Option


# Imported by the command that needs it: see app.cli.commands.
def _wages() -> ModuleType:
    from app.cli import wages  # noqa: PLC0415  see above

    return wages


def _life() -> ModuleType:
    from app.cli import wages_life  # noqa: PLC0415  see above

    return wages_life


def _explain() -> ModuleType:
    from app.cli import explain  # noqa: PLC0415  see above

    return explain


def _pay() -> ModuleType:
    from app.cli import wages_pay  # noqa: PLC0415  see above

    return wages_pay


_SWITCH: dict[str, Any] = {"action": "store_true"}
_NUMBERS: dict[str, Any] = {"metavar": "NO", "nargs": "+", "action": "extend"}
_MONTH = Option(("month",), "help_month", {"metavar": "MONTH"})
_WORKERS = Option(("--worker",), "help_workers", _NUMBERS)
_REASON = Option(("--reason",), "help_reason", {"metavar": "TEXT", "default": ""})
_ALL = Option(("--all-workshops",), "help_all_workshops", _SWITCH)
_RUN = Option(("--run",), "help_run_id", {"metavar": "ID", "type": int})
_DATE = Option(("--on",), "help_on", {"metavar": "DATE"})
_KINDS = ("regular", "first_half", "settlement", "correction")


def _kind(kinds: tuple[str, ...], words: str = "help_kind") -> Option:
    return Option(("--kind",), words, {"choices": kinds})


_WHICH = (_MONTH, _kind(_KINDS), _RUN)
"""A month, and which of its runs where it has several."""

LIFE: tuple[Command, ...] = (
    Command(("payroll", "compute"), "help_payroll_compute", _wages, "compute", (_MONTH, _kind(_KINDS), _WORKERS, _ALL)),
    Command(
        ("payroll", "explain"),
        "help_payroll_explain",
        _explain,
        "explain",
        (_MONTH, Option(("--worker",), "help_explain_worker", {"metavar": "NO", "required": True}), _RUN),
    ),
    Command(
        ("payroll", "lock"),
        "help_payroll_lock",
        _life,
        "lock",
        (_MONTH, _kind(_KINDS[:3], "help_kind_lock"), _WORKERS, _REASON, _ALL),
    ),
    Command(("payroll", "correct"), "help_payroll_correct", _life, "correct", (_MONTH, _WORKERS, _REASON)),
    Command(("payroll", "reopen"), "help_payroll_reopen", _life, "reopen", (*_WHICH, _REASON)),
    Command(("payroll", "void"), "help_payroll_void", _life, "void", (*_WHICH, _REASON)),
    Command(("payroll", "archive"), "help_payroll_archive", _life, "archive", _WHICH),
    Command(("payroll", "unarchive"), "help_payroll_unarchive", _life, "unarchive", (*_WHICH, _REASON)),
    Command(("payroll", "status"), "help_payroll_status", _life, "status", (_MONTH, _ALL)),
    Command(("payroll", "verify"), "help_payroll_verify", _life, "verify"),
    Command(
        ("payroll", "pay"),
        "help_payroll_pay",
        _pay,
        "pay",
        (
            *_WHICH,
            Option(("--only",), "help_only", _NUMBERS),
            Option(("--cash",), "help_pay_cash", _SWITCH),
            _DATE,
            Option(("--returned",), "help_returned", {"metavar": "NO"}),
            _REASON,
        ),
    ),
    Command(("payroll", "payments"), "help_payroll_payments", _pay, "payments", _WHICH),
    Command(("payroll", "compare"), "help_payroll_compare", _pay, "compare", (_MONTH,)),
)
