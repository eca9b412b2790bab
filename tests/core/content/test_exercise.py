"""An exercise or a day with a fault says which key, and what to do."""

import copy
import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.content.parse_exercise import exercise_from_json, parse_exercise
from kulturspejl.core.content.parse_programme import parse_programme
from kulturspejl.core.content.programme import Planned, PlannedKind
from kulturspejl.core.content.programme_data import programme_to_data
from kulturspejl.core.kinds.agreement_items import SCALES
from kulturspejl.core.kinds.allocation import PROFILE as WEB
from kulturspejl.core.kinds.choice import COUNTS, PULL
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.toml.faults import ContentError
from kulturspejl.library import load
from tests.core.choreography.test_making import DAY, ONE_TWO_FOUR_ALL

LIBRARY = load()


def faults_of(words, parse=parse_exercise):
    with pytest.raises(ContentError) as raised:
        parse(tomllib.loads(words), "file.toml")
    return {fault.key for fault in raised.value.faults}


SCALE = '''kind = "agreement_items"
least = 1
most = 5
low.da = "slet ikke"
low.en = "not at all"
high.da = "helt"
high.en = "wholly"'''
PROFILE = 'kind = "allocation"\ninstrument = "culture_profile"\nasks = "now"'


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('form = "pairs"', 'form = "threes"', "step.two.form"),
        ('kind = "board"', 'kind = "talk"', "step.one.part.thought.kind"),
        ('kind = "board"', 'kind = "boards"', "step.one.part.thought.kind"),
        ('kind = "board"', SCALE.replace("most = 5", "most = 1"), "step.one.part.thought.most"),
        ('kind = "board"', SCALE.replace('low.da = "slet ikke"', ""), "step.one.part.thought.low.da"),
        ('kind = "board"', SCALE, "step.one.part.thought.picture"),
        ('kind = "board"', 'kind = "board"\nmost = 7', "step.one.part.thought.most"),
        ('kind = "board"', 'kind = "board"\nlongest = 100000', "step.one.part.thought.longest"),
        ('kind = "board"', PROFILE, "step.one.part.thought.visibility"),
        ('kind = "board"', PROFILE.replace("now", "never"), "step.one.part.thought.asks"),
        ('visibility = "V2"', 'visibility = "V0"', "step.one.part.thought.picture"),
        ('visibility = "V2"', 'visibility = "V1"', "step.one.part.thought.picture"),
        ('visibility = "V2"', 'visibility = "V4"', "step.one.part.thought.visibility"),
        ('visibility = "V2"', 'visibility = "V9"', "step.one.part.thought.visibility"),
        ('picture = "lines"', 'picture = "cloud"', "step.one.part.thought.picture"),
        ('picture = "lines"', 'picture = "profile"', "step.one.part.thought.picture"),
        ('picture = "lines"', 'picture = "counts"', "step.one.part.thought.picture"),
        ('id = "line"', 'id = "1/line"', "step.one.part.thought.item.1/line.id"),
        (" {who_sees}", "", "step.one.phone"),
        ("{who_sees}", "{who_sees} {name}", "step.one.phone.da"),
        ('wall.da = "Alene"', 'wall.da = "{who_sees}"', "step.one.wall.da"),
        ("size = 4\n", "", "step.four.size"),
        ("size = 4\n", "size = 2\n", "step.four.size"),
        ('form = "plenary"', 'form = "plenary"\nsize = 4', "step.all.size"),
        ('wall.da = "Alle"\n', "", "step.all.wall.da"),
        ('id = "two"', 'id = "one"', "step"),
        ('id = "two"', 'id = "To"', "step.To.id"),
        ("minutes = 4", "minuttes = 4", "step.four.minutes"),
        ("minutes = 4", "minutes = 0", "step.four.minutes"),
        ('id = "one_two_four_all"', 'id = "1-2-4-all"', "exercise.id"),
        ("[exercise]", "[exersise]", "exercise"),
    ],
)
def test_a_fault_is_named_by_its_key(old, new, key):
    words = ONE_TWO_FOUR_ALL.replace(old, new, 1)
    assert words != ONE_TWO_FOUR_ALL
    assert key in faults_of(words)


def test_all_faults_are_told_at_once():
    words = ONE_TWO_FOUR_ALL
    for old, new in (('form = "pairs"', 'form = "x"'), ("size = 4\n", ""), ('kind = "board"', 'kind = "x"')):
        words = words.replace(old, new)
    assert faults_of(words) == {"step.two.form", "step.four.size", "step.one.part.thought.kind"}


