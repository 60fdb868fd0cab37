"""Bank files (银行代发文件): templates at the left, columns and settings, and below the file as it will be written.

``open_bank_files(desk, month)`` is the way in. What is changed is shown at once and saved as soon as it can be.
"""

from dataclasses import replace
from itertools import repeat
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.bank_template import BankForm, BankTemplate, check_template
from app.domain.messages.text import Counted
from app.domain.money import yuan
from app.services import bank_files, bank_templates
from app.services.bank_files import FilePreview, WrittenFile
from app.services.bank_templates import TemplateRow
from app.ui.desk import Desk
from app.ui.pages import bank_options
from app.ui.pages.bank_columns import PARTS, ColumnsEditor
from app.ui.pages.bank_words import preview_words, skipped_words
from app.ui.tables.columns import Column, Tone
from app.ui.tables.view import RowsTable
from app.ui.tasks import Job
from app.ui.theme.tokens import GRID
from app.ui.widgets.form import FieldForm
from app.ui.widgets.parts import button, label, tone_label
from app.ui.widgets.record_preview import NOTHING, RecordPreview, ShownCell, ShownRecords, shown_cell
from app.ui.widgets.unsaved import Leave, ask_leave
from app.ui.words import translate

_LIST, _OPTIONS, _PREVIEW = 270, 310, 190


def open_bank_files(desk: Desk, month: str, parent: QWidget | None = None) -> "BankFilesDialog":
    """Open the bank files of a month over the window; the dialog, which lives until it is closed."""
    made = BankFilesDialog(desk, month, parent)
    made.open()
    return made


