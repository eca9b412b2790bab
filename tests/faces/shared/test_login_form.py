"""A code by mail is typed and copied in many ways; a wrong one stays wrong."""

import pytest

from kulturspejl.faces.shared.login_form import CodeFromMailForm
from kulturspejl.faces.shared.second_look import SecondLook

CODE = "FBLM-HBQT"


def is_right(typed: str) -> bool:
    return CodeFromMailForm({"code": typed}, code=CODE).is_valid()


@pytest.mark.parametrize(
    "typed",
    [
        CODE, "fblmhbqt", "fblm hbqt", "FBLM\u2013HBQT", "FBLM\u2011HBQT\u00a0", "FB\u200bLM-HBQT\u200b", "FBLM - HBQT",
        "Koden er: FBLM-HBQT.", "\u201cFBLM-HBQT\u201d", "\uff26BLM-HBQT",
    ],
)  # fmt: skip
def test_a_code_is_right_however_it_was_copied(typed):
    assert is_right(typed)


@pytest.mark.parametrize("typed", ["FBLM-HBQS", "FBLM", "Koden er: HBQT-FBLM", "-", "\u200b"])
def test_a_wrong_one_stays_wrong(typed):
    assert not is_right(typed)


def test_the_second_look_takes_codes_in_the_same_way():
    assert SecondLook.form_class is CodeFromMailForm
