"""The subsidy pack (奖补材料): cover, contents with page numbers, roster, wage proofs, contract list, ID list."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.domain.money import yuan
from app.domain.papers.subsidy import RosterRow, SubsidyData
from app.ui.printing.ledger_paper import ledger_sheets, month_words
from app.ui.printing.sheet import LANDSCAPE, PORTRAIT, Paper, Place, Sheet
from app.ui.printing.strokes import FIRM, SMALL, Align, dots, rule, text_in
from app.ui.printing.table import Column, Footing, Heading, Table
from app.ui.printing.table_paint import begin_page, table_sheets
from app.ui.printing.typesetting import width

TITLE = "非遗工坊奖补材料"
_FRONT = 2  # cover and contents
_LINE = 820


@dataclass(frozen=True)
class Part:
    """A part of the pack: its title on the contents page, and its sheets."""

    title: str
    sheets: tuple[Sheet, ...]
    note: str = ""


def subsidy_paper(data: SubsidyData) -> Paper:
    """The whole pack; refuses ``ledger_field_missing`` where a month's ledger lacks what the law asks."""
    parts = _parts(data)
    sheets = tuple(sheet for part in parts for sheet in part.sheets)
    front = (
        Sheet(PORTRAIT, partial(_cover, data)),
        Sheet(PORTRAIT, partial(_contents, data, contents(parts))),
    )
    return Paper(TITLE, data.month, data.unit, f"gongfang-subsidy-{data.month}", front + sheets)


def _parts(data: SubsidyData) -> list[Part]:
    proofs = [_proof(data, month) for month in data.months]
    return [
        Part(f"一、务工人员花名册（{len(data.people)} 人）", table_sheets(_roster(data))),
        *proofs,
        Part("三、用工合同（协议）清单", table_sheets(_contracts(data))),
        Part("四、身份证件清单", table_sheets(_identities(data))),
    ]


def _proof(data: SubsidyData, month: str) -> Part:
    ledgers = [one for one in data.ledgers if one.month == month]
    sheets = tuple(sheet for one in ledgers for sheet in ledger_sheets(one))
    title = f"二、工资发放凭证　{month_words(month)}"
    if not ledgers:
        return Part(title, (), "缺：本月没有已锁定的工资")
    net = yuan(sum(row.net_fen for one in ledgers for row in one.rows), grouped=True)
    lacking = "（尚未足额发放）" if month in data.unpaid else ""
    return Part(f"{title}　实发 {net} 元{lacking}", sheets)


def contents(parts: Sequence[Part]) -> list[tuple[str, str]]:
    """Lines of the contents page: title and page number, or why there is none."""
    lines, page = [], _FRONT + 1
    for part in parts:
        lines.append((part.title, part.note or str(page)))
        page += len(part.sheets)
    return lines


def lacking_words(data: SubsidyData) -> Iterator[str]:
    """What the pack does not prove: months without wages locked, and months not paid in full."""
    if data.missing:
        yield f"缺工资凭证的月份：{'、'.join(data.missing)}（没有已锁定的工资），请补齐或说明原因。"
    if data.unpaid:
        yield f"尚未足额发放的月份：{'、'.join(data.unpaid)}，不能作为已发放的凭证，发放后请重新出具。"


def _cover(data: SubsidyData, painter: QPainter, place: Place) -> None:
    form = PORTRAIT
    begin_page(painter, form, is_draft=False)
    text_in(painter, QRectF(form.left, 6_500, form.room, 1_600), TITLE, 1_100, Align.CENTRE, medium=True)
    span = f"{month_words(data.months[0])} 至 {month_words(data.months[-1])}"
    text_in(painter, QRectF(form.left, 8_300, form.room, 900), span, 520, Align.CENTRE)
    lines = (
        ("申报单位", data.unit),
        ("统一社会信用代码", data.credit_code),
        ("行政区划代码", data.region),
        ("地址", data.address),
        ("负责人", data.leader),
        ("联系电话", data.phone),
        ("填报人", data.prepared_by),
        ("填报日期", data.issued_on.isoformat()),
    )
    y = 14_000
    for title, value in lines:
        text_in(painter, QRectF(form.left + 1_500, y, 4_600, _LINE), title, 400, Align.RIGHT)
        text_in(painter, QRectF(form.left + 6_300, y, form.room - 7_500, _LINE), value, 400)
        rule(painter, form.left + 6_300, y + _LINE, form.room - 7_800)
        y += _LINE + 180
    _number(painter, place)


