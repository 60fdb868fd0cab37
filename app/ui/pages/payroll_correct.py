"""A run beside the month's own: correction, settlement of leavers, first half. For whom, why, and what it would pay."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.money import yuan
from app.domain.payroll_draft import PayrollDraft, Slip
from app.domain.refusal import Refusal
from app.domain.vocabulary import RunKind
from app.services import payroll, payroll_life
from app.services.payroll_runs import RunRow
from app.ui.desk import Desk
from app.ui.pages.payroll_changes import Candidate, read_candidates
from app.ui.pages.payroll_rows import MonthView, amount, signed
from app.ui.tables.columns import Align, Column, Tone, amount_tone
from app.ui.tables.ticks import TickTable
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import FIELD, GRID
from app.ui.widgets.parts import button, empty_state, label, restyle, tone_label
from app.ui.words import translate

_PREVIEW_DELAY_MS = 150
_SIZE = (980, 640)
_WORDS = 720


class RunDialog(QDialog):
    """Whom it is for, why, and the preview of what would be locked. ``locked`` carries the new run's row."""

    locked = Signal(object)

    def __init__(self, desk: Desk, view: MonthView, kind: RunKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._view, self._kind = desk, view, kind
        self.draft: PayrollDraft | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        title, meaning, yes = _words(kind)
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 6, GRID * 4, GRID * 6, GRID * 4)
        whole.setSpacing(GRID * 2)
        whole.addWidget(label(f"{title}　{view.month}", "title"))
        whole.addWidget(label(meaning, "secondary", wraps=True))
        self.people: TickTable[Candidate] = TickTable(desk.look, lambda one: one.worker_id, lambda _: True)
        self.people.when_empty(empty_state(translate("Correct", "这个月没有离职的人。先在“工人”里填离职日期。")))
        self.people.ticks_changed.connect(lambda _: self._timer.start(_PREVIEW_DELAY_MS))
        self.preview: RowsTable[Slip] = RowsTable(desk.look)
        self._nothing = label("", "secondary", wraps=True)
        self._nothing.setMinimumWidth(_WORDS)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.when_empty(_centred(self._nothing))
        whole.addWidget(self.people, 3)
        self.people.setVisible(kind is not RunKind.FIRST_HALF)
        self.reason = self._add_reason(whole)
        differences = kind is RunKind.CORRECTION
        plain, more = translate("Correct", "预览：锁定的就是这些数"), translate("Correct", "预览：锁定的就是这些差额")
        whole.addWidget(label(more if differences else plain, "secondary"))
        whole.addWidget(self.preview, 2)
        self.message = label(wraps=True)
        self.message.hide()
        whole.addWidget(self.message)
        self.yes = button(yes, self.lock, "primary", name="yes")
        whole.addLayout(self._buttons())
        self._begin()

    def lock(self) -> None:
        """Lock the run as previewed."""
        reason = self.reason.text().strip()
        if self._kind is RunKind.CORRECTION and not reason:
            self._say(translate("Correct", "请写明原因：以后查账要用。"))
            self.reason.setProperty("state", "bad")
            restyle(self.reason)
            self.reason.setFocus()
            return
        self.yes.setEnabled(False)
        self._desk.do(
            "payroll",
            payroll_life.lock,
            self._view.month,
            self._kind,
            self._only(),
            reason,
            then=self._done,
            failed=self._refused,
            title=self.windowTitle(),
            owner=self,
        )

    @property
    def waiting(self) -> bool:
        """Whether a preview is due that was not asked for yet."""
        return self._timer.isActive()

    def _add_reason(self, whole: QVBoxLayout) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("reason")
        field.setMinimumHeight(FIELD + 4)
        field.setPlaceholderText(translate("Correct", "例如：10 月 12 日的 20 件漏记了"))
        field.textEdited.connect(lambda _: self._say(""))
        row = QHBoxLayout()
        title = label(translate("Correct", "为什么更正"), "secondary")
        for part in (title, field):
            part.setVisible(self._kind is RunKind.CORRECTION)
            row.addWidget(part)
        whole.addLayout(row)
        return field

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.sum = label("", "figure")
        row.addWidget(self.sum, 1)
        no = button(translate("Correct", "取消"), self.reject, name="no")
        no.setAutoDefault(False)
        row.addWidget(no)
        self.yes.setAutoDefault(False)
        self.yes.setEnabled(False)
        row.addWidget(self.yes)
        return row

    def _begin(self) -> None:
        self._show_preview(())
        if self._kind is RunKind.FIRST_HALF:
            self._look()
            return
        self._desk.ask(read_candidates, self._view.month, self._kind, then=self._show, failed=self._refused, owner=self)

    def _show(self, rows: tuple[Candidate, ...]) -> None:
        self.people.show_rows(_columns(self._kind), rows)
        self.people.tick(one.worker_id for one in rows if one.differs)
        self.people.view.setFocus()
        if rows:
            self.people.view.setCurrentIndex(self.people.model.index(0, 0))

    def _only(self) -> tuple[int, ...] | None:
        return None if self._kind is RunKind.FIRST_HALF else tuple(sorted(self.people.ticked))

    def _look(self) -> None:
        """Compute what would be locked for those ticked now."""
        only = self._only()
        if only is not None and not only:
            self._show_preview(())
            return
        self._desk.ask(
            payroll.compute,
            self._view.month,
            self._kind,
            None if only is None else frozenset(only),
            then=self._previewed,
            failed=self._refused,
            title=translate("Correct", "计算预览"),
            owner=self,
        )

    def _previewed(self, draft: PayrollDraft) -> None:
        self.draft = draft
        self._show_preview(draft.slips)
        if draft.problems:
            first = draft.problems[0].text(self._desk.lang)
            words = translate("Correct", "还有 {count} 个问题没有解决，不能锁定。第一个：{first}")
            self._say(words.format(count=len(draft.problems), first=first))
            self.yes.setEnabled(False)

    def _show_preview(self, slips: Sequence[Slip]) -> None:
        self._say("")
        self._nothing.setText(_nothing_words(self._kind, chosen=bool(self.people.ticked)))
        totals = [sum(getattr(slip, name) for slip in slips) for name, _ in _PREVIEWED]
        shown = signed if self._kind is RunKind.CORRECTION else amount
        foot = [translate("Correct", "合计"), "", *(shown(fen) for fen in totals)] if slips else None
        self.preview.show_rows(_preview_columns(shown), slips, foot)
        self.yes.setEnabled(bool(slips))
        self.sum.setText(_sum_words(self._kind, slips))

    def _done(self, run: RunRow) -> None:
        self.accept()
        words = translate("Correct", "{month} 已锁定，{count} 人，校验码 {code}。")
        self._desk.say(words.format(month=run.month, count=run.workers, code=run.check_code), Tone.GOOD)
        self.locked.emit(run)

    def _refused(self, fault: Exception) -> None:
        self.yes.setEnabled(bool(self.preview.model.rows))
        self._say(self._desk.fault_text(fault))
        if not isinstance(fault, Refusal):
            self._desk.say_fault(fault)

    def _say(self, words: str) -> None:
        tone_label(self.message, words, Tone.BAD)
        self.message.setVisible(bool(words))
        if not words:
            self.reason.setProperty("state", "")
            restyle(self.reason)


