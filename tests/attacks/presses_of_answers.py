"""How a code is typed, and how an answer is handed in."""

import uuid

from tests import people
from tests.actions import town
from tests.attacks.pressing import Press, browser, of
from tests.faces.respondent.test_door_calls import SECRET


def open_code():
    return people.open_round(people.team(9)).codes[0]


def admit():
    return Press(browser(), f"/r/{open_code()}/admit", {"blinded": SECRET}, is_json=True)


def hand_in_an_answer():
    given = admit()().json()["voucher"]
    data = {"voucher": given, "id": str(uuid.uuid4()), "answers": town.profile(4, 2, 2)}
    return Press(browser(), "/answers", data, is_json=True)


def answer_without_javascript():
    code = open_code()
    client = browser()
    return of(client, f"/r/{code}", **{name: str(value) for name, value in town.profile(4, 2, 2).items()})


def type_a_code():
    code = open_code()
    return Press(browser(), "/", {"code": code})
