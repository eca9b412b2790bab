"""The table of who opens what, by every address of the running program: a new address fails here until it has a row.

Whoever does not stand in a row finds what they would find at an address that never was.
"""

import re
import uuid
from dataclasses import dataclass, field

import pytest
from django.db import transaction
from django.test import Client

from kulturspejl.actions import lines, organisations, plans, results, rounds
from kulturspejl.actions import people as grants
from kulturspejl.core.permissions import Role
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import ActionEvent, Grant, Invitation, TraitEvent, User
from kulturspejl.web.bells import topic_of
from tests import lists, people, signing_in
from tests.actions import meetings, stock, town
from tests.attacks.presses_of_courses import a_course
from tests.attacks.presses_of_meetings import kept, offered
from tests.attacks.test_every_address import a_logo, a_room, a_slide, an_exercise, seen
from tests.scale_rounds import LOW, SAFETY, closed_scale

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

TEAM = {"leader", "AMR", "TR", "AMR above"}
RELEASERS = {"AMR", "TR", "AMR above"}
LEADER, STEWARD, STEERS = {"leader"}, {"steward"}, {"leader", "steward"}
RUNS = {"facilitator", "steward"}
FACILITATOR = {"facilitator"}
EVERYBODY = {"leader", "AMR", "TR", "AMR above", "leader above", "leader beside", "AMR beside", "HR", "steward",
             "facilitator", "employee"}  # fmt: skip
NOBODY: set[str] = set()
TRAIT = {"more_of": "Dialog", "less_of": "", "notice": "Spørger", "better_for": "people"}
OWN = {"kind": "own", "shown": "1", "A": "20", "B": "16", "C": "10", "D": "14"}
WAITING, HELD, OPEN, RELEASED = "waiting", "held", "open", "released"


@dataclass(frozen=True)
class Row:
    """Who may GET and who may POST; `state` is the round's in which it can be tried."""

    get: set[str] = field(default_factory=set)
    post: set[str] = field(default_factory=set)
    state: str = RELEASED
    words: dict[str, str] = field(default_factory=dict)


