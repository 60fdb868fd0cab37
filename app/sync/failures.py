"""Three kinds of failed exchange, with three behaviours; each is a Refusal with words for the person (STYLE,
SecureDrop).

``Unreachable``: nobody is to blame, try again later and with smaller batches. ``Declined``: the server read the
request and said no; asking the same again soon is no use, so it waits for the next regular run. ``NeedsPerson``: sync
stops for this workshop until a person has acted (a revoked device, a certificate that is not the county's).
"""

from app.domain.refusal import Refusal


class SyncFailure(Refusal):
    """An exchange that did not happen; nothing was lost, whatever was sent is known by its seq."""


class Unreachable(SyncFailure):
    """No answer, or none that can be the server's: later, with smaller batches; ``pause`` seconds if it said so."""

    pause = 0


class Declined(SyncFailure):
    """The server refused; ``code`` and ``params`` are its own."""


class NeedsPerson(SyncFailure):
    """Nothing will work until a person has acted."""
