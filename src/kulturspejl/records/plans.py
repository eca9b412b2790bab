"""The chosen trait, what a unit does about it, and what became of it. They outlive the round they stem from."""

from typing import ClassVar

from django.db import models

from kulturspejl.records.clean import OneLine
from kulturspejl.records.ids import random_id
from kulturspejl.records.organisation import Unit
from kulturspejl.records.people import User
from kulturspejl.records.rounds import RoundUnit


class PlanEvent(models.Model):
    """One line of a history: who, when, what, and each field as [old, new] (core/plans/history).

    `said` is what was said of it: a line, or the answers of a follow-up. What is taken back stays, marked.
    """

    did = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    changed = models.JSONField(default=dict)
    said = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        abstract = True


class Trait(models.Model):
    """What the unit has chosen to work on.

    `origin` is the kind of thing it came from and `origin_on` its day (core/plans/origin). `outcome` is what a status
    said that ended it (core/plans/status). `version` grows with each change: who writes names the one they saw.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="traits")
    stems_from = models.ForeignKey(RoundUnit, null=True, on_delete=models.SET_NULL, related_name="traits")
    more_of = OneLine(max_length=300)
    less_of = OneLine(max_length=300, blank=True)
    notice = OneLine(max_length=500)
    better_for = OneLine(max_length=500)
    chosen_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    chosen_on = models.DateField()
    is_current = models.BooleanField(default=True)
    origin = models.CharField(max_length=10, blank=True, default="")
    origin_on = models.DateField(null=True)
    outcome = models.CharField(max_length=10, blank=True, default="")
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.more_of


class TraitEvent(PlanEvent):
    """One line of a trait's history."""

    trait = models.ForeignKey(Trait, on_delete=models.CASCADE, related_name="events")

    def __str__(self) -> str:
        return f"{self.did} {self.trait_id}"


class Action(models.Model):
    """What we do, who sees to it, when it is done and when we look again (core/plans/action).

    `trait` is none where an idea came before a trait was chosen. `version` grows with each change: who writes names the
    one they saw. `tool` is the programme of the team's room that it came from. Nothing says whose answer led to it.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="actions")
    trait = models.ForeignKey(Trait, null=True, on_delete=models.CASCADE, related_name="actions")
    what = OneLine(max_length=500)
    why = OneLine(max_length=500, blank=True, default="")
    sign = OneLine(max_length=500, blank=True, default="")
    who = OneLine(max_length=200, blank=True)
    partner = OneLine(max_length=200, blank=True, default="")
    due = models.DateField(null=True)
    follow_up = models.DateField(null=True)
    stop_doing = OneLine(max_length=500, blank=True, default="")
    influence = models.CharField(max_length=30, blank=True, default="")
    directed = models.CharField(max_length=10, blank=True, default="")
    tool = models.CharField(max_length=60, blank=True, default="")
    origin = models.CharField(max_length=10, blank=True, default="")
    origin_on = models.DateField(null=True)
    state = models.CharField(max_length=10, default="agreed")
    agreed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.what


class ActionEvent(PlanEvent):
    """One line of an action's history."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="events")

    def __str__(self) -> str:
        return f"{self.did} {self.action_id}"


class PlanStatus(models.Model):
    """Stock that was taken of a unit's plan on a day (core/plans/status): what was said, with the words as they stood.

    `lines` are [{what, id, words, answer, came, learnt, next_step, who, again}], traits first; `again` is the next one.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="plan_statuses")
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    lines = models.JSONField(default=list)
    learnt = OneLine(max_length=500, blank=True, default="")
    line = OneLine(max_length=300, blank=True, default="")
    again = models.DateField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return f"{self.unit_id} {self.on}"


class CalendarFeed(models.Model):
    """A secret address under which a person's calendar reads the days of one unit; the instance keeps its hash."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="calendar_feeds")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="calendar_feeds")
    token_hash = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "unit"], name="a_calendar_once_a_person_and_unit")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.unit_id}"
