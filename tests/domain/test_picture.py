"""What a picture is, told by its content."""

import pytest

from app.domain.picture import media_type

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(17) + b"\x00\x00\x00\x00IEND\xaeB`\x82"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xd8\xff\xe1" + bytes(9) + b"\xff\xd9", "image/jpeg"),
        (b"\xff\xd8\xff\xe1" + bytes(9) + b"\xff\xd9\x00\x00", "image/jpeg"),
        (PNG, "image/png"),
        (b"%PDF-1.4\n%%EOF\r\n", "application/pdf"),
        (b"\xff\xd8\xff\xe1" + bytes(9), None),
        (b"\xff\xd8\xff\xe1\xff\xd9" + bytes(2000), None),
        (PNG.replace(b"IHDR", b"IDAT"), None),
        (b"GIF89a", None),
        (b"<html>%PDF-1.4 %%EOF", None),
        (b"", None),
    ],
)
def test_a_whole_picture_is_known_and_nothing_else(content, kind):
    assert media_type(content) == kind
