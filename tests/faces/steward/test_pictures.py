"""What HR may see: wide pictures and no unit's own, by no address at all."""

import pytest
from django.urls import get_resolver, reverse

from kulturspejl.actions import results
from kulturspejl.records.models import RoundUnit
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)
THEIRS = {
    "home", "pictures", "for_med", "team", "models", "model", "front_door", "try_alone", "language", "healthz",
    "sheets", "try_exercise", "sign_in_link", "idea_new", "reminder", "help", "my_courses",
    "course_lost", "course_counts", "trio_bring",
}  # fmt: skip


@pytest.fixture
def closed():
    return people.closed_round(people.team(9))


@pytest.mark.slow
def test_a_single_unit_s_picture_is_not_listed_and_not_opened_shared_or_not(at, closed):
    hr = at(closed.town.hr)
    assert "There is none yet" in hr.get(reverse("pictures")).content.decode()
    assert hr.get(reverse("result", args=[closed.unit])).status_code == 404
    results.share(by=closed.town.leader, round_unit_id=closed.unit, now=town.NOW)
    assert hr.get(reverse("result", args=[closed.unit])).status_code == 404
    assert at(closed.town.steward).get(reverse("result", args=[closed.unit])).status_code == 404


def named_addresses():
    """Every named address of the house that takes no words or one id."""
    found = {}
    for name, ways in get_resolver().reverse_dict.lists():
        if isinstance(name, str):
            for possibilities, _pattern, _defaults, _converters in ways:
                for _path, words in possibilities:
                    found[name] = len(words)
    return found


@pytest.mark.slow
def test_hr_opens_none_of_the_house_s_addresses_for_the_unit_its_round_or_its_people(at, closed):
    hr, ids = at(closed.town.hr), [closed.id, closed.unit, closed.town.unit, closed.town.top]
    tried = 0
    for name, count in named_addresses().items():
        if name in THEIRS or name.startswith(("account_", "mfa_", "demo", "own_", "second_")) or count > 2:
            continue
        for one in ids if count else [None]:
            for other in ids if count == 2 else [None]:
                words = [word for word in (one, other) if word is not None]
                answer = hr.get(reverse(name, args=words))
                assert answer.status_code in (404, 405), (name, words, answer.status_code)
                tried += 1
    assert tried > 40
    assert RoundUnit.objects.count() == 1
