"""The words on a card: enough of them, easy to spell and to tell apart, and the first says who has chosen them."""

import random
import re

import pytest

from kulturspejl.library.words import HOW_MANY, six_words, words_in

LETTERS = {"da": "abcdefghijklmnopqrstuvwxyzæøå", "en": "abcdefghijklmnopqrstuvwxyz"}


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_words_are_many_short_and_of_the_language_s_own_letters(language):
    words = words_in(language)
    assert len(words) == len(set(words)) == HOW_MANY
    assert HOW_MANY >= 512
    assert [word for word in words if not re.fullmatch(f"[{LETTERS[language]}]{{2,10}}", word)] == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_server_s_cards_begin_at_an_odd_place(language):
    words = words_in(language)
    drawn = [six_words(language, random.Random(seed)).split() for seed in range(200)]
    assert {len(card) for card in drawn} == {6}
    assert {words.index(card[0]) % 2 for card in drawn} == {1}
    assert {words.index(card[1]) % 2 for card in drawn} == {0, 1}
