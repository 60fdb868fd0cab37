"""How a chapter looks: Qt's Markdown gives shouting titles, heavy tables and typewriter keys; this makes them ours."""

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextTable,
)

from app.ui.theme.tokens import GRID

_LARGER = {1: 2, 2: 1}
"""Steps of Qt's scale of sizes by level of heading: 1.5 and 1.2 times the text."""


def dress(document: QTextDocument, line: QColor) -> None:
    """Set sizes, distances and the tables' lines of a document just read from Markdown."""
    block = document.begin()
    while block.isValid():
        _dress_block(block, document.defaultFont().families())
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, line)


def _dress_block(block: QTextBlock, families: list[str]) -> None:
    level = block.blockFormat().headingLevel()
    inside = QTextCursor(block).currentTable() is not None
    spaced = QTextBlockFormat()
    spaced.setTopMargin(GRID * 4 if level > 1 else GRID if not inside else 0)
    spaced.setBottomMargin(0 if inside else GRID)
    QTextCursor(block).mergeBlockFormat(spaced)
    for piece in _pieces(block):
        shape = QTextCharFormat()
        if level:
            shape.setProperty(QTextFormat.Property.FontSizeAdjustment, _LARGER.get(level, 0))
            shape.setFontWeight(QFont.Weight.Medium)
        elif piece.charFormat().fontFixedPitch():
            shape.setFontFamilies(families)
            shape.setFontFixedPitch(False)
            shape.setFontWeight(QFont.Weight.Medium)
        else:
            continue
        cursor = QTextCursor(block)
        cursor.setPosition(piece.position())
        cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(shape)


def _pieces(block: QTextBlock) -> list[QTextFragment]:
    """The fragments of a block, taken before any of them is changed."""
    found, at = [], block.begin()
    while not at.atEnd():
        found.append(at.fragment())
        at += 1
    return found


def _dress_table(table: QTextTable, line: QColor) -> None:
    shape = table.format()
    shape.setCellPadding(GRID + 2)
    shape.setCellSpacing(0)
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderBrush(QBrush(line))
    shape.setTopMargin(GRID)
    shape.setBottomMargin(GRID)
    table.setFormat(shape)
