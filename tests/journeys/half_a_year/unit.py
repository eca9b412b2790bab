"""What leader, AMR, TR and employees of a place of work do between the days."""

import base64
import os
import re
import uuid
from collections.abc import Mapping
from datetime import date

from tests.journeys.half_a_year.place import Letter, Year
from tests.journeys.visitor import Page, Visitor

UNIT = re.compile(r'href="(/units/[0-9a-f-]{36})/trio"')
SEEN = re.compile(r'name="seen\.([0-9a-f-]{36})"')


def unit_of(visitor: Visitor) -> str:
    """The address of the one unit that stands on somebody's overview."""
    found = set(UNIT.findall(visitor.get("/home").text))
    assert len(found) == 1, found
    return found.pop()


def answer(year: Year, letter: Letter, answers: Mapping[str, object]) -> None:
    """As a phone's own script does it: the code for a voucher, then voucher and answers."""
    door = year.visitor()
    code = letter.path("/r/").removeprefix("/r/")
    assert door.get(f"/r/{code}").status == 200
    voucher = door.say(f"/r/{code}/admit", {"blinded": base64.b64encode(os.urandom(32)).decode()})["voucher"]
    door.say("/answers", {"voucher": voucher, "id": str(uuid.uuid4()), "answers": dict(answers)})


def ask(leader: Visitor, unit: str, people: list[str], closes_on: date) -> Page:
    """A round about the culture: looked at, and sent to AMR and TR."""
    page = leader.get(f"/rounds/new/{unit.rsplit('/', 1)[1]}")
    typed = {
        "addresses": "\n".join(people), "cards": "0", "closes_on": closes_on.isoformat(), "why": "Vi vil se det samme",
        "language": "da", "preferred": "drawn", "points": "10", "instrument": "culture_profile",
    }  # fmt: skip
    looked = leader.send(page, **typed, step="look")
    made = leader.send(looked, **typed, step="send")
    assert re.fullmatch(r"/rounds/[0-9a-f-]{36}", made.path), made.words[:3000]
    return made


def take_stock(somebody: Visitor, page: Page, line: str) -> Page:
    """The final status: each trait goes on, each action has become everyday."""
    typed = {"learnt": "At det små holder", "line": line, "again": "2027-11-24"}
    for one in SEEN.findall(page.text):
        is_action = f'name="again.{one}"' in page.text
        typed |= {f"answer.{one}": "everyday" if is_action else "goes_on", f"came.{one}": "Flere siger til i tide"}
        typed |= {f"who.{one}": "Tove", f"again.{one}": "2027-08-26"} if is_action else {}
    return somebody.send(page, **typed)
