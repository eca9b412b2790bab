"""The letter and the first screen say the same of the round."""

import pytest

from kulturspejl.records.models import Round
from kulturspejl.values.letters import letter_for
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("preferred", "da", "en"),
    [("drawn", "omkring 6 minutter", "about 6 minutes"), ("dimensions", "omkring 9 minutter", "about 9 minutes")],
)
def test_the_minutes_are_those_of_the_rounds_own_form(preferred, da, en):
    where = town.found_town(headcount=9)
    found = Round.objects.get(id=town.ask(where, mails=9, preferred=preferred))
    facts = {"long_code": "x", "short_code": "ABCDEFGH", "is_reminder": False, "contact": "Mette"}
    unit = found.units.get()
    assert da in letter_for(found, unit, language="da", **facts).body
    assert en in letter_for(found, unit, language="en", **facts).body
