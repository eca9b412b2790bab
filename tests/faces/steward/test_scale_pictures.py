"""What HR and the steward see of a branch that answered on a scale: its name, its small picture and its page."""

import pytest
from django.urls import reverse

from kulturspejl.core.disclosure.check import check_certificate
from tests import people
from tests.attacks.test_above import branch
from tests.scale_rounds import LOW, SAFETY, steps

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def test_a_branch_on_a_scale_stands_by_its_name_with_its_mean_and_no_letter(at):
    where = people.team(9, with_representatives=False)
    made = branch(where, ["Syd", "Vest"], answers=[steps(one) for one in LOW[:7]], instrument=SAFETY)
    assert check_certificate(people.released_of(made.id)) == []
    for user in (where.hr, where.steward):
        page = at(user, "da").get(reverse("pictures")).content.decode()
        listed = page[page.index("<h1") :]
        assert "Psykologisk tryghed," in listed
        assert "på en skala fra 1 til 5" in listed
        assert "Vi er der for hinanden" not in listed
        result = at(user, "da").get(reverse("result", args=[made.unit])).content.decode()
        assert "Psykologisk tryghed i Hjemmeplejen" in result
        assert "Lagt sammen er svaret" in result
        assert "At tale om:" in result
        assert "Til jer:" not in result
        assert "Vælg et møde" not in result, "a branch is nobody's team"
        med = at(user, "da").get(reverse("for_med"))
        assert med.content.startswith(b"%PDF")
