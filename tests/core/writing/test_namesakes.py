"""People of one name: told apart by a number, which stays with whoever got it."""

from kulturspejl.core.writing.namesakes import is_called, placed, told_apart


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


def test_namesakes_stand_with_their_workplace_where_that_tells_them_apart():
    people = {
        "a": ("Mette", "Nord"), "b": ("mette 2", "Syd"), "c": ("Bo", "Nord"), "d": ("Ida", ""), "e": ("Ida 2", "Øst"),
    }  # fmt: skip
    assert placed(people) == {
        "a": "Mette (Nord)", "b": "mette 2 (Syd)", "c": "Bo", "d": "Ida", "e": "Ida 2 (Øst)",
    }  # fmt: skip
    same = {"a": ("Mette", "Nord"), "b": ("Mette 2", "nord")}
    assert placed(same) == {"a": "Mette", "b": "Mette 2"}, "the number alone tells them apart"
    long = placed({"a": ("Bo", "Afdelingen for hjælpemidler og bolig"), "b": ("Bo 2", "X")})["a"]
    assert long == "Bo (Afdelingen for hjælpemi…)"
