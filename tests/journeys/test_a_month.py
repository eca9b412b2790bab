"""A month of a municipality of 500 units, by forms and letters: lists, a round, refused letters, a close, an end."""

import io
import re
import time
from collections.abc import Callable

import pytest
import xlsxwriter

from tests.fixtures.mail import Letter, MailServer
from tests.fixtures.served import Server
from tests.journeys.visitor import Page, Visitor

pytestmark = pytest.mark.slow
AREAS, TEAMS = 10, 49
HEADINGS = ["Enhedsnr", "Overordnet", "Enhed", "Antal ansatte", "Leder", "AMR", "TR"]
LEADER, AMR, TR = (f"{name}@havnby.example" for name in ("lone.leder", "amina.amr", "tom.tr"))


def municipality() -> list[list[object]]:
    """500 units as the personnel system knows them; one area has its people beside it."""
    rows: list[list[object]] = [[1, None, "Havnby Kommune", 0, None, None, None]]
    for area in range(1, AREAS + 1):
        roles = [LEADER, AMR, TR] if area == 1 else [None] * 3
        rows.append([area * 100, 1, f"Børn, Unge og Kultur {area}", 2, *roles])
        rows += [[area * 100 + team, area * 100, f"Team {area}.{team}", 6, None, None, None] for team in range(1, TEAMS)]
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
    asked = visitor.send(visitor.get("/account/login/"), email=address)
    code = re.search(r"^\s+([A-Z0-9-]{6,12})\s*$", post.to(address, "").text, re.MULTILINE)
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


def test_a_month(serve: Callable[..., Server], mail_server: MailServer):
    server = serve(**mail_server.environment, KULTURSPEJL_QUIET_HOURS="0")
    post = Post(mail_server)
    steward = begin(server)
    page = look(steward, municipality())
    print(page.words[:1500])
    assert 0
