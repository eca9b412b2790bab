"""A further kind of answers: a folder of content and a row in two lists, and it goes through every page of a round."""

import io
import re
from dataclasses import dataclass, fields
from pathlib import Path

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from kulturspejl.actions import open_rounds
from kulturspejl.core import instruments
from kulturspejl.core.content import any_instrument
from kulturspejl.core.content.parse_scale import parse_scale
from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.core.instruments.scale.asked import AskedSteps
from kulturspejl.records.models import Round, RoundUnit
from kulturspejl.values.the_library import the_library
from tests import people
from tests.actions import town
from tests.faces.leader.test_new_round import NINE, post

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
SEEDS = """
[instrument]
id = "seeds"
kind = "growth"
version = "1"
seconds_an_item = 20
most = 4
low = { da = "frø", en = "seed" }
high = { da = "blomst", en = "flower" }
name = { da = "Det, der gror", en = "What grows" }
about = { da = "væksten", en = "growth" }
purpose = { da = "Hvad gror hos jer?", en = "What grows where you are?" }
credit = { da = "Vores egen.", en = "Our own." }
instruction = { da = "Vælg ét.", en = "Choose one." }
question = { da = "Hvad skal vandes?", en = "What needs water?" }

[[item]]
id = "talk"
text = { da = "Vi taler sammen.", en = "We talk." }
question = { da = "Hvornår?", en = "When?" }

[[item]]
id = "rest"
text = { da = "Vi får pause.", en = "We get a break." }
question = { da = "Hvor?", en = "Where?" }

[[conversation.step]]
minutes = 5
text = { da = "Hvad gror?", en = "What grows?" }
"""


class AskedGrowth(AskedSteps):
    """Its own kind, told as a scale is."""

    kind = "growth"


@dataclass(frozen=True)
class Growth(ScaleInstrument):
    kind: str = "growth"

    def asked(self, total, form):
        return AskedGrowth(total, form, super().asked(total, form).texts)


def parse_growth(files):
    found = parse_scale(files)
    given = {one.name: getattr(found, one.name) for one in fields(found) if one.init and one.name != "kind"}
    return Growth(**given)


@pytest.fixture(autouse=True)
def _a_folder(monkeypatch: pytest.MonkeyPatch, settings, tmp_path: Path):
    folder = tmp_path / "instruments" / "seeds"
    folder.mkdir(parents=True)
    (folder / "instrument.toml").write_text(SEEDS, encoding="utf-8")
    monkeypatch.setattr(instruments, "ASKED", {**instruments.ASKED, "growth": AskedGrowth})
    monkeypatch.setattr(any_instrument, "PARSERS", {**any_instrument.PARSERS, "growth": parse_growth})
    settings.KULTURSPEJL_CONTENT = [tmp_path]
    the_library.cache_clear()
    yield
    the_library.cache_clear()
    open_rounds.forget_all()


def test_it_is_chosen_agreed_to_answered_closed_and_seen(at):
    where = people.team(9)
    form = at(where.leader).get(reverse("round_new", args=[where.unit])).content.decode()
    assert "What grows where you are?" in form
    post(at(where.leader), where, step="send", addresses=NINE, instrument="seeds")
    made = Round.objects.get()
    assert (made.content_id, made.points, made.preferred) == ("seeds", 4, "none")
    agreeing = at(where.amr).get(reverse("round_release", args=[made.id])).content.decode()
    assert "What grows</strong>: 2 statements, each given a number from 1 to 4" in agreeing
    assert "How is growth in Hjemmepleje Nord? Anonymous" in agreeing
    town.release(where, made.id)
    paper = at(where.leader).get(reverse("round_paper", args=[made.id]) + "?lang=en").content
    printed = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(paper)).pages)
    assert "What grows on paper" in printed
    assert "2. We get a break." in printed
    guess = reverse("lines", args=[made.id, RoundUnit.objects.get().id])
    assert at(where.leader).post(guess, {"guess-now_1": "2", "guess-now_2": "2"}).status_code == 302
    codes = town.long_codes(made.id)
    for code in codes[:6]:
        text = Client().get(f"/r/{code}").content.decode()
        hidden = dict(re.findall(r'name="(secret|retry_id)" value="([^"]+)"', text))
        assert len(re.findall(r'type="radio"', text)) == 8
        assert Client().post(f"/r/{code}", hidden | {"now_1": "4", "now_2": "2"}).status_code == 200
    people.close_with(people.Round(where, made.id, RoundUnit.objects.get().id, ()), [])
    assert people.released_of(made.id).kind == "growth"
    result = Client(headers={"accept-language": "en"}).get(f"/r/{codes[0]}").content.decode()
    assert "What grows in Hjemmepleje Nord" in result
    assert "3.0 on a scale from 1 to 4" in result
    own = at(where.leader).get(reverse("result", args=[RoundUnit.objects.get().id])).content.decode()
    assert "The leader’s guess is 2, and the answers’ mean is 3.0." in own
