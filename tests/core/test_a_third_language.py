"""A third language, tried: content with German beside Danish and English, a catalogue, and not a line of code."""

from random import Random
from typing import Any

import pytest

from kulturspejl.core import text
from kulturspejl.core.content.letters import parse_letter
from kulturspejl.core.content.parse import instrument_from_json, parse_instrument
from kulturspejl.core.disclosure.codec import from_plain, to_plain
from kulturspejl.core.disclosure.room.picture import picture_of
from kulturspejl.core.errors import Faulty
from kulturspejl.core.instruments.allocation.reading import Team, read_team
from kulturspejl.core.instruments.base.said import Reading
from kulturspejl.core.kinds.base.items import Item
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.core.text import Text, learn
from kulturspejl.library.policies import load_policy
from tests.core.content.profile import tables
from tests.core.instruments.allocation.test_reading import numbers
from tests.kinds.some import some

CATALOGUE = {
    "{count} have answered.": "{count} haben geantwortet.",
    "The numbers are means from {least} ({low}) to {most} ({high}).": "Die Zahlen sind Mittelwerte von {least} ({low}) "
    "bis {most} ({high}).",
    "{n} of {most}": "{n} von {most}",
    "{label}: {value}.": "{label}: {value}.",
    ".": ",",
    "Make the text shorter: there is room for {most} characters, and it has {length}.": "Bitte kürzer: Platz ist für "
    "{most} Zeichen, es sind {length}.",
    "about {minutes} minutes": "etwa {minutes} Minuten",
}


@pytest.fixture(autouse=True)
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    """Core speaks German for the length of a test."""
    monkeypatch.setattr(text, "_CATALOGUES", {})
    learn("de", lambda english: CATALOGUE.get(english, ""))


def with_german(content: Any) -> Any:
    """The same content with German where it has Danish and English."""
    if isinstance(content, dict) and set(content) == {"da", "en"}:
        english = content["en"]
        words = [f"{one} (de)" for one in english] if isinstance(english, list) else f"{english} (de)"
        return content | {"de": words}
    if isinstance(content, dict):
        return {name: with_german(one) for name, one in content.items()}
    return [with_german(one) for one in content] if isinstance(content, list) else content


def test_an_instrument_says_all_it_has_in_german() -> None:
    made = parse_instrument(with_german(tables()))
    assert made.name.into("de") == "name in English (de)"
    assert made.cultures["A"].keywords[0].into("de").endswith("(de)")
    assert [one.into("de") for one in made.reading.cultures.values()] == [f"{one} in English (de)" for one in "ABCD"]
    assert instrument_from_json(made.to_json()) == made, "and a round keeps it"
    assert made.ref().credit.into("de") == "credit in English (de)"
    assert made.minutes_text(10, "drawn").into("de") == "etwa 5 Minuten"


def test_a_released_reading_is_german_and_stays_so_in_its_row() -> None:
    reading = parse_instrument(with_german(tables())).reading
    said = read_team(numbers(), Team(n=8, invited=9, total=10), reading)
    assert all(one.into("de").endswith("(de)") for one in (*said.sentences, said.question))
    kept = to_plain(said)
    assert set(kept["question"]) == {"da", "en", "de"}
    assert from_plain(Reading, kept) == said


def test_a_rooms_picture_speaks_german_and_keeps_it() -> None:
    scales = some(
        "agreement_items", "scales", items=(Item("a", Text("Ro", "Calm", de="Ruhe")),),
        low=Text("nej", "no", de="nein"), high=Text("ja", "yes", de="ja"),
    )  # fmt: skip
    made = picture_of(scales, [{"a": one} for one in (2, 2, 2, 3, 2, 2, 2, 3)], load_policy(), Random(1))
    ((label, value, _share),) = made.rows
    assert (label.into("de"), value.into("de")) == ("Ruhe", "2,3 von 5")
    assert made.sentence.into("de") == "8 haben geantwortet. Die Zahlen sind Mittelwerte von 1 (nein) bis 5 (ja)."
    again = PartPicture.from_json(made.to_json())
    assert (again.sentence.into("de"), again.rows) == (made.sentence.into("de"), made.rows)


def test_a_sentence_of_which_one_part_has_no_german_is_danish_as_a_whole() -> None:
    line = some("anchored_scale", "line", most=5, items=(Item("a", Text("Ro", "Calm")),))
    made = picture_of(line, [{"a": 2}] * 5, load_policy(), Random(1))
    assert made.told.into("de") == "5 haben geantwortet."
    assert made.sentence.into("de") == "5 har svaret. Ro: 2,0 af 5."


def test_a_fault_is_told_in_german() -> None:
    board = some("board", items=(Item("a", Text("Ro", "Calm")),), longest=3)
    with pytest.raises(Faulty) as caught:
        board.check({"a": "længere"})
    assert caught.value.text.into("de") == "Bitte kürzer: Platz ist für 3 Zeichen, es sind 7."


def test_a_letter_may_be_german_and_is_tried_in_it() -> None:
    words = {"da": "x", "en": "x", "de": "x {unit}"}
    letter = parse_letter({"id": "result_open", "subject": words, "body": words})
    assert letter.parts["body"].into("de") == "x {unit}"
    with pytest.raises(ValueError, match="place"):
        parse_letter({"id": "result_open", "subject": words, "body": words | {"de": "{nothing}"}})
