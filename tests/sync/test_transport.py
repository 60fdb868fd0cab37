"""The way to the server: whom it believes, what it refuses, and which of the three kinds each failure is."""

import hashlib
import http.server
import ipaddress
import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.sync import transport as way
from app.sync.failures import Declined, NeedsPerson, Unreachable
from app.sync.transport import CA_PATH, HttpTransport, failure_of, is_loopback
from app.sync.wire import ErrorBody

LONG_PAST = datetime(1999, 1, 1, tzinfo=UTC)


def name(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def certificate(subject, issuer, key, signer, *, ca, start):
    made = x509.CertificateBuilder(name(issuer), name(subject), key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(start).not_valid_after(start + timedelta(days=365))
    made = made.add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    if not ca:
        names = [x509.IPAddress(ipaddress.ip_address("127.0.0.1")), x509.DNSName("localhost")]
        made = made.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return made.sign(signer, hashes.SHA256())


class County:
    """A TLS server on loopback with a CA of its own; it answers ``body`` to every POST."""

    def __init__(self, folder, start=LONG_PAST):
        signer, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
        root = certificate("county", "county", signer, signer, ca=True, start=start)
        leaf = certificate("server", "county", key, signer, ca=False, start=start)
        pem = serialization.Encoding.PEM
        self.ca = root.public_bytes(pem)
        self.fingerprint = hashlib.sha256(root.public_bytes(serialization.Encoding.DER)).hexdigest()
        plain = serialization.NoEncryption()
        chain = folder / "chain.pem"
        chain.write_bytes(
            key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain) + leaf.public_bytes(pem) + self.ca
        )
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(chain)


def serving(answer, context=None):
    """A server thread; ``answer(path)`` → (status, body). Yields its port."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            pass

        def do_POST(self):
            self.rfile.read(int(self.headers["content-length"]))
            self.do_GET()

        def do_GET(self):
            status, body = answer(self.path)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    class Quiet(http.server.ThreadingHTTPServer):
        def handle_error(self, *_):
            pass

    server = Quiet(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture
def serve():
    running = []

    def start(answer, context=None):
        running.append(serving(answer, context))
        return running[-1].server_address[1]

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


def county_answers(county):
    return lambda path: (200, county.ca if path == CA_PATH else b"answered")


@pytest.fixture
def transport():
    made = []

    def make(*arguments):
        made.append(HttpTransport(*arguments))
        return made[-1]

    yield make
    for each in made:
        each.close()


def test_county_believed_by_its_fingerprint_whatever_the_dates(serve, tmp_path, transport):
    county = County(tmp_path)
    port = serve(county_answers(county), county.context)
    kept = []
    line = transport(f"https://localhost:{port}", county.fingerprint.upper(), "", kept.append)
    assert line.sync(b"x") == b"answered"
    assert kept == [county.ca.decode()]
    assert line.traffic.requests == 2
    again = transport(f"https://127.0.0.1:{port}", county.fingerprint, kept[0])
    assert again.sync(b"x") == b"answered"
    assert again.traffic.requests == 1


def test_another_ca_is_not_believed(serve, tmp_path, transport):
    county = County(tmp_path)
    port = serve(county_answers(county), county.context)
    with pytest.raises(NeedsPerson, match="certificate"):
        transport(f"https://localhost:{port}", "0" * 64).sync(b"x")


def test_server_of_another_ca_behind_a_known_one_is_not_believed(serve, tmp_path, transport):
    (tmp_path / "other").mkdir()
    county, thief = County(tmp_path), County(tmp_path / "other")
    port = serve(county_answers(county), thief.context)
    with pytest.raises(NeedsPerson, match="certificate"):
        transport(f"https://localhost:{port}", county.fingerprint, county.ca.decode()).sync(b"x")


def test_certificate_of_another_name_is_not_believed(serve, tmp_path, transport, monkeypatch):
    county = County(tmp_path)
    port = serve(county_answers(county), county.context)
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *rest, **more: real("127.0.0.1", *rest, **more))
    with pytest.raises(NeedsPerson, match="certificate"):
        transport(f"https://elsewhere.example:{port}", county.fingerprint, county.ca.decode()).sync(b"x")


@pytest.mark.parametrize("url", ["http://192.168.1.5:8470", "http://county.example", "ftp://127.0.0.1", "127.0.0.1"])
def test_nothing_goes_unencrypted_to_another_machine(url, transport):
    with pytest.raises(NeedsPerson, match="not encrypted"):
        transport(url).sync(b"x")


@pytest.mark.parametrize(
    ("host", "here"),
    [("127.0.0.1", True), ("127.8.9.1", True), ("::1", True), ("localhost", True), ("localhost.example", False),
     ("10.0.0.1", False), ("", False)],
)  # fmt: skip
def test_what_is_this_machine(host, here):
    assert is_loopback(host) is here


def test_nobody_listening_is_tried_again_later(transport):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(Unreachable) as caught:
        transport(f"http://127.0.0.1:{port}").sync(b"x")
    assert caught.value.code == "server_unreachable"


def test_answer_cut_short_is_tried_again_later(transport):
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()

        def cut():
            connection, _ = listening.accept()
            connection.recv(65536)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")
            connection.close()

        thread = threading.Thread(target=cut)
        thread.start()
        with pytest.raises(Unreachable):
            transport(f"http://127.0.0.1:{listening.getsockname()[1]}").sync(b"x")
        thread.join()


def test_answer_larger_than_any_is_refused(serve, transport, monkeypatch):
    monkeypatch.setattr(way, "MAX_ANSWER", 10_000)
    port = serve(lambda _: (200, bytes(20_000)))
    with pytest.raises(Unreachable):
        transport(f"http://127.0.0.1:{port}").sync(b"x")


REFUSED = msgspec.json.encode(ErrorBody("request_unreadable", "no"))
REVOKED = msgspec.json.encode(ErrorBody("device_revoked", "no"))
NEW_CODE = msgspec.json.encode(ErrorBody("a_code_of_tomorrow", "needs tomorrow's program"))
BUSY = msgspec.json.encode(ErrorBody("server_busy", "later", pause=30))


@pytest.mark.parametrize(
    ("status", "body", "kind", "code"),
    [
        (400, REFUSED, Declined, "request_unreadable"),
        (403, REVOKED, NeedsPerson, "device_revoked"),
        (400, NEW_CODE, Declined, "server_refused"),
        (503, BUSY, Unreachable, "server_later"),
        (500, b"Internal Server Error", Unreachable, "server_garbage"),
        (404, b"<html>not here</html>", Unreachable, "server_garbage"),
        (302, b"", Unreachable, "server_garbage"),
        (200 + 11, b"[" * 100_000, Unreachable, "server_garbage"),
    ],
)
def test_kinds_of_refusal(status, body, kind, code):
    failure = failure_of("http://x", status, body)
    assert (type(failure), failure.code) == (kind, code)
    assert failure.text("zh_CN")
    assert failure.text("en")


def test_server_says_how_long_to_wait():
    assert failure_of("u", 503, BUSY).pause == 30
    assert failure_of("u", 429, b"", "17").pause == 17
