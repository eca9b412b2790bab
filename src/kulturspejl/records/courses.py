"""A course over half a year: its classes, their days, the groups that come together, and who is in them."""

from typing import ClassVar

from django.db import models

from kulturspejl.records.clean import OneLine, SeveralLines
from kulturspejl.records.ids import random_id
from kulturspejl.records.organisation import Organisation
from kulturspejl.records.people import User
from kulturspejl.records.rooms import Room


class Course(models.Model):
    """One course as it was made: `content` is its file (core/content/course), kept as it stood that day.

    `letters_before` and `letters_after`: whether each day has a letter before and one after. `kept_days` is how long a
    class is kept after its last day, `certificates` whether one may count one's own days for a certificate.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="courses")
    name = OneLine(max_length=200)
    content = models.JSONField()
    letters_before = models.BooleanField(default=True)
    letters_after = models.BooleanField(default=True)
    certificates = models.BooleanField(default=False)
    kept_days = models.PositiveSmallIntegerField(default=90)
    made_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="courses_made")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class CourseClass(models.Model):
    """One class (hold) of a course. `sign_up_code` is the link by which people sign up themselves; none: closed.

    `sign_up_most` is how many groups there may be, `sign_up_until` the last day on which the link is good.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="classes")
    name = OneLine(max_length=100)
    sign_up_code = models.CharField(max_length=40, null=True, unique=True)
    sign_up_most = models.PositiveSmallIntegerField(default=10)
    sign_up_until = models.DateField(null=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class CourseDay(models.Model):
    """One day of a class. `part` is its id in the course's content; `starts` and `ends` are minutes after midnight.

    `bring` are own words in place of the content's. `room` is the room that was made for it, until that is deleted.
    `came` is how many came: a number, and nothing that says who.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    held = models.ForeignKey(CourseClass, on_delete=models.CASCADE, related_name="days")
    part = models.CharField(max_length=60)
    day = models.DateField()
    starts = models.PositiveSmallIntegerField()
    ends = models.PositiveSmallIntegerField()
    place = OneLine(max_length=200, blank=True)
    bring = SeveralLines(blank=True)
    room = models.OneToOneField(Room, null=True, on_delete=models.SET_NULL, related_name="course_day")
    came = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["held", "part"], name="a_day_once_a_class")
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.day}"


class CourseGroup(models.Model):
    """Those who come together from one place of work: a leader with zero to four representatives."""

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    held = models.ForeignKey(CourseClass, on_delete=models.CASCADE, related_name="groups")
    workplace = OneLine(max_length=120)

    def __str__(self) -> str:
        return self.workplace


class CourseRole(models.TextChoices):
    """As what somebody takes part."""

    LEADER = "leader", "leader"
    AMR = "amr", "safety representative"
    TR = "tr", "union representative"


class Membership(models.Model):
    """Somebody who takes part. `key_hash` is the hash of their own address, which is made anew from `key_turn`.

    `confirmed_at` is empty until whoever signed up has opened the letter. `days_present` counts the days they have
    said themselves that they were there, where the course has certificates; `present_on` keeps the same day from
    counting twice, and is emptied the day after. What hangs on a membership goes with it.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    group = models.ForeignKey(CourseGroup, on_delete=models.CASCADE, related_name="members")
    role = models.CharField(max_length=10, choices=CourseRole, default=CourseRole.LEADER)
    name = OneLine(max_length=200)
    address = models.EmailField(db_index=True)
    language = models.CharField(max_length=5, default="da")
    key_hash = models.CharField(max_length=64, unique=True)
    key_turn = models.PositiveSmallIntegerField(default=1)
    feed_hash = models.CharField(max_length=64, null=True, unique=True)
    joined_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    days_present = models.PositiveSmallIntegerField(default=0)
    present_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.name or self.address


class CourseLetter(models.Model):
    """One letter of the course to one who takes part, once. It is written when it is sent.

    `about` is the part of the course that it is about, with a number where it is told anew, or the day and number of
    what was asked for again. `said` is the day, the hours and the place that it has told, "" where it tells none.
    """

    to = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=40)
    about = models.CharField(max_length=80)
    said = models.CharField(max_length=260, blank=True, default="")
    at_once = models.BooleanField(default=False)
    state = models.CharField(max_length=12, default="waiting", db_index=True)
    done_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["to", "kind", "about"], name="a_course_letter_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"
