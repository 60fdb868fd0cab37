"""The command line as argparse reads it, made from the table of commands, with help in the user's language."""

import argparse
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import app
from app.cli.command import Command, Option
from app.cli.commands import COMMANDS
from app.domain.messages import render
from app.services.preferences import LANGUAGES, read_preferences

LANGUAGE_VARIABLE = "GONGFANG_LANG"

GLOBALS = (
    Option(("--data",), "help_data", {"metavar": "DIR", "type": Path}),
    Option(("--workshop",), "help_workshop", {"metavar": "ID", "type": int}),
    Option(("--user",), "help_user", {"metavar": "NAME"}),
    Option(("--password-file",), "help_password_file", {"metavar": "FILE"}),
    Option(("--lang",), "help_lang", {"choices": LANGUAGES}),
    Option(("--json",), "help_json", {"action": "store_true"}),
)
GROUP_HELP = {"workshop": "help_workshop_group", "payroll": "help_payroll_group", "packs": "help_packs_group"}


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


class _Parser(argparse.ArgumentParser):
    """A parser that answers wrong usage in the user's language, with exit code 2."""

    lang = LANGUAGES[0]

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


def language(arguments: Sequence[str]) -> str:
    """The language to speak before the arguments are parsed: ``--lang``, else GONGFANG_LANG, else the window's."""
    given = os.environ.get(LANGUAGE_VARIABLE) or read_preferences().lang
    for place, word in enumerate(arguments):
        if word == "--lang" and place + 1 < len(arguments):
            given = arguments[place + 1]
        elif word.startswith("--lang="):
            given = word.removeprefix("--lang=")
    return given if given in LANGUAGES else LANGUAGES[0]


def build(lang: str) -> argparse.ArgumentParser:
    """The whole command line; the parsed namespace has ``command``, a :class:`Command` or None for the window."""
    top = _Parser(prog="gongfang", description=render("help_top", {}, lang), **_plain(lang))
    top.lang = lang
    shared = _globals(top, lang, None)
    shared.add_argument("--version", action="version", version=app.__version__, help=render("help_version", {}, lang))
    top.set_defaults(command=None, lang=lang, json=False)
    words = top.add_subparsers(title=render("help_commands", {}, lang), metavar="COMMAND", parser_class=_Parser)
    groups: dict[str, Any] = {}
    for command in COMMANDS:
        place: Any = words
        if len(command.words) == 2:
            first = command.words[0]
            if first not in groups:
                groups[first] = _group(words, first, lang)
            place = groups[first]
        _command(place, command, lang)
    return top


def _literal(help_text: str) -> str:
    """A text as argparse's help wants it: it fills in ``%(name)s`` there, though not in a description."""
    return help_text.replace("%", "%%")


def _plain(lang: str) -> dict[str, Any]:
    return {"add_help": False, "allow_abbrev": False, "formatter_class": _FORMATTERS[lang]}


def _group(words: Any, first: str, lang: str) -> Any:  # noqa: ANN401  argparse names no type for its sub-commands
    help_text = render(GROUP_HELP[first], {}, lang)
    parser = words.add_parser(first, help=_literal(help_text), description=help_text, **_plain(lang))
    parser.lang = lang
    _globals(parser, lang, argparse.SUPPRESS)
    return parser.add_subparsers(
        title=render("help_commands", {}, lang), metavar="COMMAND", parser_class=_Parser, required=True
    )


def _command(place: Any, command: Command, lang: str) -> None:  # noqa: ANN401  as above
    help_text = render(command.help, {}, lang)
    parser = place.add_parser(command.words[-1], help=_literal(help_text), description=help_text, **_plain(lang))
    parser.lang = lang
    own = parser.add_argument_group(render("help_own", {}, lang))
    _add(own, command.options, lang)
    if command.either:
        _add(own.add_mutually_exclusive_group(required=True), command.either, lang)
    _globals(parser, lang, argparse.SUPPRESS)
    parser.set_defaults(command=command)


def _globals(parser: argparse.ArgumentParser, lang: str, default: str | None) -> Any:  # noqa: ANN401  as above
    """The options every command takes, before or after its name; given after it, they win."""
    group = parser.add_argument_group(render("help_globals", {}, lang))
    group.add_argument("-h", "--help", action="help", help=render("help_help", {}, lang))
    _add(group, [Option(o.names, o.help, {**o.kind, "default": default}) for o in GLOBALS], lang)
    return group


def _add(group: Any, options: Iterable[Option], lang: str) -> None:  # noqa: ANN401  as above
    for option in options:
        group.add_argument(*option.names, help=_literal(render(option.help, {}, lang)), **option.kind)
