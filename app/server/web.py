"""The server's HTTP side: bodies in, bodies out; what may be asked is in PROTOCOL.md and ``/openapi.json``."""

import logging
import secrets
import time
from collections.abc import Awaitable, Callable

import msgspec
from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from app import __version__
from app.domain.refusal import Refusal
from app.server.county_packs import send_known_packs
from app.server.database import BusyError, ServerDatabase, raw
from app.server.devices import enroll, read_enrolment
from app.server.exchange import Exchange
from app.server.folder import DataFolder
from app.server.limits import GuessLimit, read_body
from app.server.pack_key import pack_seed, public_pack_key
from app.server.schema import epoch
from app.sync.wire import CONTENT_TYPE, ENROLL_PATH, MAX_REQUEST, SYNC_PATH, ErrorBody

CA_PATH = "/v1/ca"
_MAX_ENROLMENT = 4096
_BUSY_PAUSE = 30
_STATUS = {"request_too_large": 413, "server_busy": 503, "server_fault": 500, "request_unreadable": 400}
_STATUS |= {"protocol_unknown": 400, "code_mistyped": 400}
_FORBIDDEN = 403
_GUESSED = {"enroll_code_unknown", "enroll_key_unknown"}
_log = logging.getLogger("app.server.web")
_encode = msgspec.json.encode


def make_app(
    database: ServerDatabase, fingerprint: str = "", ca: bytes = b"", folder: DataFolder | None = None
) -> FastAPI:
    """The web application over ``database``; fingerprint and certificate (PEM) of the county's CA, none on loopback.

    ``folder`` holds the county's key for rule packs: enrolments tell it, and bring packs sent before.
    """
    app = FastAPI(title="Gongfang county server", version=__version__, docs_url=None, redoc_url=None)
    exchange, guesses = Exchange(database), GuessLimit()

    @app.post(SYNC_PATH, response_class=Response, summary="Exchange changes of one workshop")
    async def sync(request: Request) -> Response:
        body = await read_body(request, MAX_REQUEST)
        done = await run_in_threadpool(exchange.answer, body)
        request.state.fields = {
            "workshop": done.workshop, "device": done.device, "received": done.received, "pulled": done.pulled,
            "up": len(body), "down": len(done.body),
        }  # fmt: skip
        return Response(done.body, media_type=CONTENT_TYPE)

    @app.post(ENROLL_PATH, response_class=Response, summary="Register a device by slip or join key")
    async def enrolment(request: Request) -> Response:
        body = await read_body(request, _MAX_ENROLMENT)
        sender = request.client.host if request.client else ""
        if pause := guesses.pause(sender):
            return _refused(Refusal("server_busy"), pause)
        try:
            answer = await run_in_threadpool(_enroll, database, body, fingerprint, folder)
        except Refusal as refusal:
            if refusal.code in _GUESSED:
                guesses.failed(sender)
            raise
        return Response(answer, media_type="application/json")

    @app.get(CA_PATH, response_class=Response, summary="The county CA's certificate, to be believed by its fingerprint")
    async def county() -> Response:
        return Response(ca, 200 if ca else 404, media_type="application/x-pem-file")

    @app.get("/health", summary="Whether the server and its database answer")
    async def health() -> dict[str, str]:
        await run_in_threadpool(_touch, database)
        return {"status": "ok", "version": __version__}

    _add_refusals(app)
    return app


def _enroll(database: ServerDatabase, body: bytes, fingerprint: str, folder: DataFolder | None) -> bytes:
    request, key = read_enrolment(body)
    with database.transaction() as connection:
        answer = enroll(raw(connection), request, key, fingerprint, epoch(connection))
        if answer.fork is not None:
            raw(connection).rollback()
        elif folder is not None:
            answer = msgspec.structs.replace(answer, pack_key=public_pack_key(folder))
            send_known_packs(raw(connection), pack_seed(folder), answer.workshop)
    return _encode(answer)


def _touch(database: ServerDatabase) -> None:
    with database.transaction() as connection:
        epoch(connection)


def _refused(refusal: Refusal, pause: int = 0) -> Response:
    params = {name: value if isinstance(value, int) else str(value) for name, value in refusal.params.items()}
    body = ErrorBody(refusal.code, refusal.text(), params, pause)
    return Response(_encode(body), _STATUS.get(refusal.code, _FORBIDDEN), media_type="application/json")


def _add_refusals(app: FastAPI) -> None:
    """Every way a request ends badly has a body a client can read, and a line in the log that names nobody."""

    @app.middleware("http")
    async def answer(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        started = time.perf_counter()
        fault = ""
        try:
            response = await call_next(request)
        except Refusal as refusal:
            fault, response = refusal.code, _refused(refusal)
        except BusyError as error:
            fault, response = f"server_busy ({error})", _refused(Refusal("server_busy"), _BUSY_PAUSE)
        except Exception:  # noqa: BLE001  the last door: the client is told, the places of the traceback are logged
            fault = secrets.token_hex(4)
            _log.exception("fault", extra={"fields": {"reference": fault}})
            response = _refused(Refusal("server_fault", reference=fault))
        fields = getattr(request.state, "fields", {}) | ({"refused": fault} if fault else {})
        took = round((time.perf_counter() - started) * 1000, 1)
        _log.info(
            "request",
            extra={"fields": {"path": request.url.path, "status": response.status_code, "ms": took, **fields}},
        )
        return response
