"""Start workshop, module 1 and module 3 walked through: 26 people, their longest lines, on phone, desk and paper."""

import pytest
from django.test import Client

from kulturspejl.readers.rooms.on_paper import paper
from kulturspejl.records.models import Participant, User
from kulturspejl.vault import codes
from tests.actions.town import NOW
from tests.journeys.full_room import Full

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("programme", ["start_workshop", "module_1", "module_3"])
def test_every_step_stands_on_phone_desk_wall_and_paper(programme):
    full = Full.of(programme, 26, "walked")
    key = "A" * 26
    Participant.objects.filter(id=full.people[0]).update(key_hash=codes.fingerprint(key))
    desk, phone = (Client(headers={"accept-language": "da"}) for _ in range(2))
    desk.force_login(User.objects.get(email="frida@havnby.test"))
    phone.cookies["kulturspejl_room"] = key
    code = Participant.objects.get(id=full.people[0]).room.code
    exercises = set()
    for at, station in enumerate(full.day.script):
        full.come_to(at)
        for page in (phone.get(f"/room/{code}"), desk.get(f"/facilitate/{full.id}")):
            text = page.content.decode()
            assert page.status_code == 200, station
            assert "Text(" not in text, station
        if station.exercise:
            exercises.add(station.exercise)
            step = full.day.step_of(station)
            shown = phone.get(f"/room/{code}").content.decode()
            for part in step.parts if step else ():
                # What is shown takes no more answers; what one writes for a group stands with whoever took the role.
                assert part.picture or part.role or f'data-part="{station.key}/{part.id}"' in shown, (station, part.id)
    assert len(exercises) >= 5
    day = paper(User.objects.get(email="frida@havnby.test"), full.id, language="da", now=NOW)
    assert day is not None
