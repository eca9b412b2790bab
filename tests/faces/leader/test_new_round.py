"""Making a round: in few clicks, with what is wrong told, and nothing typed lost."""

import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kulturspejl.core.workdays import working_days_ahead
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Invitation, Round
from tests import people
from tests.core.tables.workbooks import xlsx

pytestmark = pytest.mark.django_db(transaction=True)
NINE = "\n".join(f"p{number}@havnby.test" for number in range(9))


def filled(client, where, **changes):
    """The form as it stands when nothing but the people has been touched."""
    page = client.get(reverse("round_new", args=[where.unit])).content.decode()
    closes = re.search(r'name="closes_on" value="([^"]+)"', page)
    return {
        "addresses": "", "cards": "", "closes_on": closes[1], "why": "To talk", "language": "da", "preferred": "drawn",
        "points": "10",
    } | changes  # fmt: skip


def post(client, where, step="look", **changes):
    return client.post(
        reverse("round_new", args=[where.unit]), filled(client, where, **changes) | {"step": step}
    )


def test_defaults_need_nothing_but_the_people(at):
    where = people.team(9)
    page = at(where.leader).get(reverse("round_new", args=[where.unit])).content.decode()
    assert f'value="{working_days_ahead(clock.today(), 10).isoformat()}"' in page
    assert "what we want more of" in page or "hvad vi vil have mere af" in page
    assert re.search(r'value="drawn"[^>]*checked', page)
    assert re.search(r'value="10"[^>]*checked', page)


def test_who_will_not_see_it_is_read_before_anything_is_filled_in(at):
    where = people.team(9)
    page = at(where.leader).get(reverse("round_new", args=[where.unit])).content.decode()
    said = "Leaders higher up see your picture only if your leader or representative (AMR, TR) shares it. HR does not"
    assert said in page.split("<details")[0], "in sight, not in a fold"


@pytest.mark.slow
def test_looking_first_tells_what_so_many_can_show_and_makes_nothing(at):
    where = people.team(9)
    page = post(at(where.leader), where, addresses=NINE).content.decode()
    assert "9 of 9 employees" in page
    assert "If all 9 answer" in page
    assert "If fewer than 5 answer" in page
    assert Round.objects.count() == 0


@pytest.mark.slow
def test_a_few_people_are_told_that_there_will_be_a_conversation(at):
    where = people.team(4)
    page = post(at(where.leader), where, cards="4").content.decode()
    assert "Under 5 answers we show no numbers" in page


def test_sending_makes_the_round_and_sends_nothing(at):
    where = people.team(9)
    response = post(at(where.leader), where, step="send", addresses=NINE)
    made = Round.objects.get()
    assert response.status_code == 302
    assert response.url == reverse("round_page", args=[made.id])
    assert (made.state, made.preferred, made.points, made.why) == ("waiting", "drawn", 10, "To talk")
    assert Invitation.objects.count() == 9
    assert not Invitation.objects.exclude(mails_sent=0).exists()


def test_faulty_addresses_are_told_by_line_and_everything_typed_stays(at):
    where = people.team(9)
    typed = "bo@havnby.test\nbent@havnby\nanna@havnby.test"
    page = post(
        at(where.leader), where, step="send", addresses=typed, why="Because of spring"
    ).content.decode()
    assert "Line 2:" in page
    assert "Line 1:" not in page
    assert "Line 3:" not in page
    assert "bent@havnby" in page
    assert "Because of spring" in page
    assert Round.objects.count() == 0


@pytest.mark.slow
def test_outlook_s_list_is_taken_as_it_is_and_what_is_left_aside_is_told_before_it_is_sent(at):
    where = people.team(9)
    typed = 'Til:\n"Hansen, Bo" <bo@havnby.test>; Ane <ane@havnby.test>\nBO@havnby.test\u200b'
    client = at(where.leader)
    page = post(client, where, step="send", addresses=typed).content.decode()
    assert Round.objects.count() == 0, "nobody has seen what is left aside"
    assert "2 of 9 employees" in page
    assert "Line 1: “Til:” has no address" in " ".join(page.split())
    assert "Line 3: bo@havnby.test goes to the same mailbox as line 2" in " ".join(page.split())
    seen = re.search(r'name="seen" value="(\w+)"', page)[1]
    assert post(client, where, step="send", addresses=typed, seen=seen).status_code == 302
    assert sorted(Invitation.objects.values_list("address", flat=True)) == ["ane@havnby.test", "bo@havnby.test"]


