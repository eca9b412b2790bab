"""An exercise or a day with a fault says which key, and what to do."""

import tomllib

import pytest

from kulturspejl.core.content.exercise import Picture
from kulturspejl.core.content.faults import ContentError
from kulturspejl.core.content.parse_exercise import exercise_from_json, parse_exercise
from kulturspejl.core.content.parse_programme import parse_programme
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.library import load
from tests.core.choreography.test_making import DAY, ONE_TWO_FOUR_ALL


def faults_of(words, parse=parse_exercise):
    with pytest.raises(ContentError) as raised:
        parse(tomllib.loads(words), "file.toml")
    return {fault.key for fault in raised.value.faults}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('form = "pairs"', 'form = "threes"', "step.two.form"),
        ('kind = "board"', 'kind = "talk"', "step.one.part.thought.kind"),
        ('visibility = "V2"', 'visibility = "V0"', "step.one.part.thought.picture"),
        ('visibility = "V2"', 'visibility = "V9"', "step.one.part.thought.visibility"),
        ('picture = "lines"', 'picture = "cloud"', "step.one.part.thought.picture"),
        ("size = 4\n", "", "step.four.size"),
        ('wall.da = "Alle"\n', "", "step.all.wall.da"),
        ('id = "two"', 'id = "one"', "step"),
        ("minutes = 4", "minuttes = 4", "step.four.minutes"),
    ],
)
def test_a_fault_is_named_by_its_key(old, new, key):
    assert key in faults_of(ONE_TWO_FOUR_ALL.replace(old, new, 1))


def test_stages_have_to_fill_their_step_and_say_something_to_each_role():
    words = ONE_TWO_FOUR_ALL.replace(
        'wall.en = "In fours"\n',
        'wall.en = "In fours"\n[[step.role]]\nid="owner"\nlabel.da="Ejer"\nlabel.en="Owner"\n'
        '[[step.stage]]\nminutes=3\ntitle.da="Tal"\ntitle.en="Talk"\nsays.stranger.da="x"\nsays.stranger.en="x"\n',
        1,
    )
    assert {
        "step.four.minutes",
        "step.four.stage.3.says.owner.da",
        "step.four.stage.3.says.stranger",
    } <= faults_of(words)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('start = "09:12"', 'start = "09:10"', "item.pause"),
        ('start = "09:12"', 'start = "9.12"', "item.pause.start"),
        ('kind = "break"', 'kind = "nap"', "item.pause.kind"),
        ('goals.en = ["To think together"]', "goals.en = []", "programme.goals"),
    ],
)
def test_a_fault_in_a_day_is_named_by_its_key(old, new, key):
    assert key in faults_of(DAY.replace(old, new, 1), parse_programme)


def test_a_room_reads_back_what_it_stored():
    for one in load().exercises.values():
        assert exercise_from_json(one.raw) == one


def test_nothing_private_can_be_shown_and_what_is_shown_combined_has_no_owner():
    for exercise in load().exercises.values():
        for part in (part for one in exercise.steps for part in one.parts):
            if part.picture in (Picture.SCALES, Picture.PULL, Picture.PROFILE, Picture.COUNTS):
                assert part.visibility is Visibility.AGGREGATE, (exercise.id, part.id)


def test_a_programme_that_names_an_exercise_nobody_has_is_refused(tmp_path):
    (tmp_path / "programmes").mkdir()
    (tmp_path / "programmes" / "morning.toml").write_text(DAY, encoding="utf-8")
    with pytest.raises(ContentError, match="one_two_four_all"):
        load([tmp_path])
