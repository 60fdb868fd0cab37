"""What a new password must have: it is all that stands between a lost PC and everybody's records."""

from app.domain.refusal import Refusal

LEAST_CHARACTERS = 8


def require_password(password: str) -> None:
    """Raise Refusal ``empty_password`` or ``short_password`` for one nobody should choose; old ones still open."""
    if not password:
        raise Refusal("empty_password")
    if len(password) < LEAST_CHARACTERS:
        raise Refusal("short_password", least=LEAST_CHARACTERS)
