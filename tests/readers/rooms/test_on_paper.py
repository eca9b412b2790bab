"""The day on paper: at most twelve pages, aims and agenda first, every exercise whole, asking what the phones ask."""

import io
import re
from dataclasses import replace
from itertools import groupby

import pypdfium2
import pytest

from kulturspejl.access.permission import day_of
from kulturspejl.actions import rooms
from kulturspejl.core.content.programme import Planned, PlannedKind
from kulturspejl.core.errors import NotThere
from kulturspejl.core.kinds.base.paper import Around, Beside, Line, Numbers, Points, Poles, Ruled, Stretches
from kulturspejl.core.text import Text
from kulturspejl.readers.rooms.on_paper import paper, run_on, sheets_of
from kulturspejl.records.models import Room
from kulturspejl.reports.paper import MOST_LINES, paper_facts, paper_pdf, sheets
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.the_library import the_library
from tests.actions.rooms.course import begin, facilitator
from tests.actions.town import NOW, found_town

pytestmark = pytest.mark.django_db
MOST = 13
LEAST_SIZE = 10.0
"""Points: what people read."""


def default_day(change=lambda plan: plan, *, name="Modul 2, hold 14", **told):
    """(who runs it, its room): the day as it is written, or changed by whoever gives it."""
    where = found_town(now=NOW)
    frida, plan = facilitator(where, "Frida", NOW), change(the_library().programmes["module_2"])
    typed = {"check_in": plan.check_ins[0].da, "homework": plan.homework.da} | told
    return frida, rooms.create_class(
        by=frida, plan=plan, name=name, day=day_of(NOW), language="da", now=NOW, **typed
    )  # fmt: skip


def fields(day, kind):
    return [field for step in day.steps for field in step.fields if isinstance(field, kind)]


def letters(text):
    """A text without what a line break does to it."""
    return re.sub(r"[\s\u00ad\u0002\ufffe-]|\d+ */ *\d+", "", text)


def printed(day, language):
    """(pages, all their letters), and nothing lies outside a page."""
    file = pypdfium2.PdfDocument(io.BytesIO(paper_pdf(day, lang=language)))
    found = []
    for page in file:
        width, height = page.get_size()
        text = page.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
        assert all(left >= 0 and right <= width and low >= 0 and top <= height for left, low, right, top in boxes)
        found.append(letters(text.get_text_bounded().replace(day.title, "")))
    return len(file), "".join(found)


def said_of(day, language):
    """Every text that a day has for its reader."""
    for item in day.items:
        yield item.title
        yield from item.told
        for part in item.parts:
            yield from (part.name, part.purpose, *part.lines)
            for one in part.explained:
                yield from (one.name, one.text, *(word for box in one.boxes for word in box))
            for step in part.steps:
                yield from (step.title, step.about, step.text, step.asked)
                for field in step.fields:
                    yield from _words(field, language)
    yield from (*day.aims, day.before, day.homework, day.own, day.code, day.address)


def _words(field, language):
    if isinstance(field, Ruled):
        yield field.label
    if isinstance(field, Beside):
        yield from (*field.columns, *field.rows)
    if isinstance(field, Around):
        yield from (field.centre, *field.boxes)
    if isinstance(field, Poles):
        yield from (word for row in field.rows for word in row)
    if isinstance(field, Line):
        yield from (*field.asked, *(word for mark in field.marks for word in mark[1:]))
    if isinstance(field, Numbers):
        yield from field.statements
    if isinstance(field, Stretches):
        yield from (word for _minutes, title, said in field.rows for word in (title, *(one[1] for one in said)))
    if isinstance(field, Points):
        yield from (word for label, stem, rows in field.questions for word in (label, stem, *(one[1] for one in rows)))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_default_day_is_at_most_thirteen_pages_with_every_exercise_and_its_explanation(language):
    frida, id = default_day()
    day = paper(frida, id, language=language, now=NOW)
    pages, text = printed(day, language)
    assert pages == sheets(day, lang=language) == sheets_of(Room.objects.get(id=id), language) <= MOST
    missing = [said for said in said_of(day, language) if letters(said) not in text]
    assert missing == []
    planned = day_of_room(id)
    held = {station.exercise for station in planned.script if station.exercise}
    models = the_library().models
    for exercise in map(planned.exercises.get, held):
        explained = [models[one].teach.definition.into(language) for one in exercise.models]
        for said in (exercise.name.into(language), exercise.purpose.into(language), *explained):
            assert letters(said) in text, said
    assert len(held) == 11


@pytest.mark.slow
def test_aims_agenda_and_who_sees_stand_on_the_first_page():
    frida, id = default_day()
    day = paper(frida, id, language="da", now=NOW)
    file = pypdfium2.PdfDocument(io.BytesIO(paper_pdf(day, lang="da")))
    first = letters(file[0].get_textpage().get_text_bounded())
    for said in (*day.aims, day.before, day.own, *(item.title for item in day.items), "9.00", "15.45"):
        assert letters(said) in first, said
    assert first.index(letters(day.aims[0])) < first.index(letters("Programmet")) < first.index("9.00")


@pytest.mark.slow
def test_nothing_is_set_smaller_than_ten_points_and_all_ink_is_dark_enough_for_a_copier():
    frida, id = default_day()
    file = pypdfium2.PdfDocument(io.BytesIO(paper_pdf(paper(frida, id, language="da", now=NOW), lang="da")))
    assert {round(size, 1) for page in file for size in _sizes(page) if size > 1} >= {LEAST_SIZE}
    assert min(size for page in file for size in _sizes(page) if size > 1) >= LEAST_SIZE - 0.05
    grey = [page.render(scale=1).to_pil().convert("L").getextrema() for page in file]
    assert all(darkest < 90 and lightest == 255 for darkest, lightest in grey)