TABLE = {
    "home": Row(EVERYBODY),
    "rounds/new/{unit_id}": Row(STEERS, STEERS),
    "rounds/new/{unit_id}/foresight": Row(post=STEERS),
    "rounds/{round_id}": Row(TEAM | STEWARD),
    "rounds/{round_id}/remind": Row(post=STEERS, state=OPEN),
    "rounds/{round_id}/close": Row(post=STEERS, state=OPEN, words={"reason": "Vi mødes"}),
    "rounds/{round_id}/close/answer": Row(post=RELEASERS, state=OPEN, words={"answer": "no"}),
    "rounds/{round_id}/letters": Row(RELEASERS, RELEASERS, OPEN),
    "rounds/{round_id}/letters/{invitation}/card.pdf": Row(RELEASERS, state=OPEN),
    "rounds/{round_id}/cancel": Row(post=STEERS, state=WAITING),
    "rounds/{round_id}/lines/{round_unit_id}": Row(LEADER, LEADER, OPEN, OWN),
    "rounds/{round_id}/release": Row(RELEASERS, RELEASERS, WAITING),
    "rounds/{round_id}/hold": Row(post=RELEASERS, state=WAITING),
    "rounds/{round_id}/resume": Row(post=RELEASERS, state=HELD),
    "rounds/{round_id}/cards.pdf": Row(RELEASERS, state=OPEN),
    # Neither name nor code stands on it: whoever reads the round may print it.
    "rounds/{round_id}/paper.pdf": Row(TEAM | STEWARD, state=OPEN),
    "results/{round_unit_id}": Row(TEAM),
    "results/{round_unit_id}/result.pdf": Row(TEAM),
    "results/{round_unit_id}/share": Row(post=TEAM),
    "results/{round_unit_id}/line": Row(post=LEADER, words=OWN),
    "results/{round_unit_id}/trait": Row(TEAM, TEAM),
    # Whoever has no unit reads that there is no plan to choose it for.
    "traits/new": Row(EVERYBODY, TEAM | {"leader above", "leader beside", "AMR beside"}, words={"more_of": "Dialog"}),
    "traits/{trait_id}": Row(TEAM),
    "traits/{trait_id}/change": Row(TEAM, TEAM, words={"seen": "2", "more_of": "x"}),
    "traits/{trait_id}/undo": Row(post=TEAM, words={"event": "{trait_event}"}),
    "traits/{trait_id}/action": Row(TEAM, TEAM),
    "actions/{action_id}": Row(TEAM),
    "actions/{action_id}/change": Row(TEAM, TEAM, words={"seen": "2", "what": "x"}),
    "actions/{action_id}/state": Row(post=TEAM, words={"state": "tried", "line": "Ja", "seen": "2"}),
    "actions/{action_id}/agree": Row(post=TEAM, words={"seen": "2"}),
    "actions/{action_id}/undo": Row(post=TEAM, words={"event": "{event}"}),
    "actions/{action_id}/follow-up": Row(TEAM, TEAM, words={"seen": "2"}),
    "units/{unit_id}/plan": Row(TEAM),
    "units/{unit_id}/plan.pdf": Row(TEAM),
    "units/{unit_id}/plan.csv": Row(TEAM),
    "units/{unit_id}/plan.xlsx": Row(TEAM),
    "units/{unit_id}/plan.ics": Row(TEAM),
    "units/{unit_id}/status": Row(TEAM, TEAM),
    "status/{status_id}": Row(TEAM),
    "status/{status_id}.pdf": Row(TEAM),
    "status/{status_id}/undo": Row(post=TEAM),
    "units/{unit_id}/calendar": Row(post=TEAM, words={"verb": "make"}),
    # Whoever has no unit reads that there is no plan to send to; to whose plan, tests/actions/test_plans.py tries.
    "ideas/new": Row(EVERYBODY, TEAM | {"leader above", "leader beside", "AMR beside"}, words={"what": "Fem minutter"}),
    "units/{unit_id}/permissions": Row(TEAM),
    # Whoever has the room's code reads what is offered; for which unit, tests/actions/rooms/test_keeping.py tries.
    "take-over/{code}": Row(EVERYBODY, RELEASERS | {"AMR beside"}),
    "kept-meetings/{kept_id}/off": Row(post=RELEASERS),
    # Whoever has no TRIO reads that; what was brought lies in the browser's own window.
    "trio/bring": Row(EVERYBODY),
    "units/{unit_id}/trio": Row(TEAM),
    "units/{unit_id}/trio/focus": Row(post=TEAM, words={"words": "Ro i vagtskiftet"}),
    "units/{unit_id}/trio/agreement": Row(TEAM, TEAM, words={"seen": "0", "meetings": "Hver måned"}),
    "units/{unit_id}/trio/meetings": Row(post=TEAM),
    "units/{unit_id}/trio/meetings/{meeting_id}/call-off": Row(post=TEAM),
    "units/{unit_id}/trio/meetings/{meeting_id}/delete": Row(post=TEAM),
    "units/{unit_id}/trio/list": Row(post=TEAM, words={"words": "Ro i vagtskiftet"}),
    "units/{unit_id}/trio/list/{matter_id}/off": Row(post=TEAM),
    "units/{unit_id}/trio/plan": Row(post=TEAM, words={"words": "Fem minutter"}),
    "units/{unit_id}/trio/yearly.pdf": Row(TEAM),
    "trio/{meeting_id}": Row(TEAM, TEAM, words={"seen": "1", "decided": "Vi prøver", "months": "12"}),
    "trio/{meeting_id}/move": Row(post=TEAM, words={"seen": "1"}),
    # A person's own, whoever they are: what of it is whose, tests/faces/participant/test_own_plan.py tries.
    "own-plan": Row(EVERYBODY),
    "own-plan/sealed": Row(EVERYBODY),
    "own-plan/line": Row(post=EVERYBODY, words={"words": "Jeg øver mig i at spørge"}),
    "own-plan/line/back": Row(post=EVERYBODY),
    "own-plan/reminder": Row(post=EVERYBODY, words={"weekday": "2"}),
    "organisation": Row(STEWARD),
    "organisation/settings": Row(STEWARD, STEWARD),
    "organisation/settings/letter": Row(post=STEWARD),
    "organisation/changes": Row(STEWARD | TEAM | {"leader above", "leader beside", "AMR beside"}),
    "organisation/rounds": Row(STEWARD),
    "organisation/rounds/{round_id}/delete": Row(post=STEWARD),
    "organisation/units/new": Row(STEWARD, STEWARD),
    "organisation/units/table": Row(STEWARD, STEWARD),
    "organisation/units.csv": Row(STEWARD),
    "organisation/units/{unit_id}": Row(STEWARD, STEWARD),
    "organisation/units/{unit_id}/close": Row(post=STEWARD),
    "organisation/units/closed": Row(STEWARD),
    "organisation/units/{closed_id}/open": Row(STEWARD, STEWARD),
    "organisation/units/lists/{list_id}": Row(STEWARD, STEWARD),
    "organisation/units/lists/{taken_id}/undo": Row(post=STEWARD),
    "people": Row(STEWARD, STEWARD),
    "people/table": Row(STEWARD, STEWARD),
    "people.csv": Row(STEWARD),
    "people/without": Row(STEWARD),
    "people/{user_id}": Row(STEWARD),
    "people/{user_id}/change": Row(STEWARD, STEWARD),
    "people/{user_id}/forget": Row(STEWARD, STEWARD),
    "people/{user_id}/log-out": Row(post=STEWARD),
    "people/{user_id}/everything": Row(post=STEWARD),
    "people/{user_id}/erase": Row(STEWARD, STEWARD, words={"known": "1"}),
    "people/{grant_id}/end": Row(STEWARD, STEWARD),
    "rounds/new-branch/{unit_id}": Row(STEWARD, STEWARD),
    "pictures": Row(STEWARD | {"HR"}),
    "pictures/med.pdf": Row(STEWARD | {"HR"}),
    "facilitate": Row(RUNS),
    "facilitate/new/{programme}": Row(RUNS, RUNS),
    "facilitate/exercises": Row(RUNS, RUNS),
    "facilitate/exercises/new": Row(RUNS, RUNS),
    # Another's exercise is nobody's: only the one who made it finds it.
    "facilitate/exercises/{exercise_id}": Row(FACILITATOR, FACILITATOR),
    "facilitate/exercises/{exercise_id}/file": Row(FACILITATOR),
    "facilitate/exercises/{exercise_id}/do": Row(post=FACILITATOR, words={"verb": "practise"}),
    "facilitate/logo": Row(RUNS, RUNS, words={"words": "Havnby"}),
    "facilitate/logo/picture": Row(FACILITATOR),
    "facilitate/{room_id}/logo": Row(RUNS),
    "facilitate/practise": Row(post=RUNS, words={"programme": "module_2"}),
    "facilitate/{room_id}": Row(RUNS),
    "facilitate/{room_id}/change": Row(RUNS, RUNS),
    "facilitate/{room_id}/again": Row(RUNS, RUNS),
    "facilitate/{room_id}/notes": Row(RUNS),
    "facilitate/{room_id}/slides": Row(RUNS, RUNS, words={"station": "welcome"}),
    "facilitate/{room_id}/slides/change": Row(post=RUNS, words={"verb": "empty"}),
    "facilitate/{room_id}/slides/{slide_id}": Row(RUNS),
    # Until a day is over there is no report, and nothing to hold beside it (tests/readers/rooms/test_report.py).
    "facilitate/classes": Row(),
    "facilitate/classes.csv": Row(),
    "facilitate/classes.xlsx": Row(),
    "facilitate/{room_id}/report.pdf": Row(),
    "facilitate/{room_id}/report.csv": Row(),
    "facilitate/{room_id}/report.xlsx": Row(),
    "facilitate/{room_id}/page.pdf": Row(),
    "facilitate/{room_id}/do": Row(post=RUNS, words={"verb": "next", "seen": "1"}),
    "facilitate/{room_id}/paper": Row(RUNS),
    "facilitate/{room_id}/agreed.pdf": Row(),
    "facilitate/{room_id}/wall": Row(RUNS),
    "facilitate/courses/new/{content}": Row(RUNS, RUNS),
    "facilitate/courses/{course_id}": Row(RUNS, RUNS),
    "facilitate/courses/{course_id}/class": Row(RUNS, RUNS),
    "facilitate/courses/{course_id}/reading": Row(RUNS, RUNS),
    "facilitate/courses/{course_id}/reading/{reading_id}": Row(RUNS),
    "facilitate/courses/{course_id}/reading/{reading_id}/remove": Row(post=RUNS),
    "facilitate/class/{class_id}": Row(RUNS),
    "facilitate/class/{class_id}/days": Row(RUNS, RUNS),
    "facilitate/class/{class_id}/people": Row(RUNS, RUNS),
    "facilitate/class/{class_id}/people/{member_id}": Row(RUNS, RUNS),
    "facilitate/class/{class_id}/sign-up": Row(post=RUNS),
    "facilitate/class/{class_id}/end": Row(RUNS, RUNS),
    "facilitate/class/{class_id}/called-off": Row(post=RUNS),
    "facilitate/course-day/{day_id}": Row(post=RUNS),
    # HR: days and how many came, and nothing that leads to anybody.
    "courses/counts": Row(RUNS | {"HR"}),
    "courses": Row(EVERYBODY),
    "start": Row(NOBODY, NOBODY),
    "demo/": Row(NOBODY),
    "demo/mails": Row(NOBODY),
    "demo/course": Row(NOBODY),
    "demo/{key}": Row(post=NOBODY),
    "demo/half-year": Row(NOBODY, NOBODY),
    "demo/half-year/present": Row(post=NOBODY),
    "demo/half-year/{stop}": Row(NOBODY),
    "demo/half-year/{stop}/letters": Row(post=NOBODY),
    "demo/half-year/{stop}/anew": Row(post=NOBODY),
    "demo/half-year/{stop}/{number}": Row(post=NOBODY),
    "help": Row(EVERYBODY),
    "organisation/help": Row(STEWARD, STEWARD),
}
OF_A_ROUND = {"round_id", "round_unit_id", "trait_id", "action_id", "status_id", "invitation"}
"""What an address names that looks another way as the round goes on; all others are asked in one state of it."""
LED_ON = {"rounds/{round_id}/release": TEAM | STEWARD}
"""Who may read the round is led to it, once its letters have gone out."""
FOR_ALL = {
    "", "models", "models/{model}", "sheets", "try/{exercise}",
    "try", "language", "healthz", "answers", "r/{code}", "r/{code}/admit", "r/{code}/result.pdf", "room/{code}",
    "room/{code}/back", "room/{code}/now", "room/{code}/do", "room/{code}/contributions", "room/{code}/sealed",
    "room/{code}/voucher", "without-a-name/{code}", "without-a-name/{code}/back", "team", "team/{key}",
    "room/{code}/agreed.pdf", "calendar/{key}.ics", "course/{key}", "course/{key}/days.ics",
    "course/{key}/calendar.ics", "courses/lost", "sign-up/{code}", "course/{key}/reading",
    "course/{key}/reading/{reading_id}/file", "course/{key}/homework/{homework_id}",
    "course/{key}/homework/{homework_id}/done", "course/{key}/certificate.pdf",
    "room/{code}/help",
    "reminder/{key}", "line/{key}", "letters/{key}", "room/{code}/plan", "plan/{key}", "plan/{key}/sealed",
    "course/{key}/plan", "course/{key}/plan/sealed", "course/{key}/plan/line", "course/{key}/plan/line/back",
    "course/{key}/plan/reminder",
}  # fmt: skip
"""No account is needed; a code, where there is one, is the permission."""


