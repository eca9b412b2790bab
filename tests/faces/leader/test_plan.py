"""The plan's pages: what each shows whom, that nothing typed is lost, and what goes along as a file."""

import csv
import io
import re
from datetime import date, timedelta

import pytest
import python_calamine
from django.urls import reverse

from kulturspejl.actions import people as grants
from kulturspejl.actions import plans
from kulturspejl.core.permissions import Role
from kulturspejl.faces.leader import unit_choice
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Action, Grant, Trait, User
from kulturspejl.web import faults
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)
TRAIT = {"more_of": "Dialog", "less_of": "Krogsnak", "notice": "Vi spørger hver dag", "better_for": "borgerne"}


def agreed(where, **other):
    trait = plans.choose_trait(by=where.leader, unit_id=where.unit, stems_from=None, now=clock.now(), **TRAIT)
    words = {"what": "Tavlemøde", "who": "Karen", "due": clock.today(), "follow_up": clock.today() + timedelta(weeks=6)}
    return plans.agree_action(by=where.leader, trait_id=trait, now=clock.now(), **words | other)


def text(at, user, name, *ids, language="da"):
    return at(user, language).get(reverse(name, args=ids)).content.decode()


def test_each_owner_stands_there_with_a_day_and_a_change_asks_anew(at):
    where = people.team(9)
    action = agreed(where)
    assert text(at, where.tr, "action", action).count("har ikke sagt noget endnu") == 2
    at(where.tr).post(reverse("action_agree", args=[action]), {"seen": "1"})
    page = text(at, where.amr, "action", action)
    assert page.count("sagde ja 23. november 2026") == 2
    plans.change_action(by=where.amr, action_id=action, seen=2, what="Tavlemøde hver uge", who="Karen",
                        due=clock.today(), follow_up=clock.today() + timedelta(weeks=6), now=clock.now())  # fmt: skip
    page = text(at, where.amr, "action", action)
    assert page.count("før ordene blev rettet") == 2
    assert "<s>Tavlemøde</s>" in page, "old words stay readable"


def test_two_change_it_at_once_and_the_second_loses_nothing(at):
    where = people.team(9)
    action = agreed(where)
    later = (clock.today() + timedelta(weeks=6)).isoformat()
    mine = {"seen": "1", "what": "Mine ord", "who": "Tove", "due": later, "follow_up": later, "stop_doing": "Skemaet"}
    assert at(where.amr).post(reverse("action_change", args=[action]), mine | {"what": "Amirs ord"}).status_code == 302
    reply = at(where.tr, "da").post(reverse("action_change", args=[action]), mine)
    page = reply.content.decode()
    assert reply.status_code == 409
    assert "Handlingen er blevet ændret" in page
    assert "Amirs ord" in page
    assert "Mine ord" in page
    assert "Skemaet" in page
    again = mine | {"seen": re.search(r'name="seen" value="(\d+)"', page)[1]}
    assert at(where.tr).post(reverse("action_change", args=[action]), again).status_code == 302
    assert Action.objects.get().what == "Mine ord"


def test_two_follow_up_at_once_and_the_second_reads_the_first(at):
    where = people.team(9)
    action = agreed(where)
    later = (clock.today() + timedelta(weeks=6)).isoformat()
    said = {"seen": "1", "noticed": "yes", "effect": "Første", "outcome": "keep", "next_day": later}
    assert at(where.amr).post(reverse("follow_up", args=[action]), said).status_code == 302
    reply = at(where.tr, "da").post(reverse("follow_up", args=[action]), said | {"effect": "Anden"})
    assert reply.status_code == 409
    assert "Første" in reply.content.decode()
    assert "Anden</textarea>" in reply.content.decode()


def test_the_ten_minutes_begin_with_last_times_words_and_the_sign(at):
    where = people.team(9)
    action = agreed(where)
    page = text(at, where.amr, "follow_up", action)
    assert "Vi spørger hver dag" in page, "the trait's sign where the action has none"
    assert 'value="2027-01-04"' in page, "six weeks ahead"
    for number in range(3):
        plans.follow_up(by=where.amr, action_id=action, seen=number + 1, noticed="partly", effect=f"Gang {number}",
                        outcome="keep", next_day=clock.today() + timedelta(weeks=6), now=clock.now())  # fmt: skip
    page = text(at, where.amr, "follow_up", action)
    assert page.index("Gang 2") < page.index("De tidligere gange") < page.index("Gang 1") < page.index("Gang 0")
    faulty = at(where.amr, "da").post(reverse("follow_up", args=[action]), {"seen": "4", "outcome": "redo"})
    assert faulty.status_code == 422
    assert "Skriv, hvad I gør anderledes." in faulty.content.decode()


