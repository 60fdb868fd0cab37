"""Messages of the subject: storage."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {}
