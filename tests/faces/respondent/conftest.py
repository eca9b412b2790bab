"""A team that is being asked, and a clock that stands still while it is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from kulturspejl.actions.mailing import open_codes
from kulturspejl.faces.shared import clock, guesses
from kulturspejl.records.models import Invitation
from tests.actions.town import NOW, Town, found_town, open_round

SOON = NOW + timedelta(hours=1)


@dataclass
class Team:
    """The town, its open round, and everybody's long and short code."""

    town: Town
    round_id: object
    codes: list[str]
    short: list[str]


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: SOON)
    guesses.forget()


@pytest.fixture
def move_clock(monkeypatch: pytest.MonkeyPatch):
    """`move_clock(moment)` moves the pages' clock."""

    def move(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    return move


@pytest.fixture
def team(transactional_db: None) -> Team:
    """Nine people in Hjemmepleje Nord, asked by Karen."""
    town = found_town()
    round_id = open_round(town, mails=9)
    pairs = [open_codes(round_id, one) for one in Invitation.objects.filter(round_unit__round_id=round_id)]
    return Team(town, round_id, [long for long, _ in pairs], [short for _, short in pairs])
