"""A county server that dies after its commit and before its answer: `python -m tests.sync.kill_server URL PORT ARM
MARK`.

It serves as any; when a sync request carrying a batch was committed and the file ARM exists, it removes that, writes
MARK and kills itself.
"""

import os
import signal
import socket
import sys
from pathlib import Path

import uvicorn

from app.server import web
from app.server.database import ServerDatabase
from app.server.exchange import Exchange, Exchanged


def mortal(arm: Path, mark: Path) -> type[Exchange]:
    """An exchange that dies once when armed."""

    class Mortal(Exchange):
        """As any, up to its commit."""

        def answer(self, body: bytes) -> Exchanged:
            done = super().answer(body)
            if done.received and arm.exists():
                arm.unlink()
                mark.write_text("committed")
                os.kill(os.getpid(), signal.SIGKILL)
            return done

    return Mortal


def main(url: str, port: int, arm: Path, mark: Path) -> None:
    """Serve until killed."""
    web.Exchange = mortal(arm, mark)
    with socket.socket() as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(("127.0.0.1", port))
        sock.listen(64)
        config = uvicorn.Config(web.make_app(ServerDatabase(url)), log_config=None, access_log=False, lifespan="off")
        uvicorn.Server(config).run(sockets=[sock])


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
