"""How a file that leaves the program is named: by what is in it."""

import os
from collections.abc import Iterable
from pathlib import Path

from app.domain.refusal import Refusal


def named(file: Path, ending: str, *, only: bool = True) -> Path:
    """``file`` with the ``ending`` (".pdf") of what is written into it, added where the name has none.

    Another ending is refused (``file_ending``) with ``only``: other programs go by it. A folder stays as it is, for
    whoever writes to refuse it.
    """
    if file.is_dir():
        return file
    if not file.suffix:
        return file.with_name(file.name + ending)
    if only and file.suffix.lower() != ending:
        better = file.with_suffix(ending) if file.suffix[1:].isalpha() else file.with_name(file.name + ending)
        raise Refusal("file_ending", file=str(file), ending=ending, better=better.name)
    return file


def require_apart(files: Iterable[Path]) -> None:
    """Refuse ``file_twice``: two files of one command that would be written into one place, by a link too."""
    taken: set[str] = set()
    for file in files:
        place = os.path.normcase(file.resolve())
        if place in taken:
            raise Refusal("file_twice", file=str(file))
        taken.add(place)
