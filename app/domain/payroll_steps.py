"""The life of a payroll run: which action its state allows, and the code that says why not (RULES 6, DESIGN 4).

locked → reopened or voided while nothing is paid out; locked → paid with the last open amount; paid → locked when a
payment comes back; paid → archived; archived → what it was before, with a reason, where a bank returns money late.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.messages import render
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind, RunState


class Action(StrEnum):
    """What a person may want to do with a run."""

    REOPEN = "reopen"
    VOID = "void"
    PAY = "pay"
    RETURN = "return"
    ARCHIVE = "archive"
    UNARCHIVE = "unarchive"


@dataclass(frozen=True, slots=True)
class RunTitle:
    """What people call a run of a kind, to stand in a message."""

    kind: str

    def text(self, lang: str) -> str:
        """月工资, 离职结算 and the like; the kind itself where a newer program made it."""
        known = self.kind in frozenset(RunKind)
        return render(f"run_{self.kind}", {}, lang) if known else self.kind


@dataclass(frozen=True, slots=True)
class Names:
    """Workers or numbers one after the other, to stand in a message."""

    names: tuple[str, ...]

    def text(self, lang: str) -> str:
        """With the comma of the language."""
        return (", " if lang == "en" else "、").join(self.names)


_REFUSED: Mapping[Action, Mapping[RunState, str]] = {
    Action.REOPEN: {
        RunState.REOPENED: "reopen_reopened",
        RunState.VOIDED: "reopen_voided",
        RunState.PAID: "reopen_paid",
        RunState.ARCHIVED: "reopen_archived",
    },
    Action.VOID: {
        RunState.REOPENED: "void_reopened",
        RunState.VOIDED: "void_voided",
        RunState.PAID: "void_paid",
        RunState.ARCHIVED: "void_archived",
    },
    Action.PAY: {
        RunState.REOPENED: "pay_reopened",
        RunState.VOIDED: "pay_voided",
        RunState.PAID: "already_paid",
        RunState.ARCHIVED: "pay_archived",
    },
    Action.RETURN: {
        RunState.REOPENED: "return_reopened",
        RunState.VOIDED: "return_voided",
        RunState.ARCHIVED: "return_archived",
    },
    Action.ARCHIVE: {
        RunState.REOPENED: "archive_reopened",
        RunState.VOIDED: "archive_voided",
        RunState.ARCHIVED: "archive_archived",
    },
    Action.UNARCHIVE: {
        RunState.LOCKED: "unarchive_locked",
        RunState.REOPENED: "unarchive_reopened",
        RunState.PAID: "unarchive_paid",
        RunState.VOIDED: "unarchive_voided",
    },
}


def refused_step(action: Action, state: RunState) -> str | None:
    """The code that refuses an action in a state; None where the state allows it."""
    return _REFUSED[action].get(state)


def require_step(action: Action, state: RunState, month: str) -> None:
    """Refuse what a state does not allow, with a code of its own for each."""
    if code := refused_step(action, state):
        raise Refusal(code, month=month)


def require_reason(text: str) -> str:
    """A reason a person gave, without blanks around it; refuses ``reason_missing``."""
    if not text.strip():
        raise Refusal("reason_missing")
    return text.strip()
