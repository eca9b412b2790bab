"""The page of a list: asked, looked at, taken in once, taken back; and what is handed out comes back unchanged."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kulturspejl.actions import organisations
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Grant, Unit, UnitList
from kulturspejl.values.known_units import known_units
from tests import people
from tests.pages import tight

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
FIRST = "unit_id;parent_id;name;headcount\n9001;;Teknik og Miljø;8\n9002;9001;Vejen;7\n9003;9001;Parken;9\n"
SECOND = "unit_id;parent_id;name;headcount\n9001;;Teknik og Miljø;8\n9003;9001;Park og Natur;11\n9004;9003;Drift;\n"


def words(page):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def looked(browser, rows, url="unit_table"):
    """The page of the difference, and where it is."""
    answer = browser.post(reverse(url), {"rows": rows}, follow=True)
    return answer.content.decode(), answer.redirect_chain[-1][0] if answer.redirect_chain else ""


def press(browser, address, page, **typed):
    hidden = dict(re.findall(r'name="(form_id|seen)" value="([^"]+)"', page))
    return browser.post(address, {**hidden, **typed}, follow=True)


def take(browser, rows, **typed):
    page, address = looked(browser, rows)
    return press(browser, address, page, step="take", **typed)


def here(where):
    return {one.name: one for one in known_units(where.organisation, clock.today()) if not one.is_closed}


def test_next_months_file_is_shown_from_what_to_what_and_taken_in(at):
    where = people.team(9)
    steward = at(where.steward, "da")
    assert "3 nye enheder" in words(take(steward, FIRST).content.decode())
    page, address = looked(steward, SECOND)
    told = words(page)
    for sentence in (
        "1 ny enhed", "1 får nyt navn", "1 er som før", "Navn: Parken → Park og Natur", "Medarbejdere: 9 → 11",
        "På 1 linje mangler antallet af medarbejdere", "Nedlæg Vejen", "Nedlæg Hjemmeplejen og den under den",
    ):  # fmt: skip
        assert sentence in told, sentence
    assert "Park og Natur" not in here(where), "nothing is taken in yet"
    vejen = here(where)["Vejen"].id
    press(steward, address, page, step="take", close=str(vejen))
    assert here(where).keys() == {"Hjemmeplejen", "Hjemmepleje Nord", "Teknik og Miljø", "Park og Natur", "Drift"}
    again = press(steward, address, page, step="take", close=str(vejen))
    assert again.status_code == 200, "the same press again lands where the first did"
    assert Unit.objects.count() == 6


def test_another_has_changed_it_meanwhile_and_the_page_shows_how_it_is_now(at):
    where = people.team(9)
    steward = at(where.steward, "da")
    take(steward, FIRST)
    page, address = looked(steward, SECOND)
    organisations.change_unit(
        by=where.steward, unit_id=here(where)["Parken"].id, name="Park", parent=None, headcount=9, now=clock.now()
    )
    refused = press(steward, address, page, step="take", close=str(here(where)["Vejen"].id))
    told = refused.content.decode()
    assert refused.status_code == 409
    assert "Organisationen er ændret" in told
    assert "Navn: Park → Park og Natur" in words(told)
    assert "checked" in told, "what was ticked is still ticked"
    assert "Drift" not in here(where)


def test_whoever_goes_back_to_a_list_that_is_taken_in_is_shown_what_became_of_it(at):
    where = people.team(9)
    steward = at(where.steward, "da")
    page, address = looked(steward, FIRST)
    press(steward, address, page, step="take")
    back = steward.get(address, follow=True)
    assert back.redirect_chain == [(reverse("organisation"), 302)]
    assert "indlæste en liste" in words(back.content.decode())
    assert at(where.leader, "da").get(address).status_code == 404


def test_what_is_open_is_asked_before_there_is_anything_to_take(at):
    where = people.team(9)
    steward = at(where.steward, "da")
    take(steward, FIRST)
    page, address = looked(steward, FIRST.replace("9002", "7002").replace("9003", "7003"))
    assert "Alle 2 med et andet id end før" in words(page)
    assert 'value="take"' not in page
    page = press(steward, address, page, step="answer", **{"all-renumbered": "first"}).content.decode()
    assert "2 får jeres eget id" in words(page)
    press(steward, address, page, step="take")
    assert here(where)["Vejen"].own_id == "7002"


def test_a_fault_is_told_with_its_line_and_nothing_is_kept(at):
    where = people.team(9)
    answer = at(where.steward, "da").post(reverse("unit_table"), {"rows": FIRST.replace(";7\n", ";mange\n")})
    assert answer.status_code == 422
    assert "Linje 3: »mange« er ikke et antal" in words(answer.content.decode())
    assert UnitList.objects.count() == 0
    page, _ = looked(at(where.steward, "da"), FIRST.replace(";9001;", ";8999;"))
    assert "Linje 3: Ingen enhed har id eller navn »8999«" in words(page)


def test_a_heading_that_is_nearly_right_is_understood(at):
    where = people.team(9)
    rows = '"id","parentId","name","headcount"\n"A2CF","","Koncern",5\n"B85E","A2CF","Digital",6\n'
    page, _ = looked(at(where.steward, "da"), rows)
    assert re.search(r'depth-1[^>]*">Digital', tight(page)), "it stands under Koncern"


@pytest.mark.parametrize("name", ["+Plus-teamet", "@home", "=1+1", "-5", "Børn, Unge og Kultur", 'Team "Nord"; Syd'])
def test_what_is_handed_out_opens_in_columns_and_untouched_changes_nothing(at, name):
    where = people.team(9)
    steward = at(where.steward, "da")
    take(steward, FIRST)
    steward.post(reverse("unit_new"), {"name": name, "parent": str(where.top), "headcount": "4", "external_id": "0012"})
    file = steward.get(reverse("unit_download")).content
    assert file.startswith("\ufeffunit_id;parent_id;name;headcount\r\n".encode())
    assert b"\r\n9002;9001;Vejen;7\r\n" in file
    assert b"0012" not in file, "a spreadsheet would make 12 of it"
    assert not re.search(rb'(^|;)"?[=+@-]', file, re.MULTILINE), "no cell that would be a formula"
    answer = steward.post(reverse("unit_table"), {"file": SimpleUploadedFile("enheder.csv", file)}, follow=True)
    told = words(answer.content.decode())
    assert "Listen ændrer intet" in told
    assert "6 er som før" in told
    given = steward.get(reverse("people_download")).content
    assert b"\r\nKaren;karen@havnby.test;leder;" in given
    answer = steward.post(reverse("people_table"), {"file": SimpleUploadedFile("folk.csv", given)}, follow=True)
    told = words(answer.content.decode())
    assert "Listen ændrer intet" in told
    assert "5 rettigheder er givet i forvejen" in told


def test_people_are_given_and_ended_by_a_list_where_they_are_ticked(at):
    where = people.team(9)
    steward = at(where.steward, "da")
    page, address = looked(steward, "Mail;Rolle;Enhed\nny@havnby.test;leder;Hjemmepleje Nord\n", "people_table")
    told = words(page)
    assert "ny@havnby.test: leder, Hjemmepleje Nord" in told
    assert "Fjern for Karen leder, Hjemmepleje Nord" in told
    karen = Grant.objects.get(user__name="Karen")
    press(steward, address, page, step="take", end=str(karen.id))
    karen.refresh_from_db()
    assert karen.ended_at is not None
    assert Grant.objects.filter(user__email="ny@havnby.test", role="leader", unit=where.unit).exists()


def test_a_list_is_taken_back_from_the_page_of_units(at):
    where = people.team(9)
    steward = at(where.steward, "da")
    page = take(steward, FIRST).content.decode()
    assert "Sanne indlæste en liste" in words(page)
    undo = reverse("unit_list_undo", args=[UnitList.objects.get().id])
    assert undo in page
    own = re.search(undo + r'">.*?name="form_id" value="([^"]+)"', page, re.DOTALL)[1]
    told = words(steward.post(undo, {"form_id": own}, follow=True).content.decode())
    assert "Listen er fortrudt" in told
    assert here(where).keys() == {"Hjemmeplejen", "Hjemmepleje Nord"}
    assert steward.post(undo, {"form_id": own}).status_code == 302
    assert undo not in steward.get(reverse("organisation")).content.decode()
