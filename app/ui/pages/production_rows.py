"""The tables and figures of the production page as data."""

from collections.abc import Sequence

from app.domain.money import decimal_text, half_up, price_text
from app.domain.vocabulary import TimeKind
from app.services.production_entries import PieceRow, item_title
from app.services.production_sums import GroupSums, PieceSums
from app.ui.pages.sales_rows import count, quantity
from app.ui.tables.columns import Align, Column, Tone
from app.ui.terms import term
from app.ui.widgets.figures import Figure
from app.ui.words import translate


def columns() -> list[Column[PieceRow]]:
    """The columns of the list."""
    return [
        Column(translate("Production", "日期"), 96, lambda r: r.day.isoformat(), Align.CENTRE),
        Column(translate("Production", "工人"), 170, workers_text, tip=shares_text),
        Column(translate("Production", "产品·工序"), 150, item_text, stretch=True, tip=item_text),
        Column(translate("Production", "合格"), 78, lambda r: quantity(r.good_milli), Align.RIGHT),
        Column(translate("Production", "返工"), 76, lambda r: quantity(r.rework_milli), Align.RIGHT, tone=_rework_tone),
        Column(
            translate("Production", "工废"),
            88,
            lambda r: quantity(r.worker_scrap_milli),
            Align.RIGHT,
            tone=_worker_tone,
        ),
        Column(
            translate("Production", "料废"),
            88,
            lambda r: quantity(r.material_scrap_milli),
            Align.RIGHT,
            tone=_thing_tone,
        ),
        Column(translate("Production", "时段"), 84, kind_text),
        Column(translate("Production", "单价（元）"), 96, price_words, Align.RIGHT, tone=_price_tone),
        Column(translate("Production", "分摊"), 110, shares_short, tip=shares_text),
    ]


def totals(sums: PieceSums) -> list[str]:
    """The foot of the list."""
    entries = translate("Production", "{count} 笔").format(count=count(sums.entries))
    return [translate("Production", "合计"), entries, "", *_made(sums), "", "", ""]


def group_columns(title: str, *, numbered: str = "") -> list[Column[GroupSums]]:
    """Sums by ``title``, with a column of the number or code where it is ``numbered``."""
    first = [Column[GroupSums](numbered, 110, lambda g: g.no or "–")] if numbered else []
    return [
        *first,
        Column(title, 200, group_name, stretch=True, tip=group_name),
        Column(translate("Production", "笔数"), 80, lambda g: count(g.sums.entries), Align.RIGHT),
        Column(translate("Production", "其中合做"), 90, lambda g: count(g.teams), Align.RIGHT),
        Column(translate("Production", "合格"), 110, lambda g: quantity(g.sums.good_milli), Align.RIGHT),
        Column(translate("Production", "返工"), 90, lambda g: quantity(g.sums.rework_milli), Align.RIGHT),
        Column(translate("Production", "工废"), 90, lambda g: quantity(g.sums.worker_scrap_milli), Align.RIGHT),
        Column(translate("Production", "料废"), 90, lambda g: quantity(g.sums.material_scrap_milli), Align.RIGHT),
        Column(translate("Production", "返工率"), 108, lambda g: share(g.sums.rework_milli, g.sums), Align.RIGHT),
        Column(translate("Production", "废品率"), 108, lambda g: share(g.sums.scrap_milli, g.sums), Align.RIGHT),
    ]


def group_totals(sums: PieceSums, groups: Sequence[GroupSums], *, numbered: bool, by_worker: bool = False) -> list[str]:
    """The foot of sums; a team entry, which several workers have a share in, is counted once."""
    teams = "" if by_worker else count(sum(group.teams for group in groups))
    rates = [share(sums.rework_milli, sums), share(sums.scrap_milli, sums)]
    head = [translate("Production", "合计"), *([""] if numbered else [])]
    return [*head, count(sums.entries), teams, *_made(sums), *rates]


