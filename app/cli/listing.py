"""A switch that asks for a list instead of the command's work, which then needs none of its arguments."""

import argparse
from collections.abc import Sequence


class ListSwitch(argparse.Action):
    """``--list``: sets itself and lets the positional arguments be missing."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:  # noqa: A002
        super().__init__(option_strings, dest, nargs=0, default=False, help=help)

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: object, option: str | None = None
    ) -> None:
        del values, option
        setattr(namespace, self.dest, True)
        for action in parser._actions:  # noqa: SLF001  argparse asks for the missing at the end, of this parser alone
            if not action.option_strings:
                action.required = False
