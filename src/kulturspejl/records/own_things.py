"""What a facilitator has made of their own, and takes from class to class: exercises, and the provider's picture."""

from django.db import models

from kulturspejl.records.clean import OneLine
from kulturspejl.records.ids import random_id
from kulturspejl.records.people import User


class OwnExercise(models.Model):
    """One exercise as the text of its file; `key` is the id that stands in it.

    A room keeps a copy of what it holds, so nothing here changes a day that is prepared or under way.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="own_exercises")
    key = models.CharField(max_length=60)
    text = models.TextField()
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ("key", "id")
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="one_exercise_of_a_key")]

    def __str__(self) -> str:
        return self.key


class OwnLogo(models.Model):
    """The picture of whoever holds the days, drawn anew; `words` say it to whoever cannot see it."""

    owner = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="own_logo")
    form = models.CharField(max_length=4)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    words = OneLine(max_length=120)
    image = models.BinaryField()

    def __str__(self) -> str:
        return self.words
