"""Every paper the program prints, for a month: what it is for, whether it can be made, and making it. No widget."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.domain.messages import render
from app.domain.papers import PaperData
from app.domain.papers.board import BoardRules
from app.domain.papers.recovery import TrialData
from app.domain.vocabulary import RunKind
from app.services import incomes, paper_sheets, papers, papers_log, papers_other, payroll, products, sales_view
from app.services.context import Context
from app.services.papers import PaperChoice, PaperKind
from app.services.papers_log import PrintedRow
from app.services.papers_other import OtherChoice, OtherPaper
from app.services.payroll_runs import RunRow
from app.services.products import ProductRow
from app.services.workshops import choose_workshop
from app.ui.pages import payroll_paper_rows as paper_rows
from app.ui.pages.payroll_rows import kind_words
from app.ui.pages.products_rows import levels_paper
from app.ui.pages.sales_rows import months_paper
from app.ui.tables.columns import Column, Tone
from app.ui.widgets.figures import Figure
from app.ui.widgets.page import Jump
from app.ui.words import translate

Maker = Callable[[Context, int], PaperData]
SheetMaker = Callable[[Context, int], bytes]
SHEETS = frozenset({*paper_rows.SHEETS, OtherPaper.ATTENDANCE, OtherPaper.INCOMES})
"""Papers that can be had as a spreadsheet."""
_OF_TWELVE = frozenset({OtherPaper.INCOMES, OtherPaper.OUTPUT, OtherPaper.SALES})
_OF_TODAY = frozenset({OtherPaper.STOCK, OtherPaper.LABELS})
_PAGES: Mapping[PaperKind | OtherPaper, str] = {
    OtherPaper.ATTENDANCE: "attendance",
    OtherPaper.SIGNING: "people",
    OtherPaper.INCOMES: "payroll",
    OtherPaper.OUTPUT: "production",
    OtherPaper.SALES: "sales",
    OtherPaper.STOCK: "products",
    OtherPaper.LABELS: "products",
    OtherPaper.RECOVERY: "settings",
}


@dataclass(frozen=True)
class PaperLine:
    """A paper of a month: one of a payroll (``choice``, of ``run`` where it is locked), or another."""

    month: str
    choice: PaperChoice | None = None
    other: OtherChoice | None = None
    run: RunRow | None = None

    @property
    def kind(self) -> PaperKind | OtherPaper:
        """Which paper."""
        if self.choice is not None:
            return self.choice.kind
        return self.other.kind if self.other is not None else OtherPaper.TRIAL

    @property
    def possible(self) -> bool:
        """Whether it can be made."""
        return (self.choice or self.other or _NONE).possible

    @property
    def has_sheet(self) -> bool:
        """Whether it can be had as a spreadsheet."""
        return self.possible and self.kind in SHEETS

    @property
    def is_sheet_only(self) -> bool:
        """Whether it is a spreadsheet and no paper."""
        return self.kind is PaperKind.SHEET


_NONE = OtherChoice(OtherPaper.TRIAL)


@dataclass(frozen=True)
class Shelf:
    """All papers of a month, how the board shows names, what was printed last on this PC."""

    month: str
    lines: tuple[PaperLine, ...]
    board: BoardRules
    printed: PrintedRow | None

    @property
    def choices(self) -> tuple[PaperChoice, ...]:
        """The papers of payrolls."""
        return tuple(line.choice for line in self.lines if line.choice is not None)


def read_shelf(ctx: Context, workshop_id: int, month: str) -> Shelf:
    """Everything that can be printed of a month: of every payroll that stands, of the month, of the workshop."""
    runs = {run.run_id: run for run in payroll.runs(ctx, workshop_id) if run.month == month}
    of_pay = [PaperLine(month, one, None, runs.get(one.run_id)) for one in papers.papers_for(ctx, workshop_id, month)]
    others = [PaperLine(month, None, one) for one in papers_other.other_papers(ctx, workshop_id, month)]
    printed = papers_log.last_printed(ctx, workshop_id)
    return Shelf(month, (*of_pay, *others), papers.board_rules(ctx), printed)


# ---------------------------------------------------------------- making


def maker(line: PaperLine) -> Maker:
    """What makes a paper of no payroll that needs no more to be asked."""
    month = line.month
    made: dict[PaperKind | OtherPaper, Maker] = {
        OtherPaper.ATTENDANCE: lambda ctx, shop: papers_other.attendance(ctx, shop, month),
        OtherPaper.SIGNING: lambda ctx, shop: papers_other.signing(ctx, shop, month),
        OtherPaper.SIGNING_BLANK: lambda ctx, shop: papers_other.blank_signing(ctx, shop, month),
        OtherPaper.INCOMES: lambda ctx, shop: incomes.incomes(ctx, shop, month),
        OtherPaper.OUTPUT: lambda ctx, shop: papers_other.output(ctx, shop, month),
        OtherPaper.SALES: lambda ctx, shop: _sales(ctx, shop, month),
        OtherPaper.STOCK: _stock,
        OtherPaper.TRIAL: lambda ctx, shop: TrialData(choose_workshop(ctx, shop).name, ctx.today().isoformat()),
    }
    return made[line.kind]


def sheet_maker(line: PaperLine) -> SheetMaker:
    """What makes the spreadsheet of a paper of no payroll."""
    month = line.month
    if line.kind is OtherPaper.INCOMES:
        return lambda ctx, shop: paper_sheets.incomes_sheet(incomes.incomes(ctx, shop, month))
    return lambda ctx, shop: paper_sheets.attendance_sheet(papers_other.attendance(ctx, shop, month))


def read_products(ctx: Context, workshop_id: int) -> tuple[ProductRow, ...]:
    """The products labels are printed for."""
    return products.list_products(ctx, workshop_id, ctx.today().isoformat()[:7])


def _sales(ctx: Context, workshop_id: int, month: str) -> PaperData:
    groups = sales_view.month_sums(ctx, workshop_id, month)
    return months_paper(choose_workshop(ctx, workshop_id).name, ctx.today().isoformat(), groups)


def _stock(ctx: Context, workshop_id: int) -> PaperData:
    rows = read_products(ctx, workshop_id)
    return levels_paper(choose_workshop(ctx, workshop_id).name, ctx.today().isoformat(), rows)


def jump_of(line: PaperLine) -> Jump | None:
    """Where what a paper lacks is mended, or where it is made."""
    page = _PAGES.get(line.kind, "payroll" if line.choice is not None else "")
    if not page:
        return None
    return Jump(page, at="" if page in {"people", "products", "settings"} else line.month,
                field="backup" if page == "settings" else "")  # fmt: skip


# ---------------------------------------------------------------- showing


def columns(lang: str) -> list[Column[PaperLine]]:
    """What it is, what it is for, of which month or payroll, whether it can be made or why not."""
    return [
        Column(translate("Papers", "纸"), 190, lambda one: title(one, lang), tone=_tone, wraps=True),
        Column(translate("Papers", "用来做什么"), 300, purpose, tone=_tone, wraps=True, fits=True),
        Column(translate("Papers", "属于"), 204, lambda one: belongs(one, lang), tone=_tone, wraps=True),
        Column(
            translate("Papers", "能不能打印"),
            300,
            lambda one: reason(one, lang) or ready(one),
            tone=_ready_tone,
            stretch=True,
            wraps=True,
        ),
    ]


def title(line: PaperLine, lang: str) -> str:
    """What people call it, its first letter large in English."""
    words = render(f"paper_{line.kind}", {}, lang)
    return words[:1].upper() + words[1:]


def reason(line: PaperLine, lang: str) -> str:
    """Why it cannot be made; nothing where it can."""
    found = line.choice or line.other
    return found.reason.text(lang) if found is not None and found.reason is not None else ""


def ready(line: PaperLine) -> str:
    """That it can be made."""
    return paper_rows.ready(line.choice) if line.choice is not None else translate("Papers", "✓ 可以打印")


def belongs(line: PaperLine, lang: str) -> str:
    """The payroll, the month, the months, or that it is of today."""
    if line.choice is not None:
        if line.kind in paper_rows.OF_MONTH:
            return translate("Papers", "{month} 全部").format(month=line.month)
        return f"{line.month} {_run_words(line, line.choice, lang)}"
    if line.kind in _OF_TWELVE:
        return translate("Papers", "到 {month} 的十二个月").format(month=line.month)
    if line.kind in _OF_TODAY:
        return translate("Papers", "今天")
    dated = line.kind in {OtherPaper.ATTENDANCE, OtherPaper.SIGNING}
    return line.month if dated else translate("Papers", "随时")


def _run_words(line: PaperLine, choice: PaperChoice, lang: str) -> str:
    """A payroll's kind; that it is a draft; the day of its lock where a month may have several of its kind."""
    kind = kind_words(choice.run_kind, lang)
    if choice.is_draft:
        return translate("Papers", "{kind} · 草稿").format(kind=kind)
    several = line.run is not None and choice.run_kind not in {RunKind.REGULAR, RunKind.FIRST_HALF}
    return f"{kind} · {line.run.locked_on}" if several and line.run is not None else kind


