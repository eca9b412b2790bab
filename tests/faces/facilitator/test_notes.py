"""The facilitator's notes: at the desk for the figures of the step, and all of the day's on one page to print."""

import pytest

from kulturspejl import library
from kulturspejl.core.choreography import commands as do
from kulturspejl.readers.rooms import notes as reader
from tests.actions.rooms.course import NOW, begin

pytestmark = pytest.mark.django_db(transaction=True)
MODELS = library.load().models


def said(id: str) -> str:
    teach = MODELS[id].teach
    assert teach is not None
    return teach.notes[0].da


def test_the_desk_says_what_to_say_of_the_step_s_own_figure(at):
    course = begin(1)
    course.go_to("culture_profile", "pairs")
    page = at(course.frida, "da").get(f"/facilitate/{course.id}").content.decode()
    assert said("four_cultures") in page
    assert "Noter: De fire kulturer, 8 min." in page
    assert said("feedback_needs") not in page


def test_the_notes_to_the_figure_that_is_up_lie_open(at):
    course = begin(1)
    course.go_to("culture_profile", "pairs")
    page = at(course.frida, "da").get(f"/facilitate/{course.id}").content.decode()
    assert '<details class="fold" open>' not in page
    course.do(do.PutUp("four_cultures"))
    page = at(course.frida, "da").get(f"/facilitate/{course.id}").content.decode()
    assert '<details class="fold" open>' in page
    assert page.count(said("four_cultures")) == 1


@pytest.mark.slow
def test_one_page_holds_the_day_s_notes_and_no_stranger_finds_it(at):
    course = begin(1)
    address = f"/facilitate/{course.id}/notes"
    page = at(course.frida, "da").get(address).content.decode()
    day = reader.notes(course.frida, course.id, language="da", now=NOW)
    assert 'class="case"' in page
    assert 'class="example"' not in page, "that is a drawing, which stands in the middle of the page"
    ids = [model.id for item in day.items for model in item.models]
    assert len(ids) == len(set(ids)) > 10
    for id in ids:
        assert page.count(said(id)) == 1
    assert "Mange tror" in page
    assert at(course.town.leader).get(address).status_code == 404
    assert at().get(address).status_code == 302
