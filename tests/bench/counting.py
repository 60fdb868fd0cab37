"""A proxy that counts what really goes over the wire: bytes up and down and requests, heads included."""

import re
import socket
import threading
from contextlib import suppress

_REQUEST = re.compile(rb"(?:GET|POST) \S+ HTTP/1\.1\r\n")


class CountingProxy:
    """Passes every connection on to a local port; ``taken()`` gives the counts since the last look."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._lock = threading.Lock()
        self._up = self._down = self._requests = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def taken(self) -> tuple[int, int, int]:
        """Bytes up, bytes down, requests since the last call."""
        with self._lock:
            counts = (self._up, self._down, self._requests)
            self._up = self._down = self._requests = 0
        return counts

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._to))
                for one, other, up in ((client, server, True), (server, client, False)):
                    threading.Thread(target=self._pass, args=(one, other, up), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket, up: bool) -> None:
        with suppress(OSError):
            while piece := one.recv(1 << 16):
                with self._lock:
                    if up:
                        self._up += len(piece)
                        self._requests += len(_REQUEST.findall(piece))
                    else:
                        self._down += len(piece)
                other.sendall(piece)
            other.shutdown(socket.SHUT_WR)
