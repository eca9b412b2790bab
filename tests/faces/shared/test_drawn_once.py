"""What is drawn once is drawn for these very things: equal ones, others and other languages are drawn by themselves."""

import pytest
from django.template import Context, Template
from django.utils import translation

from kulturspejl.faces.shared.templatetags import drawn_once
from kulturspejl.readers.rooms.regions.agenda import AgendaLine


@pytest.fixture
def made(monkeypatch):
    """What was drawn, as its context."""
    told = []
    draw = drawn_once.render_to_string
    monkeypatch.setattr(drawn_once, "render_to_string", lambda name, shown: told.append(shown) or draw(name, shown))
    return told


def agenda(title):
    return (AgendaLine("0", "9.00", "9.15", title, 15, 15, is_now=True, is_past=False, is_break=False),)


def drawn(lines, language="da"):
    text = "{% load drawn_once %}{% drawn_once 'shared/room/agenda.html' agenda=lines %}"
    with translation.override(language):
        return Template(text).render(Context({"lines": lines, "words": "of the page around it"}))


def test_the_same_things_are_drawn_once_in_each_language(made):
    lines = agenda("Tjek-ind <b>")
    assert drawn(lines) == drawn(lines)
    assert made == [{"agenda": lines}], "nothing of the page around it is seen"
    assert "Tjek-ind &lt;b&gt;" in drawn(lines)
    assert "I er her" in drawn(lines)
    assert "you are here" in drawn(lines, "en")
    assert len(made) == 2


def test_others_are_drawn_by_themselves_however_they_look(made):
    assert drawn(agenda("Frokost")) != drawn(agenda("Pause"))
    kept = [agenda("Frokost") for _ in range(2)]
    assert drawn(kept[0]) == drawn(kept[1])
    assert len(made) == 4


def test_what_is_kept_does_not_grow_without_end(made):
    for number in range(drawn_once.MOST + 5):
        drawn(agenda(str(number)))
    assert len(drawn_once._drawn) == drawn_once.MOST
