"""The report of a fault nobody foresaw: where in the program it happened, and nothing about anybody."""

import logging
import platform
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import app

CRASH_FOLDER = "crash"
_log = logging.getLogger(__name__)


def write_report(fault: BaseException, folder: Path, doing: str) -> Path | None:
    """Write the report into the data folder (else a temporary one) and log it; the file, None where no disk took it.

    Names of exceptions and lines of the program only: a message, a value or an argument may hold a person's data.
    """
    moment = datetime.now()  # noqa: DTZ005  local wall time in a file's name
    lines = [
        f"gongfang {app.__version__}, {moment:%Y-%m-%d %H:%M:%S}",
        f"Python {platform.python_version()} on {platform.system()} {platform.release()} {platform.machine()}",
        f"command: {doing or 'window'}",
        *_chain(fault),
    ]
    name, content = f"{moment:%Y%m%d-%H%M%S-%f}.txt", "\n".join(lines) + "\n"
    file = _written(folder / CRASH_FOLDER, name, content) if folder.is_dir() else None
    file = file or _written(Path(tempfile.gettempdir()) / "gongfang-crash", name, content)
    _log.error("unforeseen %s in %s, see %s", type(fault).__name__, doing or "window", file)
    return file


def _written(place: Path, name: str, content: str) -> Path | None:
    try:
        place.mkdir(exist_ok=True)
        (place / name).write_text(content, encoding="utf-8")
    except OSError as error:
        _log.warning("no report in %s: %s", place, error.strerror)
        return None
    return place / name


class ReportHandler(logging.Handler):
    """Writes a report for every logged exception: the window's faults, which nobody sees on a terminal."""

    def __init__(self, folder: Path, doing: str) -> None:
        super().__init__(logging.ERROR)
        self._folder, self._doing = folder, doing

    def emit(self, record: logging.LogRecord) -> None:
        fault = record.exc_info[1] if record.exc_info else None
        if fault is not None:
            write_report(fault, self._folder, self._doing)


@contextmanager
def reporting(folder: Path, doing: str) -> Iterator[None]:
    """Faults that are logged within are reported in the data folder."""
    handler = ReportHandler(folder, doing)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)


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
