"""What a typed text may mean among things with a number and a name."""

import pytest

from app.domain.sales_find import ProductChoice
from app.ui.pages.sales_entry import products_offered

GOODS = (
    ProductChoice(3, "", "香包", "个", 6_800),
    ProductChoice(1, "P001", "彝绣挎包", "件", 12_880),
    ProductChoice(2, "P002", "刺绣披毡", "件", None),
    ProductChoice(4, "P003", "单肩龘包", "件", None),
)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        *(("p002", [2]), ("Ｐ００１", [1]), ("yxkb", [1]), ("披毡", [2]), ("香包", [3]), ("p00", [1, 2, 4])),
        *(
            ("cx", [2, 4]),
            ("yixiu", [1]),
            ("xkb", [1]),
            ("包", [3, 1, 4]),
            ("001", [1]),
            ("zzz", []),
            ("", [3, 1, 2, 4]),
        ),
        *(("djdb", [4]), ("sjdb", [4]), ("djb", []), ("P001 彝绣挎包", [1])),
    ],
)
def test_products_are_found_by_code_characters_syllables_and_initials(text: str, ids: list[int]) -> None:
    assert [one.product_id for one, _ in products_offered(GOODS).find(text)] == ids