class BankFilesDialog(QDialog):
    """Choose or edit a template, look at the file, write it."""

    def __init__(self, desk: Desk, month: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.month = desk, month
        self.row: TemplateRow | None = None
        self.template: BankTemplate | None = None
        self.shown: FilePreview | None = None
        self.question: QMessageBox | None = None
        self._reading: Job | None = None
        self.choose_save = self._choose_save
        self.choose_open = self._choose_open
        self.setWindowTitle(translate("Bank", "银行代发文件"))
        self.resize(1240, 760)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 5, GRID * 4, GRID * 5, GRID * 4)
        whole.setSpacing(GRID * 3)
        whole.addLayout(self._head())
        middle = QHBoxLayout()
        middle.setSpacing(GRID * 4)
        middle.addLayout(self._left())
        self.columns = ColumnsEditor(desk)
        self.columns.edited.connect(self._changed)
        middle.addWidget(self.columns, 1)
        middle.addWidget(self._right())
        whole.addLayout(middle, 1)
        whole.addLayout(self._below())
        for act in self.findChildren(QPushButton):
            act.setAutoDefault(False)  # Enter ends typing in a field, it presses nothing
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Close, unless a person goes on mending what cannot be saved as it is."""
        if self._may_leave():
            super().done(result)

    def refresh(self, key: str = "") -> None:
        """Read the templates again and stand on the one of ``key`` (its present one by default)."""
        wanted = key or (self.row.key if self.row else "")
        self._desk.ask(bank_templates.templates, then=lambda rows: self._list(rows, wanted), owner=self)

    # ---------------------------------------------------------------- parts

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID * 3)
        row.addWidget(label(f"{translate('Bank', '银行代发文件')}　{self.month}", "title"))
        self.sums = label("", "secondary")
        row.addWidget(self.sums, 1)
        self.write_button = button(
            translate("Bank", "写出文件…"),
            self.write,
            "primary",
            look=self._desk.look,
            mark="file-down",
            name="write-file",
        )
        self.write_button.setEnabled(False)
        row.addWidget(self.write_button)
        return row

    def _left(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(GRID * 2)
        self.list: RowsTable[TemplateRow] = RowsTable(self._desk.look)
        self.list.setFixedWidth(_LIST)
        self.list.view.selectionModel().currentRowChanged.connect(lambda *_: self._open(self.list.current()))
        side.addWidget(self.list, 1)
        self.copy_button = button(translate("Bank", "复制后修改"), self.copy, name="copy-template")
        self.delete_button = button(translate("Bank", "删除"), self._ask_delete, name="delete-template")
        take = button(translate("Bank", "导入…"), self.take_in, name="import-template")
        give = button(translate("Bank", "导出…"), self.give_out, name="export-template")
        for pair in ((self.copy_button, self.delete_button), (take, give)):
            row = QHBoxLayout()
            for act in pair:
                row.addWidget(act)
            side.addLayout(row)
        return side

    def _right(self) -> QWidget:
        self.options = FieldForm(bank_options.option_fields())
        self.options.edited.connect(self._option_changed)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(_OPTIONS)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, GRID * 2, 0)
        column.addWidget(self.options)
        hint = translate("Bank", "文件名、附言、月份和日期里可写：")
        column.addWidget(label(f"{hint} {{month}} {{yyyymm}} {{date}} {{unit}} {{batch}}", "small", wraps=True))
        column.addStretch(1)
        area.setWidget(inner)
        return area

    def _below(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID)
        self.message = label(wraps=True)
        column.addWidget(self.message)
        self.preview = RecordPreview(self._desk.look)
        frame = QFrame()
        frame.setObjectName("card")
        frame.setFixedHeight(_PREVIEW)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.preview)
        inside.addWidget(area)
        column.addWidget(frame)
        self.file_line = label("", "small", wraps=True)
        column.addWidget(self.file_line)
        return column

    # ---------------------------------------------------------------- templates

    def _list(self, rows: tuple[TemplateRow, ...], wanted: str) -> None:
        lang, own, shipped = self._desk.lang, translate("Bank", "自己的"), translate("Bank", "预设")

        def title(row: TemplateRow) -> str:
            return row.title(lang)

        columns: list[Column[TemplateRow]] = [
            Column(
                translate("Bank", "模板"), 0, lambda row: row.title(lang), tip=lambda row: row.title(lang), stretch=True
            ),
            Column("", 64, lambda row: shipped if row.is_preset else own, tone=lambda _: Tone.QUIET),
        ]
        self.row = None
        self.list.show_rows(columns, rows)
        at = next((at for at, row in enumerate(rows) if wanted in {row.key, str(row.template_id)}), 0)
        self.list.view.setCurrentIndex(self.list.model.index(at, 0))
        self._open(rows[at])

    def _open(self, row: TemplateRow | None) -> None:
        """Show a template; a preset can only be read and copied."""
        if row is None or row == self.row:
            return
        if self.row is not None and not self._may_leave():
            at = self.list.model.rows.index(self.row)
            self.list.view.setCurrentIndex(self.list.model.index(at, 0))
            return
        self.row, self.template = row, row.template
        self.copy_button.setEnabled(row.template is not None)
        self.delete_button.setEnabled(not row.is_preset)
        self.options.setEnabled(not row.is_preset and row.template is not None)
        if row.template is None:
            tone_label(
                self.message, translate("Bank", "这个模板是较新的程序做的，这里读不懂。请先更新程序。"), Tone.BAD
            )
            self.preview.show_records(NOTHING)
            self.write_button.setEnabled(False)
            return
        values = bank_options.values_of(row.template) | {"name": row.title(self._desk.lang)}
        self.options.show_values(values)
        self._show(row.template)

    def _unsaved(self) -> tuple[str, ...]:
        """What differs from the template as it was saved last: settings by their titles, or its columns."""
        row = self.row
        if row is None or row.is_preset or row.template is None or self.template is None:
            return ()
        columns = [getattr(self.template, part) == getattr(row.template, part) for part in PARTS]
        return (*self.options.changed(), *(() if all(columns) else (translate("Bank", "列"),)))

    def _may_leave(self) -> bool:
        """Whether the template can be left: all of it is saved, or a person lets go of what cannot be."""
        if self.options.changed():
            self._option_changed(None)  # what is still being typed
            self._desk.tasks.settle()
        unsaved = self._unsaved()
        if not unsaved or self.row is None:
            return True
        if ask_leave(unsaved, self, can_save=False) is not Leave.DROP:
            return False
        self.options.restore()
        if self.row.template is not None:
            self._show(self.row.template)
        return True

    def _option_changed(self, _: object) -> None:
        values = self.options.values()
        if values is not None and self.template is not None:
            self._changed(bank_options.with_values(self.template, values))

    def _changed(self, template: BankTemplate) -> None:
        """Show a changed template, and save it where it can be."""
        if self.row is None or self.row.is_preset or template == self.template:
            return
        self._show(template)
        if not check_template(template):
            self._desk.do("bank", bank_templates.save_template, template, self.row.template_id,
                          then=self._saved, failed=self._not_saved, owner=self)  # fmt: skip

    def _show(self, template: BankTemplate) -> None:
        self.template = template
        faults = check_template(template)
        locked = self.row is None or self.row.is_preset
        self.columns.show_template(template, faults, locked=locked)
        for name in bank_options.OPTIONS:
            self.options.editors[name].setEnabled(name not in bank_options.IDLE[template.form])
        typing = QApplication.focusWidget()
        self.options.show_notes(bank_options.notes_of(faults, self._desk.lang))
        if typing is not None:
            typing.setFocus()  # the form asks for the wrong field; a person goes on where they are
        if self._reading is not None and not self._reading.finished:
            self._reading.cancel()
        self._reading = self._desk.ask(
            bank_files.preview, self.month, template, then=self._show_preview, failed=self._failed, owner=self
        )

    def _saved(self, row: TemplateRow) -> None:
        """Put the saved row into the list without moving anything."""
        for at, known in enumerate(self.list.model.rows):
            if known.template_id == row.template_id:
                self.list.model.put_row(at, row)
        if self.row is not None and self.row.template_id == row.template_id:
            self.row = row
            if row.template is not None:
                self.options.know(bank_options.values_of(row.template))

    def _not_saved(self, fault: Exception) -> None:
        self._desk.say_fault(fault)
        tone_label(self.message, self._desk.fault_text(fault), Tone.BAD)

    def copy(self) -> None:
        """A template of the workshop's own with the present one's settings, to be edited."""
        if self.row is None or self.template is None or not self._may_leave():
            return
        known = {row.title(self._desk.lang) for row in self.list.model.rows}
        stem = translate("Bank", "{name} 副本").format(name=self.row.title(self._desk.lang))
        name, number = stem, 2
        while name in known:
            name, number = f"{stem} {number}", number + 1
        made = replace(self.template, name=name)
        self._desk.do("bank", bank_templates.save_template, made, None, then=self._stand_on,
                      failed=self._failed, owner=self)  # fmt: skip

    def _stand_on(self, row: TemplateRow) -> None:
        self.refresh(str(row.template_id))

    def _ask_delete(self) -> None:
        if self.row is None or self.row.is_preset:
            return
        self.question = asked = QMessageBox(self)
        asked.setWindowTitle(translate("Bank", "删除模板"))
        asked.setText(translate("Bank", "删除模板“{name}”？").format(name=self.row.name))
        yes = asked.addButton(translate("Bank", "删除"), QMessageBox.ButtonRole.AcceptRole)
        asked.setDefaultButton(asked.addButton(translate("Bank", "留着"), QMessageBox.ButtonRole.RejectRole))
        yes.clicked.connect(self._delete)
        asked.open()

    def _delete(self) -> None:
        if self.row is not None:
            self._desk.do("bank", bank_templates.delete_template, self.row.template_id,
                          then=lambda _: self.refresh(), failed=self._failed, owner=self)  # fmt: skip

    def take_in(self) -> None:
        """Import a template from a file."""
        if self._may_leave() and (chosen := self.choose_open()):
            self._desk.do("bank", bank_templates.import_template, Path(chosen), then=self._stand_on,
                          failed=self._failed, owner=self)  # fmt: skip

    def give_out(self) -> None:
        """Export the present template as a file."""
        template = self.template
        if template is None or not (chosen := self.choose_save(f"{template.name}.json", "JSON (*.json)")):
            return
        done = translate("Bank", "模板已导出为 {path}")
        self._desk.tasks.run(
            lambda: bank_templates.export_template(template, Path(chosen)),
            lambda path: self._desk.say(done.format(path=path), Tone.GOOD),
            failed=self._failed,
            owner=self,
        )

    # ---------------------------------------------------------------- the file

    def write(self) -> None:
        """Write the file where the person says."""
        if self.shown is None or self.template is None:
            return
        if chosen := self.choose_save(self.shown.name, ""):
            title = translate("Bank", "写银行代发文件")
            self._desk.ask(bank_files.write_file, self.month, self.template, Path(chosen),
                           then=self._written, failed=self._failed, title=title, owner=self)  # fmt: skip

    def _written(self, made: WrittenFile) -> None:
        words = translate("Bank", "已写出 {path}：{count} 人，{total} 元。这不是发放：银行办完后在“发放”里登记。")
        said = words.format(path=made.path, count=Counted(made.count), total=yuan(made.total_fen, True))
        tone_label(self.message, said, Tone.GOOD)
        self.file_line.setText(f"SHA-256 {made.sha256}")
        self._desk.say(said, Tone.GOOD)

    def _failed(self, fault: Exception) -> None:
        tone_label(self.message, self._desk.fault_text(fault), Tone.BAD)
        self._desk.say_fault(fault)

    def _show_preview(self, shown: FilePreview) -> None:
        self.shown = shown
        template = self.template
        if template is None:
            return
        divider = {BankForm.DELIMITED: template.delimiter, BankForm.FIXED: "", BankForm.XLSX: "　│　"}[template.form]
        end = "" if template.form is BankForm.XLSX else template.line_end.name
        self.preview.show_records(ShownRecords(_cells(template, shown), divider, end))
        self._say(shown)
        blocked = bool(shown.faults) or bool(shown.sample) or any(note.blocks for note in shown.notes)
        self.write_button.setEnabled(not blocked)

    def _say(self, shown: FilePreview) -> None:
        """Sums in the head, what hinders or is worth a look above the preview, the file's name below."""
        sums = translate("Bank", "{count} 人　{total} 元　未列入 {skipped} 人")
        total = yuan(shown.total_fen, True)
        self.sums.setText(sums.format(count=Counted(shown.count), total=total, skipped=len(shown.skipped)))
        self.sums.setToolTip("\n".join(f"{s.no} {s.name}  {s.text(self._desk.lang)}" for s in shown.skipped))
        tone_label(self.message, *preview_words(shown, self._desk.lang))
        parts = [translate("Bank", "文件名：{name}").format(name=shown.name)] if shown.name else []
        if self.row is not None and self.row.is_preset:
            parts.append(translate("Bank", "预设只能看，要改请先“复制后修改”"))
        if shown.skipped:
            parts.append(translate("Bank", "未列入：{names}").format(names=skipped_words(shown, self._desk.lang)))
        self.file_line.setText("　·　".join(parts))

    # ---------------------------------------------------------------- files

    def _choose_save(self, name: str, kinds: str) -> str:
        return QFileDialog.getSaveFileName(self, self.windowTitle(), str(Path.home() / name), kinds)[0]

    def _choose_open(self) -> str:
        return QFileDialog.getOpenFileName(self, self.windowTitle(), str(Path.home()), "JSON (*.json)")[0]


def _cells(template: BankTemplate, shown: FilePreview) -> tuple[tuple[ShownCell, ...], ...]:
    """The preview's values with their bytes, and which of them is wider than its column."""
    last, made = len(shown.cells) - 1, []
    for at, record in enumerate(shown.cells):
        columns = template.head if template.head and at == 0 else template.columns
        columns = template.trailer if template.trailer and at == last else columns
        widths = [0 if template.form is BankForm.XLSX else column.width for column in columns]
        made.append(tuple(map(shown_cell, record, repeat(template.encoding.codec), widths)))
    return tuple(made)
