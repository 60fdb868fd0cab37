"""Backups of the central server: one zip with the database's dump and the county's own files (DESIGN 7).

A restore begins a new epoch, so that every PC sends again what the backup did not hold.
"""

import os
import subprocess
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from app.domain.refusal import Refusal, file_refusal
from app.models.folder import refusing_files, replaceable, undone_by
from app.server.account import binaries
from app.server.cluster import Cluster
from app.server.database import ServerDatabase, connected
from app.server.folder import DataFolder, write_private
from app.server.schema import epoch, new_epoch, prepare
from app.server.site import Site

_DUMP = "database.dump"
_COUNTY = "county/"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError)
"""What ``zipfile`` raises, besides its own, for bytes that fell over."""


def backup(site: Site, file: Path) -> int:
    """Write a backup to ``file`` (0600, whole or not at all), a server running or not; its size in bytes."""
    target = replaceable(file)
    beside = target.with_name(target.name + ".new")
    with site.beside() as database, tempfile.TemporaryDirectory() as scratch:
        dump = Path(scratch) / _DUMP
        if words := _program("pg_dump", database.url, "--format=custom", "--no-owner", "--file", str(dump)):
            raise Refusal("server_backup_failed", file=file, reason=words)
        with refusing_files(file, writing=True), undone_by(partial(beside.unlink, missing_ok=True)):
            beside.unlink(missing_ok=True)
            _pack(beside, dump, site)
            beside.replace(target)
    return file.stat().st_size


def _pack(file: Path, dump: Path, site: Site) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
            packed.write(dump, _DUMP)
            if site.folder is not None and site.folder.county.exists():
                for own in sorted(site.folder.county.iterdir()):
                    packed.write(own, _COUNTY + own.name)
        out.flush()
        os.fsync(out.fileno())


def restore(site: Site, file: Path) -> str:
    """Restore a backup into an empty data folder or database; the new epoch. Raises Refusal, with nothing changed."""
    with tempfile.TemporaryDirectory() as scratch:
        dump = _unpacked(file, Path(scratch))
        with _empty_database(site) as url:
            given = ("--no-owner", "--exit-on-error", "--single-transaction", "--dbname", url, str(dump))
            if words := _program("pg_restore", url, *given):
                raise Refusal("server_restore_failed", file=file, reason=words)
            database = ServerDatabase(url)
            try:
                prepare(database)
                with database.transaction() as connection:
                    new_epoch(connection)
                    begun = epoch(connection)
            finally:
                database.close()
        county = Path(scratch) / "county"
        if site.folder is not None and county.exists():
            put_county(county, site.folder)
    return begun


def put_county(unpacked: Path, folder: DataFolder) -> None:
    """Bring the county's files out of a backup into a data folder, on whatever disk it lies, for the server alone."""
    folder.county.mkdir(mode=0o700, exist_ok=True)
    for own in sorted(unpacked.iterdir()):
        write_private(folder.county / own.name, own.read_bytes())


def _unpacked(file: Path, scratch: Path) -> Path:
    """The dump of a backup, and the county's files beside it; raises Refusal for a file that is none, or not whole."""
    try:
        with zipfile.ZipFile(file) as packed:
            names = [name for name in packed.namelist() if name == _DUMP or name.startswith(_COUNTY)]
            packed.extractall(scratch, names)
    except _DAMAGED as error:
        raise Refusal("server_backup_unreadable", file=file, reason=f"{type(error).__name__}: {error}") from error
    except OSError as error:
        raise file_refusal(error, file) from error
    if _DUMP not in names:
        raise Refusal("server_backup_empty", file=file)
    return scratch / _DUMP


@contextmanager
def _empty_database(site: Site) -> Iterator[str]:
    """The address of the database to restore into, which holds no tables yet."""
    if site.folder is None or site.url is not None:
        _refuse_tables(str(site.url), site)
        yield str(site.url)
        return
    with site.folder.lock(5) as held:
        if not held:
            raise Refusal("server_folder_busy", folder=site.folder.path)
        cluster = Cluster(site.folder)
        cluster.start()
        try:
            _refuse_tables(cluster.url(), site)
            yield cluster.url()
        finally:
            cluster.stop()


def _refuse_tables(url: str, site: Site) -> None:
    with connected(url) as connection:
        row = connection.execute("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1").fetchone()
    if row:
        raise Refusal("server_restore_occupied", folder=site.name)


def _program(name: str, url: str, *arguments: str) -> str:
    """Run one of PostgreSQL's programs: "", or its last words where it failed.

    The password goes by environment, where other users cannot read it.
    """
    parts = urlsplit(url)
    plain = urlunsplit(parts._replace(netloc=parts.netloc.replace(f":{parts.password}@", "@")))
    given = [plain if argument == url else argument for argument in arguments]
    named = [] if url in arguments else ["--dbname", plain]
    done = subprocess.run(
        [str(binaries(None) / name), *named, *given],
        env=os.environ | {"PGPASSWORD": unquote(parts.password or "")},
        capture_output=True,
        text=True,
        check=False,
    )
    return " | ".join([name, *done.stderr.strip().splitlines()[-2:]]) if done.returncode else ""
