"""One plan for a unit: by trait and by time, where each thing came from, and the stock that is taken of it."""

import csv
import io
import re
from datetime import timedelta

import pytest
import python_calamine
from django.urls import reverse

from kulturspejl.actions import courses, erasing, plans, trio
from kulturspejl.actions import people as grants
from kulturspejl.actions.letters.due import tell_due
from kulturspejl.actions.letters.still import still_holds
from kulturspejl.core.choreography.state import from_json, to_json
from kulturspejl.core.permissions import Role
from kulturspejl.core.plans.status import AFTER, BEFORE
from kulturspejl.core.writing import dates
from kulturspejl.faces.shared import clock
from kulturspejl.readers import plan_files, plan_page, yearly_sheet
from kulturspejl.readers.courses import path
from kulturspejl.readers.overview import _of_units
from kulturspejl.records.models import Action, CourseDay, Letter, PlanStatus, Room, Trait
from kulturspejl.values.ends_of_a_day import start_of
from kulturspejl.values.tree import tree_on
from tests import people
from tests.actions import meetings, stock, town
from tests.actions.courses.made import a_course, days
from tests.faces.leader.test_plan import TRAIT, agreed, text

pytestmark = pytest.mark.django_db(transaction=True)
LATER = town.NOW.date() + timedelta(weeks=12)


def by_time(at, user, where, language="da"):
    return at(user, language).get(reverse("plan", args=[where.unit]) + "?by=time").content.decode()


def typed(action, **other):
    said = {"answer": "everyday", "came": "Hver dag nu", "who": "Tove", "again": LATER.isoformat(), "seen": "1"}
    return {f"{name}.{action}": value for name, value in (said | other).items()}


def test_everything_stands_on_one_line_of_time_and_picture_sentence_and_table_say_the_same(at):
    where = people.team(9)
    people.closed_round(where)
    action = agreed(where)
    meetings.with_minutes(where)
    trio.choose_focus(by=where.tr, unit_id=where.unit, words="Ro i vagtskiftet", now=clock.now())
    plans.follow_up(by=where.amr, action_id=action, seen=1, noticed="yes", effect="Vi spørger", outcome="keep",
                    learnt="Kort er nok", next_day=LATER, now=clock.now())  # fmt: skip
    stock.take(where, traits=[stock.of_trait(Trait.objects.get().id)], line="Vi bliver ved", again=LATER)
    page = by_time(at, where.amr, where)
    assert page.index("Ro i vagtskiftet") < page.index("Efter træk"), "the focus stands on top"
    sentence = (
        "Siden 23. november 2026: 1 måling, 1 træk, 1 handling, 2 opfølgninger og 1 TRIO-møde. Foran jer: 2 "
        "opfølgninger, første gang 15. februar 2027."
    )
    assert page.count(sentence) == 2, "in words, and as the picture's description"
    rows = re.findall(r"<td>(\d+\. \w+ \d+)</td>", page)
    assert len(rows) == 8
    assert page.count("<circle") == 6, "two follow-ups of one day are one dot"
    for said in ("Resultat af en måling", "I valgte et træk", "I aftalte en handling", "I så på den igen",
                 "I gjorde status", "I ser på den igen", "I gør status igen", "Møde i TRIO’en"):  # fmt: skip
        assert said in page
    assert "Since 23 November 2026: 1 round" in by_time(at, where.tr, where, "en")


def test_a_day_that_has_passed_without_it_is_not_told_as_done(at):
    where = people.team(9)
    agreed(where, follow_up=clock.today() + timedelta(days=1))
    Action.objects.update(follow_up=clock.today() - timedelta(days=3))
    page = by_time(at, where.leader, where)
    assert "Det venter på jer: 1 opfølgning, siden 20. november 2026." in page
    assert "I skulle se på den igen" in page


def test_course_days_stand_on_the_line_of_whoever_takes_part_alone(at):
    made = a_course(people="Arbejdsplads;Rolle;Person;Mail\nHjemmepleje Nord;leder;Karen Holm;karen@havnby.test\n")
    where = made.town
    assert by_time(at, where.leader, where).count("Modul 3") == 1
    assert "Modul 3" not in by_time(at, where.amr, where), "nobody reads here that the leader is on a course"


