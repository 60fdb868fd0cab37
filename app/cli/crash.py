"""The report of a fault nobody foresaw: where in the program it happened, and nothing about anybody."""

import logging
import platform
import sys
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

import app

CRASH_FOLDER = "crash"
_log = logging.getLogger(__name__)


def write_report(fault: BaseException, folder: Path | None, doing: str) -> Path:
    """Write the report into the data folder (or a temporary one) and log it; answers the file.

    Names of exceptions and lines of the program only: a message, a value or an argument may hold a person's data.
    """
    moment = datetime.now()  # noqa: DTZ005  local wall time in a file's name
    lines = [
        f"gongfang {app.__version__}, {moment:%Y-%m-%d %H:%M:%S}",
        f"Python {platform.python_version()} on {platform.system()} {platform.release()} {platform.machine()}",
        f"command: {doing or 'window'}",
        *_chain(fault),
    ]
    place = _place(folder)
    file = place / f"{moment:%Y%m%d-%H%M%S-%f}.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    _log.error("unforeseen %s in %s, see %s", type(fault).__name__, doing or "window", file)
    return file


def _chain(fault: BaseException) -> list[str]:
    """Each exception of the chain, the first cause first, with its frames."""
    lines: list[str] = []
    inner: BaseException | None = fault
    while inner is not None:
        frames = traceback.extract_tb(inner.__traceback__)
        part = [f"{type(inner).__module__}.{type(inner).__qualname__}"]
        part += [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        lines = part + lines
        inner = inner.__cause__ or inner.__context__
    return lines


def _short(filename: str) -> str:
    """A source file without the folders of this PC."""
    parts = Path(filename).parts
    start = max((n for n, part in enumerate(parts) if part in {"app", "site-packages"}), default=len(parts) - 1)
    return "/".join(parts[start:])


def _place(folder: Path | None) -> Path:
    if folder is not None and folder.is_dir():
        place = folder / CRASH_FOLDER
        try:
            place.mkdir(exist_ok=True)
        except OSError:
            print("!", folder, file=sys.stderr)
        else:
            return place
    return Path(tempfile.mkdtemp(prefix="gongfang-crash-"))
