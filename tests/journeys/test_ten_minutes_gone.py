"""A third of the phones lose their network for ten minutes, by a clock that the test moves."""

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server, finish
from tests.journeys.in_the_room import code_of, desk, go_to, phone_of, robots, send_word
from tests.journeys.test_room_devices import seconds
from tests.journeys.whole_day import Clock

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
GONE, STAYED = 3, 6
PROFILE = "Kulturprofil: alene, to og to, sammen"
AT_MOST = 15.0
"""Seconds until a phone that is back has it all; alone it takes 0.05, and a machine that runs other tests gets more."""


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Clock:
    made = Clock(tmp_path_factory.mktemp("clock") / "clock")
    made.to(9 * 60)
    return made


@pytest.fixture(scope="module")
def demo_server(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[Server]:
    """A demo by that clock."""
    words = {"KULTURSPEJL_DEMO": "1", "KULTURSPEJL_CLOCK_FILE": str(clock.file)}
    made = Server(tmp_path_factory.mktemp("demo"), words)
    shutil.copytree(demo_folder / "var", made.var)
    yield made.start()
    finish([made])


def gone(phones: list[Page]) -> None:
    for phone in phones:
        phone.context.set_offline(True)


def back(phones: list[Page], sign: str, text: str) -> list[float]:
    """The network is there again; after how many seconds each phone shows that text."""
    taken = []
    for phone in phones:
        began = time.perf_counter()
        phone.context.set_offline(False)
        expect(phone.locator(sign)).to_contain_text(text, timeout=60_000)
        taken.append(time.perf_counter() - began)
    return taken


def test_what_was_sent_without_network_comes_once_and_every_phone_finds_the_step(
    demo_server: Server, desk: Page, new_page, clock: Clock
):
    code = code_of(desk)
    phones = [phone_of(desk, new_page, demo_server, f"Telefon {number}") for number in range(GONE)]
    for phone in phones:
        phone.get_by_role("link", name="Gå videre").click()
    crew = robots(demo_server, code, STAYED)
    go_to(desk, "Tjek-ind · Hver for sig")
    for number, phone in enumerate(phones):
        expect(phone.get_by_label("Et ord eller en linje")).to_be_visible()
        phone.get_by_label("Et ord eller en linje").fill(f"Uden net {number}")
    gone(phones)
    for phone in phones:
        phone.get_by_role("button", name="Send").click()
        expect(phone.locator(".sent-line")).to_contain_text("Venter på nettet")
    clock.to(9 * 60 + 10)
    for number, cookie in enumerate(crew):
        send_word(demo_server, code, cookie, f"Med net {number}")
    taken = back(phones, ".sent-line", "Sendt.")
    assert words_in(demo_server, code) == sorted(
        [f"Med net {number}" for number in range(STAYED)] + [f"Uden net {number}" for number in range(GONE)]
    ), "each word once"

    gone(phones)
    clock.to(9 * 60 + 20)
    go_to(desk, f"{PROFILE} · Hver for sig")
    taken += back(phones, "h1", PROFILE)
    for phone in phones:
        expect(phone.locator("[role=timer]")).to_have_text(re.compile(r"^\d+:\d\d$"))
        assert abs(seconds(phone) - seconds(desk)) <= 1, "its clock has been ten minutes behind the world"
    assert max(taken) <= AT_MOST, taken


def words_in(place: Server, code: str) -> list[str]:
    told = place.python(
        "from kulturspejl.records.models import RoomNote\n"
        f"print('|'.join(sorted(one.values['line'] for one in RoomNote.objects.filter(room__code={code!r}))))"
    )
    return told.strip().split("|")
