"""At each hand-over of a round everybody who is to know gets one short letter, by a real mail server."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from kulturspejl.actions import administrators, closing, people, plans, rounds, telling_near
from kulturspejl.actions.closing import lost
from kulturspejl.actions.letters import due, sending
from kulturspejl.actions.rounds.delete import delete
from kulturspejl.core.letter_choice import MAY_REFUSE
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import Letter, LostBy, Round, RoundUnit, UnitVersion, User
from tests import people as cast

pytestmark = pytest.mark.django_db(transaction=True)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
AMR, TR, LEADER, STEWARD = "amir@havnby.test", "tove@havnby.test", "karen@havnby.test", "sanne@havnby.test"


@pytest.fixture(autouse=True)
def by_the_real_server(settings, mail_server):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = mail_server.host, mail_server.port
    settings.KULTURSPEJL_BASE_URL = "https://kultur.example.dk"
    settings.DEFAULT_FROM_EMAIL = "kultur@example.dk"
    settings.KULTURSPEJL_QUIET_HOURS = True


@pytest.fixture
def post(mail_server):
    """The letters that come at a moment: what is due is told, what waits is sent."""

    def walk(now):
        before = len(mail_server.letters)
        due.tell_due(now=now)
        sending.send_waiting(now=now)
        return mail_server.letters[before:]

    return walk


def at(day, hour=9, minute=0):
    """A moment of November or December 2026 in Denmark; from the 31st on it is December."""
    return datetime(2026, 11, 1, hour, minute, tzinfo=COPENHAGEN) + timedelta(days=day - 1)


def whom(letters):
    return sorted(letter.receivers[0] for letter in letters)


@pytest.mark.slow
def test_who_gets_a_permission_is_told_once_with_where_and_what_to_do(post):
    where = cast.team(9, now=at(23))
    for role in (Role.LEADER, Role.AMR):
        people.grant(
            by=where.steward, organisation_id=where.organisation, email="ny@havnby.test", name="Ny", role=role,
            unit_id=where.top, ends=None, now=at(23),
        )  # fmt: skip
    letters = {letter.receivers[0]: letter for letter in post(at(23))}
    assert list(letters) == ["ny@havnby.test"]
    text = " ".join(letters["ny@havnby.test"].text.split())
    assert "som leder i Hjemmeplejen og AMR (arbejdsmiljørepræsentant) i Hjemmeplejen." in text
    assert "Log ind med ny@havnby.test." in text
    assert "Sanne, sanne@havnby.test" in text
    assert post(at(23)) == []


@pytest.mark.slow
def test_from_the_wish_to_the_result_each_turn_is_told(post):
    where = cast.team(9, now=at(23))
    round_id = cast.waiting_round(where, now=at(23))
    waits = post(at(23))
    assert whom(waits) == [AMR, TR]
    assert f"https://kultur.example.dk/rounds/{round_id}/release" in waits[0].text
    assert "Svar gerne senest 26. november 2026. Målingen lukker 7. december 2026" in waits[0].text
    assert "Karen, karen@havnby.test" in waits[0].text

    rounds.hold(by=where.amr, round_id=round_id, note_text="Vi er lige fyret 3", now=at(24))
    (stopped,) = post(at(24))
    assert (stopped.receivers, stopped.message["Reply-To"]) == ([LEADER], f"Amir <{AMR}>")
    assert "fyret" not in stopped.text
    # What everybody's list of letters says of whom it goes to, as it is seen here.
    assert MAY_REFUSE["stopped"].to.da == "Lederen og den, der bad om målingen"
    rounds.resume(by=where.amr, round_id=round_id, now=at(24))
    rounds.release_sending(by=where.amr, round_id=round_id, agreed=True, now=at(24))
    (opened,) = post(at(24))
    assert opened.receivers == [LEADER]
    (file,) = opened.message.iter_attachments()
    assert file.get_content_type() == "text/calendar"
    assert "DTSTART;VALUE=DATE:20261207" in file.get_content()

    assert post(at(30)) == []
    closing_soon = post(at(34))
    assert whom(closing_soon) == [AMR, LEADER, TR]
    assert {letter.message["Subject"] for letter in closing_soon} == {"Målingen lukker mandag: Hjemmepleje Nord"}
    assert post(at(35, 12)) == []
    closing.close(round_id=round_id, now=at(37, 9), rng=np.random.default_rng(1))
    result = post(at(37, 10))
    assert whom(result) == [AMR, LEADER, TR]
    assert [text.text.count("https://") for text in [*waits, stopped, opened, *closing_soon, *result]] == [1] * 10
    assert post(at(37, 11)) == []


@pytest.mark.slow
def test_a_round_that_is_given_up_is_told_to_those_it_waited_for(post):
    where = cast.team(9, now=at(23))
    unseen, seen = cast.waiting_round(where, now=at(23, 19)), None
    rounds.cancel(by=where.leader, round_id=unseen, now=at(23, 20))
    assert post(at(24)) == [], "nobody has heard of it, and the leader gave it up"
    seen = cast.waiting_round(where, now=at(24))
    post(at(24))
    rounds.cancel(by=where.leader, round_id=seen, now=at(25))
    told = post(at(25))
    assert whom(told) == [AMR, TR]
    assert "Karen har opgivet målingen i Hjemmepleje Nord, før den blev sendt." in told[0].text
    assert post(at(26)) == []


@pytest.mark.slow
def test_an_administrator_who_is_made_at_the_server_is_told_to_the_others(post):
    where = cast.team(9, now=at(23))
    post(at(23))
    for expected in (True, False):
        made = administrators.make(
            by=None, organisation_id=where.organisation, name="Lis", address="lis@havnby.test", now=at(24)
        )
        assert made is expected
    telling_near.take_a_turn(now=at(24))
    (told,) = post(at(24))
    assert told.receivers == [STEWARD]
    assert "Der er ændret noget i Havnby" in told.message["Subject"]


@pytest.mark.slow
def test_a_deleted_result_is_told_to_the_team_whose_it_was(post):
    where = cast.team(9, now=at(2))
    made = cast.closed_round(where, now=at(2))
    post(at(2))
    before = len(post(at(3)))
    delete(by=where.steward, round_id=made.id, now=at(4))
    told = post(at(4))
    assert (before, whom(told)) == (0, [AMR, LEADER, TR])
    assert "Sanne har slettet målingen i Hjemmepleje Nord fra 2. november 2026" in " ".join(told[0].text.split())
    assert told[0].message["Reply-To"] == "Sanne <sanne@havnby.test>"


@pytest.mark.slow
def test_lost_answers_are_told_to_those_who_can_tell_the_others(post):
    where = cast.team(9, now=at(23))
    made = cast.open_round(where, now=at(23))
    post(at(23))
    lost.give_up(round_id=made.id, why=LostBy.KEYS, now=at(24, 6))
    told = post(at(24))
    assert whom(told) == [AMR, LEADER, TR]
    assert f"https://kultur.example.dk/rounds/{made.id}" in told[0].text
    assert post(at(25)) == []
    Round.objects.filter(id=made.id).update(lost_on=at(1).date())
    Letter.objects.filter(kind="answers_lost").delete()
    assert post(at(25)) == [], "an old loss is no news"


@pytest.mark.slow
def test_who_loses_a_permission_is_told_unless_it_was_never_told_or_is_given_back(post):
    where = cast.team(9, now=at(23))

    def given(role, when):
        ny = people.grant(
            by=where.steward, organisation_id=where.organisation, email="ny@havnby.test", name="Ny", role=role,
            unit_id=where.top, ends=None, now=when,
        )  # fmt: skip
        return ny

    def over(role, when):
        grant = User.objects.get(email="ny@havnby.test").grants.get(role=role, ended_at=None)
        people.end(by=where.steward, grant_id=grant.id, now=when)

    def to_ny(when):
        return [one for one in post(when) if one.receivers == ["ny@havnby.test"]]

    given(Role.AMR, at(23, 20))
    over(Role.AMR, at(23, 21))
    assert to_ny(at(24)) == [], "they never heard of it"
    for role in (Role.AMR, Role.TR):
        given(role, at(24))
    assert len(to_ny(at(24))) == 1
    for role in (Role.AMR, Role.TR):
        over(role, at(24, 19))
    (told,) = to_ny(at(25))
    text = " ".join(told.text.split())
    assert "Sanne har ladet din adgang til Kulturspejl som AMR (arbejdsmiljørepræsentant) i Hjemmeplejen og TR" in text
    assert told.message["Reply-To"] == "Sanne <sanne@havnby.test>"
    given(Role.AMR, at(25))
    to_ny(at(25))
    over(Role.AMR, at(25, 19))
    given(Role.AMR, at(25, 20))
    assert [one.message["Subject"] for one in to_ny(at(26))] == ["Du har fået adgang: Hjemmeplejen"]


@pytest.mark.slow
def test_nobody_has_answered_is_said_once(post):
    where = cast.team(9, now=at(23))
    cast.waiting_round(where, now=at(23))
    post(at(23))
    assert post(at(26)) == []
    assert whom(post(at(27))) == [AMR, TR]
    assert post(at(28)) == []
    assert post(at(31)) == []


@pytest.mark.slow
def test_nothing_comes_at_night_nor_on_a_weekend(post):
    where = cast.team(9, now=at(27, 8))
    cast.waiting_round(where, now=at(27, 18))
    for quiet in (at(27, 18), at(28, 10), at(29, 12), at(30, 6, 59)):
        assert post(quiet) == []
    assert whom(post(at(30, 7))) == [AMR, TR]


@pytest.mark.slow
def test_who_has_no_right_any_more_and_what_is_not_true_any_more_is_not_told(post):
    where = cast.team(9, now=at(23))
    round_id = cast.waiting_round(where, now=at(23, 20))
    grant = User.objects.get(email=TR).grants.get()
    people.end(by=where.steward, grant_id=grant.id, now=at(23, 21))
    told = {letter.receivers[0]: letter.message["Subject"] for letter in post(at(24))}
    assert told == {
        AMR: "En måling venter på dig: Hjemmepleje Nord", TR: "Din adgang er hørt op: Hjemmepleje Nord",
    }  # fmt: skip
    rounds.hold(by=where.amr, round_id=round_id, note_text="", now=at(24, 19))
    rounds.resume(by=where.amr, round_id=round_id, now=at(24, 20))
    assert post(at(25)) == []
    assert not Letter.objects.filter(state="waiting").exists()


def test_who_has_two_roles_in_a_unit_gets_one_letter(post):
    where = cast.team(9, now=at(23))
    people.grant(
        by=where.steward, organisation_id=where.organisation, email=AMR, name="", role=Role.TR, unit_id=where.unit,
        ends=None, now=at(23),
    )  # fmt: skip
    post(at(23))
    cast.waiting_round(where, now=at(23))
    assert whom(post(at(23))) == [AMR, TR]


def test_where_nobody_represents_the_administrator_is_asked(post):
    where = cast.team(9, with_representatives=False, now=at(23))
    post(at(23))
    cast.waiting_round(where, now=at(23))
    assert whom(post(at(23))) == [STEWARD]


@pytest.mark.slow
def test_a_follow_up_is_told_on_its_day_to_the_three(post):
    where = cast.team(9, now=at(2))
    made = cast.closed_round(where, now=at(2))
    post(at(2))
    unit = RoundUnit.objects.get(round_id=made.id)
    trait = plans.choose_trait(
        by=where.leader, unit_id=where.unit, stems_from=unit.id, more_of="a", less_of="b", notice="c",
        better_for="d", now=at(3),
    )  # fmt: skip
    for what in ("x", "y"):
        plans.agree_action(
            by=where.leader, trait_id=trait, what=what, who="Karen", due=at(20).date(), follow_up=at(28).date(),
            now=at(3),
        )  # fmt: skip
    post(at(5))
    assert post(at(27)) == []
    assert post(at(28)) == []
    told = post(at(30))
    assert whom(told) == [AMR, LEADER, TR]
    assert "I Hjemmepleje Nord har I aftalt at se på jeres handleplan igen 28. november 2026." in told[0].text
    assert post(at(31)) == []


@pytest.mark.slow
def test_in_a_branch_the_leaders_below_hear_of_it_and_each_gets_one(post):
    where = cast.team(9, now=at(23))
    above = cast.leader_above(where, now=at(23))
    post(at(23))
    round_id = rounds.create(
        by=where.steward, root=where.top, people={where.unit: rounds.People(cards=9)}, closes_at=at(37),
        points=10, preferred="drawn", why="", language="da", now=at(23),
    )  # fmt: skip
    assert whom(post(at(23))) == [STEWARD]
    rounds.release_sending(by=where.steward, round_id=round_id, agreed=True, now=at(24))
    opened = {letter.receivers[0]: letter.message["Subject"] for letter in post(at(24))}
    assert opened == {
        LEADER: "Målingen er åben: Hjemmepleje Nord", AMR: "Målingen er åben: Hjemmepleje Nord",
        TR: "Målingen er åben: Hjemmepleje Nord", above.email: "Målingen er åben: Hjemmeplejen",
    }  # fmt: skip


def test_no_subject_is_longer_than_sixty_signs(post):
    where = cast.team(9, now=at(23))
    UnitVersion.objects.filter(unit_id=where.unit).update(name="Center for " + "tværgående " * 15 + "omsorg")
    cast.waiting_round(where, now=at(23))
    letters = post(at(23))
    assert letters
    assert [letter.message["Subject"] for letter in letters if len(letter.message["Subject"]) > 60] == []
    assert any(letter.message["Subject"].endswith("…") for letter in letters)


def test_a_letter_says_that_it_comes_from_a_machine_and_whom_to_ask(post):
    where = cast.team(9, now=at(23))
    cast.waiting_round(where, now=at(23))
    message = post(at(23))[-1].message
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["X-Auto-Response-Suppress"] == "OOF, AutoReply"
    assert message["Message-ID"].endswith("@example.dk>")
    assert message["From"] == '"Kulturspejl, Havnby Kommune" <kultur@example.dk>'
    assert message["Reply-To"] == "Karen <karen@havnby.test>"


@pytest.mark.slow
def test_the_table_of_letters_says_nothing_of_those_who_are_asked(post):
    where = cast.team(9, now=at(23))
    cast.closed_round(where, now=at(23))
    post(at(23))
    assert {letter.to.email for letter in Letter.objects.all()} <= {AMR, TR, LEADER, STEWARD, "hans@havnby.test"}
    assert not Letter.objects.exclude(values={}).exists()
    assert not Letter.objects.filter(round__isnull=False).exclude(round__in=Round.objects.all()).exists()