def every_route(patterns=None, before: str = ""):
    """All addresses but those of logging in, which are about the visitor alone."""
    from django.urls import URLResolver, get_resolver

    for one in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from every_route(one.url_patterns, route)
        elif not route.startswith("account/"):
            yield re.sub(r"<\w+:(\w+)>", r"{\1}", route)


@dataclass(frozen=True)
class Scene:
    """A round in a state, what it is about, and everybody; `event` and `trait_event` are what was last done."""

    who: dict[str, User]
    real: dict[str, object]
    clients: dict[str, Client] = field(default_factory=dict)
    event: int = 0
    trait_event: int = 0


def scene(state: str, *, asks: str = "culture_profile") -> Scene:
    where = people.team(9)
    syd = organisations.add_unit(
        by=where.steward, organisation_id=where.organisation, name="Syd", parent=where.top, headcount=9, now=town.NOW
    )

    def give(name: str, role: Role, unit: uuid.UUID | None) -> User:
        email = f"{name.lower()}@havnby.test"
        grants.grant(by=where.steward, organisation_id=where.organisation, email=email, name=name, role=role,
                     unit_id=unit, ends=None, now=town.NOW)  # fmt: skip
        return User.objects.get(email=email)

    employee = give("Ebbe", Role.LEADER, syd)
    grants.end(by=where.steward, grant_id=Grant.objects.get(user=employee).id, now=town.NOW)
    who = {
        "leader": where.leader, "AMR": where.amr, "TR": where.tr, "HR": where.hr, "steward": where.steward,
        "leader above": people.leader_above(where), "AMR above": give("Ove", Role.AMR, where.top),
        "leader beside": give("Soren", Role.LEADER, syd), "AMR beside": give("Anne", Role.AMR, syd),
        "facilitator": give("Fie", Role.FACILITATOR, None), "employee": employee,
    }  # fmt: skip
    made = {WAITING: waiting, HELD: held, OPEN: opened, RELEASED: released}[state](where, asks)
    round_id, round_unit = made.id, made.unit
    trait = action = uuid.uuid4()
    if state == RELEASED:
        before, trait = (
            plans.choose_trait(by=where.leader, unit_id=where.unit, stems_from=source, now=town.NOW, **TRAIT)
            for source in (None, round_unit)
        )
        action = plans.agree_action(
            by=where.leader, trait_id=trait, what="Tavlemøde", who="Karen", due=town.CLOSES.date(),
            follow_up=town.CLOSES.date(), now=town.NOW,
        )  # fmt: skip
    if state == RELEASED:
        plans.move(by=where.leader, action_id=action, state="under_way", seen=1, now=clock.now())
    status = uuid.uuid4()
    if state == RELEASED:
        status = stock.take(where, traits=[stock.of_trait(before)])
        plans.change_trait(by=where.leader, trait_id=trait, seen=1, now=clock.now(), **TRAIT | {"more_of": "Mere"})
    event = ActionEvent.objects.filter(action_id=action).values_list("id", flat=True).last() or 0
    room = a_room(who["facilitator"])
    a_logo(who["facilitator"])
    real: dict[str, object] = {
        "round_id": round_id, "round_unit_id": round_unit, "unit_id": where.unit, "trait_id": trait,
        "action_id": action, "grant_id": Grant.objects.get(user=where.tr).id, "key": "leader",
        "stop": "a-stop-of-a-demo", "number": 975318642,
        "closed_id": lists.closed_unit(where, town.NOW), "taken_id": lists.taken(where, clock.now()),
        "list_id": lists.laid(where, clock.now()), "user_id": where.tr.id,
        "room_id": room, "slide_id": a_slide(room), "exercise_id": an_exercise(who["facilitator"]),
        **a_course(who["facilitator"]), "programme": "module_2", "invitation": card_of(round_id),
        "meeting_id": meetings.a_meeting(where),
        "matter_id": meetings.a_matter(where), "status_id": status, "code": offered().code, "kept_id": kept(where),
    }  # fmt: skip
    trait_event = TraitEvent.objects.filter(trait_id=trait).values_list("id", flat=True).last() or 0
    return Scene(who, real, event=event, trait_event=trait_event)


