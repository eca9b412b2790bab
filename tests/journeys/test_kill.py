"""Pulling the plug: every acknowledged answer and word is kept, exactly once (contract 5; science T-measures).

The whole in the sweep, a tenth in every run; on both stores.
"""

import json
import sys
import uuid

import pytest

from benchmarks.load.http import Connection
from benchmarks.load.people import Person, number_of
from benchmarks.load.visit import answer
from tests.fixtures.served import ROOT
from tests.journeys.pulled import crowd

pytestmark = pytest.mark.slow
PEOPLE = 5_200
UNITS = 20
WORDS = 2_600
"""With a name, and as many without."""
STORES = ["embedded", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=STORES)
def server(serve, request):
    """The program on either store."""
    if request.param == "embedded":
        return serve()
    return serve(DATABASE_URL=request.getfixturevalue("new_postgres_url")(with_tables=True))


def test_no_acknowledged_answer_is_lost_or_doubled_by_kill_9(server, scale):
    count = scale(PEOPLE)
    server.stop()
    people = [Person(number, code) for number, code in enumerate(_do(server, str(count), str(UNITS)))]
    server.start()
    acknowledged = crowd(server, count, lambda connection, number: answer(connection, people[number]))
    server.stop()
    kept = [number_of(row) for row in _do(server, "close")]
    assert sorted(kept) == sorted(acknowledged), "none lost, none twice"


def _do(server, *words):
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv = ['round', *{list(words)!r}]\n"
    code += "from benchmarks.load.round import main; main()"
    return json.loads(server.run([sys.executable, "-c", code]).stdout.splitlines()[-1])


BEGIN = f"""
import json, sys
sys.path.insert(0, {str(ROOT)!r})
from django.utils import timezone
from kulturspejl.access.room_access import key_of_words
from kulturspejl.records.models import Participant
from kulturspejl.vault import codes
from tests.actions.rooms.course import begin
now = timezone.now()
course = begin(now=now)
keys = [key_of_words(course.id, str(number)) for number in range(COUNT)]
Participant.objects.bulk_create(
    Participant(room=course.room, name=str(at), key_hash=codes.fingerprint(key), came_at=now)
    for at, key in enumerate(keys)
)
station = course.go_to('check_in', 'line', now=now)
print(json.dumps([course.code, keys, station]))
"""
GO_ON = f"""
import json, sys
sys.path.insert(0, {str(ROOT)!r})
from django.utils import timezone
from kulturspejl.records.models import Room, RoomNote, User
from tests.actions.rooms.course import Course
room, lines = Room.objects.get(), sorted(note.values['line'] for note in RoomNote.objects.all())
frida = User.objects.get(email='frida@havnby.test')
course = Course(None, room.id, frida, frida)
"""


def test_no_acknowledged_word_is_lost_or_doubled_by_kill_9(server, scale):
    """Of one room, in which all write at once: first with a name, then without."""
    count = scale(WORDS)
    code, keys, station = _told(server, BEGIN.replace("COUNT", str(count)))
    ids, vouchers = [[str(uuid.uuid4()) for _ in keys] for _ in range(2)], {}

    async def named(connection, number):
        letter = {"id": ids[0][number], "part": f"{station}/arrived", "values": {"line": f"Ord {number}"}}
        return (await _post(connection, f"/room/{code}/contributions", letter, keys[number])).status

    crowd(server, count, named)
    go_on = GO_ON + "print(json.dumps([lines, course.go_to('evaluation', 'alone', now=timezone.now())]))"
    lines, station = _told(server, go_on)
    assert lines == sorted(f"Ord {number}" for number in range(count)), "none lost, none twice"
    part = f"{station}/words"

    async def unnamed(connection, number):
        if number not in vouchers:
            wanted = {"part": part, "secret": f"{number:064x}"}
            bought = await _post(connection, f"/room/{code}/voucher", wanted, keys[number])
            if bought.status != 200:
                return bought.status
            vouchers[number] = bought.json()["voucher"]
        letter = {"id": ids[1][number], "part": part, "values": {"keep": f"Behold {number}"}}
        return (await _post(connection, f"/without-a-name/{code}", letter | {"voucher": vouchers[number]})).status

    crowd(server, count, unnamed)
    words = _told(server, GO_ON + f"print(json.dumps(sorted(one['keep'] for one in course.answers({part!r}))))")
    assert words == sorted(f"Behold {number}" for number in range(count)), "none lost, none twice"


def _told(server, code):
    return json.loads(server.python(code).splitlines()[-1])


async def _post(connection: Connection, path, data, key=""):
    body = json.dumps(data).encode()
    head = [f"POST {path} HTTP/1.1", "Host: localhost", "Content-Type: application/json", "Accept: application/json"]
    head += [f"Content-Length: {len(body)}", *([f"Cookie: kulturspejl_room={key}"] if key else []), "", ""]
    return await connection.send("\r\n".join(head).encode() + body)
