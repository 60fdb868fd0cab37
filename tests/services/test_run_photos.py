"""Photographs of the signed page: what may be attached, how it is kept, and what a damaged file says."""

import pytest

from app.domain.picture import MOST_BYTES
from app.domain.refusal import Refusal
from app.services import payroll_life
from tests.services.paid_workers import MONTH, earn, hire_home_worker

JPEG = b"\xff\xd8\xff\xe0" + bytes(64) + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(17) + b"\x00\x00\x00\x00IEND\xaeB`\x82"
PDF = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n"


@pytest.fixture
def run(ctx, shop, hire):
    """September locked."""
    earn(ctx, shop, hire_home_worker(hire, ctx, "01", "阿依莫"), 10_000)
    return payroll_life.lock(ctx, shop, MONTH)


@pytest.fixture
def attach(ctx, shop, run, tmp_path):
    """Attach some bytes under a name."""

    def attached(content, name="page.jpg", note=""):
        file = tmp_path / name
        file.write_bytes(content)
        return payroll_life.attach_photo(ctx, shop, run.run_id, file, note)

    return attached


def code_of(action, *arguments):
    with pytest.raises(Refusal) as refusal:
        action(*arguments)
    assert "{" not in refusal.value.text("zh_CN") + refusal.value.text("en")
    return refusal.value.code


def kept_file(ctx, row):
    return ctx.database.folder / "pictures" / row.sha256


@pytest.mark.parametrize(
    ("content", "kind"),
    [(JPEG, "image/jpeg"), (PNG, "image/png"), (PDF, "application/pdf")],
    ids=["jpeg", "png", "pdf"],
)
def test_a_picture_is_told_by_its_content_and_read_back(ctx, shop, run, attach, content, kind):
    row = attach(content, "anything.txt", " 第一页 ")
    assert (row.media_type, row.size, row.note, row.is_here) == (kind, len(content), "第一页", True)
    assert payroll_life.read_photo(ctx, shop, row.photo_id) == content
    assert payroll_life.photos(ctx, shop, run.run_id) == (row,)


def test_what_lies_on_the_disk_is_sealed(ctx, attach):
    row = attach(JPEG + b"phone 13900000000 \xff\xd9")
    sealed = kept_file(ctx, row).read_bytes()
    assert b"13900000000" not in sealed
    assert not sealed.startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", JPEG[:-2], PNG[:-4], PDF[:12], b"MZ" + JPEG, b"<svg/>"],
    ids=["empty", "text", "jpeg cut", "png cut", "pdf cut", "program", "svg"],
)
def test_what_is_no_whole_picture_is_refused(ctx, shop, run, attach, content):
    assert code_of(attach, content) == "picture_unreadable"
    assert payroll_life.photos(ctx, shop, run.run_id) == ()


def test_eight_megabytes_are_the_most(attach):
    assert attach(JPEG[:4] + bytes(MOST_BYTES - 6) + b"\xff\xd9").size == MOST_BYTES
    assert code_of(attach, JPEG[:4] + bytes(MOST_BYTES - 5) + b"\xff\xd9") == "picture_too_large"


def test_a_file_that_is_not_there_is_refused(ctx, shop, run, tmp_path):
    assert code_of(payroll_life.attach_photo, ctx, shop, run.run_id, tmp_path / "none.jpg") == "file_missing"


def test_the_same_page_twice_is_one(ctx, shop, run, attach):
    assert attach(JPEG) == attach(JPEG, "again.jpg")
    assert len(payroll_life.photos(ctx, shop, run.run_id)) == 1


@pytest.mark.parametrize("damage", [lambda file: file.write_bytes(b"x"), lambda file: file.write_bytes(bytes(500))])
def test_a_damaged_file_is_said_to_be_so_and_mended_by_attaching_again(ctx, shop, attach, damage):
    row = attach(JPEG)
    damage(kept_file(ctx, row))
    assert code_of(payroll_life.read_photo, ctx, shop, row.photo_id) == "picture_damaged"
    attach(JPEG)
    assert payroll_life.read_photo(ctx, shop, row.photo_id) == JPEG


def test_a_file_in_another_s_place_does_not_open(ctx, shop, attach):
    one, two = attach(JPEG), attach(PNG)
    kept_file(ctx, one).write_bytes(kept_file(ctx, two).read_bytes())
    assert code_of(payroll_life.read_photo, ctx, shop, one.photo_id) == "picture_damaged"


def test_a_file_of_another_pc_is_missing_here(ctx, shop, run, attach):
    row = attach(JPEG)
    kept_file(ctx, row).unlink()
    assert code_of(payroll_life.read_photo, ctx, shop, row.photo_id) == "picture_missing"
    assert not payroll_life.photos(ctx, shop, run.run_id)[0].is_here


def test_a_photograph_taken_off_keeps_its_file(ctx, shop, run, attach):
    row = attach(JPEG)
    payroll_life.detach_photo(ctx, shop, row.photo_id)
    assert payroll_life.photos(ctx, shop, run.run_id) == ()
    assert kept_file(ctx, row).exists()
    assert code_of(payroll_life.read_photo, ctx, shop, row.photo_id) == "photo_missing"


def test_a_run_given_up_takes_no_photographs(ctx, shop, run, attach):
    payroll_life.reopen(ctx, shop, run.run_id, "x")
    assert code_of(attach, JPEG) == "photo_not_locked"