OWNER = '[[step.role]]\nid="owner"\nlabel.da="Ejer"\nlabel.en="Owner"\nclaim.da="Min"\nclaim.en="Mine"\n'
TEAM = '[[step.role]]\nid="team"\nlabel.da="Team"\nlabel.en="Team"\n'
SAYS = 'says.owner.da="a"\nsays.owner.en="a"\nsays.team.da="b"\nsays.team.en="b"\n'
STAGE = f'[[step.stage]]\nminutes=4\ntitle.da="Tal"\ntitle.en="Talk"\n{SAYS}'


PART = """[[step.part]]
id = "own"
kind = "choice"
{more}
title.da = "Vælg"
title.en = "Choose"
[[step.part.item]]
id = "a"
text.da = "a"
text.en = "a"
[[step.part.item]]
id = "b"
text.da = "b"
text.en = "b"
"""


def in_fours(*more):
    return ONE_TWO_FOUR_ALL.replace('wall.en = "In fours"\n', 'wall.en = "In fours"\n' + "".join(more), 1)


def test_roles_and_stages_that_fit():
    step = parse_exercise(tomllib.loads(in_fours(OWNER, TEAM, STAGE)), "file.toml").step("four")
    assert [role.id for role in step.roles] == ["owner", "team"]
    assert step.stages[0].says["team"].da == "b"


@pytest.mark.parametrize(
    ("more", "keys"),
    [
        ((OWNER, TEAM, STAGE.replace("minutes=4", "minutes=3")), {"step.four.minutes"}),
        ((OWNER, TEAM, STAGE.replace("says.team", "says.stranger")),
         {"step.four.stage.1.says.team.da", "step.four.stage.1.says.team.en", "step.four.stage.1.says.stranger"}),
        ((OWNER, TEAM, STAGE.replace('"a"', '"{everybody}"')), {"step.four.stage.1.says.owner.da"}),
        ((OWNER,), {"step.four.role"}),
        ((TEAM, OWNER), {"step.four.role"}),
        ((OWNER, TEAM, TEAM), {"step.four.role"}),
        ((STAGE.replace(SAYS, "says = {}\n"),), {"step.four.stage"}),
    ],
)  # fmt: skip
def test_roles_and_stages_that_nobody_could_walk(more, keys):
    assert faults_of(in_fours(*more)) == keys


def test_one_person_gets_the_steps_that_say_what_they_are_for_one():
    taught = load().exercises.values()
    assert all((step in one.for_one) == (step.alone is not None) for one in taught for step in one.steps)
    assert len({bool(one.for_one) for one in taught}) == 2


def test_a_promise_is_a_note_that_stays_with_whoever_wrote_it():
    kept = ONE_TWO_FOUR_ALL.replace('picture = "lines"\n', "").replace('visibility = "V2"', 'visibility = "V0"')
    promised = kept.replace("[exercise]\n", '[exercise]\npromises = ["thought/line"]\n', 1)
    assert parse_exercise(tomllib.loads(promised), "f").promises == ("thought/line",)
    assert faults_of(promised.replace("thought/line", "thought/other", 1)) == {"exercise.promises"}
    shown = ONE_TWO_FOUR_ALL.replace("[exercise]\n", '[exercise]\npromises = ["thought/line"]\n', 1)
    assert "exercise.promises" in faults_of(shown)


def test_what_is_handed_in_without_a_name_belongs_to_no_role():
    """A sheet's side handed in combined: the step itself is named, not the words of the fault."""
    of_a_role = 'visibility = "V3"\nrole = "owner"\npicture = "counts"'
    assert "step.four.part" in faults_of(in_fours(OWNER, TEAM, STAGE, PART.format(more=of_a_role)))


def test_what_is_shown_from_one_is_written_by_one_of_each_group():
    """Words of a role are shown from the first: everybody else's role has several authors, each by themselves."""
    lines = """[[step.part]]
id = "line"
kind = "board"
visibility = "V2"
picture = "lines"
role = "{role}"
longest = 90
label.da = "Linje"
label.en = "Line"
[[step.part.item]]
id = "say"
label.da = "Sig"
label.en = "Say"
"""
    written = in_fours(OWNER, TEAM, lines).replace('phone.da = "', 'phone.da = "{who_sees} ')
    written = written.replace('phone.en = "', 'phone.en = "{who_sees} ')
    parse_exercise(tomllib.loads(written.replace("{role}", "owner")), "file.toml")
    assert faults_of(written.replace("{role}", "team")) == {"step.four.part"}


def test_nobody_has_a_role_alone():
    words = ONE_TWO_FOUR_ALL.replace('wall.en = "Alone"\n', f'wall.en = "Alone"\n{OWNER}{TEAM}', 1)
    assert faults_of(words) == {"step.one.form"}


