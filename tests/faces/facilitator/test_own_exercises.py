"""An exercise made in a form: a file that check-content takes, tried by robots, held in a day, given to another."""

import random
import tomllib
from datetime import timedelta

import pytest

from kulturspejl.actions import rooms
from kulturspejl.cli import check_content
from kulturspejl.records.models import OwnExercise, Room, RoomKind
from kulturspejl.values.room_day import day_of_room
from tests.actions import town
from tests.actions.rooms.course import begin
from tests.faces.facilitator.day_form import Form, form_of

pytestmark = pytest.mark.django_db(transaction=True)
LIST, NEW = "/facilitate/exercises", "/facilitate/exercises/new"
HOSTILE = "<b>Ærlig & \"fri\" 'ord' {0} %s</b>"
MADE_HERE = ("board", "agreement_items", "choice", "allocation", "pairs", "anchored_scale", "field")


@pytest.fixture
def course():
    return begin(1)


@pytest.fixture
def frida(at, course):
    return at(course.frida, "da")


def fields(reply) -> dict[str, list[str]]:
    return Form(reply.content.decode(), "exercise-form").fields


def press(client, page, form, do, **chosen):
    reply = client.post(page, form | {"do": do} | chosen)
    assert reply.status_code == 200, do
    return fields(reply)


def written(form: dict[str, list[str]], words: str = HOSTILE) -> dict[str, list[str]]:
    """Words in every empty field that takes some; the two that are templates take no braces."""
    for name, value in form.items():
        if name.endswith(".da") and value == [""]:
            form[name] = [words.replace("{0}", "") if ".phone." in name or ".wall." in name else words]
    return form


def filled(client, kinds=MADE_HERE) -> dict[str, list[str]]:
    """The form of an exercise with a part of each kind, in two steps."""
    form = fields(client.get(NEW))
    form = press(client, NEW, form, "step:step.step_1")
    assert form["order.step"] == ["step_1", "step_2"]
    for place, kind in enumerate(kinds):
        path = f"step.step_{1 + place % 2}"
        form = press(client, NEW, form, f"part:{path}", **{f"what.{path}": kind})
    return written(form) | {"exercise.name.da": "Fire spørgsmål", "step.step_2.form": "pairs"}


def saved(client, page, form, **also):
    reply = client.post(page, form | also)
    assert reply.status_code == 302, fields_at_fault(reply)
    return reply


def fields_at_fault(reply) -> list[str]:
    return [one.partition("</li>")[0] for one in reply.content.decode().partition('role="alert"')[2].split("<li>")[1:]]


def test_from_the_form_to_the_file_to_a_day_and_to_another_facilitator(frida, at, course, tmp_path, capsys):
    saved(frida, NEW, filled(frida))
    row = OwnExercise.objects.get()
    assert row.key.startswith("own_fire_spoergsmaal_")
    given = frida.get(f"{LIST}/{row.id}/file")
    assert given["Content-Disposition"] == f'attachment; filename="{row.key}.toml"'

    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / f"{row.key}.toml").write_bytes(given.content)
    assert check_content.run([str(tmp_path), "--language", "da"]) == 0, capsys.readouterr().out
    data = tomllib.loads(given.content.decode())
    assert {part["kind"] for step in data["step"] for part in step["part"]} == set(MADE_HERE)

    practice = frida.post(f"{LIST}/{row.id}/do", {"verb": "practise"})["Location"].rpartition("/")[2]
    assert Room.objects.get(id=practice).kind == RoomKind.PRACTICE
    assert day_of_room(Room.objects.get(id=practice)).script[0].exercise == row.key
    rooms.run(by=course.frida, room_id=practice, command=next_of(practice), now=town.NOW)
    for second in range(0, 120, 10):
        rooms.move_robots(seconds=10, now=town.NOW + timedelta(seconds=second), rng=random.Random(second))
    wall = at(course.frida, "da").get(f"/facilitate/{practice}/wall").content.decode()
    assert "&lt;b&gt;Ærlig &amp;" in wall
    assert "<b>Ærlig" not in wall

    page = f"/facilitate/{course.id}/change"
    form = form_of(frida, page)
    block = next(one for one in form["item"] if one not in ("welcome", "check_in") and f"what.{one}" in form)
    reply = frida.post(page, form | {"do": f"add:{block}", f"what.{block}": f"exercise:{row.key}"})
    form = Form(reply.content.decode()).fields
    assert frida.post(page, form).status_code == 302
    held = day_of_room(course.room).exercises[row.key]

    finn = at(course.finn, "da")
    sent = tmp_path / f"{row.key}.toml"
    sent.write_bytes(given.content)
    with sent.open("rb") as file:
        assert finn.post(LIST, {"file": file}).status_code == 302
    theirs = OwnExercise.objects.exclude(owner=course.frida).get()
    assert finn.get(f"{LIST}/{theirs.id}/file").content == given.content

    change = f"{LIST}/{row.id}"
    saved(frida, change, fields(frida.get(change)) | {"step.step_1.title.da": "Et helt andet navn"})
    assert frida.get(f"{change}/file").content != given.content
    assert day_of_room(course.room).exercises[row.key] == held, "the day keeps its own copy"
    frida.post(f"{change}/do", {"verb": "delete"})
    assert day_of_room(course.room).exercises[row.key] == held
    assert "Fire spørgsmål" in frida.get(page).content.decode(), "it can still be moved about in the day that holds it"


def next_of(room_id):
    from kulturspejl.core.choreography import commands as do
    from kulturspejl.core.choreography.state import from_json

    return do.Next(from_json(Room.objects.get(id=room_id).state).version)
