"""Keeping the translations: Qt's own lupdate and lrelease over the window's sources.

Recipe: mark a text with ``translate``; run this (``.venv/bin/python packaging/translations.py``); translate what is
``unfinished`` in ``resources/i18n/gongfang_en.ts`` (Qt Linguist or an editor); run this again; commit both files.
"""

import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
TS, QM = ROOT / "resources" / "i18n" / "gongfang_en.ts", ROOT / "resources" / "i18n" / "gongfang_en.qm"
_TOOLS = Path(PySide6.__file__).parent
_LANGUAGES = ("-source-language", "zh_CN", "-target-language", "en_US")


def collect(ts: Path = TS) -> None:
    """Bring ``ts`` up to date with the sources; texts that are gone leave it."""
    sources = sorted(str(path) for path in (ROOT / "app" / "ui").rglob("*.py"))
    _run("lupdate", *sources, "-ts", str(ts), *_LANGUAGES, "-locations", "none", "-no-obsolete")


def release(ts: Path = TS, qm: Path = QM) -> None:
    """Make the file the program reads."""
    _run("lrelease", str(ts), "-qm", str(qm))


def _run(tool: str, *arguments: str) -> None:
    program = _TOOLS / (f"{tool}.exe" if sys.platform == "win32" else tool)
    subprocess.run([program, *arguments], check=True, capture_output=True)


if __name__ == "__main__":
    collect()
    release()
