"""The server's commands: exit code 0 done, 1 refused (says why on standard error), 2 wrong usage; answers are JSON."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from socket import gethostname
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.command_line import LANGUAGES, Parser, literal
from app.domain.file_names import named
from app.domain.messages import render
from app.domain.refusal import Refusal, file_refusal
from app.domain.rulepack_reader import parse_pack, read_pack_bytes
from app.models import versions
from app.models.folder import refusing_files, replaceable, write_atomically
from app.models.queries.stats import workshop_buckets
from app.models.server_tables import held_change, server_state, workshop_state
from app.server import logs
from app.server.backup import backup, restore
from app.server.county_packs import send_pack
from app.server.database import ServerDatabase, raw
from app.server.folder import DataFolder
from app.server.pack_key import seed_of
from app.server.places import new_code
from app.server.serve import DEFAULT_PORT, Address, serve
from app.server.site import Site
from app.sync.wire import SignerKey, Slip, fingerprint, public_key, write_signed_pack, write_signer_key, write_slip

DONE, REFUSED = 0, 1
_PACK = ".json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command of the server; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = os.environ.get("GONGFANG_LANG", "")
    options = _options(arguments, _language(sys.argv[1:] if arguments is None else arguments, given))
    logs.set_up()
    try:
        answer = options.do(_site(options), options)
    except Refusal as refusal:
        print(refusal.text(options.lang), file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return REFUSED
    if answer is not None:
        print(json.dumps(answer, ensure_ascii=False, indent=1))
    return DONE


def _language(arguments: Sequence[str], given: str) -> str:
    """The language of help and wrong usage, before parsing: ``--lang``, else the environment's, else Chinese."""
    before = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    before.add_argument("--lang", nargs="?")
    named = before.parse_known_args(arguments)[0].lang
    return next((lang for lang in (named, given) if lang in LANGUAGES), LANGUAGES[0])


def _site(options: argparse.Namespace) -> Site:
    return Site(DataFolder(options.data) if options.data else None, options.database_url)


# ---------------------------------------------------------------- commands


def _run(site: Site, options: argparse.Namespace) -> None:
    def announce(url: str, fingerprint: str) -> None:
        print(json.dumps({"serving": url, "fingerprint": fingerprint, "pid": os.getpid()}), flush=True)

    serve(site, Address(options.host, options.port, options.url), announce)


def _migrate(site: Site, _options: argparse.Namespace) -> dict[str, Any]:
    with site.alone():
        return {"schema": sorted(versions.SERVER_HEADS)}


def _code(site: Site, options: argparse.Namespace) -> dict[str, Any]:
    with site.beside() as database, database.transaction() as connection:
        code = new_code(raw(connection), options.name, options.region)
        state = connection.execute(select(server_state.c.url, server_state.c.fingerprint)).one()
    url = state.url or f"http://127.0.0.1:{DEFAULT_PORT}"
    slip = write_slip(Slip(url, code, state.fingerprint))
    return {"code": code, "url": url, "fingerprint": state.fingerprint, "slip": slip}


def _stats(site: Site, options: argparse.Namespace) -> dict[str, Any]:
    with site.beside() as database:
        known = _workshops(database)
        if options.workshop is not None and options.workshop not in known:
            raise Refusal("server_workshop_unknown", workshop=options.workshop)
        wanted = known if options.workshop is None else [options.workshop]
        return {"workshops": {str(workshop): _workshop_stats(database, workshop) for workshop in wanted}}


def _workshops(database: ServerDatabase) -> list[int]:
    with database.transaction() as connection:
        return list(
            connection.execute(select(workshop_state.c.workshop_id).order_by(workshop_state.c.workshop_id)).scalars()
        )


def _workshop_stats(database: ServerDatabase, workshop: int) -> dict[str, Any]:
    """One workshop as ``stats --json`` of the desktop gives it (DESIGN 8)."""
    with database.transaction() as connection:
        columns = held_change.c
        waiting = connection.execute(
            select(columns.tbl, columns.key, columns.device, columns.seq, columns.code, columns.column_name)
            .where(columns.workshop_id == workshop)
            .order_by(columns.device, columns.seq)
        ).all()
        left_out = {(each.tbl, each.key) for each in waiting}
        buckets = workshop_buckets(Session(connection), workshop, left_out)
    tables = {table: {month: sums._asdict() for month, sums in months.items()} for table, months in buckets.items()}
    names = ("table", "key", "device", "seq", "code", "column")
    held = [dict(zip(names, each, strict=True)) for each in waiting]
    return {"schema": versions.SCHEMA_VERSION, "tables": tables, "held": held, "pending": 0}


