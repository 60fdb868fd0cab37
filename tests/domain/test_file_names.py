"""Names of files that leave the program: the ending of what is in them."""

from pathlib import Path

import pytest

from app.domain.file_names import named
from app.domain.refusal import Refusal


@pytest.mark.parametrize(
    ("given", "name"), [("out", "out.pdf"), ("out.pdf", "out.pdf"), ("OUT.PDF", "OUT.PDF"), ("十月", "十月.pdf")]
)
def test_a_name_without_an_ending_is_given_that_of_its_content(given: str, name: str) -> None:
    assert named(Path("usb") / given, ".pdf") == Path("usb") / name


@pytest.mark.parametrize(("given", "better"), [("out.doc", "out.pdf"), ("out.2026", "out.2026.pdf")])
def test_another_ending_is_refused_with_a_better_name(given: str, better: str) -> None:
    with pytest.raises(Refusal) as refused:
        named(Path(given), ".pdf")
    assert (refused.value.code, refused.value.params["better"]) == ("file_ending", better)


def test_an_ending_no_other_program_goes_by_is_taken() -> None:
    assert named(Path("stick.bak"), ".gfbackup", only=False) == Path("stick.bak")


@pytest.mark.parametrize("name", ["papers", "2026.10"])
def test_a_folder_is_left_to_whoever_writes(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert named(tmp_path / name, ".pdf") == tmp_path / name
