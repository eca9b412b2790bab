"""A result's page asks each question of the tables once, whoever opens it."""

from collections import Counter

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import people

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("who", ["leader", "amr", "code", "hr"])
@pytest.mark.parametrize("what", ["result", "result_pdf"])
@pytest.mark.slow
def test_no_question_is_asked_twice_on_a_results_page(who, what):
    made = people.closed_round(people.team(9))
    client = Client()
    if who == "code":
        address = f"/r/{made.codes[0]}"
    else:
        client.force_login(getattr(made.town, who))
        address = reverse(what, args=[made.unit])
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address, follow=True)
    said = Counter(query["sql"] for query in asked if query["sql"].startswith("SELECT"))
    assert {sql: count for sql, count in said.items() if count > 1} == {}
