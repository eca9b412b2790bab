"""Who did what to the rules and the rounds. Never who answered, and never an address."""

from django.db import models

from kulturspejl.records.organisation import Organisation
from kulturspejl.records.people import User


class AuditEntry(models.Model):
    """One line a change by somebody with an account."""

    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.CASCADE, related_name="audit")
    actor = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    about = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.verb} {self.about}"


class DemoMail(models.Model):
    """A mail that the demo shows in a page instead of sending it. Holds codes, so it is never kept elsewhere."""

    about = models.UUIDField(null=True)
    to = models.EmailField()
    subject = models.CharField(max_length=300)
    body = models.TextField()
