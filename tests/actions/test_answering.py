"""From a code to a stored answer: once, and never by a code that is spent."""

import uuid
from datetime import timedelta

import numpy as np
import pytest
from django.db import transaction

from kulturspejl.actions import closing, eligibility, responses
from kulturspejl.actions.ballots import Dropped
from kulturspejl.core.errors import Conflict, Faulty, Gone, NotThere
from kulturspejl.records.ballots import HEAD, Box
from kulturspejl.vault.sealing import held_in
from tests.actions.town import CLOSES, NOW, answer, found_town, long_codes, open_round, profile

pytestmark = pytest.mark.django_db(transaction=True)
WIDTH = 28


def stored() -> int:
    return sum(held_in(box.sealed, HEAD + 2 * WIDTH) for box in Box.objects.all())


def test_it_stores_an_answer_once_however_often_it_is_sent():
    code = long_codes(open_round(found_town(), mails=6))[0]
    voucher = eligibility.admit(code=code, blinded=b"x" * 32, now=NOW)
    retry = uuid.uuid4()
    first = responses.submit(voucher=voucher, retry_id=retry, answers=profile(4, 2, 2), now=NOW)
    second = responses.submit(voucher=voucher, retry_id=retry, answers=profile(4, 2, 2), now=NOW)
    assert (first, second, stored()) == (Dropped.STORED, Dropped.AGAIN, 1)


def test_it_gives_the_same_voucher_for_the_same_request_and_refuses_another():
    code = long_codes(open_round(found_town(), mails=6))[0]
    first = eligibility.admit(code=code, blinded=b"x" * 32, now=NOW)
    assert eligibility.admit(code=code, blinded=b"x" * 32, now=NOW) == first
    with pytest.raises(Conflict):
        eligibility.admit(code=code, blinded=b"y" * 32, now=NOW)


def test_it_refuses_a_second_answer_on_a_used_voucher():
    code = long_codes(open_round(found_town(), mails=6))[0]
    voucher = eligibility.admit(code=code, blinded=b"x" * 32, now=NOW)
    responses.submit(voucher=voucher, retry_id=uuid.uuid4(), answers=profile(4, 2, 2), now=NOW)
    with pytest.raises(Conflict):
        responses.submit(voucher=voucher, retry_id=uuid.uuid4(), answers=profile(1, 1, 1), now=NOW)
    assert stored() == 1


def test_it_refuses_a_voucher_made_up_or_moved_to_another_unit():
    code = long_codes(open_round(found_town(), mails=6))[0]
    voucher = eligibility.admit(code=code, blinded=b"x" * 32, now=NOW)
    forged = voucher[:-6] + ("AAAAAA" if voucher[-6:] != "AAAAAA" else "BBBBBB")
    for wrong in ("", "nonsense", forged):
        with pytest.raises((NotThere, Gone)):
            responses.submit(voucher=wrong, retry_id=uuid.uuid4(), answers=profile(4, 2, 2), now=NOW)
    assert stored() == 0


def test_it_refuses_an_unknown_code():
    open_round(found_town(), mails=6)
    with pytest.raises(NotThere):
        eligibility.admit(code="ABCDEFGH", blinded=None, now=NOW)


def test_whoever_comes_after_the_close_is_told_so_whether_the_code_was_used_or_not():
    """Before, while and after it forgets the codes: the code opens the result, and says nothing else."""
    round_id = open_round(found_town(), mails=6)
    used, unused = long_codes(round_id)[:2]
    eligibility.admit(code=used, blinded=b"x" * 32, now=NOW)
    later = CLOSES + timedelta(seconds=1)
    for _close in range(2):
        for code in (used, unused):
            with pytest.raises(Gone) as caught:
                eligibility.admit(code=code, blinded=b"x" * 32, now=later)
            assert caught.value.text == eligibility.CLOSED
        closing.close(round_id=round_id, now=later, rng=np.random.default_rng(1))


def test_it_takes_no_late_answer():
    code = long_codes(open_round(found_town(), mails=6))[0]
    voucher = eligibility.admit(code=code, blinded=b"x" * 32, now=NOW)
    with pytest.raises(Gone):
        responses.submit(voucher=voucher, retry_id=uuid.uuid4(), answers=profile(4, 2, 2), now=CLOSES)


@pytest.mark.parametrize(
    ("key", "value"), [("now_d1_A", 5), ("now_d3_B", -1), ("wish_A", 21), ("now_d6_D", "mange"), ("extra", 1)]
)
@pytest.mark.slow
def test_it_stores_nothing_of_a_faulty_answer_and_says_where(key, value):
    code = long_codes(open_round(found_town(), mails=6))[0]
    voucher = eligibility.admit(code=code, blinded=b"x" * 32, now=NOW)
    with pytest.raises(Faulty) as caught:
        responses.submit(
            voucher=voucher, retry_id=uuid.uuid4(), answers=profile(4, 2, 2) | {key: value}, now=NOW
        )
    assert caught.value.fields
    assert stored() == 0


def test_it_raises_when_an_answer_is_handed_in_inside_a_transaction():
    code = long_codes(open_round(found_town(), mails=6))[0]
    with transaction.atomic(), pytest.raises(RuntimeError, match="wait for itself"):
        eligibility.admit(code=code, blinded=None, now=NOW)


def test_both_codes_of_a_person_are_one_code():
    from kulturspejl.actions.mailing import open_codes
    from kulturspejl.records.models import Invitation

    round_id = open_round(found_town(), mails=6)
    long, short = open_codes(round_id, Invitation.objects.first())
    answer(long, profile(4, 2, 2))
    with pytest.raises(Conflict):
        eligibility.admit(code=f" {short[:4].lower()}-{short[4:]} ", blinded=b"z" * 32, now=NOW)
