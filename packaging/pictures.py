"""Keeping the pictures of the manual and of the README: cut from what ``python3 dev.py shots`` left in build/shots.

Recipe: ``python3 dev.py shots``, then ``.venv/bin/python packaging/pictures.py``; look at them and commit the files.
A picture is cut where the chapter's words are about, without the side bar, which every page has, and made half as wide
again as the manual shows it: sharp enough on any screen.
"""

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[1]
SHOTS = ROOT / "build" / "shots"
MANUAL = ROOT / "resources" / "manual" / "pictures"
README = ROOT / "packaging" / "pictures"
LANGUAGES = ("zh_CN", "en")
SCALE = 2
LEFT, WIDTH, HEIGHT = 150, 1216, 560
KEPT_WIDTH = 1000
CHAPTERS = {
    "today": "10-today",
    "attendance": "11-attendance",
    "production": "12-production",
    "products": "13-products",
    "sales": "14-sales",
    "people": "21-people-panel",
    "training": "16-heritage",
    "payroll": "30-payroll-check",
    "papers": "39-papers",
    "programme": "45-programme",
    "book": "40-book",
    "sync": "50-sync",
    "rules": "60-rules",
    "settings": "73-settings-backup",
}
"""Which shot stands in which chapter."""
WHOLE = {"today": "10-today", "payroll": "36-payroll-slip-opened"}
"""Whole windows beside the words of the README of each language."""


def keep() -> None:
    """Cut and write every picture; raises OSError for a shot that is not there."""
    for lang in LANGUAGES:
        for chapter, name in CHAPTERS.items():
            picture = _shot(lang, name).copy(QRect(LEFT * SCALE, 0, WIDTH * SCALE, HEIGHT * SCALE))
            _write(picture, MANUAL / lang / f"{chapter}.png")
        for name, shot in WHOLE.items():
            _write(_shot(lang, shot), README / f"{name}-{lang}.png")


def _shot(lang: str, name: str) -> QImage:
    path = SHOTS / lang / f"{name}@{SCALE}x.png"
    picture = QImage(str(path))
    if picture.isNull():
        raise FileNotFoundError(path)
    return picture


def _write(picture: QImage, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = picture.scaledToWidth(KEPT_WIDTH, Qt.TransformationMode.SmoothTransformation)
    kept.setDevicePixelRatio(1)
    if not kept.convertToFormat(QImage.Format.Format_RGB888).save(str(path), "PNG", 0):
        raise OSError(path)


if __name__ == "__main__":
    keep()