def card_of(round_id: uuid.UUID) -> uuid.UUID:
    """The card that was made in the place of a letter, where there is one."""
    ids = Invitation.objects.filter(round_unit__round_id=round_id, own_card=1).values_list("id", flat=True)
    return ids[0] if ids else uuid.uuid4()


def waiting(where: town.Town, asks: str) -> people.Round:
    from kulturspejl.records.models import RoundUnit

    round_id = town.ask(where, mails=6, cards=3, instrument=asks)
    return people.Round(where, round_id, RoundUnit.objects.get(round_id=round_id).id, ())


def held(where: town.Town, asks: str) -> people.Round:
    made = waiting(where, asks)
    rounds.hold(by=where.amr, round_id=made.id, note_text="Vent", now=town.NOW)
    return made


def opened(where: town.Town, asks: str) -> people.Round:
    """With a wish to close early, a letter that was refused, and a card in the place of another."""
    made = people.open_round(where, mails=6, cards=3, asks=asks)
    first, second = Invitation.objects.exclude(address="").order_by("address")[:2]
    Invitation.objects.filter(id__in=[first.id, second.id]).update(undeliverable="refused")
    rounds.card_instead(by=where.amr, round_id=made.id, invitation=first.id, now=town.NOW)
    rounds.ask_to_close(by=where.leader, round_id=made.id, reason="Vi mødes", now=town.NOW)
    return made


