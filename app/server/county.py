"""The county's own certificate authority, for a server that is reached over a network (DESIGN 5).

Slips carry the fingerprint of the CA's certificate. PCs check chain and name against it, not dates: a PC whose clock is
decades off must still be able to sync. The CA is made once and is part of every backup; the server's own certificate
is made anew for the names it is to answer to.
"""

import contextlib
import hashlib
import ipaddress
import socket
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from app.server.folder import DataFolder, write_private

_YEARS = 30
_CA_KEY, _CA, _KEY, _CHAIN = "ca.key", "ca.pem", "server.key", "server.pem"


@dataclass(frozen=True)
class Credentials:
    """What a server shows: files of its key and chain, the CA's certificate (PEM) and its SHA-256 (64 hex)."""

    key_file: Path
    chain_file: Path
    ca_pem: bytes
    fingerprint: str


def credentials(folder: DataFolder, hosts: list[str]) -> Credentials:
    """The server's credentials for ``hosts`` (names and addresses); the CA is made at first use."""
    folder.county.mkdir(mode=0o700, exist_ok=True)
    if not (folder.county / _CA).exists():
        _make_ca(folder.county)
    ca_pem = (folder.county / _CA).read_bytes()
    ca = x509.load_pem_x509_certificate(ca_pem)
    ca_key = serialization.load_pem_private_key((folder.county / _CA_KEY).read_bytes(), None)
    if not isinstance(ca_key, ec.EllipticCurvePrivateKey):
        raise TypeError("the county's key is of another kind")
    key = ec.generate_private_key(ec.SECP256R1())
    leaf = _certificate(hosts[0], key.public_key(), ca.subject, ca_key, _leaf_extensions(hosts))
    write_private(folder.county / _KEY, _pem(key))
    write_private(folder.county / _CHAIN, leaf.public_bytes(serialization.Encoding.PEM) + ca_pem)
    der = ca.public_bytes(serialization.Encoding.DER)
    return Credentials(folder.county / _KEY, folder.county / _CHAIN, ca_pem, hashlib.sha256(der).hexdigest())


def own_address() -> str:
    """The address of this machine that other machines most likely reach it by; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, contextlib.suppress(OSError):
        probe.connect(("192.0.2.1", 9))
        return str(probe.getsockname()[0])
    return socket.gethostname()


def _make_ca(county: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Gongfang county CA")])
    constraints = x509.BasicConstraints(ca=True, path_length=0)
    usage = x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    ca = _certificate("Gongfang county CA", key.public_key(), name, key, [(constraints, True), (usage, True)])
    write_private(county / _CA_KEY, _pem(key))
    write_private(county / _CA, ca.public_bytes(serialization.Encoding.PEM))


def _leaf_extensions(hosts: list[str]) -> list[tuple[x509.ExtensionType, bool]]:
    names: list[x509.GeneralName] = []
    for host in hosts:
        try:
            names.append(x509.IPAddress(ipaddress.ip_address(host)))
        except ValueError:
            names.append(x509.DNSName(host))
    return [
        (x509.SubjectAlternativeName(names), False),
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False),
    ]


def _certificate(
    common_name: str,
    key: ec.EllipticCurvePublicKey,
    issuer: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
    extensions: list[tuple[x509.ExtensionType, bool]],
) -> x509.Certificate:
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name[:64])]))
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365 * _YEARS))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return builder.sign(issuer_key, hashes.SHA256())


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
