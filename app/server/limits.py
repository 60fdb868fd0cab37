"""What a request may cost: bytes of its body, and guesses at enrolment codes."""

import time
from collections import OrderedDict, deque
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
    """Counts wrong codes and keys of the last minute by sender: with 55 random bits a code cannot be found at this
    pace, and whoever guesses keeps nobody else from enrolling.
    """

    def __init__(self, per_minute: int = 30, senders: int = 10_000) -> None:
        self._per_minute = per_minute
        self._senders = senders
        self._failed: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    def pause(self, sender: str) -> int:
        """Seconds to wait before this sender's next attempt; 0 while it may be made."""
        with self._lock:
            failed = self._failed.get(sender, deque())
            now = time.monotonic()
            while failed and failed[0] < now - 60:
                failed.popleft()
            return 0 if len(failed) < self._per_minute else int(61 - (now - failed[0]))

    def failed(self, sender: str) -> None:
        """Count a failed attempt; the senders that failed longest ago are forgotten first."""
        with self._lock:
            self._failed.setdefault(sender, deque()).append(time.monotonic())
            self._failed.move_to_end(sender)
            if len(self._failed) > self._senders:
                self._failed.popitem(last=False)
