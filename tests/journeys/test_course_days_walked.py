"""Every day and every meeting walked through: 26 people, their longest lines, on phone, desk, wall and paper."""

import re
from itertools import pairwise

import pytest
from django.test import Client

from kulturspejl.core.content.programme import PlannedKind
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.readers.rooms.on_paper import paper
from kulturspejl.records.models import Participant, User
from kulturspejl.reports.paper import paper_pdf
from kulturspejl.values.the_library import the_library
from kulturspejl.vault import codes
from tests.actions.town import NOW
from tests.content import content
from tests.house.files import ROOT
from tests.journeys.full_room import Full

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
DAYS = ("start_workshop", "module_1", "module_2", "module_3")
LANGUAGES = ("da", "en")
OF_PDF = b"%PDF"


def clients(full: Full) -> tuple[dict[str, Client], dict[str, Client]]:
    """(desk, phone) in each language."""
    key = "A" * 26
    Participant.objects.filter(id=full.people[0]).update(key_hash=codes.fingerprint(key))
    desks = {one: Client(headers={"accept-language": one}) for one in LANGUAGES}
    phones = {one: Client(headers={"accept-language": one}) for one in LANGUAGES}
    for desk, phone in zip(desks.values(), phones.values(), strict=True):
        desk.force_login(User.objects.get(email="frida@havnby.test"))
        phone.cookies["kulturspejl_room"] = key
    return desks, phones


def read(page) -> str:
    """What stands there; no text is left in two languages at once, and none is missing."""
    text = page.content.decode()
    assert page.status_code == 200
    assert "Text(" not in text
    assert not re.search(r"\{(who_sees|each)\}", text)
    return text


@pytest.mark.parametrize("programme", sorted(content().programmes))
def test_every_step_stands_on_phone_desk_wall_and_paper(programme):
    """All that is offered; a day's models as they are told, in both languages."""
    full = Full.of(programme, 26, "walked")
    desks, phones = clients(full)
    code = Participant.objects.get(id=full.people[0]).room.code
    for at, station in enumerate(full.day.script):
        full.come_to(at)
        language = LANGUAGES[at % 2]
        shown, _desk = (
            read(phones[language].get(f"/room/{code}")), read(desks[language].get(f"/facilitate/{full.id}"))
        )  # fmt: skip
        sides = full.sides(language)
        assert sides or not station.exercise, station
        step = full.day.step_of(station)
        for part in step.parts if step else ():
            # What is shown takes no more answers; what one writes for a group stands with whoever took the role.
            assert part.picture or part.role or f'data-part="{station.key}/{part.id}"' in shown, (station, part.id)
            if part.visibility is Visibility.NAMED:
                assert not any(part.id in side for side in sides), "what a TRIO says to each other is on no wall"
    for language in LANGUAGES:
        day = paper(User.objects.get(email="frida@havnby.test"), full.id, language=language, now=NOW)
        assert paper_pdf(day, lang=language).startswith(OF_PDF)


def test_each_day_of_the_course_reaches_its_end_in_its_hours():
    """As it is written: what is done and told takes no longer than each item, and nothing comes after the last."""
    for id in DAYS:
        plan = the_library().programmes[id]
        starts = [(one.start, one.end) for one in plan.items]
        assert all(end <= later for (_start, end), (later, _end) in pairwise(starts)), id
        assert (starts[0][0], starts[-1][1]) == (9 * 60, (12 * 60 + 30) if id == "start_workshop" else 16 * 60)


def test_what_is_told_on_several_days_does_not_say_on_which_it_is():
    """A model's own notes stand at the desk of each day that tells it; what is true of one day is the station's."""
    library, told = content(), {}
    for plan in library.programmes.values():
        for one in (one for item in plan.items for one in item.stations if one.kind is PlannedKind.INPUT and one.model):
            told.setdefault(one.model, set()).add(plan.id)
    of_a_day = r"(Vi er på|We are at) modul|(I dag|Today) .*(ser|look)|Sidst så|Last time"
    for name in (name for name, plans in told.items() if len(plans) > 1):
        found = library.models[name].teach
        for note in found.notes if found else ():
            assert not re.search(of_a_day, note.da), (name, note.da)
            assert not re.search(of_a_day, note.en), (name, note.en)


def test_what_a_row_of_the_course_names_is_walked_or_told():
    """Each exercise, model, programme and instrument that stands in the table is content, and no row is without a
    test: every exercise stands in a programme that is walked above, every model is told there or has its page."""
    library = content()
    walked = {one for plan in library.programmes.values() for item in plan.items for one in item.exercises}
    known = {*library.exercises, *library.models, *library.programmes, *library.instruments, *library.scales}
    for page in ("docs/en/rows.md", "docs/da/raekker.md"):
        rows = re.findall(r"^\| (\d+) \|(.*)\|$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
        assert [int(number) for number, _row in rows] == list(range(1, 54)), page
        for number, row in rows:
            cells = [one.strip() for one in row.split("|")]
            assert not re.search(r"not yet|by eye|ikke endnu|egne øjne|set efter", row), (page, number)
            assert re.findall(r"`tests/[\w/.]+`", cells[-1]), (page, number)
            assert all((ROOT / one).exists() for one in re.findall(r"`(tests/[\w/.]+)`", cells[-1])), (page, number)
            named = set(re.findall(r"`([a-z_0-9]+)`", cells[1]))
            assert named <= known, (page, number, named - known)
            assert named & set(library.exercises) <= walked, (page, number)
