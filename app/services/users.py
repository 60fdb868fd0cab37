"""Who may open the records: their names, roles and passwords. A password only wraps the database key (DESIGN 7).

A person is never deleted, since the journal names them; taken away is the wrap, and with it the way in. The database
key itself stays the same: whoever opened the records once and kept a copy of the folder keeps what that copy holds.
"""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.passwords import require_password
from app.domain.refusal import Refusal
from app.domain.vocabulary import RoleName
from app.models.folder import DataFolder
from app.models.keys import STANDARD_COST, KeyCost, KeyRing, read_ring, write_ring
from app.models.local import User
from app.services.context import Context

MAY_MANAGE_USERS = frozenset({RoleName.MANAGER, RoleName.INSTALLER})


@dataclass(frozen=True, slots=True)
class UserRow:
    """A person as the list of users shows them."""

    name: str
    role: RoleName
    active: bool


def list_users(ctx: Context) -> tuple[UserRow, ...]:
    """Everybody who ever had a way in, in the order they came."""
    with ctx.database.read() as session:
        return tuple(_row(user) for user in session.scalars(select(User).order_by(User.id)))


def role_of(ctx: Context) -> RoleName:
    """The role of the person who acts; raises Refusal ``unknown_user`` for nobody known."""
    with ctx.database.read() as session:
        return RoleName(_user(session, ctx.user).role)


def add_user(ctx: Context, name: str, password: str, role: RoleName, *, cost: KeyCost = STANDARD_COST) -> UserRow:
    """A further person, or one who comes back.

    Raises Refusal ``role_forbids``, ``user_exists``, ``empty_…`` or ``short_password``.
    """
    _require_manager(ctx)
    require_password(password)
    name = name.strip()
    ring = _ring(ctx).with_password(name, password, ctx.database.key, cost)
    with ctx.database.write(ctx.user, "user add") as session:
        user = session.scalar(select(User).where(User.name == name))
        if user is not None and user.active:
            raise Refusal("user_exists", user=name)
        if user is None:
            user = User(id=1 + (session.scalar(select(func.max(User.id))) or 0), name=name)
            session.add(user)
        user.role, user.active = role.value, 1
        session.flush()
        row = _row(user)
        write_ring(_place(ctx), ring)
    return row


def change_password(ctx: Context, old: str, new: str, *, cost: KeyCost = STANDARD_COST) -> None:
    """A new password for the person who acts; raises Refusal ``wrong_password``, ``empty_…`` or ``short_password``."""
    ring = _ring(ctx)
    ring.unlock(ctx.user, old)
    require_password(new)
    write_ring(_place(ctx), ring.with_password(ctx.user, new, ctx.database.key, cost))


def set_password(ctx: Context, name: str, new: str, *, cost: KeyCost = STANDARD_COST) -> None:
    """A new password for somebody who forgot theirs; raises Refusal ``role_forbids`` or ``unknown_user``."""
    _require_manager(ctx)
    ring = _ring(ctx)
    if name not in ring.users():
        raise Refusal("unknown_user", user=name)
    require_password(new)
    write_ring(_place(ctx), ring.with_password(name, new, ctx.database.key, cost))


def remove_user(ctx: Context, name: str) -> None:
    """Take a person's way in away; raises Refusal ``role_forbids``, ``unknown_user``, or ``last_user`` for the last."""
    _require_manager(ctx)
    with ctx.database.write(ctx.user, "user remove") as session:
        user = _user(session, name)
        others = select(User).where(User.active == 1, User.name != name, User.role.in_(MAY_MANAGE_USERS))
        if session.scalars(others).first() is None:
            raise Refusal("last_user", user=name)
        user.active = 0
        session.flush()
        write_ring(_place(ctx), _ring(ctx).without(name))


def new_recovery_key(ctx: Context) -> str:
    """A new recovery key to print, in place of a lost sheet, which opens nothing any more but older backups."""
    _require_manager(ctx)
    ring, printed = _ring(ctx).with_recovery(ctx.database.key)
    write_ring(_place(ctx), ring)
    return printed


def _require_manager(ctx: Context) -> None:
    role = role_of(ctx)
    if role not in MAY_MANAGE_USERS:
        raise Refusal("role_forbids", role=role.value)


def _place(ctx: Context) -> DataFolder:
    return DataFolder(ctx.database.folder)


def _ring(ctx: Context) -> KeyRing:
    return read_ring(_place(ctx))


def _user(session: Session, name: str) -> User:
    user = session.scalar(select(User).where(User.name == name))
    if user is None:
        raise Refusal("unknown_user", user=name)
    return user


def _row(user: User) -> UserRow:
    return UserRow(user.name, RoleName(user.role), bool(user.active))
