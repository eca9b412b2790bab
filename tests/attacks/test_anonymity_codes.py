"""Codes and vouchers that are forged, replayed, carried elsewhere or handed in late: one person, one answer."""

import base64
import json
import threading
import uuid

import numpy as np
import pytest
from django.db import connection

from kulturspejl.actions import closing, eligibility, responses, rounds, vouchers
from kulturspejl.actions.responses import Dropped
from kulturspejl.core.errors import Conflict, Gone, KulturspejlError, NotThere
from kulturspejl.records.models import RoundUnit
from kulturspejl.vault import keys
from tests import people
from tests.actions import town
from tests.attacks.test_races import counted, together

pytestmark = pytest.mark.django_db(transaction=True)
ANSWER, OTHER = town.profile(4, 2, 2), town.profile(1, 1, 1)


def admit(code, secret=None):
    return eligibility.admit(code=code, blinded=secret or uuid.uuid4().bytes, now=town.NOW)


def submit(voucher, retry_id=None, answers=ANSWER, now=town.NOW):
    return responses.submit(voucher=voucher, retry_id=retry_id or uuid.uuid4(), answers=answers, now=now)


@pytest.fixture
def made():
    made = people.open_round(people.team(9))
    for code in made.codes[:5]:
        town.answer(code, ANSWER)
    return made


def close(made):
    closing.close(round_id=made.id, now=town.NOW, rng=np.random.default_rng(1))
    return counted(made)


def changed(voucher, **parts):
    found = vouchers.read(voucher)
    fields = {"place": found.place, "category": found.category, "serial": found.serial, "mark": found.mark}
    return str(vouchers.Voucher(**(fields | parts)))


def test_a_voucher_with_anything_changed_in_it_is_none(made):
    voucher = admit(made.codes[5])
    other = uuid.UUID(int=7)
    forged = [
        changed(voucher, serial=bytes(16)), changed(voucher, mark=bytes(16)), changed(voucher, category="L"),
        changed(voucher, category="EE"),
    ]  # fmt: skip
    for one in forged:
        with pytest.raises(NotThere):
            submit(one)
    with pytest.raises(Gone):
        submit(changed(voucher, place=other))
    for nonsense in ("", "x", "=" * 40, "Ø" * 69, voucher[:-1], voucher + "AAAA", voucher * 2):
        with pytest.raises(KulturspejlError):
            submit(nonsense)
    assert close(made) == 5


def test_a_voucher_spelt_in_another_way_is_the_same_voucher(made):
    """Base64 has loose ends: signs that mean the same bytes must not make a second answer."""
    voucher = admit(made.codes[5])
    assert submit(voucher) is Dropped.STORED
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    raw = base64.urlsafe_b64decode(voucher + "=" * (-len(voucher) % 4))
    same = [voucher + "=", voucher + "==", f" {voucher}", voucher + "\n", voucher[:10] + "!" + voucher[10:]]
    same += [voucher[:-1] + sign for sign in alphabet]
    same.append(str(vouchers.Voucher(uuid.UUID(bytes=raw[:16]), " E", raw[20:36], raw[36:])))
    for one in same:
        with pytest.raises(KulturspejlError):
            submit(one)
    assert close(made) == 6


def test_a_voucher_of_one_unit_opens_no_box_of_another_and_of_one_round_none_of_the_next():
    where = people.team(9, with_representatives=False)
    first = people.open_round(where)
    old = admit(first.codes[0])
    people.close_with(first, people.ANSWERS[:0])
    from datetime import timedelta

    later = town.NOW + timedelta(weeks=8)
    second = people.open_round(where, now=later)
    with pytest.raises(Gone):
        submit(old, now=later)
    with pytest.raises(NotThere):
        submit(changed(old, place=second.unit), now=later)
    with pytest.raises(KulturspejlError):
        eligibility.admit(code=first.codes[1], blinded=None, now=later)


def test_a_voucher_carried_to_a_neighbour_in_the_same_round_is_refused():
    where = people.team(9, with_representatives=False)
    from kulturspejl.actions import organisations

    syd = organisations.add_unit(
        by=where.steward, organisation_id=where.organisation, name="Syd", parent=where.top, headcount=9, now=town.NOW
    )
    asked = {
        unit: rounds.People([(f"{mark}{number}@havnby.test", "") for number in range(6)])
        for unit, mark in ((where.unit, "n"), (syd, "s"))
    }
    round_id = rounds.create(
        by=where.steward, root=where.top, people=asked, closes_at=town.CLOSES, points=10, preferred="drawn", why="",
        language="da", now=town.NOW,
    )  # fmt: skip
    rounds.release_sending(by=where.steward, round_id=round_id, agreed=True, now=town.NOW)
    voucher = admit(town.long_codes(round_id)[0])
    neighbour = RoundUnit.objects.get(round_id=round_id, unit_id=syd)
    with pytest.raises(NotThere):
        submit(changed(voucher, place=neighbour.id))
    assert submit(voucher) is Dropped.STORED


