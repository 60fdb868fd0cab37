"""The mentors' tree: who stands below whom, rings and numbers that name nobody."""

from app.domain.heritage import Person, Place, family_tree


def person(number, no, mentor_no="", level="", hired="2025-01-01"):
    return Person(number, no, mentor_no, level, hired)


def test_apprentices_follow_their_mentor_and_their_own_follow_them():
    tree = family_tree([person(1, "01", level="省级"), person(2, "02", "01"), person(3, "03"), person(4, "04", "02")])
    assert tree == (Place(1, None, 0, 1), Place(2, 1, 1, 1), Place(4, 2, 2, 0))


def test_who_neither_teaches_nor_learns_is_left_out_unless_an_inheritor():
    assert family_tree([person(1, "01"), person(2, "02", level="县级")]) == (Place(2, None, 0, 0),)


def test_a_number_nobody_has_leaves_its_apprentice_a_root():
    assert family_tree([person(1, "01", "99")]) == (Place(1, None, 0, 0),)


def test_a_number_belongs_to_whoever_had_it_last_by_the_hiring():
    earlier, later = person(1, "01", hired="2023-01-01"), person(2, "01", hired="2026-01-01")
    tree = family_tree([earlier, later, person(3, "03", "01", hired="2025-01-01")])
    assert tree == (Place(1, None, 0, 1), Place(3, 1, 1, 0))


def test_who_teach_each_other_stand_once_each():
    tree = family_tree([person(1, "01", "03"), person(2, "02", "01"), person(3, "03", "02")])
    assert sorted(place.person for place in tree) == [1, 2, 3]
    assert tree[0].mentor is None


def test_nobody_is_his_own_mentor():
    assert family_tree([person(1, "01", "01")]) == (Place(1, None, 0, 0),)
