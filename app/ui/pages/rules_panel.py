"""One rule pack in the side panel: validity, sources, and its figures as people read them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from app.domain.messages.rules import FIELDS, KINDS
from app.domain.messages.text import Text
from app.domain.money import decimal_text, yuan
from app.domain.percent import factor_text
from app.domain.rulepack import (
    Band,
    MinimumWage,
    Regional,
    RulePack,
    ServicesTax,
    SocialInsurance,
    StatutoryDays,
    Vocabulary,
    WageGuards,
    WageTax,
    WorkingAge,
    WorkingTime,
    YearNotice,
)
from app.ui.terms import festival, term
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import divider, label
from app.ui.words import translate

Pair = tuple[str, str]
_TITLE = 132


def kind_title(kind: str, lang: str) -> str:
    """A kind's name in the user's language."""
    return _said(KINDS.get(kind, Text(kind, kind)), lang)


def fill(body: QVBoxLayout, pack: RulePack, facts: Iterable[Pair], lang: str) -> None:
    """Facts, sources and figures of a pack, top to bottom."""
    body.addWidget(label(pack.title, wraps=True, selectable=True))
    body.addLayout(_pairs(facts))
    body.addWidget(divider())
    for source in pack.sources:
        body.addWidget(label(f"{source.number}　{source.title}", wraps=True, selectable=True))
        body.addWidget(label(f"{source.issuer}　{source.issued.isoformat()}", "small", wraps=True))
    body.addWidget(divider())
    body.addLayout(_pairs(figure_pairs(pack, lang)))
    if isinstance(pack.figures, WageTax | ServicesTax):
        body.addLayout(_table(band_titles(lang), [band_cells(band) for band in _with_start(pack.figures.bands)]))
    body.addStretch(1)


def figure_pairs(pack: RulePack, lang: str) -> list[Pair]:
    """The figures of a pack that are no table: titles and texts."""
    read = _READERS[type(pack.figures)]
    return [(title or "", text) for title, text in read(pack.figures, lang)]


def band_titles(lang: str) -> list[str]:
    """The headings of a tax table."""
    return [translate("RulesPanel", "应纳税所得额（元）"), _field("rate", lang), _field("quick", lang)]


def band_cells(band: tuple[int, Band]) -> list[str]:
    """A line of a tax table, from the amount the band begins at."""
    start, row = band
    upto = f"{yuan(start, True)} – {yuan(row.upto_fen, True)}" if row.upto_fen is not None else f"> {yuan(start, True)}"
    return [upto, factor_text(row.rate_bp), yuan(row.quick_fen, True)]


def _with_start(bands: Sequence[Band]) -> list[tuple[int, Band]]:
    starts = [0, *(band.upto_fen or 0 for band in bands)]
    return list(zip(starts, bands, strict=False))


def _said(text: Text, lang: str) -> str:
    return text.en if lang == "en" else text.zh


def _field(name: str, lang: str) -> str:
    words = _said(FIELDS[name], lang)
    return words[:1].upper() + words[1:]


# ---------------------------------------------------------------- figures by shape


def _wage_tax(figures: WageTax, lang: str) -> list[Pair]:
    return [
        (_field("deduction_a_month", lang), yuan(figures.month_deduction_fen, True)),
        (_field("deduction_a_year", lang), yuan(figures.year_deduction_fen, True)),
    ]


def _services_tax(figures: ServicesTax, lang: str) -> list[Pair]:
    return [
        (_field("fixed_deduction", lang), yuan(figures.fixed_deduction_fen, True)),
        (_field("fixed_up_to", lang), yuan(figures.fixed_upto_fen, True)),
        (_field("share_above", lang), factor_text(figures.share_bp)),
    ]


def _guards(figures: WageGuards, lang: str) -> list[Pair]:
    return [
        (_field("sick_pay_of_minimum", lang), factor_text(figures.sick_share_bp)),
        (_field("damage_of_gross", lang), factor_text(figures.damage_cap_bp)),
    ]


def _time(figures: WorkingTime, lang: str) -> list[Pair]:
    hours = {
        "overtime_hours_a_day": figures.overtime_day_limit,
        "overtime_hours_a_month": figures.overtime_month_limit,
        "hours_a_week": figures.week_limit,
        "outer_hours_a_week": figures.week_outer_limit,
        "part_time_hours_a_day": figures.part_time_day,
        "part_time_hours_a_week": figures.part_time_week_limit,
    }
    return [
        (_field("day_divisor", lang), decimal_text(figures.day_divisor_centi, 2)),
        (_field("hour_divisor", lang), decimal_text(figures.hour_divisor_centi, 2)),
        *((term(kind), factor_text(factor)) for kind, factor in figures.factors_bp.items()),
        *((_field(name, lang), f"{decimal_text(minutes * 100 // 60, 2)} h") for name, minutes in hours.items()),
    ]


def _age(figures: WorkingAge, lang: str) -> list[Pair]:
    rows = [
        (_field("least", lang), str(figures.least)),
        (_field("grown", lang), str(figures.grown)),
        (_field("delayed_from", lang), f"{figures.delayed_from:%Y-%m}"),
    ]
    words = translate("RulesPanel", "{age} 岁起，每 {step} 个月延 1 个月，最多 {most} 个月")
    for sex, row in figures.retirement.items():
        text = words.format(age=row.age, step=row.step_months, most=row.most_months)
        rows.append((f"{_field('retirement', lang)} {term(sex)}", text))
    return rows


def _notice(figures: YearNotice, _: str) -> list[Pair]:
    return [
        (translate("RulesPanel", "放假"), _days(figures.days_off)),
        (translate("RulesPanel", "周末上班"), _days(figures.working_weekends)),
    ]


def _statutory(figures: StatutoryDays, lang: str) -> list[Pair]:
    """Each year's festivals with their days."""
    by_year: dict[int, dict[str, list[str]]] = {}
    for day, name in sorted(figures.names.items()):
        by_year.setdefault(day.year, {}).setdefault(name, []).append(f"{day:%m-%d}")
    return [
        (str(year), _listed((f"{festival(name)} {' '.join(days)}" for name, days in festivals.items()), lang))
        for year, festivals in by_year.items()
    ]


