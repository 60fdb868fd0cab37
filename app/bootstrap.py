"""The one place that wires the real parts together: records, context, and (by ``open_window``) Qt."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.domain.passwords import require_password
from app.models.folder import CONFIG_VARIABLE, DataFolder, require_database
from app.models.keys import read_ring
from app.services.context import Context

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.papers import PaperData
    from app.domain.papers.letters import Unprintable
    from app.services.syncing import Exchange
    from app.services.workshops import WorkshopRow
    from app.ui.driver import Driven
    from app.ui.first_run import FirstAnswers, Maker


@dataclass(frozen=True)
class Founding:
    """What new records begin with: a new workshop, or with a ``slip`` the county's."""

    name: str = ""
    region: str = ""
    slip: str = ""


@contextmanager
def open_records(folder: Path, user: str | None, password: str, *, read_only: bool = False) -> Iterator[Context]:
    """The records of a folder opened by a user (None: the first one); raises Refusal as ``open_database`` does."""
    from app.models.opening import open_database  # noqa: PLC0415  SQLAlchemy costs 0.5 s: the log-in is seen before

    database, name = open_database(folder, user, password, read_only=read_only)
    try:
        yield Context(database, name)
    finally:
        database.close()


def create_records(folder: Path, user: str, password: str, founding: Founding) -> "tuple[Context, str, WorkshopRow]":
    """New records in a folder, open, with their recovery key and first workshop; raises Refusal as ``create`` does.

    Where founding the workshop fails, the records are taken away again: nobody has seen the recovery key yet.
    """
    from app.models.opening import create  # noqa: PLC0415  as above

    require_password(password)
    database, recovery_key = create(folder, user, password)
    ctx = Context(database, user)
    try:
        return ctx, recovery_key, _found(ctx, founding)
    except BaseException:
        database.close()
        _take_away(DataFolder(database.folder))
        raise


def _found(ctx: Context, founding: Founding) -> "WorkshopRow":
    """A new workshop, or with a slip the one its place is bound to, with all its records."""
    from app.services import syncing, workshops  # noqa: PLC0415  as above

    if not founding.slip:
        return workshops.create_workshop(ctx, founding.name, founding.region)
    exchange = county_exchange()
    known = syncing.enrolled_workshops(ctx)  # a joining that was cut off before all had come
    workshop_id = known[0] if known else syncing.enroll(ctx, exchange, slip=founding.slip).workshop_id
    syncing.sync_now(ctx, exchange, workshop_id)
    return workshops.choose_workshop(ctx, workshop_id)


def _take_away(place: DataFolder) -> None:
    from app.models.life import forget_words  # noqa: PLC0415  as above

    for file in (*place.present(), place.lock):
        file.unlink(missing_ok=True)
    forget_words(place)
    with suppress(OSError):  # other files may lie in the folder
        place.path.rmdir()


def county_exchange() -> "Exchange":
    """The real exchange with a county's server."""
    from app.sync.exchange import CountyExchange  # noqa: PLC0415  0.1 s that only enrolling and syncing need

    return CountyExchange()


@dataclass(frozen=True)
class PapersWritten:
    """The PDF files of some papers, and the texts in them with letters no font has, drawn as 〓, each once."""

    files: tuple[Path, ...]
    unprintable: "tuple[Unprintable, ...]"


def write_papers(
    papers: Iterable[tuple["PaperData", Path]], beside: Iterable[tuple[Path, bytes]] = ()
) -> PapersWritten:
    """Papers as PDF files, screen or no screen, with other files ``beside`` them: all are made before one is written.

    Raises Refusal where a field is missing or a file cannot be written; none is written then.
    """
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  Qt costs 0.25 s, which most commands go without

    from app.services.writing import write_all  # noqa: PLC0415  as above
    from app.ui.printing.output import paper_pdf  # noqa: PLC0415  as above
    from app.ui.printing.papers import paper_of  # noqa: PLC0415  as above

    application = QApplication.instance() or QApplication(["gongfang", "-platform", "offscreen"])
    ready = [(paper_of(data), path) for data, path in papers]
    contents = [(path, paper_pdf(paper)) for paper, path in ready]
    del application
    files = write_all([*contents, *beside])
    return PapersWritten(files, tuple(dict.fromkeys(one for paper, _ in ready for one in paper.unprintable)))


def open_window(folder: Path, lang: str) -> int:
    """The log-in, or where no records lie yet the first start; then the window until it is closed.

    Raises Refusal where the folder holds records that are not whole.
    """
    fresh = not DataFolder(folder.absolute()).present()
    users = () if fresh else _users(folder)
    from app.ui.start import run_window  # noqa: PLC0415  as above

    maker = maker_of(folder) if fresh else None
    return run_window(users, _opener(folder), lang, county_exchange, maker, demonstration_of(folder), found_workshop)


def maker_of(folder: Path) -> "Maker":
    """What makes the records a person asked for at the first start."""

    def made(answers: "FirstAnswers") -> tuple[Context, str]:
        founding = Founding(answers.name, answers.region, answers.slip)
        ctx, recovery_key, _ = create_records(folder, answers.user, answers.password, founding)
        return ctx, recovery_key

    return made


def found_workshop(ctx: Context, name: str, region: str, slip: str) -> None:
    """The workshop of records that hold none: the first start was cut off between the two. Raises Refusal."""
    _found(ctx, Founding(name, region, slip))


def demonstration_of(folder: Path) -> "Callable[[], Context]":
    """What opens the demonstration beside these records, made if it is not there yet."""

    def opened() -> Context:
        from app.services.demonstration import open_demonstration  # noqa: PLC0415  as above

        return open_demonstration(folder)

    return opened


def take_shots(ctx: Context, out: Path, lang: str) -> list[Path]:
    """Pictures of every page of the real window, in a folder."""
    from app.ui.shots import take_shots as take  # noqa: PLC0415  as above

    return take(ctx, out, lang, _fresh_records)


@contextmanager
def _fresh_records() -> "Iterator[Maker]":
    """What makes records only to be looked at: neither they nor what the configuration says of them stay."""
    before = os.environ.get(CONFIG_VARIABLE)
    with TemporaryDirectory(ignore_cleanup_errors=True) as place:
        os.environ[CONFIG_VARIABLE] = place
        try:
            yield maker_of(Path(place) / "records")
        finally:
            os.environ.pop(CONFIG_VARIABLE)
            if before is not None:
                os.environ[CONFIG_VARIABLE] = before


def drive_window(folder: Path, password: str, book: Path, out: Path, lang: str) -> "Driven":
    """The main job done in the real window by key events, with pictures, ledger and figures in ``out``."""
    users = _users(folder)
    from app.ui.driver import drive  # noqa: PLC0415  as above

    return drive(users, _opener(folder), password, book, out, lang, county_exchange())


def _users(folder: Path) -> tuple[str, ...]:
    place = DataFolder(folder.absolute())
    require_database(place)
    return read_ring(place).users()


def _opener(folder: Path) -> "Callable[[str, str], Context]":
    def opener(user: str, password: str) -> Context:
        from app.models.opening import open_database  # noqa: PLC0415  as above

        database, name = open_database(folder, user, password)
        return Context(database, name)

    return opener
