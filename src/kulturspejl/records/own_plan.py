"""What the server holds of a person's own development plan: a locked copy, a shared line, a reminder."""

from django.db import models

from kulturspejl.records.clean import OneLine
from kulturspejl.records.ids import random_id
from kulturspejl.records.people import User


class SealedPlan(models.Model):
    """A plan as its owner's browser sealed it; the key never comes here, nor the six words that make it."""

    owner = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="sealed_plan")
    sealed = models.TextField()


class SharedLine(models.Model):
    """One line, read by whoever has its secret address; the server keeps the address's hash."""

    owner = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="shared_line")
    words = OneLine(max_length=300)
    key_hash = models.CharField(max_length=64, unique=True)
    ends_on = models.DateField()


class PlanReminder(models.Model):
    """The days on which somebody has asked to be reminded, as ISO dates to come; it says nothing of what.

    `key_hash` is the hash of what stands in the letters' link: with it the letters are stopped without logging in.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    owner = models.OneToOneField(User, on_delete=models.CASCADE, related_name="plan_reminder")
    days = models.JSONField(default=list)
    key_hash = models.CharField(max_length=64, unique=True)
