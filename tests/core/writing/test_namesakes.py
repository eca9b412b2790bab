"""People of one name: told apart by a number, which stays with whoever got it."""

from kulturspejl.core.writing.namesakes import is_called, told_apart


def test_the_second_of_a_name_gets_a_number_and_the_first_keeps_it_bare() -> None:
    assert told_apart("Anne Hansen", ["Bo", "Annelise Hansen"]) == "Anne Hansen"
    assert told_apart("Anne Hansen", ["Anne Hansen"]) == "Anne Hansen 2"
    assert told_apart("Anne Hansen", ["Anne Hansen", "Anne Hansen 2"]) == "Anne Hansen 3"


def test_capitals_make_no_other_name_and_a_number_that_is_free_is_taken() -> None:
    assert told_apart("anne", ["Anne", "ANNE 3"]) == "anne 2"
    assert told_apart("Anne 2", ["Anne", "Anne 2"]) == "Anne 2 2"


def test_a_name_is_known_again_with_its_number() -> None:
    assert is_called("Lars", "Lars")
    assert is_called("Lars 2", "Lars")
    assert not is_called("Lars B 2", "Lars")
    assert is_called("Hold 2", "Hold 2")
