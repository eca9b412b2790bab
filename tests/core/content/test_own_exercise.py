"""What an exercise of one's own may hold, what it is called, and what is left of it when parts are taken out."""

import tomllib

import pytest

from kulturspejl.core.content import own_exercise as own
from kulturspejl.core.content.parse_exercise import parse_exercise
from kulturspejl.core.content.planning import faults_of

FILE = """[exercise]
id = "own_one"
version = "1"
promises = ["plan/action", "gone/action"]
name.da = "En"
name.en = "One"
purpose.da = "Til noget."
purpose.en = "For something."

[[step]]
id = "one"
form = "alone"
minutes = 5
title.da = "Et"
title.en = "One"
phone.da = "Skriv. {who_sees}"
phone.en = "Write. {who_sees}"
wall.da = "Skriv"
wall.en = "Write"

[[step.part]]
id = "plan"
kind = "board"
visibility = "V0"
longest = 140
label.da = "Plan"
label.en = "Plan"

[[step.part.item]]
id = "action"
label.da = "Det gør jeg"
label.en = "I do"
"""


def data(**changes: tuple[str, str]):
    text = FILE
    for old, new in changes.values():
        assert old in text
        text = text.replace(old, new)
    return tomllib.loads(text)


def exercise(**changes: tuple[str, str]):
    changes.setdefault("promise", (', "gone/action"', ""))
    return parse_exercise(data(**changes), "x.toml")


def told(**changes: tuple[str, str]):
    return {fault.key: fault.wrong.da for fault in own.limits(exercise(**changes), "x.toml")}


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Fire spørgsmål", "own_fire_spoergsmaal_3fa2"),
        ("???", "own_3fa2"),
        ("", "own_3fa2"),
        ("Å" * 60, "own_" + "aa" * 15 + "a" + "_3fa2"),
    ],
)
def test_its_id_says_what_it_is_and_is_one_that_a_file_may_have(name, id):
    made = own.own_id(name, "3fa2")
    assert (made, own.is_own(made)) == (id, True)
    assert len(made) <= own.LONGEST_ID
    assert not own.is_own("sparring")


def test_what_fits_is_well():
    assert told() == {}
    assert told(words=("Det gør jeg", "x" * 160)) == {}
    assert told(words=("Det gør jeg", "Hensyns\u00adbetændelse")) == {}


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (("Det gør jeg", "x" * 161), "step.one.part.plan.item.action.label.da"),
        (('name.da = "En"', f'name.da = "{"n" * 101}"'), "exercise.name.da"),
        (('wall.en = "Write"', f'wall.en = "{"w" * 161}"'), "step.one.wall.en"),
        (("Det gør jeg", "Det\u202e gør jeg"), "step.one.part.plan.item.action.label.da"),
        (("longest = 140", "longest = 2000"), None),
        (('id = "action"', f'id = "{"a" * 41}"'), "step.one.part.plan.item." + "a" * 41 + ".id"),
    ],
)
def test_what_does_not_fit_is_told_at_its_key(change, key):
    promise = ('["plan/action", "gone/action"]', "[]")
    assert list(told(change=change, promise=promise)) == ([key] if key else [])


def test_an_answer_that_would_take_too_much_room_is_told():
    rows = "".join(f'\n[[step.part.item]]\nid = "i{n}"\nlabel.da = "x"\nlabel.en = "x"\n' for n in range(2))
    more = ('label.en = "I do"\n', 'label.en = "I do"\n' + rows)
    found = told(longest=("longest = 140", "longest = 2000"), rows=more)
    assert list(found) == ["step.one.part.plan.label"]


def test_too_many_steps_and_rows_are_told():
    step = FILE[FILE.index("[[step]]") : FILE.index("[[step.part]]")].replace(" {who_sees}", "")
    many = "".join("\n" + step.replace('"one"', f'"s{n}"') for n in range(own.MOST_STEPS))
    assert "step" in told(many=('label.en = "I do"\n', 'label.en = "I do"\n' + many))
    rows = "".join(f'\n[[step.part.item]]\nid = "i{n}"\nlabel.da = "x"\nlabel.en = "x"\n' for n in range(own.MOST_ROWS))
    assert "step.one.part.plan.item" in told(
        rows=('label.en = "I do"\n', 'label.en = "I do"\n' + rows), short=("longest = 140", "longest = 10")
    )


def test_there_is_an_end_to_all_rows_together():
    one = data(promise=(', "gone/action"', ""), short=("longest = 140", "longest = 10"))
    part = one["step"][0]["part"][0]

    def with_rows(*many: int):
        parts = [
            {**part, "id": f"p{at}", "item": [{**part["item"][0], "id": f"i{n}"} for n in range(rows)]}
            for at, rows in enumerate(many)
        ]
        steps = [{**one["step"][0], "id": f"s{at}", "part": [each]} for at, each in enumerate(parts)]
        head = {name: value for name, value in one["exercise"].items() if name != "promises"}
        return [fault.key for fault in own.limits(parse_exercise({"exercise": head, "step": steps}, "x"), "x")]

    assert with_rows(*[20] * 10) == []
    assert with_rows(*[20] * 10, 1) == ["step"]


def test_what_points_at_a_part_that_is_gone_goes_with_it():
    before = data()
    two = {**before["step"][0], "id": "two", "brings": ["plan", "gone", "other/part"], "reads": ["gone"], "part": []}
    made = own.tidied({**before, "step": [before["step"][0], two]})
    assert made["exercise"]["promises"] == ["plan/action"]
    assert made["step"][1]["brings"] == ["plan", "other/part"]
    assert "reads" not in made["step"][1]
    bare = own.tidied({**before, "step": [{**before["step"][0], "part": []}, two]})
    assert "promises" not in bare["exercise"]
    assert bare["step"][1]["brings"] == ["other/part"]


def test_the_day_that_holds_it_alone_can_be_held():
    made = exercise()
    day = own.day_of(made)
    assert faults_of(day, {made.id: made}) == {}
    assert [one.exercise for one in day.items[0].held] == ["own_one"]
    assert (day.items[0].start, day.items[0].minutes) == (9 * 60, 15)
