"""A ring that carries the page, over the real program: to whom it does, and to whom it does not."""

import re
import socket

import pytest

from tests.web.test_several_processes import Room

pytestmark = pytest.mark.slow


class Phone:
    """An open stream with headers of one's own; whole events."""

    def __init__(self, server, path, *headers):
        self.connection = socket.create_connection(("127.0.0.1", server.port), timeout=60)
        head = "".join(f"{one}\r\n" for one in ("Host: localhost", *headers))
        self.connection.sendall(f"GET {path} HTTP/1.1\r\n{head}\r\n".encode())
        self.file = self.connection.makefile("rb")

    def event(self):
        """The next event: its stamp, and the page under it."""
        lines = []
        for raw in self.file:
            line = raw.decode().rstrip("\r\n")
            if line.startswith("data: "):
                lines.append(line.removeprefix("data: "))
            elif line.startswith("data:"):
                lines.append("")
            elif not line and lines:
                break
        return lines[0], "\n".join(lines[1:])


@pytest.fixture(scope="module")
def room(server):
    return Room(server)


def bell(room):
    return f"/room/{room.code}/bell"


def without_time(page: str) -> str:
    """Each page says when it was made."""
    return re.sub(r'data-now="[^"]+"', "", page)


def keys(page: str) -> dict[str, str]:
    """Of its regions, by name."""
    return dict(re.findall(r'data-region="([^"]+)" data-key="([^"]+)"', page))


def pairs(words: str) -> dict[str, str]:
    return dict(zip(words.split()[::2], words.split()[1::2], strict=True))


def test_who_has_a_key_gets_the_page_and_who_has_the_code_alone_the_stamp(server, room):
    inside = Phone(server, bell(room), f"Cookie: kulturspejl_room={room.key}", "Accept-Language: da")
    english = Phone(server, bell(room), f"Cookie: kulturspejl_room={room.key}", "Accept-Language: en")
    outside = Phone(server, bell(room))
    stranger = Phone(server, bell(room), "Cookie: kulturspejl_room=MADEUPMADEUPMADEUPMADEUP2")
    phones = (inside, english, outside, stranger)
    before = [one.event()[1] for one in phones]
    room.press(server)
    told = [one.event() for one in phones]
    assert len({stamp for stamp, _page in told}) == 1
    now = room.now(server).replace("\r\n", "\n")
    page = told[0][1]
    again = Phone(server, bell(room), f"Cookie: kulturspejl_room={room.key}", "Accept-Language: da").event()[1]
    assert without_time(again) == without_time(now), "who comes now gets the whole page"
    named = pairs(re.search('data-same="(.*)"', page)[1])
    assert keys(page) | named == keys(now)
    assert named.items() <= keys(before[0]).items(), "what is only named it has brought before"
    assert named
    assert not named.keys() & keys(page).keys()
    assert "Velkomst og præsentation" in told[0][1]
    assert "Welcome and introductions" in told[1][1]
    assert [told[2][1], told[3][1]] == ["", ""]


def test_a_phone_that_shows_the_same_already_gets_no_page(server, room):
    cookie = f"Cookie: kulturspejl_room={room.key}"
    stamp, page = Phone(server, bell(room), cookie).event()
    assert page
    assert Phone(server, f"{bell(room)}?seen={stamp}", cookie).event() == (stamp, "")
    assert Phone(server, bell(room), cookie, f"Last-Event-ID: {stamp}").event() == (stamp, "")
    assert Phone(server, f"{bell(room)}?seen={stamp}", cookie, "Last-Event-ID: older").event()[1], (
        "what it said when it came back is the newer word"
    )


def test_nonsense_in_the_question_does_no_harm(server, room):
    cookie = f"Cookie: kulturspejl_room={room.key}"
    for path in ("?seen=%00%ff", "?seen=a&seen=b", "?%", "?" + "x" * 3000):
        assert Phone(server, bell(room) + path, cookie).event()[1]
    assert Phone(server, bell(room), "Cookie: kulturspejl_room=\xff;;=").event()[1] == ""
    assert Phone(server, bell(room), cookie, "Accept-Language: " + "da," * 500).event()[1]


def test_who_was_removed_gets_no_more_pages(server, room):
    # The last of all: nobody is in the room any more.
    phone = Phone(server, bell(room), f"Cookie: kulturspejl_room={room.key}")
    assert phone.event()[1]
    server.python("from kulturspejl.records.models import Participant\n"
                  f"Participant.objects.filter(room_id={room.room!r}).delete()")  # fmt: skip
    data = {"verb": "next", "seen": room_version(server, room)}
    room.version = lambda _server: data["seen"]
    room.press(server)
    assert phone.event()[1] == ""


def room_version(server, room):
    told = server.python(
        f"from kulturspejl.records.models import Room\nprint(Room.objects.get(id={room.room!r}).version)"
    )
    return int(told)
