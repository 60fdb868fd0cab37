"""Taking a platform's order file: choose it, see which column is what, check row by row, take it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.pay_check import FieldRefusal
from app.domain.sales_file import NEEDED
from app.services import sales_import, sales_mapping
from app.services.sales_mapping import FileLook
from app.services.sales_result import Fate, FileResult, FileRow
from app.ui.desk import Desk
from app.ui.pages import sales_file_rows as rows
from app.ui.pages.sales_file_columns import FileColumns
from app.ui.tables.columns import Tone
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button, empty_state, label, tone_label
from app.ui.widgets.tabs import TabRow
from app.ui.words import translate

_KINDS: tuple[Fate | None, ...] = (None, Fate.ADD, Fate.CHANGE, Fate.KNOWN, Fate.LEFT, Fate.REFUSED)


class SalesFileView(QWidget):
    """The place of the sales page while an order file is taken. ``left`` carries None."""

    left = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.path: Path | None = None
        self.look: FileLook | None = None
        self.result: FileResult | None = None
        self._kind: Fate | None = None
        self.choose_file: Callable[[], str] = self._ask_file
        self.setAcceptDrops(True)
        self.field = QLineEdit()
        self.field.setObjectName("sales-file-path")
        self.field.setAccessibleName(translate("SalesFile", "订单文件的位置"))
        self.field.setPlaceholderText(
            translate("SalesFile", "平台导出的订单文件（XLSX、CSV）：选择、拖进来，或输入后回车")
        )
        self.columns = FileColumns(desk)
        self.said = label(wraps=True)
        self.table: RowsTable[FileRow] = RowsTable(desk.look)
        self._buttons()
        self._lay_out()
        self._bind()
        self._clear()

    def begin(self) -> None:
        """Give the keyboard to what comes first."""
        self.field.setFocus()

    def open_file(self, path: Path, platform: str = "") -> None:
        """Read a file's headings; nothing is written."""
        self.path, self.look, self.result = path, None, None
        self.field.setText(str(path))
        title = translate("SalesFile", "读取 {name}").format(name=path.name)
        self._desk.ask(
            sales_mapping.look_at, path, platform, then=self._show_look, failed=self._failed, owner=self, title=title
        )

    def check(self) -> None:
        """Say row by row what taking the file would do; nothing is written."""
        if self.path is None or self.look is None:
            return
        self.columns.show_notes(())
        title = translate("SalesFile", "检查 {name}").format(name=self.path.name)
        self._desk.ask(
            sales_import.try_file, self.path, self.columns.wish(), then=self._show, failed=self._failed, owner=self,
            title=title,
        )  # fmt: skip

    def take(self, *, accept_good: bool = False, only_new: bool = False) -> None:
        """Take the file that was checked, in one transaction."""
        if self.path is None or self.result is None:
            return
        title = translate("SalesFile", "导入 {name}").format(name=self.path.name)

        taking = partial(sales_import.take_file, accept_good=accept_good, only_new=only_new)
        self._desk.do(
            "sales", taking, self.path, self.columns.wish(), self.result.digest,
            then=self._show, failed=self._failed, owner=self, title=title,
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit(None)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.open_file(Path(event.mimeData().urls()[0].toLocalFile()))

    # ---------------------------------------------------------------- making it

    def _buttons(self) -> None:
        self.check_button = button(translate("SalesFile", "检查"), self.check, "primary", name="file-check")
        self.good_button = button(
            translate("SalesFile", "只收正确的行"), lambda: self.take(accept_good=True), name="file-good"
        )
        self.new_button = button(
            translate("SalesFile", "只收新增"), lambda: self.take(accept_good=True, only_new=True), name="file-new"
        )
        self.take_button = button(translate("SalesFile", "导入"), self.take, "primary", name="file-take")

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID * 2)
        top = QHBoxLayout()
        top.addWidget(button(translate("SalesFile", "← 返回销售"), lambda: self.left.emit(None), name="file-back"))
        top.addWidget(self.field, 1)
        top.addWidget(button(translate("SalesFile", "选择文件…"), self._choose, name="file-choose"))
        whole.addLayout(top)
        whole.addWidget(self.columns)
        acts = QHBoxLayout()
        acts.addWidget(self.said, 1)
        for act in self._acts():
            acts.addWidget(act)
        whole.addLayout(acts)
        self.tabs = TabRow([(str(kind or "all"), "") for kind in _KINDS])
        whole.addWidget(self.tabs)
        first = button(translate("SalesFile", "选择文件…"), self._choose, "primary", name="file-choose-first")
        self._empty = empty_state("", first)
        self.table.when_empty(self._empty)
        whole.addWidget(self.table, 1)

    def _acts(self) -> tuple[QPushButton, ...]:
        return (self.check_button, self.good_button, self.new_button, self.take_button)

    def _bind(self) -> None:
        self.field.returnPressed.connect(self._typed)
        self.columns.changed.connect(lambda _: self._changed())
        self.columns.platform_chosen.connect(self._platform)
        self.tabs.turned.connect(self._turn)

    def _typed(self) -> None:
        if self.field.text().strip():
            self.open_file(Path(self.field.text().strip()))

    # ---------------------------------------------------------------- answers

    def _show_look(self, look: FileLook) -> None:
        self.look = look
        self.columns.show_look(look)
        self._clear()
        words = translate("SalesFile", "读到 {count} 行。核对上面各列，再检查。")
        if look.remembered:
            words = translate("SalesFile", "读到 {count} 行。列按上次“{platform}”的选好了。")
        self._say(words.format(count=look.rows, platform=look.wish.platform), Tone.PLAIN)
        wish = self.columns.wish()
        if look.remembered and wish.channel and all(name in wish.columns for name in NEEDED):
            self.check()
        else:
            self.columns.platform.setFocus()

    def _show(self, result: FileResult) -> None:
        self.result = result
        self._name_tabs(result)
        self._turn(_KINDS.index(Fate.REFUSED) if result.count(Fate.REFUSED) and not result.taken else 0)
        self._say(*rows.verdict(result))
        self._offer()
        following = next((act for act in reversed(self._acts()) if act.isVisibleTo(self) and act.isEnabled()), None)
        if following is not None:
            following.setFocus()

    def _failed(self, fault: Exception) -> None:
        self._clear()
        if isinstance(fault, FieldRefusal):
            self.columns.show_notes(fault.notes)
            self._say(translate("SalesFile", "还不能检查：先选好上面标出的地方。"), Tone.BAD)
        else:
            self._say(self._desk.fault_text(fault), Tone.BAD)

    def _changed(self) -> None:
        """What was checked is no longer what would be taken."""
        if self.result is not None:
            self._clear()
            self._say(translate("SalesFile", "改过了，请再检查一次。"), Tone.PLAIN)

    def _platform(self, name: str) -> None:
        if self.path is not None:
            self.open_file(self.path, name)

    def _clear(self) -> None:
        self.result = None
        self.table.show_rows(rows.columns(self._desk.lang, 0), [])
        self._name_tabs(None)
        self._offer()

    def _offer(self) -> None:
        """Which ways are open now."""
        result = self.result
        self._say_empty()
        self.columns.setVisible(self.look is not None)
        self.tabs.setVisible(result is not None)
        open_ = result is not None and not result.taken
        new = result.count(Fate.ADD) if result is not None else 0
        changed = result.count(Fate.CHANGE) if result is not None else 0
        refused = result.count(Fate.REFUSED) if result is not None else 0
        self.check_button.setVisible(self.look is not None and result is None)
        self.take_button.setVisible(open_ and not refused)
        self.take_button.setEnabled(bool(new or changed))
        self.good_button.setVisible(open_ and bool(refused) and bool(new or changed))
        self.new_button.setVisible(open_ and bool(new) and bool(changed))

    def _say_empty(self) -> None:
        """What to do next, where the rows will stand."""
        words = translate("SalesFile", "按“检查”，这里会列出每一行：新增、更改、已有，还是不能收。")
        if self.look is None:
            words = translate(
                "SalesFile", "这里导入平台导出的订单文件：先检查，看清每一行会怎样，再导入。同一个文件导两次不会重复。"
            )
        elif self.result is not None:
            words = translate("SalesFile", "没有这样的行。")
        for part in self._empty.findChildren(QLabel):
            part.setText(words)
        for act in self._empty.findChildren(QPushButton):
            act.setVisible(self.look is None)

    def _turn(self, at: int) -> None:
        """Show all rows, or those of one fate."""
        self._kind = _KINDS[at]
        self.tabs.mark(at)
        found = self.result.rows if self.result is not None else ()
        shown = [row for row in found if self._kind is None or row.fate is self._kind]
        self.table.show_rows(rows.columns(self._desk.lang, len(shown)), shown)

    def _name_tabs(self, result: FileResult | None) -> None:
        words = rows.fate_words()
        for made, kind in zip(self.tabs.buttons, _KINDS, strict=True):
            if kind is None:
                count, name = (len(result.rows) if result else 0), translate("SalesFile", "全部")
            else:
                count, name = (result.count(kind) if result else 0), words[kind]
            made.setText(f"{name} {count:,}")

    def _say(self, words: str, tone: Tone) -> None:
        tone_label(self.said, words, tone)

    def _choose(self) -> None:
        if chosen := self.choose_file():
            self.open_file(Path(chosen))

    def _ask_file(self) -> str:
        kinds = translate("SalesFile", "订单文件 (*.xlsx *.csv *.txt);;所有文件 (*)")
        return QFileDialog.getOpenFileName(self, translate("SalesFile", "选择订单文件"), "", kinds)[0]
