"""Backups of the central server: one zip with the database's dump and the county's own files (DESIGN 7).

A restore begins a new epoch, so that every PC sends again what the backup did not hold.
"""

import os
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

import psycopg

from app.domain.refusal import Refusal
from app.models.folder import replaceable
from app.server.account import binaries
from app.server.cluster import Cluster
from app.server.database import ServerDatabase
from app.server.folder import DataFolder, write_private
from app.server.schema import epoch, new_epoch, prepare
from app.server.site import Site

_DUMP = "database.dump"
_COUNTY = "county/"


def backup(site: Site, file: Path) -> int:
    """Write a backup to ``file`` (0600, whole or not at all), a server running or not; its size in bytes."""
    target = replaceable(file)
    beside = target.with_name(target.name + ".new")
    with site.beside() as database, tempfile.TemporaryDirectory() as scratch:
        dump = Path(scratch) / _DUMP
        _program("pg_dump", database.url, "--format=custom", "--no-owner", "--file", str(dump))
        beside.unlink(missing_ok=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
                packed.write(dump, _DUMP)
                if site.folder is not None and site.folder.county.exists():
                    for own in sorted(site.folder.county.iterdir()):
                        packed.write(own, _COUNTY + own.name)
            out.flush()
            os.fsync(out.fileno())
    beside.replace(target)
    return file.stat().st_size


def restore(site: Site, file: Path) -> str:
    """Restore a backup into an empty data folder or database; the new epoch. Raises Refusal, with nothing changed."""
    with tempfile.TemporaryDirectory() as scratch:
        dump = _unpacked(file, Path(scratch))
        with _empty_database(site) as url:
            _program(
                "pg_restore", url, "--no-owner", "--exit-on-error", "--single-transaction", "--dbname", url, str(dump)
            )
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
    try:
        with zipfile.ZipFile(file) as packed:
            names = [name for name in packed.namelist() if name == _DUMP or name.startswith(_COUNTY)]
            packed.extractall(scratch, names)
    except (OSError, zipfile.BadZipFile) as error:
        raise Refusal("server_backup_unreadable", file=file, reason=str(error)) from error
    if _DUMP not in names:
        raise Refusal("server_backup_unreadable", file=file, reason="no dump")
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
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1").fetchone()
    if row:
        raise Refusal("server_restore_occupied", folder=site.name)


def _program(name: str, url: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs; the password goes by environment, where other users cannot read it."""
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
    if done.returncode:
        raise Refusal("server_postgres_failed", program=name, words=" | ".join(done.stderr.strip().splitlines()[-2:]))
