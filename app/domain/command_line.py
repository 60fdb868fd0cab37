"""The command line of either program as argparse reads it: help and wrong usage in the user's language."""

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from app.domain.messages import render

LANGUAGES = ("zh_CN", "en")


class _Formatter(argparse.HelpFormatter):
    """Help whose first word is the user's."""

    lang = LANGUAGES[0]

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        words = render("help_usage", {}, self.lang) if prefix is None else prefix
        super().add_usage(usage, actions, groups, words)


class _EnglishFormatter(_Formatter):
    lang = "en"


_FORMATTERS = {"zh_CN": _Formatter, "en": _EnglishFormatter}


_MISTAKES = {
    "usage_required": re.compile(
        r"(?:the following arguments are|one of the arguments) (?:required: )?(?P<names>.+?)(?: is required)?"
    ),
    "usage_unknown": re.compile(r"unrecognized arguments: (?P<names>.+)"),
    "usage_choice": re.compile(
        r"argument (?P<name>.+?): invalid choice: (?P<given>.+?) \(choose from (?P<choices>.+)\)"
    ),
    "usage_value": re.compile(r"argument (?P<name>.+?): expected one argument"),
    "usage_number": re.compile(r"argument (?P<name>.+?): invalid int value: (?P<given>.+)"),
}
"""What argparse says of the common mistakes, by the code of our own words for each."""


class Parser(argparse.ArgumentParser):
    """A parser that shows help and answers wrong usage (exit code 2) in ``lang``; its commands are parsers like it."""

    def __init__(self, *, lang: str, **kind: Any) -> None:  # noqa: ANN401  what argparse takes
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_FORMATTERS[lang], **kind)
        self.lang = lang
        self.set_defaults(asked=self)  # of a command within a command the innermost one's

    def own_group(self) -> argparse._ArgumentGroup:
        """Where the options of one command stand."""
        return self.add_argument_group(render("help_own", {}, self.lang))

    def shared_group(self) -> argparse._ArgumentGroup:
        """Where the options of every command stand, with --help as the first."""
        group = self.add_argument_group(render("help_globals", {}, self.lang))
        group.add_argument("-h", "--help", action="help", help=render("help_help", {}, self.lang))
        return group

    def commands(self, *, required: bool = False) -> "argparse._SubParsersAction[Parser]":
        """Where further commands are added; each takes ``lang`` again."""
        title = render("help_commands", {}, self.lang)
        return self.add_subparsers(title=title, metavar="COMMAND", required=required)

    def parse_args(  # type: ignore[override]  # argparse has one more form, for a namespace of any class
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> argparse.Namespace:
        """As argparse; what a command does not take is told beside what it takes, not beside what the program does."""
        found, strange = self.parse_known_args(args, namespace)
        if strange:
            found.asked.error(f"unrecognized arguments: {' '.join(strange)}")
        return found

    def error(self, message: str) -> NoReturn:
        said = _own_words(message, self.lang)
        words = render("usage_wrong", {"message": said, "program": self.prog}, self.lang)
        self.exit(2, f"{self.format_usage()}{words}\n")


def _own_words(message: str, lang: str) -> str:
    """What argparse says in English, in the user's language; as it stands where it is none of the common cases."""
    for code, pattern in _MISTAKES.items():
        if found := pattern.fullmatch(message):
            return render(code, dict(found.groupdict()), lang)
    return message


def literal(help_text: str) -> str:
    """A text as argparse's help wants it: it fills in ``%(name)s`` there, though not in a description."""
    return help_text.replace("%", "%%")
