"""Own slides: what is drawn anew, what is refused and how it is said, and that the reading process is closed in."""

import io
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest
import typst
from PIL import Image
from pypdf import PdfReader, PdfWriter

from kulturspejl.core.errors import Faulty
from kulturspejl.library import slides
from kulturspejl.library.slides import closed_in, reading

pytestmark = pytest.mark.slow
DECK = b"""#set page(width: 25.4cm, height: 14.29cm, fill: rgb("#f4efe6"))
= Retning og commitment
Hvad er vores m\xc3\xa5l?
#pagebreak()
= Tak for formiddagen
"""
ORIENTATION, DESCRIPTION = 0x0112, 0x010E


def deck(source: bytes = DECK) -> bytes:
    return typst.compile(source)


def picture(form: str, width: int = 40, height: int = 20, **how) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((width, height), 60).convert("RGB").save(out, form, **how)
    return out.getvalue()


def test_the_pages_of_a_pdf_come_as_new_pictures_with_their_words():
    first, second = slides.read(deck())
    assert (first.width, first.height) == (1920, 1080)
    assert "Retning og commitment" in first.words
    assert "Hvad er vores mål?" in first.words
    assert second.words == "Tak for formiddagen"
    with Image.open(io.BytesIO(first.image)) as found:
        assert found.format.lower() == first.form
        assert found.getpixel((0, 0)) == (244, 239, 230)


def test_a_picture_is_turned_made_smaller_and_loses_what_was_written_beside_it():
    beside = Image.Exif()
    beside[ORIENTATION], beside[DESCRIPTION] = 6, "taken at Mette's"
    given = picture("JPEG", 3000, 4000, exif=beside)
    assert b"taken at Mette's" in given
    (found,) = slides.read(given)
    assert (found.width, found.height) == (1440, 1080)
    assert b"taken at Mette's" not in found.image
    assert b"Exif" not in found.image


def test_what_is_transparent_stands_on_white():
    out = io.BytesIO()
    Image.new("RGBA", (4, 4), (255, 0, 0, 0)).save(out, "PNG")
    (found,) = slides.read(out.getvalue())
    with Image.open(io.BytesIO(found.image)) as drawn:
        assert drawn.convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def locked() -> bytes:
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(deck()))), io.BytesIO()
    writer.encrypt("hemmeligt")
    writer.write(out)
    return out.getvalue()


def bomb() -> bytes:
    """A PNG of a few bytes that says it has more points than any camera takes."""
    small = picture("PNG", 1, 1)
    return small[:16] + struct.pack(">II", 60_000, 60_000) + small[24:]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (lambda: b"", "Vælg en fil"),
        (lambda: b"Dear class", "kan ikke læses"),
        (lambda: b"%PDF-1.7\nnothing", "kan ikke læses"),
        (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kan ikke læses"),
        (lambda: picture("GIF"), "kan ikke læses"),
        (lambda: picture("JPEG", 400, 400)[:900], "kan ikke læses"),
        (locked, "låst"),
        (bomb, "kan ikke læses|for stort"),
        (lambda: deck(b"#pagebreak()\n" * 8), "mere end 5 sider"),
        (lambda: b"x" * (slides.LONGEST + 1), "30 MB"),
    ],
)
def test_what_cannot_be_taken_is_said_in_a_sentence_at_its_field(given, why):
    with pytest.raises(Faulty) as refused:
        slides.read(given(), 5)
    assert re.search(why, refused.value.fields["file"].da)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"P\xff\xff\xff\xffshort",
        b"E\0\0\0\x011",
        b"P\0\0\0\x04{}\0x" + b"E\0\0\0\x011",
        b'P\0\0\0\x36{"form": "svg", "width": 1, "height": 1, "words": ""}\0<svg',
        b'P\0\0\0\x35{"form": "png", "width": 1, "height": 1, "words": ""}\0<sv',
    ],
)
def test_an_answer_of_a_process_that_has_been_taken_over_is_believed_in_nothing(said, monkeypatch):
    monkeypatch.setattr(reading, "_answer", lambda _given, _most: said)
    with pytest.raises(Faulty):
        slides.read(b"%PDF-")


TRIES = """
import importlib.util, os, socket, sys
spec = importlib.util.spec_from_file_location("closed_in", sys.argv[1])
child = importlib.util.module_from_spec(spec)
spec.loader.exec_module(child)
tries = {
    "read": lambda: open("/etc/hostname"), "write": lambda: open("/tmp/out-of-here", "w"),
    "list": lambda: os.listdir("/"), "net": lambda: socket.socket(), "fork": os.fork,
    "run": lambda: os.execv("/bin/true", ["true"]), "kill": lambda: os.kill(os.getppid(), 0),
    "look": lambda: os.stat("/proc/self/environ"),
}
before = [name for name in ("read", "list", "net", "look") if tries[name]() is not None]
child.close_in()
got = []
for name, attempt in tries.items():
    try:
        attempt()
        got.append(name)
    except OSError:
        pass
print(len(before), got)
"""


def test_from_in_there_nothing_can_be_opened_reached_started_or_stopped():
    done = subprocess.run(
        [sys.executable, "-I", "-c", TRIES, str(Path(closed_in.__file__))],
        capture_output=True, text=True, env={}, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.split(" ", 1) == ["4", "[]\n"], done.stderr
    assert not Path("/tmp/out-of-here").exists()


def test_without_a_closed_process_nothing_is_read(monkeypatch):
    assert slides.can_read()
    monkeypatch.setattr(reading, "_answer", lambda _given, _most: b"X\0\0\0\x04open")
    with pytest.raises(Faulty) as refused:
        slides.read(b"%PDF-")
    assert "lukket inde" in refused.value.text.da


def test_the_process_gets_the_file_and_none_of_the_house_s_surroundings(monkeypatch):
    seen = {}
    plain = subprocess.run

    def run(command, **how):
        seen.update(how, command=command)
        return plain(command, **how)

    monkeypatch.setattr(reading.subprocess, "run", run)
    slides.read(picture("PNG"))
    assert (seen["env"], seen["cwd"], seen["command"][1]) == ({}, "/", "-I")
