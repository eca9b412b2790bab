"""No page asks the tables once a unit: as many questions at a thousand units as at fifty, for every role and state."""

from collections.abc import Iterator

import numpy as np
import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kulturspejl.actions import closing, units
from kulturspejl.actions.mailing import open_codes
from kulturspejl.core.tables.people import PersonLine
from kulturspejl.core.tables.units import UnitLine
from kulturspejl.faces.shared import clock
from kulturspejl.readers import rounds as reader
from kulturspejl.records.models import Invitation, PlanStatus, RoundUnit, Trait, TrioMeeting
from kulturspejl.values.known_units import known_units
from tests import municipality
from tests.actions import town
from tests.actions.rooms import team
from tests.municipality import Municipality

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

MOST_QUERIES = 40
Page = tuple[str, str]
"""(who, address); nobody by name: whoever has a code."""


def of_everybody() -> Iterator[Page]:
    """Everybody's front page."""
    for who in ("leader", "AMR", "TR", "leader above", "AMR above", "HR", "facilitator", "steward"):
        yield who, "/home"


def of_the_organisation(made: Municipality) -> Iterator[Page]:
    """Pages that are the same whatever a round is at."""
    pages = (
        "organisation", "organisation?find=team", "people", "people/table", "people.csv", "pictures",
        "pictures/med.pdf",
    )  # fmt: skip
    yield from (("steward", f"/{page}") for page in pages)
    pages = ("units/new", "units/table", "units/closed", "units.csv", f"units/{made.teams[1]}", "settings", "changes")
    for page in (*pages, "rounds"):
        yield "steward", f"/organisation/{page}"
    yield "steward", f"/rounds/new-branch/{made.top}"
    yield "leader", f"/rounds/new/{made.teams[0]}"
    yield from [("HR", "/pictures"), ("facilitator", "/facilitate")]


def of_a_list(made: Municipality, ids: dict[str, str]) -> Iterator[Page]:
    """A list of every unit: another name for some, the half of them missing, a new leader for each."""
    known = [one for one in known_units(made.organisation, town.NOW.date()) if one.id in made.teams][::2]
    lines = [UnitLine(at, str(one.id), f"{one.name} B", None, at) for at, one in enumerate(known)]
    beside = [PersonLine(at, "", f"ny.{at}@storby.test", "leader", "") for at, _one in enumerate(known)]
    list_id = units.begin(
        by=made.who["steward"], organisation_id=made.organisation, lines=lines, people=beside, roles=["leader"],
        now=town.NOW,
    )  # fmt: skip
    ids[str(list_id)] = "<list>"
    yield "steward", f"/organisation/units/lists/{list_id}"


def of_a_round(found: str) -> Iterator[Page]:
    """The round's own page, for everybody who may read it and some who may not."""
    for who in ("steward", "leader", "AMR", "TR", "AMR above", "leader 30", "HR", "facilitator"):
        yield who, f"/rounds/{found}"


def of_results(own: str, top: str, code: str) -> Iterator[Page]:
    """Results and refusals."""
    for who in ("leader", "AMR", "leader above", "AMR above", "leader 30", "HR", "steward", "facilitator"):
        yield from ((who, f"/results/{unit}") for unit in (own, top))
    yield from [("leader", f"/results/{own}/result.pdf"), ("leader", f"/results/{own}/trait")]
    yield from [("", f"/r/{code}"), ("", f"/r/{code}/result.pdf")]


def of_the_plans(made: Municipality, code: str, ids: dict[str, str]) -> Iterator[Page]:
    """Every page of a plan, by trait and by time, on paper, as days, with the TRIO's and a meeting handed over."""
    team = made.teams[0]
    trait = Trait.objects.filter(unit_id=team, is_current=True).get()
    action, status = trait.actions.get(what="Det 1"), PlanStatus.objects.get(unit_id=team)
    meeting = TrioMeeting.objects.get(unit_id=team)
    ids |= {str(trait.id): "<trait>", str(action.id): "<action>", str(status.id): "<status>", code: "<room>"}
    ids |= {str(meeting.id): "<meeting>"}
    of_unit = (
        "plan", "plan?by=time", "plan.pdf", "plan.csv", "plan.xlsx", "plan.ics", "status", "trio", "trio/yearly.pdf",
        "permissions",
    )  # fmt: skip
    own = [f"/units/{team}/{page}" for page in of_unit]
    own += [f"/status/{status.id}", f"/status/{status.id}.pdf", f"/traits/{trait.id}", f"/traits/{trait.id}/change"]
    own += [f"/actions/{action.id}", f"/actions/{action.id}/follow-up", f"/trio/{meeting.id}"]
    yield from ((who, page) for who in ("leader", "AMR above") for page in own)
    yield from ((who, f"/units/{team}/plan?by=time") for who in ("leader above", "HR", "steward"))
    yield from (("AMR above", f"/units/{made.top}/{page}") for page in of_unit)
    everybodys = (f"take-over/{code}", "ideas/new", "traits/new", "trio/bring", "own-plan", "account/letters/")
    yield from (("AMR above", f"/{page}") for page in everybodys)
    yield from [("HR", "/courses/counts"), ("HR", "/pictures"), ("steward", "/pictures/med.pdf")]


