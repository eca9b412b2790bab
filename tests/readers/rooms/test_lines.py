"""Lines that are marked, and what is asked about them: gathered under each line, and whole where notes stand apart."""

from kulturspejl.core.text import Text
from kulturspejl.readers.rooms.regions.lines import joined
from kulturspejl.readers.rooms.regions.part import view_of
from kulturspejl.values.the_library import the_library


def views(exercise: str, step: str):
    def say(text: Text | None) -> str:
        return text.into("da") if text else ""

    parts = the_library().exercises[exercise].step(step).parts
    return joined(tuple(view_of(part, f"1.0.1/{part.id}", say) for part in parts))


def test_each_line_says_what_is_asked_about_it_and_the_notes_have_no_fields_of_their_own():
    pairs, person, result = views("trait_pairs", "unit")
    assert (pairs.is_on_lines, person.is_on_lines, result.is_on_lines) == (False, True, True)
    assert len(pairs.lines) == len(pairs.shape.items) == 6
    line = pairs.lines[0]
    assert (line.id, line.label) == ("trust", "Tillid – mistillid")
    assert [(key, asks) for key, asks, _ in line.asks] == [(one.key, one.label) for one in (person, result)]
    assert {longest for _key, _asks, longest in line.asks} == {140}


def test_on_the_page_after_the_day_a_note_says_what_it_is_about_and_what_was_asked():
    _pairs, person, _result = views("trait_pairs", "unit")
    assert person.shape.items[0].label == f"Tillid – mistillid: {person.label}"


def test_notes_about_something_else_stay_where_they_are():
    for exercise, step in (("trait_pairs", "choose"), ("team_traits", "alone"), ("culture_levels", "alone")):
        assert not [one for one in views(exercise, step) if one.lines or one.is_on_lines]