def released(where: town.Town, asks: str) -> people.Round:
    if asks != "culture_profile":
        return closed_scale(where, LOW, asks=asks)
    made = people.open_round(where)
    values = {letter: int(OWN[letter]) for letter in "ABCD"}
    lines.draw(by=where.leader, round_unit_id=made.unit, own=people.own_answers(**values), now=town.NOW)
    people.close_with(made, people.ANSWERS)
    return made


def client_of(found: Scene, name: str) -> Client:
    if name not in found.clients:
        found.clients[name] = Client()
        found.clients[name].force_login(found.who[name])
        signing_in.look_again(found.clients[name], found.who[name])
    return found.clients[name]


def opens(found: Scene, name: str, method: str, route: str) -> int:
    """The status; whatever a POST does is taken back."""
    client = client_of(found, name)
    words = TABLE[route].words if method == "post" else {}
    events = {"event": found.event, "trait_event": found.trait_event}
    words = {name: value.format(**events, **found.real) for name, value in words.items()}
    with transaction.atomic():
        status = getattr(client, method)("/" + route.format(**found.real), words).status_code
        transaction.set_rollback(True)
    return int(status)


def asked_in(state: str) -> dict[str, Row]:
    """The rows that this state may change, and once all."""
    return {
        route: row for route, row in TABLE.items() if state == RELEASED or OF_A_ROUND & {*re.findall(r"{(\w+)}", route)}
    }


