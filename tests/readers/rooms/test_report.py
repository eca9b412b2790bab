"""What a provider takes along of a class: what was let out once, and numbers alone when the class is gone."""

import csv
import io
import re
from datetime import timedelta

import pytest
from python_calamine import CalamineWorkbook

from kulturspejl.actions import rooms
from kulturspejl.core.errors import KulturspejlError, NotThere
from kulturspejl.readers import rooms as readers
from kulturspejl.readers.rooms import report
from kulturspejl.records.models import CourseNumbers, Participant, Room, User
from kulturspejl.reports.course import course_csv, course_facts, course_pdf
from kulturspejl.reports.course_book import course_xlsx, over_xlsx
from kulturspejl.values.room_day import day_of_room
from kulturspejl.vault import ledger
from tests.actions.rooms.course import NOW, Course, begin

pytestmark = pytest.mark.django_db
SCALES = ("useful", "next_step", "mix", "free_to_speak", "tool_helped")


def evaluated(people: int, *, useful: int = 4, words: bool = True, now=NOW) -> Course:
    """A class in which everybody has judged the day; it is not closed yet."""
    course = begin(people, now=now)
    station = course.go_to("evaluation", "alone", now=now)
    for nth in range(people):
        given = dict.fromkeys(SCALES, 3) | {"useful": useful if nth % 2 else 5}
        course.send(f"{station}/scales", given, token=f"phone-of-{nth:04}", now=now)
        if words:
            course.send(f"{station}/words", {"keep": f"Linje {nth:02}"}, token=f"words-of-{nth:04}", now=now)
    return course


def close(course: Course, now=NOW) -> None:
    rooms.finish(by=course.frida, room_id=course.id, seen=course.state.version, now=now)


def reported(course: Course, *, language: str = "da", now=NOW):
    return report.course(course.frida, course.id, language=language, now=now)


@pytest.mark.slow
def test_there_is_no_report_while_somebody_may_still_answer_nor_for_others_nor_of_a_practice():
    course = evaluated(8)
    with pytest.raises(NotThere):
        reported(course)
    close(course)
    assert reported(course).came == 8
    stranger = User.objects.create(email="x@y.test", name="X")
    with pytest.raises(NotThere):
        report.course(stranger, course.id, language="da", now=NOW)
    assert report.over_classes(stranger, language="da", now=NOW) == ()


@pytest.mark.slow
def test_it_has_the_evaluation_the_patterns_and_attendance_as_numbers_and_nobody_s_name():
    course = evaluated(9)
    close(course)
    found = reported(course)
    numbers, words = found.evaluation
    assert numbers.rows[0][:2] == ("Jeg kan bruge dagen i min egen enhed.", "4,6 af 5")
    assert "9 har svaret" in numbers.told
    assert sorted(line for _asked, lines in words.lines for line in lines) == [f"Linje {n:02}" for n in range(9)]
    assert (found.came, found.on_paper) == (9, 0)
    assert found.workplaces > 1
    for language in ("da", "en"):
        table = course_csv(reported(course, language=language), lang=language)
        for name in Participant.objects.filter(room=course.room).values_list("name", flat=True):
            assert name not in table
    rows = list(csv.reader(io.StringIO(course_csv(found, lang="da")), delimiter=";"))
    assert ["Fremmøde", "", "Deltagere", "9"] in rows
    assert {len(row) for row in rows} == {4}


@pytest.mark.slow
def test_under_eight_there_is_no_text_and_the_report_says_why():
    course = evaluated(7)
    close(course)
    numbers, words = reported(course).evaluation
    assert numbers.rows
    assert CourseNumbers.objects.get().numbers == [], "a mean from five is shown here, and does not outlive the class"
    assert (words.lines, words.hidden) == ((), "For få svar til at vise: Der skal mindst 8 til.")


@pytest.mark.slow
def test_a_second_report_is_the_first_whatever_has_happened_since():
    course = evaluated(9)
    close(course)
    before = reported(course)
    station = next(one.key for one in day_of_room(course.id).script if one.exercise == "evaluation")
    with pytest.raises(KulturspejlError):
        course.send(f"{station}/scales", dict.fromkeys(SCALES, 1), token="late-0000")
    close(course)
    assert CourseNumbers.objects.count() == 1, "closed twice, kept once"
    assert reported(course) == before
    assert course_pdf(before, lang="da", is_whole=True) == course_pdf(reported(course), lang="da", is_whole=True)


@pytest.mark.slow
def test_one_page_for_the_client_is_one_page_without_a_text():
    course = evaluated(26)
    close(course)
    found = reported(course)
    facts = course_facts(found, lang="da", is_whole=False)
    assert not facts["words"]
    assert not facts["patterns"]
    assert course_facts(found, lang="da", is_whole=True)["words"]
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", course_pdf(found, lang="da", is_whole=False))) == 1


