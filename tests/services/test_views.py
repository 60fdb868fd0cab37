"""Views kept by name on this PC: replaced, forgotten, refused."""

import pytest
from sqlalchemy import func, select

from app.domain.refusal import Refusal
from app.models.local import Journal
from app.services.views import MOST_LETTERS, MOST_VIEWS, View, drop_view, keep_view, list_views

PLACE = "PeoplePage"


def names(ctx, shop, place=PLACE):
    return [view.name for view in list_views(ctx, shop, place)]


def test_a_view_comes_back_as_it_was_kept(ctx, shop):
    view = View(
        "计件工人", "jk", "标准（元）", descending=True, hidden=("手机", "性别"), filters=(("状态", ("在职",)),)
    )
    keep_view(ctx, shop, PLACE, view)
    assert list_views(ctx, shop, PLACE) == (view,)
    assert names(ctx, shop, "SalesPage") == []


def test_one_of_the_same_name_is_replaced_in_its_place(ctx, shop):
    for name in ("一", "二", " 一 "):
        keep_view(ctx, shop, PLACE, View(name, search=name))
    assert [(view.name, view.search) for view in list_views(ctx, shop, PLACE)] == [("一", " 一 "), ("二", "二")]


def test_a_view_is_forgotten(ctx, shop):
    keep_view(ctx, shop, PLACE, View("一"))
    assert drop_view(ctx, shop, PLACE, "二") == (View("一"),)
    assert drop_view(ctx, shop, PLACE, "一") == ()
    assert names(ctx, shop) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [("  ", "view_name_empty"), ("长" * (MOST_LETTERS + 1), "view_name_long"), ("a\u200bb", "text_unfit_character")],
)
def test_names_that_are_refused(ctx, shop, name, code):
    with pytest.raises(Refusal) as refused:
        keep_view(ctx, shop, PLACE, View(name))
    assert refused.value.code == code
    assert refused.value.text("en")
    assert names(ctx, shop) == []


def test_too_many_are_refused_and_one_of_them_may_still_be_replaced(ctx, shop):
    for at in range(MOST_VIEWS):
        keep_view(ctx, shop, PLACE, View(str(at)))
    with pytest.raises(Refusal, match=r"view_too_many|at most"):
        keep_view(ctx, shop, PLACE, View("one more"))
    keep_view(ctx, shop, PLACE, View("3", search="x"))
    assert len(names(ctx, shop)) == MOST_VIEWS


def test_views_stay_on_this_pc(ctx, shop):
    with ctx.database.read() as session:
        before = session.scalar(select(func.count()).select_from(Journal))
    keep_view(ctx, shop, PLACE, View("一"))
    with ctx.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Journal)) == before
