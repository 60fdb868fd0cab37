"""What an import tells of its changes: fields of the workshop, and months that are locked."""

from app.services.importing import import_book
from app.services.workshops import create_workshop
from tests.books import Book


def test_the_same_book_again_after_the_lock_says_nothing_of_it(take, locked):
    result = take(locked)
    assert sum(one.updated + one.added + one.deleted for one in result.sheets) == 0
    assert "import_month_locked" not in [one.kind for one in result.notices]


def test_what_pays_nobody_is_no_change_of_the_locked_month(take, locked):
    result = take(locked.set("销售", 2, "数量", 7).set("培训", 2, "讲师", "别人"))
    assert result.count("销售").updated == 1
    assert "import_month_locked" not in [one.kind for one in result.notices]


def test_a_row_gone_from_a_locked_month_is_said(take, locked):
    result = take(locked.drop_row("计件", 3))
    assert result.count("计件").deleted == 1
    assert "import_month_locked" in [one.kind for one in result.notices]


def test_what_changes_of_the_workshop_is_said_before_and_when_it_is_taken(take, rows):
    take(Book())
    book = Book().set("工坊", 0, "工坊名称", "凤凰彝绣工坊").set("工坊", 0, "行政区划代码", "513434")
    book.set("工坊", 0, "月最低工资", 2070).set("工坊", 0, "法定节假日计薪", "否")
    expected = [
        ("工坊名称", "龙潭彝绣工坊", "凤凰彝绣工坊"),
        ("行政区划代码", "513499", "513434"),
        ("月最低工资", "1,870.00", "2,070.00"),
        ("法定节假日计薪", "是", "否"),
    ]
    for dry_run in (True, False):
        said = take(book, dry_run=dry_run).notices
        kinds = ["import_workshop_renamed", *["import_workshop_changed"] * 3]
        assert [one.kind for one in said if one.kind.startswith("import_workshop")] == kinds
        for one, (column, old, new) in zip(said, expected, strict=False):
            assert one.column == column
            assert old in one.text()
            assert new in one.text()
    assert not [one for one in take(book).notices if one.kind.startswith("import_workshop")]
    assert rows("workshop")[0]["name"] == "凤凰彝绣工坊"


def test_the_first_book_says_which_name_and_place_it_replaces(ctx, tmp_path):
    made = create_workshop(ctx, "甲工坊", "513434").workshop_id
    result = import_book(ctx, made, Book().save(tmp_path / "book.xlsx"))
    said = {one.column: one.text("en") for one in result.notices if one.kind.startswith("import_workshop")}
    assert set(said) == {"工坊名称", "行政区划代码"}
    assert "甲工坊" in said["工坊名称"]
    assert "513434" in said["行政区划代码"]
