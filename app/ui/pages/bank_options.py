"""A bank template's settings as a form, and the way between the form's values and the template."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.domain.bank_template import AmountForm, BankEncoding, BankForm, BankTemplate, LineEnd, QuoteRule, TemplateNote
from app.ui.widgets.form import Field, FormNote, Kind
from app.ui.words import translate

OPTIONS = ("name", "form", "delimiter", "quote", "encoding", "amount", "line_end", "titles", "file_name")
IDLE: Mapping[BankForm, frozenset[str]] = {
    BankForm.DELIMITED: frozenset(),
    BankForm.FIXED: frozenset({"delimiter", "quote"}),
    BankForm.XLSX: frozenset({"delimiter", "quote", "encoding", "line_end"}),
}
"""Settings a form has no use for."""
_TAB = "TAB"


def option_fields() -> list[Field]:
    """The settings, top to bottom."""
    return [
        Field("name", translate("Bank", "名称")),
        Field("form", translate("Bank", "形式"), Kind.CHOICE, _forms()),
        Field("delimiter", translate("Bank", "分隔符"), hint=translate("Bank", "如 , 或 |，制表符写 TAB")),
        Field("quote", translate("Bank", "引号"), Kind.CHOICE, _quotes()),
        Field("encoding", translate("Bank", "编码"), Kind.CHOICE, _encodings()),
        Field("amount", translate("Bank", "金额"), Kind.CHOICE, _amounts()),
        Field("line_end", translate("Bank", "换行"), Kind.CHOICE, ((LineEnd.CRLF, "CRLF"), (LineEnd.LF, "LF"))),
        Field("titles", translate("Bank", "标题行"), Kind.CHOICE, _titles()),
        Field("file_name", translate("Bank", "文件名")),
    ]


def values_of(template: BankTemplate) -> dict[str, object]:
    """A template as field values; a tab is shown as TAB."""
    shown: dict[str, object] = {name: getattr(template, name) for name in OPTIONS}
    return shown | {"delimiter": template.delimiter.replace("\t", _TAB)}


def with_values(template: BankTemplate, values: Mapping[str, object]) -> BankTemplate:
    """The template with what the fields say; a choice nobody made stays as it was."""
    made: dict[str, Any] = {name: value for name, value in values.items() if value is not None}
    made["delimiter"] = str(made["delimiter"]).replace(_TAB, "\t")
    return replace(template, **made)


def notes_of(faults: tuple[TemplateNote, ...], lang: str) -> list[FormNote]:
    """What cannot be about the settings, at their fields; the columns' faults stand at the columns."""
    return [FormNote(note.where, note.text(lang), blocks=True) for note in faults if note.where in OPTIONS]


def _forms() -> tuple[tuple[object, str], ...]:
    return (
        (BankForm.DELIMITED, translate("Bank", "分隔符文本")),
        (BankForm.FIXED, translate("Bank", "定长文本")),
        (BankForm.XLSX, translate("Bank", "Excel 工作簿")),
    )


def _quotes() -> tuple[tuple[object, str], ...]:
    return (
        (QuoteRule.REFUSE, translate("Bank", "不加，遇到就拒绝")),
        (QuoteRule.NEEDED, translate("Bank", "需要时加引号")),
        (QuoteRule.ALWAYS, translate("Bank", "全部加引号")),
    )


def _encodings() -> tuple[tuple[object, str], ...]:
    return (
        (BankEncoding.GB18030, "GB18030"),
        (BankEncoding.GBK, translate("Bank", "GBK（老系统）")),
        (BankEncoding.UTF8, "UTF-8"),
        (BankEncoding.UTF8_BOM, translate("Bank", "UTF-8 带 BOM")),
    )


def _amounts() -> tuple[tuple[object, str], ...]:
    return (
        (AmountForm.YUAN, translate("Bank", "元，两位小数")),
        (AmountForm.FEN, translate("Bank", "分，整数")),
    )


def _titles() -> tuple[tuple[object, str], ...]:
    return ((True, translate("Bank", "有")), (False, translate("Bank", "没有")))
