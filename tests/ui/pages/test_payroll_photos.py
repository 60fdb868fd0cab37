"""Photographs of the signed page: attached by button and by dropping, opened, taken off, refused in words."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage

from app.ui.pages.payroll import PayrollPage
from app.ui.pages.payroll_photos import PhotoStrip
from app.ui.pages.payroll_rows import View


def picture(tmp_path: Path, name: str, grey: int = 200) -> Path:
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill(grey)
    path = tmp_path / name
    assert image.save(str(path))
    return path


def strip_of(page: PayrollPage) -> PhotoStrip:
    page.turn(View.PRINT)
    page.desk.tasks.settle()
    return page.papers.photos


def test_a_photograph_is_attached_opened_and_taken_off(locked: PayrollPage, tmp_path: Path, press) -> None:
    strip = strip_of(locked)
    file = picture(tmp_path, "page.png")
    strip.choose_files = lambda: [str(file)]
    press(strip, "add-photo")
    locked.desk.tasks.settle()
    assert len(strip.thumbs) == 1
    press(strip, "photo-1")
    locked.desk.tasks.settle()
    assert strip.opened is not None
    assert not strip.opened.picture.pixmap().isNull()
    press(strip.opened, "take-off")
    locked.desk.tasks.settle()
    assert strip.thumbs == ()


def test_files_dropped_are_attached(locked: PayrollPage, tmp_path: Path) -> None:
    strip = strip_of(locked)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture(tmp_path, name, at))) for at, name in ((1, "a.png"), (90, "b.jpg"))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    strip.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier))
    locked.desk.tasks.settle()
    assert len(strip.thumbs) == 2
    assert locked.primary.text() == "发放"


def test_what_is_no_picture_is_refused_by_name(locked: PayrollPage, tmp_path: Path) -> None:
    strip = strip_of(locked)
    (tmp_path / "page.jpg").write_text("no picture")
    strip.attach([tmp_path / "page.jpg"])
    locked.desk.tasks.settle()
    assert "page.jpg" in strip.message.text()
    assert strip.thumbs == ()


def test_a_draft_has_no_photographs(clean: PayrollPage) -> None:
    assert not strip_of(clean).isVisible()