@pytest.mark.slow
def test_what_stands_in_the_way_is_told_at_the_preview(at):
    where = people.team(9)
    sign = where.leader.email.replace("@", "\u200b@")
    page = post(at(where.leader), where, addresses=f"{NINE}\n{sign}").content.decode()
    assert "leads the unit" in page
    assert 'value="send"' not in page
    people.waiting_round(where)
    client = at(where.leader)
    assert "already has a round under way" in client.get(reverse("round_new", args=[where.unit])).content.decode()
    assert "already has a round under way" in post(client, where, addresses=NINE).content.decode()


@pytest.mark.slow
def test_a_workbook_s_addresses_come_into_the_field(at):
    where = people.team(9)
    book = xlsx({"Forside": [["Til AMR"]], "Liste": [["Navn", "Mail"], ["Hansen, Bo", "bo@havnby.test"]]})
    page = post(at(where.leader), where, file=SimpleUploadedFile("liste.xlsx", book)).content.decode()
    assert "&quot;Hansen, Bo&quot;\tbo@havnby.test" in page
    assert "1 of 9 employees" in page
    assert "Only “Liste” is read, not “Forside”" in page
    refused = post(at(where.leader), where, file=SimpleUploadedFile("x.xlsx", b"PK\x03\x04 broken")).content.decode()
    assert "The spreadsheet cannot be read" in refused


@pytest.mark.slow
def test_more_than_the_headcount_is_refused_with_a_sentence(at):
    where = people.team(8)
    page = post(at(where.leader), where, step="send", addresses=NINE).content.decode()
    assert "has 8 employees, but 9 are invited" in page
    assert "p8@havnby.test" in page
    assert Round.objects.count() == 0


def test_a_second_round_is_refused_with_a_sentence_and_nothing_is_lost(at):
    where = people.team(9)
    people.waiting_round(where)
    response = post(at(where.leader), where, step="send", addresses=NINE)
    page = response.content.decode()
    assert response.status_code == 422
    assert "already has a round under way" in page
    assert "p3@havnby.test" in page


@pytest.mark.slow
def test_within_six_weeks_it_says_that_they_must_agree(at):
    where = people.team(9)
    people.closed_round(where)
    page = post(at(where.leader), where, addresses=NINE).content.decode()
    assert "Within 6 weeks a representative (AMR or TR) must agree" in page


@pytest.mark.slow
def test_a_file_is_read_in_both_danish_encodings_and_can_be_mended(at):
    where = people.team(9)
    for encoding in ("utf-8-sig", "cp1252"):
        file = SimpleUploadedFile(
            "liste.csv", "Bjørn Ås <b@havnby.test>;en\nikke@adresse\n".encode(encoding)
        )
        page = post(at(where.leader), where, addresses="a@havnby.test", file=file).content.decode()
        assert "a@havnby.test\nBjørn Ås &lt;b@havnby.test&gt;;en" in page
        assert "Line 3:" in page


def test_a_bad_date_is_told_at_the_field(at):
    where = people.team(9)
    response = post(at(where.leader), where, addresses=NINE, closes_on="soon")
    page = response.content.decode()
    assert response.status_code == 422
    assert "p3@havnby.test" in page
    assert 'aria-invalid="true"' in page


def test_too_late_a_date_is_refused_with_a_sentence(at):
    where = people.team(9)
    far = (clock.today() + timedelta(days=120)).isoformat()
    page = post(at(where.leader), where, step="send", addresses=NINE, closes_on=far).content.decode()
    assert "at most three months ahead" in page


def test_the_sentence_follows_the_numbers_while_typing(at):
    where = people.team(9)
    client = at(where.leader)
    fragment = client.post(reverse("round_foresight", args=[where.unit]), {"addresses": NINE, "points": "10"})
    page = fragment.content.decode()
    assert "9 of 9 employees" in page
    assert "<html" not in page


def test_only_the_leader_of_the_unit_and_the_steward_get_the_form(at):
    where = people.team(9)
    address = reverse("round_new", args=[where.unit])
    assert at(where.steward).get(address).status_code == 200
    assert [at(user).get(address).status_code for user in (where.amr, where.tr, where.hr)] == [404, 404, 404]


def test_ten_working_days_pass_over_two_weekends():
    assert working_days_ahead(date(2026, 11, 23), 10) == date(2026, 12, 7)
    assert working_days_ahead(date(2026, 11, 27), 1) == date(2026, 11, 30)
    assert working_days_ahead(date(2026, 12, 23), 1) == date(2026, 12, 28)
    assert working_days_ahead(date(2026, 4, 1), 1) == date(2026, 4, 7)
    assert working_days_ahead(date(2027, 5, 5), 1) == date(2027, 5, 7)
    assert working_days_ahead(date(2027, 5, 14), 1) == date(2027, 5, 18)
    assert working_days_ahead(date(2024, 4, 25), 1) == date(2024, 4, 26)
