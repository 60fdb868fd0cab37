"""TLS by the county's own CA: believed by the slip's fingerprint, for the names it was made for, whatever the date."""

import hashlib
import ssl
import tempfile
import urllib.request
import zipfile
from pathlib import Path

import pytest

from app.server.backup import put_county
from app.server.county import credentials
from app.server.folder import DataFolder
from app.server.serve import Address
from tests.server.test_cli import command, end, start


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return DataFolder(tmp_path_factory.mktemp("tls") / "data")


def context(ca_pem):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    made.load_verify_locations(cadata=ca_pem.decode())
    return made


@pytest.mark.slow
def test_a_server_for_other_machines_speaks_tls_and_its_slip_says_whom_to_believe(folder):
    process, said = start("run", "--data", folder.path, "--host", "0.0.0.0", "--port", 0)
    port = said["serving"].rpartition(":")[2]
    local = f"https://127.0.0.1:{port}"
    unbelieved = ssl._create_unverified_context()
    with urllib.request.urlopen(f"{local}/v1/ca", context=unbelieved) as answer:
        ca = answer.read()
    assert hashlib.sha256(ssl.PEM_cert_to_DER_cert(ca.decode())).hexdigest() == said["fingerprint"]
    with urllib.request.urlopen(f"{local}/health", context=context(ca)) as answer:
        assert answer.status == 200
    made = command("code", "--name", "龙潭", "--region", "513499", "--data", folder.path)
    assert said["fingerprint"] in made.stdout
    assert said["serving"] in made.stdout
    end(process)


def test_the_ca_is_made_once_and_its_key_is_the_servers_alone(folder):
    first, second = credentials(folder, ["10.0.0.7"]), credentials(folder, ["county.example"])
    assert first.fingerprint == second.fingerprint
    assert all(file.stat().st_mode & 0o077 == 0 for file in folder.county.iterdir())


def test_a_restore_brings_the_ca_to_any_disk_and_keeps_its_key_from_others(folder, tmp_path):
    made = credentials(folder, ["10.0.0.7"])
    with zipfile.ZipFile(tmp_path / "backup.zip", "w") as packed:
        for own in folder.county.iterdir():
            packed.write(own, own.name)
    other_disk = Path("/dev/shm") if Path("/dev/shm").is_dir() else tmp_path
    with tempfile.TemporaryDirectory(dir=other_disk) as scratch:
        with zipfile.ZipFile(tmp_path / "backup.zip") as packed:
            packed.extractall(scratch)
        new = DataFolder(tmp_path / "new")
        put_county(Path(scratch), new)
    assert credentials(new, ["10.0.0.7"]).fingerprint == made.fingerprint
    assert all(file.stat().st_mode & 0o077 == 0 for file in (new.county, *new.county.iterdir()))


@pytest.mark.parametrize(
    ("address", "loopback", "url"),
    [
        (Address("127.0.0.1", 1), True, "http://127.0.0.1:1"),
        (Address("::1", 1), True, "http://[::1]:1"),
        (Address("localhost", 1), True, "http://localhost:1"),
        (Address("192.168.1.20", 1), False, "http://192.168.1.20:1"),
        (Address("0.0.0.0", 1, "https://county.example:8443"), False, "https://county.example:8443"),
    ],
)
def test_plain_http_is_for_this_machine_only(address, loopback, url):
    assert (address.loopback, address.url("http", 1)) == (loopback, url)


def test_a_public_address_is_among_the_certificates_names():
    assert Address("0.0.0.0", 1, "https://county.example:8443").hosts()[0] == "county.example"
