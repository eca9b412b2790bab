"""A result on a scale as a PDF where every text is as long as somebody may write it: whole, and on its page."""

import io
import re
from dataclasses import replace

import pypdfium2
import pytest

from kulturspejl.core.text import Text
from kulturspejl.readers import results
from kulturspejl.reports.round_form import RoundForm, round_form_pdf
from kulturspejl.reports.steps_result import steps_pdf
from tests import people
from tests.actions import town
from tests.scale_rounds import LOW, PAIRS, PLACES, SAFETY, closed_scale

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
LONG = Text(
    da="Vi har i teamet en fælles opfattelse af, hvornår arbejdsmiljørepræsentanten og tillidsrepræsentanten skal være "
    "med i beslutninger om vagtplanlægning, ferie og sygefravær",
    en="In the team we share an understanding of when the safety representative and the union representative are to "
    "take part in decisions about shift planning, holidays and sick leave",
)


def printed(made):
    """(letters, pages), none of them outside its page, and no page but the last without anything but its foot."""
    file, found = pypdfium2.PdfDocument(io.BytesIO(made)), ""
    for page in file:
        width, height = page.get_size()
        text = page.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
        assert all(left >= 0 and right <= width and low >= 0 and top <= height for left, low, right, top in boxes)
        found += text.get_text_bounded()
    return re.sub(r"[\s\u00ad\u0002\ufffe-]", "", found), len(file)


@pytest.mark.parametrize(("asks", "answers", "most"), [(SAFETY, LOW, 4), (PAIRS, PLACES, 5)])
@pytest.mark.parametrize("lang", ["da", "en"])
def test_long_statements_ends_and_lines_stay_on_their_pages(asks, answers, most, lang):
    made = closed_scale(people.team(9), answers, asks=asks, now=town.NOW)
    page = results.for_card(made.unit)
    ends = {"low": LONG, "high": LONG, "low_says": LONG, "high_says": LONG} if asks == PAIRS else {}
    items = tuple(replace(one, text=LONG, **ends) for one in page.instrument.items)
    long = replace(page.instrument, items=items, low=LONG, high=LONG)
    line = {str(at): 2 for at in range(1, len(items) + 1)}
    pdf = steps_pdf(page.released, str(made.unit), instrument=long, lang=lang, lines=(("own", line), ("guess", line)))
    letters, pages = printed(pdf)
    assert pages <= most
    assert letters.count(re.sub(r"[\s-]", "", LONG.into(lang))) >= len(items), "whole in the tables"
    paper = RoundForm(long, long.most, "none", LONG.into(lang)[:80], town.CLOSES, "kulturspejl.eksempel.dk")
    assert printed(round_form_pdf(paper, lang=lang))[1] <= 3