def test_every_address_has_a_row():
    routes = set(every_route())
    assert routes - set(TABLE) - FOR_ALL == set(), "an address that nobody has said anything about"
    assert set(TABLE) | FOR_ALL == routes, "a row of the table without an address"


@pytest.mark.parametrize("state", [WAITING, pytest.param(HELD, marks=pytest.mark.sweep), OPEN, RELEASED])
def test_whoever_stands_in_no_row_finds_nothing(state):
    found = scene(state)
    wrong = []
    for route, row in asked_in(state).items():
        made_up = {name: uuid.uuid4() if name != "key" else "nobody" for name in found.real}
        for method, allowed in (("get", row.get), ("post", row.post)):
            for name in EVERYBODY - allowed:
                there = seen(client_of(found, name), method, route, found.real)
                # What names nothing is the same address again.
                missing = seen(client_of(found, name), method, route, made_up) if "{" in route else there
                if there[2] and name in LED_ON.get(route, NOBODY):
                    continue
                if there != missing or there[0] not in {404, 405}:
                    wrong.append((name, method, route, there[0], missing[0]))
    assert wrong == []


@pytest.mark.parametrize("state", [WAITING, HELD, OPEN, RELEASED])
def test_whoever_stands_in_a_row_gets_in(state):
    found = scene(state)
    wrong = []
    for route, row in TABLE.items():
        if row.state != state:
            continue
        for method, allowed in (("get", row.get), ("post", row.post)):
            for name in sorted(allowed):
                status = opens(found, name, method, route)
                if status not in {200, 302, 422} or (method == "get" and status != 200):
                    wrong.append((name, method, route, status))
    assert wrong == []


