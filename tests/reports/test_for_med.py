"""The page for MED: one page however large the organisation is, and no picture that does not open for its reader."""

import re
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from kulturspejl.core.plans.together import Together
from kulturspejl.reports.for_med import BranchLine, ForMed, for_med_pdf

LONG = "Center for sundhed, rehabilitering og socialpsykiatri i det nordlige område"
LINE = "A = 22 · B = 13 · C = 10 · D = 15 af 60"


def together(name):
    return Together(name, units=3, with_trait=2, in_hand=2, looked_at=1, late=0)


def page_of(branches, plans, lang="da"):
    sheet = ForMed("Fjordby Kommune", date(2026, 11, 29), tuple(branches), 3, 1, tuple(plans), "A Sammenhold · B Nyt")
    found = PdfReader(BytesIO(for_med_pdf(sheet, lang=lang)))
    assert len(found.pages) == 1
    return found.pages[0].extract_text()


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["da", "en"])
def test_four_hundred_branches_with_long_names_stay_on_one_page_and_say_what_is_left(lang):
    taken = tuple((date(2026, month, 5), LINE, "halvdelen eller flere svarede") for month in range(1, 10))
    branches = [BranchLine(f"{LONG} {number}", min(number, 5), taken) for number in range(400)]
    text = page_of(branches, [together(""), *(together(LONG) for _ in range(60))], lang)
    assert re.search("3[89][0-9] (grene mere|more branches)", text)
    assert re.search("5[0-9] (rækker mere|more rows)", text)


@pytest.mark.slow
def test_a_branch_that_does_not_open_for_the_reader_is_not_on_the_page():
    shut = BranchLine("Lukket gren", 0, ((date(2026, 3, 5), "", ""),))
    text = page_of([shut, BranchLine("Åben gren", 0, ((date(2026, 3, 5), LINE, ""),))], [])
    assert "Åben gren" in text
    assert "Lukket gren" not in text
