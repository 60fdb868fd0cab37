"""What the products page shows: columns, totals, figures, bars. No widget, no service."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.money import decimal_text, yuan
from app.domain.papers.bars import Bar, BarsData
from app.services.products import ProductRow
from app.ui.tables.columns import Align, Column, Tone
from app.ui.terms import term
from app.ui.widgets.figures import Figure
from app.ui.words import translate

NOTHING = "–"
_TITLE_ROOM = 18
"""Hanzi of title size beside the panel's closing mark."""


def columns(lang: str) -> list[Column[ProductRow]]:
    """The list's columns; ``lang`` is that of the reasons in words."""
    right = Align.RIGHT
    return [
        Column(translate("Products", "货号"), 96, lambda r: r.code or missing(), tone=_code_tone),
        Column(translate("Products", "名称"), 160, lambda r: r.name),
        Column(translate("Products", "类别"), 92, lambda r: r.category),
        Column(translate("Products", "单位"), 64, lambda r: term(r.unit), Align.CENTRE),
        Column(translate("Products", "售价（元）"), 92, lambda r: money(r.price_fen or 0), right),
        Column(translate("Products", "本月入"), 82, lambda r: quantity(r.level.month_in_milli), right),
        Column(translate("Products", "本月出"), 82, lambda r: quantity(r.level.month_out_milli), right),
        Column(translate("Products", "现存"), 86, lambda r: quantity(r.stock_milli), right, _stock_tone),
        Column(translate("Products", "库存金额（元）"), 112, lambda r: money(r.value_fen), right),
        Column(translate("Products", "工序"), 72, lambda r: str(r.processes or NOTHING), right),
        Column(
            translate("Products", "说明"), 160, lambda r: remark(r, lang), tone=_remark_tone, stretch=True, wraps=True
        ),
    ]


def totals(rows: Sequence[ProductRow]) -> list[str]:
    """The foot below those columns; quantities are summed only where all have one unit."""
    kinds = translate("Products", "{count} 种").format(count=len(rows))
    levels = [row.level for row in rows]
    sums = ["", "", ""]
    if len({row.unit for row in rows}) == 1:
        sums = [
            quantity(sum(level.month_in_milli for level in levels)),
            quantity(sum(level.month_out_milli for level in levels)),
            quantity(sum(level.stock_milli for level in levels)),
        ]
    value = money(sum(row.value_fen for row in rows))
    return [translate("Products", "合计"), kinds, "", "", "", *sums, value, "", ""]


def figures(rows: Sequence[ProductRow]) -> list[Figure]:
    """How many products, what is there, what it is worth, what cannot be right."""
    short = sum(1 for row in rows if row.stock_milli < 0)
    bare = sum(1 for row in rows if not row.code or not row.price_fen)
    return [
        Figure(translate("Products", "产品（种）"), str(len(rows))),
        Figure(translate("Products", "有库存（种）"), str(sum(1 for row in rows if row.stock_milli > 0))),
        Figure(translate("Products", "库存金额（元）"), money(sum(row.value_fen for row in rows))),
        Figure(translate("Products", "账上为负（种）"), str(short), Tone.BAD if short else Tone.PLAIN),
        Figure(translate("Products", "缺货号或售价（种）"), str(bare), Tone.WARN if bare else Tone.PLAIN),
    ]


def bars(rows: Sequence[ProductRow]) -> list[Bar]:
    """A bar a product; less than nothing is marked, and said beside its number."""
    return [Bar(title(row), row.stock_milli, _level_text(row), marked=row.stock_milli < 0) for row in rows]


def paper_bars(rows: Sequence[ProductRow]) -> list[Bar]:
    """The same bars in the language of papers, which is Chinese."""
    texts = (
        f"{decimal_text(row.stock_milli, 3)} {row.unit}{'　账上为负' if row.stock_milli < 0 else ''}" for row in rows
    )
    return [replace(bar, text=text) for bar, text in zip(bars(rows), texts, strict=True)]


def levels_paper(unit: str, day: str, rows: Sequence[ProductRow]) -> BarsData:
    """The stock levels of a workshop as a paper of a day (YYYY-MM-DD)."""
    note = "账面现存数，各按自己的单位；斜线是账上为负"
    return BarsData("库存图", unit, day, tuple(paper_bars(rows)), note)


def found(rows: Sequence[ProductRow], text: str) -> list[ProductRow]:
    """The rows a search finds: by the beginning of the code, or letters of name, project or category."""
    wanted = text.strip().casefold()
    if not wanted:
        return list(rows)
    return [
        row
        for row in rows
        if row.code.casefold().startswith(wanted)
        or any(wanted in part.casefold() for part in (row.name, row.project, row.category))
    ]


def title(row: ProductRow) -> str:
    """P001　彝绣挎包."""
    return joined(row.code, row.name)


def joined(code: str, name: str) -> str:
    """Code and name."""
    return f"{code}　{name}" if code else name


def panel_title(code: str, name: str) -> str:
    """Code and name as far as the side panel's title has room."""
    whole = joined(code, name)
    return whole if len(whole) <= _TITLE_ROOM else f"{whole[: _TITLE_ROOM - 1]}…"


def remark(row: ProductRow, lang: str) -> str:
    """Why a person should look at this row."""
    notes = [row.shortage.text(lang)] if row.shortage is not None else []
    if not row.price_fen:
        notes.append(translate("Products", "没有售价"))
    return "　".join(notes)


def quantity(milli: int) -> str:
    """A quantity, a dash for none."""
    return decimal_text(milli, 3) if milli else NOTHING


def money(fen: int) -> str:
    """An amount in yuan, a dash for none."""
    return yuan(fen, grouped=True) if fen else NOTHING


def missing() -> str:
    """What stands where a code is lacking."""
    return translate("Products", "缺")


def _level_text(row: ProductRow) -> str:
    said = f"{decimal_text(row.stock_milli, 3)} {term(row.unit)}"
    if row.stock_milli < 0:
        return translate("Products", "{quantity}　账上为负").format(quantity=said)
    return said


def _code_tone(row: ProductRow) -> Tone:
    return Tone.PLAIN if row.code else Tone.WARN


def _stock_tone(row: ProductRow) -> Tone:
    return Tone.BAD if row.stock_milli < 0 else Tone.PLAIN


def _remark_tone(row: ProductRow) -> Tone:
    return Tone.BAD if row.shortage is not None else Tone.QUIET