def _sizes(page):
    """The letters' sizes as they are set, whatever they were drawn in; letters on their side have none of their own."""
    raw, text = pypdfium2.raw, page.get_textpage()
    for at in range(text.count_chars()):
        if text.get_text_range(at, 1).strip():
            seen = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(text, at, seen)
            yield raw.FPDFText_GetFontSize(text, at) * max(abs(seen.d), abs(seen.b))


@pytest.mark.slow
def test_a_changed_day_with_the_longest_words_comes_out_whole_on_more_pages():
    line = "Et ord og et til, som nogen har skrevet helt ud. "

    def change(plan):
        told = Planned(
            PlannedKind.INPUT, minutes=4, title=Text(da=(2 * line)[:80], en=(2 * line)[:80]),
            lines=tuple(Text(da=f"{n} {2 * line}"[:80], en=f"{n}") for n in range(6)),
        )  # fmt: skip
        items = tuple(
            replace(item, title=Text(da=f"{n} {line}", en=f"{n} {line}"), stations=(*item.stations, told))
            if item.stations
            else item
            for n, item in enumerate(plan.items)
        )
        goals = tuple(Text(da=f"{n} {5 * line}", en="x") for n in range(4))
        return replace(plan, items=items, goals=goals, preparation=Text(da=40 * line, en="x"))

    frida, id = default_day(change, name=("Hold " * 20).strip(), check_in=(7 * line)[:300], homework=(25 * line)[:1000])
    day = paper(frida, id, language="da", now=NOW)
    pages, text = printed(day, "da")
    assert len(list(said_of(day, "da"))) > 300
    assert [said for said in said_of(day, "da") if letters(said) not in text] == []
    assert pages == sheets_of(Room.objects.get(id=id), "da") > MOST


def test_the_sheet_asks_what_the_day_asks_in_its_figures():
    frida, id = default_day()
    day = paper(frida, id, language="da", now=NOW)
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
    (first, second) = fields(day, Poles)
    assert all(says for _low, says, _high, _says in first.rows)
    assert not any(says for _low, says, _high, _says in second.rows), "what has been explained is not said again"
    (effects,) = fields(day, Beside)
    assert (len(effects.columns), len(effects.rows)) == (2, 6)
    (around,) = fields(day, Around)
    assert (around.centre[:12], len(around.boxes)) == ("Udfordringen", 4)
    (line,) = fields(day, Line)
    assert [number for number, _name, _says in line.marks] == [1, 4, 7, 10]


def test_the_own_question_stands_on_the_sheet_and_own_words_of_the_phone_too():
    frida, id = default_day(check_in="Hvad har I prøvet?", texts={("sparring", "talk", "phone"): "Tal lavt."})
    steps = paper(frida, id, language="da", now=NOW).steps
    assert [step.asked for step in steps if step.asked] == ["Hvad har I prøvet?"]
    assert [step.text for step in steps if step.title == "Sparring"] == ["Tal lavt."]


def test_what_was_left_as_the_programme_has_it_is_asked_in_the_language_of_the_sheet():
    frida, id = default_day()
    plan, sheet = the_library().programmes["module_2"], paper(frida, id, language="en", now=NOW)
    assert [step.asked for step in sheet.steps if step.asked] == [plan.check_ins[0].en]
    assert sheet.homework == plan.homework.en


@pytest.mark.parametrize("programme", ["module_1", "module_3"])
def test_no_line_to_fill_in_stands_alone_on_a_page(programme):
    frida, id = default_day(lambda plan: the_library().programmes[programme])
    day = paper(frida, id, language="en", now=NOW)
    file = pypdfium2.PdfDocument(paper_pdf(day, lang="en"))
    pages = [letters(page.get_textpage().get_text_bounded()) for page in file]
    tried = 0
    for step in day.steps:
        runs = [list(run) for is_ruled, run in groupby(step.fields, lambda one: isinstance(one, Ruled)) if is_ruled]
        kept = [[one.label for one in run[-2:]] for run in runs]
        kept += [list(one.statements[-2:]) for one in step.fields if isinstance(one, Numbers)]
        for said in kept:
            where = [[place for place, page in enumerate(pages) if letters(one) in page] for one in said]
            if len(said) == 2 and all(len(places) == 1 for places in where):
                assert where[0] == where[1], said
                tried += 1
    assert tried >= 4


def test_words_of_a_figure_do_not_run_together():
    assert run_on(["Work pace", "Clear roles", "Trust"]) == "Work pace · Clear roles · Trust"
    assert run_on(["Calm and safe.", "Leader: practical."]) == "Calm and safe. Leader: practical."
    assert run_on([]) == ""


def test_no_sheet_speaks_of_a_phone_or_of_a_button():
    said = [
        (exercise.id, step.id, words)
        for exercise in the_library().exercises.values()
        for step in exercise.steps
        for words in (step.paper or step.phone).words.values()
    ]
    wrong = [one for one in said if re.search(r"telefon|\btryk|\bphones?\b|\btaps?\b|\bpress\b", one[2], re.I)]
    assert wrong == []


def test_it_becomes_a_tagged_file():
    place = begin()
    made = paper_pdf(paper(place.frida, place.id, language="en", now=NOW), lang="en")
    assert b"/MarkInfo" in made or b"/StructTreeRoot" in made


def test_lines_follow_what_may_be_written():
    place = begin()
    facts = paper_facts(paper(place.frida, place.id, language="da", now=NOW), lang="da")
    ruled = [
        one
        for item in facts["items"]
        for part in item["parts"]
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
