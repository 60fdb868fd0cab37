"""The papers of a month as the payroll page offers them: what each is for, whether it can be made, and making it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.domain.messages import render
from app.domain.papers import PaperData
from app.domain.papers.board import AmountRule, BoardRules, NameRule
from app.services import papers, papers_people, spreadsheets
from app.services.context import Context
from app.services.papers import PaperChoice, PaperKind, Wanted
from app.ui.pages.payroll_rows import kind_words
from app.ui.tables.columns import Column, Tone
from app.ui.words import translate

SHEETS = frozenset({PaperKind.SHEET, PaperKind.TAX_LIST})
"""Papers that can be had as a spreadsheet."""
OF_MONTH = frozenset({PaperKind.TAX_LIST, PaperKind.CERTIFICATE, PaperKind.SUBSIDY})
"""Papers of the whole month, whatever run is shown."""
NO_RULES = BoardRules()


@dataclass(frozen=True)
class PaperAsked:
    """One paper of a run (``run_id`` 0: the draft) or month, with what a person may choose for it."""

    kind: PaperKind
    month: str
    run_id: int = 0
    formulas: bool = False
    worker_no: str = ""
    everybody: bool = False
    board: BoardRules = NO_RULES

    @property
    def wanted(self) -> Wanted:
        """The run as the services take it."""
        return Wanted(self.month, run_id=self.run_id or None)


@dataclass(frozen=True)
class PaperOffers:
    """What can be made for the shown run, and how the board shows names and amounts."""

    choices: tuple[PaperChoice, ...]
    board: BoardRules


def read_offers(ctx: Context, workshop_id: int, month: str, run_id: int) -> PaperOffers:
    """The papers of one run (0: the draft) and of the month."""
    choices = papers.papers_for(ctx, workshop_id, month)
    mine = tuple(one for one in choices if one.kind in OF_MONTH or one.run_id == run_id)
    return PaperOffers(mine, papers.board_rules(ctx))


def for_worker(choice: PaperChoice, no: str) -> PaperChoice:
    """A paper about one person as it stands for a worker by 编号; any other paper as it is."""
    asked = next((one for one in choice.workers if one.no == no), None)
    return choice if asked is None else replace(choice, reason=asked.reason)


def for_cash(choice: PaperChoice, *, everybody: bool) -> PaperChoice:
    """An offered cash list as it stands when those with an account are listed too, or not; other papers as they are."""
    return replace(choice, reason=choice.for_everybody) if everybody and choice.kind is PaperKind.CASH else choice


def make_paper(ctx: Context, workshop_id: int, asked: PaperAsked) -> PaperData:
    """What the paper holds; refuses what may not be printed."""
    return _MAKERS[asked.kind](ctx, workshop_id, asked)


def maker(asked: PaperAsked) -> Callable[[Context, int], PaperData]:
    """What makes the paper later."""
    return lambda ctx, workshop_id: make_paper(ctx, workshop_id, asked)


def sheet_maker(asked: PaperAsked) -> Callable[[Context, int], bytes]:
    """What makes the spreadsheet later."""
    return lambda ctx, workshop_id: make_sheet(ctx, workshop_id, asked)


def make_sheet(ctx: Context, workshop_id: int, asked: PaperAsked) -> bytes:
    """The paper as a spreadsheet."""
    if asked.kind is PaperKind.TAX_LIST:
        return spreadsheets.tax_sheet(papers.tax_list(ctx, workshop_id, asked.month))
    return spreadsheets.payroll_sheet(ctx, workshop_id, asked.wanted)[0]


def _board(ctx: Context, workshop_id: int, asked: PaperAsked) -> PaperData:
    """The board by the rules chosen, which are kept for the next time."""
    if papers.board_rules(ctx) != asked.board:
        papers.set_board_rules(ctx, asked.board)
    return papers.board(ctx, workshop_id, asked.wanted)


_MAKERS: Mapping[PaperKind, Callable[[Context, int, PaperAsked], PaperData]] = {
    PaperKind.LEDGER: lambda ctx, shop, asked: papers.ledger(ctx, shop, asked.wanted),
    PaperKind.SLIPS: lambda ctx, shop, asked: papers.slips(ctx, shop, asked.wanted, formulas=asked.formulas),
    PaperKind.SETTLEMENT: lambda ctx, shop, asked: papers.settlement(ctx, shop, asked.wanted),
    PaperKind.BOARD: _board,
    PaperKind.CASH: lambda ctx, shop, asked: papers.cash(ctx, shop, asked.wanted, everybody=asked.everybody),
    PaperKind.TAX_LIST: lambda ctx, shop, asked: papers.tax_list(ctx, shop, asked.month),
    PaperKind.CERTIFICATE: lambda ctx, shop, asked: papers_people.certificate(ctx, shop, asked.worker_no, asked.month),
    PaperKind.SUBSIDY: lambda ctx, shop, asked: papers_people.subsidy(ctx, shop, asked.month),
}


def paper_title(kind: PaperKind, lang: str) -> str:
    """What people call a paper, its first letter large in English."""
    words = render(f"paper_{kind}", {}, lang)
    return words[:1].upper() + words[1:]


def paper_columns(lang: str) -> list[Column[PaperChoice]]:
    """What it is, what it is for, whether it can be made or why not."""
    return [
        Column(translate("Papers", "纸"), 190, lambda one: paper_title(one.kind, lang), tone=_tone, wraps=True),
        Column(translate("Papers", "用来做什么"), 300, purpose, tone=_tone, wraps=True, fits=True),
        Column(translate("Papers", "属于"), 130, lambda one: belongs(one, lang), tone=_tone, wraps=True),
        Column(
            translate("Papers", "能不能打印"),
            340,
            lambda one: reason(one, lang) or ready(one),
            tone=lambda one: Tone.GOOD if one.possible and not one.is_draft else Tone.WARN,
            stretch=True,
            wraps=True,
        ),
    ]


def reason(choice: PaperChoice, lang: str) -> str:
    """Why a paper cannot be made; nothing where it can."""
    return choice.reason.text(lang) if choice.reason is not None else ""


def belongs(choice: PaperChoice, lang: str) -> str:
    """Which run a paper is of, or the month."""
    if choice.kind in OF_MONTH:
        return translate("Papers", "本月全部")
    return kind_words(choice.run_kind, lang)


def ready(choice: PaperChoice) -> str:
    """That a paper can be made, and of how much it is worth."""
    if choice.kind is PaperKind.SHEET:
        return translate("Papers", "✓ 可以存")
    given = sum(one.reason is None for one in choice.workers)
    if given < len(choice.workers):
        return translate("Papers", "✓ {given} 人可以打印，其余 {others} 人不能").format(
            given=given, others=len(choice.workers) - given
        )
    return translate("Papers", "草稿：只能看，不作依据") if choice.is_draft else translate("Papers", "✓ 可以打印")


def _tone(choice: PaperChoice) -> Tone:
    return Tone.PLAIN if choice.possible else Tone.QUIET


def purpose(choice: PaperChoice) -> str:
    """What a paper is for."""
    return {
        PaperKind.LEDGER: translate("Papers", "每人签字按手印，工坊留底，检查时看这一份"),
        PaperKind.SLIPS: translate("Papers", "剪开发给每个人，一页八张，二维码可以核对真伪"),
        PaperKind.SETTLEMENT: translate("Papers", "居家承揽和劳务的加工费，与工资分开签收"),
        PaperKind.BOARD: translate("Papers", "贴在公示栏，姓名和金额按设置遮住，没有证件号和账号"),
        PaperKind.CASH: translate("Papers", "发现金用：每人多少，要准备哪些面额的钞票"),
        PaperKind.SHEET: translate("Papers", "要接着用表格处理的人：工资和每一行明细的 XLSX"),
        PaperKind.TAX_LIST: translate("Papers", "导入自然人电子税务局扣缴端申报个税"),
        PaperKind.CERTIFICATE: translate("Papers", "给一个人开收入证明：最近十二个月实际发放的"),
        PaperKind.SUBSIDY: translate("Papers", "申请奖补用：花名册、六个月工资凭证、合同和证件清单"),
    }[choice.kind]


def name_rules() -> list[tuple[NameRule, str]]:
    """How the board can show names."""
    return [
        (NameRule.FULL, translate("Papers", "姓名：全名")),
        (NameRule.STAR, translate("Papers", "姓名：王*")),
        (NameRule.SURNAME, translate("Papers", "姓名：王某")),
    ]


def amount_rules() -> list[tuple[AmountRule, str]]:
    """How the board can show amounts."""
    return [
        (AmountRule.EXACT, translate("Papers", "金额：照实")),
        (AmountRule.BANDS, translate("Papers", "金额：只写区间")),
        (AmountRule.NONE, translate("Papers", "金额：不写")),
    ]
