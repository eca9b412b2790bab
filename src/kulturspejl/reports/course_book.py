"""A class as a workbook: attendance, means, how many chose what, and the texts, each on a sheet of its own."""

from collections.abc import Iterator, Sequence

from kulturspejl.reports.course import Course, CoursePicture, OverClasses
from kulturspejl.reports.spreadsheet import Cell, Sheet, workbook
from kulturspejl.reports.words import say

Row = tuple[Cell, ...]


def course_xlsx(course: Course, *, lang: str) -> bytes:
    """One class. Nothing that the report does not have as well: what was let out when its day was closed."""
    pictures = (("course_evaluation", course.evaluation), ("course_patterns", course.patterns))
    sheets = (
        _sheet("book_class", ("course_what", "course_value"), _about(course, lang), lang),
        _sheet("book_means", _MEANS, _means(pictures, lang), lang),
        _sheet("book_counts", _COUNTS, _counts(pictures, lang), lang),
        _sheet("book_texts", _TEXTS, _texts(pictures, lang), lang),
        *_over_sheets([(course.programme, course.over)], lang),
    )  # fmt: skip
    return workbook(sheets, title=course.title, lang=lang)


def over_xlsx(programmes: Sequence[tuple[str, OverClasses]], *, title: str, lang: str) -> bytes:
    """Several classes of each programme."""
    return workbook(_over_sheets(programmes, lang), title=title, lang=lang)


_MEANS = ("course_part", "book_exercise", "course_asked", "book_answers", "course_mean_head", "book_least", "book_most")
_COUNTS = ("course_part", "book_exercise", "course_asked", "book_chosen", "book_people", "book_of")
_TEXTS = ("course_part", "book_exercise", "course_asked", "book_text")
_CLASSES = ("book_programme", "book_day", "course_people")
_OVER_MEANS = ("book_programme", "book_day", "course_asked", "book_answers", "course_mean_head", "book_most")
_OVER_COUNTS = ("book_programme", "book_day", "course_asked", "book_chosen", "book_people", "book_of")
Pictures = Sequence[tuple[str, Sequence[CoursePicture]]]


def _sheet(name: str, head: Sequence[str], rows: Iterator[Row], lang: str) -> Sheet:
    return Sheet(say(name, lang), tuple(say(word, lang) for word in head), tuple(rows))


def _about(course: Course, lang: str) -> Iterator[Row]:
    """Attendance as numbers, and how the rest came about."""
    yield say("book_name", lang), course.title
    yield say("book_programme", lang), course.programme
    yield say("book_day", lang), course.on
    yield say("course_people", lang), course.came
    yield say("course_on_paper", lang), course.on_paper
    yield say("course_workplaces", lang), course.workplaces
    for goal in course.goals:
        yield say("course_aims", lang), goal
    least = dict(zip(("mean", "counts", "words"), course.least, strict=True))
    yield say("book_how", lang), say("course_how", lang, **least)
    yield say("book_not_told", lang), say("book_why_not", lang)


def _means(pictures: Pictures, lang: str) -> Iterator[Row]:
    for part, shown in pictures:
        for one in shown:
            if one.hidden:
                yield say(part, lang), one.exercise, one.label, one.hidden, None, None, None
            for asked, answers, mean, least, most in one.means:
                yield say(part, lang), one.exercise, asked, answers, mean, least, most


def _counts(pictures: Pictures, lang: str) -> Iterator[Row]:
    """A statement whose steps may not be told stands there, and says so."""
    for part, shown in pictures:
        for one in shown:
            told = {asked for asked, _rows, _people in one.counted}
            for asked, rows, people in one.counted:
                for what, count in rows:
                    yield say(part, lang), one.exercise, asked, what, count, people
            for asked, answers, *_mean in one.means:
                if asked not in told:
                    yield say(part, lang), one.exercise, asked, say("book_not_told", lang), None, answers


def _texts(pictures: Pictures, lang: str) -> Iterator[Row]:
    for part, shown in pictures:
        for one in shown:
            for asked, lines in one.lines:
                for line in lines:
                    yield say(part, lang), one.exercise, asked or one.label, line


def _over_sheets(programmes: Sequence[tuple[str, OverClasses]], lang: str) -> tuple[Sheet, ...]:
    return (
        _sheet("course_over", _CLASSES, _classes(programmes), lang),
        _sheet("book_over_means", _OVER_MEANS, _over_means(programmes), lang),
        _sheet("book_over_counts", _OVER_COUNTS, _over_counts(programmes), lang),
    )


def _classes(programmes: Sequence[tuple[str, OverClasses]]) -> Iterator[Row]:
    for name, over in programmes:
        for on, came in over.classes:
            yield name, on, came


def _over_means(programmes: Sequence[tuple[str, OverClasses]]) -> Iterator[Row]:
    for name, over in programmes:
        for asked, most, found in over.questions:
            for (on, _came), one in zip(over.classes, found, strict=True):
                if one is not None:
                    yield name, on, asked, *one, most


def _over_counts(programmes: Sequence[tuple[str, OverClasses]]) -> Iterator[Row]:
    for name, over in programmes:
        for on, asked, rows, people in over.counted:
            for what, count in rows:
                yield name, on, asked, what, count, people
