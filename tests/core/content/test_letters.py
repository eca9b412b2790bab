"""A letter from its parts, in both languages, with what is missing named."""

from dataclasses import replace
from typing import Any

import pytest

from kulturspejl.core.content.letters import INVITATION, LetterFacts, parse_letter, write

FACTS = LetterFacts(
    "Nord", "Karen", 12, "Vi vil vide det.", 5, "trygheden", "7 ting", "6", "1. maj", "https://x", "x.dk", "ABCD",
    "Havnby", "Karen, k@x.dk",
)


def table() -> dict[str, Any]:
    words = {part: {"da": f" {part} {{unit}} ", "en": f"{part} in {{unit}}"} for part in INVITATION}
    return {"id": "invitation", **words}


def test_an_invitation_and_a_reminder_have_their_paragraphs_in_order() -> None:
    letter = parse_letter(table())
    assert letter.id == "invitation"
    subject, body = write(letter, FACTS, language="da", is_reminder=False)
    assert subject == "subject Nord"
    assert body == "greeting Nord\n\nwhy Nord\n\nbody Nord\n\ncode Nord\n\nclosing Nord\n"
    subject, body = write(letter, FACTS, language="en", is_reminder=True)
    assert subject == "subject_reminder in Nord"
    assert body.split("\n\n")[:3] == ["greeting in Nord", "already_answered in Nord", "why in Nord"]


def test_without_a_reason_there_is_no_paragraph_of_reasons() -> None:
    _subject, body = write(parse_letter(table()), replace(FACTS, why=""), language="da", is_reminder=False)
    assert "why" not in body


@pytest.mark.parametrize("part", INVITATION)
def test_each_part_is_there_in_both_languages(part: str) -> None:
    for raw in ({"da": "x"}, {"en": "x"}, {"da": "", "en": "x"}, "x", None):
        with pytest.raises(ValueError, match=rf"lacks {part}\.da or {part}\.en"):
            parse_letter(table() | {part: raw})


@pytest.mark.parametrize("part", INVITATION)
@pytest.mark.parametrize("place", ["{who}", "{0}"])
def test_a_place_that_does_not_exist_is_said(part: str, place: str) -> None:
    for words in ({"da": place, "en": "x"}, {"da": "x", "en": place}):
        with pytest.raises(ValueError, match="a place that does not exist"):
            parse_letter(table() | {part: words})


def test_every_fact_has_a_place() -> None:
    names = LetterFacts.__dataclass_fields__
    words = " ".join(f"{{{name}}}" for name in names)
    letter = parse_letter(table() | {"body": {"da": words, "en": words}})
    _subject, body = write(letter, FACTS, language="en", is_reminder=False)
    assert "Nord Karen 12 Vi vil vide det. 5 trygheden 7 ting 6 1. maj https://x x.dk ABCD Havnby Karen, k@x.dk" in body
