"""A class as a report: one page for whoever ordered the day, and behind it what the class has said without names."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from typing import Any

from kulturspejl.core.tables.harmless import guarded
from kulturspejl.core.writing.dates import day
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.reports.press import press
from kulturspejl.reports.words import say

LAYOUT = "course.typ"
MOST_CLASSES = 6
"""Side by side on a page; a list has all."""
Row = tuple[str, str, float]
Mean = tuple[str, int, float, int, int]
"""(asked, how many answered, mean, least and most of the scale)."""
Counted = tuple[str, tuple[tuple[str, int], ...], int]
"""(asked, how many by what they chose, out of how many)."""


@dataclass(frozen=True, slots=True)
class CoursePicture:
    """What was shown of one question, as it was let out: `rows` as (label, value as written, share 0 to 1), or `lines`
    by what was asked, or `svg` with its `sentence`. `told` is how many answered; `hidden` why there is nothing. `means`
    and `counted` are the numbers among them as numbers."""

    exercise: str
    label: str
    rows: tuple[Row, ...] = ()
    lines: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sentence: str = ""
    told: str = ""
    svg: str = ""
    hidden: str = ""
    means: tuple[Mean, ...] = ()
    counted: tuple[Counted, ...] = ()


@dataclass(frozen=True, slots=True)
class OverClasses:
    """`classes` are (day, how many came), the oldest first; `questions` are (asked, most, one (answers, mean) for each
    class, None where it had too few). `counted` are (day, asked, how many by what they chose, out of how many)."""

    classes: tuple[tuple[date, int], ...] = ()
    questions: tuple[tuple[str, int, tuple[tuple[int, float] | None, ...]], ...] = ()
    counted: tuple[tuple[date, str, tuple[tuple[str, int], ...], int], ...] = ()

    def latest(self, most: int) -> "OverClasses":
        """The last `most` classes alone."""
        questions = tuple((asked, top, found[-most:]) for asked, top, found in self.questions)
        return OverClasses(self.classes[-most:], tuple(one for one in questions if any(one[2])), self.counted)


@dataclass(frozen=True, slots=True)
class Course:
    """A class whose day is closed. `on_paper` of those who `came` had no phone; `workplaces` is how many there were.

    `least` is from how many answers there are means, distributions and texts. `logo` is (drawing, words).
    """

    title: str
    programme: str
    on: date
    came: int
    on_paper: int
    workplaces: int
    goals: tuple[str, ...]
    evaluation: tuple[CoursePicture, ...]
    patterns: tuple[CoursePicture, ...]
    over: OverClasses
    least: tuple[int, int, int]
    deleted_on: date
    logo: tuple[str, str] = ("", "")


def course_pdf(course: Course, *, lang: str, is_whole: bool) -> bytes:
    """A tagged PDF: one A4 page, and behind it texts and patterns where it is whole."""
    return press(LAYOUT, course_facts(course, lang=lang, is_whole=is_whole))


def course_facts(course: Course, *, lang: str, is_whole: bool) -> dict[str, Any]:
    """All that the layout sets, as JSON-ready data in the reader's language."""
    numbers = [one for one in course.evaluation if not one.lines]
    words = [one for one in course.evaluation if one.lines]
    return {
        "logo": course.logo[0], "logo_alt": course.logo[1],
        "lang": lang, "title": course.title, "about": f"{course.programme} · {day(course.on, lang)}",
        "came": _came(course, lang), "aims": say("course_aims", lang), "goals": list(course.goals),
        "evaluation": say("course_evaluation", lang), "numbers": [_picture(one) for one in numbers],
        "over": say("course_over", lang), "classes": _over(course.over.latest(MOST_CLASSES), lang),
        "how": say("course_how", lang, **dict(zip(("mean", "counts", "words"), course.least, strict=True))),
        "words": [_picture(one) for one in words] if is_whole else [],
        "patterns": [_picture(one) for one in course.patterns] if is_whole else [],
        "said": say("course_words", lang), "shown": say("course_patterns", lang),
    }  # fmt: skip


def course_csv(course: Course, *, lang: str) -> str:
    """The same as rows for a spreadsheet: part, question, what, number or words. Danish sheets read ; and a comma."""
    rows = [[say(word, lang) for word in ("course_part", "course_asked", "course_what", "course_value")]]
    rows += [
        [say("course_who_came", lang), "", say(word, lang), str(number)]
        for word, number in (
            ("course_people", course.came), ("course_on_paper", course.on_paper),
            ("course_workplaces", course.workplaces),
        )
    ]  # fmt: skip
    for part, pictures in (("course_evaluation", course.evaluation), ("course_patterns", course.patterns)):
        for one in pictures:
            rows += _rows(one, say(part, lang))
    return written([*rows, *_over_rows(course.over, lang)])


def over_csv(over: OverClasses, *, lang: str) -> str:
    """Several classes alone."""
    head = [say(word, lang) for word in ("course_part", "course_asked", "course_what", "course_value")]
    return written([head, *_over_rows(over, lang)])


def written(rows: list[list[str]]) -> str:
    """Cells that no spreadsheet takes for a formula."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows([[guarded(cell) for cell in row] for row in rows])
    return out.getvalue()


def _came(course: Course, lang: str) -> str:
    said = [say("course_came", lang, came=course.came)]
    if course.on_paper:
        said.append(say("course_came_paper", lang, paper=course.on_paper))
    if course.workplaces > 1:
        said.append(say("course_came_from", lang, places=course.workplaces))
    return " ".join(said)


def _picture(one: CoursePicture) -> dict[str, Any]:
    return {
        "exercise": one.exercise, "label": one.label, "told": one.told, "hidden": one.hidden,
        "rows": [{"label": label, "value": value, "share": share} for label, value, share in one.rows],
        "lines": [{"asked": asked, "lines": list(lines)} for asked, lines in one.lines],
        "sentence": one.sentence, "svg": one.svg,
    }  # fmt: skip


def _over(over: OverClasses, lang: str) -> dict[str, Any]:
    if len(over.classes) < 2 or not over.questions:
        return {"head": [], "rows": []}
    return {
        "head": [say("course_asked", lang), *(day(on, lang) for on, _came in over.classes)],
        "rows": [
            [asked, *(_cell(one, lang) for one in found)] for asked, _most, found in over.questions
        ],
    }  # fmt: skip


def _cell(one: tuple[int, float] | None, lang: str) -> str:
    return "–" if one is None else say("course_mean", lang, mean=decimal(one[1], lang), n=one[0])


def _rows(one: CoursePicture, part: str) -> list[list[str]]:
    asked = f"{one.exercise}: {one.label}"
    if one.hidden or not (one.rows or one.lines):
        return [[part, asked, "", one.hidden or one.sentence]]
    found: list[list[str]] = []
    heading = ""
    for label, value, _share in one.rows:
        if value:
            found.append([part, asked, f"{heading} {label}".strip(), value])
        else:
            heading = label
    return found + [[part, f"{one.exercise}: {what}", "", line] for what, lines in one.lines for line in lines]


def _over_rows(over: OverClasses, lang: str) -> list[list[str]]:
    name = say("course_over", lang)
    rows = [[name, say("course_people", lang), day(on, lang), str(came)] for on, came in over.classes]
    for asked, _most, found in over.questions:
        for (on, _came), one in zip(over.classes, found, strict=True):
            if one is not None:
                rows.append([name, asked, say("course_answers_on", lang, day=day(on, lang)), str(one[0])])
                rows.append([name, asked, say("course_mean_on", lang, day=day(on, lang)), decimal(one[1], lang)])
    return rows
