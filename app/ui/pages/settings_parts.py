"""The parts of the settings: the workshop's facts, who may log in, backups, how the window looks."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from app.domain.workshop_check import WorkshopForm
from app.services import preferences, safety, users, workshop_facts
from app.services.pay_records import PaySaved
from app.services.preferences import Preferences
from app.services.safety import BackupRow, SafetyFinding
from app.services.users import UserRow
from app.services.workshop_facts import WorkshopView
from app.ui.desk import Desk
from app.ui.pages import settings_rows as rows
from app.ui.tables.columns import Tone
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID
from app.ui.widgets.ask import Answer, AskDialog, Asked
from app.ui.widgets.form import FieldForm
from app.ui.widgets.parts import button, label, tone_label
from app.ui.widgets.record_sheet import field_notes
from app.ui.widgets.unsaved import Editing
from app.ui.words import translate

FORM_WIDTH = 620
_WHOLE = 1_000
"""The stretch of what takes all the room once it is shown."""


class WorkshopPart(Editing):
    """The workshop's facts. ``saved`` carries None."""

    saved = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form: FieldForm | None = None
        self._column = _column(self)

    def refresh(self) -> None:
        """Read the facts again, unless somebody is typing."""
        if not self.unsaved:
            self._desk.ask(workshop_facts.workshop_view, then=self._show, owner=self)

    def open_form(self) -> FieldForm | None:
        """The facts' fields."""
        return self.form

    def save(self) -> None:
        """Write the facts; what forbids it is said at its field."""
        values = self.form.values() if self.form is not None else None
        if values is not None:
            given: dict[str, Any] = {
                name: value if value is not None else _empty(name) for name, value in values.items()
            }
            self._desk.do(
                "workshop",
                workshop_facts.save_workshop,
                WorkshopForm(**given),
                then=self._done,
                failed=self._refused,
                owner=self,
            )

    def _show(self, view: WorkshopView) -> None:
        if self.form is None:
            self.form = FieldForm(rows.workshop_fields(view))
            self.form.setMaximumWidth(FORM_WIDTH)
            self._column.addWidget(self.form)
            save = button(translate("Settings", "保存"), self.save, "primary", name="save-workshop")
            self._column.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
            self._column.addStretch(1)
        self.form.show_values({each.name: getattr(view.form, each.name) for each in fields(view.form)})

    def _done(self, saved: PaySaved) -> None:
        if self.form is not None:
            self.form.know(self.form.values() or {})
        self.saved.emit(None)
        for note in saved.notes:
            self._desk.say(note.text(self._desk.lang), Tone.WARN)

    def _refused(self, fault: Exception) -> None:
        self._desk.say_fault(fault)
        if self.form is not None:
            self.form.show_notes(field_notes(fault, self._desk.lang))


