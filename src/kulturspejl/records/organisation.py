"""Organisations and their units, with history: what a unit was called, where it stood and how many it had."""

from django.db import models

from kulturspejl.records.clean import OneLine
from kulturspejl.records.ids import random_id


class Organisation(models.Model):
    """An employer. `minimum` is the smallest number of answers shown; it may be raised, never under 5.

    `lends_rooms`: whether people may open a room for their own team here without an account. `headings`: what the
    columns of its lists mean, where that had to be asked (bare heading -> column, core/tables/headings).
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    name = OneLine(max_length=200)
    language = models.CharField(max_length=5, default="da")
    minimum = models.PositiveSmallIntegerField(default=5)
    is_demo = models.BooleanField(default=False)
    lends_rooms = models.BooleanField(default=True)
    headings = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minimum__gte=5), name="organisation_minimum_at_least_5"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A unit is an id that stays; its name, place and size are versions.

    `external_id` is the organisation's own id of it, as lists carry it; of the open units no two have the same
    (actions/own_ids, under the organisation's lock: a closed one keeps its own).
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="units")
    external_id = models.CharField(max_length=100, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["organisation", "external_id"], name="unit_by_own_id")]

    def __str__(self) -> str:
        return str(self.id)


class UnitVersion(models.Model):
    """What a unit was from a day until a day: name, parent and employees attached directly (leader apart).

    `since_at` and `until_at` are the moments, empty where only the days are known. `told_at` and `told_from` say when
    somebody there was told of the move that it began with, and how far back results were open to them (access/told).
    """

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="versions")
    parent = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="child_versions"
    )
    name = OneLine(max_length=200)
    headcount = models.PositiveIntegerField(default=0)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    since_at = models.DateTimeField(null=True, blank=True)
    until_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    told_from = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["unit", "valid_from"])]
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=models.Q(valid_to__isnull=True), name="one_open_version_a_unit"
            ),
        ]

    def __str__(self) -> str:
        return self.name
