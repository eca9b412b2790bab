"""Exercises and course days from folders of one's own, and the words of those that come along."""

import re
import shutil
from pathlib import Path

import pytest

from kulturspejl import library
from kulturspejl.core.content.exercise import Exercise, Part, Step
from kulturspejl.core.content.gathering import Gathering
from kulturspejl.core.content.programme import Programme, SlotKind
from kulturspejl.core.content.programme_data import programme_to_data
from kulturspejl.core.kinds import KINDS, PICTURES
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import Fault
from tests.content import content
from tests.every import every
from tests.house.files import ROOT
from tests.library.folders import OWN, copy_of
from tests.library.lix import lix

LIBRARY = content()
EXERCISES, PROGRAMMES = LIBRARY.exercises, LIBRARY.programmes
STEPS = [(one, step) for one in EXERCISES.values() for step in one.steps]
every_step = every({f"{one.id}/{step.id}": (step,) for one, step in STEPS})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An own folder with the check-in and the day that come along."""
    for kind, name in (("exercises", "check_in"), ("programmes", "module_2")):
        (tmp_path / "havnby" / kind).mkdir(parents=True)
        shutil.copy(OWN / kind / f"{name}.toml", tmp_path / "havnby" / kind)
    return tmp_path / "havnby"


def write(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults_of(folder: Path) -> list[Fault]:
    with pytest.raises(library.ContentError) as caught:
        library.load([folder])
    return caught.value.faults


def test_a_folder_words_an_exercise_anew_and_leaves_the_others(folder: Path) -> None:
    write(folder / "exercises/check_in.toml", 'name.da = "Tjek-ind"', 'name.da = "Velkommen"')
    found = library.load([folder])
    made = found.exercises["check_in"]
    assert (made.name.da, made.source, found.sources["exercises/check_in"]) == (
        "Velkommen",
        "havnby",
        "havnby",
    )
    assert re.fullmatch(r"1\+[0-9a-f]{8}", made.version)
    assert made.version != EXERCISES["check_in"].version
    assert set(found.exercises) == set(EXERCISES)
    assert found.exercises["sparring"].source == "kulturspejl"


def test_the_same_words_have_the_same_version(folder: Path) -> None:
    assert library.load([folder]).exercises["check_in"].version == EXERCISES["check_in"].version


def test_a_folder_adds_an_exercise_and_offers_it_on_its_day(folder: Path) -> None:
    text = (folder / "exercises/check_in.toml").read_text(encoding="utf-8")
    (folder / "exercises/round.toml").write_text(text.replace('"check_in"', '"round"', 1), encoding="utf-8")
    day = folder / "programmes/module_2.toml"
    write(day, 'exercise = "check_in", steps', 'exercise = "round", ticked = false, steps')
    found = library.load([folder])
    (offer,) = found.programmes["module_2"].items[1].stations
    assert (offer.exercise, offer.is_ticked) == ("round", False)
    assert "check_in" in found.exercises


def test_what_nobody_has_is_named_where_it_stands(folder: Path) -> None:
    write(folder / "programmes/module_2.toml", 'exercise = "sparring"', 'exercise = "sparing"')
    shutil.copy(OWN / "exercises/culture_profile.toml", folder / "exercises")
    write(folder / "exercises/culture_profile.toml", 'instrument = "culture_profile"', 'instrument = "ocai"')
    assert [(one.file, one.key) for one in faults_of(folder)] == [
        ("havnby/programmes/module_2.toml", "item.across.stations.9"),
        ("havnby/exercises/culture_profile.toml", "step.alone.part.profile.instrument"),
    ]


def test_a_course_names_days_and_letters_that_are_there(tmp_path: Path) -> None:
    folder = tmp_path / "havnby"
    (folder / "courses").mkdir(parents=True)
    shutil.copy(OWN / "courses/psychosocial.toml", folder / "courses")
    write(folder / "courses/psychosocial.toml", 'programme = "module_1"', 'programme = "modul_1"')
    write(folder / "courses/psychosocial.toml", 'letter_after = "after_module_2"', 'letter_after = "after_2"')
    assert [(one.file, one.key) for one in faults_of(folder)] == [
        ("havnby/courses/psychosocial.toml", "day.module_1.programme"),
        ("havnby/courses/psychosocial.toml", "day.module_2.letter_after"),
    ]


def test_an_exercise_with_a_fault_is_not_also_said_to_be_missing(tmp_path: Path, folder: Path) -> None:
    text = (folder / "exercises/check_in.toml").read_text(encoding="utf-8")
    (folder / "exercises/round.toml").write_text(
        text.replace('"check_in"', '"round"', 1).replace('form = "plenary"', 'form = "all"'), encoding="utf-8"
    )
    write(folder / "programmes/module_2.toml", 'exercise = "check_in"', 'exercise = "round"')
    (fault,) = faults_of(folder)
    assert (fault.file, fault.key) == ("havnby/exercises/round.toml", "step.together.form")
    assert "plenary" in fault.remedy.da


def test_nor_is_an_instrument_with_a_fault(folder: Path) -> None:
    copy_of(folder.parent, "instrument.toml", folder="other")
    (folder / "instruments").mkdir()
    shutil.move(folder.parent / "other/instruments/culture_profile", folder / "instruments/ours")
    write(folder / "instruments/ours/instrument.toml", 'id = "culture_profile"', 'id = "ours"')
    shutil.copy(OWN / "exercises/culture_profile.toml", folder / "exercises")
    write(folder / "exercises/culture_profile.toml", 'instrument = "culture_profile"', 'instrument = "ours"')
    assert {one.file.rpartition("/")[0] for one in faults_of(folder)} == {"havnby/instruments/ours"}


def test_file_and_id_have_the_same_name(folder: Path) -> None:
    (folder / "exercises/check_in.toml").rename(folder / "exercises/tjek.toml")
    (fault,) = faults_of(folder)
    assert (fault.file, fault.key) == ("havnby/exercises/tjek.toml", "exercise.id")


@pytest.mark.parametrize("name", ["round/exercise.toml", "round.yaml", "round.TOML"])
def test_what_would_not_be_read_is_a_fault(folder: Path, name: str) -> None:
    file = folder / "exercises" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("", encoding="utf-8")
    (fault,) = faults_of(folder)
    assert "exercises/round.toml" in fault.remedy.en


def test_a_note_may_lie_beside_the_files(folder: Path) -> None:
    (folder / "exercises/README.md").write_text("Vores egne.", encoding="utf-8")
    (folder / "exercises/.gitkeep").touch()
    assert library.load([folder]).exercises["check_in"].source == "havnby"


@pytest.mark.parametrize("page", ["docs/en/content.md", "docs/da/indhold.md"])
def test_exercise_and_sequence_in_the_documents_can_be_used_as_they_stand(tmp_path: Path, page: str) -> None:
    words, sequence = re.findall(r"```toml\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises/one_two_four_all.toml").write_text(words, encoding="utf-8")
    (tmp_path / "programmes").mkdir()
    day = (OWN / "programmes/team_mirror.toml").read_text(encoding="utf-8")
    held = re.sub(r"^stations = .*$", sequence, day, count=1, flags=re.MULTILINE)
    (tmp_path / "programmes/team_mirror.toml").write_text(held, encoding="utf-8")
    found = library.load([tmp_path])
    assert [step.id for step in found.exercises["one_two_four_all"].steps] == ["one", "four"]
    stations = next(item for item in found.programmes["team_mirror"].items if item.stations).stations
    assert [one.kind.value for one in stations] == ["input", "input", "exercise", "break", "exercise"]
    assert [step.minutes for step in stations[2].steps] == [2, 0]


@pytest.mark.parametrize("page", ["docs/en/content.md", "docs/da/indhold.md"])
def test_the_documents_name_each_kind_picture_and_slot(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [
        one for one in (*KINDS, *PICTURES, *SlotKind, *Gathering) if f"`{one}`" not in text
    ] == []


def test_what_a_step_brings_along_is_in_each_ones_own_hand() -> None:
    """From another exercise too: a part of that name is there, written for oneself or answered without a name."""
    known = {
        f"{exercise.id}/{part.id}": part.is_in_hand
        for exercise in LIBRARY.exercises.values()
        for step in exercise.steps
        for part in step.parts
    }
    brought = {
        id if "/" in id else f"{exercise.id}/{id}"
        for exercise in LIBRARY.exercises.values()
        for step in exercise.steps
        for id in step.brings
    }
    assert "collaboration_model/page" in brought
    assert {id for id in brought if not known.get(id)} == set()


@pytest.mark.parametrize(
    ("was", "wanted"),
    [
        ('brings = ["levels"]', 'brings = ["line"]'),
        ('brings = ["levels"]', 'brings = ["links"]'),
        ('between = ["artifacts", "espoused_values"]', 'between = ["artifacts", "basic_assumptions"]'),
        ('between = ["artifacts", "espoused_values"]', 'between = ["artifacts"]'),
        ('brings = ["levels"]', 'brings = "levels"'),
    ],
)
def test_a_step_brings_nothing_that_was_not_written_before(folder: Path, was: str, wanted: str) -> None:
    shutil.copy(OWN / "exercises/culture_levels.toml", folder / "exercises")
    write(folder / "exercises/culture_levels.toml", was, wanted)
    found = faults_of(folder)
    assert {one.file for one in found} == {"havnby/exercises/culture_levels.toml"}
    assert all(one.remedy.da and one.remedy.en for one in found)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('version = "1"\n', 'version = "1"\nmodel = "phrenology"\n', "exercise.model"),
        ("todo.da", 'model = "phrenology"\ntodo.da', "step.line.model"),
    ],
)
def test_a_figure_that_nobody_has_is_named_where_it_stands(folder: Path, old: str, new: str, key: str) -> None:
    write(folder / "exercises/check_in.toml", old, new)
    (fault,) = faults_of(folder)
    assert (fault.file, fault.key) == ("havnby/exercises/check_in.toml", key)


@every_step
def test_every_step_says_what_to_do(step: Step) -> None:
    assert 1 <= len(step.todo) <= 3


def test_an_exercise_has_its_own_figure_but_where_people_arrive_agree_and_leave() -> None:
    without = {one.id for one in EXERCISES.values() if not one.models}
    leaving = {"day_purposes", "check_out", "course_check_out", "course_evaluation", "evaluation"}
    assert without == {"check_in", "team_action"} | leaving
    assert EXERCISES["four_cultures"].models == ("four_cultures", "under_pressure")


# The words of what comes along.
def parts() -> list[Part]:
    return [part for _one, step in STEPS for part in step.parts]


def danish(of: object) -> list[str]:
    """Every Danish text in a piece of TOML."""
    if isinstance(of, dict):
        own = of.get("da", [])
        return [*([own] if isinstance(own, str) else own), *(t for v in of.values() for t in danish(v))]
    return [text for one in of for text in danish(one)] if isinstance(of, list) else []


def test_who_may_see_what_is_as_it_was_decided() -> None:
    assert {
        (one.id, part.id): (part.kind, part.visibility, part.picture and part.picture.name)
        for one, step in STEPS
        for part in step.parts
    } == {
        ("check_in", "arrived"): ("board", Visibility.TEAM, "lines"),
        ("culture_profile", "profile"): ("allocation", Visibility.PRIVATE, None),
        ("culture_profile", "wish"): ("allocation", Visibility.PRIVATE, None),
        ("culture_profile", "dominant"): ("choice", Visibility.AGGREGATE, "dominant"),
        ("culture_profile", "direction"): ("choice", Visibility.AGGREGATE, "pull"),
        ("culture_profile", "trait"): ("board", Visibility.PRIVATE, None),
        ("sparring", "heading"): ("board", Visibility.NAMED, None),
        ("sparring", "notes"): ("board", Visibility.PRIVATE, None),
        ("team_dialogue", "most"): ("choice", Visibility.AGGREGATE, "counts"),
        ("team_dialogue", "least"): ("choice", Visibility.AGGREGATE, "counts"),
        ("team_dialogue", "more"): ("choice", Visibility.AGGREGATE, "counts"),
        ("team_dialogue", "lines"): ("board", Visibility.TEAM, "lines"),
        ("feedback_sheet", "own"): ("sheet", Visibility.NAMED, None),
        ("feedback_sheet", "others"): ("sheet", Visibility.NAMED, None),
        ("feedback_sheet", "try"): ("board", Visibility.PRIVATE, None),
        ("team_profile", "profile"): ("allocation", Visibility.AGGREGATE, "profile"),
        ("check_out", "home"): ("board", Visibility.PRIVATE, None),
        ("evaluation", "scales"): ("agreement_items", Visibility.AGGREGATE, "scales"),
        ("evaluation", "words"): ("board", Visibility.AGGREGATE, "lines"),
        ("course_evaluation", "scales"): ("agreement_items", Visibility.AGGREGATE, "scales"),
        ("course_evaluation", "words"): ("board", Visibility.AGGREGATE, "lines"),
        ("trait_pairs", "institution"): ("pairs", Visibility.PRIVATE, None),
        ("trait_pairs", "unit"): ("pairs", Visibility.PRIVATE, None),
        ("trait_pairs", "person"): ("board", Visibility.PRIVATE, None),
        ("trait_pairs", "result"): ("board", Visibility.PRIVATE, None),
        ("trait_pairs", "trait"): ("choice", Visibility.AGGREGATE, "counts"),
        ("trait_pairs", "plan"): ("board", Visibility.PRIVATE, None),
        ("culture_levels", "levels"): ("board", Visibility.PRIVATE, None),
        ("culture_levels", "seen_said"): ("choice", Visibility.PRIVATE, None),
        ("culture_levels", "said_granted"): ("choice", Visibility.PRIVATE, None),
        ("culture_levels", "links"): ("board", Visibility.PRIVATE, None),
        ("four_cultures", "examples"): ("board", Visibility.PRIVATE, None),
        ("four_cultures", "pressure"): ("board", Visibility.PRIVATE, None),
        ("learning_culture", "why"): ("board", Visibility.PRIVATE, None),
        ("learning_culture", "place"): ("anchored_scale", Visibility.AGGREGATE, "numbers"),
        ("learning_culture", "evidence"): ("board", Visibility.PRIVATE, None),
        ("learning_culture", "goal"): ("board", Visibility.PRIVATE, None),
        ("learning_culture", "action"): ("board", Visibility.PRIVATE, None),
        ("embedding", "want"): ("board", Visibility.PRIVATE, None),
        ("embedding", "primary"): ("board", Visibility.PRIVATE, None),
        ("embedding", "primary_more"): ("board", Visibility.PRIVATE, None),
        ("embedding", "secondary_chosen"): ("choice", Visibility.PRIVATE, None),
        ("embedding", "secondary"): ("board", Visibility.PRIVATE, None),
        ("embedding", "change"): ("board", Visibility.PRIVATE, None),
        ("consideration_directness", "own"): ("field", Visibility.PRIVATE, None),
        ("consideration_directness", "here"): ("field", Visibility.AGGREGATE, "fields"),
        ("consideration_directness", "experiment"): ("board", Visibility.PRIVATE, None),
        ("growing_together", "elements"): ("agreement_items", Visibility.AGGREGATE, "spread"),
        ("growing_together", "step"): ("board", Visibility.PRIVATE, None),
        ("leadership_actions", "action"): ("choice", Visibility.AGGREGATE, "counts"),
        ("leadership_actions", "situation"): ("board", Visibility.PRIVATE, None),
        ("permit_promote", "columns"): ("board", Visibility.PRIVATE, None),
        ("feedback_agreement", "agreement"): ("board", Visibility.TEAM, "lines"),
        ("across_practices", "practices"): ("agreement_items", Visibility.AGGREGATE, "spread"),
        ("across_practices", "owners"): ("board", Visibility.PRIVATE, None),
        ("culture_across", "across"): ("board", Visibility.PRIVATE, None),
        ("culture_across", "trait"): ("choice", Visibility.AGGREGATE, "counts"),
        ("collaboration_model", "page"): ("board", Visibility.PRIVATE, None),
        ("team_traits", "marks"): ("pairs", Visibility.AGGREGATE, "places"),
        ("team_traits", "trait"): ("choice", Visibility.AGGREGATE, "counts"),
        ("team_learning", "why"): ("board", Visibility.PRIVATE, None),
        ("team_learning", "place"): ("anchored_scale", Visibility.AGGREGATE, "line"),
        ("team_learning", "evidence"): ("board", Visibility.PRIVATE, None),
        ("team_learning", "goal"): ("board", Visibility.PRIVATE, None),
        ("team_across", "practices"): ("agreement_items", Visibility.AGGREGATE, "sides"),
        ("team_mirror", "mirror"): ("board", Visibility.AGGREGATE, "lines"),
        ("roles_expectations", "leader"): ("board", Visibility.NAMED, None),
        ("roles_expectations", "amr"): ("board", Visibility.NAMED, None),
        ("roles_expectations", "tr"): ("board", Visibility.NAMED, None),
        ("roles_expectations", "no_trio"): ("board", Visibility.NAMED, None),
        ("roles_expectations", "agreed"): ("board", Visibility.NAMED, None),
        ("one_focus", "wishes"): ("board", Visibility.NAMED, None),
        ("one_focus", "criteria"): ("agreement_items", Visibility.PRIVATE, None),
        ("one_focus", "mine"): ("board", Visibility.NAMED, None),
        ("one_focus", "focus"): ("board", Visibility.NAMED, None),
        ("our_trio", "agreement"): ("board", Visibility.NAMED, None),
        ("strain_staircase", "causes"): ("board", Visibility.TEAM, "lines"),
        ("strain_staircase", "stairs"): ("board", Visibility.TEAM, "lines"),
        ("strain_staircase", "early"): ("board", Visibility.TEAM, "lines"),
        ("strain_staircase", "own"): ("board", Visibility.PRIVATE, None),
        ("demands_resources", "weights"): ("weights", Visibility.AGGREGATE, "weighed"),
        ("demands_resources", "chosen"): ("board", Visibility.PRIVATE, None),
        ("team_demands", "weights"): ("weights", Visibility.AGGREGATE, "balance"),
        ("team_demands", "ideas"): ("board", Visibility.TEAM, "lines"),
        ("team_strain", "causes"): ("board", Visibility.TEAM, "lines"),
        ("team_strain", "early"): ("board", Visibility.TEAM, "lines"),
        ("key_relations", "map"): ("relations", Visibility.PRIVATE, None),
        ("key_relations", "try"): ("board", Visibility.PRIVATE, None),
        ("safety_preview", "guess"): ("agreement_items", Visibility.PRIVATE, None),
        ("development_plan", "plan"): ("board", Visibility.PRIVATE, None),
        ("own_work", "prompts"): ("board", Visibility.PRIVATE, None),
        ("own_work", "one"): ("board", Visibility.PRIVATE, None),
        ("key_person", "habits"): ("board", Visibility.PRIVATE, None),
        ("key_person", "change"): ("board", Visibility.PRIVATE, None),
        ("iglo_board", "strain"): ("board", Visibility.NAMED, None),
        ("iglo_board", "own"): ("board", Visibility.PRIVATE, None),
        ("iglo_board", "measures"): ("board", Visibility.TEAM, "lines"),
        ("iglo_board", "habit"): ("choice", Visibility.AGGREGATE, "counts"),
        ("iglo_board", "plan"): ("board", Visibility.PRIVATE, None),
        ("try_conversation", "case"): ("choice", Visibility.PRIVATE, None),
        ("try_conversation", "sentence"): ("board", Visibility.PRIVATE, None),
        ("try_conversation", "worked"): ("board", Visibility.TEAM, "lines"),
        ("help_at_hand", "list"): ("board", Visibility.PRIVATE, None),
        ("plan_status", "looked"): ("board", Visibility.PRIVATE, None),
        ("plan_status", "becomes"): ("choice", Visibility.AGGREGATE, "counts"),
        ("plan_status", "decide"): ("board", Visibility.PRIVATE, None),
        ("plan_status", "line"): ("board", Visibility.PRIVATE, None),
        ("after_course", "agreement"): ("board", Visibility.NAMED, None),
        ("boundary", "kind"): ("choice", Visibility.AGGREGATE, "counts"),
        ("boundary", "where"): ("board", Visibility.PRIVATE, None),
        ("day_purposes", "before"): ("agreement_items", Visibility.PRIVATE, None),
        ("day_purposes", "after"): ("agreement_items", Visibility.PRIVATE, None),
        ("day_purposes", "closer"): ("choice", Visibility.AGGREGATE, "counts"),
        ("course_check_out", "last"): ("board", Visibility.PRIVATE, None),
    }


def test_the_walk_is_ten_ten_five_ten_and_the_case_is_taken_before_it() -> None:
    choose, talk = EXERCISES["sparring"].steps
    assert [stage.minutes for stage in talk.stages] == [10, 10, 5, 10]
    assert [role.id for role in choose.roles] == [role.id for role in talk.roles] == ["owner", "team"]
    assert choose.roles[0].claim == talk.roles[0].claim == Text("Min sag", "My case")


@every_step
def test_a_wall_is_read_from_ten_metres(step: Step) -> None:
    for text in (step.wall.da, step.wall.en):
        assert len(text.split()) <= 12, text
        assert len(text) <= 65, text


@every_step
def test_a_facilitator_is_told_what_to_say_at_each_step(step: Step) -> None:
    assert step.desk is not None


@every({one.id: (one,) for one in (*EXERCISES.values(), *PROGRAMMES.values())})
def test_the_danish_is_as_a_dane_says_it(one: Exercise | Programme) -> None:
    data = programme_to_data(one) if isinstance(one, Programme) else dict(one.raw)
    words = " ".join(text if text[-1] in ".?!:" else f"{text}." for text in danish(data))
    assert lix(words) <= 40
    assert not re.search(
        r"(?i)\b(dashboard|survey|upload|template|submit|session|token|user|score|insight|tracking)\b"
        r"|\b(leverage|input|output|feedbacke)\b",
        words,
    )


def test_minutes_are_a_facilitators_to_change_so_no_text_says_them() -> None:
    for exercise, step in STEPS:
        said = " ".join(text.da for text in (step.phone, step.wall, step.desk) if text)
        assert not re.search(r"\d+ minut", said), (exercise.id, step.id)


@pytest.mark.parametrize("page", ["docs/en/exercises.md", "docs/da/oevelser.md"])
def test_the_manual_shows_each_exercise(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    language = page.split("/")[1]
    for exercise in EXERCISES.values():
        assert f"## {exercise.name.into(language)}\n\n{exercise.purpose.into(language)}" in text, "run make pictures"
        assert f"pictures/exercises/{exercise.id}.png" in text
        assert (ROOT / f"docs/pictures/exercises/{exercise.id}.png").stat().st_size > 10_000
