"""The way to the server: the one user of ``requests``. Plain HTTP to this PC only; else TLS against the county's own
CA.

A slip carries the fingerprint of the county CA's certificate. The certificate itself is fetched once over a connection
nobody trusts yet, believed only if it has that fingerprint, and from then on the server's chain and name are checked
against it, not its dates: a PC whose clock is decades off must still be able to sync (DESIGN 5).
"""

import hashlib
import http.client
import ipaddress
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

import msgspec

from app.domain.messages import CATALOGUE
from app.sync.failures import Declined, NeedsPerson, SyncFailure, Unreachable
from app.sync.wire import CONTENT_TYPE, ENROLL_PATH, MAX_ANSWER, SYNC_PATH, ErrorBody

if TYPE_CHECKING:
    import requests

CA_PATH = "/v1/ca"
TIMEOUT = (15, 120)  # seconds to connect, and between two bytes of an answer
_CHUNK = 64 << 10
_MAX_CA = 64 << 10
_X509_NO_CHECK_TIME = 0x200000  # X509_V_FLAG_NO_CHECK_TIME of OpenSSL, which the ssl module does not name
_PERSON_CODES = frozenset({"device_revoked", "device_unknown", "enroll_key_unknown", "signature_wrong"})
_read_error = msgspec.json.Decoder(ErrorBody).decode


@dataclass(slots=True)
class Traffic:
    """What went over the line, heads included: requests, bytes up and down."""

    requests: int = 0
    up: int = 0
    down: int = 0


class Transport(Protocol):
    """A way to a server; both calls raise SyncFailure of one of its three kinds."""

    url: str
    traffic: Traffic

    def sync(self, body: bytes) -> bytes:
        """The answer's body to a signed sync request."""

    def enroll(self, body: bytes) -> bytes:
        """The answer's body to an enrolment."""


@dataclass
class HttpTransport:
    """HTTP(S) to a county server; ``ca`` holds the CA certificate (PEM) once known, ``keep_ca`` stores it."""

    url: str
    fingerprint: str = ""
    ca: str = ""
    keep_ca: Callable[[str], None] | None = None
    traffic: Traffic = field(default_factory=Traffic)
    _session: Any = None

    def sync(self, body: bytes) -> bytes:
        return self._post(SYNC_PATH, body, CONTENT_TYPE)

    def enroll(self, body: bytes) -> bytes:
        return self._post(ENROLL_PATH, body, "application/json")

    def close(self) -> None:
        """Give the connection back."""
        if self._session is not None:
            self._session.close()
            self._session = None

    def _post(self, path: str, body: bytes, content_type: str) -> bytes:
        import requests  # noqa: PLC0415  costs 150 ms at start-up (FACTS: import requests lazily), needed only to sync

        try:
            if self._session is None:
                self._session = self._open()
            response = self._session.post(
                self.url.rstrip("/") + path, data=body, headers={"Content-Type": content_type}, timeout=TIMEOUT,
                stream=True, allow_redirects=False,
            )  # fmt: skip
            content = _bounded(response)
        except requests.exceptions.SSLError as error:
            raise NeedsPerson("server_not_the_county", url=self.url) from error
        except (requests.exceptions.RequestException, OSError) as error:
            self.close()
            raise Unreachable("server_unreachable", url=self.url, reason=_reason(error)) from error
        self._count(response, body, content)
        if response.status_code != 200:
            raise failure_of(self.url, response.status_code, content, response.headers.get("Retry-After", ""))
        return content

    def _open(self) -> "requests.Session":
        import requests  # noqa: PLC0415  see _post

        session = requests.Session()
        session.trust_env = False
        session.headers = requests.structures.CaseInsensitiveDict({"User-Agent": "gongfang"})
        parts = urlsplit(self.url)
        if parts.scheme == "http" and is_loopback(parts.hostname or ""):
            return session
        if parts.scheme != "https":
            raise NeedsPerson("server_not_encrypted", url=self.url)
        if self.fingerprint:
            self._know_ca()
            session.mount("https://", _adapter(county_context(self.ca)))
        return session

    def _know_ca(self) -> None:
        """Fetch the county's CA certificate where it is not known yet; raises NeedsPerson if it is another one."""
        if not self.ca:
            self.ca = self._fetch_ca()
            if self.keep_ca is not None:
                self.keep_ca(self.ca)
        if not fingerprint_fits(self.ca, self.fingerprint):
            raise NeedsPerson("server_not_the_county", url=self.url)

    def _fetch_ca(self) -> str:
        """The certificate a server names as its CA; nothing is sent, and it is believed by its fingerprint alone."""
        unbelieved = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        unbelieved.check_hostname = False
        unbelieved.verify_mode = ssl.CERT_NONE
        parts = urlsplit(self.url)
        line = http.client.HTTPSConnection(parts.hostname or "", parts.port, timeout=TIMEOUT[0], context=unbelieved)
        try:
            line.request("GET", parts.path.rstrip("/") + CA_PATH)
            content = line.getresponse().read(_MAX_CA)
        except http.client.HTTPException as error:
            raise Unreachable("server_garbage", url=self.url, reason=str(error)) from error
        finally:
            line.close()
        self.traffic.requests += 1
        self.traffic.down += len(content)
        return content.decode("ascii", "replace")

    def _count(self, response: "requests.Response", body: bytes, content: bytes) -> None:
        sent = response.request
        path = sent.path_url
        heads = sum(len(str(name)) + len(str(value)) + 4 for name, value in sent.headers.items())
        host = len(f"Host: {urlsplit(self.url).netloc}\r\n")
        self.traffic.requests += 1
        self.traffic.up += len(f"{sent.method} {path} HTTP/1.1\r\n\r\n") + heads + host + len(body)
        back = sum(len(name) + len(value) + 4 for name, value in response.headers.items())
        self.traffic.down += len(f"HTTP/1.1 {response.status_code} {response.reason}\r\n\r\n") + back + len(content)


