"""Photographs of the signed page: attached by a button or dropped in, small pictures of them, one opened large."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QImage, QPixmap, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.domain.refusal import Refusal
from app.services import run_photos
from app.services.context import Context
from app.services.run_photos import PhotoRow
from app.services.writing import write_whole
from app.ui.desk import Desk
from app.ui.pages.payroll_rows import MonthView
from app.ui.tables.columns import Tone
from app.ui.theme.icons import icon
from app.ui.theme.tokens import GRID
from app.ui.widgets.parts import button, clear, label, tone_label
from app.ui.words import translate

_SMALL = 72
_LARGE = (900, 660)
_KINDS = "(*.jpg *.jpeg *.png *.pdf)"
PDF = "application/pdf"


@dataclass(frozen=True)
class Thumb:
    """A photograph with its small picture; None for a PDF, and where the file is missing or damaged (``fault``)."""

    row: PhotoRow
    image: QImage | None = None
    fault: Refusal | None = None


def read_thumbs(ctx: Context, workshop_id: int, run_id: int) -> tuple[Thumb, ...]:
    """The photographs of a run, drawn small; runs on the database thread."""
    return tuple(_thumb(ctx, workshop_id, row) for row in run_photos.photos(ctx, workshop_id, run_id))


def _thumb(ctx: Context, workshop_id: int, row: PhotoRow) -> Thumb:
    if row.media_type == PDF:
        return Thumb(row)
    try:
        content = run_photos.read_photo(ctx, workshop_id, row.photo_id)
    except Refusal as fault:
        return Thumb(row, fault=fault)
    size = QSize(_SMALL, _SMALL) * 2
    image = QImage.fromData(content)
    return Thumb(
        row, image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    )


class PhotoStrip(QFrame):
    """The signed page's photographs in a line. ``shown`` carries whether there are any."""

    shown = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAcceptDrops(True)
        self._desk = desk
        self._run_id = 0
        self._stale = False
        self.thumbs: tuple[Thumb, ...] = ()
        self.opened: PhotoDialog | None = None
        self.choose_files: Callable[[], Sequence[str]] = self._choose_files
        self.choose_save: Callable[[str], str] = self._choose_save
        whole = QHBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        words = QVBoxLayout()
        words.addWidget(label(translate("Photos", "签字页照片")))
        hint = translate("Photos", "签完字按完手印，拍下来留存：把照片拖到这里，或点“添加照片”（JPG、PNG、PDF）。")
        words.addWidget(label(hint, "small", wraps=True))
        self.message = label(wraps=True)
        self.message.hide()
        words.addWidget(self.message)
        whole.addLayout(words, 1)
        self._row = QHBoxLayout()
        whole.addLayout(self._row)
        self.add = button(translate("Photos", "添加照片…"), self.choose, name="add-photo")
        whole.addWidget(self.add)

    def show_month(self, view: MonthView) -> None:
        """Show the shown run's photographs; a draft has none."""
        self._run_id = view.run.run_id if view.run is not None and view.stands else 0
        self.setVisible(bool(self._run_id))
        self.message.hide()
        self._stale = True
        if self.isVisible():
            self._read_once()

    def choose(self) -> None:
        """Choose files and attach them."""
        self.attach([Path(name) for name in self.choose_files()])

    def attach(self, files: Sequence[Path]) -> None:
        """Attach files one after another; each that cannot be is named."""
        self.message.hide()
        for file in files:
            self._desk.do(
                "payroll",
                run_photos.attach_photo,
                self._run_id,
                file,
                then=lambda _: self._read(),
                failed=self._failed,
                title=translate("Photos", "保存照片"),
                owner=self,
            )

    def open_photo(self, thumb: Thumb) -> None:
        """Show a photograph large; a PDF is handed out as a file."""
        if thumb.fault is not None:
            self._failed(thumb.fault)
            return
        self._desk.ask(
            run_photos.read_photo,
            thumb.row.photo_id,
            then=lambda content: self._show_large(thumb.row, content),
            failed=self._failed,
            owner=self,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._run_id and _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.attach(_files(event))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_once()

    def _read_once(self) -> None:
        """Drawing pictures small takes time: only where somebody looks, once for each state of the month."""
        if self._stale and self._run_id:
            self._stale = False
            self._read()

    def _read(self) -> None:
        self._desk.ask(read_thumbs, self._run_id, then=self._show, failed=self._failed, owner=self)

    def _show(self, thumbs: tuple[Thumb, ...]) -> None:
        self.thumbs = thumbs
        self.shown.emit(bool(thumbs))
        clear(self._row)
        for at, thumb in enumerate(thumbs, start=1):
            self._row.addWidget(self._small(at, thumb))

    def _small(self, at: int, thumb: Thumb) -> QPushButton:
        made = button("", lambda: self.open_photo(thumb), name=f"photo-{at}")
        made.setFixedSize(_SMALL + 12, _SMALL + 12)
        made.setIconSize(QSize(_SMALL, _SMALL))
        mark = "circle-alert" if thumb.fault else "file-text"
        drawn = icon(mark, self._desk.look.colours.secondary, 32)
        made.setIcon(QIcon(QPixmap.fromImage(thumb.image)) if thumb.image is not None else drawn)
        words = translate("Photos", "第 {at} 张，{size} KB。回车打开。")
        made.setToolTip(words.format(at=at, size=-(-thumb.row.size // 1024)))
        made.setAccessibleName(made.toolTip())
        return made

    def _show_large(self, row: PhotoRow, content: bytes) -> None:
        if row.media_type == PDF:
            if chosen := self.choose_save(f"{row.sha256[:8]}.pdf"):
                self._desk.ask(write_copy, Path(chosen), content, then=self._said, failed=self._failed, owner=self)
            return
        title = translate("Photos", "签字页照片")
        self.opened = PhotoDialog(content, lambda: self._take_off(row), title, self)
        self.opened.open()

    def _take_off(self, row: PhotoRow) -> None:
        self._desk.do(
            "payroll",
            run_photos.detach_photo,
            row.photo_id,
            then=lambda _: self._read(),
            failed=self._failed,
            owner=self,
        )

    def _said(self, path: Path) -> None:
        self._desk.say(translate("Photos", "已存为 {path}").format(path=path), Tone.GOOD)

    def _failed(self, fault: Exception) -> None:
        tone_label(self.message, self._desk.fault_text(fault), Tone.BAD)
        self.message.show()

    def _choose_files(self) -> Sequence[str]:
        title = translate("Photos", "选照片")
        return QFileDialog.getOpenFileNames(self, title, str(Path.home()), f"{title} {_KINDS}")[0]

    def _choose_save(self, name: str) -> str:
        return QFileDialog.getSaveFileName(
            self, translate("Photos", "存到哪里"), str(Path.home() / name), "PDF (*.pdf)"
        )[0]


class PhotoDialog(QDialog):
    """One photograph large, fitted to the window; with ``take_off`` a way to take it off what it belongs to."""

    def __init__(
        self, content: bytes, take_off: Callable[[], object] | None, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(*_LARGE)
        whole = QVBoxLayout(self)
        area = QScrollArea()
        area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture = label()
        fitted = QSize(_LARGE[0] - 48, _LARGE[1] - 96)
        image = QImage.fromData(content)
        shown = image.scaled(fitted, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        self.picture.setPixmap(QPixmap.fromImage(shown))
        area.setWidget(self.picture)
        whole.addWidget(area, 1)
        row = QHBoxLayout()
        take = button(translate("Photos", "拍错了，取下这张"), self._on_take_off, name="take-off")
        close = button(translate("Photos", "关闭"), self.accept, "primary", name="close")
        self._take_off = take_off
        take.setAutoDefault(False)
        take.setVisible(take_off is not None)
        row.addWidget(take)
        row.addStretch(1)
        row.addWidget(close)
        whole.addLayout(row)
        close.setFocus()

    def _on_take_off(self) -> None:
        if self._take_off is not None:
            self._take_off()
        self.accept()


def write_copy(_: Context, __: int, path: Path, content: bytes) -> Path:
    """Hand a kept file out, whole or not at all."""
    return write_whole(path, content)


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
