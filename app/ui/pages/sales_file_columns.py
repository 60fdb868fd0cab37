"""Which column of an order file is what: the platform, its channel and event, a heading for each field."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.sales_file import NEEDED, FileField
from app.domain.worker_check import FieldNote
from app.services.sales_mapping import FileLook, FileWish
from app.ui.desk import Desk
from app.ui.tables.columns import Tone
from app.ui.terms import term
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import label, restyle, tone_label
from app.ui.widgets.pick_field import PickField
from app.ui.words import translate

_ACROSS = 4
_SAMPLE_CHARS = 34


class FileColumns(QFrame):
    """The form above a file's rows. ``changed`` carries None, ``platform_chosen`` the platform's name."""

    changed = Signal(object)
    platform_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._platforms: tuple[str, ...] = ()
        self._samples: Mapping[str, Sequence[str]] = {}
        self.setObjectName("card")
        self.platform: PickField[str] = PickField(desk.look, self._offer, free=True)
        self.channel = QComboBox()
        self.event_field = QLineEdit()
        self.boxes = {name: QComboBox() for name in FileField}
        self.below = {name: label("", "small") for name in FileField}
        self.said = label(wraps=True)
        self._lay_out()
        self._bind()

    def show_look(self, look: FileLook) -> None:
        """Offer the file's headings, the known ones chosen."""
        self._platforms, self._samples = look.platforms, look.samples
        wish = look.wish
        self.platform.setText(wish.platform or self.platform.text())
        channels = [(term(name), name) for name in look.channels]
        _fill(self.channel, channels, wish.channel or _chosen(self.channel))
        if wish.event or not self.event_field.text():
            self.event_field.setText(wish.event)
        for name, box in self.boxes.items():
            _fill(box, [(title, title) for title in look.headings], wish.columns.get(name, ""))
            self._say_sample(name)
        self.show_notes(())

    def wish(self) -> FileWish:
        """What is chosen."""
        columns = {name: _chosen(box) for name, box in self.boxes.items()}
        chosen = {name: title for name, title in columns.items() if title}
        return FileWish(
            " ".join(self.platform.text().split()), chosen, _chosen(self.channel), self.event_field.text().strip()
        )

    def show_notes(self, notes: Sequence[FieldNote]) -> None:
        """Say below what is wrong, mark the fields, and give the first one the keyboard."""
        wrong = {note.column for note in notes if note.blocks}
        for name, editor in self._editors().items():
            editor.setProperty("state", "bad" if name in wrong else "")
            restyle(editor)
        words = "　".join(note.text(self._desk.lang) for note in notes)
        tone_label(self.said, words, Tone.BAD)
        self.said.setVisible(bool(words))
        first = next((editor for name, editor in self._editors().items() if name in wrong), None)
        if first is not None:
            first.setFocus()

    def _editors(self) -> dict[str, QWidget]:
        named: dict[str, QWidget] = {
            "platform": self.platform,
            "channel": self.channel,
            "event": self.event_field,
        }
        return named | {str(name): box for name, box in self.boxes.items()}

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        whole.setSpacing(GRID)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 4)
        grid.setVerticalSpacing(2)
        first: tuple[tuple[str, QWidget], ...] = (
            (translate("SalesFile", "平台名称（列按它记住）") + " *", self.platform),
            (translate("SalesFile", "渠道") + " *", self.channel),
            (translate("SalesFile", "活动"), self.event_field),
        )
        for at, (title, editor) in enumerate(first):
            _place(grid, at, title, editor)
            editor.setObjectName(f"file-{('platform', 'channel', 'event')[at]}")
        hint = label(
            translate("SalesFile", "* 必选；单价和金额至少选一个，有金额时单价 = 金额 ÷ 数量"), "small", wraps=True
        )
        grid.addWidget(hint, 0, 3, 2, 1)
        for at, (name, box) in enumerate(self.boxes.items(), _ACROSS):
            star = " *" if name in NEEDED else ""
            _place(grid, at, name.word.text(self._desk.lang) + star, box, self.below[name])
            box.setObjectName(f"file-{name}")
        for at in range(_ACROSS):
            grid.setColumnStretch(at, 1)
        whole.addLayout(grid)
        whole.addWidget(self.said)
        self.said.hide()
        self.platform.setPlaceholderText(translate("SalesFile", "例如 淘宝、抖音"))
        self.event_field.setPlaceholderText(translate("SalesFile", "没有就空着"))

    def _bind(self) -> None:
        self.platform.picked.connect(self.platform_chosen)
        self.platform.editingFinished.connect(self._platform_left)
        self.platform.returnPressed.connect(self.channel.setFocus)
        self.platform.textEdited.connect(lambda _: self.changed.emit(None))
        self.event_field.textEdited.connect(lambda _: self.changed.emit(None))
        self.channel.activated.connect(lambda _: self.changed.emit(None))
        for name, box in self.boxes.items():
            box.activated.connect(lambda _, name=name: self._on_box(name))

    def _platform_left(self) -> None:
        """A platform that is remembered brings its columns."""
        if self.platform.isModified() and self.platform.text().strip() in self._platforms:
            self.platform.setModified(False)
            self.platform_chosen.emit(self.platform.text().strip())

    def _on_box(self, name: FileField) -> None:
        self._say_sample(name)
        self.changed.emit(None)

    def _say_sample(self, name: FileField) -> None:
        """The first cells of the chosen column, so that a wrong one is seen."""
        cells = self._samples.get(_chosen(self.boxes[name]), ())
        said = [cell for cell in cells if cell]
        whole, words = " · ".join(said), (said[0] if said else "")
        for cell in said[1:]:
            words = f"{words} · {cell}" if len(words) + len(cell) < _SAMPLE_CHARS else words
        self.below[name].setText(words[:_SAMPLE_CHARS])
        self.below[name].setToolTip(whole)

    def _offer(self, text: str) -> list[tuple[str, str]]:
        return [(name, name) for name in self._platforms if text.strip() in name and text.strip() != name]


def _place(grid: QGridLayout, at: int, title: str, editor: QWidget, below: QLabel | None = None) -> None:
    row, column = divmod(at, _ACROSS)
    name = label(title, "small")
    name.setBuddy(editor)
    editor.setAccessibleName(title)
    if isinstance(editor, QComboBox):
        editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        editor.setMinimumContentsLength(8)
    grid.addWidget(name, row * 3, column)
    grid.addWidget(editor, row * 3 + 1, column)
    if below is not None:
        below.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        grid.addWidget(below, row * 3 + 2, column)


def _fill(box: QComboBox, values: Sequence[tuple[str, str]], chosen: str) -> None:
    """Offer nothing, and (words, value) pairs."""
    box.clear()
    box.addItem(translate("SalesFile", "—"), "")
    for words, value in values:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)) if chosen else 0)


def _chosen(box: QComboBox) -> str:
    return str(box.currentData() or "")
