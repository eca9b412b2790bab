"""The demo: loads by itself, is plausible, and every role in it sees what it may and no more."""

import json
import re
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

import pytest

from tests.fixtures.served import Server

pytestmark = pytest.mark.slow
FACTS = """
import json
from collections import Counter
from kulturspejl.records.models import *
from kulturspejl.core.disclosure.released import Released
from kulturspejl.access.permission import day_of
from kulturspejl.values.tree import tree_on
from django.utils import timezone
organisation = Organisation.objects.get()
tree = tree_on(organisation.id, day_of(timezone.now()))
depth = max(len(tree.line_up(one)) for one in tree.units)
every = [Released.from_json(row.released) for row in Release.objects.order_by("round__closed_on")]
released = [one for one in every if len(one.units) > 1]
sizes = [unit.headcount for unit in tree.units.values() if unit.headcount]
inner = sum(1 for unit in tree.units.values() if unit.headcount and tree.children[unit.id])
rates = [picture.responded / picture.invited for one in released for picture in one.units.values()
         if getattr(picture, "responded", None) and picture.invited]
print(json.dumps({
    "units": len(tree.units), "depth": depth, "least": min(sizes), "most": max(sizes), "inner": inner,
    "states": Counter(Round.objects.values_list("state", flat=True)), "mails": DemoMail.objects.count(),
    "traits": Trait.objects.count(), "actions": Action.objects.count(), "shared": ResultShare.objects.count(),
    "shown": [sum(1 for one in each.units.values() if one.hidden is None) for each in released],
    "answers": [each.units[next(k for k, u in each.units.items() if u.parent is None)].n for each in released],
    "is_demo": organisation.is_demo, "kinds": Counter(one.kind for one in every),
    "asked": sorted(Round.objects.filter(state="open").values_list("content_id", flat=True)),
    "rooms": [[room.participants.count(), room.state["at"]] for room in Room.objects.all()],
    "workplaces": Participant.objects.values("workplace").distinct().count(),
    "classes": [[one.name, Membership.objects.filter(group__held=one).count(),
                 [day.came for day in one.days.filter(day__lt=day_of(timezone.now())).order_by("day")]]
                for one in CourseClass.objects.order_by("name")],
}))
"""
REAL = """
from django.utils import timezone
from kulturspejl.actions import organisations
organisations.begin(name="Real", language="da", steward_name="S", steward_email="s@x.test", now=timezone.now())
"""


class Visitor:
    """A browser without JavaScript, with cookies."""

    def __init__(self, server):
        self.server = server
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def open(self, path, **form):
        data = urllib.parse.urlencode(form).encode() if form else None
        request = urllib.request.Request(self.server.url + path, data, {"Accept-Language": "en"})
        try:
            with self.opener.open(request) as answer:
                return answer.status, answer.read().decode(errors="replace")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(errors="replace")

    def be(self, key):
        page = self.open("/demo/")[1]
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        assert self.open(f"/demo/{key}", csrfmiddlewaretoken=token)[0] == 200
        return self


def alike(status, page):
    """A page without its own address and the token of its forms."""
    return status, re.sub(r'value="[^"]+"|[0-9a-f]{8}-[0-9a-f-]{27}', "", page)


@pytest.fixture(scope="module")
def facts(demo_server):
    return json.loads(demo_server.python(FACTS).splitlines()[-1])


def test_it_has_four_levels_and_about_forty_units_of_3_to_25(facts):
    assert 38 <= facts["units"] <= 45
    assert facts["depth"] == 4
    assert (facts["least"], facts["most"]) == (3, 25)
    assert facts["inner"] >= 5
    assert facts["is_demo"]


def test_two_rounds_of_all_are_closed_one_is_open_and_one_waits(facts):
    assert facts["states"] == {"released": 6, "open": 3, "waiting": 1}
    assert facts["kinds"] == {"allocation": 2, "scale": 2, "pairs": 2}, "a team has been asked otherwise, each twice"
    assert facts["asked"] == ["culture_profile", "learning_scale", "psychological_safety"]
    assert all(200 < answers < 400 for answers in facts["answers"])
    assert all(shown > 20 for shown in facts["shown"])


def test_units_have_traits_actions_and_shared_results(facts):
    assert (facts["traits"], facts["actions"]) == (6, 5), "the shown unit has worked on another trait before"
    assert facts["shared"] == 5
    assert facts["mails"] > 5