def is_loopback(host: str) -> bool:
    """Whether a host name is this PC itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def county_context(ca: str) -> ssl.SSLContext:
    """TLS that believes the county's CA only, checks chain and name, and no dates."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(cadata=ca)
    context.verify_flags |= ssl.VerifyFlags(_X509_NO_CHECK_TIME)
    return context


def fingerprint_fits(ca: str, fingerprint: str) -> bool:
    """Whether a PEM certificate's SHA-256 is the slip's fingerprint (64 hex, colons allowed)."""
    try:
        der = ssl.PEM_cert_to_DER_cert(ca.strip())
    except ValueError:
        return False
    return hashlib.sha256(der).hexdigest() == fingerprint.replace(":", "").lower()


def failure_of(url: str, status: int, content: bytes, retry_after: str = "") -> SyncFailure:
    """Which kind of failure an HTTP status and body are."""
    said = _said(content)
    if said is None or status >= 500 or status == 429:
        failure = Unreachable("server_later" if said else "server_garbage", url=url, reason=f"HTTP {status}")
        asked = int(retry_after) if retry_after.isdigit() else 0
        failure.pause = said.pause if said else asked
        return failure
    kind = NeedsPerson if said.code in _PERSON_CODES else Declined
    if said.code in CATALOGUE:
        return kind(said.code, **said.params)
    return kind("server_refused", url=url, reason=said.message or said.code)


def _said(content: bytes) -> ErrorBody | None:
    try:
        return _read_error(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _bounded(response: "requests.Response") -> bytes:
    """The body, of at most MAX_ANSWER bytes; more is no answer of ours."""
    parts: list[bytes] = []
    total = 0
    for part in response.iter_content(_CHUNK):
        parts.append(part)
        total += len(part)
        if total > MAX_ANSWER:
            response.close()
            raise OSError("the answer is larger than any of ours")
    return b"".join(parts)


def _reason(error: Exception) -> str:
    inner = getattr(error, "args", None)
    reason = getattr(inner[0], "reason", None) if inner else None
    return str(reason or error).split(">: ")[-1]


def _adapter(context: ssl.SSLContext) -> Any:  # noqa: ANN401  a class of a module imported lazily
    from requests.adapters import HTTPAdapter  # noqa: PLC0415  see HttpTransport._post

    class CountyAdapter(HTTPAdapter):
        """Connections made with our own TLS context."""

        def init_poolmanager(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401  as in requests
            super().init_poolmanager(*arguments, ssl_context=context, **options)

        def cert_verify(self, conn: Any, *_: Any) -> None:  # noqa: ANN401  the context alone decides
            conn.cert_reqs = None

    return CountyAdapter()
