"""Answers on a scale go the whole way: sheet, plan, numbers, floor, certificate, store and back, and change."""

import json
from dataclasses import replace

import numpy as np
import pytest

from kulturspejl.core.disclosure.check import check_certificate
from kulturspejl.core.disclosure.policy import WITHOUT_CONTROL
from kulturspejl.core.disclosure.release import Place, make_release
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.instruments.scale.asked import AskedSteps
from kulturspejl.core.instruments.scale.form import GOAL, ScaleForm
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers
from kulturspejl.core.instruments.scale.reading import ScaleTexts
from kulturspejl.core.instruments.scale.sheet import ScaleSheet
from kulturspejl.core.text import Text
from kulturspejl.library.policies import load_policy
from tests.core.disclosure.people import CONTENT

ITEMS = 7
TEXTS = ScaleTexts(
    items=[Text(da=f"Udsagn {n}.", en=f"Statement {n}.") for n in range(1, ITEMS + 1)],
    questions=[Text(da=f"Hvad med {n}?", en=f"What of {n}?") for n in range(1, ITEMS + 1)],
    question=Text(da="Hvad nu?", en="What now?"),
)
PLACES = [
    Place("top", "Top", None, 0), Place("a", "A", "top", 6), Place("b", "B", "top", 12), Place("c", "C", "top", 4),
    Place("d", "D", "top", 3), Place("e", "E", "top", 9),
]  # fmt: skip


def made(form: str | None = None, **of: np.ndarray) -> Released:
    rng = np.random.default_rng(3)
    width = 2 * ITEMS if form else ITEMS
    sizes = (("a", 6), ("b", 11), ("c", 3), ("d", 2), ("e", 9))
    answers = {unit: rng.integers(1, 6, size=(n, width)) for unit, n in sizes} | of
    return make_release(
        places=PLACES, answers=answers, content=CONTENT, asked=AskedSteps(5, form, TEXTS), policy=load_policy()
    )


def numbers(released: Released, unit: str) -> ScaleNumbers:
    found = released.units[unit].numbers
    assert isinstance(found, ScaleNumbers)
    return found


@pytest.mark.parametrize("form", [None, GOAL])
def test_it_holds_its_certificate_and_is_read_back_as_it_was(form: str | None) -> None:
    released = made(form)
    assert released.units["c"].hidden == "few"
    assert check_certificate(released) == []
    plain = json.loads(json.dumps(released.to_json(), sort_keys=True))
    assert plain["kind"] == "scale"
    assert Released.from_json(plain) == released


def test_from_five_the_mean_and_one_word_and_from_eight_the_spread() -> None:
    released = made()
    five, eleven = numbers(released, "a"), numbers(released, "b")
    assert (five.now.sd, five.now.today, five.word is None) == (None, None, False)
    assert five.now.bounds is not None
    assert eleven.now.sd is not None
    assert len(five.items["now"]) == ITEMS
    assert five.now.mean == pytest.approx(np.mean([*five.items["now"].values()]))


def test_units_are_compared_only_by_spreads_that_their_own_pages_tell() -> None:
    released = made()
    assert released.between["now"].groups == 2
    leans = replace(released, between={"now": replace(released.between["now"], groups=3)})
    assert "between now: more units are compared than tell their spread" in check_certificate(leans)


def test_a_team_of_one_mind_is_told_as_one_that_nearly_is() -> None:
    alike, nearly = np.full((11, ITEMS), 4), np.full((11, ITEMS), 4)
    nearly[0, 0], nearly[1, 0] = 5, 3
    assert made(b=alike).to_json() == made(b=nearly).to_json()
    assert numbers(made(b=alike), "b").now.sd == pytest.approx(0.28)


def test_of_one_statement_on_few_steps_the_floor_hides_who_is_a_step_away() -> None:
    alike, nearly = np.full((8, 1), 4), np.full((8, 1), 4)
    nearly[0, 0], nearly[1, 0] = 5, 3
    one = ScaleTexts(TEXTS.items[:1], TEXTS.questions[:1], TEXTS.question)

    def released(rows: np.ndarray) -> Released:
        return make_release(
            places=[Place("a", "A", None, 9)], answers={"a": rows}, content=CONTENT, asked=AskedSteps(5, None, one),
            policy=load_policy(),
        )  # fmt: skip

    found = released(alike)
    assert found.to_json() == released(nearly).to_json()
    assert numbers(found, "a").now.sd == pytest.approx(0.56)
    assert check_certificate(found) == []
    under = replace(numbers(found, "a"), now=replace(numbers(found, "a").now, sd=0.3))
    assert check_certificate(replace(found, units={"a": replace(found.units["a"], numbers=under)}))


