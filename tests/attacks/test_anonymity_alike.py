"""Rounds on a scale, closed for real: a team of one mind and one nearly so are the same bytes wherever one looks.

An earlier round is there too, so that what is said since then, the time lines and the letters are among the pages.
"""

import json
import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client

from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Letter, Release
from tests import people, scale_rounds
from tests.actions import town

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
LATER = town.NOW + timedelta(days=60)
ASKED = {
    "psychological_safety": ([f"now_{one}" for one in range(1, 8)], 3),
    "learning_scale": (["now_1", "goal_1"], 5),
    "trait_pairs": ([f"now_{one}" for one in range(1, 7)], 4),
}
"""The fields of each, and a step in the middle."""
BY_LOT = (
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", r'name="csrfmiddlewaretoken" value="\w+"',
    r'data-(waiting|sign-in)="[^"]*"', r"<!--.*?-->", r"\b[0-9A-Z]{4} [0-9A-Z]{4}\b", r"/r/[0-9A-Za-z]+",
)  # fmt: skip
"""What is drawn anew for each world, and says nothing of an answer."""


def nearly(asks, count):
    """Two a step away at each question, one to each side: the means are those of the middle."""
    fields, middle = ASKED[asks]
    rows = [dict.fromkeys(fields, middle) for _ in range(count)]
    for at, field in enumerate(fields):
        first = 0 if "goal_1" in fields else 2 * at  # now and goal together, so that none has another way to go
        rows[first % count][field] += 1
        rows[(first + 1) % count][field] -= 1
    return rows


def without_chance(answer):
    if answer["Content-Type"].startswith("application/pdf"):
        return answer.content
    return as_if_by_no_lot(answer.content.decode())


def as_if_by_no_lot(text):
    for drawn in BY_LOT:
        text = re.sub(drawn, "*", text, flags=re.DOTALL)
    return text


def world(asks, rows, monkeypatch):
    """Everything that anybody can open of a team that has been asked twice, the second time with these answers."""
    call_command("flush", interactive=False, verbosity=0)
    monkeypatch.setattr(scale_rounds, "steps", dict)
    where, fields = people.team(9), ASKED[asks][0]
    first = [{field: 2 + (person + at) % 3 for at, field in enumerate(fields)} for person in range(len(rows))]
    scale_rounds.closed_scale(where, first, asks=asks)
    made = scale_rounds.closed_scale(where, rows, now=LATER, asks=asks)
    monkeypatch.setattr(clock, "now", lambda: LATER + timedelta(days=2))
    yield "release", as_if_by_no_lot(json.dumps(Release.objects.get(round_id=made.id).released))
    yield "letters", sorted(as_if_by_no_lot(str(row)) for row in Letter.objects.values_list("kind", "path", "values"))
    own = [f"/results/{made.unit}", f"/results/{made.unit}/result.pdf", f"/results/{made.unit}/trait", "/home"]
    own += [f"/units/{where.unit}/plan?by=time", f"/units/{where.unit}/trio/yearly.pdf"]
    pages = [("leader", page) for page in own] + [("amr", own[0]), ("hr", "/pictures")]
    pages += [("steward", "/pictures/med.pdf"), ("", f"/r/{made.codes[0]}"), ("", f"/r/{made.codes[0]}/result.pdf")]
    for who, page in pages:
        client = Client()
        if who:
            client.force_login(getattr(where, who))
        for language in ("da", "en"):
            answer = client.get(page, headers={"accept-language": language})
            assert answer.status_code == 200, page
            yield f"{who} {as_if_by_no_lot(page)} {language}", without_chance(answer)


@pytest.mark.parametrize("count", [5, 8])
@pytest.mark.parametrize("asks", ASKED)
def test_whoever_opens_whatever_sees_no_difference(asks, count, monkeypatch):
    fields, middle = ASKED[asks]
    one_mind = dict(world(asks, [dict.fromkeys(fields, middle)] * count, monkeypatch))
    nearly_so = dict(world(asks, nearly(asks, count), monkeypatch))
    assert len(one_mind) == 24
    assert [place for place, words in nearly_so.items() if words != one_mind[place]] == []


def test_and_a_team_that_differs_looks_different(monkeypatch):
    """Else the sameness above would say nothing."""
    fields, middle = ASKED["trait_pairs"]
    alike, apart = (
        dict(world("trait_pairs", [dict.fromkeys(fields, middle + at * away) for at in (-3, 3) * 4], monkeypatch))
        for away in (0, 1)
    )
    differ = {place for place, words in alike.items() if words != apart[place]}
    assert {"release", "leader /results/* da", "leader /results/*/result.pdf en", " * da"} <= differ
    assert "letters" not in differ
