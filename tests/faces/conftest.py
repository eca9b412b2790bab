"""The clock stands where the town's does; signing in is one word."""

from collections.abc import Callable

import pytest
from django.test import Client

from kulturspejl.faces.shared import clock
from kulturspejl.records.models import User
from tests.actions import town


@pytest.fixture(autouse=True)
def the_towns_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages ask the same clock as the town."""
    monkeypatch.setattr(clock, "now", lambda: town.NOW)


@pytest.fixture
def at() -> Callable[..., Client]:
    """`at(user, language="en")`: a browser of somebody who is signed in."""

    def make(user: User | None = None, language: str = "en") -> Client:
        client = Client(headers={"accept-language": language})
        if user is not None:
            client.force_login(user)
        return client

    return make