def _sum_words(kind: RunKind, slips: Sequence[Slip]) -> str:
    """What the run would pay; of a correction also what it takes back, and from where."""
    if not slips:
        return ""
    net = yuan(sum(slip.net_fen for slip in slips), grouped=True)
    back = sum(map(payroll.taken_back, slips))
    if kind is not RunKind.CORRECTION:
        return translate("Correct", "{count} 人，实发 {net} 元").format(count=len(slips), net=net)
    if not back:
        return translate("Correct", "{count} 人，补发 {net} 元").format(count=len(slips), net=net)
    words = translate("Correct", "{count} 人，补发 {net} 元，扣回 {back} 元（从以后的工资里扣）")
    return words.format(count=len(slips), net=net, back=yuan(back, grouped=True))


_PREVIEWED = (
    ("gross_fen", 112),
    ("social_fen", 92),
    ("tax_fen", 92),
    ("other_fen", 84),
    ("damage_fen", 84),
    ("advance_fen", 92),
    ("net_fen", 112),
)


def _preview_columns(shown: Callable[[int], str]) -> list[Column[Slip]]:
    titles = (
        translate("Correct", "应发"),
        translate("Correct", "社保"),
        translate("Correct", "个税"),
        translate("Correct", "其他"),
        translate("Correct", "赔偿"),
        translate("Correct", "预支"),
        translate("Correct", "实发"),
    )
    return [
        Column(translate("Correct", "编号"), 72, lambda s: s.no, Align.CENTRE),
        Column(translate("Correct", "姓名"), 116, lambda s: s.name, stretch=True),
        *(_money(title, width, name, shown) for title, (name, width) in zip(titles, _PREVIEWED, strict=True)),
    ]


