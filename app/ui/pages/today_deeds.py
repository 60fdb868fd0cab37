"""What was done on the day sheet, to be taken back and done again, and its words."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from app.domain.refusal import Refusal
from app.services import deeds, undo
from app.services.day_batch import AS_BEFORE, PASTED
from app.services.day_edit import Saved
from app.services.deeds import Deed, DeedLine, TakenBack
from app.ui.desk import Desk
from app.ui.tables.columns import Tone
from app.ui.words import translate

_GONE = frozenset({"undo_gone", "undo_not_own"})
_DAYS = {"day.close", "day.reopen"}


class DayDeeds(QObject):
    """The deeds of each day since the page was opened, newest last; ``went`` is called after a step back or forth."""

    def __init__(self, desk: Desk, went: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._went = desk, went
        self._done: dict[date, list[Saved]] = {}
        self._undone: dict[date, list[TakenBack]] = {}

    def note(self, day: date, saved: Saved) -> None:
        """Remember what was done; what was taken back before can no longer be done again."""
        if saved.upto > saved.after:
            self._done.setdefault(day, []).append(saved)
            self._undone.pop(day, None)

    def undo(self, day: date) -> None:
        """Take the newest deed of a day back, once everything that was typed is written."""
        self._desk.tasks.run(lambda: None, lambda _: self._undo(day), owner=self)

    def redo(self, day: date) -> None:
        """Do again what was taken back last."""
        self._desk.tasks.run(lambda: None, lambda _: self._redo(day), owner=self)

    def _undo(self, day: date) -> None:
        done = self._done.get(day, [])
        if not done:
            self._desk.say(translate("Today", "没有可以撤销的修改。"), Tone.QUIET)
            return
        saved = done.pop()

        def taken(answer: TakenBack) -> None:
            self._undone.setdefault(day, []).append(answer)
            self._say(translate("Today", "撤销：{deed}"), answer.deed, day)

        def refused(fault: Exception) -> None:
            if not (isinstance(fault, Refusal) and fault.code in _GONE):
                done.append(saved)
            self._desk.say_fault(fault)

        context = self._desk.ctx
        self._desk.tasks.run(lambda: deeds.take_back(context, saved), taken, failed=refused, owner=self)

    def _redo(self, day: date) -> None:
        undone = self._undone.get(day, [])
        if not undone:
            self._desk.say(translate("Today", "没有可以重做的修改。"), Tone.QUIET)
            return
        back = undone.pop()

        def again(saved: Saved) -> None:
            self._done.setdefault(day, []).append(saved)
            self._say(translate("Today", "重做：{deed}"), back.deed, day)

        context = self._desk.ctx
        self._desk.tasks.run(lambda: undo.undo(context, back.saved), again, failed=self._desk.say_fault, owner=self)

    def _say(self, words: str, deed: Deed, day: date) -> None:
        self._desk.changed.emit("day")
        self._went()
        self._desk.say(words.format(deed=deed_words(deed, day)), Tone.GOOD)


def deed_words(deed: Deed, day: date) -> str:
    """A deed in one line: 阿依莫 出勤 √ → 半."""
    if deed.action in _DAYS:
        words = translate("Today", "日结") if deed.action == "day.close" else translate("Today", "取消日结")
        return f"{words} {day.isoformat()}"
    if deed.action == "day.accept":
        return translate("Today", "全部按建议（{count} 人）").format(count=len(deed.lines))
    first = line_words(deed.lines[0]) if deed.lines else ""
    if len(deed.lines) < 2 and deed.action != PASTED:
        return first
    words = {
        PASTED: translate("Today", "粘贴 {count} 处（{first}）"),
        AS_BEFORE: translate("Today", "同上一日 {count} 处（{first}）"),
    }.get(deed.action, translate("Today", "{count} 处（{first}）"))
    more = translate("Today", " 等") if len(deed.lines) > 1 else ""
    return words.format(count=len(deed.lines), first=first + more)


def line_words(line: DeedLine) -> str:
    """One cell's change in words."""
    _, process, grade = line.item
    if not process:
        none, what = translate("Today", "未填"), translate("Today", "出勤")
    else:
        none, what = "–", f"{process} {grade}".strip()
    return f"{line.name} {what} {line.before or none} → {line.after or none}"
