"""What a unit's TRIO keeps: its focus, its agreement, its meetings with their minutes, and the yearly sheet's matters.

Its people are whoever leads or represents the unit now; no list of members is kept. Nothing here is private to one of
them: what one of the three must not read has no place here.
"""

from typing import ClassVar

from django.db import models

from kulturspejl.records.clean import OneLine
from kulturspejl.records.ids import random_id
from kulturspejl.records.organisation import Unit
from kulturspejl.records.people import User


class TrioFocus(models.Model):
    """What a TRIO works on; an earlier one stays, with its day."""

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="trio_focuses")
    words = OneLine(max_length=300)
    chosen_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    chosen_on = models.DateField()
    is_current = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["unit"], condition=models.Q(is_current=True), name="one_focus_at_a_time")
        ]

    def __str__(self) -> str:
        return self.words


class TrioAgreement(models.Model):
    """What they agreed on, {field: words} (core/trio/agreement). `version` grows with each change."""

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    unit = models.OneToOneField(Unit, on_delete=models.CASCADE, related_name="trio_agreement")
    fields = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    changed_on = models.DateField()

    def __str__(self) -> str:
        return str(self.unit_id)


class TrioMeeting(models.Model):
    """A meeting, planned or held. `minutes` are {field: words} (core/trio/minutes), {} until they are written.

    It goes on `kept_until`, with everything that was written; none while no minutes stand in it.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="trio_meetings")
    day = models.DateField()
    starts = models.TimeField(null=True)
    place = OneLine(max_length=120, blank=True, default="")
    minutes = models.JSONField(default=dict)
    months = models.PositiveSmallIntegerField(default=12)
    kept_until = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    planned_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    written_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return f"{self.unit_id} {self.day}"


class AnnualMatter(models.Model):
    """A matter for the yearly discussion."""

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="annual_matters")
    words = OneLine(max_length=500)
    added_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    added_on = models.DateField()

    def __str__(self) -> str:
        return self.words
