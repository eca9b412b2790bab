"""Letters that the mail server refused: told once a day, put right by those who see the list, still one vote each."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist

from kulturspejl.actions import eligibility, mailing, rounds
from kulturspejl.actions.letters import refusals, sending
from kulturspejl.core.errors import Conflict, NotThere, Refused
from kulturspejl.readers import cards, refused_letters
from kulturspejl.readers import rounds as reader
from kulturspejl.records.models import AuditEntry, Door, Gate, Invitation, Letter, Round
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)
WRONG = "person04@havnby.test"
RIGHT = "rigtig@havnby.test"
SECRET = b"a secret of sixteen bytes"


@pytest.fixture(autouse=True)
def by_the_real_server(settings, mail_server):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = mail_server.host, mail_server.port
    settings.KULTURSPEJL_BASE_URL = "https://kultur.example.dk"
    mail_server.refused.add(WRONG)


@pytest.fixture
def made():
    """A round whose letters have been sent; one address was refused."""
    found = people.open_round(people.team(9))
    mailing.send_due(now=town.NOW)
    return found


def refused(made) -> Invitation:
    return Invitation.objects.get(undeliverable="refused")


def mend(made, address=RIGHT, by=None, now=town.NOW):
    rounds.mend_address(
        by=by or made.town.amr, round_id=made.id, invitation=refused(made).id, address=address, now=now
    )


def code_in(letter) -> str:
    return letter.text.split("https://kultur.example.dk/r/")[1].split()[0]


@pytest.mark.slow
def test_those_who_see_the_list_are_told_how_many_and_which_and_the_leader_is_not(made):
    found = refused_letters.refused_letters(made.town.tr, made.id, now=town.NOW)
    assert [(one.address, one.unit_name) for one in found.letters] == [(WRONG, "Hjemmepleje Nord")]
    for who in (made.town.leader, made.town.steward, made.town.hr):
        with pytest.raises(NotThere):
            refused_letters.refused_letters(who, made.id, now=town.NOW)
    page = reader.page(made.town.leader, made.id, now=town.NOW)
    assert (page.refused, page.some_refused) == (None, True)
    assert reader.page(made.town.amr, made.id, now=town.NOW).refused == 1


@pytest.mark.slow
def test_where_there_is_no_representative_the_administrator_is_told():
    made = people.open_round(people.team(9, with_representatives=False))
    mailing.send_due(now=town.NOW)
    refusals.tell_of_new(now=town.NOW)
    assert [letter.to for letter in Letter.objects.filter(kind="letters_refused")] == [made.town.steward]
    assert refused_letters.refused_letters(made.town.steward, made.id, now=town.NOW).letters


def test_one_letter_a_day_tells_of_them_with_no_address_in_it(made, mail_server):
    for _turn in range(3):
        refusals.tell_of_new(now=town.NOW)
    sending.send_waiting(now=town.NOW)
    told = [letter for letter in mail_server.letters if "ikke kom frem" in letter.message["Subject"]]
    assert {letter.receivers[0] for letter in told} == {"amir@havnby.test", "tove@havnby.test"}
    assert len(told) == 2
    assert "1 brev" in told[0].text
    assert f"/rounds/{made.id}/letters" in told[0].text
    assert WRONG not in told[0].text


@pytest.mark.slow
def test_what_was_seen_to_before_the_letter_went_is_not_told(made, mail_server):
    refusals.tell_of_new(now=town.NOW)
    mend(made)
    sending.send_waiting(now=town.NOW)
    assert not [letter for letter in mail_server.letters if "ikke kom frem" in letter.message["Subject"]]


def test_a_mended_letter_arrives_with_a_new_code_and_the_old_one_is_dead(made, mail_server):
    mend(made)
    assert mailing.send_due(now=town.NOW).letters == 1
    letter = mail_server.letters[-1]
    assert letter.receivers == [RIGHT]
    assert "Påmindelse" not in letter.message["Subject"]
    assert town.answer(code_in(letter), town.profile(4, 2, 2))
    with pytest.raises(NotThere):
        eligibility.admit(code=made.codes[4], blinded=SECRET, now=town.NOW)
    assert Door.objects.count() == 18
    assert not refused_letters.refused_letters(made.town.amr, made.id, now=town.NOW).letters


@pytest.mark.slow
def test_whoever_had_answered_with_the_old_code_has_no_second_vote_and_nobody_is_told(made, mail_server):
    """First letter taken, the reminder refused: the gate has the entry as spent, and the mending does not look."""
    mail_server.refused.clear()
    Invitation.objects.update(undeliverable="")
    mailing.send_due(now=town.NOW)
    town.answer(made.codes[4], town.profile(4, 2, 2))
    rounds.remind(by=made.town.leader, round_id=made.id, now=town.NOW + timedelta(days=4))
    mail_server.refused.update({WRONG, "person05@havnby.test"})
    mailing.send_due(now=town.NOW)
    gate, pages = bytes(Gate.objects.get().sealed), []
    for address in (WRONG, "person05@havnby.test"):
        one = Invitation.objects.get(address=address)
        rounds.mend_address(
            by=made.town.amr, round_id=made.id, invitation=one.id, address=f"ny.{address}", now=town.NOW
        )
        pages.append(refused_letters.refused_letters(made.town.amr, made.id, now=town.NOW).letters)
    assert bytes(Gate.objects.get().sealed) == gate, "mending neither reads nor writes who has answered"
    assert [len(one) for one in pages] == [1, 0]
    mailing.send_due(now=town.NOW)
    codes = {letter.receivers[0]: code_in(letter) for letter in mail_server.letters[-2:]}
    with pytest.raises(Conflict):
        eligibility.admit(code=codes[f"ny.{WRONG}"], blinded=SECRET, now=town.NOW)
    assert eligibility.admit(code=codes["ny.person05@havnby.test"], blinded=SECRET, now=town.NOW)


@pytest.mark.slow
def test_a_card_instead_is_printed_by_itself_and_changes_no_number_that_the_leader_sees(made):
    before = reader.page(made.town.leader, made.id, now=town.NOW)
    rounds.card_instead(by=made.town.tr, round_id=made.id, invitation=refused(made).id, now=town.NOW)
    found = refused_letters.refused_letters(made.town.amr, made.id, now=town.NOW)
    (card,) = found.cards
    sheet = cards.own_card(made.town.amr, made.id, card.invitation, now=town.NOW)
    ((long, short),) = sheet.cards
    assert eligibility.admit(code=short, blinded=SECRET, now=town.NOW)
    assert eligibility.admit(code=long, blinded=SECRET, now=town.NOW)
    assert cards.own_card(made.town.amr, made.id, card.invitation, now=town.NOW) == sheet
    with pytest.raises(NotThere):
        cards.own_card(made.town.leader, made.id, card.invitation, now=town.NOW)
    after = reader.page(made.town.leader, made.id, now=town.NOW)
    assert (after.cards, after.invited, after.units) == (before.cards, before.invited, before.units)


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("karen@havnby.test", "leder Hjemmepleje Nord"),
        ("Karen+svar@havnby.test", "leder Hjemmepleje Nord"),
        ("PERSON03@havnby.test", "i forvejen"),
        ("person03+ny@havnby.test", "i forvejen"),
        ("ikke en adresse", "mailadresse"),
        ("a@havnby.test, b@havnby.test", "én mailadresse"),
        ("", "én mailadresse"),
    ],
)
def test_the_rules_of_the_list_hold_for_the_new_address(made, address, word):
    with pytest.raises(Refused) as said:
        mend(made, address)
    assert word in said.value.text.da
    assert refused(made).address == WRONG


def test_only_a_refused_letter_is_exchanged_and_only_by_those_who_see_the_list(made):
    fine = Invitation.objects.filter(undeliverable="").first()
    with pytest.raises(Conflict):
        rounds.mend_address(by=made.town.amr, round_id=made.id, invitation=fine.id, address=RIGHT, now=town.NOW)
    for who in (made.town.leader, made.town.steward, made.town.hr):
        with pytest.raises(NotThere):
            mend(made, by=who)
    with pytest.raises(ObjectDoesNotExist):
        Invitation.objects.get(address=RIGHT)


def test_it_is_on_record_without_the_address(made):
    mend(made)
    entry = AuditEntry.objects.get(verb="round.mend_address")
    assert (entry.actor, entry.about) == (made.town.amr, str(made.id))
    assert RIGHT not in repr(list(AuditEntry.objects.values()))


def test_after_the_close_there_is_nothing_to_put_right(made):
    Round.objects.update(closes_at=town.NOW)
    with pytest.raises(NotThere):
        refused_letters.refused_letters(made.town.amr, made.id, now=town.NOW)
