"""The leader's lines beside what is answered by choosing steps: place and guess on trait pairs, a guess on a scale."""

import io
import re

import pypdf
import pytest
from django.urls import reverse

from kulturspejl.actions import lines
from kulturspejl.core.errors import Refused
from kulturspejl.records.models import LeaderLine
from tests import people
from tests.actions import town
from tests.pages import tight
from tests.scale_rounds import LOW, PAIRS, PLACES, SAFETY, steps

pytestmark = pytest.mark.django_db(transaction=True)
OWN, GUESS = [7, 4, 6, 4, 3, 7], [2, 4, 6, 4, 3, 1]


def typed(kind, chosen):
    return {f"{kind}-now_{number}": str(step) for number, step in enumerate(chosen, start=1)}


def page_of(at, user, address, language="en"):
    return tight(at(user, language).get(address).content.decode())


def address_of(made):
    return reverse("lines", args=[made.id, made.unit])


@pytest.fixture
def pairs():
    return people.open_round(people.team(9), asks=PAIRS)


def test_the_own_place_and_the_guess_are_the_teams_own_six_lines(at, pairs):
    page = page_of(at, pairs.town.leader, address_of(pairs))
    assert page.count("<fieldset") == 12
    assert page.count('type="radio"') == 2 * 6 * 7
    reply = at(pairs.town.leader).post(address_of(pairs), typed("own", OWN) | typed("guess", GUESS))
    assert reply.status_code == 302
    kept = dict(LeaderLine.objects.values_list("kind", "values"))
    assert kept == {kind: {str(at): step for at, step in enumerate(chosen, start=1)}
                    for kind, chosen in (("own", OWN), ("guess", GUESS))}  # fmt: skip
    assert page_of(at, pairs.town.leader, address_of(pairs)).count("checked") == 12
    at(pairs.town.leader).post(address_of(pairs), typed("guess", PLACES[0]))
    assert LeaderLine.objects.get(kind="own").values["1"] == 7, "the guess alone was made again"


@pytest.mark.parametrize("kind", ["own", "guess"])
def test_what_is_left_out_is_told_and_the_rest_stays(at, pairs, kind):
    reply = at(pairs.town.leader, "da").post(address_of(pairs), typed(kind, OWN) | {f"{kind}-now_3": ""})
    page = reply.content.decode()
    assert reply.status_code == 422
    assert "Vælg et trin ved udsagn 3." in page
    assert page.count("checked") == 5
    assert f'id="f-{kind}-now_3"' in page
    assert not LeaderLine.objects.exists()
    rude = at(pairs.town.leader, "da").post(address_of(pairs), typed(kind, OWN) | {f"{kind}-now_3": "99"})
    assert "Vælg et trin fra 1 til 7 ved udsagn 3." in rude.content.decode()


def test_nothing_chosen_is_told(at, pairs):
    reply = at(pairs.town.leader).post(address_of(pairs), {})
    assert reply.status_code == 422
    assert "Answer the questions or make your guess" in reply.content.decode()


def result_of(at, user, made, language="en"):
    return page_of(at, user, reverse("result", args=[made.unit]), language)


def paper_of(at, user, made):
    made = at(user, "da").get(reverse("result_pdf", args=[made.unit])).content
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages).split())


def test_they_stand_beside_the_answers_for_the_leader_alone_until_shown(at, pairs):
    where = pairs.town
    at(where.leader).post(address_of(pairs), typed("own", OWN) | typed("guess", GUESS))
    people.close_with(pairs, [steps(one) for one in PLACES])
    own = result_of(at, where.leader, pairs, "da")
    assert "Lederens eget svar ligger længst fra svarene på linjen fra »Tillid« til »Mistillid«: 7 mod 1,5." in own
    assert "Lederens gæt ligger længst fra svarene på linjen fra »Fælles« til »Fragmenteret«: 1 mod 7,0." in own
    assert [own.count(f'data-series="{kind}"') for kind in ("own", "guess")] == [7, 7], "six lines and the legend"
    assert "Tillid – Mistillid</th><td>1,5</td><td>7</td><td>2</td>" in own
    assert "Tillid – Mistillid: 7; " in re.search(r"<desc[^>]*leader[^>]*>([^<]+)", own)[1]
    assert "Lederens" not in paper_of(at, where.leader, pairs), "what the team has not been shown is on no paper"
    others = [result_of(at, user, pairs, "da") for user in (where.amr, where.tr)]
    others.append(page_of(at, None, f"/r/{pairs.codes[0]}", "da"))
    assert not any("Lederens" in page or "7 mod 1,5" in page for page in others)
    lines.show(by=where.leader, round_unit_id=pairs.unit, kind="guess", shown=True, now=town.NOW)
    for page in (result_of(at, where.amr, pairs, "da"), page_of(at, None, f"/r/{pairs.codes[0]}", "da")):
        assert "1 mod 7,0" in page
        assert "7 mod 1,5" not in page
    paper = paper_of(at, where.amr, pairs)
    assert "Lederens gæt" in paper
    assert "Lederens eget svar" not in paper