def test_the_same_id_with_other_numbers_keeps_the_first(made):
    voucher, retry_id = admit(made.codes[5]), uuid.uuid4()
    assert submit(voucher, retry_id) is Dropped.STORED
    assert submit(voucher, retry_id, OTHER) is Dropped.AGAIN
    with pytest.raises(Conflict):
        submit(voucher, uuid.uuid4(), OTHER)
    assert submit(admit(made.codes[6]), retry_id, OTHER) is Dropped.STORED
    assert close(made) == 7


def test_two_devices_race_with_different_answers_and_one_is_told_that_it_did_not_count(made):
    def device(secret, answers):
        def run():
            return submit(admit(made.codes[5], secret), answers=answers)

        return run

    outcomes = together(device(b"a" * 16, ANSWER), device(b"b" * 16, OTHER))
    assert sorted(type(one).__name__ for one in outcomes) == ["Conflict", "Dropped"]
    assert close(made) == 6


def test_link_and_typed_code_of_one_person_are_one(made):
    from kulturspejl.actions.mailing import open_codes
    from kulturspejl.records.models import Invitation

    one = Invitation.objects.filter(round_unit__round_id=made.id).order_by("address", "id")[5]
    long, short = open_codes(made.id, one)
    assert long == made.codes[5]
    town.answer(long, ANSWER)
    for other in (short, short.lower(), f"{short[:4]} {short[4:]}", f" {short[:4]}-{short[4:]} ", long.lower()):
        with pytest.raises(Conflict):
            admit(other)
    assert close(made) == 6


def test_letters_that_look_alike_open_nothing_of_somebody_else(made):
    """O and 0, I, 1 and L stand in no code; typing one of them is a wrong code and never another person's."""
    from kulturspejl.vault import codes

    assert not set(codes.ALPHABET) & set("01ILO")
    for code in made.codes[5:]:
        for wrong in (code.replace(code[0], "0"), code + "A", code[:-1], code.translate({ord(code[0]): "O"})):
            with pytest.raises(NotThere):
                admit(wrong)


def test_before_the_sending_is_released_nothing_lets_in():
    where = people.team(9)
    round_id = people.waiting_round(where)
    unit = RoundUnit.objects.get(round_id=round_id)
    rounds.hold(by=where.amr, round_id=round_id, note_text="", now=town.NOW)
    forged = vouchers.make(b"k" * 32, unit.id, "E", b"e" * 16, b"s" * 16)
    with pytest.raises(Gone):
        submit(str(forged))
    rounds.cancel(by=where.leader, round_id=round_id, now=town.NOW)
    with pytest.raises(Gone):
        submit(str(forged))


def test_a_voucher_made_with_another_key_is_none(made):
    forged = vouchers.make(b"k" * 32, made.unit, "E", b"e" * 16, b"s" * 16)
    assert forged.mark != vouchers.make(keys.get(made.id), made.unit, "E", b"e" * 16, b"s" * 16).mark
    with pytest.raises(NotThere):
        submit(str(forged))


def test_who_comes_in_at_the_moment_when_the_key_goes_is_told_and_not_answered_by_a_fault(made):
    """The key is destroyed before the gates are: somebody may stand between."""
    keys.destroy(made.id)
    with pytest.raises(Gone):
        admit(made.codes[7])


@pytest.mark.parametrize("attempt", range(3))
def test_by_the_pages_own_addresses_an_acknowledged_answer_counts_and_a_refused_one_does_not(at, attempt):
    """Over HTTP, while the leader closes: 201 is counted, everything else is said to be lost."""
    made = people.open_round(people.team(16), mails=16)
    ready = [admit(code) for code in made.codes]
    for voucher in ready[:6]:
        submit(voucher)
    statuses, lock = [], threading.Lock()

    def send(voucher):
        def run():
            body = json.dumps({"voucher": voucher, "id": str(uuid.uuid4()), "answers": ANSWER})
            reply = at(None).post("/answers", body, content_type="application/json")
            with lock:
                statuses.append(reply.status_code)
            connection.close()

        return run

    def by_leader():
        town.close_early(made.town, made.id)
        closing.close(round_id=made.id, now=town.NOW, rng=np.random.default_rng(attempt))

    together(*map(send, ready[6:]), by_leader)
    assert set(statuses) <= {201, 410}
    assert counted(made) == 6 + statuses.count(201)
