"""How the forms of a facilitator's own exercises and own logo are pressed."""

from django.core.files.uploadedfile import SimpleUploadedFile

from kulturspejl.actions import own_exercises, own_logo
from kulturspejl.core.toml.writing import toml_of
from kulturspejl.values.the_library import the_library
from tests.actions import town
from tests.actions.rooms.course import begin
from tests.attacks.presses_of_slides import a_picture
from tests.attacks.pressing import Press, browser, of
from tests.faces.facilitator.day_form import Form

LIST, LOGO = "/facilitate/exercises", "/facilitate/logo"
LIKE = "permit_promote"


def a_file() -> bytes:
    """One that comes along, as another facilitator's."""
    raw = the_library().exercises[LIKE].raw
    return toml_of({**raw, "exercise": {**raw["exercise"], "id": f"own_{LIKE}"}}).encode()


def take_in_exercise():
    file = SimpleUploadedFile("own.toml", a_file(), "application/toml")
    return of(browser(begin(0).frida), LIST, file=file)


def new_exercise():
    return on_the_form(browser(begin(0).frida), f"{LIST}/new?like={LIKE}")


def change_exercise():
    client, page = kept()
    return on_the_form(client, page, **{"exercise.name.da": "Et andet navn"})


def on_the_form(client, page, **typed):
    """All fields of the form, rows and all, as they stand."""
    return Press(client, page, Form(client.get(page).content.decode(), "exercise-form").fields | typed)


def at_exercise(verb: str):
    client, page = kept()
    return of(client, LIST, f"{page}/do", verb=verb)


def bring_logo():
    file = SimpleUploadedFile("a.png", a_picture(), "image/png")
    return of(browser(begin(0).frida), LOGO, file=file, words="Havnby")


def take_logo_away():
    frida = begin(0).frida
    own_logo.save_logo(by=frida, given=a_picture(), words="Havnby", now=town.NOW)
    return of(browser(frida), LOGO, verb="remove")


def kept():
    frida = begin(0).frida
    id = own_exercises.take_exercise(by=frida, given=a_file(), replaces=False, now=town.NOW)
    return browser(frida), f"{LIST}/{id}"
