"""The models that come along: whole in both languages, easy to read, and named where they are missing."""

import re
import shutil
from pathlib import Path

import pytest

from kulturspejl import library
from kulturspejl.core.content.model import BLOCKS, FIGURES
from kulturspejl.core.toml.faults import ContentError
from tests.content import content
from tests.every import every
from tests.library.folders import OWN
from tests.library.lix import lix

MODELS = content().models
every_model = every({id: (one,) for id, one in MODELS.items()})
HARDEST = 40
AVOIDED = re.compile(
    r"\b(dashboard|survey|upload|template|submit|session|token|user|scor\w*|insights|tracking|OCAI)\b", re.I
)
DANISH = re.compile(r"[æøåÆØÅ]")


def paragraphs(section):
    return [*([section.text] if section.text else []), *section.items]


def texts(one, language):
    """What a participant reads of a model, as the paragraphs stand on the page."""
    figure = one.figure
    boxes = [[box.label, *([box.note] if box.note else []), *box.words] for box in figure.boxes]
    said = [one.name, one.idea, *one.ask]
    said += [text for section in one.sections for text in (section.title, *paragraphs(section))]
    said += [text for box in boxes for text in box] + list(figure.edges.values())
    return [text.into(language) for text in [*said, *([figure.centre] if figure.centre else [])]]


def running(one):
    """Sentences alone: labels of a figure are no running text."""
    said = [one.idea, *(text for section in one.sections for text in paragraphs(section)), *one.ask]
    return " ".join(text.da for text in said)


def test_every_kind_of_figure_and_every_block_is_used():
    assert {one.figure.kind for one in MODELS.values()} == set(FIGURES)
    assert {one.block for one in MODELS.values()} == set(BLOCKS)


@every_model
def test_the_danish_is_easy_to_read(one):
    assert lix(running(one)) <= HARDEST, running(one)


@every_model
def test_neither_language_was_left_in_the_other(one):
    assert not [text for text in texts(one, "en") if DANISH.search(text)]
    assert not [text for text in texts(one, "da") if AVOIDED.search(text)]
    long = [(da, en) for da, en in zip(texts(one, "da"), texts(one, "en"), strict=True) if len(da.split()) > 3]
    assert not [da for da, en in long if da == en]


@every_model
def test_it_says_whom_it_comes_from_and_when(one):
    assert re.search(r"\(\d{4}\)", one.credit.da)
    assert re.findall(r"\d{4}", one.credit.da) == re.findall(r"\d{4}", one.credit.en)


def test_what_a_culture_locks_into_is_only_asked():
    boxes = MODELS["under_pressure"].figure.boxes
    assert all(word.da.endswith("?") and word.en.endswith("?") for box in boxes for word in box.words)


def test_no_two_models_stand_in_one_place_of_the_list():
    places = [(one.block, one.order) for one in MODELS.values()]
    assert len(places) == len(set(places))


def faults(folder: Path) -> list[tuple[str, str]]:
    with pytest.raises(ContentError) as caught:
        library.load([folder])
    return [(fault.key, fault.wrong.en) for fault in caught.value.faults]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "models").mkdir()
    shutil.copy(OWN / "models" / "mindset.toml", tmp_path / "models" / "mindset.toml")
    return tmp_path


def change(folder: Path, before: str, after: str) -> None:
    file = folder / "models" / "mindset.toml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_a_folder_may_word_a_model_anew(folder: Path):
    change(folder, 'version = "1"', 'version = "7"')
    assert library.load([folder]).models["mindset"].version.startswith("7+")


def test_a_misspelt_key_an_unknown_figure_and_too_few_boxes_are_named(folder: Path):
    change(folder, "idea.da", "ide.da")
    change(folder, 'kind = "columns"', 'kind = "triad"')
    keys = [key for key, _ in faults(folder)]
    assert {"model.idea.da", "model.ide", "figure.box"} <= set(keys)
    change(folder, 'kind = "triad"', 'kind = "cube"')
    assert "figure.kind" in [key for key, _ in faults(folder)]


def test_a_day_that_names_a_model_nobody_has_is_told(tmp_path: Path):
    (tmp_path / "programmes").mkdir()
    text = (OWN / "programmes" / "module_2.toml").read_text(encoding="utf-8")
    day = tmp_path / "programmes" / "module_2.toml"
    day.write_text(text.replace('"culture_levels"', '"culture_cellar"'), encoding="utf-8")
    assert ("item.lecture.stations.2.model", "culture_cellar does not exist.") in faults(tmp_path)
