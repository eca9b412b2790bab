"""A round with statements on steps is answered through the same door, closed and released as every round."""

import uuid

import numpy as np
import pytest

from kulturspejl.actions import closing, open_rounds
from kulturspejl.core.disclosure.check import check_certificate
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.errors import Faulty
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers
from kulturspejl.readers.participation import participation_of
from kulturspejl.records.models import Box, Release, Round, RoundState
from kulturspejl.values.the_library import the_library
from tests.actions.town import CLOSES, answer, ask, found_town, long_codes, release

pytestmark = pytest.mark.django_db(transaction=True)


def steps(*chosen: int) -> dict[str, object]:
    return {f"now_{number}": step for number, step in enumerate(chosen, start=1)}


def open_scale(people: int) -> uuid.UUID:
    """As a round of it is stored: the form is the instrument's own."""
    town = found_town()
    round_id = ask(town, mails=people)
    safety = the_library().scales["psychological_safety"]
    Round.objects.filter(id=round_id).update(
        content_id=safety.id, content_version=safety.version, content=safety.to_json(), points=safety.most,
        preferred="none",
    )  # fmt: skip
    release(town, round_id)
    open_rounds.forget_all()
    return round_id


def test_seven_steps_come_in_by_code_and_voucher_and_go_out_as_one_result() -> None:
    round_id = open_scale(8)
    found, device = long_codes(round_id), b"one device, 16 b"
    with pytest.raises(Faulty) as told:
        answer(found[0], steps(1, 2, 3, 4, 5, 6), secret=device)
    assert set(told.value.fields) == {"now_6", "now_7"}
    rows = [[1 + (person + item) % 5 for item in range(7)] for person in range(8)]
    answer(found[0], steps(*rows[0]), secret=device)
    for code, row in zip(found[1:], rows[1:], strict=True):
        answer(code, steps(*row))
    assert set(participation_of(Round.objects.get()).values()) == {"nearly_all"}
    closing.close_due(now=CLOSES)
    assert Round.objects.get().state == RoundState.RELEASED
    assert Box.objects.count() == 0
    released = Released.from_json(Release.objects.get().released)
    assert check_certificate(released) == []
    (picture,) = [one for one in released.units.values() if one.numbers is not None]
    assert isinstance(picture.numbers, ScaleNumbers)
    assert picture.numbers.now.mean == pytest.approx(np.mean(rows))
    assert picture.reading is not None
    assert picture.reading.sentences[0].into("da").startswith("I svarer ")
