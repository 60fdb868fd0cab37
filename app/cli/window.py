"""The window: opening it, pictures of its pages, and the main job done in it by key events."""

from dataclasses import asdict

from app import bootstrap
from app.cli.call import Answer, Call


def open_window(call: Call) -> Answer:
    """The window, until it is closed; it asks for the password itself."""
    return Answer({}, "", bootstrap.open_window(call.folder, call.lang))


def shots(call: Call) -> Answer:
    """A picture of every page."""
    with call.records(read_only=True) as ctx:
        saved = bootstrap.take_shots(ctx, call.path("out"), call.lang)
    return Answer(
        {"pictures": [str(path) for path in saved]}, call.say("shots_done", count=len(saved), out=call.text("out"))
    )


def demo(call: Call) -> Answer:
    """The main job in the real window, worked by key events."""
    done = bootstrap.drive_window(call.folder, call.password(), call.path("book"), call.path("out"), call.lang)
    words = call.say(
        "demo_done", month=done.month, workers=done.workers, count=len(done.pictures), out=call.text("out")
    )
    return Answer(asdict(done), words)
