"""The rows of the rules page: what each pack says in one line, and what is missing."""

from dataclasses import dataclass
from datetime import date

from app.services.rule_packs import Origin
from app.services.rule_packs_view import PackInForce, PackOverview, YearView
from app.ui.pages.rules_panel import kind_title
from app.ui.tables.columns import Align, Column, Tone
from app.ui.widgets.figures import Figure
from app.ui.words import translate


@dataclass(frozen=True)
class RuleLine:
    """A line of the packs' table: a pack in force, one of another time, a kind without one, or an unreadable one."""

    kind: str
    version: str = ""
    source: str = ""
    since: str = ""
    until: str = ""
    origin: str = ""
    state: str = ""
    tone: Tone = Tone.PLAIN
    pack: PackInForce | None = None


def figures(overview: PackOverview) -> list[Figure]:
    """The strip: how many are in force, end soon, are missing, and how far the calendar goes."""
    soon = sum(row.ends_soon for row in overview.in_force)
    year = overview.day.year
    words = translate("Rules", "{year} 暂定") if overview.provisional else translate("Rules", "{year} 全年")
    known = any(row.pack.kind == "calendar" for row in overview.in_force)
    calendar = words.format(year=year) if known or overview.provisional else "–"
    return [
        Figure(translate("Rules", "有效（个）"), str(len(overview.in_force))),
        Figure(translate("Rules", "60 天内到期（个）"), str(soon) if soon else "–", Tone.WARN if soon else Tone.PLAIN),
        Figure(translate("Rules", "没有规则包（种）"), str(len(overview.missing)) if overview.missing else "–"),
        Figure(translate("Rules", "日历"), calendar, Tone.PLAIN if known else Tone.WARN),
    ]


def lines(overview: PackOverview, lang: str) -> list[RuleLine]:
    """The table: packs in force, kinds without one, packs nobody here can read, packs of other times."""
    found = [_line(row, lang) for row in overview.in_force]
    found += [
        RuleLine(
            kind_title(kind, lang), state=_missing(kind, provisional=overview.provisional), tone=_missing_tone(kind)
        )
        for kind in overview.missing
    ]
    for unread in overview.unread:
        state = translate("Rules", "本版程序读不懂，请更新程序")
        origin = origin_words(unread.origin)
        found.append(RuleLine(kind_title(unread.kind, lang), unread.version, origin=origin, state=state, tone=Tone.BAD))
    for one in overview.other:
        row = PackInForce(one.pack, one.origin, one.pack.valid_to, ends_soon=False)
        found.append(_line(row, lang, _other(one.pack.valid_from, one.pack.valid_to, overview.day)))
    return found


def _line(row: PackInForce, lang: str, state: str = "") -> RuleLine:
    soon = translate("Rules", "60 天内到期") if row.ends_soon else translate("Rules", "有效")
    return RuleLine(
        kind=kind_title(row.pack.kind, lang),
        version=row.pack.version,
        source=row.pack.sources[0].number,
        since=row.pack.valid_from.isoformat(),
        until=row.until.isoformat() if row.until else translate("Rules", "长期"),
        origin=origin_words(row.origin),
        state=state or soon,
        tone=Tone.QUIET if state else Tone.WARN if row.ends_soon else Tone.GOOD,
        pack=row,
    )


def _other(since: date, until: date | None, day: date) -> str:
    """Why a pack is not in force."""
    if since > day:
        return translate("Rules", "以后生效")
    return translate("Rules", "已失效") if until is not None and until < day else translate("Rules", "已被替代")


def _missing(kind: str, *, provisional: bool) -> str:
    """What holds where a kind has no pack."""
    if kind == "minimum_wage":
        return translate("Rules", "没有：按工资设置里填的最低工资")
    if kind == "social_insurance":
        return translate("Rules", "没有：按各工人填的个人社保")
    if kind == "calendar" and provisional:
        return translate("Rules", "暂定：放假通知还没有，只知道法定节假日")
    return translate("Rules", "没有：不能计算工资，请更新")


def _missing_tone(kind: str) -> Tone:
    return Tone.QUIET if kind in {"minimum_wage", "social_insurance"} else Tone.WARN


def origin_words(origin: Origin) -> str:
    """Where a pack came from, in words."""
    words = {
        Origin.SHIPPED: translate("Rules", "程序自带"),
        Origin.COUNTY: translate("Rules", "县里下发"),
        Origin.FILE: translate("Rules", "文件导入"),
    }
    return words[origin]


def facts(line: RuleLine) -> list[tuple[str, str]]:
    """Validity, origin and what a pack replaced; what is empty is left out."""
    row = line.pack
    found = [
        (translate("Rules", "有效期"), f"{line.since} – {line.until}"),
        (translate("Rules", "来历"), line.origin),
        (translate("Rules", "状态"), line.state),
        (translate("Rules", "适用地区"), row.region if row else ""),
        (translate("Rules", "替代了"), "\n".join(row.replaced) if row else ""),
        (translate("Rules", "标识"), row.pack.stamp if row else ""),
    ]
    return [(title, text) for title, text in found if text]


def counted(view: YearView) -> tuple[str, Tone]:
    """How many days of each kind a year has, and whether its notice is out."""
    if not view.months:
        return "", Tone.QUIET
    words = translate("Rules", "工作日 {working} 天　法定节假日 {statutory} 天")
    text = words.format(working=view.working, statutory=view.statutory)
    if not view.provisional:
        return text, Tone.QUIET
    return f"{text}　{translate('Rules', '暂定：放假通知还没有')}", Tone.WARN


def columns() -> list[Column[RuleLine]]:
    """The packs' table."""
    return [
        Column(translate("Rules", "种类"), 160, lambda line: line.kind),
        Column(translate("Rules", "版本"), 80, lambda line: line.version, Align.CENTRE),
        Column(translate("Rules", "来源文件"), 230, lambda line: line.source),
        Column(translate("Rules", "从…起"), 110, lambda line: line.since, Align.CENTRE),
        Column(translate("Rules", "到"), 110, lambda line: line.until, Align.CENTRE),
        Column(translate("Rules", "来历"), 110, lambda line: line.origin),
        Column(translate("Rules", "状态"), 240, lambda line: line.state, tone=lambda line: line.tone, stretch=True),
    ]
