"""Who did what to the rules and the rounds. Never who answered, and never an address."""

from typing import ClassVar

from django.db import models

from kulturspejl.records.ids import random_id
from kulturspejl.records.organisation import Organisation, Unit, UnitVersion
from kulturspejl.records.people import Grant, User


class AuditEntry(models.Model):
    """One line a change by somebody with an account.

    `said` is what has to be told of it also when the thing is gone: the unit's name at the time, the role, from what to
    what. No name of a person stands in it: whose it was is `person`, and when that account has been erased a number is
    left, the same one on all lines, which says no more than that it was one person.
    """

    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.CASCADE, related_name="audit")
    actor = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    about = models.CharField(max_length=200)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.SET_NULL, related_name="+")
    person = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    actor_number = models.PositiveIntegerField(null=True)
    person_number = models.PositiveIntegerField(null=True)
    said = models.JSONField(default=dict)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "-at"], name="records_audit_newest_idx")
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.about}"


class ChangeNotice(models.Model):
    """Somebody who is to be told of a change in their unit, in one gathered letter with all others of the day.

    `vouches`: the letter, once taken, lets `grant` or what came with `version` open earlier results (access/told), as
    far back as they were open to this person (`knows_from`; None: all). The row stays until nothing waits for it.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    entry = models.ForeignKey(AuditEntry, on_delete=models.CASCADE, related_name="notices")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="notices")
    grant = models.ForeignKey(Grant, null=True, on_delete=models.CASCADE, related_name="notices")
    version = models.ForeignKey(UnitVersion, null=True, on_delete=models.CASCADE, related_name="notices")
    vouches = models.BooleanField(default=False)
    knows_from = models.DateTimeField(null=True)
    letter = models.BigIntegerField(null=True, db_index=True)
    gathered_at = models.DateTimeField(null=True, db_index=True)
    is_done = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.user_id} of {self.entry_id}"


class DemoMail(models.Model):
    """A mail that the demo shows in a page instead of sending it. Holds codes, so it is never kept elsewhere."""

    about = models.UUIDField(null=True)
    to = models.EmailField()
    subject = models.CharField(max_length=300)
    body = models.TextField()
