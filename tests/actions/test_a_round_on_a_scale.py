"""A round with statements on steps is answered through the same door, closed and released as every round."""

from datetime import timedelta

import numpy as np
import pytest

from kulturspejl.actions import closing, rounds
from kulturspejl.core.disclosure.check import check_certificate
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.errors import Faulty, Refused
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers
from kulturspejl.readers import rounds as read
from kulturspejl.readers.participation import participation_of
from kulturspejl.records.models import Box, Release, Round, RoundState
from tests.actions.town import CLOSES, NOW, answer, ask, found_town, long_codes, open_round

pytestmark = pytest.mark.django_db(transaction=True)


SAFETY, LEARNING = "psychological_safety", "learning_scale"


def steps(*chosen: int) -> dict[str, object]:
    return {f"now_{number}": step for number, step in enumerate(chosen, start=1)}


def test_seven_steps_come_in_by_code_and_voucher_and_go_out_as_one_result() -> None:
    round_id = open_round(found_town(), mails=8, instrument=SAFETY)
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
    assert [one.into("da").split()[1] for one in picture.reading.sentences] == ["ser", "svarer"], "thrown blindly"


@pytest.mark.parametrize(
    ("instrument", "form", "questions", "minutes", "about"),
    [
        (SAFETY, (5, "none"), "7 spørgsmål", "omkring 2 minutter", "trygheden"),
        (LEARNING, (10, "goal"), "2 spørgsmål", "omkring 1 minut", "læringen"),
    ],
)
def test_its_form_is_its_own_and_the_letter_says_what_and_how_long(instrument, form, questions, minutes, about):
    town = found_town()
    round_id = ask(town, mails=8, instrument=instrument)
    made = Round.objects.get()
    assert ((made.points, made.preferred), made.content_id) == (form, instrument)
    letter = read.page(town.amr, round_id, now=NOW).letters["da"]
    assert letter.subject.startswith(f"Hvordan er {about} i Hjemmepleje")
    assert len(letter.subject) <= 60
    assert f"Der er {questions}, og det tager {minutes} på telefonen." in letter.body
    assert f"hvordan I oplever {about} hos jer" in letter.body
    assert "kultur" not in letter.body.replace("kulturspejl", "")


@pytest.mark.parametrize(
    ("instrument", "said"),
    [
        (SAFETY, "Hvor forskelligt I svarer, bliver sagt med ét groft ord, og først fra 8 svar med tal."),
        (LEARNING, "Hvor forskelligt I svarer, bliver først sagt fra 8 svar."),
    ],
)
def test_the_rules_say_what_is_told_of_a_scale(instrument: str, said: str) -> None:
    town = found_town()
    rules = read.page(town.amr, ask(town, mails=8, instrument=instrument), now=NOW).rules
    assert said in " ".join(one.da for one in rules.sentences)


def test_a_team_that_was_asked_lately_about_something_else_is_asked_again_only_if_a_representative_agrees() -> None:
    """At most one round a team in six weeks, whatever it asks."""
    town = found_town()
    open_round(town, mails=8, instrument=SAFETY)
    closing.close_due(now=CLOSES)
    later = CLOSES + timedelta(days=1)
    round_id = ask(town, mails=8, now=later)
    assert Round.objects.get(id=round_id).needs_agreement
    with pytest.raises(Refused):
        rounds.release_sending(by=town.amr, round_id=round_id, agreed=False, now=later)


def test_what_the_library_does_not_have_makes_no_round() -> None:
    with pytest.raises(Refused, match="Choose what to ask about"):
        ask(found_town(), mails=8, instrument="horoscope")
