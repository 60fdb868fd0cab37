"""The first start's steps up to the records: language, workshop or slip, password. Each says what it is for."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from app.domain.first_check import FirstForm, check_first, check_password
from app.domain.refusal import Refusal
from app.domain.worker_check import FieldNote
from app.services.preferences import LANGUAGES
from app.ui.theme.tokens import GRID
from app.ui.widgets.form import Field, FieldForm, FormNote
from app.ui.widgets.parts import button, label
from app.ui.words import translate

_FORM_WIDTH = 620
LANGUAGE_NAMES = {"zh_CN": "中文", "en": "English"}


def step_titles() -> tuple[str, ...]:
    """All steps in their order, by name."""
    return (
        translate("FirstRun", "语言"),
        translate("FirstRun", "工坊"),
        translate("FirstRun", "密码"),
        translate("FirstRun", "恢复密钥"),
        translate("FirstRun", "导入"),
        translate("FirstRun", "试打印"),
        translate("FirstRun", "完成"),
    )


class StepPage(QWidget):
    """A step: its title, one sentence what it is for, its fields. ``changed``: what the step allows is another now."""

    changed = Signal(object)
    enter_goes_on = True
    """Whether Enter in a field goes to the next step; a step with a field of its own use for Enter says no."""

    def __init__(self, title: str, purpose: str) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(GRID * 3)
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(label(purpose, "secondary", wraps=True))

    def next_words(self) -> str:
        """What the button to the next step says."""
        return translate("FirstRun", "下一步")

    def ready(self) -> bool:
        """Whether the step may be left forward; what is wrong is said at its field."""
        return True

    def allowed(self) -> bool:
        """Whether the button to the next step can be pressed at all."""
        return True

    def begin(self) -> None:
        """The step is shown: the keyboard goes to its first field."""
        self.setFocus()

    def leave(self) -> None:
        """The wizard ends: what the step opened is closed."""


class LanguageStep(StepPage):
    """中文 or English; below, the demonstration. ``chosen`` carries the language."""

    chosen = Signal(object)

    def __init__(self, lang: str, look_around: Callable[[], object] | None) -> None:
        super().__init__(
            translate("FirstRun", "欢迎使用工坊账本"),
            translate("FirstRun", "先选窗口里用的语言，以后可在“设置”里改。打印的表格总是中文。"),
        )
        group = QButtonGroup(self)
        self.radios: dict[str, QRadioButton] = {}
        for known in LANGUAGES:
            radio = QRadioButton(LANGUAGE_NAMES[known])
            radio.setObjectName(f"lang-{known}")
            radio.setChecked(known == lang)
            radio.clicked.connect(lambda _=False, name=known: self.chosen.emit(name))
            group.addButton(radio)
            self.radios[known] = radio
            self.body.addWidget(radio)
        self.body.addStretch(1)
        if look_around is not None:
            words = translate(
                "FirstRun", "只想先看看？示范工坊里有一个月的样例，随便改也没关系：它与真实账本分开存放，不会上传。"
            )
            self.body.addWidget(label(words, "secondary", wraps=True))
            self.demonstration = button(translate("FirstRun", "看看示范工坊"), look_around, name="demonstration")
            self.body.addWidget(self.demonstration, 0, Qt.AlignmentFlag.AlignLeft)
        self._lang = lang

    def begin(self) -> None:
        self.radios[self._lang].setFocus()


class WorkshopStep(StepPage):
    """A new workshop by name and region, or the county's by its slip; and who works here."""

    def __init__(self, lang: str) -> None:
        super().__init__(
            translate("FirstRun", "哪个工坊，谁来用"),
            translate("FirstRun", "第一台电脑新建工坊；工坊在县里已有记录，或这是第二台电脑，就用县里打印的入网单。"),
        )
        self._lang = lang
        self.new = QRadioButton(translate("FirstRun", "新建一个工坊"))
        self.new.setObjectName("new")
        self.joins = QRadioButton(translate("FirstRun", "用入网单加入（需要网络）"))
        self.joins.setObjectName("joins")
        self.new.setChecked(True)
        self.place = FieldForm(
            [
                Field("name", translate("FirstRun", "工坊名称"), hint=translate("FirstRun", "例如 龙潭彝绣工坊")),
                Field("region", translate("FirstRun", "行政区划代码"), hint=translate("FirstRun", "县的 6 位数字代码")),
            ]
        )
        slip = translate("FirstRun", "入网单上 GF1 开头的一行")
        self.slip = FieldForm([Field("slip", translate("FirstRun", "入网单"), hint=slip)])
        hint = translate("FirstRun", "今后用这个名字登录")
        self.person = FieldForm([Field("user", translate("FirstRun", "您的姓名"), hint=hint)])
        _line_up(self.place, self.slip, self.person)
        for part in (self.new, self.joins, self.place, self.slip, self.person):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.joins.toggled.connect(self._turn)
        self._turn()

    def begin(self) -> None:
        self._first().setFocus()

    def values(self) -> dict[str, str]:
        """What is typed, by field."""
        forms = (self.place, self.slip, self.person)
        return {name: _typed(form, name) for form in forms for name in form.editors}

    def show_values(self, values: Mapping[str, str], *, joins: bool) -> None:
        """Fill the fields again, after another language was chosen."""
        for form in (self.place, self.slip, self.person):
            form.show_values({name: values.get(name, "") for name in form.editors})
        (self.joins if joins else self.new).setChecked(True)

    def ready(self) -> bool:
        typed = self.values()
        form = FirstForm(self.joins.isChecked(), typed["name"], typed["region"], typed["user"])
        notes = [*check_first(form), *self._slip_notes(typed["slip"])]
        self.show_notes(notes)
        return not notes

    def show_notes(self, notes: Iterable[FieldNote]) -> None:
        """Say what is wrong at the fields; the first wrong one gets the keyboard."""
        said = [FormNote(note.column, note.text(self._lang), note.blocks) for note in notes]
        for form in (self.person, self.slip, self.place):
            form.show_notes([note for note in said if note.name in form.editors])

    def _slip_notes(self, text: str) -> list[FieldNote]:
        if not self.joins.isChecked():
            return []
        from app.sync.wire.slip import read_slip  # noqa: PLC0415  its libraries load while the first step is read

        try:
            read_slip(text)
        except Refusal as refusal:
            return [FieldNote(refusal.code, "slip", True, refusal.params)]
        return []

    def _turn(self) -> None:
        joins = self.joins.isChecked()
        self.place.setVisible(not joins)
        self.slip.setVisible(joins)
        self.show_notes([])
        if self.isVisible():
            self._first().setFocus()

    def _first(self) -> QWidget:
        return self.slip.editors["slip"] if self.joins.isChecked() else self.place.editors["name"]


