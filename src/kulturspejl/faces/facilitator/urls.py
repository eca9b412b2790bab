"""Addresses of the facilitator face: the list of rooms, a class new, changed or practised, the desk and the wall."""

from django.urls import URLPattern, path

from kulturspejl.faces.facilitator import (
    agreed,
    between,
    desk,
    exercises,
    logo,
    notes,
    paper,
    prepare,
    report,
    rooms,
    slides,
    team,
    wall,
)
from kulturspejl.faces.facilitator.course import classes as course_classes
from kulturspejl.faces.facilitator.course import making as course_making
from kulturspejl.faces.facilitator.course import people as course_people

urlpatterns: list[URLPattern] = [
    path("facilitate", rooms.rooms, name="rooms"),
    path("facilitate/classes", report.classes, name="classes"),
    path("facilitate/classes.csv", report.classes_rows, name="classes_rows"),
    path("facilitate/classes.xlsx", report.classes_book, name="classes_book"),
    path("facilitate/courses/new/<slug:content>", course_making.new, name="course_new"),
    path("facilitate/courses/<uuid:course_id>", course_making.course, name="course"),
    path("facilitate/courses/<uuid:course_id>/class", course_making.new_class, name="course_class_new"),
    path("facilitate/class/<uuid:class_id>", course_classes.one, name="course_class"),
    path("facilitate/class/<uuid:class_id>/days", course_classes.days, name="course_days"),
    path("facilitate/class/<uuid:class_id>/people", course_people.people, name="course_people"),
    path("facilitate/class/<uuid:class_id>/people/<uuid:member_id>", course_people.person, name="course_person"),
    path("facilitate/class/<uuid:class_id>/sign-up", course_classes.sign_up, name="course_sign_up"),
    path("facilitate/class/<uuid:class_id>/end", course_classes.end, name="course_class_end"),
    path("facilitate/course-day/<uuid:day_id>", course_classes.day, name="course_day"),
    path("courses/counts", course_classes.counts, name="course_counts"),
    path("facilitate/exercises", exercises.own_exercises, name="own_exercises"),
    path("facilitate/exercises/new", exercises.new, name="exercise_new"),
    path("facilitate/exercises/<uuid:exercise_id>", exercises.change, name="exercise_change"),
    path("facilitate/exercises/<uuid:exercise_id>/file", exercises.file, name="exercise_file"),
    path("facilitate/exercises/<uuid:exercise_id>/do", exercises.do, name="exercise_do"),
    path("facilitate/logo", logo.logo, name="own_logo"),
    path("facilitate/logo/picture", logo.picture, name="own_logo_picture"),
    path("facilitate/<uuid:room_id>/logo", logo.on_wall, name="room_logo"),
    path("team", team.team, name="team"),
    path("team/<str:key>", team.desk_again, name="team_desk"),
    path("facilitate/new/<slug:programme>", prepare.prepare, name="room_new"),
    path("facilitate/practise", prepare.practise, name="room_practise"),
    path("facilitate/<uuid:room_id>", desk.desk, name="desk"),
    path("facilitate/<uuid:room_id>/change", prepare.change, name="room_change"),
    path("facilitate/<uuid:room_id>/again", prepare.again, name="room_again"),
    path("facilitate/<uuid:room_id>/do", desk.do, name="desk_do"),
    path("facilitate/<uuid:room_id>/agreed.pdf", agreed.agreed_file, name="agreed_file"),
    path("facilitate/<uuid:room_id>/paper", paper.paper, name="room_paper"),
    path("facilitate/<uuid:room_id>/report.pdf", report.whole, name="course_report"),
    path("facilitate/<uuid:room_id>/page.pdf", report.one_page, name="course_page"),
    path("facilitate/<uuid:room_id>/report.csv", report.rows, name="course_rows"),
    path("facilitate/<uuid:room_id>/report.xlsx", report.book, name="course_book"),
    path("facilitate/<uuid:room_id>/notes", notes.notes, name="room_notes"),
    path("facilitate/<uuid:room_id>/slides", slides.slides, name="room_slides"),
    path("facilitate/<uuid:room_id>/slides/change", slides.change, name="room_slides_change"),
    path("facilitate/<uuid:room_id>/slides/<uuid:slide_id>", slides.slide, name="room_slide"),
    path("facilitate/<uuid:room_id>/wall", wall.wall, name="wall"),
    path("facilitate/courses/<uuid:course_id>/reading", between.reading, name="course_reading"),
    path(
        "facilitate/courses/<uuid:course_id>/reading/<uuid:reading_id>/remove", between.remove,
        name="course_reading_remove",
    ),  # fmt: skip
    path("facilitate/courses/<uuid:course_id>/reading/<uuid:reading_id>/file", between.file, name="course_reading_file"),
]
