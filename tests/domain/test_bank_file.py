"""Bank files: the presets byte for byte, what is refused by whom and where, and files that read back the same."""

from dataclasses import replace

import pytest
from hypothesis import event, given, settings

from app.domain.bank_bytes import read_bytes, write_bytes
from app.domain.bank_file import BankFile, notes_of, render, require_same, table_of
from app.domain.bank_template import (
    AmountForm,
    BankColumn,
    BankEncoding,
    BankField,
    BankForm,
    BankTemplate,
    PadSide,
    QuoteRule,
)
from app.domain.bank_values import BankOrder, Payee, file_name, plain_account
from app.domain.money import parse_yuan
from app.domain.refusal import Refusal
from tests.domain.bank_samples import AYI, GOOD, PAYEES, YI, order, preset, st, templates

NAMED = BankTemplate("n", tuple(BankColumn(field) for field in (BankField.NAME, BankField.ACCOUNT, BankField.AMOUNT)),
                     titles=False)  # fmt: skip


# ---------------------------------------------------------------- the presets


def test_csv_with_a_byte_order_mark():
    made = render(preset("csv-utf8"), order())
    assert made.content == (
        b"\xef\xbb\xbf"
        + (
            "序号,姓名,银行账号,开户行,金额,附言\r\n"
            "1,阿依莫,0000034438411129235,农村信用社,1234.50,2026-10工资\r\n"
            "2,ꀋꑳꃀ,6228480402000000013,农业银行,0.99,2026-10工资\r\n"
        ).encode()
    )
    assert (made.name, made.count, made.total_fen) == ("龙潭彝绣工坊-2026-10-代发.csv", 2, 123_549)


def test_gb18030_text_with_bars():
    made = render(preset("txt-gb18030"), order(batch=3))
    assert made.content == (
        b"0000034438411129235|\xb0\xa2\xd2\xc0\xc4\xaa|1234.50|202610\xb9\xa4\xd7\xca\r\n"
        b"6228480402000000013|\x82\x35\x99\x34\x82\x36\x8c\x32\x82\x35\xab\x35|0.99|202610\xb9\xa4\xd7\xca\r\n"
    )
    assert made.name == "DF202611103.txt"


def test_fixed_records_of_80_bytes_with_head_and_trailer():
    made = render(preset("fixed-80"), order())
    lines = made.content.split(b"\r\n")
    assert lines == [
        b"H20261110" + "龙潭彝绣工坊".encode("gb18030").ljust(44) + b"000002" + b"000000000123549" + b" " * 6,
        b"D000001" + b"0000034438411129235".ljust(32) + "阿依莫".encode("gb18030").ljust(24) + b"0000000123450    ",
        b"D000002" + b"6228480402000000013".ljust(32) + "ꀋꑳꃀ".encode("gb18030").ljust(24) + b"0000000000099    ",
        b"T000002000000000123549" + b" " * 58,
        b"",
    ]
    assert {len(line) for line in lines[:-1]} == {80}


def test_whole_fen_filled_with_zeros():
    made = render(preset("csv-fen"), order())
    assert made.content.decode() == (
        '"编号","姓名","身份证号","银行账号","金额（分）"\n'
        '"01","阿依莫","51349919960720880X","0000034438411129235","000000123450"\n'
        '"02","ꀋꑳꃀ","513499198608101225","6228480402000000013","000000000099"\n'
        '"合计","2","123549"\n'
    )


# ---------------------------------------------------------------- refused


def refused(template: BankTemplate, *payees: Payee) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        render(template, order(*payees))
    return refusal.value


@pytest.mark.parametrize(
    ("payee", "code"),
    [
        (replace(AYI, account="6.2284804E+18"), "bank_account_scientific"),
        (replace(AYI, account="６.２２Ｅ＋１８"), "bank_account_scientific"),
        (replace(AYI, account="62284804.0"), "bank_account_wrong"),
        (replace(AYI, account="卡6228"), "bank_account_wrong"),
        (replace(AYI, account="٦٢٢٨"), "bank_account_wrong"),
        (replace(AYI, account=" "), "bank_payee_account"),
        (replace(AYI, account="6228\u200b4804"), "bank_unprintable"),
        (replace(AYI, name="阿\x07依"), "bank_unprintable"),
        (replace(AYI, name="阿\u202e依"), "bank_unprintable"),
        (replace(AYI, name="阿\ue000依"), "bank_unprintable"),
        (replace(AYI, name="阿\ud800依"), "bank_unprintable"),
        (replace(AYI, name="阿\n依"), "bank_unprintable"),
        (replace(AYI, name="阿,依"), "bank_value_divides"),
        (replace(AYI, name='阿"依'), "bank_value_divides"),
        (replace(AYI, name="=1+1"), "bank_value_formula"),
        (replace(AYI, amount_fen=0), "bank_amount_wrong"),
        (replace(AYI, amount_fen=-5), "bank_amount_wrong"),
    ],
)
def test_a_value_that_cannot_be_paid_names_its_worker(payee, code):
    refusal = refused(NAMED, YI, payee)
    assert refusal.code == code
    assert refusal.params["no"] == "01"
    assert all("01" in refusal.text(lang) for lang in ("zh_CN", "en"))


