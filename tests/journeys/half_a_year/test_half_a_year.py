"""Half a year of a course and of a place of work, by forms, letters and real browsers, on a clock that is moved.

A provider who is the facilitator too, two classes (one in Danish, one in English), a leader with AMR and TR, a leader
alone, somebody who comes late, and a group that signed up by a link.
"""

import re
from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest

from tests.fixtures.served import Server, finish
from tests.journeys.half_a_year.cast import (
    ARNE,
    BODIL,
    DAYS,
    ELLEN,
    FACILITATOR,
    HARBOUR,
    HOME_CARE,
    HR,
    KEPT,
    KIM,
    LEE,
    LONE,
    MADE,
    OTHER_DAYS,
    SCHOOL,
    STEWARD,
    SVEN,
    TOM,
    TOVE,
    UNITS,
)
from tests.journeys.half_a_year.place import Year, set_clock
from tests.journeys.test_a_month import begin, look, take
from tests.journeys.visitor import Page, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    """An empty instance on the day on which the course is made."""
    folder = tmp_path_factory.mktemp("instance")
    file = folder / "clock"
    set_clock(file, MADE, time(9, 30))
    words = {"KULTURSPEJL_DEMO": "1", "KULTURSPEJL_CLOCK_FILE": str(file), "KULTURSPEJL_QUIET_HOURS": "1"}
    made = Server(folder, words).start()
    yield Year(made, file, MADE)
    finish([made])


def typed_days(days, place: str) -> dict[str, str]:
    found = {}
    for part, day in days.items():
        found |= {f"{part}.day": day.isoformat(), f"{part}.starts": "09:00", f"{part}.place": place}
        found[f"{part}.ends"] = "12:30" if part == "start_workshop" else "16:00"
    return found


def classes(visitor: Visitor) -> dict[str, str]:
    """The addresses of the classes, by name, as the list of courses has them."""
    page = visitor.get("/facilitate")
    return {name.strip(): path for path, name in re.findall(r'href="(/facilitate/class/[^"/]+)"[^>]*>([^<]+)', page.text)}


def test_1_the_administrator_begins_and_gives_permissions(year: Year):
    steward = begin(year.place)
    assert "3" in take(steward, look(steward, UNITS)).words
    for person, role in ((FACILITATOR, "facilitator"), (HR, "hr")):
        page = steward.get("/people")
        given = steward.send(page, email=person.address, name=person.name, role=role, unit="", ends="")
        assert given.status == 200
        assert person.name in given.words
    came = year.today()
    assert {one.to for one in came} >= {LONE.address, ELLEN.address, FACILITATOR.address}


def test_2_the_provider_makes_a_course_with_two_classes(year: Year):
    frida = year.visitor(FACILITATOR.address)
    form = frida.get("/facilitate/courses/new/psychosocial")
    typed = {"name": "Psykisk arbejdsmiljø og trivsel", "class_name": "Hold 1", "letters_before": "1", "letters_after": "1",
             "certificates": "1", "kept_days": str(KEPT), **typed_days(DAYS, "Rådhuset, sal 2")}
    late = frida.send(form, **{**typed, "module_2.day": "2027-01-02"})
    assert "Dagen ligger ikke efter den forrige dag" in late.words
    made = frida.send(form, **typed)
    assert made.path.startswith("/facilitate/courses/"), made.words[:800]
    english = year.visitor(FACILITATOR.address, "en")
    more = english.send(english.get(made.path + "/class"), class_name="Class 2", **typed_days(OTHER_DAYS, "Town hall"))
    assert more.path.startswith("/facilitate/class/"), more.words[:800]
    assert set(classes(frida)) >= {"Hold 1", "Class 2"}