@pytest.mark.parametrize(
    ("old", "new", "keys"),
    [
        ('start = "09:20"', 'start = "09:10"', {"item.pause"}),
        ('start = "09:20"', 'start = "9.20"', {"item.pause.start"}),
        ('start = "09:20"', "start = 09:20:00", {"item.pause.start"}),
        ('end = "09:28"', 'end = "09:20"', {"item.pause"}),
        ('kind = "break"', 'kind = "nap"', {"item.pause.kind"}),
        ('kind = "block"', 'kind = "break"', {"item.talk.stations"}),
        ('id = "pause"', 'id = "talk"', {"item"}),
        ('id = "morning"', 'id = "Morning"', {"programme.id"}),
        ('goals.en = ["To think together"]', "goals.en = []", {"programme.goals"}),
        ('_all" }', '_all", ticked = "no" }', {"item.talk.stations.2.ticked"}),
        ('_all" }', '_all", tikked = true }', {"item.talk.stations.2.tikked"}),
        ('_all" }', '_all", steps = [{ id = "one", minutes = 0 }] }', {"item.talk.stations.2.steps.one.minutes"}),
        ('_all" }', '_all", minutes = 5 }', {"item.talk.stations.2.minutes"}),
        ("minutes = 3, ", "", {"item.talk.stations.1.minutes"}),
        (', title.da = "Om at tænke", title.en = "On thinking"', "", {"item.talk.stations.1.title"}),
        ('kind = "input"', 'kind = "output"', {"item.talk.stations.1.kind"}),
        ("stations = [", 'offer = [{ exercise = "one_two_four_all" }]\nstations = [', {"item.talk.offer"}),
    ],
)
def test_a_fault_in_a_day_is_named_by_its_key(old, new, keys):
    assert DAY.replace(old, new, 1) != DAY
    assert faults_of(DAY.replace(old, new, 1), parse_programme) == keys


def test_a_day_of_the_older_form_is_the_sequence_of_the_exercises_that_it_offers():
    offer = 'offer = [{ exercise = "one_two_four_all", ticked = false }]'
    older = re.sub(r"stations = \[.*?\n\]", offer, DAY, flags=re.DOTALL)
    (only,) = parse_programme(tomllib.loads(older), "file.toml").items[0].stations
    assert only == Planned(PlannedKind.EXERCISE, exercise="one_two_four_all", is_ticked=False)


def test_a_day_written_back_is_the_same_day():
    for one in LIBRARY.programmes.values():
        assert parse_programme(programme_to_data(one), "file.toml") == one


JUNK = st.sampled_from(
    [None, True, 0, -3, 10**9, 2.5, "", " ", "x", "{", "æ/..", [], [1], {}, {"da": 1}, [{}], [[]]]
)


def places(node, path=()):
    """Every place in a tree of TOML."""
    rows = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [one for key, value in rows for one in ((*path, key), *places(value, (*path, key)))]


def spoilt(raw, data):
    """The same with something missing, or something else, in one to three places."""
    made = copy.deepcopy(dict(raw))
    for _ in range(data.draw(st.integers(1, 3))):
        if not places(made):
            break  # Everything has been taken out already.
        *path, last = data.draw(st.sampled_from(places(made)))
        parent = made
        for key in path:
            parent = parent[key]
        if data.draw(st.booleans()) and isinstance(parent, dict):
            del parent[last]
        else:
            parent[last] = copy.deepcopy(data.draw(JUNK))
    return made


@pytest.mark.parametrize("name", ["sparring", "evaluation", "culture_profile", "module_2"])
@given(data=st.data())
@pytest.mark.slow
def test_whatever_stands_in_the_file_it_is_used_or_its_faults_are_named(name, data):
    parse = parse_programme if name in LIBRARY.programmes else parse_exercise
    faults = []
    try:
        plan = LIBRARY.programmes.get(name)
        parse(spoilt(programme_to_data(plan) if plan else LIBRARY.exercises[name].raw, data), "file.toml")
    except ContentError as error:
        faults = error.faults
    assert all(one.file and one.wrong.da and one.remedy.en for one in faults)


def test_a_room_reads_back_what_it_stored():
    for one in LIBRARY.exercises.values():
        assert exercise_from_json(one.raw) == one


def test_nothing_private_can_be_shown_and_what_is_shown_combined_has_no_owner():
    for exercise in LIBRARY.exercises.values():
        for part in (part for one in exercise.steps for part in one.parts):
            if part.picture in (SCALES, PULL, WEB, COUNTS):
                assert part.visibility is Visibility.AGGREGATE, (exercise.id, part.id)


def test_a_programme_that_names_an_exercise_nobody_has_is_refused(tmp_path):
    (tmp_path / "programmes").mkdir()
    (tmp_path / "programmes" / "morning.toml").write_text(DAY, encoding="utf-8")
    with pytest.raises(ContentError, match="one_two_four_all"):
        load([tmp_path])
