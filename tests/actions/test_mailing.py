"""Letters by a real mail server: one bad address stops no other, and a server that is away only delays."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from kulturspejl.actions import mailing, organisations, rounds
from kulturspejl.readers.mail_state import mail_state
from kulturspejl.records.models import Invitation, Round, Stuck
from kulturspejl.records.questions import key_of
from kulturspejl.vault import keys
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def by_the_real_server(settings, mail_server):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = mail_server.host, mail_server.port
    settings.KULTURSPEJL_BASE_URL = "https://kultur.example.dk"


def waiting() -> int:
    return sum(len(mailing.waiting_in(one.id)) for one in Round.objects.all())


def test_everybody_gets_one_letter_with_a_code_of_their_own(mail_server):
    made = people.open_round(people.team(9))
    assert mailing.send_due(now=town.NOW).letters == 9
    assert mailing.send_due(now=town.NOW).letters == 0
    assert len({letter.receivers[0] for letter in mail_server.letters}) == 9
    for code in made.codes:
        assert (
            sum(f"https://kultur.example.dk/r/{code}" in letter.text for letter in mail_server.letters) == 1
        )


def test_an_address_that_is_refused_stops_no_other_and_is_not_tried_for_ever(mail_server):
    people.open_round(people.team(9))
    mail_server.refused.add("person04@havnby.test")
    mailing.send_due(now=town.NOW)
    assert len(mail_server.letters) == 8
    assert waiting() == 0


def test_a_server_that_asks_for_patience_gets_the_letter_later(mail_server, monkeypatch):
    people.open_round(people.team(9))
    real = mail_server.handle_RCPT

    async def patience(*words):
        return "450 try again later" if "person04" in words[3] else await real(*words)

    monkeypatch.setattr(mail_server, "handle_RCPT", patience, raising=False)
    assert mailing.send_due(now=town.NOW).letters == 8
    assert waiting() == 1
    monkeypatch.setattr(mail_server, "handle_RCPT", real, raising=False)
    assert mailing.send_due(now=town.NOW + timedelta(seconds=9)).letters == 0
    assert mailing.send_due(now=town.NOW + timedelta(seconds=10)).letters == 1
    assert len(mail_server.letters) == 9


def test_a_mailbox_that_is_full_for_two_days_is_told_and_one_that_has_a_letter_is_not_given_up(
    mail_server, monkeypatch
):
    made = people.open_round(people.team(9))
    real, full = mail_server.handle_RCPT, ("person04", "person05")

    async def no_room(*words):
        return "452 4.2.2 Mailbox full" if any(name in words[3] for name in full) else await real(*words)

    monkeypatch.setattr(mail_server, "handle_RCPT", no_room, raising=False)
    had_one = Invitation.objects.filter(address__startswith="person05")
    for day in range(2):
        for hour in range(12):
            mailing.send_due(now=town.NOW + timedelta(days=day, hours=hour))
        assert len(mailing.waiting_in(made.id)) == 2
    had_one.update(mails_sent=1)
    Round.objects.update(reminders_sent=1)
    for hour in (0, 1):
        mailing.send_due(now=town.NOW + timedelta(days=2, hours=hour))
    assert [one.address[:8] for one in Invitation.objects.exclude(undeliverable="")] == ["person04"]
    assert mailing.waiting_in(made.id) == [had_one.get().id]


def test_a_letter_that_cannot_be_built_or_crashes_the_connection_stops_no_other(mail_server, monkeypatch):
    """Addresses that an earlier version took in, a line break in a name, and a server that hangs up over one letter."""
    made = people.open_round(people.team(12))
    rows = list(Invitation.objects.filter(round_unit__round_id=made.id).order_by("id"))
    for row, address in zip(rows, ("a@" + 60 * "ä" + ".dk", "=?utf-8?q?=0a?=@x.dk", "hangs@up.test"), strict=False):
        Invitation.objects.filter(id=row.id).update(address=address)
    # Past the ORM, which would put it on one line.
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE records_roundunit SET name = %s WHERE id = %s", ["Line\nBcc: evil@x.test", key_of(made.unit)]
        )
    real = mail_server.handle_RCPT

    async def hang_up(server, session, envelope, address, options):
        if address == "hangs@up.test":
            server.transport.close()
        return await real(server, session, envelope, address, options)

    monkeypatch.setattr(mail_server, "handle_RCPT", hang_up, raising=False)
    assert mailing.send_due(now=town.NOW).letters == 6
    assert sorted({letter.message["Subject"] for letter in mail_server.letters}) == [
        "Hvordan er kulturen i Line Bcc: evil@x…? Dit svar er anonymt"
    ]
    state = mail_state()
    assert (state.refused, state.since) == (2, None)
    assert mailing.waiting_in(made.id) == [rows[2].id]


@pytest.mark.slow
def test_a_round_whose_key_cannot_be_read_stops_no_other_round_and_is_told(mail_server):
    where = people.team(9)
    broken = people.open_round(where, mails=3)
    unit = organisations.add_unit(
        by=where.steward, organisation_id=where.organisation, name="Syd", parent=where.top, headcount=6, now=town.NOW
    )
    addresses = [(f"syd{number}@havnby.test", "") for number in range(6)]
    healthy = rounds.create(
        by=where.steward, root=unit, people={unit: rounds.People(addresses=addresses)}, closes_at=town.CLOSES,
        points=10, preferred="drawn", why="", language="da", now=town.NOW,
    )  # fmt: skip
    rounds.release_sending(by=where.steward, round_id=healthy, agreed=True, now=town.NOW)
    (key,) = (file for file in Path(settings.KULTURSPEJL_KEYS).glob(f"{broken.id}.*") if file.suffix != ".boxes")
    kept = key.read_bytes()
    key.unlink()
    keys.forget()
    assert mailing.send_due(now=town.NOW).letters == 6
    (stuck,) = Stuck.objects.all()
    assert (stuck.job, stuck.about, stuck.fault) == ("letters of a round", str(broken.id), "KeyGone")
    key.write_bytes(kept)
    assert mailing.send_due(now=town.NOW + timedelta(minutes=10)).letters == 3
    assert not Stuck.objects.exists()


@pytest.mark.slow
def test_a_large_round_does_not_come_before_a_small_one(mail_server):
    where = people.team(120)
    people.open_round(where, mails=120)
    unit = organisations.add_unit(
        by=where.steward, organisation_id=where.organisation, name="Syd", parent=where.top, headcount=6, now=town.NOW
    )
    addresses = [(f"syd{number}@havnby.test", "") for number in range(6)]
    small = rounds.create(
        by=where.steward, root=unit, people={unit: rounds.People(addresses=addresses)}, closes_at=town.CLOSES,
        points=10, preferred="drawn", why="", language="da", now=town.NOW,
    )  # fmt: skip
    rounds.release_sending(by=where.steward, round_id=small, agreed=True, now=town.NOW)
    assert mailing.send_due(now=town.NOW, limit=60).letters == 60
    assert sum(letter.receivers[0].startswith("syd") for letter in mail_server.letters) == 6


def test_a_server_that_does_not_know_us_loses_no_letter_and_is_told(mail_server, monkeypatch):
    made = people.open_round(people.team(9))

    async def no_relay(*_words):
        return "554 5.7.1 Relay access denied"

    monkeypatch.setattr(mail_server, "handle_RCPT", no_relay, raising=False)
    assert mailing.send_due(now=town.NOW).letters == 0
    assert len(mailing.waiting_in(made.id)) == 9
    state = mail_state()
    assert (state.since, state.trouble) == (
        town.NOW, "the mail server does not take letters (SMTPRecipientsRefused)",
    )  # fmt: skip


def test_one_place_that_the_server_sends_nothing_to_stops_no_letter_to_others(mail_server, monkeypatch):
    made = people.open_round(people.team(9))
    real = mail_server.handle_RCPT

    async def not_there(*words):
        return "550 5.7.1 Relaying denied" if "person04" in words[3] else await real(*words)

    monkeypatch.setattr(mail_server, "handle_RCPT", not_there, raising=False)
    sent = [mailing.send_due(now=town.NOW + timedelta(seconds=after)).letters for after in (0, 10)]
    assert sum(sent) == 8
    assert mailing.waiting_in(made.id) == []
    assert (mail_state().refused, mail_state().since) == (1, None)


def test_a_server_that_says_later_to_everybody_is_told(mail_server, monkeypatch):
    made = people.open_round(people.team(9))

    async def full(*_words):
        return "452 4.3.1 Insufficient system storage"

    monkeypatch.setattr(mail_server, "handle_RCPT", full, raising=False)
    mailing.send_due(now=town.NOW)
    assert (len(mailing.waiting_in(made.id)), mail_state().since) == (9, town.NOW)
    monkeypatch.undo()
    mailing.send_due(now=town.NOW + timedelta(seconds=10))
    assert (mailing.waiting_in(made.id), mail_state().since) == ([], None)


@pytest.mark.slow
def test_at_night_and_on_a_weekend_the_letters_of_a_round_wait(mail_server, settings):
    settings.KULTURSPEJL_QUIET_HOURS = True
    saturday = datetime(2026, 11, 28, 10, tzinfo=UTC)
    people.open_round(people.team(9, now=saturday), now=saturday)
    assert mailing.send_due(now=saturday).letters == 0
    assert mailing.send_due(now=datetime(2026, 11, 30, 5, 59, tzinfo=UTC)).letters == 0
    assert mailing.send_due(now=datetime(2026, 11, 30, 6, 0, tzinfo=UTC)).letters == 9


def test_without_a_server_all_letters_wait(settings, mail_server):
    people.open_round(people.team(9))
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    assert mailing.send_due(now=town.NOW).letters == 0
    assert waiting() == 9
    settings.EMAIL_PORT = port
    assert mailing.send_due(now=town.NOW + timedelta(seconds=10)).letters == 9
    assert len(mail_server.letters) == 9
