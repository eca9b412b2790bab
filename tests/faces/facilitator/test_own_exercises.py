"""An exercise made in a form: a file that check-content takes, tried by robots, held in a day, given to another."""

import random
import tomllib
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from kulturspejl.access import taken
from kulturspejl.actions import erasing, rooms, security_events
from kulturspejl.actions import own_exercises as actions
from kulturspejl.actions.rehearsing import rehearse
from kulturspejl.cli import check_content
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.state import from_json
from kulturspejl.core.content.parse_exercise import parse_exercise
from kulturspejl.core.toml.writing import toml_of
from kulturspejl.readers import about_me
from kulturspejl.records.models import OwnExercise, Room, RoomKind
from kulturspejl.values import own_exercises as own
from kulturspejl.values.room_day import day_of_room
from kulturspejl.values.the_library import the_library
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
            form[name] = [words.replace("{0} ", "") if ".phone." in name or ".wall." in name else words]
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


@pytest.mark.slow
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
    return do.Next(from_json(Room.objects.get(id=room_id).state).version)


@pytest.mark.slow
def test_an_exercise_that_comes_along_is_a_beginning_from_which_nothing_is_lost(frida):
    for id, built_in in the_library().exercises.items():
        page = f"{NEW}?like={id}"
        saved(frida, page, fields(frida.get(page)))
        made = own.exercise_of(OwnExercise.objects.get().text)
        for step, was in zip(made.steps, built_in.steps, strict=True):
            assert step == was, (id, step.id)
        assert (made.name, made.purpose, made.promises, made.model, made.alone) == (
            built_in.name, built_in.purpose, built_in.promises, built_in.model, built_in.alone,
        )  # fmt: skip
        OwnExercise.objects.all().delete()


@pytest.mark.slow
def test_every_fault_stands_at_its_field_and_nothing_typed_is_lost(frida):
    form = filled(frida, ("board", "anchored_scale"))
    form |= {
        "step.step_1.minutes": "hm", "step.step_1.wall.da": "Se {her}", "step.step_2.title.da": "",
        "step.step_1.part.part_1.longest": "9000", "step.step_2.part.part_2.anchor.r0.value": "77",
    }  # fmt: skip
    reply = frida.post(NEW, form)
    assert reply.status_code == 422
    assert OwnExercise.objects.count() == 0
    page = reply.content.decode()
    for name in (
        "step.step_1.minutes", "step.step_1.wall", "step.step_2.title", "step.step_1.part.part_1.longest",
    ):  # fmt: skip
        assert f'id="{name}-fault"' in page, name
    assert "Her skal stå et helt tal fra 1 til 240." in page
    assert "Teksterne står ikke i rækkefølge på linjen." in page, "of a list as a whole"
    again = fields(reply)
    for name, value in form.items():
        if name not in ("form_id", "csrfmiddlewaretoken"):
            assert again[name] == (value if isinstance(value, list) else [value]), name


def test_what_is_too_long_or_too_much_is_told_by_the_same_reader(frida):
    form = filled(frida, ("board",)) | {"step.step_1.part.part_1.label.da": "x" * 161, "exercise.name.da": "n" * 101}
    page = frida.post(NEW, form).content.decode()
    assert page.count("der er plads til 160 tegn") + page.count("der er plads til 100 tegn") >= 2
    assert 'id="step.step_1.part.part_1.label-fault"' in page


def test_a_language_that_is_not_written_has_the_words_of_the_other(frida):
    form = press(frida, NEW, filled(frida, ("choice",)), "both")
    form |= {"exercise.name.en": "Four questions"}
    saved(frida, NEW, form)
    row = OwnExercise.objects.get()
    made = own.exercise_of(row.text)
    assert (made.name.da, made.name.en) == ("Fire spørgsmål", "Four questions")
    assert made.purpose.da == made.purpose.en
    assert "på ét sprog" in frida.get(LIST).content.decode()
    assert "exercise.name.en" in fields(frida.get(f"{LIST}/{row.id}")), "the second language is not lost by a change"


