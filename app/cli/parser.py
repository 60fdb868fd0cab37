"""The command line as argparse reads it, made from the table of commands, with help in the user's language."""

import argparse
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import app
from app.cli.command import Command, Option
from app.cli.commands import COMMANDS
from app.domain.command_line import LANGUAGES, Parser, literal
from app.domain.messages import render
from app.services.preferences import read_preferences

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
    top = Parser(prog="gongfang", description=render("help_top", {}, lang), lang=lang)
    shared = _globals(top, lang, None)
    shared.add_argument("--version", action="version", version=app.__version__, help=render("help_version", {}, lang))
    top.set_defaults(command=None, lang=lang, json=False)
    words = top.commands()
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


def _group(words: Any, first: str, lang: str) -> Any:  # noqa: ANN401  argparse names no type for its sub-commands
    help_text = render(GROUP_HELP[first], {}, lang)
    parser = words.add_parser(first, help=literal(help_text), description=help_text, lang=lang)
    _globals(parser, lang, argparse.SUPPRESS)
    return parser.commands(required=True)


def _command(place: Any, command: Command, lang: str) -> None:  # noqa: ANN401  as above
    help_text = render(command.help, {}, lang)
    parser = place.add_parser(command.words[-1], help=literal(help_text), description=help_text, lang=lang)
    own = parser.own_group()
    _add(own, command.options, lang)
    if command.either:
        _add(own.add_mutually_exclusive_group(required=True), command.either, lang)
    _globals(parser, lang, argparse.SUPPRESS)
    parser.set_defaults(command=command)


def _globals(parser: Parser, lang: str, default: str | None) -> Any:  # noqa: ANN401  as above
    """The options every command takes, before or after its name; given after it, they win."""
    group = parser.shared_group()
    _add(group, [Option(o.names, o.help, {**o.kind, "default": default}) for o in GLOBALS], lang)
    return group


def _add(group: Any, options: Iterable[Option], lang: str) -> None:  # noqa: ANN401  as above
    for option in options:
        group.add_argument(*option.names, help=literal(render(option.help, {}, lang)), **option.kind)
