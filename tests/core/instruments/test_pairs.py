"""Six lines between two traits go the whole way: numbers, floor, certificate, store and back, sentences, change."""

import json
from dataclasses import replace

import numpy as np
import pytest

from kulturspejl.core.disclosure.check import check_certificate
from kulturspejl.core.disclosure.release import Place, make_release
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.instruments.pairs.agreement_word import agreement_word
from kulturspejl.core.instruments.pairs.asked import AskedPlaces
from kulturspejl.core.instruments.pairs.form import COLUMNS
from kulturspejl.core.instruments.pairs.numbers import PairsNumbers
from kulturspejl.library import load
from kulturspejl.library.policies import load_policy

PAIRS = load().scales["trait_pairs"]
PLACES = [
    Place("top", "Top", None, 0), Place("a", "A", "top", 6), Place("b", "B", "top", 12), Place("c", "C", "top", 4),
    Place("d", "D", "top", 3), Place("e", "E", "top", 9),
]  # fmt: skip


def made(**of: np.ndarray) -> Released:
    rng = np.random.default_rng(3)
    answers = {
        unit: rng.integers(1, 8, size=(n, 6)) for unit, n in (("a", 6), ("b", 11), ("c", 3), ("d", 2), ("e", 9))
    } | of
    asked = PAIRS.asked(7, "none")
    return make_release(places=PLACES, answers=answers, content=PAIRS.ref(), asked=asked, policy=load_policy())


def numbers(released: Released, unit: str) -> PairsNumbers:
    found = released.units[unit].numbers
    assert isinstance(found, PairsNumbers)
    return found


def test_it_holds_its_certificate_and_is_read_back_as_it_was() -> None:
    released = made()
    assert check_certificate(released) == []
    plain = json.loads(json.dumps(released.to_json(), sort_keys=True))
    assert plain["kind"] == "pairs"
    assert Released.from_json(plain) == released


def test_from_five_each_mean_and_one_word_and_from_eight_the_spreads() -> None:
    released = made()
    six, eleven = numbers(released, "a"), numbers(released, "b")
    assert [one.sd for one in six.now.values()] == [None] * 6
    assert six.word is not None
    assert all(one.sd is not None for one in eleven.now.values())
    assert released.units["c"].hidden == "few"


def test_a_team_of_one_mind_is_told_as_one_that_nearly_is() -> None:
    alike, nearly = np.full((11, 6), 4), np.full((11, 6), 4)
    nearly[0, 0], nearly[1, 0] = 5, 3
    assert made(b=alike).to_json() == made(b=nearly).to_json()
    assert made(b=alike[:8]).to_json() == made(b=nearly[:8]).to_json()
    told = numbers(made(b=alike), "b")
    assert told.now["1"].sd == pytest.approx(0.56)
    wrong = [replace(told, word="very"), replace(told, now={**told.now, "1": replace(told.now["1"], sd=0.1)})]
    for one in wrong:
        released = made(b=alike)
        under = replace(released.units["b"], numbers=one)
        assert check_certificate(replace(released, units={**released.units, "b": under}))


def test_the_lines_that_lean_most_are_named_by_their_nearer_end_and_none_is_good_or_bad() -> None:
    rows = np.full((11, 6), 4)
    rows[:, 0], rows[:, 3], rows[:, 5] = 6, 1, 5
    reading = made(b=rows).units["b"].reading
    assert reading is not None
    assert [one.into("da") for one in reading.sentences] == [
        "På linjen fra »Læring« til »Præstation« ligger svarene nærmest »Læring«: 1,0 på en linje fra 1 til 7.",
        "På linjen fra »Tillid« til »Mistillid« ligger svarene nærmest »Mistillid«: 6,0 på en linje fra 1 til 7.",
    ]
    assert reading.question == PAIRS.items[3].question
    middle = made(b=np.full((11, 6), 4)).units["b"].reading
    assert middle is not None
    assert [one.into("en") for one in middle.sentences] == ["On all six lines the answers lie around the middle."]


@pytest.mark.parametrize(("share", "word"), [(0.21, "alike"), (0.23, "somewhat"), (0.25, "somewhat"), (0.27, "very")])
def test_the_word_is_by_the_root_of_the_mean_variance(share: float, word: str) -> None:
    assert agreement_word(6 * share) == word


def test_two_halves_are_told_to_see_it_very_differently_first() -> None:
    rows = np.vstack([np.full((6, 6), 2), np.full((6, 6), 6)])
    reading = made(b=rows).units["b"].reading
    assert reading is not None
    assert reading.sentences[0].into("en").startswith("You see it very differently.")


def test_what_has_moved_is_told_for_all_six_at_once_in_tenths() -> None:
    rows = np.full((11, 6), 3)
    moved = rows.copy()
    moved[:, 2] = 6
    asked = AskedPlaces(7)
    before, after = numbers(made(b=rows), "b"), numbers(made(b=moved), "b")
    changes = asked.since(before, after, people=(11, 11), form_then=None)
    assert changes is not None
    assert [changes.now[column].word for column in COLUMNS].count("more_than_chance") == 1
    assert (changes.now["3"].before, changes.now["3"].after) == (30, 60)
    assert asked.since(numbers(made(), "a"), after, people=(6, 11), form_then=None) is None


def test_a_table_of_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="six lines"):
        AskedPlaces(7).gathered({"a": np.ones((3, 5))}, is_each_period_alone=False)
