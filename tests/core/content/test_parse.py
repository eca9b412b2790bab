import copy
import json
import tomllib
from collections.abc import Callable
from importlib.resources import files

import pytest

from kulturspejl.core.content.kinds import BUILT, LATER
from kulturspejl.core.content.parse import instrument_from_json, parse_instrument
from kulturspejl.core.content.parse_whole import FILE_OF
from kulturspejl.core.content.places import PLACES
from kulturspejl.core.instruments.allocation.form import AnswerForm
from kulturspejl.core.instruments.allocation.reading import TEMPLATES
from kulturspejl.core.kinds import KINDS
from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import ContentError, Fault
from tests.core.content.profile import Tables, both, tables

DRAWN, DIMENSIONS = AnswerForm(10, "drawn"), AnswerForm(100, "dimensions")
HEAD, CULTURES, REGRESSED, READING = (
    f"small/{name}.toml" for name in ("instrument", "cultures", "regressed", "reading")
)


def faults_of(files: Tables) -> list[Fault]:
    with pytest.raises(ContentError) as caught:
        parse_instrument(files)
    return caught.value.faults


def test_everything_written_is_found_again() -> None:
    made = parse_instrument(tables())
    assert (made.id, made.version, made.kind) == ("small", "3", "allocation")
    assert made.dimensions[4].statements["C"] == Text("C5 på dansk", "C5 in English")
    assert made.cultures["B"].keywords[1] == Text("keywords to", "keywords two")
    assert made.regressed["D"].no_room_for[0].en == "no_room_for one"
    assert (made.axes[0].high.en, made.tensions[0].letters) == ("high in English", "AC")
    assert made.reading.cultures["A"].da == "A på dansk"
    assert made.guide[0].en == "step in English (20 min)"


def test_a_round_reads_back_exactly_what_it_stored() -> None:
    made = parse_instrument(tables())
    assert instrument_from_json(copy.deepcopy(made.to_json())) == made
    shuffled = json.loads(json.dumps(made.to_json(), sort_keys=True))
    assert instrument_from_json(shuffled) == made


def test_dimensions_come_in_the_order_of_their_numbers() -> None:
    files = tables()
    files[HEAD]["dimension"].reverse()
    assert [one.number for one in parse_instrument(files).dimensions] == [1, 2, 3, 4, 5, 6]


def test_minutes_come_from_seconds_a_block() -> None:
    made = parse_instrument(tables())
    assert (made.minutes(10, "drawn"), made.minutes(10, "dimensions")) == (5, 8)
    assert made.minutes_text(10, "drawn") == Text("omkring 5 minutter", "about 5 minutes")


def test_instructions_name_the_points_of_the_form() -> None:
    made = parse_instrument(tables())
    assert [text.en for text in made.instructions(DRAWN)] == ["Give 10 points.", "Draw 60."]
    assert made.instructions(DIMENSIONS)[0].da == "Giv 100 point."
    assert made.instructions(DIMENSIONS)[1].da == "instruction_preferred på dansk"


def test_the_result_can_say_which_text_was_used() -> None:
    ref = parse_instrument(tables()).ref()
    assert (ref.id, ref.version, ref.name.en, ref.credit.da) == (
        "small", "3", "name in English", "credit på dansk"
    )  # fmt: skip


def break_statement(files: Tables) -> None:
    del files[HEAD]["dimension"][2]["B"]["en"]


def break_to_blank(files: Tables) -> None:
    files[CULTURES]["culture"][3]["gift"]["da"] = "  "


def break_language(files: Tables) -> None:
    files[HEAD]["instrument"]["credit"] = "Ours"


def break_list(files: Tables) -> None:
    files[REGRESSED]["regressed"][0]["signs"]["en"].append("three")


def break_seconds(files: Tables) -> None:
    files[HEAD]["instrument"]["seconds_a_block"] = "forty"


def break_number(files: Tables) -> None:
    files[HEAD]["dimension"][1]["number"] = True


def break_id(files: Tables) -> None:
    files[HEAD]["instrument"]["id"] = "Små ord"


def break_spelling(files: Tables) -> None:
    files[HEAD]["dimension"][0]["lable"] = files[HEAD]["dimension"][0].pop("label")


def break_part(files: Tables) -> None:
    del files[READING]["conversation"]


def break_template(files: Tables) -> None:
    del files[READING]["reading"]["question_split"]


def break_minutes(files: Tables) -> None:
    files[READING]["conversation"]["step"][1]["minutes"] = 0


@pytest.mark.parametrize(
    ("damage", "file", "key", "told"),
    [
        (break_statement, HEAD, "dimension.3.B.en", "Den engelske tekst mangler."),
        (break_to_blank, CULTURES, "culture.D.gift.da", "Den danske tekst mangler."),
        (break_language, HEAD, "instrument.credit", "Teksten står uden sprog."),
        (break_list, REGRESSED, "regressed.A.signs", "Tekster på dansk: 2, på engelsk: 3."),
        (break_seconds, HEAD, "instrument.seconds_a_block", "Her skal stå et helt tal fra 5 til 600."),
        (break_number, HEAD, "dimension.True.number", "Her skal stå et helt tal fra 1 til 6."),
        (break_id, HEAD, "instrument.id", "Et id er små bogstaver"),
        (break_spelling, HEAD, "dimension.1.lable", "Nøglen kendes ikke. Mente du label?"),
        (break_part, "small/reading.toml", "conversation", "Det mangler i filen. Skriv [conversation]."),
        (break_template, READING, "reading.question_split.da", "Den danske tekst mangler."),
        (break_minutes, READING, "conversation.step.2.minutes", "Her skal stå et helt tal fra 1 til 120."),
    ],
)
def test_a_fault_names_file_key_and_what_is_wrong(
    damage: Callable[[Tables], None], file: str, key: str, told: str
) -> None:
    files = tables()
    damage(files)
    found = {(fault.file, fault.key): f"{fault.wrong.da} {fault.remedy.da}" for fault in faults_of(files)}
    assert told in found[file, key]


