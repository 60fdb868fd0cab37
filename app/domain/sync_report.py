"""What a sync did, in figures; the same for engine, command line and window."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class SyncReport:
    """What a sync did. ``sent`` = accepted + duplicate + held + rejected where all of it was answered.

    ``pulled``: others' changes applied here; ``pending``: own changes not yet answered; ``paused``: seconds the server
    asked to wait; ``server_time``: its clock (Unix seconds); ``agreed``: both sides were compared and hold the same;
    ``differs``: (table, month) pairs that could not be mended.
    """

    sent: int = 0
    accepted: int = 0
    duplicate: int = 0
    held: int = 0
    rejected: int = 0
    pulled: int = 0
    pending: int = 0
    requests: int = 0
    bytes_up: int = 0
    bytes_down: int = 0
    paused: int = 0
    server_time: int = 0
    agreed: bool = False
    differs: list[tuple[str, str]] = field(default_factory=list)