def test_a_spread_under_the_floor_or_a_word_of_another_spread_is_found() -> None:
    released = made(b=np.full((11, ITEMS), 4))
    told = numbers(released, "b")
    for wrong in (replace(told, now=replace(told.now, sd=0.1)), replace(told, word="very")):
        under = replace(released.units["b"], numbers=wrong)
        assert check_certificate(replace(released, units={**released.units, "b": under}))


def test_the_same_answers_in_another_order_give_the_same_result() -> None:
    rows = np.random.default_rng(8).integers(1, 6, size=(11, ITEMS))
    assert made(b=rows).to_json() == made(b=rows[::-1]).to_json()


def test_a_reading_says_the_mean_and_names_the_ends_that_stand_out() -> None:
    rows = np.full((11, ITEMS), 3)
    rows[:, 1], rows[:, 4] = 5, 2
    reading = made(b=rows).units["b"].reading
    assert reading is not None
    assert [one.into("da") for one in reading.sentences] == [
        "I svarer 3,1 i gennemsnit på en skala fra 1 til 5.",
        "Blandt svarene ligger »Udsagn 2« højest (5,0) og »Udsagn 5« lavest (2,0).",
    ]
    assert reading.question.into("da") == "Hvad med 5?"


def test_two_halves_are_told_to_see_it_very_differently_first() -> None:
    rows = np.vstack([np.full((6, ITEMS), 2), np.full((6, ITEMS), 4)])
    reading = made(b=rows).units["b"].reading
    assert reading is not None
    assert reading.sentences[0].into("en").startswith("You see it very differently.")


def test_a_goal_is_told_beside_what_is_with_its_gap() -> None:
    rows = np.hstack([np.full((11, ITEMS), 2), np.full((11, ITEMS), 4)])
    told = numbers(made(GOAL, b=rows), "b")
    assert told.preferred is not None
    assert told.gap is not None
    assert (told.now.mean, told.preferred.mean, told.gap.mean) == (2, 4, 2)


def test_without_control_three_people_have_their_means_and_no_reading() -> None:
    released = make_release(
        places=[Place("a", "A", None, 3)], answers={"a": np.full((3, ITEMS), 4)}, content=CONTENT,
        asked=AskedSteps(5, None, TEXTS), policy=WITHOUT_CONTROL,
    )  # fmt: skip
    told = numbers(released, "a")
    assert (told.now.mean, told.now.sd, told.word) == (4, None, None)
    assert released.units["a"].reading is None


def test_what_has_changed_is_told_in_tenths_of_a_step() -> None:
    low, high = numbers(made(b=np.full((11, ITEMS), 2)), "b"), numbers(made(b=np.full((11, ITEMS), 4)), "b")
    asked = AskedSteps(5, None)
    changes = asked.since(low, high, people=(11, 11), form_then=None)
    assert changes is not None
    change = changes.now["score"]
    assert (change.before, change.after, change.word) == (20, 40, "more_than_chance")
    assert asked.since(numbers(made(), "a"), high, people=(6, 11), form_then=None) is None


def test_an_answer_is_whole_steps_and_all_of_them() -> None:
    sheet = ScaleSheet(ScaleForm(items=2, most=5, has_goal=True))
    assert sheet.keys == ("now_1", "now_2", "goal_1", "goal_2")
    whole: dict[str, object] = {"goal_2": 5, "now_1": 1, "now_2": 2, "goal_1": 3}
    assert sheet.check(whole).values == {"now_1": 1, "now_2": 2, "goal_1": 3, "goal_2": 5}
    wrong = sheet.check({"now_1": 6, "now_2": True, "goal_1": 3, "mine": 1})
    assert wrong.values is None
    assert set(wrong.faults) == {"now_1", "now_2", "goal_2", "mine"}
    assert wrong.faults["goal_2"].into("da") == "Vælg et trin ved udsagn 2, som mål."


def test_a_table_of_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="do not fit a scale"):
        AskedSteps(5, GOAL).gathered({"a": np.ones((3, 7))}, is_each_period_alone=False)