def test_all_faults_are_told_at_once_and_in_both_languages() -> None:
    files = tables()
    for damage in (break_statement, break_list, break_template, break_seconds):
        damage(files)
    faults = faults_of(files)
    assert len({fault.file for fault in faults}) == 3
    assert all(
        text.da and text.en and text.da != text.en for one in faults for text in (one.wrong, one.remedy)
    )
    assert "small/instrument.toml: dimension.3.B.en: The English text is missing." in str(
        ContentError(faults)
    )


@pytest.mark.parametrize("numbers", [[1, 2, 3, 4, 5, 5], [1, 2, 3, 4, 5]])
def test_six_questions_each_once(numbers: list[int]) -> None:
    files = tables()
    files[HEAD]["dimension"] = files[HEAD]["dimension"][: len(numbers)]
    for row, number in zip(files[HEAD]["dimension"], numbers, strict=True):
        row["number"] = number
    assert [fault.key for fault in faults_of(files)] == ["dimension"]


@pytest.mark.parametrize(("file", "part"), [(CULTURES, "culture"), (REGRESSED, "regressed")])
def test_four_letters_each_once(file: str, part: str) -> None:
    files = tables()
    files[file][part][3]["letter"] = "A"
    assert [fault.key for fault in faults_of(files)] == [part]


def test_a_part_stands_in_one_file_alone() -> None:
    files = tables()
    files[REGRESSED]["culture"] = files[CULTURES]["culture"]
    assert [(fault.file, fault.key) for fault in faults_of(files)] == [(REGRESSED, "culture")]


def test_a_part_may_stand_in_another_file_than_usual() -> None:
    files = tables()
    files[HEAD] |= files.pop(READING)
    assert parse_instrument(files).conversation


@pytest.mark.parametrize(
    ("kind", "told"), [("pairs", "cannot be used yet"), ("quiz", "is unknown"), ("", "must be a word")]
)
def test_another_kind_is_refused_with_one_fault_alone(kind: str, told: str) -> None:
    files = tables()
    files[HEAD]["instrument"]["kind"] = kind
    (fault,) = faults_of(files)
    assert fault.key == "instrument.kind"
    assert told in fault.wrong.en


def test_a_kind_is_there_or_kept_for_later_and_three_are_built_as_instruments() -> None:
    assert not LATER & set(KINDS)
    assert set(BUILT) == {"allocation", "pairs", "scale"}


def test_the_places_are_those_that_the_reading_fills() -> None:
    assert set(PLACES) == set(TEMPLATES)


@pytest.mark.parametrize(
    "text", ["{kultur}", "{culture!r}", "{culture:>9999}", "{culture", "{culture.__class__}", "{}"]
)
def test_braces_hold_a_known_name_and_nothing_else(text: str) -> None:
    files = tables()
    files[READING]["reading"]["question_dominant"] = {"da": text, "en": "{culture}"}
    (fault,) = faults_of(files)
    assert fault.key == "reading.question_dominant.da"
    assert fault.remedy.en == "Use only {culture}."


def test_both_languages_have_the_same_places() -> None:
    files = tables()
    files[READING]["reading"]["most"] = {"da": "{culture} {sum}", "en": "{culture}"}
    assert [fault.key for fault in faults_of(files)] == ["reading.most"]


def test_sentences_of_earlier_editions_are_read_and_said_no_more() -> None:
    files = tables()
    for name in ("split", "dominant", "dominant_A", "gap_unclear"):
        files[READING]["reading"][name] = both(name)
    assert not {"split", "dominant", "dominant_A"} & set(parse_instrument(files).reading.templates)


def test_what_the_house_words_may_be_left_out_or_worded_anew() -> None:
    files = tables()
    files[READING]["reading"].pop("most", None)
    assert "most" not in parse_instrument(files).reading.templates
    files[READING]["reading"]["most"] = {"da": "{culture}!", "en": "{culture}!"}
    assert parse_instrument(files).reading.templates["most"].da == "{culture}!"


def test_a_wording_of_its_own_for_one_culture() -> None:
    files = tables()
    files[READING]["reading"]["question_gap_more_C"] = both("question")
    assert parse_instrument(files).reading.templates["question_gap_more_C"].en == "question in English"


@pytest.mark.parametrize("name", ["very_different_A", "question_gap_more_E"])
def test_no_wording_for_a_culture_where_there_is_none(name: str) -> None:
    files = tables()
    files[READING]["reading"][name] = both("question")
    assert [fault.key for fault in faults_of(files)] == [f"reading.{name}"]


@pytest.mark.parametrize("nonsense", [None, 3, "text", [], [3], {"da": 3}, True])
def test_whatever_stands_there_is_a_fault_and_never_a_crash(nonsense: object) -> None:
    for file, parts in tables().items():
        for part in parts:
            files = tables()
            files[file][part] = nonsense
            assert faults_of(files)


def test_each_part_is_looked_for_in_the_file_that_holds_it() -> None:
    for part, name in FILE_OF.items():
        holder = {"item": "psychological_safety", "anchor": "learning_scale"}.get(part, "culture_profile")
        folder = files("kulturspejl.content") / "instruments" / holder
        assert part in tomllib.loads((folder / name).read_text(encoding="utf-8")), part
