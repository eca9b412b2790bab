"""Words are words: nobody's name, reason or note becomes markup, script, a command of the typesetter or a header."""

import re
import zlib
from html.parser import HTMLParser

import pytest
from django.test import Client

from kulturspejl.actions import organisations, plans, results, rounds
from kulturspejl.records.models import RoundUnit, User
from tests import people
from tests.actions import town
from tests.attacks.test_rude_input import reachable

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

MARK = "zqx"
NAMED = r"attachment; filename=\"[\w-]+\.pdf\"(; filename\*=UTF-8''[\w%.-]+)?"
EVIL = (
    f"<script>{MARK}()</script>",
    f"\"'><img src=x onerror={MARK}()>",
    f"javascript:{MARK}()",
    f"</title></text><svg onload={MARK}()>&{MARK};<!--",
    f'#import "/look.typ": *; #panic("{MARK}") ] ) $ x $ \\ `raw` @{MARK} <{MARK}> *_~//',
    "{{ 7|add:7 }}{% now 'Y' %}%(name)s{0}%s" + MARK,
)
ON_ALL_PAGES = EVIL[1] + EVIL[5] + EVIL[3]
"""Out of an attribute, a template and an element, in one: it breaks where any of them does; each alone in a sweep."""


class Elements(HTMLParser):
    """Every element, attribute and script that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag, attrs):
        self._in_script = tag == "script" and ("type", "application/json") not in attrs
        for name, value in attrs:
            is_link = name in {"href", "src", "action", "formaction", "hx-get", "hx-post"}
            if name.startswith("on") or MARK in name or (is_link and (value or "").lower().startswith("javascript")):
                self.found.append(f"<{tag} {name}={value}>")
        if MARK in tag:
            self.found.append(tag)

    def handle_endtag(self, tag):
        self._in_script = False

    def handle_data(self, data):
        if self._in_script and MARK in data:
            self.found.append(data)


def elements_with_the_mark(text: str) -> list[str]:
    parser = Elements()
    parser.feed(text)
    return parser.found


def named(where: town.Town, evil: str) -> None:
    """Everybody and everything is called that."""
    for unit, parent, headcount in ((where.top, None, 0), (where.unit, where.top, 9)):
        organisations.change_unit(
            by=where.steward, unit_id=unit, name=evil, parent=parent, headcount=headcount, now=town.NOW
        )
    User.objects.update(name=evil)
    organisations.change(
        by=where.steward, organisation_id=where.organisation, name=evil, language="da", minimum=5, now=town.NOW
    )


def played(evil: str) -> tuple[people.Round, people.Round]:
    """A closed round with all that is written afterwards, and one that waits with a note."""
    where = people.team(9)
    named(where, evil)
    closed = people.closed_round(where)
    trait = plans.choose_trait(
        by=where.leader, unit_id=where.unit, stems_from=closed.unit, more_of=evil, less_of=evil, notice=evil,
        better_for=evil, now=town.NOW,
    )  # fmt: skip
    plans.agree_action(
        by=where.leader, trait_id=trait, what=evil, who=evil, due=town.CLOSES.date(), follow_up=town.CLOSES.date(),
        now=town.NOW,
    )  # fmt: skip
    results.share(by=where.leader, round_unit_id=closed.unit, now=town.NOW)
    addresses = [(f"p{number}@havnby.test", "") for number in range(6)]
    waiting = rounds.create(
        by=where.leader, root=where.unit, people={where.unit: rounds.People(addresses=addresses, cards=3)},
        closes_at=town.CLOSES, points=10, preferred="drawn", why=evil, language="da", now=town.NOW,
    )  # fmt: skip
    rounds.hold(by=where.amr, round_id=waiting, note_text=evil, now=town.NOW)
    return closed, people.Round(where, waiting, RoundUnit.objects.get(round_id=waiting).id, ())


def let_out(made: people.Round) -> people.Round:
    rounds.resume(by=made.town.amr, round_id=made.id, now=town.NOW)
    rounds.release_sending(by=made.town.amr, round_id=made.id, agreed=True, now=town.NOW)
    return people.Round(made.town, made.id, made.unit, tuple(town.long_codes(made.id)))


@pytest.mark.parametrize("evil", [ON_ALL_PAGES, *(pytest.param(one, marks=pytest.mark.sweep) for one in EVIL)])
def test_no_page_takes_words_for_markup(at, evil):
    closed, waiting = played(evil)
    tried, said = 0, 0
    for state in ("held", "open"):
        for user in (waiting.town.leader, waiting.town.amr, waiting.town.steward, waiting.town.hr):
            client = at(user, "da")
            for address, page in reachable(client, "/home", most=25).items():
                assert elements_with_the_mark(page.text) == [], (state, address)
                tried, said = tried + bool(page.text), said + (MARK in page.text)
        if state == "held":
            waiting = let_out(waiting)
    for code in (waiting.codes[0], closed.codes[0]):
        text = Client().get(f"/r/{code}").content.decode()
        assert MARK in text
        assert elements_with_the_mark(text) == []
    assert tried > 30
    assert said > 20


@pytest.mark.parametrize("evil", EVIL)
def test_no_paper_takes_words_for_commands(at, evil):
    closed, waiting = played(evil)
    opened = let_out(waiting)
    for client, address in (
        (Client(), f"/r/{closed.codes[0]}/result.pdf"),
        (at(opened.town.leader), f"/results/{closed.unit}/result.pdf"),
        (at(opened.town.amr), f"/rounds/{opened.id}/cards.pdf"),
    ):
        reply = client.get(address)
        assert reply.status_code == 200, address
        assert reply.content.startswith(b"%PDF-")
        assert not any(word in inflated(reply.content) for word in (b"/JavaScript", b"/Launch", b"/OpenAction"))
        assert re.fullmatch(NAMED, reply.headers["Content-Disposition"])


def inflated(pdf: bytes) -> bytes:
    """The file with its compressed streams opened."""
    parts = [pdf]
    for piece in pdf.split(b"stream\n")[1:]:
        try:
            parts.append(zlib.decompressobj().decompress(piece.lstrip(b"\r\n")))
        except zlib.error:
            continue
    return b"".join(parts)


@pytest.mark.parametrize("evil", EVIL)
def test_what_was_typed_wrongly_comes_back_as_words(at, evil):
    where = people.team(9)
    leader, steward = at(where.leader), at(where.steward)
    closes = town.CLOSES.date().isoformat()
    pages = [
        leader.post(f"/rounds/new/{where.unit}", {
            "addresses": f"{evil}\na@b\n{evil}@havnby.test", "cards": evil, "closes_on": closes, "points": evil,
            "preferred": evil, "why": evil, "language": evil,
        }),
        leader.post(f"/rounds/new/{where.unit}/foresight", {"addresses": f"{evil}\n{evil}@x.test", "cards": "2"}),
        steward.post("/people", {"email": evil, "name": evil, "role": evil, "unit": evil, "ends": evil}),
        steward.post("/organisation/units/new", {"name": evil, "parent": evil, "headcount": evil}),
        steward.post("/organisation/units/table", {"rows": f"unit_id,parent_id,name,headcount\n{evil},{evil},a,x"}),
        steward.get("/people", {"unit": evil}), steward.get("/organisation/units/new", {"under": evil}),
        Client().post("/", {"code": evil}), Client().get("/", {"q": evil}), Client().get("/nothing/" + evil),
        Client().post("/account/login/", {"login": evil, "next": evil}),
        Client().post("/account/login/code/", {"email": evil, "next": evil}),
        Client().get("/account/login/", {"next": evil}),
    ]  # fmt: skip
    for number, page in enumerate(pages):
        assert page.status_code < 500, number
        assert elements_with_the_mark(page.content.decode()) == [], number


def test_the_parser_sees_what_a_browser_would():
    assert elements_with_the_mark(f"<p>{EVIL[0]}</p>")
    assert elements_with_the_mark(EVIL[1])
    assert elements_with_the_mark(f'<a href="{EVIL[2]}">')
    assert elements_with_the_mark(EVIL[3])
