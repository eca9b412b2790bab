"""A month of a municipality by forms and letters: lists, a round, refused letters, a close; of 500 units in a sweep."""

import base64
import io
import os
import re
import time
import uuid
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
import xlsxwriter

from benchmarks.load.people import numbered
from tests.fixtures.mail import Letter, MailServer
from tests.fixtures.served import Server
from tests.journeys.visitor import Page, Visitor

pytestmark = pytest.mark.slow
AREAS, TEAMS, FEW = 10, 49, 7
HEADINGS = ["Enhedsnr", "Overordnet", "Enhed", "Antal ansatte", "Leder", "AMR", "TR"]
LEADER, AMR, TR = (f"{name}@havnby.example" for name in ("lone.leder", "amina.amr", "tom.tr"))


def municipality(in_each: int) -> list[list[object]]:
    """Areas of so many units as the personnel system knows them; one area has its people beside it."""
    rows: list[list[object]] = [[1, None, "Havnby Kommune", 0, None, None, None]]
    for area in range(1, AREAS + 1):
        roles = [LEADER, AMR, TR] if area == 1 else [None] * 3
        rows.append([area * 100, 1, f"Børn, Unge og Kultur {area}", 2, *roles])
        teams = range(1, in_each)
        rows += [[area * 100 + team, area * 100, f"Team {area}.{team}", 6, None, None, None] for team in teams]
    return rows


def workbook(rows: list[list[object]]) -> bytes:
    """As an XLSX file, headings first."""
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Enheder")
        for number, row in enumerate([HEADINGS, *rows]):
            sheet.write_row(number, 0, row)
    return kept.getvalue()


class Post:
    """The letters, by whom they are to; each is taken out once."""

    def __init__(self, server: MailServer) -> None:
        self.server, self.read = server, set[int]()

    def to(self, address: str, words: str, seconds: float = 40) -> Letter:
        """The first unread letter to `address` whose subject or text holds `words`."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for number, letter in enumerate(self.server.letters):
                said = f"{letter.message['Subject']} {letter.text}"
                if number not in self.read and address in letter.receivers and words in said:
                    self.read.add(number)
                    return letter
            time.sleep(0.1)
        there = [(one.receivers, one.message["Subject"]) for one in self.server.letters]
        raise AssertionError(f"no letter to {address} says “{words}”; there are {there[-20:]}")

    def all(self, words: str, count: int, seconds: float = 60) -> list[Letter]:
        """All letters whose subject holds `words`, once `count` have come."""
        end = time.monotonic() + seconds
        while True:
            found = [one for one in self.server.letters if words in str(one.message["Subject"])]
            if len(found) >= count or time.monotonic() > end:
                return found
            time.sleep(0.1)


def sign_in(server: Server, post: Post, address: str) -> Visitor:
    visitor = Visitor(server.url)
    asked = visitor.send(visitor.get("/account/login/"), "/account/login/code/", email=address)
    code = re.search(r"^\s+([A-Z0-9-]{6,12})\s*$", post.to(address, "ti minutter").text, re.MULTILINE)
    assert code, asked.words
    inside = visitor.send(asked, code=code[1])
    assert inside.path == "/home", inside.words[:800]
    return visitor


def begin(server: Server) -> Visitor:
    visitor = Visitor(server.url)
    code = re.search(r"/start[?]code=(\S+)", server.log())
    assert code
    made = visitor.send(
        visitor.get("/start"), name="Havnby Kommune", language="da", steward_name="Sanne",
        steward_email="sanne@havnby.example", code=code[1],
    )  # fmt: skip
    assert made.path == "/organisation", made.words[:800]
    return visitor


def look(steward: Visitor, rows: list[list[object]]) -> Page:
    return steward.send(steward.get("/organisation/units/table"), file=("enheder.xlsx", workbook(rows)), rows="")


def take(steward: Visitor, seen: Page, **ticked: object) -> Page:
    return steward.send(seen, step="take", **ticked)


def next_month(rows: list[list[object]]) -> list[list[object]]:
    """One renamed, one moved, one smaller, one new, one gone."""
    named = {row[2]: row for row in rows}
    named["Team 2.1"][2] = "Team Havnen"
    named["Team 2.2"][1] = 300
    named["Team 2.3"][3] = 5
    return [*(row for row in rows if row[2] != "Team 2.4"), [250, 200, "Team Nyt", 7, None, None, None]]


def addresses(teams: int, people: int) -> list[str]:
    """Unit and person, as a list out of the personnel system; the first person stands there twice."""
    lines = ["Afdeling;Navn;E-mail"]
    for team in range(1, teams + 1):
        lines += [
            f'"Team 1.{team}";"Hansen, Bo {number}";Bo.{team}.{number}@havnby.example' for number in range(people)
        ]
    return [*lines, '"Team 1.1";"Hansen, Bo";"Bo <bo.1.0@HAVNBY.example>"']


def ask_branch(steward: Visitor, units: Page) -> Page:
    """The round over the first area, looked at and sent to AMR and TR."""
    found = steward.get(f"{units.path}?find=B%C3%B8rn%2C+Unge+og+Kultur+1")
    page = steward.get(found.link("/rounds/new-branch/"))
    typed = {
        "addresses": "\n".join(addresses(6, 6)), "rest": "none", "closes_on": FAR, "why": "Vi vil vide det",
        "language": "da", "preferred": "drawn", "points": "10",
    }  # fmt: skip
    looked = steward.send(page, **typed, step="look")
    assert "36 personer bliver spurgt" in looked.words
    assert "Linje 38: bo.1.0@havnby.example går til samme postkasse som linje 2" in looked.words
    made = steward.send(looked, **typed, step="send")
    assert made.path.startswith("/rounds/"), made.words[:3000]
    return made


FAR = (date.today() + timedelta(days=20)).isoformat()


def answer(server: Server, letter: Letter, number: int) -> None:
    """As the page's own script does it."""
    code = re.search(r"/r/(\S+)", letter.text)
    assert code
    door = Visitor(server.url)
    assert door.get(f"/r/{code[1]}").status == 200
    voucher = door.say(f"/r/{code[1]}/admit", {"blinded": base64.b64encode(os.urandom(32)).decode()})["voucher"]
    door.say("/answers", {"voucher": voucher, "id": str(uuid.uuid4()), "answers": numbered(number)})


