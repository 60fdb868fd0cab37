"""The style sheet and the palette of Qt, both made from the tokens; the base is Qt's own Fusion style."""

from string import Template

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.theme.assets import ICON_FOLDER
from app.ui.theme.fonts import load_fonts, ui_font
from app.ui.theme.tokens import (
    BASE_PX,
    FIELD,
    GRID,
    RADIUS,
    SMALL_PX,
    TITLE_PX,
    Palette,
    Theme,
    palette,
)

_SHEET = Template("""
* { font-size: ${base}px; }
QMainWindow, QDialog, #page { background: $page; color: $text; }
QWidget { color: $text; }
QDialog#finder { border: 1px solid $accent; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 500; }
QLabel[role="secondary"] { color: $secondary; }
QLabel[role="small"] { color: $secondary; font-size: ${small}px; }
QLabel[role="figure"] { font-size: ${title}px; font-weight: 500; }
QLabel[tone="secondary"] { color: $secondary; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="accent"] { color: $accent; font-weight: 500; }
QLabel[role="formula"] { color: $secondary; font-size: ${small}px; }
#card { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
#panel { background: $surface; border-left: 1px solid $line; }
#openable { border: 1px solid transparent; border-radius: ${radius}px; }
#openable:hover { background: $tint; }
#openable:focus { border-color: $accent; }
#strip { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
#strip > QFrame#divider, QFrame#divider { background: $line; border: none; }
#side { background: $side; border: none; }
#side QLabel { color: $side_text; }
#side QPushButton { background: transparent; color: $side_text; border: none; border-radius: ${radius}px;
    text-align: left; padding: 0 ${pad}px; min-height: ${field}px; }
#side QPushButton:hover { background: $side_marked; }
#side QPushButton:checked { background: $side_marked; font-weight: 500; }
#side QPushButton:focus { border: 1px solid $side_text; }
QPushButton { background: $surface; color: $text; border: 1px solid $line; border-radius: ${radius}px;
    padding: 0 ${pad}px; min-height: ${inner}px; }
QPushButton:hover { background: $tint; border-color: $accent; }
QPushButton:checked { background: $tint; border-color: $accent; color: $accent; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $disabled; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 500; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $line; color: $disabled; border-color: $line; }
QPushButton[role="flat"] { background: transparent; border: 1px solid transparent; padding: 0 ${grid}px; }
QPushButton[role="flat"]:hover { background: $tint; }
QPushButton[role="flat"]:focus { border-color: $accent; }
QPushButton[role="tab"] { background: transparent; border: none; border-bottom: 2px solid transparent; border-radius: 0;
    padding: 0 ${grid2}px; color: $secondary; }
QPushButton[role="tab"]:checked { color: $accent; border-bottom-color: $accent; font-weight: 500; }
QPushButton[role="tab"][now="true"] { color: $text; font-weight: 500; }
QPushButton[role="tab"][now="true"]:checked { color: $accent; }
QPushButton[role="tab"]:focus { background: $tint; }
QPushButton[role="link"] { background: transparent; border: none; color: $accent; padding: 0 ${grid}px; }
QPushButton[role="link"]:focus { border: 1px solid $accent; }
QPushButton[role="small-link"] { background: transparent; border: none; color: $accent; padding: 0;
    min-height: 18px; font-size: ${small}px; text-align: left; }
QPushButton[role="small-link"]:focus, QPushButton[role="small-link"]:hover { text-decoration: underline; }
QPushButton[role="status"] { background: transparent; border: none; color: $secondary; padding: 0 ${grid}px;
    min-height: 20px; font-size: ${small}px; }
QPushButton[role="status"]:hover { color: $accent; }
QLineEdit, QSpinBox, QComboBox, QDateEdit { background: $surface; color: $text; border: 1px solid $line;
    border-radius: ${radius}px; padding: 0 ${grid2}px; min-height: ${inner}px; selection-background-color: $accent;
    selection-color: $on_accent; }
QLineEdit:focus, QSpinBox:focus, QComboBox:focus, QDateEdit:focus { border-color: $accent; }
QLineEdit[state="bad"], QComboBox[state="bad"] { border-color: $bad; }
QLineEdit:disabled, QComboBox:disabled { background: $page; color: $secondary; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 20px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $line;
    selection-background-color: $tint; selection-color: $text; }
QTableView { background: $surface; alternate-background-color: $surface; color: $text; border: 1px solid $line;
    gridline-color: $line; selection-background-color: $tint; selection-color: $text; outline: none; }
QTableView::item { padding: 0 ${grid}px; border: none; }
QTableView::item:focus { border: 2px solid $accent; padding: 0 2px; }
QTableView::indicator, QCheckBox::indicator { width: 14px; height: 14px; background: $surface; border-radius: 3px;
    border: 1px solid $secondary; }
QTableView::indicator:checked, QCheckBox::indicator:checked { background: $accent; border-color: $accent;
    image: url("$tick"); }
QRadioButton::indicator { width: 14px; height: 14px; background: $surface; border: 1px solid $secondary;
    border-radius: 8px; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QListWidget#contents { background: $surface; border: 1px solid $line; border-radius: ${radius}px; outline: none; }
QListWidget#contents::item { padding: ${grid}px ${grid2}px; border: 1px solid transparent; }
QListWidget#contents::item:selected { background: $tint; color: $text; }
QListWidget#contents:focus { border-color: $accent; }
QTextBrowser#chapter { background: $surface; border: 1px solid $line; border-radius: ${radius}px; }
QTextBrowser#chapter:focus { border-color: $accent; }
QFrame#blank { background: $surface; border: none; }
QTableView#foot { border-top: none; font-weight: 500; }
QHeaderView { background: $page; border: none; }
QHeaderView::section { background: $page; color: $secondary; border: none; border-bottom: 1px solid $line;
    border-right: 1px solid $line; padding: 0 ${grid2}px; min-height: ${inner}px; font-size: ${small}px;
    font-weight: 400; }
QTableCornerButton::section { background: $page; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#paper { background: $paper; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; min-height: 32px; min-width: 32px; margin: 2px; }
QScrollBar::handle:hover { background: $disabled; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QStatusBar { background: $surface; border-top: 1px solid $line; color: $secondary; font-size: ${small}px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { font-size: ${small}px; padding: 0 ${grid}px; }
QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QToolTip { background: $text; color: $surface; border: none; padding: ${grid}px; }
QMenu { background: $surface; color: $text; border: 1px solid $line; padding: ${grid}px; }
QMenu::item { padding: ${grid}px 24px ${grid}px ${pad}px; border-radius: ${grid}px; }
QMenu::item:selected { background: $tint; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: ${grid}px 0; }
QSplitter::handle { background: $line; }
""")


