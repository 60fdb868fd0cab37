"""Enrolment and sync as people ask for them, with an exchange that only notes what it was asked."""

from dataclasses import dataclass, field

import pytest

from app.domain.refusal import Refusal
from app.domain.sync_report import SyncReport
from app.models.local import Cursor, HeldChange
from app.services.syncing import enroll, enrolled_workshops, stats, sync_now, sync_state
from app.services.workshops import create_workshop, status
from app.sync.wire import EnrollAnswer, Slip, write_slip

SLIP = write_slip(Slip("https://county.example", "AB12", "f" * 64))


@dataclass
class Noting:
    """An exchange that answers at once; the place is bound to ``bound``, else to what enrols."""

    bound: int = 0
    asked: list[tuple] = field(default_factory=list)

    def enroll(self, database, slip, workshop, _now):
        answer = EnrollAnswer(self.bound or workshop, "龙潭", "513499", "key", "", "e", 1)
        self.asked.append((slip, workshop))
        with database.write("", "enrol", capture=False) as session:
            session.merge(Cursor(workshop_id=answer.workshop, server_url=slip.url, fingerprint="", join_key="key"))
        return answer

    def sync(self, _database, workshop):
        self.asked.append(workshop)
        return SyncReport(sent=1)


def test_slip_enrols_the_only_workshop(ctx, shop):
    exchange = Noting()
    row = enroll(ctx, exchange, slip=SLIP)
    assert (row.workshop_id, row.joined, row.server_url) == (shop, False, "https://county.example")
    assert exchange.asked == [(Slip("https://county.example", "AB12", "f" * 64), shop)]


def test_address_and_code_do_as_well(ctx, shop):
    assert enroll(ctx, Noting(), server=" http://127.0.0.1:1 ", code=" AB12 ").workshop_id == shop


@pytest.mark.parametrize("given", [{"slip": "GF1.nonsense"}, {"server": "http://x"}, {"code": "AB12"}, {}])
def test_half_a_slip_is_none(ctx, shop, given):
    with pytest.raises(Refusal) as caught:
        enroll(ctx, Noting(), **given)
    assert caught.value.code == "slip_unreadable"


def test_slip_of_a_bound_place_joins_beside(ctx, shop):
    row = enroll(ctx, Noting(bound=77), slip=SLIP)
    assert (row.workshop_id, row.joined) == (77, True)
    assert enrolled_workshops(ctx) == (77,)


def test_which_of_several_workshops(ctx, shop):
    other = create_workshop(ctx, "另一工坊", "513499").workshop_id
    with pytest.raises(Refusal) as caught:
        enroll(ctx, Noting(), slip=SLIP)
    assert caught.value.code == "enroll_which_workshop"
    assert enroll(ctx, Noting(), slip=SLIP, workshop_id=other).workshop_id == other
    assert enroll(ctx, Noting(), slip=SLIP).workshop_id == shop
    with pytest.raises(Refusal) as caught:
        sync_now(ctx, Noting())
    assert caught.value.code == "sync_which_workshop"
    assert sync_now(ctx, exchange := Noting(), shop).sent == 1
    assert exchange.asked == [shop]


def test_nothing_to_sync_before_enrolment(ctx, shop):
    with pytest.raises(Refusal) as caught:
        sync_now(ctx, Noting())
    assert caught.value.code == "not_enrolled"
    assert not sync_state(ctx, shop).enrolled
    assert sync_state(ctx, shop).pending == 1


@pytest.mark.parametrize(("code", "words"), [("parent_missing", "worker_id"), ("of_tomorrow", "said by the server")])
def test_held_changes_are_told_in_words(ctx, shop, code, words):
    with ctx.database.write("", "held", capture=False) as session:
        session.add(
            HeldChange(
                workshop_id=shop, device=1, seq=1, clock=1, side="own", verdict="held", tbl="attendance",
                key='[1,"2026-10-01"]', code=code, column_name="worker_id", message="said by the server", payload=None,
            )
        )  # fmt: skip
    (held,) = sync_state(ctx, shop).held
    assert words in held.en
    assert status(ctx, shop).needs_person == 1
    assert stats(ctx)["workshops"][str(shop)]["held"][0]["code"] == code


def test_stats_have_the_shape_both_sides_give(ctx, shop, hire):
    hire("01")
    (found,) = stats(ctx)["workshops"].values()
    assert set(found) == {"schema", "tables", "held", "pending"}
    assert set(found["tables"]["worker"][""]) == {"rows", "fen", "hash"}
    assert found["pending"] == 3
    assert stats(ctx, workshop_id=1) == {"workshops": {}}


def test_the_same_slip_on_the_same_pc_joins_nothing_anew(ctx, shop):
    enroll(ctx, Noting(bound=shop), slip=SLIP)
    row = enroll(ctx, Noting(bound=shop), slip=SLIP)
    assert (row.workshop_id, row.joined, row.again) == (shop, False, True)
