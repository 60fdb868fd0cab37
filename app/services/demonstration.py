"""The demonstration workshop: the sample month in a folder of its own, marked so that it never mixes with real records.

It lies beside the records' folder (``data`` → ``data-demo``) and opens by a password everybody may know. The mark is in
the database itself: a copy, a backup and a restore of it are marked as well, and sync refuses them by words.
"""

import shutil
from contextlib import suppress
from pathlib import Path

from app.domain.refusal import Refusal
from app.models.folder import DataFolder, refusing_files
from app.models.keys import KeyCost
from app.models.life import forget_words
from app.models.opening import create, open_database
from app.models.workshop import Workshop
from app.resources import resource_folder
from app.services.context import Context
from app.services.demonstration_mark import is_demonstration, set_demonstration
from app.services.importing.use_case import import_book
from app.services.workshops import create_workshop

SAMPLE = resource_folder("demo") / "longtan-2026-10.xlsx"
NAME = "示范工坊 DEMO"
USER = "示范"
OPEN_TO_ALL = "demonstration"
"""The password: it hides nothing, since nothing in there is anybody's."""
_REGION = "513431"
_COST = KeyCost(memory_kib=1024, passes=1, lanes=1)


def demonstration_folder(records: Path) -> Path:
    """Where the demonstration beside these records lies: never in their own folder."""
    whole = records.absolute()
    return whole.with_name(f"{whole.name}-demo")


def open_demonstration(records: Path) -> Context:
    """The demonstration beside these records, made now if it is not there yet; it takes some seconds.

    Refuses ``demonstration_folder_taken`` where other records lie there, and what making and opening refuse. It is made
    under another name first, so that a power cut leaves no half of it.
    """
    folder = demonstration_folder(records)
    if not DataFolder(folder).present():
        _make(folder)
    try:
        database, user = open_database(folder, USER, OPEN_TO_ALL)
    except Refusal as refusal:
        if refusal.code in {"unknown_user", "wrong_password"}:
            raise Refusal("demonstration_folder_taken", folder=str(folder)) from refusal
        raise
    ctx = Context(database, user)
    if not is_demonstration(ctx):
        database.close()
        raise Refusal("demonstration_folder_taken", folder=str(folder))
    return ctx


def _make(folder: Path) -> None:
    unfinished = folder.with_name(f"{folder.name}.making")
    with refusing_files(unfinished, writing=True):
        if unfinished.exists():
            shutil.rmtree(unfinished)
    database, _ = create(unfinished, USER, OPEN_TO_ALL, cost=_COST)
    try:
        _fill(Context(database, USER))
    finally:
        database.close()
    forget_words(DataFolder(unfinished))
    with refusing_files(folder, writing=True):
        with suppress(OSError):
            folder.rmdir()  # an empty folder of that name: Windows would not put another in its place
        unfinished.rename(folder)


def _fill(ctx: Context) -> None:
    """The mark first, then the sample month; the name last, since the book brings its own."""
    set_demonstration(ctx)
    workshop_id = create_workshop(ctx, NAME, _REGION).workshop_id
    import_book(ctx, workshop_id, SAMPLE)
    with ctx.database.write(USER, "demonstration.name") as session:
        workshop = session.get_one(Workshop, workshop_id)
        workshop.name = NAME
