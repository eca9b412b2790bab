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
    AFTER,
    ARNE,
    BEFORE,
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
    Person,
)
from tests.journeys.half_a_year.days import come_in, made_ready
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


def put_on(visitor: Visitor, class_path: str, rows: str) -> Page:
    return visitor.send(visitor.get(class_path + "/people"), rows=rows)


def test_3_people_come_on_by_a_list_and_by_a_link(year: Year):
    frida = year.visitor(FACILITATOR.address)
    first = classes(frida)["Hold 1"]
    head = "Arbejdsplads;Rolle;Navn;Mail\n"
    danish = [(SCHOOL, "leder", LONE), (SCHOOL, "AMR", ARNE), (SCHOOL, "TR", TOVE), (HOME_CARE, "leder", SVEN)]
    rows = head + "\n".join(f"{at};{role};{one.name};{one.address}" for at, role, one in danish)
    wrong = put_on(frida, first, rows + "\nFjordskolen;leder;Ib;ib@")
    assert "Linje 6" in wrong.words
    assert "4 personer er sat på holdet" in put_on(frida, first, rows).words
    english = year.visitor(FACILITATOR.address, "en")
    second = classes(english)["Class 2"]
    others = [(HARBOUR, "manager", ELLEN), (HARBOUR, "union representative", TOM), ("Library", "manager", LEE)]
    rows = "Workplace;Role;Name;Mail\n" + "\n".join(f"{at};{role};{one.name};{one.address}" for at, role, one in others)
    assert "3 people are put on the class" in put_on(english, second, rows).words
    until = (MADE + timedelta(days=4)).isoformat()
    page = frida.send(frida.get(first), f"{first}/sign-up", do="open", most="3", until=until)
    door = re.search(r'href="https?://[^/"]+(/sign-up/[^"]+)"', page.text)[1]
    welcomed = {one.to: one for one in year.today() if "/course/" in one.body}
    assert set(welcomed) == {one.address for one in (LONE, ARNE, TOVE, SVEN, ELLEN, TOM, LEE)}
    assert "Din side i kurset" in welcomed[LONE.address].subject
    assert "Your page of the course" in welcomed[ELLEN.address].subject

    guest = year.visitor()
    typed = {"workplace": "Biblioteket", "name.0": BODIL.name, "address.0": BODIL.address, "role.1": "tr"}
    done = guest.send(guest.get(door), **typed, **{"name.1": KIM.name, "address.1": KIM.address})
    assert f"Et brev er på vej til {BODIL.address}" in done.words
    (asked,) = year.today()
    assert (asked.to, asked.subject.partition(":")[0]) == (BODIL.address, "Bekræft din tilmelding")
    page = guest.get(asked.path("/course/"))
    assert "Du er på vej til Opstartsworkshop, dag 1 af 4." in guest.send(page, do="confirm").words
    (told,) = year.today()
    assert told.to == KIM.address
    year.to(MADE + timedelta(days=5))
    assert "Tilmeldingen er lukket" in guest.get(door).words


def own(year: Year, person: Person) -> str:
    """The address of somebody's own page, as it stands in their newest letter about the course."""
    return next(one for one in reversed(year.letters) if one.to == person.address and "/course/" in one.body).path("/course/")


def test_4_the_start_workshop_with_a_letter_before_and_one_after(year: Year):
    frida = year.visitor(FACILITATOR.address)
    first = classes(frida)["Hold 1"]
    came = year.walk_to(DAYS["start_workshop"])
    assert {one.to: one.day for one in came} == dict.fromkeys((one.address for one in (LONE, ARNE, TOVE, SVEN, BODIL, KIM)), BEFORE["start_workshop"])
    assert len(came) == 6
    day = made_ready(year, frida, first, "Opstartsworkshop")
    crew = [come_in(day, own(year, one), one.name, seed=at) for at, one in enumerate((ARNE, TOVE, SVEN, BODIL, KIM))]
    day.go_to("Roller og forventninger · Find jeres TRIO")
    day.press(verb="divide")
    day.go_to("Roller og forventninger · Hver for sig")
    assert [one.answer() for one in crew]
    day.finish()
    after = year.walk_to(AFTER["start_workshop"])
    assert sorted(one.to for one in after) == sorted(one.address for one in (LONE, ARNE, TOVE, SVEN, BODIL, KIM))
    assert "Du er på vej til Modul 1, dag 2 af 4" in year.visitor().get(own(year, LONE)).words
