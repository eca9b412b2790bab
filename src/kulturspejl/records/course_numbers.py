"""What is left of a class when it is gone: how many came, and a few numbers for each question of its evaluation."""

from django.db import models

from kulturspejl.records.ids import random_id
from kulturspejl.records.organisation import Organisation


class CourseNumbers(models.Model):
    """One class. Nothing leads back to its room, to anybody in it or to a text; written when its day is closed.

    `numbers` are {"id": "<exercise>/<part>/<item>", "asked": {language: words}, "answers": n, "mean": x, "most": y,
    "steps": [[{language: step}, how many], …]}, of questions with answers enough alone; no steps where how many chose
    each would tell of one or two people.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="course_numbers")
    programme = models.CharField(max_length=60)
    day = models.DateField()
    came = models.PositiveIntegerField()
    numbers = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.programme} {self.day}"
