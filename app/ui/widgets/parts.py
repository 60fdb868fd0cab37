"""Small parts every page is made of: labels by role, buttons, hairlines, cards."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.tables.columns import Tone
from app.ui.theme.icons import icon
from app.ui.theme.style import Look
from app.ui.theme.tokens import GRID


def label(text: str = "", role: str = "", *, wraps: bool = False, selectable: bool = False) -> QLabel:
    """A label of a role the style sheet knows: title, figure, secondary, small, formula."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wraps)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def tone_label(target: QLabel, text: str, tone: Tone) -> None:
    """Say something in a label in the tone's colour."""
    target.setText(text)
    if target.property("tone") != tone.value:
        target.setProperty("tone", tone.value)
        restyle(target)


def restyle(widget: QWidget) -> None:
    """Make the style sheet look again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def lead(act: QPushButton, *, leads: bool) -> None:
    """Make a button the page's blue one, or a plain one again."""
    act.setProperty("role", "primary" if leads else "")
    restyle(act)


def button(
    text: str,
    pressed: Callable[[], object],
    role: str = "",
    *,
    look: Look | None = None,
    mark: str = "",
    name: str = "",
) -> QPushButton:
    """A button; ``role`` primary, flat, link or status, ``mark`` an icon's name, ``name`` how the driver finds it."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setObjectName(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if look is not None and mark:
        made.setIcon(icon(mark, look.colours.on_accent if role == "primary" else look.colours.text))
    made.clicked.connect(lambda: pressed())  # noqa: PLW0108  clicked hands over a bool nobody wants
    return made


def divider(*, upright: bool = False) -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setObjectName("divider")
    if upright:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def card(layout: QLayout) -> QFrame:
    """A surface with a hairline round it."""
    made = QFrame()
    made.setObjectName("card")
    layout.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
    made.setLayout(layout)
    return made


def empty_state(sentence: str, act: QPushButton | None = None) -> QWidget:
    """One sentence about what belongs here, and one button."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.addStretch(2)
    words = label(sentence, "secondary", wraps=True)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addWidget(words)
    if act is not None:
        column.addSpacing(GRID * 3)
        column.addWidget(act, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(3)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
