"""Since last time on the page and in its PDF."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kulturspejl.actions import plans
from tests.readers.test_since import THEN, two_rounds

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def test_page_and_pdf_say_it_in_both_languages_with_what_was_agreed_and_no_cause(at):
    where, first, second = two_rounds()
    trait = plans.choose_trait(
        by=where.leader, unit_id=where.unit, stems_from=first.unit, more_of="Vi prøver nyt", less_of="", notice="x",
        better_for="y", now=THEN + timedelta(days=8),
    )  # fmt: skip
    assert trait
    plans.agree_action(
        by=where.leader, trait_id=trait, what="Ét forsøg om ugen", who="Karen", now=THEN + timedelta(days=9),
        due=(THEN + timedelta(days=20)).date(), follow_up=(THEN + timedelta(days=21)).date(),
    )  # fmt: skip
    told = {"en": "Since 17 May 2026", "da": "Siden 17. maj 2026"}
    for language, title in told.items():
        page = at(where.leader, language).get(reverse("result", args=[second.unit])).content.decode()
        assert title in page
        assert ("Det er mere end tilfældigt" if language == "da" else "That is more than chance") in page
        assert ("25. maj 2026 valgte I: »Vi prøver nyt«" if language == "da" else "25 May 2026 you chose: “Vi") in page
        assert ("26. maj 2026 aftalte I: »Ét" if language == "da" else "26 May 2026 you agreed: “Ét") in page
        assert ("siger ikke, hvorfor" if language == "da" else "do not say why") in page
        assert ("svarede 8 af 9, denne gang 8 af 9" if language == "da" else "8 of 9 answered, this time") in page
        assert page.count('data-series="before"') > 0
        assert at(where.leader, language).get(reverse("result_pdf", args=[second.unit])).status_code == 200
