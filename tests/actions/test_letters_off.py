"""Which letters somebody gets: one kind is switched off by itself, by one tap, and no restore brings it back."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from kulturspejl.access.course_access import key_of
from kulturspejl.access.letters_off import off_id, stop_address
from kulturspejl.actions.letters import sending
from kulturspejl.actions.letters.choosing import choose_letter
from kulturspejl.actions.telling import tell
from kulturspejl.cli.archive import load, schema
from kulturspejl.core.errors import Refused
from kulturspejl.core.letter_choice import MAY_REFUSE, OF_ACCOUNTS
from kulturspejl.core.writing.half_said import half_said
from kulturspejl.readers import about_me
from kulturspejl.records.models import CourseLetter, Letter, LetterOff, Membership
from kulturspejl.values.the_library import the_library
from tests import people
from tests.actions import town
from tests.actions.courses.made import FIRST, a_course
from tests.actions.courses.test_letters import walk

pytestmark = pytest.mark.django_db(transaction=True)
KIND = "follow_up_today"
TO_THOSE_WHO_TAKE_PART = ("course_", "before_", "after_module", "after_start", "day_")
TO_WHOEVER_IS_ASKED = {"invitation", "result_open"}


@pytest.fixture
def where():
    return people.team(9)


def told(where, kind=KIND, **also):
    """One letter to leader and AMR, sent; to whom it went."""
    mail.outbox.clear()
    tell(kind, to=[where.leader, where.amr], path="/home", **also)
    sending.send_waiting(now=town.NOW)
    return sorted(one.to[0] for one in mail.outbox)


def test_every_letter_of_the_library_can_be_switched_off_or_says_why_not():
    named = {kind for one in OF_ACCOUNTS for kind in one.kinds} - {"code"}
    others = {one for one in the_library().short_letters if one.startswith(TO_THOSE_WHO_TAKE_PART)}
    assert the_library().short_letters.keys() - others - TO_WHOEVER_IS_ASKED == named
    assert not [one.id for one in OF_ACCOUNTS if one.why and len(one.why.da) < 20]


def test_one_kind_is_off_for_one_person_and_nothing_else_is(where):
    choose_letter(by=where.leader, kind=KIND, is_wanted=False, now=town.NOW)
    assert told(where) == [where.amr.email]
    assert Letter.objects.get(to=where.leader, kind=KIND).state == "unwanted", "it is not told again and again"
    parts = about_me.everything(where.leader, is_own=False, now=town.NOW).parts
    assert not [one for one in parts if KIND in str(one.rows)], "nobody else is told of what"
    assert [one.left_out for one in parts if one.name == "LetterOff"] == [1]
    own = about_me.everything(where.leader, is_own=True, now=town.NOW).parts
    assert [one.rows[0]["kind"] for one in own if one.name == "LetterOff"] == [KIND]
    assert told(where, "links_gone") == sorted([where.leader.email, where.amr.email])
    choose_letter(by=where.leader, kind=KIND, is_wanted=True, now=town.NOW)
    assert told(where) == sorted([where.leader.email, where.amr.email])
    for needed in ("waits_for_you", "account_changed", "code", "before_day", "nothing"):
        with pytest.raises(Refused):
            choose_letter(by=where.leader, kind=needed, is_wanted=False, now=town.NOW)


def test_a_mail_program_stops_it_by_one_post_where_the_way_there_is_safe(where, settings):
    settings.KULTURSPEJL_BASE_URL = "https://kultur.test"
    told(where)
    headers = {one.to[0]: one.extra_headers for one in mail.outbox}[where.leader.email]
    address = headers["List-Unsubscribe"].strip("<>")
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert address == stop_address(where.leader.id, KIND)
    told(where, "waits_for_you")
    assert "List-Unsubscribe" not in mail.outbox[0].extra_headers, "nobody may do without it"
    strict, path = Client(enforce_csrf_checks=True), address.removeprefix("https://kultur.test")
    looked_at = strict.get(path).content.decode()
    assert where.leader.email not in looked_at, "the link may have been passed on"
    assert half_said(where.leader.email) in looked_at
    assert not LetterOff.objects.exists(), "a program that only looks stops nothing"
    assert strict.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert told(where) == [where.amr.email]
    strict.post(path, {"verb": "on"})
    assert len(told(where)) == 2
    other = path.replace(where.leader.id.hex, where.amr.id.hex)
    for wrong in (other, path[:-1] + "?", path.replace(KIND, "waits_for_you"), "/letters/x", "/letters/é-é-é"):
        assert strict.post(wrong).status_code == 404, wrong
    settings.KULTURSPEJL_BASE_URL = "http://kultur.test"
    told(where)
    assert "List-Unsubscribe-Post" not in mail.outbox[0].extra_headers
    assert mail.outbox[0].extra_headers["List-Unsubscribe"].startswith("<http://kultur.test/letters/")


def test_the_account_page_says_who_gets_what_and_why_some_cannot_be_switched_off(where):
    client = Client(headers={"accept-language": "da"})
    client.force_login(where.leader)
    page = client.get("/account/letters/").content.decode()
    for said in ("I følger op i dag", "Leder, AMR og TR i enheden", "Uden dem kan du ikke komme ind."):
        assert said in page
    assert page.count('value="off"') == sum(one.id in MAY_REFUSE for one in OF_ACCOUNTS)
    client.post("/account/letters/", {"kind": KIND, "verb": "off"})
    page = client.get("/account/letters/").content.decode()
    assert page.count('value="on"') == 1
    assert client.post("/account/letters/", {"kind": "code", "verb": "off"}).status_code == 422
    assert told(where) == [where.amr.email]


def test_after_a_restore_what_was_said_last_counts(where):
    leader, amr = where.leader, where.amr
    for by, wanted in ((leader, False), (amr, False), (amr, True)):
        choose_letter(by=by, kind=KIND, is_wanted=wanted, now=town.NOW)
    LetterOff.objects.all().delete()
    LetterOff.objects.create(id=off_id(amr.id, KIND), owner=amr, kind=KIND)
    load._replay(schema.of_store())
    load._replay(schema.of_store())
    assert list(LetterOff.objects.values_list("owner", "kind")) == [(leader.id, KIND)]


def test_whoever_takes_part_in_a_course_switches_off_what_comes_before_the_days_and_still_gets_their_link():
    made = a_course(people="karen@havnby.test\nlars@havnby.test\n")
    karen = Membership.objects.get(address="karen@havnby.test")
    page = f"/course/{key_of(karen.id, karen.key_turn)}"
    client = Client(headers={"accept-language": "da"})
    assert "En uge før hver dag" in client.get(page).content.decode()
    assert 'id="letters" open' not in client.get(page).content.decode()
    back = client.post(page, {"do": "letter_off", "kind": "before_day"})["Location"]
    assert back.endswith("#letters")
    assert 'id="letters" open' in client.get(back).content.decode(), "what was pressed stands where it was pressed"
    assert client.post(page, {"do": "letter_off", "kind": "released"}).status_code == 422
    sent = walk(FIRST, FIRST + timedelta(days=42))
    to_karen = [subject for _day, address, subject in sent if address == "karen@havnby.test"]
    assert [one.partition(":")[0] for one in to_karen] == [
        "Din side i kurset Psykisk arbejdsmiljø 2027", "Efter opstartsworkshoppen", "Efter modul 1",
    ]  # fmt: skip
    assert len([one for one in sent if one[1] == "lars@havnby.test"]) == 5
    assert CourseLetter.objects.filter(state="unwanted").count() == 2
    assert made.held.id