def _contents(data: SubsidyData, lines: Sequence[tuple[str, str]], painter: QPainter, place: Place) -> None:
    form = PORTRAIT
    begin_page(painter, form, is_draft=False)
    text_in(painter, QRectF(form.left, form.top + 600, form.room, 1_200), "目　录", 760, Align.CENTRE, medium=True)
    y = form.top + 2_600
    rule(painter, form.left, y - 200, form.room, FIRM)
    for title, page in lines:
        text_in(painter, QRectF(form.left, y, form.room - 1_800, _LINE), title, 380)
        end = width(page, 380) + 250
        text_in(painter, QRectF(form.left, y, form.room, _LINE), page, 380, Align.RIGHT)
        start = form.left + width(title, 380) + 300
        dots(painter, start, y + _LINE * 0.62, form.left + form.room - end - start)
        y += _LINE
    for words in lacking_words(data):
        rule(painter, form.left, y + 200, form.room)
        text_in(painter, QRectF(form.left, y + 300, form.room, _LINE), words, 340, medium=True)
        y += _LINE
    _number(painter, place)


def _number(painter: QPainter, place: Place) -> None:
    box = QRectF(PORTRAIT.left, PORTRAIT.page_height - PORTRAIT.bottom - 400, PORTRAIT.room, 320)
    text_in(painter, box, place.words, SMALL, Align.RIGHT)


def _sheet(
    data: SubsidyData, title: str, columns: Callable[[], list[Column]], note: str, least: int = 640
) -> Table[RosterRow]:
    return Table(
        heading=Heading(title, f"单位：{data.unit}", f"填报日期：{data.issued_on.isoformat()}"),
        rows=data.people,
        columns=lambda _: columns(),
        footing=Footing((f"填报：{data.prepared_by}", "审核：", "负责人：", "（盖章）"), ((note, ""), ("", ""))),
        plans=((1, 290), (1, 270), (1, 250), (1, 230)),
        least_row=least,
        form=LANDSCAPE,
    )


def _who() -> list[Column]:
    return [
        Column(("编号",), lambda r: (r.no,), align=Align.CENTRE, least=900),
        Column(("姓名",), lambda r: (r.name,), least=2_000, spare=1_500, wraps=True),
    ]


def _plain(title: str, pick: str, least: int = 0, spare: int = 0) -> Column:
    return Column((title,), lambda r: (getattr(r, pick) or "–",), least=least, spare=spare, wraps=spare > 0)


def _roster(data: SubsidyData) -> Table[RosterRow]:
    def columns() -> list[Column]:
        return [
            *_who(),
            _plain("性别", "sex"),
            _plain("民族", "nation"),
            _plain("身份证号", "id_number"),
            _plain("手机", "phone"),
            _plain("住址（村）", "village", 2_000, 1_500),
            _plain("户别", "household", 1_500),
            _plain("监测类型", "monitoring", 1_500, 800),
            _plain("用工形式", "relation", 1_500),
            _plain("入职日期", "hired_on"),
            _plain("离职日期", "left_on"),
        ]

    return _sheet(data, "务工人员花名册", columns, "户别、监测类型按填报月末的记录，只供奖补审核，不得公示。")


def _contracts(data: SubsidyData) -> Table[RosterRow]:
    def columns() -> list[Column]:
        return [
            *_who(),
            _plain("用工形式", "relation", 2_000),
            _plain("计薪方式", "basis", 2_000),
            _plain("入职日期", "hired_on", 2_400),
            _plain("现行约定起始", "terms_from", 2_400),
            _plain("离职日期", "left_on", 2_400),
            Column(("合同（协议）编号",), lambda _: ("",), least=3_500, spare=1_000),
            Column(("原件／复印件",), lambda _: ("□ 有　□ 无",), align=Align.CENTRE, least=3_000),
        ]

    return _sheet(data, "用工合同（协议）清单", columns, "用工形式和日期取自工坊记录；合同编号和有无由填报人核对填写。")


def _identities(data: SubsidyData) -> Table[RosterRow]:
    def columns() -> list[Column]:
        return [
            *_who(),
            _plain("性别", "sex", 1_200),
            _plain("民族", "nation", 1_500),
            _plain("身份证号", "id_number", 4_000),
            _plain("手机", "phone", 2_800),
            Column(("身份证复印件",), lambda _: ("□ 已附　□ 未附",), align=Align.CENTRE, least=3_400),
            Column(("备注",), lambda _: ("",), least=3_000, spare=2_000),
        ]

    return _sheet(data, "身份证件清单", columns, "复印件附后，顺序同本表。")
