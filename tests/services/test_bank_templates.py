"""Bank templates of a workshop: shipped ones to read, own ones to save, rename, delete, export and import."""

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from app.domain.refusal import Refusal
from app.models.local import Journal
from app.models.payment import BankTemplate
from app.services import bank_templates

CSV = bank_templates.presets()[0].template
OWN = replace(CSV, name="信用社")


def names(ctx, shop):
    return [(row.name, row.is_preset) for row in bank_templates.templates(ctx, shop)]


def refused(call, *arguments) -> str:
    with pytest.raises(Refusal) as refusal:
        call(*arguments)
    return refusal.value.code


def test_presets_are_there_in_either_language(ctx, shop):
    rows = bank_templates.templates(ctx, shop)
    assert [row.key for row in rows] == list(bank_templates.PRESETS)
    assert all(row.title("zh_CN") == row.name != row.title("en") for row in rows)


def test_an_own_template_is_saved_and_stands_first(ctx, shop):
    row = bank_templates.save_template(ctx, shop, OWN)
    assert row.template == OWN
    assert names(ctx, shop)[0] == ("信用社", False)
    assert bank_templates.find_template(ctx, shop, None) == OWN


def test_without_an_own_one_the_csv_preset_is_meant(ctx, shop):
    assert bank_templates.find_template(ctx, shop, None) == CSV


@pytest.mark.parametrize("name", ["csv-utf8", "CSV 逗号分隔，UTF-8", "CSV, commas, UTF-8"])
def test_a_preset_is_found_by_key_and_title(ctx, shop, name):
    assert bank_templates.find_template(ctx, shop, name) == CSV


def test_a_template_nobody_knows_is_refused(ctx, shop):
    assert refused(bank_templates.find_template, ctx, shop, "x") == "bank_template_missing"


def test_a_change_keeps_its_row_and_is_one_journal_entry(ctx, shop):
    row = bank_templates.save_template(ctx, shop, OWN)
    changed = bank_templates.save_template(ctx, shop, replace(OWN, titles=False), row.template_id)
    assert (changed.template_id, changed.template.titles, len(names(ctx, shop))) == (row.template_id, False, 6)
    with ctx.database.read() as session:
        entries = session.scalars(select(Journal.action).where(Journal.tbl == "bank_template")).all()
    assert entries == ["bank_template.save"] * 2


@pytest.mark.parametrize("name", ["信用社", " 信用社 ", "csv-utf8", CSV.name])
def test_a_name_is_taken_once(ctx, shop, name):
    bank_templates.save_template(ctx, shop, OWN)
    assert refused(bank_templates.save_template, ctx, shop, replace(CSV, name=name)) == "bank_template_name_taken"


def test_a_template_that_cannot_be_is_not_saved(ctx, shop):
    assert refused(bank_templates.save_template, ctx, shop, replace(OWN, columns=())) == "bank_template_column_once"
    assert len(names(ctx, shop)) == 5


def test_renamed_and_deleted(ctx, shop):
    row = bank_templates.save_template(ctx, shop, OWN)
    assert bank_templates.rename_template(ctx, shop, row.template_id, "农行").template.name == "农行"
    bank_templates.delete_template(ctx, shop, row.template_id)
    assert len(names(ctx, shop)) == 5
    assert refused(bank_templates.delete_template, ctx, shop, row.template_id) == "bank_template_missing"
    assert refused(bank_templates.save_template, ctx, shop, OWN, row.template_id) == "bank_template_missing"


def test_exported_and_imported_beside_its_twin(ctx, shop, tmp_path):
    bank_templates.save_template(ctx, shop, OWN)
    file = bank_templates.export_template(OWN, tmp_path / "t.json")
    row = bank_templates.import_template(ctx, shop, file)
    assert (row.name, row.template.columns) == ("信用社 2", OWN.columns)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{}", b"x" * 300_000])
def test_a_file_that_is_no_template_is_refused(ctx, shop, tmp_path, content):
    file = tmp_path / "t.json"
    file.write_bytes(content)
    assert refused(bank_templates.import_template, ctx, shop, file) == "bank_template_unreadable"


def test_a_file_that_is_not_there_is_refused(ctx, shop, tmp_path):
    assert refused(bank_templates.import_template, ctx, shop, tmp_path / "no.json") == "file_missing"
    assert refused(bank_templates.export_template, OWN, tmp_path / "no" / "t.json") == "folder_missing"


def test_a_template_of_a_newer_program_is_listed_and_not_used(ctx, shop):
    row = bank_templates.save_template(ctx, shop, OWN)
    with ctx.database.write("test", "change") as session:
        session.execute(update(BankTemplate).where(BankTemplate.id == row.template_id).values(content="{}"))
    assert bank_templates.templates(ctx, shop)[0].template is None
    assert bank_templates.find_template(ctx, shop, None) == CSV
    assert refused(bank_templates.find_template, ctx, shop, "信用社") == "bank_template_unreadable"
