"""A list of units, and of people, on its way in: looked at, taken in, and for a day taken back again."""

from django.db import models

from kulturspejl.records.ids import random_id
from kulturspejl.records.organisation import Organisation
from kulturspejl.records.people import User


class UnitList(models.Model):
    """`lines` and `people` are there until the list is taken in, or for a day; `before` is what stood before it, and
    `given` and `ended` the grants that it gave and ended, for a day after.

    `roles` are those that the list tells the holders of. `answers` are what was said to its questions, by line.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="unit_lists")
    made_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField()
    lines = models.JSONField(default=list)
    people = models.JSONField(default=list)
    roles = models.JSONField(default=list)
    answers = models.JSONField(default=dict)
    told = models.JSONField(default=list)
    taken_at = models.DateTimeField(null=True)
    counts = models.JSONField(default=dict)
    before = models.JSONField(default=list)
    given = models.JSONField(default=list)
    ended = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.id)
