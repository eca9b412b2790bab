"""A round on steps as Django serves it: what the page says, what is missing, what stays chosen, what is stored."""

import re

import pytest
from django.test import Client

from kulturspejl.actions.mailing import open_codes
from kulturspejl.records.ballots import HEAD, Box
from kulturspejl.records.models import Invitation
from kulturspejl.vault.sealing import held_in
from tests.actions.town import found_town, open_round
from tests.faces.respondent.test_answer_page import body, hidden, page

SAFETY, LEARNING = "psychological_safety", "learning_scale"


@pytest.fixture
def codes(transactional_db: None):
    def of(instrument: str) -> list[str]:
        round_id = open_round(found_town(), mails=9, instrument=instrument)
        return [open_codes(round_id, one)[0] for one in Invitation.objects.filter(round_unit__round_id=round_id)]

    return of


def stored(width: int) -> int:
    return sum(held_in(box.sealed, HEAD + 2 * width) for box in Box.objects.all())


def send(code: str, fields: dict[str, str], language: str = "da"):
    asked = body(page(code))
    return Client(headers={"accept-language": language}).post(f"/r/{code}", fields | hidden(asked))


def test_it_says_what_is_asked_and_shows_a_made_up_result(codes):
    text = body(page(codes(SAFETY)[0]))
    for said in (
        "Psykologisk tryghed.", "7 udsagn, som hver får et tal fra 1 til 5.", "Omkring 2 minutter", "Sendt til 9 i",
        "Inspireret af Amy C. Edmondsons forskning", "med ét groft ord, og først fra 8 svar med tal",
    ):  # fmt: skip
        assert said in text, said
    assert len(re.findall(r'<section class="screen" id="now_\d"', text)) == 7
    assert len(re.findall(r'<input type="radio" name="now_1"', text)) == 5
    assert "3,0 på en skala fra 1 til 5" in text, "and in the example no statement lies above another"
    assert "ledelsen" not in text.split("<h2>Hvem ser hvad")[0], "it is about the team"


def test_the_learning_scale_has_its_four_anchors_and_a_goal(codes):
    text = body(page(codes(LEARNING)[0]))
    for period in ("now", "goal"):
        screen = re.search(rf'<section class="screen" id="{period}_1".*?</section>', text, re.S)[0]
        steps = re.findall(r"<strong>(\d+)</strong> ([^<\n]*)", screen)
        assert [(int(value), label) for value, label in steps if label.strip()] == [
            (1, "Lukket"), (4, "Hver for sig"), (7, "Venlig, men forsigtig"), (10, "Lærende fællesskab"),
        ]  # fmt: skip
    assert "Hvor vil du gerne have jer hen?" in text
    assert "Omkring 1 minut." in text


def test_a_form_that_lacks_something_says_what_and_keeps_the_rest(codes):
    code = codes(SAFETY)[0]
    chosen = {f"now_{number}": "4" for number in (1, 2, 3, 5, 6)} | {"now_7": "9"}
    answer = send(code, chosen)
    text = body(answer)
    assert answer.status_code == 422
    assert "Vælg et trin ved udsagn 4." in text
    assert "Vælg et trin fra 1 til 5 ved udsagn 7." in text
    assert '<a href="#now_4">' in text
    assert len(re.findall(r'value="4" checked', text)) == 5
    assert stored(7) == 0


def test_a_whole_form_is_stored_once_and_shown_to_its_owner_alone(codes):
    code = codes(SAFETY)[0]
    answer = send(code, {f"now_{number}": str(1 + number % 5) for number in range(1, 8)})
    assert answer.status_code == 200
    assert "Sendt. Alt er på plads." in body(answer)
    said = " ".join(body(answer).split())
    assert re.search('Vi får talt om det[^<]*<br> Du valgte <strong data-own="now_2">3</strong> <span[^>]*>af 5<', said)
    assert "Dit eget billede" not in body(answer)
    assert stored(7) == 1
    again = send(code, {f"now_{number}": "1" for number in range(1, 8)})
    assert again.status_code in (404, 409)
    assert stored(7) == 1


def test_the_other_language_keeps_what_was_chosen(codes):
    text = body(send(codes(LEARNING)[0], {"language": "en", "now_1": "6"}))
    assert "Where would you like to be?" in text
    assert 'name="now_1" value="6" checked' in text
