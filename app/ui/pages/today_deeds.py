"""What was done on the day sheet, to be taken back and done again, and its words."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from app.domain.refusal import Refusal
from app.services import day_history, deeds
from app.services.context import Context
from app.services.day_batch import AS_BEFORE, PASTED
from app.services.day_edit import Saved
from app.services.deeds import Deed, DeedLine, Stepped
from app.services.undo_steps import Step, Steps
from app.ui.desk import Desk
from app.ui.tables.columns import Tone
from app.ui.words import translate

_GONE = frozenset({"undo_gone", "undo_not_own"})
_DAYS = {"day.close", "day.reopen"}


class DayDeeds(QObject):
    """The deeds of each day, newest last, from the journal; ``went`` is called after each step back or forth."""

    def __init__(self, desk: Desk, went: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._went = desk, went
        self._done: dict[date, list[Step]] = {}
        self._undone: dict[date, list[Step]] = {}

    def note(self, day: date, saved: Saved) -> None:
        """Remember what was done; what was taken back before can no longer be done again."""
        if saved.upto > saved.after and day in self._done:
            self._done[day].append(Step(saved, saved))
            self._undone[day].clear()

    def undo(self, day: date) -> None:
        """Take the newest deed of a day back, once everything that was typed is written."""
        self._once_known(day, self._undo)

    def redo(self, day: date) -> None:
        """Do again what was taken back last."""
        self._once_known(day, self._redo)

    def _once_known(self, day: date, act: Callable[[date], object]) -> None:
        """Act after everything under way; the first time of a day the journal is asked what was done."""
        if day in self._done:
            self._desk.tasks.run(lambda: None, lambda _: act(day), owner=self)
            return

        def known(found: Steps) -> None:
            if day not in self._done:
                self._done[day], self._undone[day] = list(found.done), list(found.undone)
            act(day)

        self._desk.ask(day_history.history, day, then=known, owner=self)

    def _undo(self, day: date) -> None:
        if not self._done[day]:
            self._desk.say(translate("Today", "没有可以撤销的修改。"), Tone.QUIET)
            return
        self._step(day, (self._done[day], self._undone[day]), deeds.take_back, translate("Today", "撤销：{deed}"))

    def _redo(self, day: date) -> None:
        if not self._undone[day]:
            self._desk.say(translate("Today", "没有可以重做的修改。"), Tone.QUIET)
            return
        self._step(day, (self._undone[day], self._done[day]), deeds.do_again, translate("Today", "重做：{deed}"))

    def _step(
        self,
        day: date,
        stacks: tuple[list[Step], list[Step]],
        act: Callable[[Context, Step], Stepped],
        words: str,
    ) -> None:
        """Move one step from a stack to the other; what was changed since is dropped, what is locked stays."""
        source, target = stacks
        step, context = source.pop(), self._desk.ctx

        def stepped(answer: Stepped) -> None:
            target.append(answer.step)
            self._desk.changed.emit("day")
            self._went()
            self._desk.say(words.format(deed=deed_words(answer.deed, day)), Tone.GOOD)

        def refused(fault: Exception) -> None:
            if not (isinstance(fault, Refusal) and fault.code in _GONE):
                source.append(step)
            self._desk.say_fault(fault)

        self._desk.tasks.run(lambda: act(context, step), stepped, failed=refused, owner=self)


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
