"""What the server holds of a person's own development plan: a locked copy, a shared line, a reminder."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kulturspejl.records.clean import OneLine
from kulturspejl.records.courses import Membership
from kulturspejl.records.ids import random_id
from kulturspejl.records.people import User


class SealedPlan(models.Model):
    """A plan as its owner's browser sealed it; the key never comes here, nor the six words that make it.

    It hangs on an account, on somebody who takes part in a course, or on nobody: then it stands under an address of its
    own, of which `key_hash` is the hash, until `ends_on`. One that was thrown away has an id of its own on the ledger.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    owner = models.OneToOneField(User, null=True, on_delete=models.CASCADE, related_name="sealed_plan")
    member = models.OneToOneField(Membership, null=True, on_delete=models.CASCADE, related_name="sealed_plan")
    key_hash = models.CharField(max_length=64, null=True, unique=True)
    ends_on = models.DateField(null=True)
    sealed = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(owner__isnull=False, member=None, key_hash=None)
                | Q(owner=None, member__isnull=False, key_hash=None)
                | Q(owner=None, member=None, key_hash__isnull=False, ends_on__isnull=False),
                name="a_plan_is_ones_own",
            )
        ]


class SharedLine(models.Model):
    """One line, read by whoever has its secret address; the server keeps the address's hash."""

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    owner = models.OneToOneField(User, null=True, on_delete=models.CASCADE, related_name="shared_line")
    member = models.OneToOneField(Membership, null=True, on_delete=models.CASCADE, related_name="shared_line")
    words = OneLine(max_length=300)
    key_hash = models.CharField(max_length=64, unique=True)
    ends_on = models.DateField()


class PlanReminder(models.Model):
    """The first day on which somebody has asked to be reminded; the others follow from it. It says nothing of what.

    `key_hash` is the hash of what stands in the letters' link: with it the letters are stopped without logging in.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    owner = models.OneToOneField(User, null=True, on_delete=models.CASCADE, related_name="plan_reminder")
    member = models.OneToOneField(Membership, null=True, on_delete=models.CASCADE, related_name="plan_reminder")
    first = models.DateField()
    key_hash = models.CharField(max_length=64, unique=True)