@pytest.mark.slow
def test_rows_and_parts_are_added_moved_and_taken_out_without_a_script(frida):
    form = filled(frida, ("choice", "board", "pairs"))
    part = "step.step_1.part.part_1"
    form = press(frida, NEW, form, f"row:{part}.item")
    assert form[f"order.{part}.item"] == ["item_1", "item_2", "item_3"]
    form = press(frida, NEW, written(form), f"drop:{part}.item.item_1")
    assert form[f"order.{part}.item"] == ["item_2", "item_3"]
    form = press(frida, NEW, form, "down:step.step_1.part.part_1")
    assert form["order.step.step_1.part"] == ["part_3", "part_1"]
    form = press(frida, NEW, form, "up:step.step_2")
    assert form["order.step"] == ["step_2", "step_1"]
    form = press(frida, NEW, form, "drop:step.step_2")
    assert form["order.step"] == ["step_1"]
    saved(frida, NEW, form)


def test_who_sees_it_is_one_of_what_the_kind_allows_and_never_typed(frida):
    form = filled(frida, ("choice",))
    way = "step.step_1.part.part_1.way"
    assert form[way] == ["V3:counts"]
    saved(frida, NEW, form | {way: "V2:lines"})
    part = tomllib.loads(OwnExercise.objects.get().text)["step"][0]["part"][0]
    assert (part["visibility"], part["picture"]) == ("V3", "counts")


@pytest.mark.slow
def test_two_windows_are_told_of_each_other(frida):
    saved(frida, NEW, filled(frida, ("choice",)))
    page = f"{LIST}/{OwnExercise.objects.get().id}"
    first, second = fields(frida.get(page)), fields(frida.get(page))
    saved(frida, page, first | {"step.step_1.title.da": "Første"})
    reply = frida.post(page, second | {"step.step_1.title.da": "Anden"})
    assert reply.status_code == 409
    assert fields(reply)["step.step_1.title.da"] == ["Anden"]
    saved(frida, page, fields(reply))
    assert "Anden" in OwnExercise.objects.get().text


def send(client, text, **also):
    given = text if isinstance(text, bytes) else text.encode()
    return client.post(LIST, {"file": SimpleUploadedFile("x.toml", given), **also})


@pytest.mark.slow
def test_a_file_is_told_its_faults_with_their_lines_and_taken_when_it_is_mended(frida):
    good = '''[exercise]
id = "one_two"
version = "1"
name.da = "En"
name.en = "One"
purpose.da = "Til noget."
purpose.en = "For something."

[[step]]
id = "one"
form = "alone"
minutes = 5
title.da = "Et"
title.en = "One"
phone.da = "Tænk"
phone.en = "Think"
wall.da = "Tænk"
wall.en = "Think"
'''
    for text, told in (
        (good.replace("minutes = 5", "minutes = 500"), "Linje 12: step.one.minutes: Her skal stå et helt tal"),
        (good.replace('wall.da = "Tænk"', ""), "Linje 18: step.one.wall.da: Den danske tekst mangler."),
        (good.replace('id = "one_two"', "id = one"), "Linje 2: Filen er ikke gyldig TOML"),
        (good.encode("utf-16"), "UTF-8"),
        (b"", "I filen er der ingen øvelse"),
        ("x = " + "[" * 20_000, "lag"),
        (good + ".".join("a" * 100) + " = 1\n", "lag"),
        (good + " . ".join(['"\\""'] * 100) + " = 1\n", "lag"),
        (good.replace("minutes = 5", "minutes = " + "9" * 5_000), "Filen er ikke gyldig TOML"),
        (good + "[[step]]\n" * 400, "fejl til. Ret først dem her."),
        ("#" * 41_000, "mere end 40 kB"),
        (good.replace("Tænk", "Tæ\u202enk"), "som ingen kan se"),
        (good + 'model = "no_such_figure"\n', "no_such_figure"),
    ):
        reply = send(frida, text)
        assert reply.status_code == 422, told
        assert told in reply.content.decode(), told
    assert OwnExercise.objects.count() == 0
    assert send(frida, good).status_code == 302
    row = OwnExercise.objects.get()
    assert row.key == "own_one_two", "it is nobody else's and no other of the instance"
    assert parse_exercise(tomllib.loads(row.text), "x").steps == parse_exercise(tomllib.loads(good), "x").steps
    other = send(frida, row.text.replace('"En"', '"To"'))
    assert other.status_code == 422
    assert "»En«" in other.content.decode()
    assert send(frida, row.text.replace('"En"', '"To"'), replaces="1").status_code == 302
    assert [own.exercise_of(one.text).name.da for one in OwnExercise.objects.all()] == ["To"]


