"""A facilitator's own words: only what was changed, in both languages, and who sees what is written stays told."""

from kulturspejl.core.content.own_words import LONGEST, PHONE, WALL, plain, too_long, with_own_words
from kulturspejl.core.content.parse_exercise import exercise_from_json
from kulturspejl.library.load import load

EXERCISE = load().exercises["check_in"]
STEP = EXERCISE.steps[0]


def test_changed_words_stand_in_both_languages_and_the_promise_stays():
    words = {("check_in", STEP.id, PHONE): "Skriv  bare\nløs {her}", ("check_in", STEP.id, WALL): "Skriv løs"}
    made = exercise_from_json(with_own_words(EXERCISE, words, "da")).steps[0]
    assert made.phone.da == made.phone.en == "Skriv bare løs (her) {who_sees}"
    assert made.wall.da == made.wall.en == "Skriv løs"
    assert EXERCISE.raw["step"][0]["wall"]["da"] == STEP.wall.da


def test_the_same_words_or_none_change_nothing():
    words = {("check_in", STEP.id, PHONE): f" {plain(STEP.phone, 'da')} ", ("check_in", STEP.id, WALL): "  "}
    assert with_own_words(EXERCISE, words, "da") == EXERCISE.raw


def test_words_that_are_too_long_are_named():
    words = {
        ("check_in", STEP.id, WALL): "a" * (LONGEST[WALL] + 1),
        ("check_in", STEP.id, PHONE): "a" * LONGEST[PHONE],
    }
    assert list(too_long(words)) == [f"text.check_in.{STEP.id}.wall"]