NARROW = replace(
    preset("csv-fen"),
    columns=tuple(
        replace(column, width=6) if column.field in {BankField.ACCOUNT, BankField.ID_NUMBER} else column
        for column in preset("csv-fen").columns
    ),
)


@pytest.mark.parametrize(
    ("template", "payee", "code", "shown"),
    [
        (NAMED, replace(AYI, account="622200000000111A"), "bank_account_wrong", "************111A"),
        (NAMED, replace(AYI, account="6.2284804E+18"), "bank_account_scientific", "*********E+18"),
        (NARROW, AYI, "bank_value_wide", "**************880X"),
        (NARROW, AYI, "bank_value_wide", "***************9235"),
    ],
)
def test_no_message_holds_an_account_or_id_number_in_full(template, payee, code, shown):
    """Neither its words nor what a program is told beside them (RULES 8)."""
    found = [note for note in notes_of(template, order(payee)) if note.kind == code]
    assert shown in [note.params["value"] for note in found]
    assert not {payee.account, payee.id_number} & {note.params["value"] for note in found}
    assert all(shown in "".join(note.text(lang) for note in found) for lang in ("zh_CN", "en"))


def test_a_value_wider_than_its_field_names_worker_and_column():
    wide = replace(AYI, name="阿依莫吉克秀英龙潭沙马芝么")
    refusal = refused(preset("fixed-80"), YI, wide)
    assert (refusal.code, refusal.params["no"]) == ("bank_value_wide", "01")
    assert (refusal.params["size"], refusal.params["width"]) == (26, 24)
    assert "户名" in refusal.text("en")


def test_an_amount_wider_than_its_field_is_never_cut():
    narrow = replace(NAMED, form=BankForm.FIXED, columns=tuple(
        replace(column, width=5 if column.field is BankField.AMOUNT else 20) for column in NAMED.columns
    ))  # fmt: skip
    assert refused(narrow, AYI).code == "bank_value_wide"


def test_a_total_wider_than_its_field_names_the_whole_file():
    template = replace(NAMED, trailer=(BankColumn(BankField.TOTAL, width=6),))
    refusal = refused(template)
    assert refusal.code == "bank_value_wide"
    assert "整个文件" in refusal.text()


@pytest.mark.parametrize("name", ["ꀋꑳꃀ", "བཀྲ་ཤིས", "𠮷野", "朱镕基"])
def test_gb18030_has_yi_tibetan_and_rare_letters(name):
    template = replace(NAMED, encoding=BankEncoding.GB18030)
    assert name in render(template, order(replace(AYI, name=name))).content.decode("gb18030")


def test_gbk_lacks_yi_and_says_which_letter():
    refusal = refused(replace(NAMED, encoding=BankEncoding.GBK), YI)
    assert (refusal.code, refusal.params["letter"]) == ("bank_encoding_lacks", "ꀋ")
    assert "U+A00B" in refusal.text("en")


@pytest.mark.parametrize(("gone", "code"), [("bank", "bank_name_missing"), ("id_number", "bank_id_missing")])
def test_what_the_template_asks_for_and_is_missing(gone, code):
    template = replace(NAMED, columns=(*NAMED.columns, BankColumn(BankField(gone))))
    assert refused(template, replace(AYI, **{gone: ""})).code == code
    assert render(NAMED, order(replace(AYI, **{gone: ""}))).count == 1


def test_nobody_to_pay():
    with pytest.raises(Refusal) as refusal:
        render(NAMED, replace(order(), payees=()))
    assert refusal.value.code == "bank_nobody"


def test_a_value_that_begins_with_what_fills_it_up_could_not_be_read_back():
    zeros = replace(NAMED.columns[1], width=30, align=PadSide.RIGHT, pad="0")
    template = replace(NAMED, columns=(NAMED.columns[0], zeros, NAMED.columns[2]))
    assert refused(template, AYI).code == "bank_value_padding"
    assert render(template, order(YI)).count == 1


# ---------------------------------------------------------------- warned


