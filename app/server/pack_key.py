"""The county's own key: it signs rule packs, as files and as changes of the server's own device (DESIGN 4).

It lies beside the county's certificate authority (0600) and goes into every backup: desktops believe no other.
"""

import secrets

from app.domain.refusal import Refusal
from app.server.folder import DataFolder, write_private
from app.server.site import Site
from app.sync.wire import public_key

_FILE = "pack.key"
_SEED_BYTES = 32


def pack_seed(folder: DataFolder) -> bytes:
    """The key's seed, made at first use."""
    folder.county.mkdir(mode=0o700, exist_ok=True)
    file = folder.county / _FILE
    if not file.exists():
        write_private(file, secrets.token_bytes(_SEED_BYTES).hex())
    return bytes.fromhex(file.read_text(encoding="ascii"))


def seed_of(site: Site) -> bytes:
    """The seed of a site's county; refuses ``server_pack_folder_needed`` where no folder was named."""
    if site.folder is None:
        raise Refusal("server_pack_folder_needed")
    return pack_seed(site.folder)


def public_pack_key(folder: DataFolder | None) -> str:
    """The public key (64 hex) that desktops are to trust, "" where the server has no folder to keep one in."""
    return public_key(pack_seed(folder)).hex() if folder is not None else ""