def figures(sums: PieceSums, people: int) -> list[Figure]:
    """The strip: good pieces, the shares of rework and scrap, workers, and what has no price."""
    return [
        Figure(translate("Production", "合格（件）"), quantity(sums.good_milli)),
        Figure(translate("Production", "返工率"), share(sums.rework_milli, sums)),
        Figure(translate("Production", "废品率"), share(sums.scrap_milli, sums)),
        Figure(translate("Production", "做活的人"), count(people)),
        Figure(
            translate("Production", "没有单价（笔）"), count(sums.unpriced), Tone.WARN if sums.unpriced else Tone.PLAIN
        ),
    ]


def sums_of(rows: Sequence[PieceRow]) -> PieceSums:
    """What the rows a search leaves come to."""
    return PieceSums(
        len(rows),
        sum(row.good_milli for row in rows),
        sum(row.rework_milli for row in rows),
        sum(row.worker_scrap_milli for row in rows),
        sum(row.material_scrap_milli for row in rows),
        sum(1 for row in rows if row.price_e4 is None),
    )


def searched(row: PieceRow) -> str:
    """What a search looks through, in small letters."""
    people = " ".join(f"{one.no} {one.name}" for one in row.shares)
    return f"{row.day} {people} {item_text(row)} {row.time_kind} {kind_text(row)}".casefold()


def workers_text(row: PieceRow) -> str:
    """03 沙马芝; of a team how many they are, and their numbers."""
    if not row.shares:
        return translate("Production", "（没有分摊）")
    if not row.team:
        return f"{row.shares[0].no} {row.shares[0].name}"
    numbers = translate("Production", "、").join(one.no for one in row.shares)
    return translate("Production", "{count} 人合做：{numbers}").format(count=len(row.shares), numbers=numbers)


def shares_text(row: PieceRow) -> str:
    """Who gets how much of a team entry, a line each."""
    if not row.team:
        return workers_text(row)
    return "\n".join(f"{one.no} {one.name}　{decimal_text(one.weight_milli, 3)}" for one in row.shares)


def shares_short(row: PieceRow) -> str:
    """7.5:6:4.25; a dash for one worker's own."""
    return ":".join(decimal_text(one.weight_milli, 3) for one in row.shares) if row.team and row.shares else "–"


def item_text(row: PieceRow) -> str:
    """P001 彝绣挎包·刺绣·A."""
    return f"{row.code} {item_title(row.product, row.process, row.grade)}".strip()


def kind_text(row: PieceRow) -> str:
    """The time kind, a dash for normal hours."""
    return "–" if row.time_kind is TimeKind.NORMAL else term(row.time_kind)


def price_words(row: PieceRow) -> str:
    """The price in force that day, or that there is none."""
    return translate("Production", "无单价") if row.price_e4 is None else price_text(row.price_e4)


def group_name(group: GroupSums) -> str:
    """Day, worker or item."""
    return group.name or translate("Production", "（没有分摊）")


def share(part_milli: int, sums: PieceSums) -> str:
    """A part of everything that was made, in per cent with one decimal."""
    if not part_milli or not sums.all_milli:
        return "–"
    return f"{decimal_text(half_up(part_milli * 1000, sums.all_milli), 1, 1)}%"


def _made(sums: PieceSums) -> list[str]:
    quantities = (sums.good_milli, sums.rework_milli, sums.worker_scrap_milli, sums.material_scrap_milli)
    return [quantity(milli) for milli in quantities]


def _rework_tone(row: PieceRow) -> Tone:
    return Tone.WARN if row.rework_milli else Tone.PLAIN


def _worker_tone(row: PieceRow) -> Tone:
    return Tone.BAD if row.worker_scrap_milli else Tone.PLAIN


def _thing_tone(row: PieceRow) -> Tone:
    return Tone.WARN if row.material_scrap_milli else Tone.PLAIN


def _price_tone(row: PieceRow) -> Tone:
    return Tone.WARN if row.price_e4 is None else Tone.PLAIN
