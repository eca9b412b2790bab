"""Whatever people write, a letter can be built of it, and no line of theirs becomes a header."""

from email import message_from_bytes, policy

import pytest
from django.core.mail.message import sanitize_address
from hypothesis import assume, example, given
from hypothesis import strategies as st

from kulturspejl.actions.letters.message import build, domain
from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.mailbox import mailbox
from kulturspejl.records.models import Round, User
from kulturspejl.values.letters import Somebody, whom_to_ask, whom_to_ask_about_the_result

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


def test_nobody_is_told_to_ask_somebody_who_has_been_erased():
    erased, there = User(email="0@erased.invalid", is_active=False), User(email="amr@havnby.test")
    for found in (Round(requested_by=erased, approved_by=there), Round(requested_by=there, approved_by=erased)):
        assert str(whom_to_ask(found)) == "amr@havnby.test"
        assert str(whom_to_ask_about_the_result(found)) == "amr@havnby.test"
    assert whom_to_ask(Round(requested_by=erased)) is None


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