def test_a_month(serve: Callable[..., Server], mail_server: MailServer, tmp_path: Path, scale: Callable[[int], int]):
    in_each = max(FEW, scale(TEAMS))
    server = serve(**mail_server.environment)
    post = Post(mail_server)
    steward = begin(server)

    taken = take(steward, look(steward, municipality(in_each)))
    assert re.search(rf"\b{AREAS * in_each + 1}\b", taken.words), taken.words[:800]
    for address in (LEADER, AMR, TR):
        assert "Børn, Unge og Kultur 1" in post.to(address, "adgang").text
    assert "0 " not in look(steward, municipality(in_each)).words.split("stay")[0][-4:]
    second = look(steward, next_month(municipality(in_each)))
    for words in ("Team Havnen", "Team 2.2", "Team Nyt", "Team 2.4"):
        assert words in second.words, second.words[:3000]
    gone = re.search(r'name="close" value="([^"]+)"', second.text)
    assert gone
    assert "Team 2.4" not in take(steward, second, close=gone[1]).words

    mail_server.refused.add("bo.1.1@havnby.example")
    made = ask_branch(steward, steward.get("/organisation"))
    amr = sign_in(server, post, AMR)
    waiting = amr.get(re.search(r"https?://\S+?(/rounds/\S+)", post.to(AMR, "venter").text)[1])
    amr.send(amr.get(f"{made.path}/release"), f"{made.path}/release", agreed="1")
    assert waiting.status == 200
    letters = post.all("kulturen", 35)
    assert Counter(letter.receivers[0] for letter in letters).most_common(1)[0][1] == 1
    post.to(AMR, "ikke")
    refused = amr.get(f"{made.path}/letters")
    assert "bo.1.1@havnby.example" in refused.words
    amr.send(refused, address="bo.ny@havnby.example")
    letters = post.all("kulturen", 36)
    assert "bo.ny@havnby.example" in {letter.receivers[0] for letter in letters}
    for number, letter in enumerate(letters[:33]):
        answer(server, letter, number)

    steward.send(steward.get(made.path), f"{made.path}/close", reason="Alle har fået tid.")
    post.to(AMR, "luk")
    amr.send(amr.get(made.path), f"{made.path}/close/answer", answer="yes")
    assert len(post.all("slut", 36 + 3)) >= 36 + 3
    assert server.command("backup", str(tmp_path / "b.zip")).returncode == 0
