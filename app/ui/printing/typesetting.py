"""Type on paper: measuring, breaking and drawing one line in any of the four scripts.

Paper is measured in units of 1/100 mm, so that one layout serves screen, printer and PDF.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGlyphRun,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QRawFont,
    QTextLayout,
)

from app.ui.theme.fonts import FAMILIES, SANS, load_fonts
from app.ui.theme.tokens import LIGHT

MM = 100
POINT = 2540 / 72
_SHAPED = re.compile("[\u0590-\u08ff\u0f00-\u0fff\u1800-\u18af\ufb1d-\ufefc]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
_HANZI = re.compile("[\u4e00-\u9fff]")
_SMALL_IN_EM = (
    (re.compile("[\ua000-\ua4cf]"), 1.3),
    (re.compile("[\u0600-\u06ff]"), 1.25),
    (re.compile("[\u0f00-\u0fff]"), 1.15),
)
_UNIFIED = range(0x4E00, 0xA000)
_SHADOWING = (*range(0x2E80, 0x2FE0), *range(0x3400, 0x4DC0))
GETA = "〓"
_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@lru_cache(maxsize=64)
def paper_font(size: int, medium: bool = False) -> QFont:
    """A font ``size`` units (1/100 mm) high, unhinted: widths are the same on every device."""
    load_fonts()
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.Medium if medium else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("locl"), 0)  # else digits after Latin letters get nameless glyphs, lost to a search
    font.setFeature(QFont.Tag("liga"), 0)  # else the ff of a digest is one glyph, lost to a search
    return font


@lru_cache(maxsize=64)
def _metrics(size: int, medium: bool) -> QFontMetricsF:
    return QFontMetricsF(paper_font(size, medium))


@lru_cache(maxsize=8192)
def has_glyph(letter: str) -> bool:
    """Whether a font of the program, or one of the system it falls back to, draws a letter; what is unseen needs none.

    Rare hanzi (Extension G and later) stand in real names, and in no font of ours.
    """
    if unicodedata.category(letter) in {"Cc", "Cf"} or _VARIANTS.match(letter):
        return True
    return _metrics(100, False).inFontUcs4(ord(letter))


@lru_cache(maxsize=20_000)
def printable(text: str) -> str:
    """``text`` as it is set: a letter no font has becomes 〓, the printers' mark for a missing sort."""
    if text.isascii():
        return text
    return "".join(letter if has_glyph(letter) else GETA for letter in text)


_FIGURES = re.compile(r"[0-9.,+-]*")


@lru_cache(maxsize=20_000)
def width(text: str, size: int, medium: bool = False) -> float:
    """Advance of a line in units. Figures are tabular and never kerned: amounts are summed, not shaped."""
    if _FIGURES.fullmatch(text):
        return sum([_figure(letter, size, medium) for letter in text])
    return _shaped_width(text, size, medium)


@lru_cache(maxsize=1024)
def _figure(letter: str, size: int, medium: bool) -> float:
    return _shaped_width(letter, size, medium)


def _shaped_width(text: str, size: int, medium: bool) -> float:
    text = printable(text)
    return _metrics(_set_size(text, size), medium).horizontalAdvance(text)


@lru_cache(maxsize=4096)
def _set_size(text: str, size: int) -> int:
    """Yi, Uyghur and Tibetan letters fill less of their em than hanzi: they are set larger to look alike.

    Not among hanzi: a sentence with one such name in it would tower over its neighbours.
    """
    if text.isascii() or _HANZI.search(text):
        return size
    for letters, factor in _SMALL_IN_EM:
        if letters.search(text):
            return int(size * factor)
    return size


def break_lines(text: str, room: float, size: int) -> tuple[str, ...]:
    """``text`` in lines no wider than ``room`` units: at word ends, else anywhere but inside a letter."""
    text = printable(text)
    if width(text, size) <= room:
        return (text,)
    layout = QTextLayout(text, paper_font(_set_size(text, size)))
    option = layout.textOption()
    option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return tuple(lines)


def draw_line(painter: QPainter, at: QPointF, text: str, size: int, medium: bool = False) -> None:
    """Draw a line with its baseline beginning at ``at``; 〓 for a letter no font has.

    Scripts whose letters change shape or stack (Tibetan, Uyghur) lose their letters in a PDF made by Qt: they are
    drawn as outlines, with their letters laid over them unseen, so that the file can still be searched.
    """
    text = printable(text)
    font = paper_font(_set_size(text, size), medium)
    if text.isascii() or not _SHAPED.search(text):
        painter.setFont(font)
        painter.drawText(at, text)
        return
    outline = QPainterPath()
    outline.addText(at, font, text)
    painter.fillPath(outline, QColor(LIGHT.ink))
    if painter.paintEngine().type() == QPaintEngine.Type.Pdf:
        _lay_letters(painter, at, text, size)


def _lay_letters(painter: QPainter, at: QPointF, text: str, size: int) -> None:
    letters = text[::-1] if _RIGHT_TO_LEFT.search(text) else text
    glyphs = [(letter, *_plain_glyph(letter, size)) for letter in letters]
    natural = sum(advance for *_, advance in glyphs)
    small = max(int(size * min(1.0, width(text, size) / natural)), 1) if natural else size
    unseen = QColor(LIGHT.ink)
    unseen.setAlpha(0)
    painter.save()
    painter.setPen(unseen)
    x = at.x()
    for _, family, glyph, advance in glyphs:
        run = QGlyphRun()
        run.setRawFont(_raw(family, small))
        run.setGlyphIndexes([glyph])
        run.setPositions([QPointF(0, 0)])
        painter.drawGlyphRun(QPointF(x, at.y()), run)
        x += advance * small / size
    painter.restore()


@lru_cache(maxsize=4096)
def _plain_glyph(letter: str, size: int) -> tuple[str, int, float]:
    """Family, glyph and advance of a letter standing alone."""
    for family in (*FAMILIES[1:], FAMILIES[0]):
        raw = _raw(family, size)
        glyph = raw.glyphIndexesForString(letter)
        if glyph and glyph[0]:
            return family, glyph[0], raw.advancesForGlyphIndexes(glyph)[0].x()
    return FAMILIES[0], 0, 0.0


@lru_cache(maxsize=64)
def _raw(family: str, size: int) -> QRawFont:
    font = QFont(family)
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return QRawFont.fromFont(font)


@lru_cache(maxsize=1)
def unified_letters() -> Mapping[int, int]:
    """Radicals and rare letters that share a glyph with a common hanzi in the bundled font, mapped to that hanzi."""
    load_fonts()
    raw = _raw(SANS, 100)
    hanzi = dict(zip(raw.glyphIndexesForString("".join(map(chr, reversed(_UNIFIED)))), reversed(_UNIFIED), strict=True))
    present = [code for code in _SHADOWING if raw.supportsCharacter(code)]
    glyphs = raw.glyphIndexesForString("".join(map(chr, present)))
    return {code: hanzi[glyph] for code, glyph in zip(present, glyphs, strict=True) if glyph and glyph in hanzi}
