"""The pages of the models: for everybody, in both languages, with the notes nowhere but on the device."""

import re

import pytest
from django.test import Client
from django.utils.html import escape

from kulturspejl import library
from kulturspejl.readers import reading
from tests.pages import tight

pytestmark = pytest.mark.django_db

MODELS = library.load().models


@pytest.fixture(params=["da", "en"])
def lang(request):
    return request.param


def page(address, lang):
    return Client().get(address, headers={"accept-language": lang})


@pytest.mark.slow
def test_the_list_names_every_model_once(lang):
    text = page("/models", lang).content.decode()
    assert all(text.count(f'href="/models/{id}"') == 1 for id in MODELS)


@pytest.mark.parametrize("id", MODELS)
@pytest.mark.slow
def test_a_model_has_figure_words_questions_and_credit(id, lang):
    answer = page(f"/models/{id}", lang)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert text.count('role="img"') == 2
    assert len(re.findall(r' id="([^"]+)"', text)) == len(set(re.findall(r' id="([^"]+)"', text)))
    assert "<table>" in text
    assert f'lang="{lang}"' in text
    one = MODELS[id]
    told = [text for section in one.sections for text in (section.text, *section.items) if text]
    for said in (one.name, one.idea, one.credit, *one.ask, *told):
        assert escape(said.into(lang)) in text
    for said in (one.teach.definition, one.teach.mistaken, one.teach.better, *(e.text for e in one.teach.examples)):
        assert escape(said.into(lang)) in text
    for part in one.parts:
        assert escape(part.mistaken.into(lang)) in text
        assert all(escape(example.text.into(lang)) in text for example in part.examples)


def test_ways_of_leading_and_signs_stand_on_the_page(lang):
    profile = library.load().instruments["culture_profile"]
    text = tight(page("/models/four_cultures", lang).content.decode())
    for culture in profile.cultures.values():
        assert ", ".join(escape(word.into(lang)) for word in culture.leadership) in text
    text = page("/models/under_pressure", lang).content.decode()
    for slip in profile.regressed.values():
        assert all(escape(sign.into(lang)) in text for sign in slip.signs)


def test_reading_sets_no_cookie_and_the_notes_have_no_name_to_be_sent_by(lang):
    answer = page("/models/mindset", lang)
    assert not answer.cookies
    text = answer.content.decode()
    field = text[text.index("<textarea") : text.index("</textarea>")]
    assert " name=" not in field
    assert "hidden><h2>" in tight(text).replace('data-notes="mindset" ', "")


def test_the_twelve_practices_stand_as_three_lists_of_four(lang):
    text = tight(page("/models/direction_alignment_commitment", lang).content.decode())
    found = MODELS["direction_alignment_commitment"].sections
    assert [len(section.items) for section in found] == [4, 4, 4]
    for section in found:
        told = "".join(f"<li>{escape(one.into(lang))}</li>" for one in section.items)
        assert f"<h2>{section.title.into(lang)}</h2><ul>{told}</ul>" in text


@pytest.mark.parametrize(("id", "many"), [("trait_pairs", 6), ("learning_scale", 1), ("consideration_directness", 2)])
def test_a_figure_with_places_has_room_for_a_mark_of_one_s_own_that_cannot_be_sent(id, many, lang):
    text = page(f"/models/{id}", lang).content.decode()
    form = text.partition('<form class="card own-mark')[2].partition("</form>")[0]
    assert form.count('type="range"') == many
    assert " name=" not in form
    assert "action=" not in form


def test_other_figures_ask_for_no_mark(lang):
    assert 'type="range"' not in page("/models/mindset", lang).content.decode()


@pytest.mark.parametrize(("at", "is_told"), [("module_2", True), ("team_45", False), ("<script>", False)])
def test_whoever_comes_from_a_room_sees_where_the_programme_is(at, is_told):
    text = page(f"/models/programme_path?at={at}", "da").content.decode()
    assert ("Her er I" in text) is is_told
    assert "<script>" not in text.partition("<main")[2].partition("</main>")[0]


def test_an_unknown_model_is_not_there(lang):
    assert page("/models/phrenology", lang).status_code == 404


def test_nothing_can_be_sent_to_a_model():
    assert Client().post("/models/mindset", {"notes": "x"}).status_code == 405


def test_an_item_of_a_day_opens_the_models_that_are_there():
    assert reading.named(["mindset", "no_longer"], "en") == (("mindset", MODELS["mindset"].name.en),)
