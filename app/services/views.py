"""Views of a table a person keeps by name on this PC: its search, its order, the columns that are left out."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from app.domain.plain_text import tidy, unfit_character
from app.domain.refusal import Refusal
from app.models.local import Setting
from app.services.context import Context

MOST_VIEWS, MOST_LETTERS = 30, 40


@dataclass(frozen=True, slots=True)
class View:
    """How a table is looked at: ``order`` is a column or empty, ``hidden`` are columns, ``filters`` the texts to be
    shown of each column. Columns and texts are named in Chinese, whatever language the window speaks; views kept by
    earlier versions may have them in English.
    """

    name: str
    search: str = ""
    order: str = ""
    descending: bool = False
    hidden: tuple[str, ...] = ()
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()


def list_views(ctx: Context, workshop_id: int, place: str) -> tuple[View, ...]:
    """The views kept for a table (``place``: page and table), in the order they were made."""
    del workshop_id  # one PC, one way of looking
    with ctx.database.read() as session:
        return _kept(session, place)


def keep_view(ctx: Context, workshop_id: int, place: str, view: View) -> tuple[View, ...]:
    """Keep a view, in the place of one of the same name; refuses a name that is empty, too long or not readable."""
    del workshop_id
    name = tidy(view.name)
    if not name:
        raise Refusal("view_name_empty")
    if len(name) > MOST_LETTERS:
        raise Refusal("view_name_long", most=MOST_LETTERS)
    if char := unfit_character(name):
        raise Refusal("text_unfit_character", char=char)
    with ctx.database.write(ctx.user, "view.keep") as session:
        named = replace(view, name=name)
        views = [named if one.name == name else one for one in _kept(session, place)]
        views += [] if named in views else [named]
        if len(views) > MOST_VIEWS:
            raise Refusal("view_too_many", most=MOST_VIEWS)
        return _keep(session, place, views)


def drop_view(ctx: Context, workshop_id: int, place: str, name: str) -> tuple[View, ...]:
    """Forget a view; one that is not there is no fault."""
    del workshop_id
    with ctx.database.write(ctx.user, "view.drop") as session:
        return _keep(session, place, [one for one in _kept(session, place) if one.name != name])


def _kept(session: Session, place: str) -> tuple[View, ...]:
    row = session.get(Setting, f"views:{place}")
    return tuple(map(_view, json.loads(row.value))) if row else ()


def _view(stored: dict[str, Any]) -> View:
    filters = tuple((title, tuple(texts)) for title, texts in stored.get("filters", ()))
    return View(**{**stored, "hidden": tuple(stored["hidden"]), "filters": filters})


def _keep(session: Session, place: str, views: Sequence[View]) -> tuple[View, ...]:
    value = json.dumps([asdict(view) for view in views], ensure_ascii=False)
    session.merge(Setting(name=f"views:{place}", value=value))
    return tuple(views)
