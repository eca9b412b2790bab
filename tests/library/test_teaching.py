"""The models that come along are rich enough to teach from, and no two examples in a row are of one kind of place."""

import itertools
import re

from kulturspejl.core.content.model import Model
from kulturspejl.core.content.teaching import LONGEST, minutes_to_read, texts_in
from kulturspejl.core.text import Text
from tests.content import content
from tests.every import every

LIBRARY = content()
MODELS = LIBRARY.models
every_model = every({id: (one,) for id, one in MODELS.items()})
# The course's own words, which people remember and look up: they stay visible.
TERMS = (
    "psykisk arbejdsmiljø", "psykiske arbejdsmiljø", "produktivitet", "kvalitet", "kerneopgave", "social kapital",
    "primære", "sekundære", "hensynsbetændelse", "modstandsgenerator", "hierarki", "nulfejlskultur", "self-disclosure",
    "ekstern tilpasning", "intern integration", "artefakter", "udtalte værdier", "grundlæggende antagelser",
    "sårbarhed", "konflikter", "komfortzone", "teaming", "mandat", "whistleblowing", "observation", "effekt",
    "grænsekrydsende", "retning", "koordinering", "commitment",
)  # fmt: skip


def danish(one: Model) -> str:
    return " ".join(text.da for text in texts_in(one)).lower().replace("\u00ad", "")


@every_model
def test_each_has_notes_a_misunderstanding_and_two_examples(one: Model) -> None:
    teach = one.teach
    assert teach is not None
    assert 4 <= len(teach.notes) <= 8
    assert all(len(line.da) <= 160 for line in teach.notes), "one breath each"
    assert teach.mistaken.da != teach.better.da
    assert minutes_to_read(one, "da") <= LONGEST


@every_model
def test_no_place_of_work_comes_twice_in_a_row(one: Model) -> None:
    assert one.teach is not None
    shown = [*one.teach.examples, *(example for part in one.parts for example in part.examples)]
    places = [example.place.da for example in shown]
    assert [where for where, after in itertools.pairwise(places) if where == after] == []
    assert len(set(places)) >= 2


@every_model
def test_neither_language_was_left_in_the_other(one: Model) -> None:
    texts = [*texts_in(one), *(note for part in (one.teach, *one.parts) if part for note in part.notes)]
    assert [text.en for text in texts if re.search(r"[æøåÆØÅ]", text.en)] == []
    same = [text.da for text in texts if text.da.endswith((".", "?")) and text.da == text.en]
    assert same == []


def test_the_words_of_the_course_are_there() -> None:
    profile = LIBRARY.instruments["culture_profile"]
    everything = " ".join(map(danish, MODELS.values()))
    everything += " ".join(one.text.da for one in profile.cultures.values()).lower()
    everything += " ".join(word.da for one in profile.regressed.values() for word in one.no_room_for)
    assert [term for term in TERMS if term not in everything] == []


def test_each_effect_question_has_the_course_s_words() -> None:
    texts: list[Text] = list(MODELS["trait_pairs"].ask)
    assert "psykiske arbejdsmiljø" in texts[0].da
    assert "produktivitet" in texts[1].da
    assert "kvalitet" in texts[1].da


def test_strangers_in_a_class_agree_on_no_feedback() -> None:
    offered = {
        programme: {exercise for item in day.items for exercise in item.exercises}
        for programme, day in LIBRARY.programmes.items()
    }
    assert {name for name, ids in offered.items() if "feedback_agreement" in ids} == {"team_agreement"}
