"""A test that asks the same of many things names all that fail."""

import pytest

from tests.every import every


def test_all_that_fail_are_named_and_no_other():
    @every({"one": (1,), "two": (2,), "three": (3,), "four": (4,)})
    def is_odd(number):
        assert number % 2

    with pytest.raises(BaseExceptionGroup, match="2 of 4") as caught:
        is_odd()
    assert [error.__notes__ for error in caught.value.exceptions] == [["asked of two"], ["asked of four"]]


def test_what_should_have_been_refused_is_a_fault_as_well():
    @every({"one": (1,)})
    def is_refused(_number):
        with pytest.raises(ValueError):
            pass

    with pytest.raises(BaseExceptionGroup, match="1 of 1"):
        is_refused()


def test_nothing_to_ask_is_a_fault():
    with pytest.raises(AssertionError, match="nothing was asked"):
        every({})(lambda: None)()
