"""What is kept of accounts beside the people themselves: where they are signed in, and what happened to them."""

from django.db import models

from kulturspejl.records.ids import random_id
from kulturspejl.records.people import User


class OpenSession(models.Model):
    """A browser in which somebody is signed in. Its key stands here, so that it can be ended from elsewhere.

    `browser` is coarse (Firefox, Windows), no network address is kept, and `used_at` is a few minutes late at most.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="open_sessions")
    session_key = models.CharField(max_length=40, unique=True)
    browser = models.CharField(max_length=60, blank=True)
    began_at = models.DateTimeField()
    used_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.id)


class SecurityEvent(models.Model):
    """One thing that happened to an account, or that was refused. Never a code, nor an address.

    `user` empty: somebody who has no account here. What is refused again within an hour counts up `times`: a stranger
    who tries all night fills no disk. `by` is who did it where that is another than the owner.
    """

    user = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="security_events")
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    kind = models.CharField(max_length=40)
    about = models.CharField(max_length=100, blank=True)
    times = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["user", "at"], name="events_of_a_person")]

    def __str__(self) -> str:
        return self.kind


class SignInLink(models.Model):
    """A link that signs somebody in once, made at the server. Only a fingerprint of it is kept."""

    token_hash = models.CharField(primary_key=True, max_length=64)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.token_hash[:8]
