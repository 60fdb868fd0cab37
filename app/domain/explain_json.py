"""A slip opened, as plain data for ``payroll explain M --json``: texts in both languages, amounts in fen."""

from collections.abc import Iterable

from app.domain.differences import Reason
from app.domain.explanation import Figure, Measure, Row, Said, SlipExplanation, YearRow
from app.domain.formula_words import formula_words
from app.domain.money import exact_text, yuan
from app.domain.worktime import DAY_MINUTES

Json = dict[str, object]

_SCALES = {Measure.HOURS: 60, Measure.DAYS: DAY_MINUTES, Measure.PIECES: 1000}


def counted_text(counted: int, measure: Measure) -> str:
    """What a row counts as people read it: 8, 0.5, 1,234.50."""
    if measure is Measure.FEN:
        return yuan(counted, grouped=True)
    return exact_text(counted, _SCALES[measure])


def explanation_json(told: SlipExplanation, reasons: Iterable[Reason]) -> Json:
    """A slip with rows behind each figure, the tax year by month, and why net differs from last month's."""
    return {
        "month": told.month,
        "no": told.no,
        "name": told.name,
        "notes": [_texts(note) for note in told.notes],
        "lines": [_figure(figure) for figure in told.lines],
        "deductions": [_figure(figure) for figure in told.deductions],
        "sums": [_figure(figure) for figure in told.sums],
        "tax_year": [_year(row) for row in told.year],
        "reasons": [{**_texts(one.words), "amount_fen": one.amount_fen} for one in reasons],
    }


def _texts(words: Said) -> Json:
    return {"text": words.text("zh_CN"), "text_en": words.text("en")}


def _figure(figure: Figure) -> Json:
    return {
        **_texts(figure.name),
        "code": figure.code.value if figure.code else figure.name.code.removeprefix("explain_"),
        "amount_fen": figure.amount_fen,
        "formula": figure.formula,
        "formula_en": formula_words(figure.formula, "en"),
        "measure": figure.measure.value,
        "adds_up": figure.adds_up,
        "facts": [_texts(fact) for fact in figure.facts],
        "notes": [_texts(note) for note in figure.notes],
        "rows": [_row(row, figure.measure) for row in figure.rows],
    }


def _row(row: Row, measure: Measure) -> Json:
    day = {"date": row.day.isoformat()} if row.day else {}
    return {**day, **_texts(row.words), "counted": counted_text(row.counted, measure), "source": row.source.value}


def _year(row: YearRow) -> Json:
    return {
        **_texts(row.label),
        "income_fen": row.income_fen,
        "social_fen": row.social_fen,
        "additional_fen": row.additional_fen,
        "withheld_fen": row.withheld_fen,
    }
