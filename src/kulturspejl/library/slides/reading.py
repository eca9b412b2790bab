"""A facilitator's file -> slides that are safe to show: read by a process of its own, and looked at once more here."""

import json
import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore

from kulturspejl.core.errors import Faulty, Unready
from kulturspejl.core.text import Text
from kulturspejl.core.writing.line import one_line
from kulturspejl.core.writing.sentence import filled

LONGEST = 30_000_000
"""Bytes of a file that is sent in."""
MOST_PAGES = 60
"""Of one file."""
LARGEST = 4_000_000
"""Bytes of one slide as it is kept."""
MOST_SAID = 100_000_000
"""Bytes of all slides of a file."""
PATIENCE = 60.0
"""Seconds for the whole of a file."""
AT_ONCE = BoundedSemaphore(2)
"""So many files are read at the same time: each may take a core and a gigabyte."""
_PROGRAM = Path(__file__).with_name("closed_in.py")
_BEGINS = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff"}
_WORDS = 1200
NO_FILE = Text(da="Vælg en fil: PDF, PNG eller JPEG.", en="Choose a file: PDF, PNG or JPEG.")
BUSY = Text(
    da="Der bliver læst andre filer lige nu. Vent et halvt minut, og send filen igen.",
    en="Other files are being read just now. Wait half a minute and send the file again.",
)
_WHY = {
    "pages": Text(
        da="Filen har mere end {most} sider. Del den i flere filer.",
        en="The file has more than {most} pages. Divide it into several files.",
    ),
    "locked": Text(
        da="Filen er låst med en adgangskode. Gem den uden adgangskode, og send den igen.",
        en="The file is locked with a password. Save it without one and send it again.",
    ),
    "large": Text(
        da="Et billede i filen er for stort. Gem filen med mindre billeder (til skærm), og send den igen.",
        en="A picture in the file is too large. Save the file with smaller pictures (for screen) and send it again.",
    ),
    "long": Text(
        da="Filen fylder mere end {megabytes} MB. Gem den med mindre billeder (til skærm), eller del den i flere.",
        en="The file is larger than {megabytes} MB. Save it with smaller pictures (for screen), or divide it.",
    ),
    "unreadable": Text(
        da="Filen kan ikke læses. Gem dine slides som PDF eller som billeder (PNG eller JPEG), og send dem igen.",
        en="The file cannot be read. Save your slides as PDF or as pictures (PNG or JPEG) and send them again.",
    ),
    "open": Text(
        da="Serveren kan ikke læse filer lukket inde, og derfor læser den ingen. Spørg den, der driver serveren.",
        en="The server cannot read files in a closed process, so it reads none. Ask whoever runs the server.",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Slide:
    """One page: `image` is a PNG or JPEG (`form`) made anew, `words` what was written on it, on one line."""

    form: str
    width: int
    height: int
    words: str
    image: bytes


def read_logo(given: bytes) -> Slide:
    """A small picture of a PNG or a JPEG, by the same closed process. Raises Faulty and Unready like `read`."""
    return read(given, 1, "small")[0]


def read(given: bytes, most: int = MOST_PAGES, *how: str) -> list[Slide]:
    """The slides of a PDF, a PNG or a JPEG, in order, at most `most` of them.

    Raises Faulty with a sentence for a file that cannot be taken, Unready while others are being read.
    """
    if not given:
        raise Faulty(NO_FILE, {"file": NO_FILE})
    if len(given) > LONGEST:
        raise _refused("long", most)
    if not AT_ONCE.acquire(timeout=PATIENCE / 4):
        raise Unready(BUSY)
    try:
        return list(_slides(_answer(given, most, *how), most))
    finally:
        AT_ONCE.release()


@cache
def can_read() -> bool:
    """Whether this machine can close a process in; else no file is read at all."""
    done = subprocess.run(
        [*_command(1), "check"], input=b"", capture_output=True, env={}, cwd="/", timeout=PATIENCE, check=False
    )
    return done.stdout == _frame(b"E", b"0")


def _command(most: int) -> list[str]:
    """By this Python, without its surroundings, and without a folder of its own among those searched for modules."""
    return [sys.executable, "-I", str(_PROGRAM), str(most)]


def _answer(given: bytes, most: int, *how: str) -> bytes:
    """What the process has said, kept in memory: it may write no more than `MOST_SAID` (its own limit of files)."""
    with open(os.memfd_create("given"), "w+b") as file, open(os.memfd_create("said"), "w+b") as said:
        file.write(given)
        file.seek(0)
        try:
            subprocess.run(
                [*_command(most), *how], stdin=file, stdout=said, stderr=subprocess.DEVNULL, env={}, cwd="/",
                timeout=PATIENCE, start_new_session=True, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise _refused("large", most) from error
        said.seek(0)
        return said.read(MOST_SAID)


def _slides(said: bytes, most: int) -> Iterator[Slide]:
    """Nothing that comes out of there is taken on trust: its form, its length, their number. Raises Faulty."""
    for found, (kind, what) in enumerate(_frames(said)):
        if kind == b"X":
            raise _refused(what.decode("ascii", "replace"), most)
        if kind == b"E" and what == str(found).encode():
            return
        if kind != b"P" or found == most:
            break
        yield _slide(what, most)
    raise _refused("unreadable", most)


def _slide(what: bytes, most: int) -> Slide:
    about, _zero, image = what.partition(b"\0")
    try:
        read = json.loads(about)
        form, words = str(read["form"]), one_line(str(read["words"]))[:_WORDS]
        slide = Slide(form, int(read["width"]), int(read["height"]), words, image)
    except (ValueError, KeyError, TypeError) as error:
        raise _refused("unreadable", most) from error
    if form not in _BEGINS or not image.startswith(_BEGINS[form]) or len(image) > LARGEST:
        raise _refused("unreadable" if len(image) <= LARGEST else "large", most)
    return slide


def _frames(said: bytes) -> Iterator[tuple[bytes, bytes]]:
    """A kind and what is said, until the answer ends or is cut off."""
    at = 0
    while at + 5 <= len(said):
        (length,) = struct.unpack(">I", said[at + 1 : at + 5])
        if at + 5 + length > len(said):
            return
        yield said[at : at + 1], said[at + 5 : at + 5 + length]
        at += 5 + length


def _frame(kind: bytes, what: bytes) -> bytes:
    return kind + struct.pack(">I", len(what)) + what


def _refused(why: str, most: int) -> Faulty:
    text = filled(_WHY.get(why, _WHY["unreadable"]), most=most, megabytes=LONGEST // 1_000_000)
    return Faulty(text, {"file": text})
