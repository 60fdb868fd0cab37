"""People (工人): the list with masked numbers, one worker in the side panel, reveals that are recorded."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.worker_check import WorkerForm
from app.services import people, people_edit
from app.services.history import Subject
from app.services.page_deeds import Scope
from app.services.people import REVEALABLE, WorkerDetail, WorkerRow
from app.services.people_edit import WorkerSaved
from app.services.readings import findable
from app.ui.desk import Desk
from app.ui.pages import people_rows as rows
from app.ui.pages.wage_settings import WageSettings
from app.ui.pages.worker_editor import WorkerEditor
from app.ui.pages.worker_panel import WorkerPanel
from app.ui.tables.columns import Tone
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID
from app.ui.widgets.history import WORKER_MORE, offer_history
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.parts import button, empty_state, label
from app.ui.widgets.undoing import offer_undo
from app.ui.widgets.unsaved import may_leave
from app.ui.widgets.views import offer_views
from app.ui.words import translate

_TERMS = {"rate": "rate_fen", "basis": "basis", "relation": "relation", "terms": "valid_from"}
"""Fields another page may name, and what they are in the form of pay terms."""
_TITLE_EM = 8
_MANY = 1_000
"""Names that take long enough to make ready for the search to do it beforehand."""
_SETTINGS = {"minimum": 0, "everybody": 1, "prices": 2}
"""Tabs of the wage settings by the field another page names."""


class PeoplePage(Page):
    """Who works here; Enter or a click opens one in the side panel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("People", "工人"))
        self._rows: tuple[WorkerRow, ...] = ()
        self._names = findable(())
        self._revealed: dict[str, QLabel] = {}
        self._wanted = 0
        self._shown = 0
        self._field = ""
        self._tab = 0
        self._stale = 0
        self.editor: WorkerEditor | None = None
        self.worker: WorkerPanel | None = None
        self.settings: WageSettings | None = None
        self.search = self.add_search()
        self.search.textChanged.connect(self._find)
        self.table: RowsTable[WorkerRow] = RowsTable(desk.look)
        self.head.addWidget(button(translate("People", "工资设置"), self.show_settings, name="wage-settings"))
        self.add_primary(button(translate("People", "新增工人"), lambda: self.edit(None), name="add-worker"))
        act = button(
            translate("People", "导入工作簿"), lambda: self.jumped.emit(Jump("book")), "primary", name="go-import"
        )
        words = translate("People", "这里是工坊里的工人。还没有人：从工作簿导入，或新增工人。")
        self.table.when_empty(empty_state(words, act))
        self.table.opened.connect(self._open)
        self.table.view.clicked.connect(lambda index: self._open(self.table.model.rows[index.row()]))
        offer_history(self, self.table, _history)
        self.views = offer_views(self, self.table, self.search)
        self.undoing = offer_undo(self, Scope.PEOPLE, "people", self._open_again)
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table.view)

    def refresh(self) -> None:
        """Read the list as of this month."""
        month = self.desk.ctx.today().isoformat()[:7]
        self.desk.ask(people.list_workers, month, then=self._show, owner=self, title=translate("People", "读取工人"))

    def go_to(self, jump: Jump) -> None:
        self._wanted, self._field = jump.worker_id, jump.field
        if jump.worker_id:
            self.search.clear()
        self.refresh()
        if not jump.worker_id and jump.field in _SETTINGS:
            self.show_settings(_SETTINGS[jump.field])

    def _show(self, found: tuple[WorkerRow, ...]) -> None:
        self._rows = found
        self._names = names = findable((row.no, row.name) for row in found)
        if len(found) > _MANY:
            self.desk.tasks.run(names.prepare, lambda _: None, failed=self.desk.say_fault, owner=self)
        self._find(self.search.text())
        self.strip.show_figures(rows.figures(found))
        for at, row in enumerate(self.table.model.rows):
            if row.worker_id == self._wanted:
                self.table.view.selectRow(at)
                self._go_to_field(row)
        self._wanted = 0

    def _go_to_field(self, row: WorkerRow) -> None:
        """Open a worker where another page named a field: his form, his pay terms, or else his facts."""
        if self._field in _TERMS:
            self._tab = 1
        if self._field in REVEALABLE:
            self.edit(row.worker_id)
        else:
            self._open(row)

    def _find(self, text: str) -> None:
        self.table.show_rows(rows.columns(), [self._rows[at] for at in sorted(self._names.find(text))])

    def _open(self, row: WorkerRow) -> None:
        if not self._may_open():
            return
        self.desk.ask(people.worker_detail, row.worker_id, then=self._show_detail, owner=self)

    def _open_again(self) -> None:
        """The worker or the settings that stood in the panel, unless he is gone by now."""
        if self._shown:
            self.desk.ask(people.worker_detail, self._shown, then=self._show_detail, failed=lambda _: None, owner=self)
        elif self.settings is not None and isValid(self.settings):
            self.show_settings(self.settings.at)

    def _may_open(self) -> bool:
        """Whether another may take the panel; where not, the list stands on the worker whose form stays open."""
        if may_leave(self.panel):
            return True
        shown = enumerate(self.table.model.rows)
        self.table.stand_on(next((at for at, row in shown if row.worker_id == self._shown), None))
        return False

    def _show_detail(self, detail: WorkerDetail) -> None:
        row = detail.row
        self._stale, self._shown = 0, row.worker_id
        field, self._field = _TERMS.get(self._field, ""), ""
        self.worker = WorkerPanel(self.desk, row.worker_id, lambda: self._facts(detail), self._tab, field)
        self.worker.turned.connect(self._turned)
        self.worker.saved.connect(lambda _: self._pay_saved(row.worker_id))
        self.panel.begin(f"{row.no}　{row.name}").addWidget(self.worker, 1)

    def show_settings(self, at: int = 0) -> None:
        """Open what holds for the whole workshop: minimum wages (0), everybody's allowances (1), piece prices (2)."""
        if not self._may_open():
            return
        self._shown = 0
        self.settings = WageSettings(self.desk, at)
        self.panel.begin(translate("People", "工资设置")).addWidget(self.settings, 1)
        self.settings.tabs.buttons[at].setFocus()

    def _turned(self, at: int) -> None:
        """The next worker is opened at the same tab; the facts are read again after pay terms were written."""
        self._tab = at
        if at == 0 and self._stale:
            self.desk.ask(people.worker_detail, self._stale, then=self._show_detail, owner=self)
            self._stale = 0

    def _pay_saved(self, worker_id: int) -> None:
        self._stale = worker_id
        self.refresh()

    def _facts(self, detail: WorkerDetail) -> QWidget:
        row, whole = detail.row, QWidget()
        body = QVBoxLayout(whole)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GRID * 2)
        body.addWidget(button(translate("People", "修改"), lambda: self.edit(row.worker_id), name="edit-worker"))
        self._revealed = {}
        for title, text in rows.facts(row):
            body.addLayout(_fact(title, label(text, selectable=True, wraps=True)))
        for column, title, masked in (
            ("id_number", translate("People", "身份证号"), row.id_masked),
            ("phone", translate("People", "手机"), row.phone_masked),
            ("account", translate("People", "银行账号"), row.account_masked),
        ):
            body.addLayout(self._secret(row, column, title, masked))
        body.addWidget(
            label(translate("People", "显示完整号码会留下记录：谁、何时、看了谁的哪一项。"), "small", wraps=True)
        )
        return whole

    def edit(self, worker_id: int | None) -> None:
        """Open the form of a worker, or an empty one for somebody new."""
        if not self._may_open():
            return
        if worker_id is None:
            self._show_form(None, WorkerForm(no="", name=""))
        else:
            self.desk.ask(
                people_edit.worker_form, worker_id, then=lambda form: self._show_form(worker_id, form), owner=self
            )

    def _show_form(self, worker_id: int | None, form: WorkerForm) -> None:
        title = translate("People", "新增工人") if worker_id is None else f"{form.no}　{form.name}"
        self._shown = worker_id or 0
        self.editor = WorkerEditor(self.desk, worker_id, form)
        self.editor.saved.connect(self._saved)
        self.panel.begin(title).addWidget(self.editor, 1)
        self.editor.begin(self._field)
        self._field = ""

    def _saved(self, saved: WorkerSaved) -> None:
        self._wanted = saved.row.worker_id
        self.refresh()
        for note in saved.notes:
            self.desk.say(note.text(self.desk.lang), Tone.WARN)

    def _secret(self, row: WorkerRow, column: str, title: str, masked: str) -> QHBoxLayout:
        value = label(masked or "–", selectable=True)
        self._revealed[column] = value
        line = _fact(title, value)
        if masked:
            show = button(
                translate("People", "显示"),
                lambda: self._reveal(row.worker_id, column),
                "link",
                name=f"reveal-{column}",
            )
            line.addWidget(show)
        return line

    def _reveal(self, worker_id: int, column: str) -> None:
        def shown(text: str) -> None:
            self._revealed[column].setText(text)
            self.desk.say(translate("People", "已显示，并已记录。"), Tone.QUIET)

        self.desk.ask(people.reveal, worker_id, column, then=shown, owner=self)


def _history(row: WorkerRow) -> tuple[str, Subject]:
    return f"{row.no}　{row.name}", Subject("worker", (row.worker_id,), WORKER_MORE)


def _fact(title: str, value: QLabel) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(GRID * 2)
    name = label(title, "secondary")
    name.setFixedWidth(_TITLE_EM * name.fontInfo().pixelSize())
    line.addWidget(name)
    line.addWidget(value, 1)
    return line
