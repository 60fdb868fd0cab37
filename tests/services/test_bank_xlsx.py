"""The workbook form: any template and any payees, a refusal or a workbook that reads back to the same."""

from dataclasses import replace
from io import BytesIO

from hypothesis import event, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.domain.bank_file import BankFile, render
from app.domain.bank_template import AmountForm, BankField, BankForm, BankTemplate
from app.domain.bank_values import BankOrder, plain_account
from app.domain.money import cell_text, parse_yuan
from app.domain.refusal import Refusal
from app.services.bank_xlsx import read_workbook, write_workbook
from tests.domain.bank_samples import GOOD, PAYEES, order, templates


def made_or_refused(template: BankTemplate, wanted: BankOrder) -> BankFile | None:
    """The file; None where it is refused for a reason, which is never that it would not read back."""
    try:
        return render(template, wanted, write_workbook, read_workbook)
    except Refusal as refusal:
        event(refusal.code)
        if refusal.code == "bank_self_check":
            raise
        return None


@settings(max_examples=60)
@given(templates(), st.lists(st.one_of(GOOD, GOOD, PAYEES), min_size=1, max_size=4))
def test_a_refusal_or_a_workbook_that_reads_back_to_the_same(template, payees):
    template = replace(template, form=BankForm.XLSX)
    made = made_or_refused(template, replace(order(), payees=tuple(payees)))
    if made is None:
        return
    event("made")
    rows = [*load_workbook(BytesIO(made.content)).worksheets[0].iter_rows(values_only=True)]
    rows = rows[bool(template.head) + template.titles : len(rows) - bool(template.trailer)]
    at = {column.field: place for place, column in enumerate(template.columns)}
    assert [row[at[BankField.ACCOUNT]] for row in rows] == [plain_account(payee.account) for payee in payees]
    amounts = [cell_text(row[at[BankField.AMOUNT]]) for row in rows]
    read = int if template.amount is AmountForm.FEN else parse_yuan
    assert [read(text) for text in amounts] == [payee.amount_fen for payee in payees]
