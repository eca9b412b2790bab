"""Run as a program of its own: reads a PDF or a picture on standard input, and writes its pages as new pictures.

What a stranger's file does to the library that reads it stays in here. Before the first byte of the file is looked at,
the process has given up everything but reading what it was handed, writing its answer, memory and the clock: no file,
no network, no other program. It imports nothing of the house, is started without the house's surroundings, and ends.

An answer is a row of frames: one sign, the length of what follows in four bytes, and that. "P" is a page (JSON with its
sizes, form and words, a zero byte, the picture), "E" the end with the number of pages, "X" why there is none.
"""

import ctypes
import io
import json
import os
import platform
import resource
import struct
import sys

import pypdfium2
from PIL import Image, ImageOps

WIDE, HIGH = 1920, 1080
"""No page becomes larger: a wall of full resolution."""
SMALL_PICTURE = (600, 240)
"""Nor does what is asked for as a small picture, a logo."""
MOST_PIXELS = 60_000_000
"""Of a picture that comes in: the largest cameras of telephones."""
MEMORY, SECONDS = 1_000_000_000, 40
"""Bytes of address space, and of CPU."""
MOST_SAID = 100_000_000
"""Bytes that it may write."""
MOST_WORDS = 1200
"""Letters kept of what is written on a page."""
QUALITY = 88
ORIENTATION = 0x0112
SMALL = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 28>>stream
BT /F 9 Tf 0 0 Td (a) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
"""
"""A page with one letter, to begin with."""

_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
"""What a filter may answer: go on, "not permitted", end the process (linux/seccomp.h)."""
_CALLS = {
    "x86_64": (
        0xC000003E,
        # read write close fstat lseek mmap mprotect munmap brk sigaction sigprocmask sigreturn mremap madvise yield
        # getpid exit sigaltstack futex clock_gettime exit_group getrandom gettimeofday
        (0, 1, 3, 5, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 28, 39, 60, 96, 131, 202, 228, 231, 318),
    ),
    "aarch64": (
        0xC00000B7,
        (57, 62, 63, 64, 80, 93, 94, 98, 113, 124, 132, 134, 135, 139, 169, 172, 214, 215, 216, 222, 226, 233, 278),
    ),
}
"""Number of the architecture, and what is still permitted on it."""
_X32 = 0x40000000
_SET_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def close_in() -> None:
    """Give up everything else, for good. Raises OSError or KeyError where the system cannot promise it."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_FSIZE, MOST_SAID),
        (resource.RLIMIT_CORE, 0),
    ):  # fmt: skip
        resource.setrlimit(what, (most, most))
    os.closerange(3, 4096)
    machine, calls = _CALLS[platform.machine()]
    steps = _filter(machine, calls)
    system = ctypes.CDLL(None, use_errno=True)
    program = _Program(len(steps) // 8, steps)
    if system.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0) or system.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program)):
        raise OSError(ctypes.get_errno(), "no filter of system calls")


def _filter(machine: int, calls: tuple[int, ...]) -> bytes:
    """A program in the kernel's own small language: load, compare, jump, answer (8 bytes a step)."""
    load, is_equal, is_at_least, answer = 0x20, 0x15, 0x35, 0x06
    steps = [
        (load, 0, 0, 4), (is_equal, 1, 0, machine), (answer, 0, 0, _KILL),
        (load, 0, 0, 0), (is_at_least, 0, 1, _X32), (answer, 0, 0, _KILL),
    ]  # fmt: skip
    for place, call in enumerate(calls):
        steps.append((is_equal, len(calls) - place, 0, call))
    steps += [(answer, 0, 0, _REFUSE), (answer, 0, 0, _ALLOW)]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def main() -> None:
    """Read, close in, draw, say."""
    most = int(sys.argv[1])
    given = sys.stdin.buffer.read()
    _warm_up()
    try:
        close_in()
    except (OSError, KeyError, ValueError):
        return _say(b"X", b"open")
    if sys.argv[2:] == ["check"]:
        return _say(b"E", b"0")
    try:
        pages = _read(given, most, is_small=sys.argv[2:] == ["small"])
        _say(b"E", str(pages).encode())
    except (MemoryError, OSError):
        _say(b"X", b"large")
    except _Cannot as reason:
        _say(b"X", str(reason).encode())