def _backup(site: Site, options: argparse.Namespace) -> dict[str, Any]:
    file = named(options.file, ".zip")
    return {"file": str(file), "bytes": backup(site, file)}


def _restore(site: Site, options: argparse.Namespace) -> dict[str, Any]:
    return {"epoch": restore(site, options.file)}


def _pack(site: Site, options: argparse.Namespace) -> dict[str, Any]:
    """``add FILE`` sends a pack to the workshops, ``sign FILE OUT`` writes it signed, ``key OUT`` the county's key."""
    seed = seed_of(site)
    if options.action == "key":
        return _key_file(seed, named(options.out or options.file, _PACK))
    text = read_pack_bytes(_file_bytes(options.file))
    if options.action == "sign":
        if options.out is None:
            raise Refusal("server_pack_out_missing")
        pack, out = parse_pack(text), named(options.out, _PACK)
        _write_file(out, write_signed_pack(seed, text))
        return {"pack": pack.stamp, "file": str(out), "signer": fingerprint(public_key(seed).hex())}
    with site.beside() as database:
        pack, told, workshops = send_pack(database, seed, text)
    words = render("server_pack_sent", {"stamp": pack.stamp, "told": told, "workshops": workshops}, options.lang)
    return {"pack": pack.stamp, "told": told, "workshops": workshops, "message": words}


def _key_file(seed: bytes, out: Path) -> dict[str, Any]:
    key = public_key(seed).hex()
    _write_file(out, write_signer_key(SignerKey(key, gethostname())))
    return {"key": key, "fingerprint": fingerprint(key), "file": str(out)}


def _file_bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise file_refusal(error, file) from error


def _write_file(file: Path, text: str) -> None:
    target = replaceable(file)
    with refusing_files(file, writing=True):
        write_atomically(target, text.encode())


# ---------------------------------------------------------------- the command line


COMMANDS: dict[str, Callable[[Site, argparse.Namespace], dict[str, Any] | None]] = {
    "run": _run,
    "migrate": _migrate,
    "code": _code,
    "stats": _stats,
    "backup": _backup,
    "restore": _restore,
    "pack": _pack,
}
OPTIONS: dict[str, list[tuple[str, str, dict[str, Any]]]] = {
    "run": [
        ("--host", "server_help_host", {"default": "127.0.0.1"}),
        ("--port", "server_help_port", {"type": int, "default": DEFAULT_PORT}),
        ("--url", "server_help_public", {}),
    ],
    "code": [
        ("--name", "server_help_name", {"required": True}),
        ("--region", "server_help_region", {"required": True}),
    ],
    "stats": [("--workshop", "server_help_workshop", {"type": int})],
    "backup": [("file", "server_help_file", {"type": Path})],
    "restore": [("file", "server_help_file", {"type": Path})],
    "pack": [
        ("action", "server_help_pack_action", {"choices": ("add", "sign", "key")}),
        ("file", "server_help_pack_file", {"type": Path}),
        ("out", "server_help_pack_out", {"type": Path, "nargs": "?"}),
    ],
}


def _options(arguments: Sequence[str] | None, lang: str) -> argparse.Namespace:
    """The command line, parsed; wrong usage exits with 2."""
    top = Parser(prog="gongfang-server", description=render("server_help", {}, lang), lang=lang)
    _add_place(top, lang)
    commands = top.commands(required=True)
    for name, do in COMMANDS.items():
        described = render(f"server_help_{name}", {}, lang)
        parser = commands.add_parser(name, help=literal(described), description=described, lang=lang)
        parser.set_defaults(do=do)
        own = parser.own_group()
        _add_place(parser, lang)
        for option, help_code, kind in OPTIONS.get(name, []):
            own.add_argument(option, help=literal(render(help_code, {}, lang)), **kind)
    options = top.parse_args(arguments, argparse.Namespace(data=None, database_url=None, lang=lang))
    if not options.data and not options.database_url:
        top.error(render("server_help_where", {}, lang))
    return options


def _add_place(parser: Parser, lang: str) -> None:
    """The options every command takes, before or after its name; left out, they set nothing."""
    kinds: list[tuple[str, str, dict[str, Any]]] = [
        ("--data", "server_help_data", {"type": Path, "metavar": "DIR"}),
        ("--database-url", "server_help_url", {"metavar": "URL"}),
        ("--lang", "server_help_lang", {"choices": LANGUAGES}),
        ("--json", "server_help_json", {"action": "store_true"}),
    ]
    group = parser.shared_group()
    for option, help_code, kind in kinds:
        group.add_argument(option, help=render(help_code, {}, lang), default=argparse.SUPPRESS, **kind)