def purpose(line: PaperLine) -> str:
    """What a paper is for."""
    if line.choice is not None:
        return paper_rows.purpose(line.choice)
    return {
        OtherPaper.ATTENDANCE: translate("Papers", "本月每天的考勤，每人签名；后面附热图"),
        OtherPaper.SIGNING: translate("Papers", "本月在职的人签收、签到，事由手写"),
        OtherPaper.SIGNING_BLANK: translate("Papers", "编号和姓名也手写"),
        OtherPaper.INCOMES: translate("Papers", "每人十二个月的应发，后面附人均收入图"),
        OtherPaper.OUTPUT: translate("Papers", "十二个月的产量和图"),
        OtherPaper.SALES: translate("Papers", "十二个月的订单、销售额、退货和图"),
        OtherPaper.STOCK: translate("Papers", "每种产品账面现存多少"),
        OtherPaper.LABELS: translate("Papers", "贴在产品上：名称、货号、价格和二维码"),
        OtherPaper.RECOVERY: translate("Papers", "忘记密码或电脑坏了时打开账本和备份"),
        OtherPaper.TRIAL: translate("Papers", "看打印机的大小、边和各种文字对不对"),
    }[OtherPaper(line.kind)]


def figures(shelf: Shelf) -> list[Figure]:
    """The strip: what can be printed, what cannot yet, what was printed last and when."""
    made = sum(1 for line in shelf.lines if line.possible)
    printed = shelf.printed
    last, when = translate("Papers", "还没有"), "–"
    if printed is not None:
        last, when = f"{printed.title} {printed.month}", f"{printed.at:%Y-%m-%d %H:%M}"
    return [
        Figure(translate("Papers", "可以打印（种）"), str(made)),
        Figure(translate("Papers", "还不能（种）"), str(len(shelf.lines) - made)),
        Figure(translate("Papers", "这台电脑上次打印"), last),
        Figure(translate("Papers", "什么时候"), when),
    ]


def _tone(line: PaperLine) -> Tone:
    return Tone.PLAIN if line.possible else Tone.QUIET


def _ready_tone(line: PaperLine) -> Tone:
    draft = line.choice is not None and line.choice.is_draft
    return Tone.GOOD if line.possible and not draft else Tone.WARN
