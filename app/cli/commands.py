"""The table of commands: their words, their options, and the function that does each."""

from types import ModuleType
from typing import Any

from app.cli.command import Command, Option
from app.cli.commands_life import LIFE
from app.cli.listing import ListSwitch


# Each subject is imported by the command that needs it: storage costs 0.7 s on the team's machine, Qt 0.2 s, openpyxl
# 0.2 s, while help and wrong usage answer in 0.1 s.
def _setup() -> ModuleType:
    from app.cli import setup  # noqa: PLC0415  see above

    return setup


def _books() -> ModuleType:
    from app.cli import books  # noqa: PLC0415  see above

    return books


def _bank() -> ModuleType:
    from app.cli import bank  # noqa: PLC0415  see above

    return bank


def _papers() -> ModuleType:
    from app.cli import papers  # noqa: PLC0415  see above

    return papers


def _exchange() -> ModuleType:
    from app.cli import exchange  # noqa: PLC0415  see above

    return exchange


def _safety() -> ModuleType:
    from app.cli import safety  # noqa: PLC0415  see above

    return safety


def _packs() -> ModuleType:
    from app.cli import packs  # noqa: PLC0415  see above

    return packs


def _window() -> ModuleType:
    from app.cli import window  # noqa: PLC0415  see above

    return window


_SWITCH: dict[str, Any] = {"action": "store_true"}
_NAME = Option(("--name",), "help_name", {"metavar": "NAME"})
_REGION = Option(("--region",), "help_region", {"metavar": "CODE"})
_MONTH = Option(("month",), "help_month", {"metavar": "MONTH"})
_PDF: dict[str, Any] = {"metavar": "OUT.pdf"}
_OUT_XLSX = Option(("out",), "help_out_xlsx", {"metavar": "OUT.xlsx"})
_OUT_PDF = Option(("out",), "help_out_pdf", _PDF)
_RUN_KIND = Option(("--kind",), "help_run_kind", {"choices": ("regular", "first_half", "settlement", "correction")})
_RUN = Option(("--run",), "help_run", {"metavar": "ID", "type": int})


def _needed(option: Option) -> Option:
    return Option(option.names, option.help, {**option.kind, "required": True})


