"""How a course is pressed, and one to be tried on."""

import uuid
from datetime import timedelta

from kulturspejl.access.course_access import key_of
from kulturspejl.actions import courses
from kulturspejl.actions.courses import CourseWish
from kulturspejl.actions.reading.entries import Typed, save_reading
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import CourseClass, CourseDay, CourseLetter, Membership, User
from kulturspejl.values.course_told import said_of
from tests import people
from tests.actions.courses.made import days, put_on
from tests.attacks.pressing import browser, of

PEOPLE = "Arbejdsplads;Rolle;Person;Mail\nNord;leder;Karen Holm;kh@nord.test\nNord;TR;Bo Dam;bd@nord.test\n"


def a_course(by: User, *, certificates: bool = False) -> dict[str, object]:
    """The ids of a course with a class, its days and two people."""
    wish = CourseWish("Kurset", certificates=certificates)
    first = clock.today() + timedelta(days=21)
    course_id = courses.create_course(
        by=by, content="psychosocial", wish=wish, class_name="Hold 1", days=days(first), now=clock.now()
    )
    class_id = CourseClass.objects.get(course_id=course_id).id
    put_on(by, class_id, PEOPLE, now=clock.now())
    return {
        "course_id": course_id, "class_id": class_id, "content": "psychosocial",
        "day_id": CourseDay.objects.get(held_id=class_id, part="module_2").id,
        "member_id": Membership.objects.get(name="Karen Holm").id, "homework_id": "shared_dialogue",
        "reading_id": _a_text(by, course_id),
    }  # fmt: skip


def _a_text(by: User, course_id: uuid.UUID) -> uuid.UUID:
    """One on its reading list, with a file."""
    text = Typed(part="module_2", title="Vaner", minutes="5", file=b"%PDF-1.7")
    return save_reading(by=by, course_id=course_id, reading_id=None, typed=text, now=clock.now())


def typed(**also: str) -> dict[str, str]:
    """The days of a class as a browser sends them."""
    first = clock.today() + timedelta(days=28)
    found = {"name": "Kurset", "class_name": "Hold 2", "letters_before": "1", "kept_days": "60"}
    for part, one in days(first).items():
        found |= {f"{part}.day": one.day.isoformat(), f"{part}.starts": "09:00", f"{part}.ends": "16:00"}
    return found | also


def at(page: str, action: str | None = None, **words: str):
    """A press of a form of one who may run days."""

    def press():
        where = people.team(3)
        real = a_course(where.steward)
        url = f"/{(action or page).format(**real)}"
        return of(browser(where.steward), f"/{page.format(**real)}", url, **words)

    return press


def counted():
    where = people.team(3)
    real = a_course(where.steward)
    CourseDay.objects.filter(part="start_workshop").update(day=clock.today())
    day = CourseDay.objects.get(part="start_workshop").id
    page = f"/facilitate/class/{real['class_id']}"
    return of(browser(where.steward), page, f"/facilitate/course-day/{day}", do="came", came="21")


def told_anew():
    """A day that has moved since its letter: one letter more to each, however often it is pressed."""
    where = people.team(3)
    real = a_course(where.steward)
    day = CourseDay.objects.get(id=real["day_id"])
    for member in Membership.objects.all():
        CourseLetter.objects.create(to=member, kind="before_module_2", about="module_2", state="sent", said="before")
    page = f"/facilitate/class/{real['class_id']}"
    return of(browser(where.steward), page, f"/facilitate/course-day/{day.id}", do="tell")


def called_off():
    """A day whose letter has gone and that the class no longer has."""
    where = people.team(3)
    real = a_course(where.steward)
    day = CourseDay.objects.get(id=real["day_id"])
    for member in Membership.objects.all():
        CourseLetter.objects.create(
            to=member, kind="before_module_2", about=day.part, state="sent", said=said_of(day)
        )
    part = day.part
    day.delete()
    page = f"/facilitate/class/{real['class_id']}"
    return of(browser(where.steward), page, f"{page}/called-off", part=part)