class UsersPart(Editing):
    """Who may log in; a manager adds, gives a new password, takes a way in away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.question: AskDialog | None = None
        self.table: RowsTable[UserRow] = RowsTable(desk.look)
        self.form = FieldForm(rows.user_fields())
        self.form.setMaximumWidth(FORM_WIDTH)
        for name in rows.PASSWORDS:
            editor = self.form.editors[name]
            if isinstance(editor, QLineEdit):
                editor.setEchoMode(QLineEdit.EchoMode.Password)
        column = _column(self)
        column.addWidget(self.table, 1)
        column.addWidget(label(rows.users_help(), "small", wraps=True))
        column.addWidget(self.form)
        line = rows.line_of(
            button(translate("Settings", "新增用户"), self.save, "primary", name="add-user"),
            button(translate("Settings", "给选中的人设新密码"), self.reset, name="reset-password"),
            button(translate("Settings", "停用选中的人"), self.remove, name="remove-user"),
        )
        column.addLayout(line)

    def open_form(self) -> FieldForm | None:
        """The fields of somebody new."""
        return self.form

    def refresh(self) -> None:
        """Read who may log in."""
        self._run(users.list_users, then=self._show)

    def save(self) -> None:
        """Add the person of the fields."""
        values = self._agreed()
        if values is not None:
            self._run(users.add_user, values["name"] or "", values["password"] or "", values["role"], then=self._added)

    def reset(self) -> None:
        """Give whom the list stands on the password of the fields."""
        row, values = self.table.current(), self._agreed()
        if row is not None and values is not None:
            words = translate("Settings", "{name} 的新密码已设好。").format(name=row.name)
            self._run(users.set_password, row.name, values["password"] or "", then=lambda _: self._finished(words))

    def remove(self) -> None:
        """Ask before somebody's way in is taken away."""
        row = self.table.current()
        if row is None:
            self._desk.say(translate("Settings", "请先在上面选一个人。"), Tone.WARN)
            return
        asked = Asked(
            translate("Settings", "停用用户"),
            translate("Settings", "{name} 不能再登录。以前的记录仍写着这个名字。").format(name=row.name),
            translate("Settings", "停用"),
        )
        question = self.question = AskDialog(asked, lambda _: self._remove(row), self.window())
        question.open()

    def _remove(self, row: UserRow) -> None:
        question = self.question
        if question is None:
            return

        def removed(_: object) -> None:
            question.finish()
            self.refresh()

        self._run(
            users.remove_user,
            row.name,
            then=removed,
            failed=lambda fault: question.refuse(self._desk.fault_text(fault)),
        )

    def _agreed(self) -> dict[str, Any] | None:
        """The fields, where both passwords are the same and a role is chosen."""
        values = self.form.values()
        if values is None:
            return None
        notes = list(rows.user_notes(values))
        self.form.show_notes(notes)
        return None if notes else values

    def _show(self, found: tuple[UserRow, ...]) -> None:
        self.table.show_rows(rows.user_columns(), found)

    def _added(self, row: UserRow) -> None:
        self._finished(translate("Settings", "{name} 现在可以登录。").format(name=row.name))

    def _finished(self, words: str) -> None:
        self.form.show_values({})
        self._desk.say(words, Tone.GOOD)
        self.refresh()

    def _run(
        self,
        service: Callable[..., Any],
        *arguments: object,
        then: Callable[[Any], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Users belong to the records, not to a workshop."""
        ctx = self._desk.ctx
        self._desk.tasks.run(lambda: service(ctx, *arguments), then, failed=failed or self._desk.say_fault, owner=self)


class BackupPart(QWidget):
    """A backup written to a place of its own, the trial of everything, a new recovery key."""

    done = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.question: AskDialog | None = None
        self.choose_file: Callable[[str], str] = self._choose
        self.table: RowsTable[SafetyFinding] = RowsTable(desk.look)
        self.message = label(wraps=True, selectable=True)
        self.key = label(role="figure", wraps=True, selectable=True)
        column = _column(self)
        column.addWidget(label(rows.backup_help(), wraps=True))
        column.addLayout(
            rows.line_of(
                button(translate("Settings", "立即备份…"), self.backup, "primary", name="backup"),
                button(translate("Settings", "检查账本和备份"), self.verify, name="verify"),
                button(translate("Settings", "换新的恢复密钥…"), self.ask_key, name="new-key"),
            )
        )
        column.addWidget(self.message)
        column.addWidget(self.key)
        column.addWidget(self.table, _WHOLE)
        column.addStretch(1)
        self.key.hide()
        self.table.hide()

    def refresh(self) -> None:
        """Nothing to read: what was found stays until the page is left."""

    def backup(self) -> None:
        """Ask for the file, then write and read it back."""
        ctx = self._desk.ctx
        chosen = self.choose_file(f"gongfang-{ctx.now():%Y%m%d-%H%M}.gfb")
        if chosen:
            words = translate("Settings", "备份账本")
            self._desk.tasks.run(
                lambda: safety.backup(ctx, Path(chosen)), self._saved, failed=self._failed, title=words, owner=self
            )

    def verify(self) -> None:
        """Read everything, and restore a backup on trial."""
        ctx, words = self._desk.ctx, translate("Settings", "检查账本和备份")
        self._desk.tasks.run(lambda: safety.verify(ctx), self._show, failed=self._failed, title=words, owner=self)

    def ask_key(self) -> None:
        """Ask before the old sheet opens nothing any more."""
        asked = Asked(
            translate("Settings", "换新的恢复密钥"),
            translate("Settings", "旧的恢复密钥单从此只能打开以前的备份。新密钥只显示一次，请抄写或打印后锁好。"),
            translate("Settings", "换新的"),
        )
        self.question = AskDialog(asked, self._renew, self.window())
        self.question.open()

    def _renew(self, _: Answer) -> None:
        ctx, question = self._desk.ctx, self.question
        if question is None:
            return

        def shown(key: str) -> None:
            question.finish()
            self.key.setText(key)
            self.key.show()
            tone_label(self.message, translate("Settings", "新的恢复密钥，只显示这一次："), Tone.WARN)

        self._desk.tasks.run(
            lambda: users.new_recovery_key(ctx),
            shown,
            failed=lambda fault: question.refuse(self._desk.fault_text(fault)),
            owner=self,
        )

    def _saved(self, row: BackupRow) -> None:
        tone_label(self.message, rows.backup_words(row), Tone.GOOD)
        self.done.emit(None)

    def _show(self, found: tuple[SafetyFinding, ...]) -> None:
        self.table.show()
        self.table.show_rows(rows.finding_columns(self._desk.lang), found)
        good = all(one.good for one in found)
        words = translate("Settings", "一切完好。") if good else translate("Settings", "有问题，请看下面。")
        tone_label(self.message, words, Tone.GOOD if good else Tone.BAD)

    def _failed(self, fault: Exception) -> None:
        tone_label(self.message, self._desk.fault_text(fault), Tone.BAD)

    def _choose(self, name: str) -> str:
        title = translate("Settings", "备份到")
        return QFileDialog.getSaveFileName(self, title, name, translate("Settings", "备份 (*.gfb)"))[0]


class LookPart(QWidget):
    """Language, theme, size of letters. ``chosen`` carries the Preferences, kept already."""

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = desk.look
        self.form = FieldForm(rows.look_fields())
        self.form.setMaximumWidth(FORM_WIDTH)
        self.form.show_values({"lang": desk.lang, "theme": look.theme.value, "base_px": look.base_px})
        column = _column(self)
        column.addWidget(self.form)
        apply = button(translate("Settings", "应用"), self.apply, "primary", name="apply-look")
        column.addWidget(apply, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(rows.look_help(), "small", wraps=True))
        column.addStretch(1)

    def refresh(self) -> None:
        """Nothing to read: the fields show what is in force."""

    def apply(self) -> None:
        """Keep the choice and have the window made anew by it."""
        values: dict[str, Any] | None = self.form.values()
        if values is None:
            return
        try:
            kept = Preferences(**values)
            preferences.write_preferences(kept)
        except ValueError:
            words = translate("Settings", "请选择语言、主题和字号。")
            self._desk.say(words, Tone.BAD)
            return
        except Exception as fault:  # noqa: BLE001  a full disk, a folder without rights: said, nothing is changed
            self._desk.say_fault(fault)
            return
        self.chosen.emit(kept)


def _column(part: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(part)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(GRID * 3)
    return made


def _empty(name: str) -> object:
    return None if name in {"recognised_on", "confirmed_year"} else ""
