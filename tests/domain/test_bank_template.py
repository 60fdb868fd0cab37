"""Bank templates: from and to JSON, and what cannot be, each at its place."""

import json
from dataclasses import replace

import pytest

from app.domain.bank_template import (
    BankColumn,
    BankField,
    BankForm,
    BankTemplate,
    PadSide,
    QuoteRule,
    check_template,
    parse_template,
    require_template,
    template_text,
)
from app.domain.refusal import Refusal
from tests.domain.bank_samples import PRESETS, preset

ACCOUNT, AMOUNT = BankColumn(BankField.ACCOUNT), BankColumn(BankField.AMOUNT)
PLAIN = BankTemplate("n", (ACCOUNT, AMOUNT))
FIXED = replace(PLAIN, form=BankForm.FIXED, columns=(replace(ACCOUNT, width=20), replace(AMOUNT, width=12)))


@pytest.mark.parametrize("file", sorted(PRESETS.glob("*.json")), ids=lambda file: file.stem)
def test_a_preset_can_be_and_survives_its_text(file):
    template = parse_template(file.read_text(encoding="utf-8"))
    assert check_template(template) == ()
    assert parse_template(template_text(template)) == template


def places(template: BankTemplate) -> list[tuple[str, str]]:
    return [(note.where, note.kind) for note in check_template(template)]


@pytest.mark.parametrize(
    ("template", "where", "kind"),
    [
        (replace(PLAIN, name=" "), "name", "bank_template_name"),
        (replace(PLAIN, name="x" * 61), "name", "bank_template_name"),
        (replace(PLAIN, delimiter=""), "delimiter", "bank_template_delimiter"),
        (replace(PLAIN, delimiter="1"), "delimiter", "bank_template_delimiter"),
        (replace(PLAIN, delimiter="，"), "delimiter", "bank_template_delimiter"),
        (replace(PLAIN, file_name=" "), "file_name", "bank_template_file_name"),
        (replace(PLAIN, columns=(AMOUNT,)), "columns", "bank_template_column_once"),
        (replace(PLAIN, columns=(ACCOUNT, AMOUNT, AMOUNT)), "columns", "bank_template_column_once"),
        (replace(PLAIN, columns=(ACCOUNT, AMOUNT, *([BankColumn(BankField.NO)] * 60))), "columns",
         "bank_template_columns_many"),
        (replace(PLAIN, columns=(ACCOUNT, AMOUNT, BankColumn(BankField.TOTAL))), "columns.2.field",
         "bank_template_field_place"),
        (replace(PLAIN, trailer=(BankColumn(BankField.NAME),)), "trailer.0.field", "bank_template_field_place"),
        (replace(FIXED, columns=(ACCOUNT, FIXED.columns[1])), "columns.0.width", "bank_template_width"),
        (replace(PLAIN, columns=(replace(ACCOUNT, width=401), AMOUNT)), "columns.0.width", "bank_template_width"),
        (replace(PLAIN, columns=(replace(ACCOUNT, pad=","), AMOUNT)), "columns.0.pad", "bank_template_pad"),
        (replace(PLAIN, columns=(replace(ACCOUNT, pad="5"), AMOUNT)), "columns.0.pad", "bank_template_pad"),
        (replace(PLAIN, columns=(replace(ACCOUNT, pad="　"), AMOUNT)), "columns.0.pad", "bank_template_pad"),
        (replace(PLAIN, columns=(ACCOUNT, replace(AMOUNT, pad="0"))), "columns.1.pad", "bank_template_pad_changes"),
        (replace(PLAIN, columns=(replace(ACCOUNT, heading="a\nb"), AMOUNT)), "columns.0.heading",
         "bank_template_unprintable"),
        (replace(PLAIN, columns=(replace(ACCOUNT, heading="a,b"), AMOUNT)), "columns.0.heading",
         "bank_template_divides"),
        (replace(FIXED, columns=(replace(ACCOUNT, width=6, heading="银行账号"), FIXED.columns[1])),
         "columns.0.heading", "bank_template_wide"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_at_its_place(template, where, kind):
    assert places(template) == [(where, kind)]
    with pytest.raises(Refusal) as refusal:
        require_template(template)
    assert refusal.value.code == kind
    assert refusal.value.text("zh_CN") != refusal.value.text("en")


def test_gbk_lacks_a_yi_heading():
    lacking = json.loads(template_text(replace(PLAIN, columns=(replace(ACCOUNT, heading="ꀋ"), AMOUNT))))
    assert places(parse_template(json.dumps(lacking | {"encoding": "gbk"}))) == [
        ("columns.0.heading", "bank_template_lacks")
    ]


def test_a_heading_with_the_delimiter_can_be_quoted():
    heading = replace(ACCOUNT, heading="a,b")
    assert places(replace(PLAIN, quote=QuoteRule.NEEDED, columns=(heading, AMOUNT))) == []


def test_zeros_before_a_number_are_no_fault():
    zeros = replace(AMOUNT, pad="0", align=PadSide.RIGHT, width=12)
    assert places(replace(PLAIN, columns=(ACCOUNT, zeros))) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"bank_template": 2, "name": "x", "columns": []}',
        '{"bank_template": 1, "columns": []}',
        '{"bank_template": 1, "name": 3, "columns": []}',
        '{"bank_template": 1, "name": "x", "columns": 5}',
        '{"bank_template": 1, "name": "x", "columns": [{"field": "phone"}]}',
        '{"bank_template": 1, "name": "x", "columns": [{"field": "no", "width": true}]}',
        '{"bank_template": 1, "name": "x", "columns": [{"field": "no", "width": 1.5}]}',
        '{"bank_template": 1, "name": "x", "columns": [], "encoding": "utf-16"}',
        '{"bank_template": 1, "name": "x", "columns": [], "strange": 1}',
        "[" * 5000,
    ],
)
def test_a_text_that_is_no_template_is_refused(text):
    with pytest.raises(Refusal) as refusal:
        parse_template(text)
    assert refusal.value.code == "bank_template_unreadable"


def test_the_presets_are_five_forms():
    keys = sorted(file.stem for file in PRESETS.glob("*.json"))
    assert [(key, preset(key).form.value) for key in keys] == [
        ("csv-fen", "delimited"),
        ("csv-utf8", "delimited"),
        ("fixed-80", "fixed"),
        ("txt-gb18030", "delimited"),
        ("xlsx", "xlsx"),
    ]