def test_the_same_tool_again_in_one_tap(at):
    where = people.team(9)
    made = people.closed_round(where)
    trait = plans.choose_trait(by=where.leader, unit_id=where.unit, stems_from=made.unit, now=clock.now(), **TRAIT)
    action = plans.agree_action(by=where.leader, trait_id=trait, what="x", who="y", due=clock.today(),
                                follow_up=clock.today(), now=clock.now())  # fmt: skip
    like = f"{reverse('round_new', args=[where.unit])}?like={made.unit}"
    assert like in text(at, where.leader, "follow_up", action)
    assert like not in text(at, where.amr, "follow_up", action), "a round is the leader's to ask for"
    assert 'name="programme" value="team_' in text(at, where.amr, "follow_up", action)
    assert at(where.leader).get(like).status_code == 200


def test_an_action_without_a_line_keeps_what_was_typed(at):
    where = people.team(9)
    action = agreed(where)
    reply = at(where.amr, "da").post(reverse("action_state", args=[action]), {"seen": "1", "state": "tried"})
    assert reply.status_code == 422
    assert "Skriv en linje om, hvad der skete." in reply.content.decode()
    stale = at(where.amr, "da").post(
        reverse("action_state", args=[action]), {"seen": "9", "state": "tried", "line": "Tre gange"}
    )
    assert stale.status_code == 409
    assert 'value="Tre gange"' in stale.content.decode()


def test_of_many_units_one_is_picked_by_its_name_and_nothing_typed_is_lost(at, monkeypatch):
    monkeypatch.setattr(unit_choice, "MOST_AT_ONCE", 0)
    where = people.team(9)
    grants.grant(by=where.steward, organisation_id=where.organisation, email=where.amr.email, name="", role=Role.AMR,
                 unit_id=where.top, ends=None, now=clock.now())  # fmt: skip
    for name, field, button in (("idea_new", "what", "Send den til planen"), ("trait_choose", "more_of", "Gem, og")):
        first = text(at, where.amr, name)
        assert "Der er ikke valgt nogen enhed endnu." in first
        assert button not in first, "nobody reads it yet"
        address, picked = reverse(name), {"which": str(where.unit), "pick": "1", field: "Det, jeg skrev"}
        reply = at(where.amr, "da").post(address, picked)
        page = reply.content.decode()
        assert reply.status_code == 200
        assert "Det, jeg skrev" in page
        assert "Karen (leder)" in page
        assert button in page
    assert not Action.objects.exists()
    assert not Trait.objects.exists()


def test_before_an_idea_is_sent_it_says_who_will_read_it(at):
    where = people.team(9)
    page = text(at, where.tr, "idea_new")
    assert "Karen (leder)" in page
    assert "Amir (AMR)" in page
    assert "Tove (TR)" in page
    assert "Hans" not in page
    assert "ikke en plan at sende den til" in text(at, where.hr, "idea_new")
    reply = at(where.tr, "da").post(reverse("idea_new"), {"unit": str(where.unit), "what": " "})
    assert reply.status_code == 422
    nowhere = at(where.tr, "da").post(reverse("idea_new"), {"what": "Fem minutter"})
    assert nowhere.status_code == 422
    assert "Vælg den plan, den skal til." in nowhere.content.decode()
    assert "Fem minutter</textarea>" in nowhere.content.decode()
    assert at(where.hr).post(reverse("idea_new"), {"what": "x", "unit": str(where.unit)}).status_code == 404


def test_the_team_reads_no_idea_before_it_is_taken_in(at):
    where = people.team(9)
    made = people.closed_round(where)
    trait = plans.choose_trait(by=where.leader, unit_id=where.unit, stems_from=made.unit, now=clock.now(), **TRAIT)
    plans.agree_action(by=where.leader, trait_id=trait, as_idea=True, what="Kun en idé", now=clock.now())
    assert "Kun en idé" not in at(language="da").get(f"/r/{made.codes[0]}").content.decode()
    later = clock.today() + timedelta(days=1)
    plans.change_action(by=where.tr, action_id=Action.objects.get().id, seen=1, take_in=True, what="Kun en idé",
                        who="Karen", due=later, follow_up=later, now=clock.now())  # fmt: skip
    assert "Kun en idé" in at(language="da").get(f"/r/{made.codes[0]}").content.decode()


