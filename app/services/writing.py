"""Files that leave the program: the whole content or nothing, and of several files all or none."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from app.domain.refusal import file_refusal
from app.models.folder import replaceable


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file beside itself first, then into place: never half of it. A symbolic link is written through.

    Refuses what ``replaceable`` and ``file_refusal`` do: ``file_not_ordinary``, ``folder_missing``, ``disk_full`` …
    """
    return write_all([(path, content)])[0]


def write_all(files: Iterable[tuple[Path, bytes]]) -> tuple[Path, ...]:
    """Write several files as ``write_whole`` does: none takes its place before all lie complete beside theirs."""
    ready = [(path, replaceable(path), content) for path, content in files]
    beside = {path: target.with_name(f"{target.name}.part") for path, target, _ in ready}
    for path, _, content in ready:
        with _taking_back(beside, path):
            beside[path].write_bytes(content)
    for path, target, _ in ready:
        with _taking_back(beside, path):
            beside[path].replace(target)
    return tuple(beside)


@contextmanager
def _taking_back(beside: Mapping[Path, Path], path: Path) -> Iterator[None]:
    """Where the system will not write ``path``, nothing half done stays beside any of the files."""
    try:
        yield
    except OSError as fault:
        for part in beside.values():
            with suppress(OSError):
                part.unlink()
        raise file_refusal(fault, path, writing=True) from fault