def test_nobody_waits_while_a_file_is_read_and_robots_go_through_it(frida, monkeypatch):
    """A lock of the embedded store is everybody's, and a file of 40 kB can take seconds."""
    locked = []

    def looked(exercise, rng):
        locked.append(connection.in_atomic_block)
        rehearse(exercise, rng)

    monkeypatch.setattr(actions, "rehearse", looked)
    assert send(frida, the_file("a")).status_code == 302
    row = OwnExercise.objects.get()
    actions.save_exercise(by=row.owner, exercise_id=row.id, text=row.text, now=town.NOW)
    assert locked == [False, False]


def test_there_is_an_end_to_how_many(frida, course, monkeypatch):
    text = the_file("a")
    send(frida, text)
    monkeypatch.setattr(actions, "MOST_OF_A_PERSON", 1)
    assert "Du kan have 1 egne" in send(frida, the_file("b")).content.decode()
    assert send(frida, the_file("a")).status_code == 302, "the same one takes no more room"
    monkeypatch.setattr(actions, "MOST_OF_A_PERSON", 40)
    monkeypatch.setattr(actions, "MOST_OF_ALL", 1)
    assert "ikke plads til flere egne" in send(frida, the_file("b")).content.decode()


def the_file(name: str) -> str:
    raw = the_library().exercises["permit_promote"].raw
    return toml_of({**raw, "exercise": {**raw["exercise"], "id": f"own_{name}"}})


def test_one_that_names_a_figure_that_is_gone_says_so_and_can_be_mended(frida, course):
    raw = the_library().exercises["permit_promote"].raw
    head = {**raw["exercise"], "id": "own_gone", "model": "a_figure_that_was"}
    row = OwnExercise.objects.create(
        owner=course.frida, key="own_gone", text=toml_of({**raw, "exercise": head}), made_at=town.NOW,
        changed_at=town.NOW,
    )  # fmt: skip
    page = frida.get(LIST).content.decode()
    assert "own_gone" in page
    assert "a_figure_that_was" in page
    assert frida.post(f"{LIST}/{row.id}/do", {"verb": "practise"}).status_code == 409
    assert "own_gone" not in frida.get("/facilitate/new/module_2").content.decode()
    assert send(frida, the_file("gone")).status_code == 422, "the one that is there is not replaced unasked"
    assert send(frida, the_file("gone"), replaces="1").status_code == 302


def test_it_goes_with_the_account_and_stands_in_what_is_stored_about_somebody(frida, course):
    send(frida, the_file("mine"))
    stored = about_me.everything(course.frida, is_own=True, now=town.NOW)
    assert any(part.name == "OwnExercise" and "own_mine" in str(part.rows) for part in stored.parts)
    security_events.note(user=course.frida, kind=taken.KIND, by=course.town.steward, now=town.NOW)
    erasing.erase(
        by=course.town.steward, organisation_id=course.town.organisation, person_id=course.frida.id, is_known=True,
        now=town.NOW,
    )  # fmt: skip
    assert not OwnExercise.objects.exists()
