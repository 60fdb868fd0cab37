"""Files that leave the program: the whole content or nothing."""

from contextlib import suppress
from pathlib import Path

from app.domain.refusal import file_refusal
from app.models.folder import replaceable


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file beside itself first, then into place: never half of it. A symbolic link is written through.

    Refuses what ``replaceable`` and ``file_refusal`` do: ``file_not_ordinary``, ``folder_missing``, ``disk_full`` …
    """
    target = replaceable(path)
    beside = target.with_name(f"{target.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    except OSError as fault:
        with suppress(OSError):
            beside.unlink()
        raise file_refusal(fault, path, writing=True) from fault
    return path