def warned(template: BankTemplate, *payees: Payee) -> list[tuple[str, str]]:
    return [(note.no, note.kind) for note in render(template, order(*payees)).warnings]


def test_two_workers_with_one_account_are_warned_about():
    assert warned(NAMED, AYI, replace(YI, account=AYI.account)) == [("02", "bank_account_twice")]


def test_an_account_a_spreadsheet_may_have_cut_is_warned_about():
    assert warned(NAMED, replace(AYI, account="6228480402000000001")) == []
    assert warned(NAMED, replace(AYI, account="6228480402564890000")) == [("01", "bank_account_rounded")]


def test_a_letter_whose_second_byte_is_the_delimiter_is_warned_about():
    assert "亅".encode("gb18030")[1:] == b"|"
    template = replace(NAMED, delimiter="|", encoding=BankEncoding.GB18030)
    assert warned(template, replace(AYI, name="阿亅")) == [("01", "bank_byte_divides")]


# ---------------------------------------------------------------- quoting, accounts, names


@pytest.mark.parametrize(("rule", "line"), [(QuoteRule.NEEDED, '"阿,""依"'), (QuoteRule.ALWAYS, '"阿,""依"')])
def test_a_delimiter_within_a_value_is_quoted(rule, line):
    made = render(replace(NAMED, quote=rule, encoding=BankEncoding.UTF8), order(replace(AYI, name='阿,"依')))
    assert made.content.decode().startswith(line + ",")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("6228 4804-0200", "622848040200"), ("６２２８", "6228"), ("\u00a00012\u3000", "0012"), ("6E+18", "6E+18")],
)
def test_an_account_is_its_digits(typed, plain):
    assert plain_account(typed) == plain


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{unit}-{month}.txt", "龙潭彝绣工坊-2026-10.txt"),
        ("{date}_{batch}.csv", "20261110_1.csv"),
        ('a<b>:"/\\|?*.txt', "a_b________.txt"),
        ("nul.txt", "_nul.txt"),
        ("COM1", "_COM1"),
        ("con .txt", "_con .txt"),
        ("wages. . ", "wages"),
        ("...", "_"),
        ("a\tb", "a_b"),
        ("{month}" * 40 + ".csv", ("2026-10" * 40)[:196] + ".csv"),
    ],
)
def test_a_name_windows_can_keep(pattern, name):
    assert file_name(replace(NAMED, file_name=pattern), order()) == name


# ---------------------------------------------------------------- the proof


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"0.99", b"1.99"), (b"0.99", b""), (b"6228480402000000013", b"6228480402000000031"), (b"\r\n", b"\r\n\r\n")],
)
def test_a_file_that_reads_back_otherwise_is_not_handed_out(old, new):
    content = write_bytes(NAMED, table_of(NAMED, order())).replace(old, new, 1)
    with pytest.raises(Refusal) as refusal:
        require_same(NAMED, order(), content)
    assert refusal.value.code == "bank_self_check"


@settings(max_examples=150)
@given(templates(), st.lists(st.one_of(GOOD, GOOD, PAYEES), max_size=5))
def test_a_refusal_or_a_file_that_reads_back_to_the_same(template, payees):
    wanted = replace(order(), payees=tuple(payees))
    made = made_or_refused(template, wanted)
    if made is None:
        return
    event("made")
    at = [column.field for column in template.columns]
    rows = [dict(zip(at, row, strict=True)) for row in read_bytes(template, made.content).rows]
    assert [plain_account(row[BankField.ACCOUNT].strip(" *").lstrip("0")) for row in rows] == [
        plain_account(payee.account).lstrip("0") for payee in payees
    ]
    fen = [_fen(template, row[BankField.AMOUNT].strip(" *")) for row in rows]
    assert fen == [payee.amount_fen for payee in payees]
    assert (made.count, made.total_fen) == (len(payees), sum(fen))


def made_or_refused(template: BankTemplate, wanted: BankOrder) -> BankFile | None:
    """The file; None where it is refused for a reason, which is never that it would not read back."""
    try:
        return render(template, wanted)
    except Refusal as refusal:
        event(refusal.code)
        if refusal.code == "bank_self_check":
            raise
        return None


def _fen(template: BankTemplate, text: str) -> int:
    return int(text) if template.amount is AmountForm.FEN else parse_yuan(text)


@given(templates(), st.lists(PAYEES, min_size=1, max_size=3))
def test_every_note_has_words_in_both_languages(template, payees):
    for note in notes_of(template, replace(order(), payees=tuple(payees))):
        assert note.text("zh_CN") != note.text("en")
