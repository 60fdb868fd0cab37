"""Opening the window, and pictures of its pages."""

from app import bootstrap
from app.cli.call import Answer, Call


def open_window(call: Call) -> Answer:
    """The window, until it is closed; asks for the password itself."""
    bootstrap.open_window(call.folder, call.lang)
    return Answer({}, "")
