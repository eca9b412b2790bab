"""What is left of a round after its close: the release and who may see it; no answer, no count of a hidden unit."""

from django.db import models

from kulturspejl.records.ids import random_id
from kulturspejl.records.people import User
from kulturspejl.records.rounds import Round, RoundUnit


class Release(models.Model):
    """The frozen result of a closed round: the only thing that pictures, reports and plans may read."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="release")
    released = models.JSONField()

    def __str__(self) -> str:
        return str(self.round_id)


class ReleasedUnit(models.Model):
    """One unit's part of the release, cut out when it is made: a reader of one unit reads no other's.

    `hidden` is the reason why the picture has no numbers, or empty; `answers` the number behind it.
    """

    round_unit = models.OneToOneField(RoundUnit, primary_key=True, on_delete=models.CASCADE, related_name="+")
    hidden = models.CharField(max_length=20, blank=True)
    answers = models.PositiveIntegerField(null=True)
    part = models.JSONField()


class LeaderLine(models.Model):
    """The leader's own answer, or the leader's guess at the team's, drawn before close. Never in a mean."""

    OWN = "own"
    GUESS = "guess"

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    round_unit = models.ForeignKey(RoundUnit, on_delete=models.CASCADE, related_name="leader_lines")
    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="leader_lines")
    kind = models.CharField(max_length=5, choices=[(OWN, OWN), (GUESS, GUESS)])
    values = models.JSONField()
    is_shown = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round_unit", "owner", "kind"], name="one_line_a_leader_and_kind"
            ),
        ]


class ResultShare(models.Model):
    """The unit has let those above see its own picture, from a moment until it took it back.

    Taken back, the row stays: what was shared has been seen. Sharing again is another row. `shared_at` is empty where
    only the day is known.
    """

    round_unit = models.ForeignKey(RoundUnit, on_delete=models.CASCADE, related_name="shares")
    shared_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    shared_on = models.DateField()
    shared_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round_unit"],
                condition=models.Q(taken_back_at__isnull=True),
                name="one_open_share_a_unit",
            ),
        ]
