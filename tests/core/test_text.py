"""A text holds its languages: Danish and English always, and any other."""

import pytest

from kulturspejl.core import text
from kulturspejl.core.text import NOTHING, Text, in_common, joined, known, learn, written

HELLO = Text(da="hej", en="hello", de="hallo")


@pytest.fixture
def no_catalogues(monkeypatch):
    """What a test lets core learn is forgotten after it."""
    monkeypatch.setattr(text, "_CATALOGUES", {})


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", "hej"), ("en", "hello"), ("EN-gb", "hello"), ("de", "hallo"), ("de-AT", "hallo"), ("fr", "hej"),
        ("", "hej"),
    ],
)  # fmt: skip
def test_it_is_said_in_the_language_or_its_mother_or_in_danish(language, said):
    assert HELLO.into(language) == said


def test_danish_and_english_are_required():
    with pytest.raises(TypeError):
        Text(da="hej", de="hallo")


def test_two_texts_are_the_same_when_all_their_words_are():
    assert Text("hej", "hello") == Text(en="hello", da="hej") != HELLO
    assert {HELLO: 1}[Text(de="hallo", da="hej", en="hello")] == 1
    assert repr(Text("hej", "hello")) == "Text(da='hej', en='hello')"


def test_a_change_reaches_every_language():
    assert HELLO.each(lambda words, language: f"{language} {words}").words == {
        "da": "da hej", "en": "en hello", "de": "de hallo",
    }  # fmt: skip


def test_joined_texts_keep_the_languages_that_all_of_them_have():
    world = Text(da="verden", en="world", de="Welt", fr="monde")
    assert joined([HELLO, world]) == Text(da="hej verden", en="hello world", de="hallo Welt")
    assert joined([HELLO, Text("verden", "world")], between=", ") == Text("hej, verden", "hello, world")
    assert joined([HELLO, NOTHING]) == HELLO, "what says nothing says it in every language"
    assert joined([]) == NOTHING
    assert in_common([]) == ("da", "en")


def test_a_file_may_name_any_language_and_nothing_else():
    raw = {"da": " hej ", "en": "hello", "pt-br": "olá", "de": "", "note": "x", "DE": "x", "fr": 3}
    assert written(raw) == {"da": "hej", "en": "hello", "pt-br": "olá"}


def test_a_catalogue_gives_the_programs_own_sentences_a_further_language(no_catalogues):
    learn("de", {"hello": "hallo", "": "a header"}.get)
    assert known() == ("da", "en", "de")
    plain = Text("hej", "hello")
    assert (plain.into("de"), plain.into("de-at"), plain.languages) == ("hallo", "hallo", ("da", "en", "de"))
    assert Text("nej", "no").into("de") == "nej", "what the catalogue lacks"
    assert NOTHING.into("de") == "", "and never its header"
    assert Text("hej", "hello", de="moin").into("de") == "moin", "what is written goes before what is learned"
    assert plain == Text("hej", "hello"), "learning changes no text"
