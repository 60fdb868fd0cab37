"""A worker's papers in the side panel: contract, consent, certificates, each with its picture."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.document_check import DocumentForm
from app.domain.vocabulary import DocumentKind
from app.services import worker_documents
from app.services.worker_documents import DocumentRow
from app.ui.desk import Desk
from app.ui.pages.payroll_photos import PDF, PhotoDialog, write_copy
from app.ui.tables.columns import Align, Column, Tone
from app.ui.terms import term
from app.ui.theme.tokens import GRID
from app.ui.widgets.form import Field, Kind
from app.ui.widgets.parts import button, label
from app.ui.widgets.record_sheet import Call, RecordSheet, Sheet
from app.ui.words import translate

_KINDS = "(*.jpg *.jpeg *.png *.pdf)"


class DocumentsTab(QWidget):
    """材料: the papers, and pictures of the one the list stands on. ``saved`` carries the PaySaved."""

    saved = Signal(object)

    def __init__(self, desk: Desk, worker_id: int) -> None:
        super().__init__()
        self._desk, self._worker_id = desk, worker_id
        self.opened: PhotoDialog | None = None
        self.choose_file: Callable[[], str] = self._choose_file
        self.choose_save: Callable[[str], str] = self._choose_save
        self.sheet: RecordSheet[DocumentRow] = RecordSheet(desk, documents_sheet(worker_id, desk.ctx.today()))
        self.sheet.saved.connect(self.saved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 3)
        column.addWidget(self.sheet)
        line = QHBoxLayout()
        line.addWidget(button(translate("Documents", "给这一份添加照片…"), self.attach, name="attach-document"))
        line.addWidget(button(translate("Documents", "看照片"), self.look, name="look-document"))
        line.addStretch(1)
        column.addLayout(line)
        hint = translate("Documents", "先在上面选一份。照片可以是 JPG、PNG 或 PDF，加密保存在本机。")
        column.addWidget(label(hint, "small", wraps=True))
        column.addStretch(1)

    def attach(self) -> None:
        """Choose a file and keep it as the picture of the paper the list stands on."""
        row = self._current()
        chosen = self.choose_file() if row is not None else ""
        if row is not None and chosen:
            self._desk.do(
                "people",
                worker_documents.attach_picture,
                self._worker_id,
                row.record_id,
                Path(chosen),
                then=lambda _: self.sheet.refresh(),
                title=translate("Documents", "保存照片"),
                owner=self,
            )

    def look(self) -> None:
        """Show the picture large; a PDF is handed out as a file."""
        row = self._current()
        if row is not None:
            self._desk.ask(
                worker_documents.document_picture,
                self._worker_id,
                row.record_id,
                then=partial(self._show, row),
                owner=self,
            )

    def _current(self) -> DocumentRow | None:
        row = self.sheet.table.current()
        if row is None:
            self._desk.say(translate("Documents", "请先在上面选一份材料。"), Tone.WARN)
        return row

    def _show(self, row: DocumentRow, content: bytes) -> None:
        if row.media_type != PDF:
            self.opened = PhotoDialog(content, None, term(row.kind), self)
            self.opened.open()
        elif chosen := self.choose_save(f"{term(row.kind)}.pdf"):
            self._desk.ask(write_copy, Path(chosen), content, then=self._said, owner=self)

    def _said(self, path: Path) -> None:
        self._desk.say(translate("Documents", "已存为 {path}").format(path=path), Tone.GOOD)

    def _choose_file(self) -> str:
        title = translate("Documents", "选照片")
        return QFileDialog.getOpenFileName(self, title, str(Path.home()), f"{title} {_KINDS}")[0]

    def _choose_save(self, name: str) -> str:
        title = translate("Documents", "存到哪里")
        return QFileDialog.getSaveFileName(self, title, str(Path.home() / name), "PDF (*.pdf)")[0]


def documents_sheet(worker_id: int, today: date) -> Sheet[DocumentRow]:
    """A worker's papers."""
    return Sheet(
        name="documents",
        title=translate("Documents", "合同和材料"),
        add=translate("Documents", "新增材料"),
        empty=translate("Documents", "还没有材料，例如劳动合同、承揽协议、知情同意书。"),
        read=Call(worker_documents.list_documents, (worker_id,)),
        columns=[
            Column(translate("Documents", "种类"), 92, lambda row: term(row.kind)),
            Column(
                translate("Documents", "从何日"), 96, lambda row: _day(row.valid_from or row.signed_on), Align.CENTRE
            ),
            Column(
                translate("Documents", "到何日"),
                96,
                lambda row: _day(row.valid_to),
                Align.CENTRE,
                tone=lambda row: Tone.WARN if row.valid_to and row.valid_to < today else Tone.PLAIN,
            ),
            Column(translate("Documents", "照片"), 60, _pictured, Align.CENTRE, stretch=True),
        ],
        rows=lambda found: found,
        fields=lambda _: document_fields(),
        values=_values,
        save=lambda row, values: Call(
            worker_documents.save_document, (worker_id, _form(values), row.record_id if row else None)
        ),
        withdraw=lambda row: Call(worker_documents.withdraw_document, (worker_id, row.record_id)),
    )


def document_fields() -> list[Field]:
    """Everything of a paper a person types."""
    kinds = tuple((kind, term(kind)) for kind in DocumentKind)
    return [
        Field("kind", translate("Documents", "种类"), Kind.CHOICE, kinds),
        Field("number", translate("Documents", "编号")),
        Field("signed_on", translate("Documents", "签订日期"), Kind.DATE),
        Field("valid_from", translate("Documents", "从何日起"), Kind.DATE),
        Field("valid_to", translate("Documents", "到何日止"), Kind.DATE, hint=translate("Documents", "长期就空着")),
        Field("note", translate("Documents", "备注")),
    ]


def _values(row: DocumentRow | None) -> Mapping[str, object]:
    return {each.name: getattr(row, each.name) for each in fields(DocumentForm)} if row else {}


def _form(values: Mapping[str, object]) -> DocumentForm:
    given: dict[str, Any] = {**values, "number": values["number"] or "", "note": values["note"] or ""}
    return DocumentForm(**given)


def _day(day: date | None) -> str:
    return day.isoformat() if day else "–"


def _pictured(row: DocumentRow) -> str:
    return translate("Documents", "有") if row.sha256 else "–"
