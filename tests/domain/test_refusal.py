"""What the system would not do is said in the person's language, never in the system's."""

import errno
import re

import pytest

from app.domain.messages import render
from app.domain.refusal import Refusal, file_refusal, system_words

CASES = {
    errno.ENOENT: "file_missing",
    errno.EISDIR: "file_is_folder",
    errno.ENOTDIR: "folder_is_file",
    errno.EACCES: "file_forbidden",
    errno.EPERM: "file_forbidden",
    errno.ENAMETOOLONG: "file_name_long",
    errno.EROFS: "disk_read_only",
    errno.ENOSPC: "disk_full",
    errno.EIO: "device_gone",
    errno.ENODEV: "device_gone",
    errno.EBUSY: "file_busy",
    errno.EFBIG: "file_too_large",
    errno.EINVAL: "file_name_impossible",
}


def fault(number: int) -> OSError:
    return OSError(number, "What The System Says", "/u/盘/a.pdf")


@pytest.mark.parametrize(("number", "code"), CASES.items())
def test_a_file_error_has_words_of_its_own(number: int, code: str) -> None:
    refusal = file_refusal(fault(number), "/u/盘/a.pdf")
    assert refusal.code == code
    assert "/u/盘/a.pdf" in refusal.text("en")
    assert not re.search("[a-z]{2,}", refusal.text().replace("/u/盘/a.pdf", "").replace("U 盘", ""))


@pytest.mark.parametrize("number", CASES)
def test_within_a_sentence_too(number: int) -> None:
    words = {lang: render("folder_unusable", {"folder": "F", "reason": system_words(fault(number))}, lang)
             for lang in ("zh_CN", "en")}  # fmt: skip
    assert "System" not in words["zh_CN"] + words["en"]
    assert not re.search("[a-z]{2,}", words["zh_CN"])
    assert not re.search("[\u4e00-\u9fff]", words["en"])


def test_where_a_file_is_written_a_missing_folder_is_named() -> None:
    refusal = file_refusal(fault(errno.ENOENT), "/u/盘/a.pdf", writing=True)
    assert (refusal.code, "文件夹 /u/盘 不存在" in refusal.text()) == ("folder_missing", True)


@pytest.mark.parametrize("number", [errno.EMFILE, errno.EPIPE])
def test_any_other_error_leaves_its_number(number: int) -> None:
    refusal = file_refusal(fault(number), "a.pdf")
    assert (refusal.code, str(number) in refusal.text()) == ("file_failed", True)
    assert "System" not in refusal.text("en")


def test_an_error_without_a_number_keeps_its_words() -> None:
    assert "gone wrong" in Refusal("system_refused", reason=system_words(OSError("gone wrong"))).text("en")
