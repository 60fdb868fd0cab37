"""The main window without the log-in before it: `python -m tests.bench.main_window FOLDER`; start.py measures it."""

import sys
from pathlib import Path

from app.ui.start import application_of
from app.ui.tasks import Tasks
from app.ui.theme.style import apply_look
from app.ui.words import Words
from tests.bench.workshop import PASSWORD


def main(folder: Path) -> int:
    """Open the records on the spot and show the window, as app.ui.start does once the password is right."""
    from app.models.opening import open_database  # noqa: PLC0415  as app.bootstrap loads it
    from app.services.context import Context  # noqa: PLC0415
    from app.ui.main_window import open_window  # noqa: PLC0415

    application = application_of()
    Words(application).use("zh_CN")
    look, tasks = apply_look(application), Tasks()
    database, user = open_database(folder, None, PASSWORD)
    window = open_window(Context(database, user), tasks, look, "zh_CN")
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
