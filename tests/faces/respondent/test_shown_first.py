"""The front page shows what one gets before anybody begins: a picture that a table and a sentence tell as well."""

import re

import pytest

from kulturspejl.faces.respondent.shown_first import NOW, WISH
from tests.actions.town import found_town

pytestmark = pytest.mark.django_db


def page(client, language):
    found_town()
    return client.get("/", headers={"accept-language": language})


@pytest.mark.parametrize(("language", "price"), [("da", "fri software"), ("en", "free software")])
def test_picture_table_and_sentence_say_the_same_and_the_price_stands_there(client, language, price):
    answer = page(client, language)
    told = answer.content.decode()
    said = re.search(r"<desc[^>]*>(.*?)</desc>", told, re.DOTALL)[1]
    rows = re.findall(r"<tr>(.*?)</tr>", told.split("<tbody>")[1], re.DOTALL)
    numbers = [[int(one) for one in re.findall(r"<td>\s*(\d+) ", row)] for row in rows]
    assert numbers == [list(pair) for pair in zip(NOW.values(), WISH.values(), strict=True)]
    assert all(str(one) in said for one in (*NOW.values(), *WISH.values()))
    assert price in told
    assert not answer.cookies, "who looks at the front page is given nothing to be known by"


def test_no_culture_of_the_made_up_team_is_pressed():
    assert sum(NOW.values()) == sum(WISH.values()) == 60
    first, second = sorted(NOW.values(), reverse=True)[:2]
    assert first - second < 3, "a difference that matters would tell people what to want"