def test_a_course_day_lies_ahead_until_its_room_is_closed_or_its_hours_have_passed():
    made = a_course(people="Arbejdsplads;Rolle;Person;Mail\nHjemmepleje Nord;leder;Karen Holm;karen@havnby.test\n")
    where, day = made.town, made.day("module_3")

    def ahead(hour):
        now = start_of(day.day) + timedelta(hours=hour)
        line = plan_page.for_user(where.leader, where.unit, now=now, by_time=True).line
        assert {one.on for one in (*line.ahead, *line.past)} >= {day.day}, "it stands there once in any case"
        return day.day in {one.on for one in line.ahead}

    assert [ahead(hour) for hour in (0, 8, 15.9, 16, 23.9)] == [True, True, True, False, False]
    room = Room.objects.get(id=courses.open_room(by=made.frida, day_id=day.id, language="da", now=start_of(day.day)))
    assert ahead(14), "a room that is open is no end"
    room.state = to_json(from_json(room.state).next_version(is_over=True))
    room.save(update_fields=["state"])
    assert not ahead(14)


def test_each_thing_says_where_it_came_from(at):
    where = people.team(9)
    made = people.closed_round(where)
    plans.choose_trait(by=where.leader, unit_id=where.unit, stems_from=made.unit, now=clock.now(), **TRAIT)
    page = text(at, where.amr, "plan", where.unit)
    assert "Fra en måling, 23. november 2026" in " ".join(page.split())
    day = {"unit": str(where.unit), "origin": "day", **TRAIT, "more_of": "Ro"}
    assert at(where.amr).post(reverse("trait_choose"), day).status_code == 302
    assert "Fra en kursusdag" in text(at, where.amr, "plan", where.unit)
    plans.send_idea(by=where.tr, unit_id=where.unit, what="Fem minutter", tool="team_dialogue", origin="room",
                    now=clock.now())  # fmt: skip
    assert "Fra vores eget møde" in text(at, where.amr, "action", Action.objects.get().id)
    meeting = meetings.with_minutes(where)
    page = text(at, where.amr, "trio", where.unit)
    assert 'name="day" value="2026-11-23"' in page
    for said in ("2026-11-23", "2026-13-99"):
        at(where.amr).post(reverse("trio_to_plan", args=[where.unit]), {"words": f"Listen {said}", "day": said})
    found = {one.what: (one.origin, one.origin_on) for one in Action.objects.filter(origin="meeting")}
    assert found == {"Listen 2026-11-23": ("meeting", clock.today()), "Listen 2026-13-99": ("meeting", None)}
    trio.delete_meeting(by=where.amr, meeting_id=meeting, now=clock.now())
    listen = Action.objects.get(what="Listen 2026-11-23").id
    assert "Fra et møde i TRIO’en, 23. november 2026" in " ".join(text(at, where.tr, "action", listen).split())
    alone = at(where.tr, "da").get(reverse("trait_choose")).content.decode()
    assert "Nu arbejder I med »Ro«" in alone, "the only unit is chosen, and what would be laid aside is said"
    assert at(where.hr).post(reverse("trait_choose"), day).status_code == 404
    above = people.leader_above(where)
    grants.grant(by=where.steward, organisation_id=where.organisation, email=above.email, name="", role=Role.LEADER,
                 unit_id=where.unit, ends=None, now=town.NOW)  # fmt: skip
    nowhere = at(above, "da").post(reverse("trait_choose"), TRAIT)
    assert nowhere.status_code == 422
    assert "Vælg den enhed, trækket er for." in nowhere.content.decode()
    assert 'value="Dialog"' in nowhere.content.decode()


def test_words_of_a_trait_are_put_right_by_one_and_the_other_loses_nothing(at):
    where = people.team(9)
    agreed(where)
    chosen = Trait.objects.get().id
    address = reverse("trait_change", args=[chosen])
    assert at(where.amr).post(address, TRAIT | {"seen": "1", "more_of": "Amirs ord"}).status_code == 302
    reply = at(where.tr, "da").post(address, TRAIT | {"seen": "1", "more_of": "Toves ord"})
    assert reply.status_code == 409
    page = reply.content.decode()
    assert "Trækket er blevet ændret" in page
    assert "Amirs ord" in page
    assert 'value="Toves ord"' in page
    page = text(at, where.tr, "trait", chosen)
    assert "<s>Dialog</s>" in page
    event = re.search(r'name="event" value="(\d+)"', page)[1]
    assert at(where.tr).post(reverse("trait_undo", args=[chosen]), {"event": event}).status_code == 302
    assert Trait.objects.get().more_of == "Dialog"


