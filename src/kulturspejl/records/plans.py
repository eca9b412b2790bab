"""The chosen trait and the first action. They outlive the round that they stem from."""

from django.db import models

from kulturspejl.records.clean import OneLine
from kulturspejl.records.ids import random_id
from kulturspejl.records.organisation import Unit
from kulturspejl.records.people import User
from kulturspejl.records.rounds import RoundUnit


class Trait(models.Model):
    """What the unit has chosen to work on."""

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

    def __str__(self) -> str:
        return self.more_of


class Action(models.Model):
    """What we do, who sees to it, when it is done and when we look again."""

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    trait = models.ForeignKey(Trait, on_delete=models.CASCADE, related_name="actions")
    what = OneLine(max_length=500)
    who = OneLine(max_length=200)
    due = models.DateField()
    follow_up = models.DateField()
    state = models.CharField(max_length=10, default="agreed")
    agreed_on = models.DateField()

    def __str__(self) -> str:
        return self.what
