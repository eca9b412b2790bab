"""Whatever people write, a letter can be built of it, and no line of theirs becomes a header."""

import uuid
from email import message_from_bytes, policy

import pytest
from django.core.mail.message import sanitize_address
from hypothesis import assume, example, given
from hypothesis import strategies as st

from kulturspejl.access.permission import day_of
from kulturspejl.access.to_ask import to_ask, to_ask_about_the_result
from kulturspejl.actions import people as grants
from kulturspejl.actions.letters.message import build, domain
from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.mailbox import mailbox
from kulturspejl.records.models import Round, User
from kulturspejl.values.letters import Somebody
from tests import people
from tests.actions import town

LEADER, AMR = "karen@havnby.test", "amir@havnby.test"

HEADERS = {
    "Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To", "Reply-To", "Date",
    "Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language", "Message-ID",
}  # fmt: skip


def built(**words):
    given_words = {"to": "a@b.dk", "subject": "x", "body": "y", "mark": "z", "language": "da"} | words
    return message_from_bytes(build(**given_words).message().as_bytes(), policy=policy.SMTP)


@pytest.mark.slow
@given(name=st.text(max_size=120), subject=st.text(max_size=80))
@example(name="Line\nBcc: evil@x.dk", subject="Line\r\nBcc: evil@x.dk")
@example(name='"), x <evil@x.dk>, (', subject="=?utf-8?q?=0aBcc:_evil=40x.dk?=")
@example(name="\ud800", subject="\ud800\u2028\u0085")
def test_names_and_subjects_make_no_headers(name, subject):
    made = built(subject=subject, organisation=name, ask=Somebody(name, "ask@b.dk"))
    assert set(made.keys()) == HEADERS
    assert [one.addr_spec for one in made["Reply-To"].addresses] == ["ask@b.dk"]
    assert [one.addr_spec for one in made["To"].addresses] == ["a@b.dk"]


@pytest.mark.parametrize("name", ["=?utf-8?q?=0a?= x", "=?utf-8?q?=0aBcc:_evil=40x.dk?=", "=?x?b?"])
def test_words_that_look_encoded_are_sent_as_they_were_written(name):
    letter = build(
        to="a@b.dk", subject=name, body="y", mark="z", language="da", organisation=name, ask=Somebody(name, "ask@b.dk")
    )
    made = message_from_bytes(letter.message().as_bytes(), policy=policy.SMTP)
    assert (made["Subject"], made["Reply-To"].addresses[0].display_name) == (name, name)
    assert made["From"].addresses[0].display_name == f"Kulturspejl, {name}"
    # What Django asks of the sender when the letter is handed over.
    assert sanitize_address(letter.from_email, "utf-8").endswith("<kulturspejl@localhost>")


def test_somebody_who_cannot_be_answered_stops_no_letter():
    assert "Reply-To" not in built(ask=Somebody("Søren", "søren@ærø.dk"))


@pytest.mark.django_db
def test_nobody_is_told_to_ask_somebody_who_has_been_erased_or_has_left():
    where = people.team(9)
    found = Round(
        organisation_id=where.organisation, root_id=where.unit, requested_by=where.leader, approved_by=where.amr
    )
    today = day_of(town.NOW)
    assert (to_ask(found, today).address, to_ask_about_the_result(found, today).address) == (LEADER, AMR)
    grants.end(by=where.steward, grant_id=where.leader.grants.get().id, now=town.NOW)
    assert to_ask(found, today).address == AMR, "who made it has left, and who let it out has not"
    User.objects.filter(id=where.amr.id).update(is_active=False)
    found = Round(organisation_id=where.organisation, root_id=where.unit, requested_by=where.leader, approved_by=None)
    assert to_ask(found, today).address == "tove@havnby.test", "whoever stands for the unit now"
    grants.end(by=where.steward, grant_id=where.tr.grants.get().id, now=town.NOW)
    assert to_ask_about_the_result(found, today).address == "sanne@havnby.test", "else an administrator"
    erased = User(email="0@erased.invalid", is_active=False)
    nowhere = Round(organisation_id=uuid.uuid4(), root_id=where.unit, requested_by=erased)
    assert to_ask(nowhere, today) is None



def test_a_place_with_letters_of_its_own_is_written_to_and_answered():
    made = built(to="a@ærø.dk", ask=Somebody("Søren", "s@ærø.dk"))
    assert [one.addr_spec for name in ("To", "Reply-To") for one in made[name].addresses] == [
        "a@xn--r-3fa9c.dk", "s@xn--r-3fa9c.dk",
    ]  # fmt: skip


@pytest.mark.slow
@given(st.emails() | st.from_regex(r"[a-zæøå0-9.+=?_-]{1,20}@[a-zæøå0-9-]{1,64}\.dk", fullmatch=True))
@example("a@" + 60 * "ä" + ".dk")
@example("=?utf-8?q?=0a?=@x.dk")
def test_an_address_that_is_taken_in_can_be_written_to(text):
    try:
        address = mailbox(text)
    except Refused:
        assume(False)
    made = built(to=address)
    assert len(made["To"].addresses) == 1
    assert "Bcc" not in made


@pytest.mark.parametrize(
    ("sender", "place"),
    [("kultur@ærø.dk", "xn--r-3fa9c.dk"), ("Kultur <k@x.dk>", "x.dk"), ("kulturspejl@localhost", "kultur.example.dk")],
)
def test_the_id_of_a_letter_ends_in_the_senders_place(settings, sender, place):
    settings.DEFAULT_FROM_EMAIL, settings.KULTURSPEJL_BASE_URL = sender, "https://kultur.example.dk"
    assert domain() == place
    first, again = built(mark="letter 7")["Message-ID"], built(mark="letter 7")["Message-ID"]
    assert first == again
    assert str(first).endswith(f"@{place}>")
    assert built(mark="letter 8")["Message-ID"] != first