def test_stock_is_taken_on_one_page_and_read_printed_and_taken_along(at):
    where = people.team(9)
    action = agreed(where)
    page = text(at, where.tr, "status_new", where.unit)
    assert 'value="Karen"' in page, "whoever has it now stands there"
    assert 'value="2027-05-24"' in page, "the next one in half a year"
    faulty = at(where.tr, "da").post(reverse("status_new", args=[where.unit]), typed(action, came="", learnt="Kort"))
    assert faulty.status_code == 422
    assert "Skriv en linje om, hvad der kom ud af det." in faulty.content.decode()
    assert 'value="Kort"' in faulty.content.decode()
    sent = typed(action, learnt="=Kort") | {"learnt": "Vi taler om det", "line": "Vi bliver ved", "again": "2027-06-01"}
    reply = at(where.tr).post(reverse("status_new", args=[where.unit]), sent)
    made = PlanStatus.objects.get()
    assert reply.url == reverse("plan_stock", args=[made.id])
    for user in (where.leader, where.amr, where.tr):
        page = text(at, user, "plan_stock", made.id)
        assert "Det bliver hverdag" in page
        assert "Skrevet af Tove" in page
    assert text(at, where.leader, "plan", where.unit).count(str(made.id)) == 1
    assert at(where.tr, "da").get(reverse("status_pdf", args=[made.id])).content.startswith(b"%PDF")
    rows = at(where.tr, "da").get(reverse("plan_csv", args=[where.unit])).content.decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(rows), delimiter=";")
    assert (row["Hvad kom der ud af det"], row["Hvad har vi lært"]) == ("Hver dag nu", "'=Kort")
    book = at(where.tr, "da").get(reverse("plan_xlsx", args=[where.unit])).content
    sheets = python_calamine.load_workbook(io.BytesIO(book))
    assert sheets.sheet_names[1:] == ["Tidslinje", "Status"]
    assert sheets.get_sheet_by_index(2).to_python()[1][1:4] == ["Tavlemøde", "Det bliver hverdag", "Hver dag nu"]
    calendar = at(where.tr, "da").get(reverse("plan_ics", args=[where.unit])).content.decode()
    assert "DTSTART;VALUE=DATE:20270601" in calendar


def test_the_team_reads_what_came_of_it_by_card_and_no_line_of_the_whole(at):
    where = people.team(9)
    made = people.closed_round(where)
    action = agreed(where)
    stock.take(where, actions=[stock.of_action(action)], learnt="Kun for os", line="Til teamet")
    page = at(None, "da").get(f"/r/{made.codes[0]}", follow=True).content.decode()
    assert "Hver dag nu" in page
    assert "Fem minutter er nok" in page
    assert "Kun for os" not in page
    assert "Til teamet" not in page
    chosen = Trait.objects.get().id
    later = clock.now() + timedelta(minutes=1)
    stock.take(where, now=later, traits=[stock.of_trait(chosen, "everyday", came="Vi gør det selv nu")])
    page = at(None, "da").get(f"/r/{made.codes[0]}", follow=True).content.decode()
    assert "Vi gør det selv nu" in page, "also of a trait that stems from no result, when it has ended"
    sheet = yearly_sheet.for_user(where.amr, where.unit, now=clock.now())
    assert sheet.learnt == ("Kun for os",)


def test_the_team_reads_what_was_agreed_under_no_trait_once_it_is_agreed(at):
    where = people.team(9)
    made = people.closed_round(where)
    idea = plans.send_idea(by=where.tr, unit_id=where.unit, what="Ro om ruterne", now=clock.now())
    way = f"/r/{made.codes[0]}"
    assert "Ro om ruterne" not in at(None, "da").get(way, follow=True).content.decode()
    plans.change_action(
        by=where.leader, action_id=idea, seen=1, take_in=True, what="Ro om ruterne", who="Ida", due=clock.today(),
        follow_up=clock.today() + timedelta(weeks=6), now=clock.now(),
    )  # fmt: skip
    page = at(None, "da").get(way, follow=True).content.decode()
    assert "Det har vi også aftalt" in page
    assert "Ro om ruterne" in page
    plans.move(by=where.leader, action_id=idea, state="drop", seen=2, line="Nej", now=clock.now())
    assert "Ro om ruterne" not in at(None, "da").get(way, follow=True).content.decode()