def test_a_class_of_24_waits_to_begin_and_some_share_a_workplace(facts):
    assert facts["rooms"] == [[24, -1]]
    assert 5 < facts["workplaces"] < 20


def test_no_more_came_than_a_class_has_people_and_no_name_reads_as_their_number(facts):
    assert len(facts["classes"]) == 2
    for name, people, came in facts["classes"]:
        assert not re.search(r"\d", name)
        assert len(came) == 2, "each day that has been is counted"
        assert all(0 < one <= people for one in came)


def test_a_day_counts_for_the_certificate_of_whoever_is_shown(demo_server):
    page = Visitor(demo_server).open("/demo/course")[1]
    assert "2 of 4 days" in page


def test_loading_it_again_changes_nothing(demo_server, facts):
    demo_server.stop()
    assert "Making" not in demo_server.command("demo", "--no-serve").stdout
    demo_server.start()
    assert json.loads(demo_server.python(FACTS).splitlines()[-1]) == facts


@pytest.mark.parametrize("key", ["leader", "amr", "tr", "leader-free", "steward", "facilitator", "hr"])
def test_every_role_has_a_front_page(demo_server, key):
    visitor = Visitor(demo_server).be(key)
    status, page = visitor.open("/home")
    assert status == 200
    assert "Hello" in page


def test_cards_and_mails_open_the_round(demo_server):
    page = Visitor(demo_server).open("/demo/")[1]
    cards = re.findall(r'href="(/r/[0-9A-Z]+)"', page)
    assert cards
    assert Visitor(demo_server).open(cards[0])[0] == 200
    mails = Visitor(demo_server).open("/demo/mails")[1]
    links = re.findall(r"/r/[0-9A-Z]{20,}", mails)
    assert len(links) > 5
    assert {Visitor(demo_server).open(link)[0] for link in links} == {200}


def test_hr_sees_wide_pictures_and_opens_no_unit_s_result_by_any_address(demo_server):
    """Every result there is, asked for by HR: those listed open, all others look like a page that is not there."""
    hr = Visitor(demo_server).be("hr")
    listed = set(re.findall(r'href="(/results/[0-9a-f-]+)"', hr.open("/pictures")[1]))
    code = "from kulturspejl.records.models import RoundUnit\nprint(*RoundUnit.objects.values_list('id', flat=True))"
    every = {f"/results/{one}" for one in demo_server.python(code).split()}
    leaves = "\n".join(
        [
            "from kulturspejl.records.models import RoundUnit",
            "print(*RoundUnit.objects.filter(children__isnull=True).values_list('id', flat=True))",
        ]
    )
    single = {f"/results/{one}" for one in demo_server.python(leaves).split()}
    assert listed
    assert listed < every
    assert not listed & single
    assert {path for path in every if hr.open(path)[0] == 200} == listed
    missing = alike(*hr.open("/results/00000000-0000-4000-8000-000000000000"))
    assert alike(*hr.open(next(iter(single)))) == missing
    assert missing[0] == 404


def test_hr_finds_nothing_at_the_steward_s_addresses(demo_server):
    hr = Visitor(demo_server).be("hr")
    below = ("", "/settings", "/changes", "/units.csv", "/units/new", "/units/table")
    for path in ("/people", *(f"/organisation{one}" for one in below)):
        assert hr.open(path)[0] == 404, path


def test_outside_a_demo_its_pages_do_not_exist(server):
    for path in ("/demo/", "/demo/mails"):
        assert Visitor(server).open(path)[0] == 404


def test_it_keeps_out_of_a_real_instance(tmp_path):
    server = Server(tmp_path)
    server.prepare().python(REAL)
    done = server.command("demo", "--no-serve", check=False)
    assert done.returncode == 1
    assert "already holds an organisation" in done.stderr
    fresh = server.command("demo", "--no-serve", "--fresh", check=False)
    assert fresh.returncode == 1
    assert "holds no demo" in fresh.stderr


def test_the_front_door_offers_only_roles_that_there_are(demo_server):
    page = Visitor(demo_server).open("/")[1]
    offered = re.findall(r'action="/demo/([a-z-]+)"', page)
    assert {"leader", "amr", "tr", "steward", "hr"} == set(offered)
    for key in offered:
        assert "Hello" in Visitor(demo_server).be(key).open("/home")[1]
