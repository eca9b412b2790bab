"""A round on paper: every kind whole on one or two pages, big enough to read, nothing outside, no code and no name."""

import io
import re
from datetime import datetime

import pypdfium2
import pytest

from kulturspejl.core.content.answers import AnswerForm
from kulturspejl.readers import instruments
from kulturspejl.reports import RoundForm, round_form_pdf
from kulturspejl.reports.round_form import round_form_facts

MOST_PAGES = 2
LEAST_SIZE = 10.5
"""Points: what people read. A question itself is 12."""
LONG = "Hjemmepleje og sygepleje i Nordbyen, Vestbyen og omegn, aftenvagter og weekendvagter"
EVERY = [
    (one, *form)
    for one in instruments.for_rounds()
    for form in ([(10, "drawn"), (100, "drawn"), (10, "dimensions"), (100, "dimensions")] if one.chooses_points else
                 [one.settled(10, "drawn")])
]  # fmt: skip
names = [f"{one.id} {points} {form}" for one, points, form in EVERY]


def form(instrument, points, preferred, *, leaders="Mette Holm, Anne-Grethe Kristoffersen og Bo Lund"):
    return RoundForm(
        instrument, points, preferred, LONG, datetime(2026, 12, 15, 16, 0), "kulturspejl.nordbyens-kommune.dk", leaders
    )


def letters(text):
    """A text without what a line break does to it."""
    return re.sub(r"[\s\u00ad\u0002\ufffe-]", "", text)


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize(("instrument", "points", "preferred"), EVERY, ids=names)
def test_every_kind_stands_whole_on_one_or_two_pages(instrument, points, preferred, lang):
    asked = form(instrument, points, preferred)
    file = pypdfium2.PdfDocument(io.BytesIO(round_form_pdf(asked, lang=lang)))
    assert len(file) <= MOST_PAGES
    found = ""
    for page in file:
        width, height = page.get_size()
        text = page.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
        assert all(left >= 0 and right <= width and low >= 0 and top <= height for left, low, right, top in boxes)
        assert overlapping(lines_of(text)) == []
        assert min(size for size in sizes(page) if size > 1) >= LEAST_SIZE - 0.05
        found += text.get_text_bounded()
    for said in said_of(instrument, preferred, lang):
        assert letters(said) in letters(found), said


def sizes(page):
    """The letters' sizes as they are set, whatever they were drawn in."""
    raw, text = pypdfium2.raw, page.get_textpage()
    for at in range(text.count_chars()):
        seen = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text, at, seen)
        yield raw.FPDFText_GetFontSize(text, at) * max(abs(seen.d), abs(seen.b))


def lines_of(text):
    """The stretches of print: (left, bottom, right, top)."""
    return [text.get_rect(at) for at in range(text.count_rects())]


def overlapping(lines):
    """Pairs of stretches that stand in each other by more than a letter's overhang."""
    return [
        (one, other)
        for at, one in enumerate(lines)
        for other in lines[at + 1 :]
        if min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1
    ]


def said_of(instrument, preferred, lang):
    if instrument.chooses_points:
        for one in instrument.dimensions:
            yield from (one.stem.into(lang), *(said.into(lang) for said in one.statements.values()))
        if AnswerForm(10, preferred).preferred == "drawn":
            yield from (one.text.into(lang) for one in instrument.cultures.values())
        return
    ends = [step for one in instrument.questions for step in one.steps if step.label.en]
    yield from {said.into(lang) for step in ends for said in (step.label, step.says)}
    yield from (one.note.into(lang) for one in instrument.questions)
    if not getattr(instrument, "has_own_ends", False):
        yield from (one.text.into(lang) for one in instrument.questions)


@pytest.mark.parametrize(("instrument", "points", "preferred"), EVERY, ids=names)
def test_there_is_a_place_for_every_number_of_an_answer(instrument, points, preferred):
    parts = round_form_facts(form(instrument, points, preferred), lang="da")["parts"]
    places = sum(
        len(one["rows"]) * len(one["columns"]) if one["kind"] == "points" else 1
        for part in parts for one in part["questions"]
    )  # fmt: skip
    assert places == len(instrument.sheet(points, preferred).keys)


def test_it_says_what_to_do_and_whose_the_paper_is():
    facts = round_form_facts(form(*EVERY[0]), lang="da")
    said = " ".join([*facts["how"], facts["counts"]])
    for part in ("Tast selv", "Ingen må taste for dig", "ingen samler ark ind", "Riv arket", "svaret på papir"):
        assert part in said
    other = " ".join(round_form_facts(form(*EVERY[-1]), lang="da")["how"])
    assert "svaret på papir" not in other


def test_names_are_never_read_as_commands():
    evil = '#panic("x") *fed* <b> & $x^2$ \\ `k` @ref'
    asked = form(*EVERY[0], leaders=evil)
    text = pypdfium2.PdfDocument(io.BytesIO(round_form_pdf(asked, lang="en")))[0].get_textpage().get_text_bounded()
    assert letters(evil) in letters(text)
