"""What a piece entry and a material move are refused for, each at its field."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.material_check import MaterialMoveForm, check_material, check_move, running, signed
from app.domain.production_check import Maker, PieceForm, check_pieces, name_parts, weights_of
from app.domain.vocabulary import MaterialMoveKind

TODAY = date(2026, 11, 25)
MAKERS = {
    1: Maker("阿依莫", date(2025, 3, 1), None),
    2: Maker("吉克秀英", date(2025, 3, 1), date(2026, 11, 10)),
}
GOOD = PieceForm(date(2026, 11, 8), (1,), 911, good_milli=12_000)
MOVE = MaterialMoveForm(date(2026, 11, 8), 1, 7, MaterialMoveKind.GIVEN, 2_500)


def kinds(form: PieceForm) -> dict[str, str]:
    return {note.column: note.kind for note in check_pieces(form, MAKERS, TODAY)}


@pytest.mark.parametrize(
    ("change", "column", "kind"),
    [
        ({"day": None}, "day", "pieces_day_empty"),
        ({"day": date(1899, 12, 31)}, "day", "pieces_day_early"),
        ({"day": date(2999, 1, 1)}, "day", "pieces_day_late"),
        ({"workers": ()}, "workers", "pieces_worker_empty"),
        ({"workers": (9,)}, "workers", "pieces_worker_missing"),
        ({"workers": (1, 1)}, "workers", "pieces_worker_twice"),
        ({"workers": (2,), "day": date(2026, 11, 11)}, "workers", "day_not_employed"),
        ({"workers": (1,), "day": date(2025, 2, 28)}, "workers", "day_not_employed"),
        ({"process_id": None}, "item", "pieces_item_empty"),
        ({"good_milli": None}, "good_milli", "pieces_quantity_empty"),
        ({"good_milli": 0}, "good_milli", "pieces_quantity_empty"),
        ({"good_milli": -1}, "good_milli", "pieces_negative"),
        ({"rework_milli": -1}, "rework_milli", "pieces_negative"),
        ({"good_milli": 10**12}, "good_milli", "pieces_too_many"),
        ({"material_scrap_milli": 10**12}, "material_scrap_milli", "pieces_too_many"),
        ({"workers": (1, 2), "weights": (1,)}, "weights", "pieces_weights_count"),
        ({"weights": (1, 2)}, "weights", "pieces_weights_count"),
        ({"workers": (1, 2), "weights": (0, 0)}, "weights", "pieces_weights_unread"),
        ({"workers": (1, 2), "weights": (1, 10**12)}, "weights", "pieces_weights_most"),
    ],
)
def test_what_no_entry_can_be_is_refused_at_its_field(change: dict[str, object], column: str, kind: str) -> None:
    notes = list(check_pieces(replace(GOOD, **change), MAKERS, TODAY))
    assert [(note.column, note.kind, note.blocks) for note in notes] == [(column, kind, True)]


@pytest.mark.parametrize("name", ["rework_milli", "worker_scrap_milli", "material_scrap_milli"])
def test_one_quantity_of_any_kind_is_enough(name: str) -> None:
    assert kinds(replace(GOOD, good_milli=None, **{name: 1})) == {}


def test_the_leaving_day_counts_and_a_day_to_come_is_only_noted() -> None:
    assert kinds(replace(GOOD, workers=(2,), day=date(2026, 11, 10))) == {}
    (note,) = check_pieces(replace(GOOD, day=date(2026, 11, 26)), MAKERS, TODAY)
    assert (note.kind, note.blocks) == ("pieces_day_coming", False)


@pytest.mark.parametrize("text", ["03,07,12", "03，07、12", " 03 ; 07 + 12 ", "０３,07,12"])
def test_several_names_are_read_with_any_comma(text: str) -> None:
    assert name_parts(text) == ("03", "07", "12")


def test_weights_are_read_as_a_book_writes_them() -> None:
    assert weights_of("7.5：6:4.25") == (7_500, 6_000, 4_250)
    assert weights_of(" ") == ()
    assert PieceForm(workers=(1, 2)).shares == (1000, 1000)


@pytest.mark.parametrize("text", ["7.5:", "0:0", "a:b", "1:-1", "7:30 PM", "1.2345:1"])
def test_weights_that_share_nothing_are_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  its words are nobody's
        weights_of(text)


@pytest.mark.parametrize(
    ("change", "column", "kind"),
    [
        ({"day": None}, "day", "pieces_day_empty"),
        ({"worker_id": None}, "worker_id", "pieces_worker_empty"),
        ({"worker_id": 9}, "worker_id", "pieces_worker_missing"),
        ({"worker_id": 2, "day": date(2026, 11, 20)}, "worker_id", "day_not_employed"),
        ({"material_id": None}, "material_id", "material_empty"),
        ({"kind": None}, "kind", "material_kind_empty"),
        ({"quantity_milli": None}, "quantity_milli", "material_quantity_empty"),
        ({"quantity_milli": -5}, "quantity_milli", "material_quantity_negative"),
        ({"quantity_milli": 10**12}, "quantity_milli", "material_quantity_most"),
        ({"note": "线" * 201}, "note", "material_text_long"),
        ({"note": "红\u202e线"}, "note", "text_unfit_character"),
    ],
)
def test_what_no_move_can_be_is_refused_at_its_field(change: dict[str, object], column: str, kind: str) -> None:
    form = replace(MOVE, **change)
    notes = list(check_move(form, MAKERS.get(form.worker_id or 0), TODAY))
    assert [(note.column, note.kind, note.blocks) for note in notes] == [(column, kind, True)]


def test_who_has_left_can_still_give_back() -> None:
    form = replace(MOVE, worker_id=2, day=date(2026, 11, 20), kind=MaterialMoveKind.RETURNED)
    assert not list(check_move(form, MAKERS[2], TODAY))


@pytest.mark.parametrize(
    ("name", "unit", "column", "kind"),
    [
        ("", "卷", "name", "material_name_empty"),
        ("绣线", "", "unit", "material_unit_empty"),
        (" 银 丝 ", "克", "name", "material_name_taken"),
        ("线" * 61, "卷", "name", "material_text_long"),
        ("绣\u200b线", "卷", "name", "text_unfit_character"),
    ],
)
def test_a_material_needs_a_name_of_its_own_and_a_unit(name: str, unit: str, column: str, kind: str) -> None:
    (note,) = check_material(name, unit, ["银 丝"])
    assert (note.column, note.kind, note.blocks) == (column, kind, True)


def test_only_what_is_taken_adds_to_what_is_held() -> None:
    forms = [replace(MOVE, kind=kind) for kind in MaterialMoveKind]
    assert [signed(form) for form in forms] == [2_500, -2_500, -2_500]
    days = [date(2026, 11, day) for day in (1, 2, 2)]
    assert list(running(zip(days, (5, -7, 3), strict=True))) == [(days[0], 5), (days[1], 1)]
