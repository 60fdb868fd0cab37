"""The one way a use case says no: a code, what it is about, and words for the person in either language."""

from app.domain.messages import render


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