@pytest.mark.slow
def test_numbers_from_eight_answers_outlive_the_class_and_are_gone_after_three_years():
    later = NOW + timedelta(days=1)
    large = evaluated(8, now=later)
    close(large, now=later)
    (kept,) = CourseNumbers.objects.all()
    assert kept.came == 8
    assert kept.numbers[0] == {
        "id": "evaluation/scales/useful", "answers": 8, "mean": 4.5, "most": 5,
        "asked": {"da": "Jeg kan bruge dagen i min egen enhed.", "en": "I can use the day back at our own place."},
        "steps": [[{"da": step, "en": step}, count] for step, count in zip("12345", (0, 0, 0, 4, 4), strict=True)],
    }  # fmt: skip
    assert "Linje" not in str(kept.numbers)
    rooms.delete_due(now=later + timedelta(days=31))
    assert not Room.objects.filter(id=large.id).exists()
    ((_name, over),) = report.over_classes(large.frida, language="da", now=later + timedelta(days=31))
    assert over.questions[0] == ("Jeg kan bruge dagen i min egen enhed.", 5, ((8, 4.5),))
    assert over.classes == ((later.date(), 8),)
    rooms.delete_due(now=later + timedelta(days=3 * 365 + 1))
    assert not CourseNumbers.objects.exists()
    assert [one.round_id for one in ledger.entries() if one.what == ledger.COURSE_NUMBERS] == [kept.id]


def test_whoever_answers_reads_before_that_it_is_taken_along():
    course = begin(1)
    course.go_to("evaluation", "alone")
    phone = readers.phone(course.code, course.keys[0], language="da", now=NOW)
    said = " ".join([phone.station.who_sees, *(part.who_sees for part in phone.station.parts)])
    assert "Den, der holder dagen, kan tage billedet med i en rapport." in said
    assert "kan tage linjerne med i en rapport" in said
    assert "er kun tal for hvert spørgsmål tilbage" in said


def test_a_practice_takes_nothing_along():
    course = begin(1, is_practice=True)
    course.go_to("evaluation", "alone")
    phone = readers.phone(course.code, course.keys[0], language="da", now=NOW)
    assert "rapport" not in " ".join(part.who_sees for part in phone.station.parts)
    close(course)
    assert not CourseNumbers.objects.exists()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_workbook_has_numbers_as_numbers_counts_of_each_step_and_the_texts(language):
    course = evaluated(9, useful=3)
    close(course)
    found = CalamineWorkbook.from_filelike(
        io.BytesIO(course_xlsx(reported(course, language=language), lang=language))
    )
    about, means, counts, texts, classes, over_means, over_counts = (
        found.get_sheet_by_name(name).to_python() for name in found.sheet_names
    )
    came = ("Deltagere", "Participants", "På papir", "On paper")
    assert [row[1] for row in about if row[0] in came] == [9.0, 0.0]
    assert means[1][3:] == [9.0, 4.1, 1.0, 5.0]
    of_first = [row for row in counts[1:] if row[2] == means[1][2]]
    assert [row[3:] for row in of_first] == [
        [step, count, 9.0] for step, count in zip("12345", (0.0, 0.0, 4.0, 0.0, 5.0), strict=True)
    ]  # fmt: skip
    assert {row[3] for row in texts[1:]} == {f"Linje {n:02}" for n in range(9)}
    assert [row[1:] for row in classes[1:]] == [[NOW.date(), 9.0]]
    assert over_means[1][3:] == [9.0, 4.1, 5.0]
    assert [row[4] for row in over_counts[1:6]] == [0.0, 0.0, 4.0, 0.0, 5.0]
    assert over_xlsx(report.over_classes(course.frida, language=language, now=NOW), title="x", lang=language)


@pytest.mark.slow
def test_no_step_is_counted_where_one_person_stands_there_alone_with_the_mean_beside_it():
    course = begin(8)
    station = course.go_to("evaluation", "alone")
    for nth in range(8):
        given = dict.fromkeys(SCALES, 3) | {"useful": 5 if nth else 1}
        course.send(f"{station}/scales", given, token=f"phone-of-{nth:04}")
    close(course)
    numbers = reported(course).evaluation[0]
    asked = {one[0] for one in numbers.counted}
    assert "Jeg kan bruge dagen i min egen enhed." not in asked
    assert len(asked) == len(SCALES) - 1
    assert CourseNumbers.objects.get().numbers[0]["steps"] == []
    (row,) = [
        row
        for row in CalamineWorkbook.from_filelike(io.BytesIO(course_xlsx(reported(course), lang="da")))
        .get_sheet_by_index(2)
        .to_python()
        if row[2] == "Jeg kan bruge dagen i min egen enhed."
    ]
    assert row[3:] == ["Vises ikke", "", 8.0]