def _money(title: str, width: int, name: str, shown: Callable[[int], str]) -> Column[Slip]:
    return Column(title, width, lambda s: shown(getattr(s, name)), Align.RIGHT, lambda s: amount_tone(getattr(s, name)))


def _columns(kind: RunKind) -> list[Column[Candidate]]:
    who = [
        Column[Candidate](translate("Correct", "编号"), 84, lambda c: c.no),
        Column[Candidate](translate("Correct", "姓名"), 140, lambda c: c.name, stretch=True),
    ]
    note = Column[Candidate](
        translate("Correct", "说明"), 180, lambda c: c.note, tone=lambda c: Tone.WARN if c.note else Tone.PLAIN
    )
    if kind is RunKind.SETTLEMENT:
        return [*who, note]
    return [
        *who,
        Column(translate("Correct", "锁定的应发"), 120, lambda c: amount(c.standing_fen), Align.RIGHT),
        Column(
            translate("Correct", "按现在的记录"),
            120,
            lambda c: amount(c.standing_fen + c.difference_fen),
            Align.RIGHT,
        ),
        Column(
            translate("Correct", "差额"),
            120,
            lambda c: signed(c.difference_fen),
            Align.RIGHT,
            lambda c: amount_tone(c.difference_fen),
        ),
        note,
    ]


def _words(kind: RunKind) -> tuple[str, str, str]:
    """Title, meaning and button of a kind's dialog."""
    if kind is RunKind.SETTLEMENT:
        return (
            translate("Correct", "离职结算"),
            translate("Correct", "离职的人当时就要结清工资。勾选要结算的人；其余的人照常算月工资。空格键勾选。"),
            translate("Correct", "锁定结算"),
        )
    if kind is RunKind.FIRST_HALF:
        return (
            translate("Correct", "上半月工资"),
            translate("Correct", "付给约定半月结算的非全日制工人 1 日到 15 日的工资；月末的月工资会减去这部分。"),
            translate("Correct", "锁定上半月"),
        )
    return (
        translate("Correct", "更正"),
        translate("Correct", "已发放的不改动，只补发或扣回差额。先把考勤、计件改对，再勾选（空格键）要更正的人。"),
        translate("Correct", "锁定更正"),
    )


def _nothing_words(kind: RunKind, *, chosen: bool) -> str:
    if kind is RunKind.FIRST_HALF:
        return translate("Correct", "没有约定半月结算的非全日制工人，没有上半月工资可算。")
    if not chosen:
        return translate("Correct", "先在上面勾选要算的人。")
    return translate("Correct", "按现在的记录重算没有差别，没有可锁定的。先把考勤、计件等记录改对。")


def _centred(words: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.addStretch(1)
    row.addWidget(words)
    row.addStretch(1)
    return made
