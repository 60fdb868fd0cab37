"""Training and heritage (培训传承): a year's sessions, and the tree of who learned from whom."""

from PySide6.QtWidgets import QStackedWidget

from app.services import heritage, training
from app.services.heritage import Heritage, HeritageRow
from app.services.history import Subject
from app.services.page_deeds import Scope
from app.services.training import SessionRow, SessionView, TrainingYear
from app.ui.desk import Desk
from app.ui.pages import training_rows as rows
from app.ui.pages.training_editor import TrainingEditor
from app.ui.tables.view import RowsTable
from app.ui.widgets.history import offer_history
from app.ui.widgets.page import Jump, Page
from app.ui.widgets.parts import button, empty_state, lead
from app.ui.widgets.stepper import PeriodStepper
from app.ui.widgets.tabs import TabRow
from app.ui.widgets.undoing import offer_undo
from app.ui.widgets.unsaved import may_leave
from app.ui.words import translate

SESSIONS, HERITAGE = 0, 1


class TrainingPage(Page):
    """Sessions by year; the mentors' tree behind the second tab."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Training", "培训传承"))
        self.year = desk.ctx.today().year
        self._at = SESSIONS
        self.editor: TrainingEditor | None = None
        self._stepper = PeriodStepper(desk.look)
        self._stepper.moved.connect(lambda step: self.open_year(self.year + step))
        self.head.addWidget(self._stepper)
        self.tabs = TabRow((("sessions", translate("Training", "培训")), ("heritage", translate("Training", "传承"))))
        self.tabs.turned.connect(self.turn)
        self.head.addWidget(self.tabs)
        self._add = self.add_primary(button(translate("Training", "登记培训"), self.add, name="add-training"))
        self.table: RowsTable[SessionRow] = RowsTable(desk.look)
        words = translate("Training", "这里是这一年办过的培训。还没有：办完一次就登记一次，勾选参加的人。")
        self.table.when_empty(
            empty_state(words, button(translate("Training", "登记培训"), self.add, "primary", name="first-training"))
        )
        self.table.opened.connect(lambda row: self.open_session(row.training_id))
        self.table.view.clicked.connect(lambda at: self.open_session(self.table.model.rows[at.row()].training_id))
        offer_history(self, self.table, _history)
        self.tree: RowsTable[HeritageRow] = RowsTable(desk.look)
        self.tree.keep_order()  # apprentices stand below their mentor
        self.tree.when_empty(
            empty_state(
                translate("Training", "这里是传承人和师徒。还没有：在“工人”里填写传承人级别和师傅编号。"),
                button(
                    translate("Training", "去工人"),
                    lambda: self.jumped.emit(Jump("people")),
                    "primary",
                    name="go-people",
                ),
            )
        )
        self.tree.opened.connect(lambda row: self.jumped.emit(Jump("people", row.worker_id)))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.tree)
        self.body.addWidget(self._stack, 1)
        self.setFocusProxy(self.table.view)
        self.undoing = offer_undo(self, Scope.TRAINING, "training")
        self.turn(SESSIONS)

    def refresh(self) -> None:
        """Read the sessions of the year, or the tree, again."""
        if self._at == HERITAGE:
            self.desk.ask(
                heritage.heritage, then=self._show_tree, owner=self, title=translate("Training", "读取师徒和传承人")
            )
        else:
            self.desk.ask(
                training.list_sessions,
                self.year,
                then=self._show,
                owner=self,
                title=translate("Training", "读取培训"),
            )

    def go_to(self, jump: Jump) -> None:
        if jump.at:
            self.year = int(jump.at[:4])
        self.turn(HERITAGE if jump.field == "heritage" else SESSIONS)

    def open_year(self, year: int) -> None:
        """Show another year's sessions."""
        if may_leave(self.panel):
            self.year = year
            self.refresh()

    def turn(self, at: int) -> None:
        """Show the sessions (0) or the tree (1)."""
        self._at = at
        self.tabs.mark(at)
        self._stack.setCurrentIndex(at)
        self._stepper.setVisible(at == SESSIONS)
        lead(self._add, leads=at == SESSIONS)
        if at == HERITAGE:
            self.panel.leave()
        self.refresh()

    def add(self) -> None:
        """Open the form of a new session."""
        if may_leave(self.panel):
            self.desk.ask(training.session_view, None, then=self._edit, owner=self)

    def open_session(self, training_id: int) -> None:
        """Open a session's form."""
        if may_leave(self.panel):
            self.desk.ask(training.session_view, training_id, then=self._edit, owner=self)

    def _edit(self, view: SessionView) -> None:
        title = view.form.topic if view.training_id else translate("Training", "登记培训")
        self.editor = TrainingEditor(self.desk, view)
        self.editor.saved.connect(lambda _: self._saved())
        self.panel.begin(title).addWidget(self.editor, 1)
        self.editor.fields.editors["topic"].setFocus()

    def _saved(self) -> None:
        self.panel.hide()
        self.refresh()
        self.table.view.setFocus()

    def _show(self, found: TrainingYear) -> None:
        self._stepper.text.setText(str(found.year))
        totals = rows.session_totals(found.rows) if found.rows else None
        self.table.show_rows(rows.session_columns(), found.rows, totals)
        self.strip.show_figures(rows.session_figures(found))

    def _show_tree(self, found: Heritage) -> None:
        self.tree.show_rows(rows.heritage_columns(), found.rows)
        self.strip.show_figures(rows.heritage_figures(found))


def _history(row: SessionRow) -> tuple[str, Subject]:
    return f"{row.day}　{row.topic}", Subject("training", (row.training_id,), ("training_attendance",))
