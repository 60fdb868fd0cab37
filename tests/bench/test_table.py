"""A figure of the bench and what is said of it."""

import math

import pytest

from tests.bench.table import Figure, table


@pytest.mark.parametrize(
    ("value", "most", "least", "verdict"),
    [
        (0.9, 1, None, "ok"),
        (1.1, 1, None, "OVER"),
        (1.1, None, 1, "ok"),
        (0.9, None, 1, "UNDER"),
        (9.9, None, None, ""),
        (math.nan, 1, None, "OVER"),
    ],
)
def test_verdict(value: float, most: float | None, least: float | None, verdict: str) -> None:
    assert Figure("part", "name", value, "s", "aim", 1.0, most=most, least=least).verdict == verdict


def test_columns_line_up_under_chinese_names() -> None:
    figures = [Figure("工资", "一千人", 0.5, "s", "aim", 1.0), Figure("sync", "nothing new", 1, "B", "aim", 2)]
    heads, _, *lines = table(figures).splitlines()
    assert lines[1].index("0.50") == heads.index("ratio")
    assert lines[0].index("0.50") == heads.index("ratio") - 5
