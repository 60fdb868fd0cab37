"""What a new password must have."""

import pytest

from app.domain.passwords import require_password
from app.domain.refusal import Refusal


@pytest.mark.parametrize(("password", "code"), [("", "empty_password"), ("1234567", "short_password")])
def test_a_password_too_easily_guessed_is_refused(password, code):
    with pytest.raises(Refusal) as refused:
        require_password(password)
    assert refused.value.code == code


@pytest.mark.parametrize("password", ["12345678", "龙潭彝绣工坊密码"])
def test_eight_characters_of_any_script_are_enough(password):
    require_password(password)