WINDOW = Command((), "help_window", _window, "open_window")
COMMANDS: tuple[Command, ...] = (
    Command(
        ("init",),
        "help_init",
        _setup,
        "init",
        (_NAME, _REGION, Option(("--join",), "help_join", {"metavar": "SLIP"})),
    ),
    Command(
        ("workshop", "add"),
        "help_workshop_add",
        _setup,
        "workshop_add",
        (_needed(_NAME), _needed(_REGION), Option(("--again",), "help_again", _SWITCH)),
    ),
    Command(
        ("import",),
        "help_import",
        _books,
        "import_workbook",
        (
            Option(("book",), "help_book", {"metavar": "BOOK.xlsx"}),
            Option(("--month",), "help_import_month", {"metavar": "MONTH"}),
            Option(("--dry-run",), "help_dry_run", _SWITCH),
            Option(("--accept-good",), "help_accept_good", _SWITCH),
            Option(("--overwrite-edited",), "help_overwrite_edited", _SWITCH),
        ),
    ),
    Command(("template",), "help_template", _books, "template", (_OUT_XLSX,)),
    *LIFE,
    Command(
        ("payroll", "print"),
        "help_payroll_print",
        _papers,
        "print_papers",
        (
            _MONTH,
            Option(("--ledger",), "help_ledger", _PDF),
            Option(("--slips",), "help_slips", _PDF),
            Option(("--formulas",), "help_formulas", _SWITCH),
            Option(("--worker",), "help_slip_workers", {"metavar": "NO", "nargs": "+", "action": "extend"}),
            Option(("--settlement",), "help_settlement", _PDF),
            Option(("--board",), "help_board", _PDF),
            Option(("--board-names",), "help_board_names", {"choices": ("full", "star", "surname")}),
            Option(("--board-amounts",), "help_board_amounts", {"choices": ("exact", "bands", "none")}),
            Option(("--cash",), "help_cash", _PDF),
            Option(("--cash-all",), "help_cash_all", _SWITCH),
            _RUN_KIND,
            _RUN,
        ),
    ),
    Command(
        ("payroll", "taxlist"),
        "help_payroll_taxlist",
        _papers,
        "tax_list",
        (_MONTH, _OUT_XLSX, Option(("--pdf",), "help_tax_pdf", _PDF)),
    ),
    Command(("payroll", "sheet"), "help_payroll_sheet", _papers, "sheet", (_MONTH, _OUT_XLSX, _RUN_KIND, _RUN)),
    Command(
        ("payroll", "certificate"),
        "help_payroll_certificate",
        _papers,
        "certificate",
        (
            _MONTH,
            Option(("--worker",), "help_certificate_worker", {"metavar": "NO", "required": True}),
            Option(("--months",), "help_certificate_months", {"metavar": "N", "type": int, "default": 12}),
            _OUT_PDF,
        ),
    ),
    Command(("payroll", "subsidy"), "help_payroll_subsidy", _papers, "subsidy", (_MONTH, _OUT_PDF)),
    Command(
        ("payroll", "verify-slip"),
        "help_payroll_verify_slip",
        _papers,
        "verify_slip",
        (Option(("text",), "help_slip_text", {"metavar": "TEXT"}),),
    ),
    Command(
        ("payroll", "bankfile"),
        "help_bankfile",
        _bank,
        "bankfile",
        (
            _MONTH,
            Option(("out",), "help_bankfile_out", {"metavar": "OUT"}),
            Option(("--template",), "help_bankfile_template", {"metavar": "T"}),
            Option(("--list",), "help_bankfile_list", {"action": ListSwitch}),
        ),
    ),
    Command(
        ("enroll",),
        "help_enroll",
        _exchange,
        "enroll",
        (
            Option(("--code",), "help_code", {"metavar": "CODE"}),
            Option(("--fingerprint",), "help_fingerprint", {"metavar": "HEX"}),
        ),
        either=(
            Option(("--slip",), "help_slip", {"metavar": "TEXT"}),
            Option(("--server",), "help_server", {"metavar": "URL"}),
        ),
    ),
    Command(("sync",), "help_sync", _exchange, "sync"),
    Command(("stats",), "help_stats", _exchange, "stats"),
    Command(
        ("packs", "list"), "help_packs_list", _packs, "listing", (Option(("--day",), "help_day", {"metavar": "DATE"}),)
    ),
    Command(("packs", "add"), "help_packs_add", _packs, "add", (Option(("file",), "help_pack", {"metavar": "FILE"}),)),
    Command(
        ("packs", "trust"),
        "help_packs_trust",
        _packs,
        "trust",
        (Option(("file",), "help_key", {"metavar": "KEYFILE"}),),
    ),
    Command(("backup",), "help_backup", _safety, "backup", (Option(("out",), "help_backup_out", {"metavar": "OUT"}),)),
    Command(
        ("restore",),
        "help_restore",
        _safety,
        "restore",
        (
            Option(("file",), "help_restore_file", {"metavar": "FILE"}),
            Option(("--recovery-key",), "help_recovery_key", {"metavar": "KEY"}),
        ),
    ),
    Command(("verify",), "help_verify", _safety, "verify"),
    Command(("doctor",), "help_doctor", _safety, "doctor"),
    Command(("shots",), "help_shots", _window, "shots", (Option(("out",), "help_shots_out", {"metavar": "OUT"}),)),
    Command(
        ("demo",),
        "help_demo",
        _window,
        "demo",
        (
            Option(("out",), "help_shots_out", {"metavar": "OUT"}),
            Option(("--book",), "help_book", {"metavar": "BOOK.xlsx", "required": True}),
        ),
    ),
)
