"""Messages of the subject: payroll."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {}
