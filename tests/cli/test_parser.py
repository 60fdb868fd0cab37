"""The command line: every word documented in both languages, wrong usage answered with 2."""

import argparse
from collections.abc import Iterator

import pytest

from app.cli.commands import COMMANDS
from app.cli.parser import build, language


def every_parser(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """A parser and all below it."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from every_parser(below)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_every_command_and_option_is_documented(lang):
    undocumented = [
        f"{parser.prog} {action.dest}"
        for parser in every_parser(build(lang))
        for action in parser._actions
        if not isinstance(action, argparse._SubParsersAction) and not action.help
    ]
    assert undocumented == []
    assert all(parser.description for parser in every_parser(build(lang)))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command.words))
def test_every_command_has_its_function(command):
    assert callable(getattr(command.module(), command.function))


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_every_command_is_in_the_help(run, lang):
    top = run("--lang", lang, "--help").out
    for command in COMMANDS:
        below = run("--lang", lang, command.words[0], "--help").out if len(command.words) == 2 else top
        assert command.words[-1] in below


def test_no_percent_sign_is_doubled_in_a_help(run):
    for words in (("compare",), ("lock",), ()):
        assert "%%" not in run("payroll", *words, "--help").out
    assert "30%以上" in run("payroll", "compare", "--help").out


def test_a_lock_explains_the_kinds_it_takes_and_no_other(run):
    assert "更正用 payroll correct" in " ".join(run("payroll", "lock", "--help").out.split())


def test_help_speaks_the_users_language(run):
    assert run("--help").out.startswith("用法:")
    assert run("--lang", "en", "--help").out.startswith("usage: ")


@pytest.mark.parametrize(
    ("environment", "words", "spoken"),
    [
        ("", [], "zh_CN"),
        ("en", [], "en"),
        ("fr", [], "zh_CN"),
        ("en", ["--lang", "zh_CN"], "zh_CN"),
        ("", ["stats", "--lang=en"], "en"),
    ],
)
def test_the_language_is_known_before_parsing(monkeypatch, environment, words, spoken):
    monkeypatch.setenv("GONGFANG_LANG", environment)
    assert language(words) == spoken


@pytest.mark.parametrize("words", [["nonsense"], ["payroll"], ["payroll", "lock"], ["--lang", "fr"], ["doctor", "-x"]])
def test_wrong_usage_is_two(run, words):
    result = run(*words)
    assert (result.code, result.out) == (2, "")
    assert "--help" in result.err


def test_options_of_every_command_stand_before_or_after_it(made):
    assert made("--json", "stats").json == made("stats", "--json").json


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["payroll", "lock"], "缺少 MONTH"),
        (["enroll"], "缺少 --slip --server"),
        (["nonsense"], "COMMAND 不能是 'nonsense'"),
        (["doctor", "-x"], "不认识 -x。用 gongfang doctor --help"),
        (["payroll", "verify", "2026-10"], "用法:gongfang payroll verify [-h]"),
        (["stats", "--workshop"], "--workshop 后面要有一个值"),
        (["stats", "--workshop", "x"], "--workshop 要填数字,不能是 'x'"),
    ],
)
def test_common_mistakes_are_told_in_words_of_our_own(run, words, said):
    assert said in run(*words).err
