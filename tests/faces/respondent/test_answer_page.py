"""The page behind a code, as Django serves it: what it says, what the plain form keeps, and what it stores."""

import gzip
import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import Client, RequestFactory

from kulturspejl.actions import closing, rounds
from kulturspejl.records.ballots import HEAD, Box
from kulturspejl.vault.sealing import held_in
from tests.actions.town import CLOSES, answer, ask, profile
from tests.pages import tight

WIDTH = 28


def stored() -> int:
    return sum(held_in(box.sealed, HEAD + 2 * WIDTH) for box in Box.objects.all())


def page(code: str, language: str = "da", **headers: str):
    return Client(headers={"accept-language": language} | headers).get(f"/r/{code}")


def body(response) -> str:
    return response.content.decode()


def hidden(text: str) -> dict[str, str]:
    """The page's two hidden numbers."""
    return {name: re.search(rf'name="{name}" value="([^"]+)"', text)[1] for name in ("secret", "retry_id")}


def typed(**changed: str) -> dict[str, str]:
    return {name: str(value) for name, value in profile(4, 2, 2).items()} | changed


@pytest.mark.slow
def test_it_says_who_asks_whom_how_long_and_who_sees_what(team):
    text = body(page(team.codes[0]))
    for said in (
        "Sendt til 9 i Hjemmepleje Nord",
        "Karen (leder) spørger",
        "Omkring 6 minutter",
        "Svar på det hele",
        "mindst 5",
    ):
        assert said in text
    assert "Amir, som er AMR, har set spørgsmål og regler" in text
    assert "7. december 2026 kl.\u00a09.00" in text


def test_no_place_in_a_sentence_is_left_open(team):
    assert not re.search(r"\{\w+\}", body(page(team.codes[0])).split("<script")[0])
    assert "fire tal, der giver 60 tilsammen" in body(page(team.codes[0]))


def test_each_screen_names_the_unit_and_whose_leadership_is_meant(team):
    text = body(page(team.codes[0]))
    screens = re.findall(r"<section class=\"screen\" id=\"now_d\d\".*?</section>", text, re.S)
    assert len(screens) == 6
    assert all("Hjemmepleje Nord" in one and "Med ledelsen mener vi Karen." in one for one in screens)


def test_the_order_of_statements_is_the_code_s_own_and_the_same_on_all_screens(team):
    def order(code: str) -> list[str]:
        return re.findall(r'name="now_d\d_([A-D])"', body(page(code)))

    orders = {code: "".join(order(code)) for code in team.codes}
    assert all(letters == letters[:4] * 6 for letters in orders.values())
    assert {"".join(sorted(letters[:4])) for letters in orders.values()} == {"ABCD"}
    assert len(set(orders.values())) > 1


@pytest.mark.parametrize(
    ("language", "said"), [("da", "Send mit svar"), ("en-GB", "Send my answer"), ("sv", "Send mit svar")]
)
def test_it_speaks_the_browser_s_language_and_offers_the_other(team, language, said):
    text = body(page(team.codes[0], language))
    assert said in text
    assert ('value="en"' in text) == (said == "Send mit svar")


def test_it_sets_no_cookie_and_may_not_be_kept(team):
    response = page(team.codes[0])
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] in {"no-referrer", "strict-origin"}


def test_the_plain_form_stores_once_and_shows_the_own_picture(team):
    client, url = Client(), f"/r/{team.codes[0]}"
    data = typed() | hidden(body(client.get(url)))
    first, second = client.post(url, data), client.post(url, data)
    assert (first.status_code, second.status_code, stored()) == (200, 200, 1)
    assert "A = 24 · B = 12 · C = 12 · D = 12 af 60" in body(first)
    assert not first.cookies


def test_the_plain_form_keeps_what_was_typed_and_says_what_to_do_at_the_field(team):
    client, url = Client(), f"/r/{team.codes[0]}"
    before = hidden(body(client.get(url)))
    response = client.post(url, typed(now_d3_B="mange", now_d4_A="7", wish_D="") | before)
    text = tight(body(response))
    assert response.status_code == 422
    assert 'name="now_d3_B" min="0" max="10" step="1" value="mange" aria-invalid="true"' in text
    assert 'name="now_d1_A" min="0" max="10" step="1" value="4"' in text
    assert "Der er brugt 13 point af 10 i spørgsmål 4. Tag 3 point fra." in text
    assert hidden(text) == before
    assert stored() == 0


def test_a_faulty_form_does_not_spend_the_code(team):
    client, url = Client(), f"/r/{team.codes[0]}"
    client.post(url, typed(now_d1_A="9") | hidden(body(client.get(url))))
    assert client.post(url, typed() | hidden(body(client.get(url)))).status_code == 200
    assert stored() == 1


def test_an_empty_line_means_none_once_the_others_have_all_points(team):
    client, url = Client(), f"/r/{team.codes[0]}"
    data = typed(now_d1_A="8", now_d1_B="2", now_d1_C="", now_d1_D="") | hidden(body(client.get(url)))
    assert client.post(url, data).status_code == 200