def test_two_take_stock_at_once_and_the_second_loses_nothing(at):
    where = people.team(9)
    action = agreed(where)
    address = reverse("status_new", args=[where.unit])
    assert at(where.amr).post(address, typed(action)).status_code == 302
    plans.move(by=where.leader, action_id=action, state="drop", seen=2, line="Nej", now=clock.now())
    reply = at(where.tr, "da").post(address, typed(action, came="Toves ord") | {"learnt": "Toves læring"})
    page = reply.content.decode()
    assert reply.status_code == 409
    assert "Toves ord" in page
    assert "Toves læring" in page
    assert "Det er afsluttet, siden du åbnede siden." in page
    assert PlanStatus.objects.count() == 1
    assert at(where.tr).post(address, {"seen.x": "1"}).status_code == 404
    assert at(where.tr).post(address, {f"seen.{action}": "x"}).status_code == 404


def test_what_was_taken_back_stands_in_the_form_for_a_day(at):
    where = people.team(9)
    made = stock.take(where, actions=[stock.of_action(agreed(where))], learnt="Vi taler om det")
    reply = at(where.leader, "da").post(reverse("status_undo", args=[made]), follow=True)
    page = reply.content.decode()
    assert "Vi taler om det" in page
    assert 'value="Hver dag nu"' in page
    assert re.search(r'value="everyday"[^>]* checked', page)
    assert str(made) not in text(at, where.leader, "plan", where.unit)
    assert "Denne status er fortrudt." in text(at, where.leader, "plan_stock", made)


def test_it_is_asked_for_around_the_courses_day_of_those_who_take_part(at, monkeypatch):
    made = a_course(people="Arbejdsplads;Rolle;Person;Mail\nHjemmepleje Nord;leder;Karen Holm;karen@havnby.test\n")
    where, last = made.town, days()["module_3"].day
    agreed(where, due=last, follow_up=last + timedelta(days=90))
    meetings.a_meeting(where, days=300)
    due = "Det er tid til at gøre status på planen."
    for day, is_due in ((last - BEFORE - timedelta(days=1), False), (last - BEFORE, True)):
        now = town.NOW + (day - town.NOW.date())
        monkeypatch.setattr(clock, "now", lambda now=now: now)
        for name, ids in (("home", ()), ("plan", (where.unit,)), ("trio_meeting", (meeting_of(where),))):
            assert (due in text(at, where.leader, name, *ids)) is is_due
        assert due not in text(at, where.amr, "home"), "who is on no course is asked after half a year"
        view = path.own_course(made.key("Karen"), language="da", now=now, viewer=where.leader)
        assert view.stock == (f"/units/{where.unit}/status" if is_due else "")
        assert path.own_course(made.key("Karen"), language="da", now=now).stock == ""
    again = last + timedelta(days=200)
    status = stock.take(where, by=where.leader, now=now, traits=[stock.of_trait(Trait.objects.get().id)], again=again)
    assert due not in text(at, where.leader, "home")
    assert f"når I gør status: {dates.day(again, 'da')}." in text(at, where.leader, "plan", where.unit), "not module 3"
    page = at(where.leader, "da").get(f"/course/{made.key('Karen')}").content.decode()
    assert f'href="/status/{status}"' in page
    assert "I gjorde status" in page
    assert CourseDay.objects.get(part="module_3").day == last


def meeting_of(where):
    from kulturspejl.records.models import TrioMeeting

    return TrioMeeting.objects.get(unit_id=where.unit).id


def test_whoever_led_it_and_is_erased_is_a_number_and_the_words_stay(at):
    where = people.team(9)
    made = stock.take(where, by=where.tr, actions=[stock.of_action(agreed(where))])
    plans.change_trait(by=where.tr, trait_id=Trait.objects.get().id, seen=1, now=town.NOW,
                       **TRAIT | {"more_of": "Ro"})  # fmt: skip
    words = {"by": where.steward, "organisation_id": where.organisation, "person_id": where.tr.id, "now": town.NOW}
    erasing.take_everything(**words)
    number = erasing.erase(**words, is_known=True)
    page = text(at, where.leader, "plan_stock", made)
    assert f"Skrevet af person {number}" in page
    assert "Tove" not in page.replace("<dd>Tove</dd>", ""), "in the words alone, as somebody wrote them"
    assert f"person {number}" in text(at, where.leader, "trait", Trait.objects.get().id)


