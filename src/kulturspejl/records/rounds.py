"""A round: a frozen subtree of units, one opening, one close, one release."""

from django.db import models

from kulturspejl.records.clean import OneLine, OneLineText, SeveralLines
from kulturspejl.records.ids import random_id
from kulturspejl.records.organisation import Organisation, Unit
from kulturspejl.records.people import User


class RoundState(models.TextChoices):
    """Where a round is. Only `open` takes answers; a result is seen only in `released`."""

    WAITING = "waiting", "waits for AMR or TR to release the sending"
    ON_HOLD = "on_hold", "wait, we must talk about it"
    OPEN = "open", "open for answers"
    CLOSING = "closing", "being closed"
    RELEASED = "released", "closed, the result is open to the team"
    CANCELLED = "cancelled", "given up before it was sent"


class LostBy(models.TextChoices):
    """Why a round that had been sent could not go on."""

    RESTORE = "restore", "the store was restored from a backup"
    KEYS = "keys", "the keys of the round are lost"
    SECRET = "secret", "the instance's secret is another one"


class Step(models.IntegerChoices):
    """What a close is at, as the round's pages tell it."""

    MIX = 1, "the answers are taken out of their boxes and mixed"
    COMPUTE = 2, "the result is computed"
    FORGET = 3, "invitations, gates and keys are destroyed"


class Round(models.Model):
    """One use of an instrument in a subtree. Dates, not moments, wherever a moment could point at a person.

    `released_at` is when the result opened, for everybody at once; empty where only the day of the close is known.
    `closing_step` is the `Step` that a close has come to, 0 before it; it tells of no unit.
    `close_asked_on` is set while a wish to close before the day waits for its answer. `refusals_told` letters that
    the mail server refused have been told of, last on `refusals_told_on`; `result_letters_lost` counts letters about
    the result that never went. `lost_on` and `lost_by` are of a cancelled round that had been sent, and whose answers
    are gone.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="rounds")
    root = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="rounds_rooted_here")
    state = models.CharField(max_length=10, choices=RoundState, default=RoundState.WAITING)
    content_id = models.CharField(max_length=100)
    content_version = models.CharField(max_length=100)
    content = models.JSONField()
    policy_version = models.CharField(max_length=40)
    minimum = models.PositiveSmallIntegerField()
    points = models.PositiveSmallIntegerField()
    preferred = models.CharField(max_length=12)
    language = models.CharField(max_length=5)
    why = OneLineText(blank=True)
    requested_by = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="rounds_requested"
    )
    requested_on = models.DateField()
    needs_agreement = models.BooleanField(default=False)
    approved_by = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="rounds_approved"
    )
    approved_as = models.CharField(max_length=20, blank=True)
    hold_note = SeveralLines(blank=True)
    opened_on = models.DateField(null=True)
    closes_at = models.DateTimeField()
    closed_on = models.DateField(null=True)
    released_at = models.DateTimeField(null=True)
    reminders_sent = models.PositiveSmallIntegerField(default=0)
    reminded_on = models.DateField(null=True)
    closing_step = models.PositiveSmallIntegerField(default=0)
    close_asked_by = models.ForeignKey(
        User, null=True, on_delete=models.SET_NULL, related_name="rounds_asked_to_close"
    )
    close_asked_on = models.DateField(null=True)
    close_reason = models.TextField(blank=True)
    close_declined_on = models.DateField(null=True)
    refusals_told = models.PositiveIntegerField(default=0)
    refusals_told_on = models.DateField(null=True)
    result_letters_lost = models.PositiveIntegerField(default=0)
    lost_on = models.DateField(null=True)
    lost_by = models.CharField(max_length=10, choices=LostBy, blank=True)

    def __str__(self) -> str:
        return f"{self.content_id} {self.id}"


class RoundUnit(models.Model):
    """A unit as it was when the round was made. `invited` counts by category, e.g. {"E": 9}."""

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="round_units")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="children")
    name = OneLine(max_length=200)
    headcount = models.PositiveIntegerField()
    invited = models.JSONField(default=dict)
    cards = models.PositiveIntegerField(default=0)
    shards = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "unit"], name="a_unit_once_a_round")]

    def __str__(self) -> str:
        return self.name


class Invitation(models.Model):
    """Who was invited, while the round is open. At close the row is destroyed; counts stay.

    `code_sealed` is the code under the round's key, so that a reminder can carry it; whether it has been
    used stands nowhere near this row (records.ballots). `undeliverable` says why no letter goes there any more:
    "refused" by the mail server for good, or "unwritable". It says nothing of the person. `own_card` numbers, from 1
    in each round, the cards that were made in the place of such a letter; 0 is everybody else.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    round_unit = models.ForeignKey(RoundUnit, on_delete=models.CASCADE, related_name="invitations")
    category = models.CharField(max_length=4, default="E")
    address = models.EmailField(blank=True)
    language = models.CharField(max_length=5)
    code_sealed = models.BinaryField(null=True)
    mails_sent = models.PositiveSmallIntegerField(default=0)
    undeliverable = models.CharField(max_length=12, blank=True)
    own_card = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round_unit", "address"],
                condition=~models.Q(address=""),
                name="an_address_once_a_unit",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Door(models.Model):
    """The hash of a code and the unit whose page it opens. Written once, shuffled; never says used or unused.

    `entry` points into the sealed gate while the round is open and at nothing afterwards; the row itself
    stays, so that the same card opens the result.
    """

    code_hash = models.CharField(primary_key=True, max_length=64)
    round_unit = models.ForeignKey(RoundUnit, on_delete=models.CASCADE, related_name="doors")
    entry = models.BinaryField(null=True)

    def __str__(self) -> str:
        return self.code_hash[:8]
