"""The one way a use case says no: a code, what it is about, and words for the person in either language."""

from errno import EDQUOT, ENOSPC
from os import PathLike

from app.domain.messages import render

DISK_FULL = frozenset({ENOSPC, EDQUOT})


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


def file_refusal(error: OSError, file: str | PathLike[str]) -> Refusal:
    """A file error in the person's words: ``disk_full``, else ``file_failed`` with what the system says."""
    code = "disk_full" if error.errno in DISK_FULL else "file_failed"
    return Refusal(code, file=str(file), reason=error.strerror or str(error))