def test_a_status_is_counted_as_looked_at_again_and_a_trait_that_is_over_as_none():
    where = people.team(9)
    action, tree = agreed(where), tree_on(where.organisation, clock.today())
    chosen = Trait.objects.get().id
    before = _of_units(tree, clock.today())
    assert (before.looked_at[where.unit], where.unit in before.traits) == (0, True)
    made = stock.take(where, traits=[stock.of_trait(chosen, "everyday")], actions=[stock.of_action(action)])
    after = _of_units(tree, clock.today())
    assert (after.looked_at[where.unit], where.unit in after.traits, after.in_hand[where.unit]) == (1, False, 1)
    plans.undo_stock(by=where.amr, status_id=made, now=clock.now())
    again = _of_units(tree, clock.today())
    assert (again.looked_at[where.unit], where.unit in again.traits) == (0, True)


def test_the_three_get_the_letter_of_the_day_for_the_next_status_and_not_for_one_that_is_superseded():
    where = people.team(9)
    chosen = agreed(where) and Trait.objects.get().id
    day, now = clock.today() + timedelta(days=30), clock.now()
    stock.take(where, traits=[stock.of_trait(chosen)], again=day)
    stock.take(where, traits=[stock.of_trait(chosen)], again=day + timedelta(days=30), now=now + timedelta(hours=1))
    tell_due(now=now + timedelta(days=30))
    assert not Letter.objects.filter(kind="follow_up_today").exists()
    tell_due(now=now + timedelta(days=60))
    assert Letter.objects.filter(kind="follow_up_today", unit_id=where.unit).count() == 3


def test_a_trait_of_which_no_status_has_said_a_day_is_brought_by_letter_and_calendar_when_the_page_says_so(at):
    where = people.team(9)
    trait = plans.choose_trait(
        by=where.leader, unit_id=where.unit, stems_from=None, now=clock.now(), more_of="Vi spørger",
        less_of="Vi gætter", notice="Vi ser det", better_for="Os",
    )  # fmt: skip
    on = clock.today() + AFTER
    said = f"I ser på trækket igen, når I gør status: {dates.day(on, 'da')}."
    assert said in text(at, where.leader, "plan", where.unit)
    calendar = plan_files.days_for_user(where.leader, where.unit, language="da", now=clock.now()).text
    assert f"DTSTART;VALUE=DATE:{on:%Y%m%d}" in calendar
    due = clock.now() + AFTER
    tell_due(now=due - timedelta(days=1))
    assert not Letter.objects.filter(kind="follow_up_today").exists()
    tell_due(now=due)
    tell_due(now=due + timedelta(days=1))
    letters = Letter.objects.filter(kind="follow_up_today", unit_id=where.unit)
    assert letters.count() == 3
    assert all(still_holds(one, due) for one in letters)
    stock.take(where, traits=[stock.of_trait(trait)], now=due + timedelta(days=1))
    assert not any(still_holds(one, due + timedelta(days=1)) for one in letters), "they have done it meanwhile"


def test_a_trait_that_goes_on_says_when_it_is_looked_at_next(at):
    where = people.team(9)
    agreed(where)
    chosen, half_a_year = Trait.objects.get().id, dates.day(clock.today() + AFTER, "da")
    said = f"I ser på trækket igen, når I gør status: {half_a_year}."
    assert said in text(at, where.leader, "plan", where.unit)
    made = stock.take(where, traits=[stock.of_trait(chosen)], again=clock.today() + timedelta(days=30))
    named = dates.day(clock.today() + timedelta(days=30), "da")
    assert text(at, where.leader, "plan_stock", made).count(named) == 2, "of the whole, and beside the trait"
    assert f"når I gør status: {named}." in text(at, where.leader, "trait", chosen)
    plans.undo_stock(by=where.amr, status_id=made, now=clock.now())
    stock.take(where, traits=[stock.of_trait(chosen, "everyday")])
    assert "I ser på trækket igen" not in text(at, where.leader, "trait", chosen)


def test_half_a_year_with_a_trait_asks_without_a_course():
    where = people.team(9)
    agreed(where, follow_up=clock.today() + timedelta(days=300))
    early, late = clock.now() + timedelta(weeks=26, days=-1), clock.now() + timedelta(weeks=26)
    assert not plan_page.for_user(where.amr, where.unit, now=early).is_stock_due
    assert plan_page.for_user(where.amr, where.unit, now=late).is_stock_due


def test_what_was_looked_at_after_its_day_is_not_asked_for_as_late():
    where = people.team(9)
    action = agreed(where)
    late = clock.now() + timedelta(days=10)
    assert [one.id for one in plan_page.for_user(where.amr, where.unit, now=late).late] == [action]
    stock.take(where, now=late, actions=[stock.of_action(action, "goes_on", came="")])
    assert plan_page.for_user(where.amr, where.unit, now=late).late == []