def test_nobody_is_told_that_what_was_let_go_is_looked_at_again(at):
    where = people.team(9)
    day = clock.today() + timedelta(days=40)
    plans.send_idea(by=where.tr, unit_id=where.unit, what="Løs idé", follow_up=day, now=clock.now())
    idea, page = Action.objects.get(), reverse("plan", args=[where.unit])
    plans.move(by=where.amr, action_id=idea.id, state="drop", seen=1, line="Vi vil ikke", now=clock.now())
    for address in (page, reverse("action", args=[idea.id])):
        told = at(where.leader, "da").get(address).content.decode()
        assert "Løs idé" in told
        assert "ser på det igen" not in told
        assert "vi ser på den igen" not in told
    plans.move(by=where.leader, action_id=idea.id, state="idea", seen=2, now=clock.now())
    again = at(where.leader, "da").get(reverse("action", args=[idea.id])).content.decode()
    assert "ser på det igen" in again, "the day is there again with the idea"


def test_the_team_reads_no_idea_that_was_declined_and_no_file_has_it(at):
    where = people.team(9)
    made = people.closed_round(where)
    trait = plans.choose_trait(by=where.leader, unit_id=where.unit, stems_from=made.unit, now=clock.now(), **TRAIT)
    plans.agree_action(by=where.leader, trait_id=trait, as_idea=True, what="Under trækket", now=clock.now())
    plans.send_idea(by=where.tr, unit_id=where.unit, what="Løs idé", now=clock.now())
    for one in Action.objects.all():
        plans.move(by=where.amr, action_id=one.id, state="drop", seen=1, line="Vi vil ikke", now=clock.now())
    team = at(language="da").get(f"/r/{made.codes[0]}").content.decode()
    rows = at(where.leader, "da").get(reverse("plan_csv", args=[where.unit])).content.decode()
    for words in ("Under trækket", "Løs idé", "Vi vil ikke"):
        assert words not in team
        assert words not in rows
        assert words not in text(at, where.leader, "result", made.unit)
    page = text(at, where.leader, "plan", where.unit)
    assert page.index("Idéer, I har sagt nej til") < page.index("Under trækket")
    assert page.count("Løs idé") == page.count("Under trækket") == 1


def test_a_result_says_from_which_picture_a_trait_was_chosen(at):
    where = people.team(9)
    first = people.closed_round(where)
    plans.choose_trait(by=where.leader, unit_id=where.unit, stems_from=first.unit, now=clock.now(), **TRAIT)
    other = TRAIT | {"more_of": "Færre møder", "less_of": ""}
    page = text(at, where.leader, "result", first.unit)
    assert "Valgt 23. november 2026 ud fra dette billede." in page
    plans.choose_trait(by=where.leader, unit_id=where.unit, stems_from=None, now=clock.now(), **other)
    page = text(at, where.leader, "result", first.unit)
    assert page.index("Færre møder") < page.index("Det træk, I valgte dengang") < page.index("Krogsnak")


def test_the_rows_have_what_an_action_plan_of_an_apv_asks_for(at):
    where = people.team(9)
    action = agreed(where, influence="unclear_demands", directed="work", stop_doing="=HYPERLINK(1)")
    plans.follow_up(by=where.amr, action_id=action, seen=1, noticed="yes", effect="Vi spørger mere", outcome="keep",
                    learnt="Kort er nok", next_day=clock.today() + timedelta(weeks=6), now=clock.now())  # fmt: skip
    reply = at(where.tr, "da").get(reverse("plan_csv", args=[where.unit]))
    assert reply["Cache-Control"] == "no-store"
    (row,) = csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig")), delimiter=";")
    assert row == {
        "Enhed": "Hjemmepleje Nord", "Hvad vil vi flytte": "Dialog / Krogsnak", "Handling": "Tavlemøde", "Hvorfor": "",
        "Tegn på, at det lykkes": "Vi spørger hver dag", "Ansvarlig": "Karen", "Følger op sammen med lederen": "",
        "Frist": "2026-11-23", "Opfølgning": "2027-01-04", "Status": "Vi bliver ved",
        "Påvirkning i arbejdsmiljøet": "Uklare krav og modstridende krav i arbejdet",
        "Hvad ændrer vi": "Arbejdet: hvordan det er tilrettelagt, fordelt eller udført",
        "Det holder vi op med": "'=HYPERLINK(1)", "Hvad kom der ud af det": "Vi spørger mere", "Hvad er det næste": "",
        "Hvad har vi lært": "Kort er nok", "Kommer fra": "",
    }  # fmt: skip
    book = at(where.tr, "da").get(reverse("plan_xlsx", args=[where.unit]))
    assert book["Cache-Control"] == "no-store"
    head, cells = python_calamine.load_workbook(io.BytesIO(book.content)).get_sheet_by_index(0).to_python()
    assert dict(zip(head, cells, strict=True)) == row | {
        "Frist": date(2026, 11, 23), "Opfølgning": date(2027, 1, 4), "Det holder vi op med": "=HYPERLINK(1)"
    }  # fmt: skip


