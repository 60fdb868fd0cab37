"""From the command line to an exit code: 0 done, 1 refused (says why), 2 wrong usage."""

import json
import logging
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from app.cli.call import Answer, Call
from app.cli.command import Command
from app.cli.commands import WINDOW
from app.cli.crash import reporting, write_report
from app.cli.parser import build, language
from app.domain.messages import render
from app.domain.refusal import DISK_FULL, Refusal, file_refusal, system_words

DONE, REFUSED = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or open the window where none is named; the exit code."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    _speak_utf8()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    options = build(language(words)).parse_args(words)
    command: Command = options.command or WINDOW
    call = Call(options)
    with reporting(call.folder, " ".join(command.words)):
        answer = _answer(command, call)
    try:
        _say(answer, as_json=call.flag("json"))
    except BrokenPipeError:  # the reader (`| head`) has seen enough; the work is done either way
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return answer.code


def _say(answer: Answer, *, as_json: bool) -> None:
    """Data to standard output, a refusal's words to standard error, also beside its data."""
    if as_json:
        print(json.dumps(answer.data, ensure_ascii=False, indent=1))
    if answer.code or (answer.text and not as_json):
        print(answer.text, file=sys.stderr if answer.code else sys.stdout)
    sys.stdout.flush()


def _answer(command: Command, call: Call) -> Answer:
    """What the command says, its refusal, or where the report of a fault lies."""
    try:
        return command.run(call)
    except Refusal as refusal:
        return refused(refusal, call.lang)
    except OSError as error:
        if error.errno in DISK_FULL:
            return refused(Refusal("disk_full", file=str(error.filename or call.folder)), call.lang)
        if error.filename:
            return refused(file_refusal(error, str(error.filename)), call.lang)
        return refused(Refusal("system_refused", reason=system_words(error)), call.lang)
    except KeyboardInterrupt:
        return refused(Refusal("interrupted"), call.lang)
    except Exception as fault:  # noqa: BLE001  the one place for what nobody foresaw: reported, logged, said
        if isinstance(fault, ModuleNotFoundError) and (fault.name or "app").split(".")[0] != "app":
            return refused(Refusal("packages_missing", name=fault.name), call.lang)
        report = write_report(fault, call.folder, " ".join(command.words))
        return refused(Refusal("program_fault", name=type(fault).__name__, report=str(report or "–")), call.lang)


def refused(refusal: Refusal, lang: str) -> Answer:
    """A refusal as an answer: its code and words in both forms."""
    words = render(refusal.code, refusal.params, lang)
    return Answer({"refused": refusal.code, "message": words}, words, REFUSED)


def _speak_utf8() -> None:
    """Chinese on every terminal: Windows consoles and pipes would else refuse what their code page lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
