"""The reading list of a course: begun with the content's, changed, added to, and what is taken off it."""

import uuid
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, QuerySet, Sum

from kulturspejl.access.course_access import require_course
from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.actions.auditing import note
from kulturspejl.actions.deciding import deciding, deciding_alone
from kulturspejl.actions.sent import forget, id_before, keep, may_be_gone
from kulturspejl.core.content.parse_course import course_from_json
from kulturspejl.core.content.web_address import NoAddress, parse_address
from kulturspejl.core.errors import Conflict, Faulty, NotThere
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import Course, CourseReading, ReadingFile, User
from kulturspejl.values.course_reading import (
    LONGEST,
    LONGEST_FILE,
    LONGEST_MINUTES,
    MOST_BYTES,
    MOST_TEXTS,
    most_bytes_here,
)

OF_ALL = "files of reading lists"
"""There is room for so many bytes of all together."""
PDF = b"%PDF-"
NO_TITLE = Text(da="Skriv tekstens titel.", en="Write the title of the text.")
NO_DAY = Text(da="Vælg den dag, teksten skal læses før.", en="Choose the day before which the text is to be read.")
NO_MINUTES = Text(
    da="Skriv, hvor mange minutter det tager at læse: et tal fra 1 til {most}.",
    en="Write how many minutes it takes to read: a number from 1 to {most}.",
)
FULL_LIST = Text(
    da="En læseliste har plads til {most} tekster. Fjern en, før du tilføjer en ny.",
    en="A reading list has room for {most} texts. Remove one before you add another.",
)
NO_PDF = Text(
    da="Filen er ikke en PDF. Gem den som PDF, og vælg den igen.",
    en="The file is no PDF. Save it as a PDF and choose it again.",
)
LARGE = Text(
    da="Filen fylder mere end {megabytes} MB. Gem den med mindre billeder (til skærm), og vælg den igen.",
    en="The file is larger than {megabytes} MB. Save it with smaller pictures (for screen) and choose it again.",
)
FULL_COURSE = Text(
    da="Kursets filer må fylde {megabytes} MB. Fjern en, eller gem dem med mindre billeder.",
    en="The files of a course may take {megabytes} MB. Remove one, or save them with smaller pictures.",
)
FULL = Text(
    da="Serveren har ikke plads til flere filer. Skriv en adresse i stedet, eller spørg den, der driver den.",
    en="The server has no room for more files. Write an address instead, or ask whoever runs it.",
)


@dataclass(frozen=True)
class Typed:
    """A text as it was typed into the form; `file` is the bytes of a file that came along, b"" for none."""

    part: str
    title: str
    author: str = ""
    year: str = ""
    address: str = ""
    minutes: str = ""
    is_required: bool = True
    file: bytes = b""
    without_file: bool = False


def begin_reading(course: Course) -> None:
    """The content's list as the course's own, in the transaction that makes the course."""
    found = course_from_json(course.content).readings
    CourseReading.objects.bulk_create(
        CourseReading(
            course=course, part=one.part, place=place, author=one.author, year=one.year, title=one.title,
            address=one.address, is_required=one.is_required, minutes=one.minutes,
        )
        for place, one in enumerate(found)
    )  # fmt: skip


def save_reading(
    *, by: User, course_id: uuid.UUID, reading_id: uuid.UUID | None, typed: Typed, form: uuid.UUID | None = None,
    now: datetime,
) -> uuid.UUID:  # fmt: skip
    """Keep a text: a new one, or what `reading_id` is now; returns its id. Raises Faulty with a sentence a field."""
    alone = deciding_alone(OF_ALL) if typed.file else nullcontext()
    with alone, deciding(Course, course_id) as course:
        require_course(by, course_id, now=now)
        if before := id_before(form, by):
            return before
        row = _new(course) if reading_id is None else _of(course, reading_id)
        faults = _fill(row, typed, course) | _file_faults(row, typed, course)
        if faults:
            raise Faulty(next(iter(faults.values())), faults)
        row.save()
        if typed.file:
            ReadingFile.objects.update_or_create(
                reading=row, defaults={"size": len(typed.file), "content": typed.file}
            )
        elif typed.without_file:
            ReadingFile.objects.filter(reading=row).delete()
        note(by=by, organisation_id=course.organisation_id, verb="course.reading.save", about=row.id, now=now)
        keep(form, by, row.id, now)
    return row.id


def remove_reading(
    *, by: User, course_id: uuid.UUID, reading_id: uuid.UUID, form: uuid.UUID | None = None, now: datetime
) -> None:  # fmt: skip
    """Take a text off the list, and its file with it."""
    with may_be_gone(form, by), deciding(Course, course_id) as course:
        require_course(by, course_id, now=now)
        _of(course, reading_id).delete()
        forget(reading_id)
        note(by=by, organisation_id=course.organisation_id, verb="course.reading.remove", about=reading_id, now=now)
        keep(form, by, reading_id, now)


def _of(course: Course, reading_id: uuid.UUID) -> CourseReading:
    found = CourseReading.objects.filter(course=course, id=reading_id).first()
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found


def _new(course: Course) -> CourseReading:
    rows = CourseReading.objects.filter(course=course)
    if rows.count() >= MOST_TEXTS:
        raise Conflict(filled(FULL_LIST, most=MOST_TEXTS))
    last = rows.aggregate(last=Max("place"))["last"]
    return CourseReading(course=course, place=0 if last is None else last + 1)


def _fill(row: CourseReading, typed: Typed, course: Course) -> dict[str, Text]:
    """Put what was typed into the row; returns a sentence for each field at fault."""
    row.part, row.is_required = typed.part, typed.is_required
    row.title, row.author, row.year = one_line(typed.title), one_line(typed.author), one_line(typed.year)
    row.address = typed.address.strip()
    faults = {} if row.title else {"title": NO_TITLE}
    faults |= without_room({"title": row.title, "author": row.author, "year": row.year}, LONGEST)
    if course_from_json(course.content).part(row.part) is None:
        faults["part"] = NO_DAY
    if row.address:
        try:
            parse_address(row.address)
        except NoAddress as error:
            faults["address"] = error.text
    minutes = typed.minutes.strip()
    if minutes.isascii() and minutes.isdigit() and len(minutes) < 4 and 1 <= int(minutes) <= LONGEST_MINUTES:
        row.minutes = int(minutes)
    else:
        faults["minutes"] = filled(NO_MINUTES, most=LONGEST_MINUTES)
    return faults


def _file_faults(row: CourseReading, typed: Typed, course: Course) -> dict[str, Text]:
    """Whether the file is of the one kind, small enough, and has room beside the others."""
    if not typed.file:
        return {}
    if len(typed.file) > LONGEST_FILE:
        return {"file": filled(LARGE, megabytes=LONGEST_FILE // 1_000_000)}
    if not typed.file.startswith(PDF):
        return {"file": NO_PDF}
    others = ReadingFile.objects.exclude(reading_id=row.id)
    if _taken(others.filter(reading__course=course)) + len(typed.file) > MOST_BYTES:
        return {"file": filled(FULL_COURSE, megabytes=MOST_BYTES // 1_000_000)}
    return {"file": FULL} if _taken(others) + len(typed.file) > most_bytes_here() else {}


def _taken(files: "QuerySet[ReadingFile]") -> int:
    return files.aggregate(taken=Sum("size"))["taken"] or 0
