"""The first page of an instance."""

import pytest
from django.test import Client

from tests.pages import tight


def body(response) -> str:
    return response.content.decode()


def test_an_empty_instance_greets_with_the_page_that_begins_it(transactional_db):
    response = Client().get("/")
    assert (response.status_code, response["Location"]) == (302, "/start")


@pytest.mark.parametrize(
    ("language", "doors"),
    [
        ("da", ["Har du en kode?", "Prøv selv", "Log ind"]),
        ("en", ["Do you have a code?", "Try it yourself", "Log in"]),
    ],
)
def test_it_shows_three_things_in_the_browser_s_language(team, language, doors):
    response = Client(headers={"accept-language": language}).get("/")
    assert all(door in body(response) for door in doors)
    assert not response.cookies


def test_the_switch_changes_the_language_and_comes_back(team):
    client = Client(headers={"accept-language": "da"})
    response = client.post("/language", {"language": "en", "next": "/try"})
    assert (response.status_code, response["Location"]) == (302, "/try")
    assert "Do you have a code?" in body(client.get("/"))


def test_a_code_typed_with_spaces_dashes_and_small_letters_opens_its_page(team):
    short = team.short[0]
    response = Client().post("/", {"code": f" {short[:4].lower()} - {short[4:]} "})
    assert (response.status_code, response["Location"]) == (302, f"/r/{short}")


def test_a_wrong_code_is_told_at_the_field_and_stays_there(team):
    response = Client(headers={"accept-language": "da"}).post("/", {"code": "wxyz 9999"})
    assert response.status_code == 404
    assert 'value="wxyz 9999" aria-invalid="true"' in tight(body(response))
    assert "Koden er ukendt eller allerede brugt" in body(response)


def test_what_can_be_no_code_is_told_by_what_is_wrong(team):
    client = Client(headers={"accept-language": "da"})
    for typed, told in [
        ("B4J0-ZGGI", "Der er aldrig »0« eller »I« i en kode"),
        ("B4JZ-ZGG", "otte tegn"),
        ("https://zoom.example/j/123", "otte tegn"),
    ]:
        response = client.post("/", {"code": typed})
        assert response.status_code == 404
        assert told in body(response)
        assert f'value="{typed}"' in body(response)


def test_a_wrong_code_of_a_room_is_told_as_one(team):
    response = Client(headers={"accept-language": "da"}).post("/", {"code": "H4K M7P"})
    assert response.status_code == 404
    assert "Intet rum, der er åbent, har den kode" in body(response)


def test_nothing_typed_is_told_too(team):
    response = Client(headers={"accept-language": "da"}).post("/", {"code": " - "})
    assert response.status_code == 422
    assert "Skriv koden fra dit kort eller din mail." in body(response)


def test_the_profile_alone_needs_no_organisation(transactional_db):
    response = Client(headers={"accept-language": "da"}).get("/try")
    assert response.status_code == 200
    assert not response.cookies
    assert "Intet bliver sendt." in body(response)


def test_the_demo_s_doors_stand_only_in_a_demo(team, settings):
    assert "/demo/" not in body(Client().get("/"))
    settings.KULTURSPEJL_DEMO = True
    assert "/demo/leader" in body(Client().get("/"))


def test_a_pasted_link_or_line_of_the_letter_opens_the_page_and_is_no_wrong_guess(team):
    long, short = team.codes[0], team.short[0]
    for typed, opens in ((f"https://kultur.example.dk/r/{long}", long), (f"koden {short[:4]}-{short[4:]}", short)):
        response = Client().post("/", {"code": typed})
        assert (response.status_code, response["Location"]) == (302, f"/r/{opens}")
