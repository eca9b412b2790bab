"""Everything at the same moment: an answer that was acknowledged counts, and one person counts once."""

import uuid
from collections import Counter

import numpy as np
import pytest

from kulturspejl.actions import closing, eligibility, responses
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.errors import Conflict, Gone, KulturspejlError
from kulturspejl.readers import results
from kulturspejl.readers.doors import find_door
from kulturspejl.records.models import Release
from tests import people
from tests.actions import town
from tests.attacks.racing import together

pytestmark = pytest.mark.django_db(transaction=True)
ANSWER = town.profile(4, 2, 2)


def counted(made) -> int | None:
    released = Released.from_json(Release.objects.get(round_id=made.id).released)
    return released.units[str(made.unit)].n


@pytest.mark.parametrize("attempt", range(5))
def test_an_answer_acknowledged_while_the_round_is_being_closed_is_counted(attempt):
    made = people.open_round(people.team(24), mails=24)
    vouchers = [eligibility.admit(code=code, blinded=uuid.uuid4().bytes, now=town.NOW) for code in made.codes]
    for voucher in vouchers[:6]:
        responses.submit(voucher=voucher, retry_id=uuid.uuid4(), answers=ANSWER, now=town.NOW)

    def send(voucher):
        return lambda: responses.submit(voucher=voucher, retry_id=uuid.uuid4(), answers=ANSWER, now=town.NOW)

    def close():
        return closing.close(round_id=made.id, now=town.NOW, rng=np.random.default_rng(attempt))

    outcomes = together(*map(send, vouchers[6:]), close)
    said = Counter(type(one).__name__ for one in outcomes[:-1])
    assert set(said) <= {"Dropped", "Gone"}, said
    assert counted(made) == 6 + said["Dropped"]


def test_two_phones_with_one_code_make_one_answer():
    made = people.open_round(people.team(9))
    phones = [uuid.uuid4().bytes for _ in range(8)]
    outcomes = together(
        *(
            lambda phone=phone: eligibility.admit(code=made.codes[0], blinded=phone, now=town.NOW)
            for phone in phones
        )
    )
    vouchers = [one for one in outcomes if isinstance(one, str)]
    assert len(vouchers) == 1
    assert sum(isinstance(one, Conflict) for one in outcomes) == 7


def test_one_voucher_handed_in_eight_times_at_once_is_one_answer():
    made = people.open_round(people.team(9))
    for code in made.codes[1:6]:
        town.answer(code, ANSWER)
    voucher = eligibility.admit(code=made.codes[0], blinded=uuid.uuid4().bytes, now=town.NOW)
    outcomes = together(
        *(
            lambda: responses.submit(voucher=voucher, retry_id=uuid.uuid4(), answers=ANSWER, now=town.NOW)
            for _ in range(8)
        )
    )
    assert sum(not isinstance(one, KulturspejlError) for one in outcomes) == 1
    assert sum(isinstance(one, Conflict) for one in outcomes) == 7
    closing.close(round_id=made.id, now=town.NOW, rng=np.random.default_rng(1))
    assert counted(made) == 6


def test_two_who_close_at_once_make_one_release():
    made = people.open_round(people.team(9))
    for code in made.codes[:6]:
        town.answer(code, ANSWER)
    outcomes = together(
        *(
            lambda: closing.close(round_id=made.id, now=town.NOW, rng=np.random.default_rng(1))
            for _ in range(4)
        )
    )
    assert outcomes == [None] * 4, "each of them finds the round closed, and none an error"
    assert Release.objects.filter(round_id=made.id).count() == 1
    assert counted(made) == 6
    assert results.for_card(find_door(made.codes[0]).round_unit_id).picture.n == 6


def test_after_the_close_nothing_opens_a_way_in_again():
    made = people.open_round(people.team(9))
    voucher = eligibility.admit(code=made.codes[8], blinded=uuid.uuid4().bytes, now=town.NOW)
    people.close_with(made, people.ANSWERS[:6])
    with pytest.raises(Gone):
        responses.submit(voucher=voucher, retry_id=uuid.uuid4(), answers=ANSWER, now=town.NOW)
    with pytest.raises(KulturspejlError):
        eligibility.admit(code=made.codes[7], blinded=uuid.uuid4().bytes, now=town.NOW)
    assert counted(made) == 6
