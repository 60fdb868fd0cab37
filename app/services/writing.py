"""Files that leave the program: the whole content or nothing."""

from pathlib import Path

from app.domain.refusal import file_refusal


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file beside itself first, then into place: never half of it. Refuses ``disk_full``, ``file_failed``."""
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        raise file_refusal(fault, path) from fault
    return path