class Counted:
    """How many questions each page asked, by who, which page, and what the round was at."""

    def __init__(self, made: Municipality) -> None:
        self.made = made
        self.clients = {"": Client()}
        self.queries: dict[tuple[str, ...], int] = {}

    def open(self, state: str, pages: Iterator[Page], ids: dict[str, str]) -> None:
        """Each page once. In its name an id is a word, so that two organisations can be compared."""
        for who, address in pages:
            client = self._client(who)
            with CaptureQueriesContext(connection) as asked:
                status = client.get(address).status_code
            for id, word in ids.items():
                address = address.replace(id, word)
            self.queries[state, who, address, str(status)] = len(asked)

    def _client(self, who: str) -> Client:
        """Signed in as they are asked for: there are hundreds."""
        if who not in self.clients:
            self.clients[who] = Client()
            self.clients[who].force_login(self.made.who[who])
        return self.clients[who]

    def ask(self, name: str, question) -> None:
        """The same for a question that is no page."""
        with CaptureQueriesContext(connection) as asked:
            question()
        self.queries[("", "", name)] = len(asked)


def counted(units: int) -> dict[tuple[str, ...], int]:
    """A round over all units from its making to its result, and every page on the way."""
    call_command("flush", interactive=False, verbosity=0)
    made = municipality.found(units)
    found = Counted(made)
    round_id = municipality.ask(made, each=3)
    own, top = (str(RoundUnit.objects.get(round_id=round_id, unit=unit).id) for unit in (made.teams[0], made.top))
    ids = {str(round_id): "<round>", own: "<own>", top: "<top>", **{str(one): "<team>" for one in made.teams[:2]}}
    ids[str(made.top)] = "<unit>"
    found.open("waiting", of_everybody(), ids)
    found.open("waiting", of_a_round(str(round_id)), ids)
    found.open("waiting", iter([("AMR above", f"/rounds/{round_id}/release")]), ids)
    municipality.let_out(made, round_id)
    invitation = Invitation.objects.filter(round_unit_id=own).exclude(address="").first()
    code, _short = open_codes(round_id, invitation)
    ids[code] = "<code>"
    found.open("open", of_everybody(), ids)
    found.open("open", of_a_round(str(round_id)), ids)
    lines, cards = f"/rounds/{round_id}/lines/{own}", f"/rounds/{round_id}/cards.pdf"
    found.open("open", iter([("", f"/r/{code}"), ("leader", lines), ("AMR above", cards)]), ids)
    municipality.answer(made, round_id)
    closing.close(round_id=round_id, now=town.NOW, rng=np.random.default_rng(1))
    found.open("released", of_everybody(), ids)
    found.open("", of_the_organisation(made), ids)
    found.open("", of_a_list(made, ids), ids)
    found.open("released", of_a_round(str(round_id)), ids)
    found.open("released", of_results(own, top, code), ids)
    municipality.agree(made)
    lent = team.held()
    team.offer(lent)
    found.open("agreed", of_everybody(), ids)
    found.open("agreed", of_the_plans(made, lent.code, ids), ids)
    for who in ("leader", "HR"):
        user = made.who[who]
        found.ask(f"bell of {who}", lambda user=user: reader.may_read(user, round_id, now=town.NOW))
    return found.queries


def test_no_page_of_any_role_asks_more_of_a_thousand_units_than_of_fifty(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: town.NOW)
    small, large = counted(50), counted(1_000)
    assert small.keys() == large.keys(), "the same pages, each with the same answer"
    grown = {page: (small[page], large[page]) for page in small if small[page] != large[page]}
    assert grown == {}
    assert max(large.values()) <= MOST_QUERIES
    assert {status for *_, status in large if status.isdecimal()} == {"200", "404"}
