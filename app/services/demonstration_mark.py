"""The mark of the demonstration's records: light, since every sync looks at it."""

from app.domain.refusal import Refusal
from app.models.local import Setting
from app.services.context import Context

_MARK = "demonstration"


def set_demonstration(ctx: Context) -> None:
    """Mark these records as the demonstration's, for ever: copies, backups and restores of them too."""
    with ctx.database.write(ctx.user, "demonstration.mark", capture=False) as session:
        session.add(Setting(name=_MARK, value="true"))


def is_demonstration(ctx: Context) -> bool:
    """Whether these records are the demonstration's."""
    with ctx.database.read() as session:
        return session.get(Setting, _MARK) is not None


def refuse_demonstration(ctx: Context) -> None:
    """Raise Refusal ``demonstration_no_sync`` where the records are the demonstration's."""
    if is_demonstration(ctx):
        raise Refusal("demonstration_no_sync")