def _regional(figures: Regional, lang: str) -> list[Pair]:
    return [
        (f"{code} {row.place}", _minimum(row, lang) if isinstance(row, MinimumWage) else _social(row, lang))
        for code, row in figures.regions.items()
    ]


def _minimum(row: MinimumWage, lang: str) -> str:
    return f"{_field('monthly', lang)} {yuan(row.monthly_fen, True)}\n{_field('hourly', lang)} {yuan(row.hourly_fen)}"


def _social(row: SocialInsurance, lang: str) -> str:
    lines = [f"{item.name} {factor_text(item.rate_bp)}" for item in row.items]
    lines.append(f"{_field('base_floor', lang)} {yuan(row.base_floor_fen, True)}")
    return "\n".join([*lines, f"{_field('base_ceiling', lang)} {yuan(row.base_ceiling_fen, True)}"])


def _words(figures: Vocabulary, lang: str) -> list[Pair]:
    return [
        (_field(name, lang) if name in FIELDS else name, _listed(words, lang)) for name, words in figures.lists.items()
    ]


def _listed(words: Iterable[str], lang: str) -> str:
    return (", " if lang == "en" else "、").join(words)


def _days(days: Iterable[Any]) -> str:
    return " ".join(f"{day:%m-%d}" for day in sorted(days)) or "–"


_READERS: dict[type, Callable[[Any, str], list[Pair]]] = {
    WageTax: _wage_tax,
    ServicesTax: _services_tax,
    WageGuards: _guards,
    WorkingTime: _time,
    WorkingAge: _age,
    YearNotice: _notice,
    StatutoryDays: _statutory,
    Regional: _regional,
    Vocabulary: _words,
}


# ---------------------------------------------------------------- layouts


def _pairs(pairs: Iterable[Pair]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(GRID)
    for title, text in pairs:
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        name = label(title, "secondary", wraps=True)
        name.setFixedWidth(_TITLE)
        name.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(name)
        row.addWidget(label(text, wraps=True, selectable=True), 1)
        column.addLayout(row)
    return column


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> QGridLayout:
    """A small table of figures: the first column left, numbers right."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(GRID * 3)
    grid.setVerticalSpacing(GRID)
    grid.setColumnStretch(0, 1)
    for line, cells in enumerate([titles, *rows]):
        for at, text in enumerate(cells):
            cell = label(text, "secondary" if not line else "")
            cell.setAlignment(Qt.AlignmentFlag.AlignRight if at else Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(cell, line, at)
    return grid
