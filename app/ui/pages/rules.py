"""Rules (规则): which rule packs apply and where they come from, the year's calendar, local festivals."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services import rule_packs, rule_packs_view
from app.services.context import Context
from app.services.local_days import LocalDayRow
from app.services.rule_packs import PackAdded, SignerRow
from app.services.rule_packs_view import PackOverview, YearView
from app.ui.desk import Desk
from app.ui.pages.rules_local import local_sheet
from app.ui.pages.rules_panel import fill, kind_title
from app.ui.pages.rules_rows import RuleLine, columns, counted, facts, figures, lines
from app.ui.pages.rules_year import Legend, YearCalendar
from app.ui.tables.columns import Tone
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID
from app.ui.widgets.ask import AskDialog, Asked
from app.ui.widgets.page import Page
from app.ui.widgets.parts import button, empty_state, label, tone_label
from app.ui.widgets.record_sheet import RecordSheet
from app.ui.widgets.stepper import PeriodStepper
from app.ui.widgets.tabs import TabRow
from app.ui.words import translate

_LOCAL_WIDTH = 400


class RulesPage(Page):
    """Packs in force, the selected one in the side panel; the calendar of a year with the local festivals."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, translate("Rules", "规则"))
        self.overview: PackOverview | None = None
        self.year = desk.ctx.today().year
        self.question: AskDialog | None = None
        self.choose_file, self.choose_key = self._ask_path, self._ask_key_path
        self.head.addStretch(1)
        self.head.addWidget(button(translate("Rules", "信任公钥…"), self.trust_by_file, name="trust-key"))
        self.update_button = self.add_primary(
            button(translate("Rules", "从文件更新…"), self.update_by_file, name="update")
        )
        self.tabs = TabRow(
            [("packs", translate("Rules", "规则包")), ("calendar", translate("Rules", "日历和地方节日"))]
        )
        self.tabs.turned.connect(self.turn)
        self.body.addWidget(self.tabs)
        self.message = label(wraps=True)
        self.message.hide()
        self.body.addWidget(self.message)
        self.table: RowsTable[RuleLine] = RowsTable(desk.look)
        self.table.opened.connect(self._open)
        self.table.view.clicked.connect(lambda index: self._open(self.table.model.rows[index.row()]))
        self.calendar, self.stepper, self.sheet = YearCalendar(desk.look), PeriodStepper(desk.look), self._local_sheet()
        self._unknown = empty_state(
            translate("Rules", "这一年的法定节假日还不知道：更新程序，或导入县里下发的规则包。")
        )
        self._views = QStackedWidget()
        self._views.addWidget(self.table)
        self._views.addWidget(self._calendar_view())
        self.body.addWidget(self._views, 1)
        self.setFocusProxy(self.table.view)
        self.turn(0)

    def refresh(self) -> None:
        """Read which packs apply today, and the year shown."""
        self.desk.ask(rule_packs_view.pack_overview, self.desk.ctx.today(), then=self._show, owner=self)
        self.open_year(self.year)
        self.sheet.refresh()

    def turn(self, at: int) -> None:
        """Show a tab: packs (0), the calendar (1)."""
        self.tabs.mark(at)
        self._views.setCurrentIndex(at)
        self.panel.leave()

    def open_year(self, year: int) -> None:
        """Show the calendar of a year."""
        self.year = year
        self.stepper.text.setText(str(year))
        self.desk.ask(rule_packs_view.year_view, year, then=self._show_year, owner=self)

    def update_by_file(self) -> None:
        """Take a signed pack from a file a person chooses."""
        path = self.choose_file()
        if path:
            title = translate("Rules", "导入规则包")
            self.desk.do(
                "packs", take_file, Path(path), then=self._taken, failed=self._refused, title=title, owner=self
            )

    def trust_by_file(self) -> None:
        """Read a county's key file and ask whether its fingerprint is the county's."""
        if path := self.choose_key():
            self.desk.ask(key_in, Path(path), then=self._ask_trust, failed=self._refused, owner=self)

    def _ask_trust(self, signer: SignerRow) -> None:
        if signer.how:
            self._say_trusted(translate("Rules", "“{name}”的公钥早已信任，指纹 {fingerprint}。"), signer)
            return
        text = translate(
            "Rules",
            "“{name}”的公钥，指纹：\n\n{fingerprint}\n\n请打电话或当面与县里逐字核对。信任以后，"
            "由它签名的规则包都可以导入，并用来算工资。不一致就取消，告诉县里。",
        )
        asked = Asked(
            translate("Rules", "信任县里的公钥"),
            text.format(name=signer.name, fingerprint=signer.fingerprint),
            translate("Rules", "指纹一致，信任"),
        )

        def trusted(row: SignerRow) -> None:
            dialog.finish()
            self._say_trusted(translate("Rules", "已信任“{name}”的公钥，指纹 {fingerprint}。"), row)

        def send(_: object) -> None:
            self.desk.do("packs", take_key, signer, then=trusted, failed=refused, title=asked.title, owner=dialog)

        def refused(fault: Exception) -> None:
            dialog.refuse(self.desk.fault_text(fault))

        self.question = dialog = AskDialog(asked, send, self)
        dialog.no.setDefault(True)
        dialog.no.setFocus()
        dialog.open()

    def _say_trusted(self, words: str, signer: SignerRow) -> None:
        self._say(words.format(name=signer.name, fingerprint=signer.fingerprint), Tone.GOOD)

    def _calendar_view(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 6)
        left = QVBoxLayout()
        self.stepper.moved.connect(lambda step: self.open_year(self.year + step))
        self._counted = label("", "secondary")
        head = QHBoxLayout()
        head.addWidget(self.stepper)
        head.addWidget(self._counted, 1)
        left.addLayout(head)
        self._year_place = QStackedWidget()
        self._year_place.addWidget(self.calendar)
        self._year_place.addWidget(self._unknown)
        left.addWidget(self._year_place, 1)
        left.addWidget(Legend(self.desk.look))
        row.addLayout(left, 1)
        self.sheet.setFixedWidth(_LOCAL_WIDTH)
        row.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _local_sheet(self) -> RecordSheet[LocalDayRow]:
        made: RecordSheet[LocalDayRow] = RecordSheet(self.desk, local_sheet())
        made.saved.connect(lambda _: self.open_year(self.year))
        return made

    def _show(self, overview: PackOverview) -> None:
        self.overview = overview
        self.strip.show_figures(figures(overview))
        self.table.show_rows(columns(), lines(overview, self.desk.lang))

    def _show_year(self, view: YearView) -> None:
        if view.year != self.year:
            return
        self._year_place.setCurrentIndex(0 if view.months else 1)
        self.calendar.show_year(view)
        tone_label(self._counted, *counted(view))

    def _open(self, line: RuleLine) -> None:
        if line.pack is None:
            self.panel.leave()
            return
        body = self.panel.begin(f"{line.kind}　{line.version}")
        fill(body, line.pack.pack, facts(line), self.desk.lang)

    def _taken(self, added: PackAdded) -> None:
        name = f"{kind_title(added.kind, self.desk.lang)} {added.version}"
        words = (
            translate("Rules", "{name} 早已有了，没有改动。") if added.again else translate("Rules", "已导入 {name}。")
        )
        self._say(words.format(name=name), Tone.GOOD)
        self.refresh()

    def _refused(self, fault: Exception) -> None:
        self._say(self.desk.fault_text(fault), Tone.BAD)

    def _say(self, text: str, tone: Tone) -> None:
        tone_label(self.message, text, tone)
        self.message.show()

    def _ask_key_path(self) -> str:
        title, kinds = translate("Rules", "选择县里的公钥文件"), translate("Rules", "公钥文件 (*.json)")
        path, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        return path

    def _ask_path(self) -> str:
        title, kinds = translate("Rules", "选择签过名的规则包"), translate("Rules", "规则包 (*.json)")
        path, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        return path


def key_in(ctx: Context, _: int, file: Path) -> SignerRow:
    """Whose key a file holds; it holds for every workshop of the database."""
    return rule_packs.signer_in(ctx, file)


def take_key(ctx: Context, _: int, signer: SignerRow) -> SignerRow:
    """Trust a key whose fingerprint was compared."""
    return rule_packs.trust_key(ctx, signer.key, signer.name)


def take_file(ctx: Context, _: int, file: Path) -> PackAdded:
    """Take a signed pack; it holds for every workshop of the database."""
    return rule_packs.add_pack(ctx, file)