@pytest.mark.parametrize("state", [OPEN, RELEASED])
def test_a_round_on_steps_is_opened_by_the_same_people(state):
    """But for the leader's lines, which it does not have: their address is as one that never was."""
    found = scene(state, asks=SAFETY)
    wrong = []
    for route, row in TABLE.items():
        if row.state != state or not {"round_id", "round_unit_id"} & {*re.findall(r"{(\w+)}", route)}:
            continue
        for method, allowed in (("get", row.get), ("post", row.post)):
            has_lines = "/line" in route
            for name in sorted(allowed | {"leader above", "leader beside", "HR", "employee"}):
                status = opens(found, name, method, route)
                may = name in allowed and not (has_lines and status == 404)
                if (status in {200, 302, 422}) != may and not (name in LED_ON.get(route, NOBODY) and status == 302):
                    wrong.append((name, method, route, status))
    assert wrong == []


@pytest.mark.parametrize("state", [WAITING, OPEN, RELEASED])
def test_a_signed_out_visitor_is_asked_to_log_in_whether_it_is_there_or_not(state):
    found = scene(state)
    for route, row in asked_in(state).items():
        made_up = {name: uuid.uuid4() if name != "key" else "nobody" for name in found.real}
        for method in ("get", "head", "post"):
            there = seen(Client(), method, route, found.real)
            missing = seen(Client(), method, route, made_up) if "{" in route else there
            if method == "post" and not row.post and not row.get:
                assert there[0] in {404, 405}, route
            assert there == missing, (method, route)
            assert there[0] in {302, 404, 405}, (method, route, there[0])


@pytest.mark.parametrize("state", [WAITING, OPEN, RELEASED])
def test_a_bell_rings_for_those_who_read_the_round(state):
    found = scene(state)
    for round_id, listeners in ((found.real["round_id"], TEAM | STEWARD), (uuid.uuid4(), NOBODY)):
        topic = topic_of(f"/rounds/{round_id}/bell")
        assert topic is not None
        assert {name for name, user in found.who.items() if topic.may_listen(topic.key, user)} == listeners


def test_a_shared_picture_opens_for_the_leader_above_and_for_nobody_else():
    found = scene(RELEASED)
    results.share(by=found.who["leader"], round_unit_id=found.real["round_unit_id"], now=town.NOW)
    for route in ("results/{round_unit_id}", "results/{round_unit_id}/result.pdf"):
        who = {name for name in EVERYBODY if opens(found, name, "get", route) == 200}
        assert who == TEAM | {"leader above"}
    assert opens(found, "leader above", "post", "results/{round_unit_id}/share") == 404
    assert opens(found, "leader above", "post", "results/{round_unit_id}/line") == 404
    assert opens(found, "leader above", "get", "results/{round_unit_id}/trait") == 404
