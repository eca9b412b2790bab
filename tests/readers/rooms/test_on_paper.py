"""The day on paper: every form that the phones have, with the same letters and numbers."""

import io

import pypdf
import pytest

from kulturspejl.core.errors import NotThere
from kulturspejl.core.kinds.base.paper import Numbers, Points, Ruled, Stretches
from kulturspejl.readers.rooms.on_paper import paper
from kulturspejl.reports.paper import MOST_LINES, paper_facts, paper_pdf
from tests.actions.rooms.course import begin
from tests.actions.town import NOW

pytestmark = pytest.mark.django_db


def fields(day, kind):
    return [
        field
        for _name, steps in day.exercises
        for step in steps
        for field in step.fields
        if isinstance(field, kind)
    ]


def test_the_sheet_asks_what_the_day_asks():
    place = begin()
    day = paper(place.frida, place.id, language="da", now=NOW)
    assert day.code == place.room.code
    (now, wish) = fields(day, Points)
    assert len(now.questions) == 6
    assert [letter for letter, _said in now.questions[0][2]] == ["A", "B", "C", "D"]
    assert "10 point" in now.instruction
    assert wish.questions == ()
    assert (now.has_web, wish.has_web) == (True, False), "now and wish stand in one figure"
    assert "stiplet" in now.legend
    assert "stiplet" in wish.instruction
    assert now.names["A"] == "Vi er der for hinanden"
    (talk,) = fields(day, Stretches)
    assert [minutes for minutes, _title, _said in talk.rows] == [10, 10, 5, 10]
    assert "{" not in str(talk.rows)
    assert fields(day, Numbers)
    assert fields(day, Ruled)


def test_the_own_question_stands_on_the_sheet():
    place = begin()
    day = paper(place.frida, place.id, language="da", now=NOW)
    assert place.room.check_in
    assert day.exercises[0][1][0].text == place.room.check_in


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.slow
def test_it_becomes_a_tagged_file(language):
    place = begin()
    day = paper(place.frida, place.id, language=language, now=NOW)
    file = pypdf.PdfReader(io.BytesIO(paper_pdf(day, lang=language)))
    assert file.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert file.trailer["/Root"]["/Lang"] == language
    words = "".join(page.extract_text() for page in file.pages)
    assert place.room.code in words
    assert 5 <= len(file.pages) <= 10


def test_lines_follow_what_may_be_written():
    place = begin()
    facts = paper_facts(paper(place.frida, place.id, language="da", now=NOW), lang="da")
    ruled = [
        one
        for part in facts["exercises"]
        for step in part["steps"]
        for one in step["fields"]
        if one["kind"] == "ruled"
    ]
    assert {one["lines"] for one in ruled if one["longest"] == 140} == {2}
    assert max(one["lines"] for one in ruled) <= MOST_LINES


def test_nobody_else_gets_it():
    place = begin()
    with pytest.raises(NotThere):
        paper(place.town.leader, place.id, language="da", now=NOW)
