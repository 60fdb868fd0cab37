"""The one way a use case says no: a code, what it is about, and words for the person in either language."""

import errno
from collections.abc import Mapping
from os import PathLike, fspath
from pathlib import PurePath

from app.domain.messages import Word, render
from app.domain.messages.text import Saying

DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NAMED: Mapping[str, str] = {
    "ENOSPC": "disk_full",
    "EDQUOT": "disk_full",
    "ENOENT": "file_missing",
    "ENOTDIR": "folder_is_file",
    "EISDIR": "file_is_folder",
    "EACCES": "file_forbidden",
    "EPERM": "file_forbidden",
    "EROFS": "disk_read_only",
    "ENAMETOOLONG": "file_name_long",
    "EINVAL": "file_name_impossible",
    "EILSEQ": "file_name_impossible",
    "EBUSY": "file_busy",
    "ETXTBSY": "file_busy",
    "EFBIG": "file_too_large",
    "EIO": "device_gone",
    "ENXIO": "device_gone",
    "ENODEV": "device_gone",
    "ENOMEDIUM": "device_gone",
    "ESTALE": "device_gone",
    "ENOTCONN": "device_gone",
}
_CODES = {getattr(errno, name): code for name, code in _NAMED.items() if hasattr(errno, name)}
"""Error number → message; not every system has every name."""


class Refusal(Exception):  # noqa: N818  a refusal is an answer, not a fault of the program
    """An intention that cannot be carried out; nothing of it was done. Exit code 1 on the command line."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def text(self, lang: str = "zh_CN") -> str:
        """What, where and what to do, in the user's language."""
        return render(self.code, self.params, lang)

    def __str__(self) -> str:
        return self.text("en")


def file_refusal(error: OSError, file: str | PathLike[str], *, writing: bool = False) -> Refusal:
    """A file error in the person's words: what it is, by its code; with ``writing`` a missing folder is named so."""
    code = _CODES.get(error.errno or 0, "file_failed")
    if writing and code == "file_missing":
        code = "folder_missing"
    path = fspath(file)
    return Refusal(code, file=path, folder=str(PurePath(path).parent), reason=system_words(error))


def system_words(error: OSError) -> Saying | str:
    """What the system would not do, as words that stand in a sentence: its number is the last resort."""
    if code := _CODES.get(error.errno or 0):
        return Word(f"{code}_why")
    return f"{type(error).__name__} {error.errno or error}"
