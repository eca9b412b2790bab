"""Letters to people with an account at the hand-overs, what the mail server says, and rows that a job cannot get past.

Whoever is only asked to answer has no row here: their letters stay with their sealed invitations.
"""

from django.db import models

from kulturspejl.records.organisation import Unit
from kulturspejl.records.people import User
from kulturspejl.records.rounds import Round


class LetterState(models.TextChoices):
    """Where a letter is."""

    WAITING = "waiting", "not sent yet"
    SENT = "sent", "taken by the mail server"
    REFUSED = "refused", "the mail server has said no for good"
    UNWRITABLE = "unwritable", "no letter can be made of it"
    UNWANTED = "unwanted", "its receiver has switched this kind off"


class Letter(models.Model):
    """One letter to one account. It is written when it is sent, in the receiver's language, from what is true then.

    `path` is the address of its one link, without the host. `ask` is whom it names to ask. `values` fill the places of
    its words, and are emptied when it is done. `address` is where it goes when that is not the account's own (where
    that has just been changed); `at_once` is for what somebody has just asked for, at any hour. `once` is what makes
    it one: a second with the same is not written. It stays for as long as a round can last, so that the same is not
    told twice, and pages can say who has been told.
    """

    to = models.ForeignKey(User, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=40)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.CASCADE, related_name="+")
    round = models.ForeignKey(Round, null=True, on_delete=models.CASCADE, related_name="letters")
    ask = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    path = models.CharField(max_length=300)
    values = models.JSONField(default=dict)
    address = models.EmailField(blank=True)
    at_once = models.BooleanField(default=False)
    once = models.CharField(max_length=200, null=True, unique=True)
    state = models.CharField(max_length=12, choices=LetterState, default=LetterState.WAITING, db_index=True)
    done_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class MailServer(models.Model):
    """The one row that says since when the mail server has not answered; `fault` is the kind of fault alone."""

    away_since = models.DateTimeField(null=True)
    fault = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return self.fault or "at work"


class Stuck(models.Model):
    """A row that a job could not deal with: which job, which row, the kind of fault; gone once it has been."""

    job = models.CharField(max_length=40)
    about = models.CharField(max_length=100)
    fault = models.CharField(max_length=60)
    since = models.DateTimeField()
    times = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "about"], name="a_row_is_stuck_once_a_job")]

    def __str__(self) -> str:
        return f"{self.job} {self.about}"
