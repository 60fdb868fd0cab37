"""Messages of the subject: sync."""

from app.domain.messages.text import Text

TEXTS: dict[str, Text] = {
    "slip_unreadable": Text(
        "看不懂这张入网单：可能抄漏或抄错了字符。请从头再录一遍，或请县里重打一张。",
        "This enrolment slip cannot be read: a character may be missing or wrong. Enter it again from the start, or ask "
        "the county for a new one.",
    ),
}