def test_a_spent_code_is_refused_and_what_was_typed_stays(team):
    answer(team.codes[0], profile(1, 1, 1))
    client, url = Client(), f"/r/{team.codes[0]}"
    response = client.post(url, typed() | hidden(body(client.get(url))))
    assert response.status_code == 409
    assert 'value="4"' in body(response)
    assert stored() == 1


def test_the_language_can_be_changed_with_the_form_half_filled(team):
    client, url = Client(headers={"accept-language": "da"}), f"/r/{team.codes[0]}"
    before = hidden(body(client.get(url)))
    response = client.post(url, {"now_d1_A": "3", "language": "en"} | before)
    text = body(response)
    assert "Send my answer" in text
    assert 'value="3"' in text
    assert hidden(text) == before
    assert list(response.cookies) == ["django_language"]
    assert stored() == 0


def test_an_unknown_code_looks_like_a_page_that_is_not_there(team):
    response = page("ABCD-2345")
    assert response.status_code == 404
    assert "Her er ikke noget til dig" in body(response)
    assert Client().get("/no/such/page").status_code == 404


def test_a_round_that_waits_for_its_release_opens_no_questions(transactional_db):
    from tests.actions.town import found_town

    ask(found_town(), mails=9)
    assert page("ABCD2345").status_code == 404


def test_after_closing_time_it_says_so_and_takes_nothing(team, move_clock):
    client, url = Client(), f"/r/{team.codes[0]}"
    data = typed() | hidden(body(client.get(url)))
    move_clock(CLOSES + timedelta(seconds=1))
    response = client.post(url, data)
    assert response.status_code == 410
    assert "Målingen er lukket" in body(response)
    assert stored() == 0


def test_the_same_code_opens_the_result_after_release(team, move_clock):
    for code in team.codes[:6]:
        answer(code, profile(4, 2, 2))
    move_clock(CLOSES + timedelta(seconds=1))
    closing.close_due(now=CLOSES + timedelta(seconds=1))
    response = page(team.codes[0])
    assert response.status_code == 200
    assert "A = 24 · B = 12 · C = 12 · D = 12 af 60" in body(response).replace("\xa0", " ")
    assert page(team.short[8]).status_code == 200


def test_the_page_is_light(team):
    response = page(team.codes[0], **{"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert len(response.content) < 12_000
    assert b"Hjemmepleje Nord" in gzip.decompress(response.content)


def test_more_points_and_six_preferred_dimensions_are_asked_in_the_same_way(transactional_db):
    from kulturspejl.actions.mailing import open_codes
    from kulturspejl.records.models import Invitation
    from tests.actions.town import found_town

    town = found_town()
    round_id = ask(town, mails=9, preferred="dimensions")
    rounds.release_sending(by=town.amr, round_id=round_id, agreed=True, now=CLOSES - timedelta(days=14))
    code = open_codes(round_id, Invitation.objects.first())[0]
    text = body(page(code))
    assert "12 af 12" in text
    assert text.count('name="pref_') == 24
    assert "wish_A" not in text


@pytest.mark.slow
def test_a_page_kept_ready_is_the_page_itself(team, monkeypatch):
    from kulturspejl.faces.respondent import answer as view
    from kulturspejl.faces.respondent.typed import Hidden

    same = Hidden("ab" * 32, "7b0f6f1e-6d3c-4f5e-9a46-0d8f6f3d1c11")
    monkeypatch.setattr(view.typed, "new_hidden", lambda: same)
    for code in team.codes:
        kept = body(page(code))
        with monkeypatch.context() as fresh:
            fresh.setattr(
                view, "fresh",
                lambda code, asking: view._text(
                    HttpRequest(), code, view.doors.draft_key(code), asking, view.Given(hidden=same)
                ),
            )  # fmt: skip
            assert tight(body(page(code))) == tight(kept)


def test_nothing_of_whoever_comes_first_gets_into_the_page_that_is_kept(team):
    from kulturspejl.faces.respondent import answer as view

    first = RequestFactory().get(f"/r/{team.codes[0]}", headers={"accept-language": "da"})
    first.user, first.session, first.factor_days = AnonymousUser(), {}, 5
    for response in (view.answer(first, team.codes[0]), page(team.codes[1])):
        assert "5 dage" not in body(response)


def test_whoever_has_answered_on_paper_gets_the_statements_in_the_papers_order(team):
    for code in team.codes[:4]:
        address = f"/r/{code}?order=paper"
        assert 'href="?order=paper">Jeg har svaret på papir' in body(page(code))
        text = body(Client(headers={"accept-language": "da"}).get(address))
        assert re.findall(r'id="now_d1_([A-D])"', text) == ["A", "B", "C", "D"]
        assert "Nu står udsagnene i samme rækkefølge som på dit ark." in text
        assert f'action="{address}"' in text
        wrong = Client(headers={"accept-language": "da"}).post(address, hidden(text) | typed(now_d1_A="9"))
        assert wrong.status_code == 422
        assert re.findall(r'id="now_d1_([A-D])"', body(wrong)) == ["A", "B", "C", "D"]
        assert Client().post(address, hidden(text) | typed()).status_code == 200
    assert stored() == 4
