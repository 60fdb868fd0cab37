"""What a request may cost: bytes of its body, and guesses at enrolment codes."""

import time
from collections import deque
from threading import Lock

from starlette.requests import Request

from app.domain.refusal import Refusal


async def read_body(request: Request, limit: int) -> bytes:
    """The body of a request, never holding more than ``limit`` bytes of it; raises Refusal ``request_too_large``."""
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > limit:
        raise Refusal("request_too_large", limit=limit)
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise Refusal("request_too_large", limit=limit)
        parts.append(part)
    return b"".join(parts)


class GuessLimit:
    """Counts failed enrolments of the last minute: with 55 random bits a code cannot be found at this pace."""

    def __init__(self, per_minute: int = 30) -> None:
        self._per_minute = per_minute
        self._failed: deque[float] = deque()
        self._lock = Lock()

    def pause(self) -> int:
        """Seconds to wait before the next attempt; 0 while it may be made."""
        with self._lock:
            now = time.monotonic()
            while self._failed and self._failed[0] < now - 60:
                self._failed.popleft()
            return 0 if len(self._failed) < self._per_minute else int(61 - (now - self._failed[0]))

    def failed(self) -> None:
        """Count a failed attempt."""
        with self._lock:
            self._failed.append(time.monotonic())
