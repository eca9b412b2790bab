"""A reader of a result parses their own unit's part of it, whatever the way and the role, and not one unit more."""

from collections.abc import Iterator

import numpy as np
import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kulturspejl.actions import closing
from kulturspejl.actions.mailing import open_codes
from kulturspejl.core.disclosure import codec
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import Invitation, RoundUnit
from kulturspejl.values import releases
from tests import municipality
from tests.actions import town

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

WAYS = (
    ("leader", "own", 200), ("AMR", "own", 200), ("TR", "own", 200), ("leader", "own/result.pdf", 200),
    ("leader", "own/trait", 200), ("leader above", "top", 200), ("HR", "top", 200),
    ("steward", "top", 200), ("leader above", "top/result.pdf", 200), ("leader above", "own", 404),
    ("HR", "own", 404), ("leader 30", "own", 404), ("facilitator", "top", 404), ("leader", "top", 404),
)  # fmt: skip


class Parsed:
    """What `codec.from_plain` was asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.kinds: list[str] = []
        real = codec._from_fields

        def counted(kind, data):
            self.kinds.append(kind.__name__)
            return real(kind, data)

        monkeypatch.setattr(codec, "_from_fields", counted)

    def of(self, client: Client, address: str) -> tuple[int, int, int]:
        """Status, pictures, and all objects that were parsed for one page, for a second reader; none for a third."""
        client.get(address)
        releases._said_by.cache_clear()
        self.kinds.clear()
        with CaptureQueriesContext(connection) as asked:
            status = client.get(address, follow=True).status_code
        whole = [one["sql"] for one in asked if '"records_release"."released"' in one["sql"].split(" FROM ")[0]]
        assert whole == [], "the whole release stays where it is"
        found = status, self.kinds.count("UnitPicture"), len(self.kinds)
        client.get(address, follow=True)
        assert len(self.kinds) == found[2], "what is written is the same, and so is what it says"
        return found


def parsed(units: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Every way to read the result of a round over so many units, and what it took."""
    with monkeypatch.context() as patch:
        patch.setattr(clock, "now", lambda: town.NOW)
        call_command("flush", interactive=False, verbosity=0)
        found = municipality.found(units)
        round_id = municipality.ask(found, each=6)
        municipality.let_out(found, round_id)
        ids = {
            name: str(RoundUnit.objects.get(round_id=round_id, unit=unit).id)
            for name, unit in (("own", found.teams[0]), ("top", found.top))
        }
        mailed = Invitation.objects.filter(round_unit_id=ids["own"]).exclude(address="").first()
        code, _short = open_codes(round_id, mailed)
        municipality.answer(found, round_id, few=6)
        closing.close(round_id=round_id, now=town.NOW, rng=np.random.default_rng(1))
        counting = Parsed(patch)
        for who, way, _status in WAYS:
            client = Client()
            client.force_login(found.who[who])
            unit, _, rest = way.partition("/")
            yield f"{who} {way}", counting.of(client, f"/results/{ids[unit]}" + (f"/{rest}" if rest else ""))
        for rest in ("", "/result.pdf"):
            yield f"code{rest}", counting.of(Client(), f"/r/{code}{rest}")


def test_a_reader_parses_one_units_part_however_many_units_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of six answers in every team: no unit is hidden, so no picture has a remainder of others beside it."""
    small = dict(parsed(40, monkeypatch))
    large = dict(parsed(100, monkeypatch))
    assert {way: found[0] for way, found in small.items()} == {
        **{f"{who} {way}": status for who, way, status in WAYS}, "code": 200, "code/result.pdf": 200,
    }  # fmt: skip
    for way, (status, pictures, objects) in large.items():
        assert (status, pictures) == small[way][:2], way
        assert pictures == (1 if status == 200 else 0), way
        assert objects == small[way][2], way
