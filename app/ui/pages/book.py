"""Import (导入): a workbook is read and checked first; nothing is taken until it is clean or a person accepts less."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QStackedWidget

from app.domain.messages.text import Counted
from app.services.context import Context
from app.services.importing.result import ImportResult, SheetCount
from app.services.importing.use_case import import_book
from app.services.workbook.problems import Problem
from app.services.workbook.template import write_template
from app.ui.desk import Desk
from app.ui.tables.columns import Align, Column, Tone
from app.ui.tables.view import RowsTable
from app.ui.widgets.figures import Figure
from app.ui.widgets.page import Page
from app.ui.widgets.parts import button, empty_state, label, tone_label
from app.ui.words import translate


class BookPage(Page):
    """Choose a book, see what it would do, take it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Book", "导入"))
        self.path: Path | None = None
        self.result: ImportResult | None = None
        self.choose_blank: Callable[[], str] = self._ask_blank
        self.field = QLineEdit()
        self.field.setObjectName("path")
        self.field.setPlaceholderText(translate("Book", "工作簿的位置：选择、拖进来，或输入后回车"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.returnPressed.connect(lambda: self.check(Path(self.field.text().strip())))
        self.setAcceptDrops(True)
        self.head.addWidget(self.field, 1)
        self._over = button(translate("Book", "以工作簿为准"), lambda: self.take(overwrite=True), name="overwrite")
        self._good = button(translate("Book", "只收正确的行"), lambda: self.take(accept_good=True), name="take-good")
        self._choose = button(translate("Book", "选择工作簿…"), self._ask_path, name="choose")
        blank = button(translate("Book", "空白工作簿…"), self.save_blank, name="blank")
        for act in (blank, self._choose, self._over, self._good):
            self.head.addWidget(act)
        self.take_button = self.add_primary(button(translate("Book", "导入"), self.take, name="take"))
        self.message = label(wraps=True)
        self.body.addWidget(self.message)
        self.body.addLayout(self._switch())
        self._tables = QStackedWidget()
        self.sheets: RowsTable[SheetCount] = RowsTable(desk.look)
        self.problems: RowsTable[tuple[Tone, Problem]] = RowsTable(desk.look)
        words = translate("Book", "这里导入每月的工作簿（xlsx）：先检查，看清会做什么，再导入。同一本导两次不会重复。")
        choose = button(translate("Book", "选择工作簿…"), self._ask_path, "primary", name="choose-first")
        self.sheets.when_empty(empty_state(words, choose))
        self.problems.when_empty(empty_state(translate("Book", "没有问题，也没有提示。")))
        self._tables.addWidget(self.sheets)
        self._tables.addWidget(self.problems)
        self.setFocusProxy(self.field)
        self.body.addWidget(self._tables, 1)
        self.strip.hide()
        self.message.hide()
        self.sheets.show_rows(sheet_columns(), [])
        self._offer()

    def refresh(self) -> None:
        """Nothing is read again by itself: a book is chosen by a person."""

    def check(self, path: Path) -> None:
        """Read a book and say what taking it would do; nothing is written."""
        self.path, self.result = path, None
        self.field.setText(str(path))
        title = translate("Book", "检查 {name}").format(name=path.name)
        self.desk.ask(try_book, path, then=self._show, failed=self._failed, title=title, owner=self)

    def save_blank(self) -> None:
        """Write an empty workbook where a person says, to fill in; its last sheet says how."""
        if chosen := self.choose_blank():
            path = Path(chosen).with_suffix(".xlsx")
            said = translate("Book", "空白工作簿已存到 {file}，填写说明在最后一张表。").format(file=path)
            self.desk.tasks.run(
                lambda: write_template(path),
                lambda _: self.desk.say(said),
                failed=self.desk.say_fault,
                owner=self,
            )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.check(Path(event.mimeData().urls()[0].toLocalFile()))

    def take(self, *, accept_good: bool = False, overwrite: bool = False) -> None:
        """Take the book that was checked."""
        if self.path is None:
            return
        title = translate("Book", "导入 {name}").format(name=self.path.name)
        self.desk.do(
            "book", take_book, self.path, accept_good, overwrite,
            then=self._show, failed=self._failed, title=title, owner=self,
        )  # fmt: skip

    def _switch(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._to_sheets = button(translate("Book", "各表"), lambda: self._turn(0), "tab", name="to-sheets")
        self._to_problems = button(translate("Book", "问题和提示"), lambda: self._turn(1), "tab", name="to-problems")
        for act in (self._to_sheets, self._to_problems):
            act.setCheckable(True)
            act.setAutoExclusive(True)
            row.addWidget(act)
        row.addStretch(1)
        self._to_sheets.setChecked(True)
        return row

    def _turn(self, at: int) -> None:
        self._tables.setCurrentIndex(at)
        (self._to_sheets, self._to_problems)[at].setChecked(True)

    def _show(self, result: ImportResult) -> None:
        self.result = result
        found = findings(result)
        self.strip.show_figures(figures(result))
        self.sheets.show_rows(sheet_columns(), result.sheets)
        self.problems.show_rows(problem_columns(self.desk.lang), found)
        self._to_problems.setText(translate("Book", "问题和提示（{count}）").format(count=len(found)))
        self._turn(1 if result.problems else 0)
        tone_label(self.message, *verdict(result))
        self.message.show()
        self.strip.show()
        self._offer()

    def _failed(self, fault: Exception) -> None:
        self.result = None
        tone_label(self.message, self.desk.fault_text(fault), Tone.BAD)
        self.message.show()
        self.strip.hide()
        self.sheets.show_rows(sheet_columns(), [])
        self._offer()

    def _offer(self) -> None:
        """Which ways are open now."""
        result = self.result
        checked = result is not None and (result.dry_run or not result.taken)
        clean = result is not None and not result.problems
        self.take_button.setEnabled(checked and clean)
        self._good.setVisible(checked and not clean)
        self._over.setVisible(result is not None and bool(result.kept))

    def _ask_blank(self) -> str:
        title, name = translate("Book", "把空白工作簿存到哪里"), translate("Book", "工坊工作簿") + ".xlsx"
        return QFileDialog.getSaveFileName(self, title, str(Path.home() / name), "xlsx (*.xlsx)")[0]

    def _ask_path(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, translate("Book", "选择工作簿"), "", "xlsx (*.xlsx)")
        if chosen:
            self.check(Path(chosen))


def try_book(ctx: Context, workshop_id: int, path: Path) -> ImportResult:
    """What taking a book would do."""
    return import_book(ctx, workshop_id, path, dry_run=True)


def take_book(ctx: Context, workshop_id: int, path: Path, accept_good: bool, overwrite: bool) -> ImportResult:
    """Take a book; see ``import_book``."""
    return import_book(ctx, workshop_id, path, accept_good=accept_good, overwrite_edited=overwrite)


def findings(result: ImportResult) -> list[tuple[Tone, Problem]]:
    """Problems first, then what was kept, then notices."""
    parts = ((Tone.BAD, result.problems), (Tone.WARN, result.kept), (Tone.QUIET, result.notices))
    return [(tone, problem) for tone, problems in parts for problem in problems]


def figures(result: ImportResult) -> list[Figure]:
    """The strip: month, rows by fate, problems."""
    rows = sum(sheet.rows for sheet in result.sheets)
    new = sum(sheet.added + sheet.updated for sheet in result.sheets)
    bad = Tone.BAD if result.problems else Tone.GOOD
    return [
        Figure(translate("Book", "月份"), result.month),
        Figure(translate("Book", "正确的行"), str(rows)),
        Figure(translate("Book", "新增和更新"), str(new)),
        Figure(translate("Book", "问题（条）"), str(len(result.problems)), bad),
        Figure(translate("Book", "保留本机修改（条）"), str(len(result.kept))),
    ]


def verdict(result: ImportResult) -> tuple[str, Tone]:
    """One sentence: what stands, what to do."""
    if result.taken and not result.dry_run:
        return translate("Book", "已导入 {month} 的记录。").format(month=result.month), Tone.GOOD
    if result.problems:
        words = translate("Book", "有 {count} 处问题，还没有导入任何东西。改好工作簿再选一次，或只收正确的行。")
        return words.format(count=Counted(len(result.problems))), Tone.BAD
    return translate("Book", "检查通过，还没有导入。按“导入”收下。"), Tone.PLAIN


def sheet_columns() -> Sequence[Column[SheetCount]]:
    """Rows of each sheet by what becomes of them."""
    return [
        Column(translate("Book", "工作表"), 160, lambda s: s.sheet, stretch=True),
        Column(translate("Book", "行"), 100, lambda s: _count(s.rows), Align.RIGHT),
        Column(translate("Book", "新增"), 100, lambda s: _count(s.added), Align.RIGHT),
        Column(translate("Book", "更新"), 100, lambda s: _count(s.updated), Align.RIGHT),
        Column(translate("Book", "不变"), 100, lambda s: _count(s.unchanged), Align.RIGHT),
        Column(translate("Book", "保留本机"), 100, lambda s: _count(s.kept), Align.RIGHT),
        Column(translate("Book", "书里已没有"), 120, lambda s: _count(s.deleted), Align.RIGHT),
    ]


def problem_columns(lang: str) -> Sequence[Column[tuple[Tone, Problem]]]:
    """The list of findings."""
    words = {
        Tone.BAD: translate("Book", "问题"),
        Tone.WARN: translate("Book", "保留"),
        Tone.QUIET: translate("Book", "提示"),
    }
    return [
        Column(translate("Book", "级别"), 72, lambda f: words[f[0]], tone=lambda f: f[0]),
        Column(translate("Book", "工作表"), 90, lambda f: f[1].sheet),
        Column(translate("Book", "行"), 60, lambda f: str(f[1].row or ""), Align.RIGHT),
        Column(translate("Book", "列"), 110, lambda f: f[1].column),
        Column(
            translate("Book", "是什么，怎么办"),
            400,
            lambda f: f[1].text(lang),
            tip=lambda f: f[1].text(lang),
            stretch=True,
        ),
    ]


def _count(value: int) -> str:
    return str(value) if value else "–"
