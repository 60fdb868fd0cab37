"""Messages of the subject: sync."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {}
