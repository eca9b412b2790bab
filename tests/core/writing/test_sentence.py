"""Sentences with something to fill in, in every language at once."""

from datetime import date, datetime

import pytest

from kulturspejl.core.text import NOTHING, Text
from kulturspejl.core.writing.length import too_long, without_room
from kulturspejl.core.writing.sentence import (
    as_it_is,
    cited,
    either,
    exactly,
    filled,
    in_words,
    many,
    n_of,
    quoted,
    short,
)

IT = Text(da="Det er {it}.", en="It is {it}.")


@pytest.mark.parametrize(
    ("it", "da", "en"),
    [
        (3, "3", "3"), (2.25, "2,3", "2.3"), (Text("ro", "calm"), "ro", "calm"), ("{x}", "{x}", "{x}"),
        (date(2026, 5, 2), "2. maj 2026", "2 May 2026"),
        (datetime(2026, 5, 2, 9, 5), "2. maj 2026 kl. 9.05", "2 May 2026 at 09:05"),
        (["A", "B", "C"], "A, B og C", "A, B and C"), ([Text("ro", "calm"), 2.5], "ro og 2,5", "calm and 2.5"),
    ],
)  # fmt: skip
def test_each_value_is_written_as_the_language_around_it_has_it(it, da, en):
    assert filled(IT, it=it) == Text(f"Det er {da}.", f"It is {en}.")


def test_a_place_without_a_value_is_an_error():
    with pytest.raises(KeyError):
        filled(IT)


def test_a_place_may_be_called_text():
    assert filled(Text("{text}", "{text}"), text="x") == Text("x", "x")


def test_the_small_words():
    assert n_of(3, 10) == Text("3 af 10", "3 of 10")
    assert n_of(3.0, 10) == Text("3,0 af 10", "3.0 of 10"), "a mean"
    assert quoted(Text("ro", "calm")) == Text("»ro«", "“calm”")
    assert either([cited("A"), cited("B"), cited("C")]) == Text("»A«, »B« eller »C«", "“A”, “B” or “C”")
    assert (in_words(date(2026, 1, 1)).da, many(20000).da, short(2.0).da, exactly(9.75).da) == (
        "1. januar 2026", "20.000", "2", "9,75",
    )  # fmt: skip
    assert as_it_is("3–5") == Text("3–5", "3–5")


def test_a_language_that_one_part_lacks_is_left_out_whole():
    german = Text(da="Det er {it}.", en="It is {it}.", de="Es ist {it}.")
    assert filled(german, it="x").into("de") == "Es ist x."
    assert filled(german, it=Text("ro", "calm")).words == {"da": "Det er ro.", "en": "It is calm."}
    assert filled(german, it=NOTHING).into("de") == "Es ist ."


def test_words_without_room_are_told_how_many_there_are_and_may_be():
    said = "Gør teksten kortere: der er plads til 3 tegn, og den har 4."
    assert too_long("abcd", 3).da == said
    assert without_room({"a": "abcd", "b": "abc"}, {"a": 3, "b": 3}) == {"a": too_long("abcd", 3)}