def _warm_up() -> None:
    """Whatever the libraries fetch from the disk only when it is used for the first time."""
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    for form in ("PNG", "JPEG"):
        turned = Image.Exif()
        turned[ORIENTATION] = 6
        out = io.BytesIO()
        Image.new("RGB", (2, 1)).save(out, form, exif=turned)
        _written(_on_white(_picture(out.getvalue())), form)
    document = pypdfium2.PdfDocument(SMALL)
    document[0].render().to_pil()
    document[0].get_textpage().get_text_bounded()
    document.close()


class _Cannot(Exception):
    """Why a file is not taken, in one word for whoever started this."""


def _read(given: bytes, most: int, *, is_small: bool) -> int:
    """What is asked for as a small picture is a picture."""
    if is_small:
        return _of_picture(given, SMALL_PICTURE)
    return _of_pdf(given, most) if given[:1024].find(b"%PDF-") >= 0 else _of_picture(given, (WIDE, HIGH))


def _of_pdf(given: bytes, most: int) -> int:
    try:
        document = pypdfium2.PdfDocument(given)
    except pypdfium2.PdfiumError as error:
        raise _Cannot("locked" if "password" in str(error).lower() else "unreadable") from error
    pages = len(document)
    if pages > most:
        raise _Cannot("pages")
    for number in range(pages):
        _of_page(document, number)
    return pages


def _of_page(document: pypdfium2.PdfDocument, number: int) -> None:
    try:
        page = document[number]
        width, height = page.get_size()
        if not (width > 0 and height > 0):
            raise _Cannot("unreadable")
        picture = page.render(scale=min(WIDE / width, HIGH / height), may_draw_forms=False).to_pil()
        words = page.get_textpage().get_text_bounded()[: 4 * MOST_WORDS]
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise _Cannot("unreadable") from error
    _say_page(picture, words)


def _of_picture(given: bytes, largest: tuple[int, int]) -> int:
    _say_page(_picture(given, largest), "")
    return 1


def _picture(given: bytes, largest: tuple[int, int] = (WIDE, HIGH)) -> Image.Image:
    """Turned as its camera says, and no larger than a wall."""
    try:
        with Image.open(io.BytesIO(given), formats=("PNG", "JPEG")) as found:
            if found.width * found.height > MOST_PIXELS:
                raise _Cannot("large")
            found.draft("RGB", largest)
            picture = ImageOps.exif_transpose(found).convert("RGBA")
    except Image.DecompressionBombError as error:
        raise _Cannot("large") from error
    except (OSError, SyntaxError, ValueError, struct.error) as error:
        raise _Cannot("unreadable") from error
    picture.thumbnail(largest)
    return picture


def _say_page(picture: Image.Image, words: str) -> None:
    """Made anew, without anything that was written beside it; in the form that takes the least."""
    plain = Image.frombytes("RGB", picture.size, _on_white(picture).tobytes())
    form, written = min(
        (("png", _written(plain, "PNG")), ("jpeg", _written(plain, "JPEG", quality=QUALITY, subsampling=0))),
        key=lambda one: len(one[1]),
    )
    kept = " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())[:MOST_WORDS]
    about = {"form": form, "width": plain.width, "height": plain.height, "words": kept}
    _say(b"P", json.dumps(about).encode() + b"\0" + written)


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _written(picture: Image.Image, form: str, **how: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()


def _say(kind: bytes, what: bytes) -> None:
    sys.stdout.buffer.write(kind + struct.pack(">I", len(what)) + what)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
