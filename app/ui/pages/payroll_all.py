"""All workshops of an official on one page: check, lock those without problems, print for all, with progress."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout

from app.domain.papers import PaperData
from app.domain.papers.letters import unprintable_words
from app.domain.refusal import Refusal
from app.services import papers, payroll_batch, spreadsheets
from app.services.context import Context
from app.services.papers import Wanted
from app.services.payroll_batch import Outcome, WorkshopResult
from app.services.workshops import WorkshopRow, list_workshops
from app.services.writing import write_whole
from app.ui.desk import Desk
from app.ui.pages.payroll_rows import amount, state_words
from app.ui.pages.payroll_tables import people_words
from app.ui.printing.output import write_paper
from app.ui.printing.papers import paper_of
from app.ui.tables.columns import Align, Column, Tone
from app.ui.tables.view import RowsTable
from app.ui.theme.tokens import GRID
from app.ui.widgets.ask import AskDialog, Asked
from app.ui.widgets.parts import button, label, tone_label
from app.ui.widgets.place import Place
from app.ui.words import translate

_STILL = frozenset({Outcome.LOCKED, Outcome.LOCKED_BEFORE})
_UNSAFE = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


@dataclass(frozen=True)
class ShopRow:
    """A workshop's month; ``said`` is what the last act came to, ``bad`` whether it failed."""

    workshop: WorkshopRow
    result: WorkshopResult | None = None
    said: str = ""
    bad: bool = False


@dataclass(frozen=True)
class ShopPapers:
    """What is handed out for every workshop: papers to print, and the run as a spreadsheet (XLSX)."""

    printed: tuple[PaperData, ...]
    sheet: bytes


def read_papers(ctx: Context, workshop_id: int, month: str) -> ShopPapers:
    """The ledger, the slips and the spreadsheet of the month's run; refuses as each of them does."""
    wanted = Wanted(month)
    printed = (papers.ledger(ctx, workshop_id, wanted), papers.slips(ctx, workshop_id, wanted))
    return ShopPapers(printed, spreadsheets.payroll_sheet(ctx, workshop_id, wanted)[0])


