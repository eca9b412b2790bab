"""The names at a web's corners have room beside each other, in both languages and with words of one's own."""

import pytest

from kulturspejl.drawing.corner_names import GAP, ROOM, SIZES, beside
from kulturspejl.readers.instruments import culture_profile


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("pair", ["AB", "DC"])
def test_those_of_the_culture_profile_do_not_run_into_each_other(lang, pair):
    names = culture_profile().names(lang)
    left, right = beside(*((names.called[one], names.terms[one]) for one in pair))
    for one, other in zip(left.widths, right.widths, strict=True):
        assert one + other + GAP <= ROOM
    assert left.size == right.size
    for name, letter in ((left, pair[0]), (right, pair[1])):
        assert f"{name.first} {name.last}".strip() == names.called[letter], "no word is lost"


def test_short_names_stay_as_large_as_ever_and_a_term_alone_on_one_line():
    left, right = beside(("Clan", ""), ("Adhocracy", ""))
    assert (left.first, left.last, left.size) == ("", "Clan", SIZES[0])
    assert (right.first, right.last) == ("", "Adhocracy")


def test_what_fits_in_no_size_is_set_in_the_smallest():
    left, _right = beside(("En meget lang benævnelse af en kultur", "Klankultur"), ("Noget andet, som er langt", "B"))
    assert left.size == SIZES[-1]
