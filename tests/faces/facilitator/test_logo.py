"""A facilitator's own picture: small, said in words, on walls, paper and reports of their days, gone by one button."""

import io
from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfReader

from kulturspejl.faces.facilitator.wall import LOGO_GAP, that_fits, width_of
from kulturspejl.readers.rooms.regions.agenda import AgendaLine
from kulturspejl.records.models import AuditEntry, OwnLogo, Room
from kulturspejl.reports.course import Course, OverClasses, course_pdf
from kulturspejl.values.own_logo import Logo, logo_svg

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PAGE = "/facilitate/logo"
DAY = date(2026, 11, 29)
COURSE = Course("Hold 1", "Modul 2", DAY, 12, 0, 3, ("Et formål",), (), (), OverClasses(), (5, 8, 8), DAY)


def a_picture(width=1200, height=300) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, "PNG")
    return out.getvalue()


def bring(client, given=None, words="Havnby Kommunes logo"):
    file = SimpleUploadedFile("a.png", a_picture() if given is None else given)
    return client.post(PAGE, {"file": file, "words": words})


def pictures_in(pdf: bytes) -> int:
    return sum(len(page.images) for page in PdfReader(io.BytesIO(pdf)).pages[:1])


def test_it_stands_on_wall_and_paper_until_it_is_taken_away(frida, at, course):
    wall, paper = f"/facilitate/{course.id}/wall", f"/facilitate/{course.id}/paper"
    picture = f"/facilitate/{course.id}/logo"
    key = f"?key={Room.objects.get(id=course.id).wall_key}"
    assert at().get(picture + key).status_code == 404
    assert bring(frida).status_code == 302
    row = OwnLogo.objects.get()
    assert (row.width, row.height) == (600, 150), "no larger than a small picture"
    drawn = f'<img class="logo" src="{picture}{key}" alt="Havnby Kommunes logo">'
    assert drawn in at().get(wall + key).content.decode()
    shown = at().get(picture + key)
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/png")
    assert at().get(picture).status_code == 404, "not without the wall's own key"
    assert pictures_in(frida.get(paper).content) == 1
    frida.post(PAGE, {"verb": "remove", "words": "x"})
    assert "logo" not in at().get(wall + key).content.decode()
    assert pictures_in(frida.get(paper).content) == 0
    assert at().get(picture + key).status_code == 404


def test_it_stands_in_the_report(frida, course):
    bring(frida)
    drawn = replace(COURSE, logo=logo_svg(course.frida.id))
    assert pictures_in(course_pdf(drawn, lang="da", is_whole=False)) == 1
    assert pictures_in(course_pdf(COURSE, lang="da", is_whole=False)) == 0


def test_it_is_said_in_words_and_what_is_no_picture_is_told(frida):
    page = bring(frida, words=" ").content.decode()
    assert 'id="words-fault"' in page
    assert 'id="file-fault"' in bring(frida, given=b"%PDF-1.4").content.decode()
    assert 'id="file-fault"' in frida.post(PAGE, {"words": "Havnby"}).content.decode()
    assert not OwnLogo.objects.exists()
    bring(frida)
    assert frida.post(PAGE, {"words": "Et andet navn"}).status_code == 302
    assert OwnLogo.objects.get().words == "Et andet navn"
    assert AuditEntry.objects.filter(verb="logo.save").count() == 2


def test_the_strip_leaves_something_of_the_day_out_rather_than_the_picture():
    assert width_of(None) == 0
    assert (width_of(Logo("x", 600, 60)), width_of(Logo("x", 60, 240))) == (120 + LOGO_GAP, 8 + LOGO_GAP)
    line = AgendaLine("k", "9.15", "10.30", "Kulturen og psykisk arbejdsmiljø", 75, 60, True, False, False)
    wide = that_fits("k.dk", "ABC123", line, None, 560.0)
    assert (that_fits("k.dk", "ABC123", line, None).is_named, wide.is_named, wide.has_logo) == (True, False, True)
