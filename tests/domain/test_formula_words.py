"""Formulas as an English reader sees them: every word the program writes into one, and no figure changed."""

import ast
import re
from pathlib import Path

import pytest

from app.domain.formula_words import formula_words

HAN = re.compile("[\u3400-\u9fff]")
FORMULAS = {
    "2600.00÷174×13.5×150%=302.59": "2600.00÷174×13.5×150%=302.59",
    "-2600.00÷21.75×23=-2749.43,以2600.00为限": "-2600.00÷21.75×23=-2749.43, at most 2600.00",
    "3000.00÷21.75×9=1241.38,合计以2800.00为限1200.00": ("3000.00÷21.75×9=1241.38, together at most 2800.00: 1200.00"),
    "全勤,200.00": "full attendance, 200.00",
    "83×1.272=105.58,按7.5:6:4.25分得35.69": "83×1.272=105.58, shared by 7.5:6:4.25: 35.69",
    "700.00,实扣520.00": "700.00, really taken 520.00",
    "600.00×8%=48.00,已扣20.00": "600.00×8%=48.00, taken 20.00",
    "440.00,已扣100.00,340.00": "440.00, taken 100.00, 340.00",
    "800.00,每月不超过应发20%且不低于最低工资:310.00": (
        "800.00, a month at most 20% of gross and not below the minimum wage: 310.00"
    ),
    "30.00,后面已锁定的2个月应扣80.00,已扣50.00,本月60.00": (
        "30.00, later months locked (2): due 80.00, taken 50.00, this month 60.00"
    ),
    "应为35000.00,已计30000.00,差额5000.00": "should be 35000.00, counted 30000.00, difference 5000.00",
    "应为1×2.00=2.00;3×4.00=12.00,已计20.00,差额-6.00": (
        "should be 1×2.00=2.00; 3×4.00=12.00, counted 20.00, difference -6.00"
    ),
    "差额-18.00": "difference -18.00",
    "应扣440.00,已扣300.00,差额140.00": "due 440.00, taken 300.00, difference 140.00",
    "全年重算应扣1180.00,已扣1200.00,差额-20.00": (
        "the year computed again: due 1180.00, taken 1200.00, difference -20.00"
    ),
    "多付18.00,从以后工资扣回": "paid too much 18.00, taken back from later wages",
    "1870.00,已付900.00,还差970.00": "1870.00, paid 900.00, still 970.00",
    "2600.00,已付1300.00,本次1300.00": "2600.00, paid 1300.00, this time 1300.00",
    "1870.00×(21.75-病假1天-缺勤0.1875天)÷21.75=1767.90": "1870.00×(21.75-sick 1 d-absent 0.1875 d)÷21.75=1767.90",
    "1870.00×(出勤及带薪9天+法定假日3天)÷21.75=1031.72": (
        "1870.00×(worked or on paid leave 9 d+statutory 3 d)÷21.75=1031.72"
    ),
    "1870.00,除已付外970.00": "1870.00, beside what is paid 970.00",
}
WRITERS = ("wages", "minimum_wage", "allowances", "pieces", "deductions", "tax", "corrections", "payroll_cases",
           "payroll_month", "payroll_steps", "paid_already", "persons", "payroll", "pay_balance")  # fmt: skip


@pytest.mark.parametrize(("stored", "shown"), FORMULAS.items())
def test_a_formula_is_shown_in_english(stored: str, shown: str) -> None:
    assert formula_words(stored, "en") == shown
    assert formula_words(stored, "zh_CN") == stored


@pytest.mark.parametrize("stored", FORMULAS)
def test_no_figure_is_lost_or_added(stored: str) -> None:
    figures = re.compile(r"[\d.]*\d")
    assert figures.findall(formula_words(stored, "en")) == figures.findall(stored)


def written(name: str) -> list[str]:
    """The formula patterns of a module of the rules: f-strings with Chinese in them, figures where something fills."""
    path = Path("app/domain") / f"{name}.py"
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.exists() else ast.Module([], [])
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [str(part.value) if isinstance(part, ast.Constant) else "1" for part in node.values]
            found += ["".join(parts)] if HAN.search("".join(parts)) else []
    return found


def test_every_word_the_rules_write_into_a_formula_is_known() -> None:
    patterns = [text.replace("应发1且", "应发20%且") for name in WRITERS for text in written(name)]
    assert len(patterns) >= 10
    assert [text for text in patterns if HAN.search(formula_words(text, "en"))] == []