class AllWorkshops(Place):
    """A row a workshop; its acts go through them one after another and can be stopped between two.

    ``chosen`` carries the WorkshopRow a person opened, ``changed`` None after something was locked.
    """

    chosen = Signal(object)
    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.month = ""
        self.question: AskDialog | None = None
        self.choose_folder: Callable[[], str] = self._choose_folder
        self._queue: list[int] = []
        self._each: Callable[[int], object] = self._check
        self._total = 0
        self._folder = Path()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID * 2)
        whole.addLayout(self._bar())
        self.sentence = label(role="secondary", wraps=True)
        whole.addWidget(self.sentence)
        self.table: RowsTable[ShopRow] = RowsTable(desk.look)
        self.table.opened.connect(lambda row: self.chosen.emit(row.workshop))
        whole.addWidget(self.table, 1)
        self.setFocusProxy(self.table.view)

    def show_month(self, month: str) -> None:
        """Show every workshop's month, checked and computed anew."""
        self.month = month
        self._desk.tasks.run(
            lambda: list_workshops(self._desk.ctx), self._begin, failed=self._desk.say_fault, owner=self
        )

    def check(self) -> None:
        """Check and compute every workshop."""
        self._go([row.workshop.workshop_id for row in self.table.model.rows], self._check)

    def lock(self) -> None:
        """Lock every workshop without problems, after asking."""
        ready = self._where(Outcome.READY)
        net = sum(row.result.net_fen for row in self.table.model.rows if row.result and _is(row, Outcome.READY))
        words = translate("AllShops", "锁定 {month}：{count} 个没有问题的工坊，实发共 {net} 元。有问题的不动。")
        asked = Asked(
            translate("AllShops", "锁定没有问题的工坊"),
            words.format(month=self.month, count=len(ready), net=amount(net)),
            translate("AllShops", "锁定"),
            translate("AllShops", "再看看"),
        )

        def send(_: object) -> None:
            if self.question is not None:
                self.question.finish()
            self._go(ready, self._lock)

        self.question = AskDialog(asked, send, self)
        self.question.open()

    def print_all(self) -> None:
        """Ledger and slips of every locked workshop as PDF files, and its spreadsheet, into one folder."""
        rows = self._where(Outcome.LOCKED, Outcome.LOCKED_BEFORE)
        if rows and (chosen := self.choose_folder()):
            self._folder = Path(chosen)
            self._go(rows, self._print)

    def stop(self) -> None:
        """Stop after the workshop under way: what is done is done."""
        self._queue.clear()
        self._sum_up()

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        self.check_button = button(translate("AllShops", "检查全部"), self.check, name="check-all")
        self.lock_button = button("", self.lock, "primary", name="lock-all")
        self.print_button = button(translate("AllShops", "全部打印到文件夹…"), self.print_all, name="print-all")
        for act in (self.check_button, self.lock_button, self.print_button):
            row.addWidget(act)
        row.addStretch(1)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        self.stop_button = button(translate("AllShops", "停下"), self.stop, name="stop-all")
        for part in (self.progress, self.stop_button):
            part.hide()
            row.addWidget(part)
        return row

    # ------------------------------------------------------------ one after another

    def _begin(self, shops: tuple[WorkshopRow, ...]) -> None:
        rows = [ShopRow(shop) for shop in shops]
        self.table.show_rows(_columns(), rows, _totals(rows))
        if rows:
            self.table.view.setCurrentIndex(self.table.model.index(0, 0))
        self.check()

    def _go(self, shop_ids: Sequence[int], each: Callable[[int], object]) -> None:
        """Go through workshops by their numbers: their rows may be sorted anew meanwhile."""
        self._queue, self._each = list(shop_ids), each
        self._total = len(self._queue)
        self._next()

    def _next(self) -> None:
        """The next workshop of the queue, or the end."""
        self._sum_up()
        if self._queue:
            self._each(self._queue.pop(0))

    def _check(self, shop_id: int) -> None:
        self._run(shop_id, lambda shop: payroll_batch.check_one(self._desk.ctx, shop, self.month), self._checked)

    def _lock(self, shop_id: int) -> None:
        self._run(shop_id, lambda shop: payroll_batch.lock_one(self._desk.ctx, shop, self.month), self._locked)

    def _print(self, shop_id: int) -> None:
        self._run(shop_id, lambda shop: read_papers(self._desk.ctx, shop.workshop_id, self.month), self._printed)

    def _run(self, shop_id: int, work: Callable[[WorkshopRow], object], then: Callable[[int, object], object]) -> None:
        shop = self._row(shop_id).workshop
        self._desk.tasks.run(
            lambda: work(shop),
            lambda answer: then(shop_id, answer),
            failed=lambda fault: self._failed(shop_id, fault),
            title=f"{shop.label} {self.month}",
            owner=self,
        )

    def _checked(self, shop_id: int, result: object) -> None:
        if isinstance(result, WorkshopResult):
            said = self._desk.fault_text(result.refusal) if result.refusal else ""
            self._put(shop_id, replace(self._row(shop_id), result=result, said=said, bad=bool(said)))

    def _locked(self, shop_id: int, result: object) -> None:
        if isinstance(result, WorkshopResult):
            bad = result.refusal is not None
            done = translate("AllShops", "✓ 刚锁定") if result.outcome is Outcome.LOCKED else ""
            said = self._desk.fault_text(result.refusal) if result.refusal else done
            self.changed.emit(None)
            self._put(shop_id, replace(self._row(shop_id), result=result, said=said, bad=bad))

    def _printed(self, shop_id: int, made: object) -> None:
        """Write what was gathered; painting belongs to this thread."""
        row = self._row(shop_id)
        if not isinstance(made, ShopPapers):
            return
        name = row.workshop.label.translate(_UNSAFE)
        try:
            laid = [paper_of(data) for data in made.printed]
            for paper in laid:
                write_paper(paper, self._folder / f"{name}-{paper.file_name}")
            write_whole(self._folder / f"{name}-工资表-{self.month}.xlsx", made.sheet)
        except Refusal as fault:
            self._failed(shop_id, fault)
            return
        words = translate("AllShops", "✓ 台账、工资条（PDF）和工资表（XLSX）已存到 {folder}")
        lacking = unprintable_words(
            tuple(dict.fromkeys(one for paper in laid for one in paper.unprintable)), self._desk.lang
        )
        self._put(shop_id, replace(row, said=" ".join([words.format(folder=self._folder), lacking]).strip(), bad=False))

    def _failed(self, shop_id: int, fault: Exception) -> None:
        """What one workshop refuses stops no other."""
        said = self._desk.fault_text(fault)
        self._put(shop_id, replace(self._row(shop_id), said=said, bad=True))

    def _row(self, shop_id: int) -> ShopRow:
        return next(row for row in self.table.model.rows if row.workshop.workshop_id == shop_id)

    def _put(self, shop_id: int, row: ShopRow) -> None:
        self.table.model.put_row(self.table.model.rows.index(self._row(shop_id)), row)
        self.table.show_totals(_totals(self.table.model.rows))
        self._next()

    def _where(self, *outcomes: Outcome) -> list[int]:
        """The numbers of the workshops that are at one of these."""
        return [row.workshop.workshop_id for row in self.table.model.rows if _is(row, *outcomes)]

    def _sum_up(self) -> None:
        busy = bool(self._queue)
        ready, locked = len(self._where(Outcome.READY)), len(self._where(*_STILL))
        words = translate("AllShops", "锁定没有问题的（{count}）")
        self.lock_button.setText(words.format(count=ready))
        self.lock_button.setEnabled(bool(ready) and not busy)
        self.print_button.setEnabled(bool(locked) and not busy)
        self.check_button.setEnabled(not busy)
        for part in (self.progress, self.stop_button):
            part.setVisible(busy)
        self.progress.setRange(0, max(1, self._total))
        self.progress.setValue(self._total - len(self._queue))
        rows = self.table.model.rows
        text = translate(
            "AllShops", "{all} 个工坊：{locked} 个已锁定，{ready} 个可以锁定，{other} 个要处理。回车打开一个。"
        )
        other = len(self._where(Outcome.PROBLEMS, Outcome.REFUSED))
        tone_label(self.sentence, text.format(all=len(rows), locked=locked, ready=ready, other=other), Tone.QUIET)

    def _choose_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self, translate("AllShops", "存到哪个文件夹"), str(Path.home()))


