"""A line's formula in English: its figures as they are, the fixed Chinese words between them translated.

Formulas are stored in Chinese, since they stand on papers that are signed; only what is shown is translated. Whoever
writes a new word into a formula adds it here: a test looks for words that are missing.
"""

import re

_SIGNED = r"-?[\d.]+"
_PHRASES: tuple[tuple[str, str], ...] = (
    (rf"全年重算应扣({_SIGNED})", r"the year computed again: due \1"),
    (rf"后面已锁定的(\d+)个月应扣({_SIGNED})", r"later months locked (\1): due \2"),
    (r"每月不超过应发([\d.]+%)且不低于最低工资:", r"a month at most \1 of gross and not below the minimum wage: "),
    (rf"合计以({_SIGNED})为限", r"together at most \1: "),
    (rf"以({_SIGNED})为限", r"at most \1"),
    (rf"多付({_SIGNED})", r"paid too much \1"),
    (r"从以后工资扣回", "taken back from later wages"),
    (r"按([\d.:]+)分得", r"shared by \1: "),
    (r"病假([\d./]+)天", r"sick \1 d"),
    (r"缺勤([\d./]+)天", r"absent \1 d"),
    (r"出勤及带薪([\d./]+)天", r"worked or on paid leave \1 d"),
    (r"法定假日(\d+)天", r"statutory \1 d"),
    (r"应为", "should be "),
    (r"应扣", "due "),
    (r"已计", "counted "),
    (r"已扣", "taken "),
    (r"实扣", "really taken "),
    (r"除已付外", "beside what is paid "),
    (r"已付", "paid "),
    (r"还差", "still "),
    (r"差额", "difference "),
    (r"本次", "this time "),
    (r"本月", "this month "),
    (r"全勤", "full attendance"),
)
_TRANSLATED = tuple((re.compile(zh), en) for zh, en in _PHRASES)
_BETWEEN = re.compile(r"([,;])(?! )")


def formula_words(formula: str, lang: str) -> str:
    """A stored formula as a reader of ``lang`` sees it."""
    if lang != "en" or formula.isascii():
        return formula
    for zh, en in _TRANSLATED:
        formula = zh.sub(en, formula)
    return _BETWEEN.sub(r"\1 ", formula)
