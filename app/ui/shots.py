"""A picture of every page at 1366×768 and at 200 %, for the manual and for review; the real window on real records."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.services.context import Context
from app.services.demonstration import SAMPLE
from app.ui.demonstration import mark_bar
from app.ui.first_run import FirstRunDialog, Maker
from app.ui.first_run_records import ImportStep, RecoveryStep, TrialStep
from app.ui.help import HelpWindow
from app.ui.login import LoginDialog
from app.ui.main_window import open_window
from app.ui.shot_views import Shown, paid_views, views
from app.ui.start import application_of
from app.ui.tasks import Tasks
from app.ui.theme.style import Look, apply_look
from app.ui.theme.tokens import Theme
from app.ui.widgets.form import FieldForm
from app.ui.words import Words

WIDTH, HEIGHT = 1366, 768
SCALES = (1, 2)
ONCE = "8"
"""Names from here on are forms and questions: what they are at 200 % the pages before them show."""
_FAST = 80
"""Qt's word for the PNG's quickest compression: pictures are looked at and thrown away."""
_PASSWORD = "青山 绿水 彝绣"  # noqa: S105  of records that live as long as their pictures are taken

Fresh = Callable[[], AbstractContextManager[Maker]]
"""What makes records in a place that is gone when it is left."""


def take_shots(context: Context, out: Path, lang: str, fresh: Fresh) -> list[Path]:
    """Save a picture of every page, panel and dialog into ``out``; the paths. Nothing is written to the records.

    ``fresh`` gives the first start a place for records of its own. The dark pictures are named ``dark-…``.
    """
    application = application_of()
    Words(application).use(lang)
    out.mkdir(parents=True, exist_ok=True)
    saved = _walk(context, apply_look(application, Theme.DARK), out, lang, "dark-")
    look = apply_look(application)
    saved += _walk(context, look, out, lang, "")
    return saved + _first_steps(look, out, lang, fresh) + _manual(out, lang)


def save(widget: QWidget, path: Path, scales: Sequence[int] = SCALES) -> list[Path]:
    """The widget's picture at 100 % and 200 %: ``path`` with ``.png`` and ``@2x.png``."""
    settle()
    saved = []
    for scale in scales:
        picture = QPixmap(widget.size() * scale)
        picture.setDevicePixelRatio(scale)
        widget.render(picture, QPoint())
        target = path.with_name(f"{path.name}{'' if scale == 1 else f'@{scale}x'}.png")
        if not picture.save(str(target), "PNG", _FAST):
            raise OSError(f"picture not written: {target}")
        saved.append(target)
    return saved


def settle() -> None:
    """Let layouts and paints that are due happen."""
    for _ in range(4):
        QApplication.processEvents()


def _first_steps(look: Look, out: Path, lang: str, fresh: Fresh) -> list[Path]:
    """Every step of the first start, on records of its own that are gone afterwards."""
    saved, tasks = [], Tasks()
    with fresh() as maker:
        first = FirstRunDialog(tasks, maker, lang, look=look)
        first.show()
        for name, shown in _steps(first, tasks):
            saved += save(shown, out / name, (1,))
        first.go_on()
        first.deleteLater()
        if first.context is not None:
            saved += _paid(first.context, tasks, look, out, lang)
    return saved


def _paid(context: Context, tasks: Tasks, look: Look, out: Path, lang: str) -> list[Path]:
    """The imported month, locked and paid; the records are closed."""
    window = open_window(context, tasks, look, lang)
    window.resize(WIDTH, HEIGHT)
    window.show()
    saved = []
    for name, shown in paid_views(window, SAMPLE.stem[-7:]):
        saved += save(shown, out / name, (1,))
    window.close()
    context.database.close()
    return saved


def _steps(first: FirstRunDialog, tasks: Tasks) -> Shown:
    """The wizard step by step, filled in as a person would."""
    yield "01-first-start", first
    first.go_on()
    fill(first.step, {"name": "龙潭彝绣工坊", "region": "513431", "user": "阿依莫"})
    yield "02-first-workshop", first
    first.go_on()
    fill(first.step, {"password": _PASSWORD, "again": _PASSWORD})
    yield "03-first-password", first
    first.go_on()
    tasks.settle()
    yield "04-first-recovery", first
    recovery = first.step
    if isinstance(recovery, RecoveryStep):
        yield from _preview(recovery, "04-first-recovery-sheet", recovery.open_sheet)
        recovery.kept.setChecked(True)
    first.go_on()
    yield "05-first-import", first
    if isinstance(first.step, ImportStep):
        first.step.page.check(SAMPLE)
        tasks.settle()
        yield "05-first-import-checked", first
        first.step.page.take()
        tasks.settle()
    first.go_on()
    yield "06-first-trial", first
    if isinstance(first.step, TrialStep):
        yield from _preview(first.step, "06-first-trial-page", first.step.open_trial)
    first.go_on()
    yield "07-first-end", first


def _preview(step: RecoveryStep | TrialStep, name: str, opened: Callable[[], None]) -> Shown:
    opened()
    if step.preview is not None:
        step.preview.draw_all()
        yield name, step.preview
        step.preview.close()


def fill(step: QWidget, values: Mapping[str, str]) -> None:
    """Type into the fields of a step by their names."""
    for form in step.findChildren(FieldForm):
        for name, editor in form.editors.items():
            if name in values and isinstance(editor, QLineEdit):
                editor.setText(values[name])


def _manual(out: Path, lang: str) -> list[Path]:
    manual = HelpWindow(lang)
    manual.show()
    manual.show_chapter("today")
    saved = save(manual, out / "80-manual", (1,))
    manual.close()
    manual.deleteLater()
    return saved


def _walk(context: Context, look: Look, out: Path, lang: str, before: str) -> list[Path]:
    """Every view of a window in a look; at 200 % too what the manual and the READMEs show."""
    tasks = Tasks()
    login = LoginDialog(tasks, [context.user], _no_opener, lang)
    login.show()
    saved = save(login, out / f"{before}00-login", (1,))
    login.close()
    login.deleteLater()
    window = open_window(context, tasks, look, lang)
    window.resize(WIDTH, HEIGHT)
    window.show()
    for name, widget in views(window):
        saved += save(widget, out / f"{before}{name}", SCALES if name < ONCE and not before else (1,))
    mark_bar(window)
    saved += save(window, out / f"{before}99-demonstration", (1,))
    window.close()
    return saved


def _no_opener(user: str, password: str) -> Context:
    raise NotImplementedError(user, len(password))
