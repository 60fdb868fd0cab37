"""What a picture is, told by its content and never by its name: JPEG, PNG or PDF, whole and not too large."""

from app.domain.refusal import Refusal

MOST_BYTES = 8 << 20
_PNG_MARK, _PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
_TAIL = 1024
"""How near its end the last mark of a JPEG or PDF must stand; cameras and scanners write a little behind it."""


def require_picture(content: bytes, file: str) -> str:
    """The media type of a picture; refuses ``picture_too_large`` and ``picture_unreadable`` (cut short, or none)."""
    if len(content) > MOST_BYTES:
        raise Refusal("picture_too_large", file=file, most=MOST_BYTES >> 20)
    kind = media_type(content)
    if kind is None:
        raise Refusal("picture_unreadable", file=file)
    return kind


def media_type(content: bytes) -> str | None:
    """``image/jpeg``, ``image/png`` or ``application/pdf``; None for anything else and for what is cut short."""
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg" if b"\xff\xd9" in content[-_TAIL:] else None
    if content.startswith(_PNG_MARK):
        return "image/png" if content[12:16] == b"IHDR" and _PNG_END in content[-_TAIL:] else None
    if content.startswith(b"%PDF-"):
        return "application/pdf" if b"%%EOF" in content[-_TAIL:] else None
    return None