def test_on_a_scale_the_leader_guesses_and_does_not_answer(at):
    made = people.open_round(people.team(9), asks=SAFETY)
    page = page_of(at, made.town.leader, address_of(made), "da")
    assert "<h1>Dit gæt</h1>" in page
    assert page.count("<fieldset") == 7
    assert 'name="own-now_1"' not in page
    own = at(made.town.leader).post(address_of(made), typed("own", [3] * 7))
    assert own.status_code == 422
    at(made.town.leader).post(address_of(made), typed("guess", [5, 2, 2, 2, 2, 2, 2]))
    people.close_with(made, [steps(one) for one in LOW])
    found = result_of(at, made.town.leader, made, "da")
    assert "Lederens gæt er 2,4, og svarenes gennemsnit er 2,0." in found
    assert "Vælg et møde" in found
    assert f'<form method="post" action="{reverse("team")}"' not in found, "that meeting asks for points anew"
    assert re.search(r"Lederens gæt ligger længst fra svarene ved »Et fejltrin [^«]+«: 5 mod \d,\d\.", found)
    assert "Alle udsagn</th><td>2,0</td><td>2,4</td>" in found


def test_of_the_learning_scale_now_is_guessed_and_no_goal(at):
    made = people.open_round(people.team(9), asks="learning_scale")
    assert page_of(at, made.town.leader, address_of(made)).count("<fieldset") == 1
    assert at(made.town.leader).post(address_of(made), {"guess-now_1": "7"}).status_code == 302
    people.close_with(made, [{"now_1": 4 + at % 2, "goal_1": 8} for at in range(8)])
    found = result_of(at, made.town.leader, made, "da")
    assert "Lederens gæt er 7, og svarenes gennemsnit er 4,5." in found
    assert "længst fra" not in found


def test_a_guess_that_is_near_everywhere_is_told_as_near(at, pairs):
    at(pairs.town.leader).post(address_of(pairs), typed("guess", [2, 4, 6, 4, 4, 7]))
    people.close_with(pairs, [steps([2, 4, 6, 4, 4, 7]) for _ in range(8)])
    assert "Lederens gæt ligger overalt mindre end 0,5 fra svarene." in result_of(at, pairs.town.leader, pairs, "da")


def test_where_several_lie_as_far_away_it_does_not_name_one_as_the_farthest(at, pairs):
    at(pairs.town.leader).post(address_of(pairs), typed("guess", [1] * 6))
    people.close_with(pairs, [steps([3] * 6) for _ in range(8)])
    page = result_of(at, pairs.town.leader, pairs, "da")
    assert "længst fra svarene blandt andet på linjen fra »Tillid« til »Mistillid«: 1 mod 3,0." in page


def test_under_five_the_line_is_told_of_and_no_number_stands_beside_it(at, pairs):
    at(pairs.town.leader).post(address_of(pairs), typed("guess", GUESS))
    people.close_with(pairs, [steps(one) for one in PLACES[:4]])
    page = result_of(at, pairs.town.leader, pairs, "da")
    assert "Lederens gæt på teamets svar" in page
    assert "længst fra" not in page
    assert "<svg" not in page.split("<main")[1]


def test_what_is_closed_is_drawn_no_more(at, pairs):
    people.close_with(pairs, [steps(one) for one in PLACES])
    with pytest.raises(Refused):
        lines.draw(by=pairs.town.leader, round_unit_id=pairs.unit, guess=steps(GUESS), now=town.NOW)