def style_sheet(colours: Palette, base_px: int = BASE_PX) -> str:
    """The whole style sheet for a palette and a base size of 12 … 20 px."""
    shift = base_px - BASE_PX
    names = {name: getattr(colours, name) for name in Palette.__dataclass_fields__}
    return _SHEET.substitute(
        names,
        base=base_px,
        title=TITLE_PX + shift,
        small=SMALL_PX + shift,
        radius=RADIUS,
        field=FIELD + shift,
        inner=FIELD + shift - 2,
        grid=GRID,
        grid2=GRID * 2,
        pad=GRID * 3,
        tick=(ICON_FOLDER / "fixed" / f"tick-{'dark' if colours == palette(Theme.DARK) else 'light'}.svg").as_posix(),
        chevron=(ICON_FOLDER / "fixed" / "chevron-down.svg").as_posix(),
    )


def qt_palette(colours: Palette) -> QPalette:
    """Qt's own palette for what the style sheet does not reach."""
    made = QPalette()
    role = QPalette.ColorRole
    for part, colour in (
        (role.Window, colours.page),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.page),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.disabled),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.ToolTipBase, colours.text),
        (role.ToolTipText, colours.surface),
    ):
        made.setColor(part, QColor(colour))
    made.setColor(QPalette.ColorGroup.Disabled, role.Text, QColor(colours.disabled))
    made.setColor(QPalette.ColorGroup.Disabled, role.ButtonText, QColor(colours.disabled))
    return made


class Look(QObject):
    """The look in force: which palette widgets that paint themselves must use."""

    def __init__(self, app: QApplication, theme: Theme = Theme.LIGHT, base_px: int = BASE_PX) -> None:
        super().__init__(app)
        self.theme = theme
        self.base_px = base_px
        self.colours = palette(theme)
        load_fonts()
        app.setStyle("Fusion")
        app.setFont(ui_font(base_px))
        app.setPalette(qt_palette(self.colours))
        app.setStyleSheet(style_sheet(self.colours, base_px))


def apply_look(app: QApplication, theme: Theme = Theme.LIGHT, base_px: int = BASE_PX) -> Look:
    """Dress the application; call again to change theme or size."""
    return Look(app, theme, base_px)
