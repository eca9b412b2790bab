"""The words of a practice crew."""

import pytest

from kulturspejl.core.content.crew import crew_texts

TABLE = {"names": ["Anne"], "workplaces": {"da": ["Skolen"], "en": ["School"]}, "lines": {"da": ["Ro"], "en": ["Calm"]}}


@pytest.mark.parametrize(
    ("language", "place"), [("da", "Skolen"), ("da-DK", "Skolen"), ("en", "School"), ("fr", "School")]
)
def test_a_dane_gets_danish_and_everybody_else_english(language, place):
    assert crew_texts(TABLE, language).workplaces == (place,)
