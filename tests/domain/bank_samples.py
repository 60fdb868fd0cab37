"""Two workers to pay, the presets, and how random templates and payees are drawn."""

from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from app.domain.bank_template import (
    OF_FILE,
    OF_WORKER,
    AmountForm,
    BankColumn,
    BankEncoding,
    BankField,
    BankForm,
    BankTemplate,
    LineEnd,
    PadSide,
    QuoteRule,
    parse_template,
)
from app.domain.bank_values import BankOrder, Payee

PRESETS = Path(__file__).resolve().parents[2] / "resources" / "bank"
AYI = Payee("01", "阿依莫", "0000034438411129235", 123_450, "农村信用社", "51349919960720880X")
YI = Payee("02", "ꀋꑳꃀ", "6228 4804 0200 0000 013", 99, "农业银行", "513499198608101225")


def preset(key: str) -> BankTemplate:
    """A preset as shipped."""
    return parse_template((PRESETS / f"{key}.json").read_text(encoding="utf-8"))


def order(*payees: Payee, **changes: object) -> BankOrder:
    """October's wages paid on 10 November; the two workers unless told otherwise."""
    values = {"month": "2026-10", "unit": "龙潭彝绣工坊", "day": date(2026, 11, 10), "payees": payees or (AYI, YI)}
    return BankOrder(**(values | changes))  # type: ignore[arg-type]


LETTERS = st.one_of(
    st.sampled_from("阿依莫吉克秀英龙潭ꀋꑳꃀབཀྲ·, |;\"'=+-0AZ\u3000\u200b\n\x00镕𠮷"), st.characters(codec="utf-8")
)
WORDS = st.text(LETTERS, max_size=8)
ACCOUNTS = st.one_of(
    st.from_regex(r"[0-9]{1,20}", fullmatch=True),
    st.from_regex(r"[0-9]{4}( [0-9]{4}){1,3}", fullmatch=True),
    st.sampled_from(["6.2284804E+18", "", "6228x", "６２２８４８０４"]),
)
PAYEES = st.builds(
    Payee,
    no=st.from_regex(r"[0-9]{2}", fullmatch=True),
    name=st.one_of(st.sampled_from(["阿依莫", "ꀋꑳꃀ", "བཀྲ་ཤིས"]), WORDS),
    account=ACCOUNTS,
    amount_fen=st.one_of(st.integers(1, 10**8), st.integers(-1, 10**14)),
    bank=st.sampled_from(["农村信用社", "农业银行", ""]),
    id_number=st.sampled_from(["51349919960720880X", ""]),
)


GOOD = st.builds(
    Payee,
    no=st.from_regex(r"[0-9]{2}", fullmatch=True),
    name=st.text(st.sampled_from("阿依莫吉克秀英ꀋꑳꃀ· A"), min_size=1, max_size=5).filter(str.strip),
    account=st.from_regex(r"[0-9]{4,19}", fullmatch=True),
    amount_fen=st.integers(1, 10**8),
    bank=st.just("农村信用社"),
    id_number=st.just("51349919960720880X"),
)


def columns(fields: frozenset[BankField], *, careful: bool) -> st.SearchStrategy[BankColumn]:
    """Columns of some fields: ``careful`` ones are wide and filled by what no value has, others anyhow."""
    return st.builds(
        BankColumn,
        field=st.sampled_from(sorted(fields)),
        heading=st.sampled_from(["", "账号", "金额"] if careful else ["", "a,b", "金额"]),
        width=st.sampled_from([32, 40, 60] if careful else [0, 1, 6, 12, 24, 40]),
        align=st.sampled_from(PadSide),
        pad=st.sampled_from(["", " ", "*"] if careful else ["", " ", "0", "*"]),
        text=st.sampled_from(["", "D", "{month}工资", "{batch}"]),
    )


@st.composite
def templates(draw: st.DrawFn) -> BankTemplate:
    """Any template; its rows have one account and one amount among other columns, so that most can be."""
    everything, careful = frozenset(BankField), draw(st.sampled_from([True, True, False]))
    needed = [draw(columns(frozenset({wanted}), careful=careful)) for wanted in (BankField.ACCOUNT, BankField.AMOUNT)]
    others = everything - OF_FILE - {BankField.ACCOUNT, BankField.AMOUNT}
    rows = draw(st.permutations([*needed, *draw(st.lists(columns(others, careful=careful), max_size=4))]))
    around = st.lists(columns(everything - OF_WORKER, careful=careful), max_size=3)
    return BankTemplate(
        name="t",
        columns=tuple(rows),
        form=draw(st.sampled_from([BankForm.DELIMITED, BankForm.FIXED])),
        delimiter=draw(st.sampled_from([",", "|", "\t", ";", "~"])),
        quote=draw(st.sampled_from(QuoteRule)),
        encoding=draw(st.sampled_from(BankEncoding)),
        amount=draw(st.sampled_from(AmountForm)),
        line_end=draw(st.sampled_from(LineEnd)),
        titles=draw(st.booleans()),
        head=tuple(draw(around)),
        trailer=tuple(draw(around)),
        file_name=draw(st.sampled_from(["{unit}-{month}.txt", "CON", "a/b:{date}. ", "{batch}"])),
    )
