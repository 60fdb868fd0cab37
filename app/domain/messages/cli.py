"""Messages of the subject: cli."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {}