def own_key() -> str:
    member = Membership.objects.get(name="Karen Holm")
    return key_of(member.id, member.key_turn)


def confirmed():
    where = people.team(3)
    a_course(where.steward)
    Membership.objects.update(confirmed_at=None)
    return of(browser(), f"/course/{own_key()}", do="confirm")


def present():
    where = people.team(3)
    real = a_course(where.steward, certificates=True)
    CourseDay.objects.filter(id=real["day_id"]).update(day=clock.today())
    courses.open_room(by=where.steward, day_id=real["day_id"], language="da", now=clock.now())
    code = CourseDay.objects.get(id=real["day_id"]).room.code
    return of(browser(), f"/course/{own_key()}", do="present", code=code)


def lost():
    where = people.team(3)
    a_course(where.steward)
    return of(browser(), "/courses/lost", address="kh@nord.test")


def signed_up():
    where = people.team(3)
    real = a_course(where.steward)
    until = clock.today() + timedelta(days=5)
    courses.open_sign_up(by=where.steward, class_id=real["class_id"], most=5, until=until, now=clock.now())
    page = f"/sign-up/{CourseClass.objects.get().sign_up_code}"
    return of(browser(), page, workplace="Syd", **{"name.0": "Ib Friis", "address.0": "ib@syd.test"})


def text_changed():
    where = people.team(3)
    real = a_course(where.steward)
    page = f"/facilitate/courses/{real['course_id']}/reading"
    return of(browser(where.steward), page, **TEXT, reading=str(real["reading_id"]))


def homework_done():
    where = people.team(3)
    a_course(where.steward)
    page = f"/course/{own_key()}/homework/shared_dialogue"
    return of(browser(), page, f"{page}/done", done="1")


def letters_off():
    where = people.team(3)
    a_course(where.steward)
    page = f"/course/{own_key()}"
    return of(browser(), page, wanted={"kind": "before_day"}, do="letter_off")


TEXT = {"part": "module_1", "title": "Vaner", "author": "A. Hansen", "year": "2020", "minutes": "12", "required": "1"}
READING = "facilitate/courses/{course_id}/reading"
CLASS = "facilitate/class/{class_id}"
UNTIL = (clock.today() + timedelta(days=9)).isoformat()
PERSON = CLASS + "/people/{member_id}"
OF_COURSES = {
    "facilitate/courses/new/{}": [at("facilitate/courses/new/psychosocial", **typed())],
    "facilitate/courses/{}": [at("facilitate/courses/{course_id}", name="Andet navn", kept_days="45")],
    "facilitate/courses/{}/class": [at("facilitate/courses/{course_id}/class", **typed())],
    "facilitate/class/{}/days": [at(CLASS + "/days", **typed())],
    "facilitate/class/{}/people": [at(CLASS + "/people", rows="ny@nord.test")],
    "facilitate/class/{}/people/{}": [
        at(PERSON, name="Karen H", address="ny@nord.test", role="amr"), at(PERSON, do="renew"), at(PERSON, do="remove"),
    ],
    "facilitate/class/{}/sign-up": [
        at(CLASS, CLASS + "/sign-up", do="open", most="7", until=UNTIL), at(CLASS, CLASS + "/sign-up", do="close"),
    ],
    "facilitate/class/{}/end": [at(CLASS + "/end")],
    "facilitate/class/{}/called-off": [called_off],
    "facilitate/course-day/{}": [at(CLASS, "facilitate/course-day/{day_id}"), counted, told_anew],
    "course/{}": [confirmed, present, letters_off],
    "facilitate/courses/{}/reading": [at(READING, **TEXT), text_changed],
    "facilitate/courses/{}/reading/{}/remove": [at(READING, READING + "/{reading_id}/remove")],
    "course/{}/homework/{}/done": [homework_done],
    "courses/lost": [lost],
    "sign-up/{}": [signed_up],
}  # fmt: skip