class PasswordStep(StepPage):
    """The password, twice; leaving this step makes the records."""

    def __init__(self, lang: str) -> None:
        super().__init__(
            translate("FirstRun", "设一个密码"),
            translate(
                "FirstRun",
                "账本加密存放，每次打开都要密码。至少 8 个字，几个词连起来最好记。按“新建账本”后才会写到硬盘上。",
            ),
        )
        self._lang = lang
        self.form = FieldForm(
            [Field("password", translate("FirstRun", "密码")), Field("again", translate("FirstRun", "再输入一次"))]
        )
        for name in self.form.editors:
            _line(self.form, name).setEchoMode(QLineEdit.EchoMode.Password)
        _line_up(self.form)
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    @property
    def password(self) -> str:
        """What is typed, as it is: blanks count."""
        return _line(self.form, "password").text()

    def next_words(self) -> str:
        return translate("FirstRun", "新建账本")

    def begin(self) -> None:
        self.form.editors["password"].setFocus()

    def ready(self) -> bool:
        notes = [*check_password(self.password, _line(self.form, "again").text())]
        self.form.show_notes([FormNote(note.column, note.text(self._lang), note.blocks) for note in notes])
        return not notes


def _line_up(*forms: FieldForm) -> None:
    """Forms under one another look like one: titles of one width, fields no wider than they are read."""
    grids = [grid for form in forms if isinstance(grid := form.layout(), QGridLayout)]
    titles = [
        item.sizeHint().width()
        for grid in grids
        for at in range(grid.rowCount())
        if (item := grid.itemAtPosition(at, 0))
    ]
    for form, grid in zip(forms, grids, strict=True):
        form.setMaximumWidth(_FORM_WIDTH)
        grid.setColumnMinimumWidth(0, max(titles))


def _line(form: FieldForm, name: str) -> QLineEdit:
    editor = form.editors[name]
    assert isinstance(editor, QLineEdit)  # noqa: S101  a form of text fields
    return editor


def _typed(form: FieldForm, name: str) -> str:
    return _line(form, name).text().strip()
