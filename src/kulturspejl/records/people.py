"""People with an account, behind random ids, and what they may: grants with a scope and an end."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models

from kulturspejl.core.permissions import Role
from kulturspejl.records.clean import OneLine
from kulturspejl.records.ids import random_id
from kulturspejl.records.organisation import Organisation, Unit


class User(AbstractUser):
    """Somebody who signs in. Employees who only answer have no account.

    Erased, the row stays without name and address, so that what was done in a role can still be told: `number` is what
    the person is called from then on, and `erased_on` the day.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    username = models.CharField(max_length=150, unique=True, default=random_id)
    email = models.EmailField(unique=True)
    name = OneLine(max_length=200, blank=True)
    language = models.CharField(max_length=5, default="da")
    number = models.PositiveIntegerField(null=True)
    erased_on = models.DateField(null=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        if self.number is not None:
            return f"#{self.number}"
        return self.name or self.email


class Grant(models.Model):
    """A role, where it counts and until when. `unit` empty: the whole organisation (steward, HR, facilitator).

    The row stays when the grant is ended: what it ever opened counts for what its holder may open later
    (access/union). `given_at` is empty where only the day `starts` is known. `told_at` and `told_from` say when
    somebody there was told of it, and how far back results were open to them (access/told).
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="grants")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, null=True, blank=True, related_name="grants")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    given_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    told_from = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "role"])]

    def __str__(self) -> str:
        return f"{self.role} of {self.unit_id or self.organisation_id}"