def test_ten_actions_with_the_longest_lines_go_on_paper(at):
    where = people.team(9)
    agreed(where)
    trait = Action.objects.get().trait_id
    for number in range(9):
        plans.agree_action(
            by=where.leader, trait_id=trait, what=f"{number} " + "ord " * 124, who="navn " * 39, due=clock.today(),
            follow_up=clock.today(), stop_doing="ord " * 124, now=clock.now(),
        )  # fmt: skip
    reply = at(where.tr, "da").get(reverse("plan_pdf", args=[where.unit]))
    assert reply.content.startswith(b"%PDF")
    assert at(where.tr, "da").get(reverse("plan", args=[where.unit])).status_code == 200


def test_a_calendar_reads_days_kinds_and_links_and_no_word(at):
    where = people.team(9)
    action = agreed(where)
    page = at(where.amr, "da").post(reverse("plan_calendar", args=[where.unit]), {"verb": "make"}).content.decode()
    address = re.search(r'value="(http[^"]+\.ics)"', page)[1]
    assert address not in text(at, where.amr, "plan", where.unit), "shown once"
    path = "/" + address.partition("://")[2].partition("/")[2]
    reply = at().get(path)
    told = reply.content.decode()
    assert reply["Cache-Control"] == "no-store"
    assert reply["Content-Type"] == "text/calendar; charset=utf-8"
    assert told.count("BEGIN:VEVENT") == 3
    assert f"/units/{where.unit}/status" in told, "the trait is looked at with the whole plan"
    assert "DTSTART;VALUE=DATE:20261123" in told
    assert "DTSTART;VALUE=DATE:20270104" in told
    assert f"/actions/{action}" in told
    for word in ("Tavlemøde", "Karen", "Dialog", "Hjemmepleje", "Amir", "havnby"):
        assert word not in told
    assert faults.plain(f"GET {path} 500") == "GET /calendar/… 500", "no log has the address"
    grants.end(by=where.steward, grant_id=Grant.objects.get(user=where.amr, role=Role.AMR).id, now=town.NOW)
    assert at().get(path).status_code == 404, "it dies with the permission"


def test_a_calendar_dies_with_the_account_and_with_a_new_address(at):
    where = people.team(9)
    agreed(where)
    first = plans.make_feed(by=where.tr, unit_id=where.unit, now=clock.now())
    assert at().get(f"/calendar/{first}.ics").status_code == 200
    second = plans.make_feed(by=where.tr, unit_id=where.unit, now=clock.now())
    assert at().get(f"/calendar/{first}.ics").status_code == 404
    User.objects.filter(id=where.tr.id).update(is_active=False)
    assert at().get(f"/calendar/{second}.ics").status_code == 404
    assert at().get("/calendar/.ics").status_code == 404


def test_a_calendar_that_is_fetched_all_the_time_waits(at):
    where = people.team(9)
    agreed(where)
    secret = plans.make_feed(by=where.tr, unit_id=where.unit, now=clock.now())
    replies = [at().get(f"/calendar/{secret}.ics").status_code for _ in range(25)]
    assert replies[:20] == [200] * 20
    assert replies[-1] == 429
    other = plans.make_feed(by=where.amr, unit_id=where.unit, now=clock.now())
    assert at().get(f"/calendar/{other}.ics").status_code == 200


def test_whoever_reads_the_plan_is_led_to_a_result_only_where_it_opens(at):
    where = people.team(9, now=clock.now() - timedelta(weeks=6))
    closed = people.closed_round(where, now=clock.now() - timedelta(weeks=5))
    way = reverse("trait_new", args=[closed.unit])
    assert way in text(at, where.leader, "plan", where.unit)
    grants.grant(
        by=where.steward, organisation_id=where.organisation, email="ny@havnby.test", name="Nina", role=Role.TR,
        unit_id=where.unit, ends=None, now=clock.now(),
    )  # fmt: skip
    new = User.objects.get(email="ny@havnby.test")
    assert way not in text(at, new, "plan", where.unit)
