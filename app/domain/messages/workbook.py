"""Messages of the subject: workbook."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {}
