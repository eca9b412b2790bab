"""What a course asks to be read and done between its days, and whether the addresses of the texts still answer."""

from typing import ClassVar

from django.db import models

from kulturspejl.records.clean import OneLine
from kulturspejl.records.courses import Course, Membership
from kulturspejl.records.ids import random_id


class CourseReading(models.Model):
    """One text to read before the day `part` of a course: where it stands. Who has read it is kept nowhere."""

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="readings")
    part = models.CharField(max_length=60)
    place = models.PositiveSmallIntegerField()
    author = OneLine(max_length=200, blank=True)
    year = OneLine(max_length=20, blank=True)
    title = OneLine(max_length=300)
    address = models.CharField(max_length=500, blank=True)
    is_required = models.BooleanField(default=True)
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("place", "id")

    def __str__(self) -> str:
        return self.title


class ReadingFile(models.Model):
    """A file of the provider's own to a text, as it came in; it is handed out as a download and opened nowhere."""

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    reading = models.OneToOneField(CourseReading, on_delete=models.CASCADE, related_name="file")
    size = models.PositiveIntegerField()
    content = models.BinaryField()


class AskedAddress(models.Model):
    """What an address of a reading list said when it was last asked; whichever lists it stands on."""

    address = models.CharField(max_length=500, unique=True)
    answer = models.CharField(max_length=12)
    asked_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.answer} {self.address}"


class HomeworkMark(models.Model):
    """Somebody has said that their homework is done: it counts, and nothing that they wrote is here."""

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    member = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="homework")
    homework = models.CharField(max_length=60)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["member", "homework"], name="homework_once_a_member")
        ]