def _is(row: ShopRow, *outcomes: Outcome) -> bool:
    return row.result is not None and row.result.outcome in outcomes


def _columns() -> list[Column[ShopRow]]:
    return [
        Column(translate("AllShops", "工坊"), 220, lambda r: r.workshop.label, tip=lambda r: r.workshop.label),
        Column(translate("AllShops", "人数"), 64, lambda r: str(r.result.workers) if r.result else "…", Align.RIGHT),
        Column(
            translate("AllShops", "应发"), 116, lambda r: amount(r.result.gross_fen) if r.result else "", Align.RIGHT
        ),
        Column(translate("AllShops", "实发"), 116, lambda r: amount(r.result.net_fen) if r.result else "", Align.RIGHT),
        Column(
            translate("AllShops", "必须处理"),
            84,
            lambda r: _count(r.result.problems) if r.result else "",
            Align.RIGHT,
            lambda r: Tone.BAD if r.result and r.result.problems else Tone.PLAIN,
        ),
        Column(
            translate("AllShops", "请核对"), 76, lambda r: _count(r.result.warnings) if r.result else "", Align.RIGHT
        ),
        Column(translate("AllShops", "状态"), 120, _state, tone=_state_tone),
        Column(
            translate("AllShops", "结果"),
            240,
            lambda r: r.said,
            tone=lambda r: Tone.BAD if r.bad else Tone.GOOD,
            tip=lambda r: r.said,
            stretch=True,
        ),
    ]


def _count(found: Sequence[object]) -> str:
    return str(len(found)) if found else "–"


def _state(row: ShopRow) -> str:
    if row.result is None:
        return ""
    if row.result.run is not None:
        return state_words(row.result.run)
    return {
        Outcome.READY: translate("AllShops", "可以锁定"),
        Outcome.PROBLEMS: translate("AllShops", "有问题"),
        Outcome.EMPTY: translate("AllShops", "没有人"),
    }.get(row.result.outcome, translate("AllShops", "算不出"))


def _state_tone(row: ShopRow) -> Tone:
    if _is(row, *_STILL):
        return Tone.GOOD
    return Tone.PLAIN if _is(row, Outcome.READY) else Tone.QUIET if _is(row, Outcome.EMPTY) else Tone.WARN


def _totals(rows: Sequence[ShopRow]) -> list[str]:
    results = [row.result for row in rows if row.result is not None]
    workers = people_words(sum(one.workers for one in results))
    gross, net = sum(one.gross_fen for one in results), sum(one.net_fen for one in results)
    problems, warnings = (sum(len(getattr(one, name)) for one in results) for name in ("problems", "warnings"))
    total = translate("AllShops", "合计")
    return [total, workers, amount(gross), amount(net), str(problems or "–"), str(warnings or "–"), "", ""]
