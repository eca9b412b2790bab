"""How the forms of a class's own slides are pressed."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kulturspejl.actions import rooms
from kulturspejl.records.models import RoomSlide
from tests.actions import town
from tests.actions.rooms.course import begin
from tests.attacks.pressing import browser, of


def day():
    course = begin(0)
    return course, browser(course.frida), f"/facilitate/{course.id}"


def bring_slides():
    _course, client, page = day()
    file = SimpleUploadedFile("a.png", a_picture(), "image/png")
    return of(client, f"{page}/slides", station="welcome", file=file)


def on_slides(**typed):
    course, client, page = day()
    rooms.add_slides(by=course.frida, room_id=course.id, station="welcome", files=[a_picture()] * 2, now=town.NOW)
    slide = str(RoomSlide.objects.last().id)
    return of(client, f"{page}/slides", f"{page}/slides/change", **{"slide": slide, **typed})


def a_picture():
    out = io.BytesIO()
    Image.new("RGB", (4, 3)).save(out, "PNG")
    return out.getvalue()
