import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.content.answers import AnswerForm, CheckedAnswers, check_answers, keys_of
from kulturspejl.core.content.parse import parse_instrument
from kulturspejl.core.instruments.allocation.form import blocks_of
from tests.core.content.profile import tables

INSTRUMENT = parse_instrument(tables())
FORM = AnswerForm(10, "drawn")
FORMS = [AnswerForm(total, preferred) for total in (10, 100) for preferred in ("drawn", "dimensions")]


def good(form: AnswerForm) -> dict[str, object]:
    """Everything on A."""
    answers: dict[str, object] = dict.fromkeys(keys_of(form), 0)
    return answers | {block.keys[0]: block.total for block in blocks_of(form)}


def check(changes: dict[str, object], form: AnswerForm = FORM) -> CheckedAnswers:
    return check_answers(INSTRUMENT, form, good(form) | changes)


def test_the_canonical_order() -> None:
    drawn, dimensions = keys_of(AnswerForm(10, "drawn")), keys_of(AnswerForm(10, "dimensions"))
    assert drawn[:5] == ("now_d1_A", "now_d1_B", "now_d1_C", "now_d1_D", "now_d2_A")
    assert drawn[24:] == ("wish_A", "wish_B", "wish_C", "wish_D")
    assert (len(drawn), len(dimensions)) == (28, 48)
    assert dimensions[:24] == drawn[:24]
    assert (dimensions[24], dimensions[47]) == ("pref_d1_A", "pref_d6_D")


@pytest.mark.parametrize(("total", "preferred"), [(20, "drawn"), (10, "none"), (10, ""), (0, "drawn")])
def test_no_other_forms(total: int, preferred: str) -> None:
    with pytest.raises(ValueError, match="no such form"):
        AnswerForm(total, preferred)


@pytest.mark.parametrize("form", FORMS)
def test_a_whole_answer_comes_back_in_canonical_order(form: AnswerForm) -> None:
    backwards = dict(reversed(good(form).items()))
    checked = check_answers(INSTRUMENT, form, backwards)
    assert checked.values is not None
    assert tuple(checked.values) == keys_of(form)
    assert checked.values == backwards
    assert checked.faults == {}


def test_too_many_points_say_how_many_to_take_away() -> None:
    checked = check({"now_d2_B": 1})
    assert checked.values is None
    (fault,) = checked.faults.items()
    assert fault[0] == "now_d2"
    assert fault[1].da == "Der er brugt 11 point af 10 i spørgsmål 2. Tag 1 point fra."
    assert fault[1].en == "11 points are used of 10 in question 2. Take 1 point away."


def test_too_few_points_say_how_many_to_give() -> None:
    faults = check({"wish_A": 57, "now_d6_A": 1}).faults
    assert faults["wish"].da == "Der er brugt 57 point af 60 i din ønskede kultur. Giv 3 point mere."
    assert faults["now_d6"].en == "1 point is used of 10 in question 6. Give 9 more points."


def test_the_preferred_questions_are_told_from_the_others() -> None:
    form = AnswerForm(100, "dimensions")
    assert check({"pref_d4_A": 101}, form).faults["pref_d4_A"].da == (
        "Skriv et helt tal fra 0 til 100 i spørgsmål 4 om det, du ønsker dig."
    )


@pytest.mark.parametrize(
    "value", [-1, 11, True, False, 3.0, 2.5, "3", "1e1", float("nan"), 10**400, [3], {}, b"3"]
)
def test_only_whole_numbers_up_to_the_total(value: object) -> None:
    checked = check({"now_d1_B": value})
    assert checked.values is None
    assert set(checked.faults) == {"now_d1_B"}
    assert checked.faults["now_d1_B"].da == "Skriv et helt tal fra 0 til 10 i spørgsmål 1."


@pytest.mark.parametrize("value", [None, ""])
def test_nothing_is_a_number_that_is_missing(value: object) -> None:
    assert check({"now_d1_B": value}).faults["now_d1_B"].da.startswith("Der mangler et tal i spørgsmål 1.")


def test_a_missing_key_is_missing() -> None:
    answers = good(FORM)
    del answers["wish_D"]
    assert set(check_answers(INSTRUMENT, FORM, answers).faults) == {"wish_D"}


def test_a_negative_number_cannot_make_a_sum_right() -> None:
    assert set(check({"now_d1_A": 10, "now_d1_B": 1, "now_d1_C": -1}).faults) == {"now_d1_C"}


@pytest.mark.parametrize("key", ["pref_d1_A", "name", "now_d7_A", "now_d1_E", ""])
def test_a_key_of_another_form_is_refused(key: str) -> None:
    checked = check({key: 0})
    assert checked.values is None
    assert set(checked.faults) == {key}


def test_rubbish_from_outside_is_told_shortly() -> None:
    faults = check({f"{number:04}" * 1000: 1 for number in range(500)}).faults
    assert 0 < len(faults) <= 20
    assert max(map(len, faults)) <= 60


def test_no_answer_at_all() -> None:
    assert set(check_answers(INSTRUMENT, FORM, {}).faults) == set(keys_of(FORM))


POINTS = st.one_of(st.integers(-2, 110), st.sampled_from([None, "", "4", 2.0, True, 10**30]))


@given(form=st.sampled_from(FORMS), data=st.data())
@pytest.mark.slow
def test_whatever_is_accepted_adds_up(form: AnswerForm, data: st.DataObject) -> None:
    """Near misses: a whole answer with a few numbers changed, some of them so that the sum holds again."""
    answers = good(form)
    block = data.draw(st.sampled_from(blocks_of(form)))
    moved = data.draw(st.integers(-3, block.total + 3))
    answers[block.keys[0]] = block.total - moved
    answers[data.draw(st.sampled_from(block.keys[1:]))] = moved
    answers |= data.draw(st.dictionaries(st.sampled_from(keys_of(form)), POINTS, max_size=1))
    checked = check_answers(INSTRUMENT, form, answers)
    assert (checked.values is None) == bool(checked.faults)
    if checked.values is None:
        return
    assert tuple(checked.values) == keys_of(form)
    for one in blocks_of(form):
        numbers = [checked.values[key] for key in one.keys]
        assert all(type(number) is int and number >= 0 for number in numbers)
        assert sum(numbers) == one.total
    assert sum(checked.values.values()) == 12 * form.total


@given(form=st.sampled_from(FORMS), data=st.data())
@pytest.mark.slow
def test_every_way_of_giving_out_the_points_is_accepted(form: AnswerForm, data: st.DataObject) -> None:
    answers: dict[str, object] = {}
    for block in blocks_of(form):
        cuts = sorted(data.draw(st.lists(st.integers(0, block.total), min_size=3, max_size=3)))
        ends = [0, *cuts, block.total]
        answers |= {key: high - low for key, low, high in zip(block.keys, ends, ends[1:], strict=False)}
    assert check_answers(INSTRUMENT, form, answers).values == answers
