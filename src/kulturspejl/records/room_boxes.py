"""Raw answers of a room without a name (V3), sealed: only `actions.rooms.boxes` may import these tables.

As for rounds (records.gates, records.ballots), and for the same reasons: no row stands for an answer or for somebody
who has answered, and who has a voucher stands in another table than what was answered.
"""

from django.db import models

from kulturspejl.records.rooms import Room


class RoomGate(models.Model):
    """Who has a voucher for one part: a list sorted by random numbers, rewritten whole, sealed with the part's own key.

    The key (vault.keys) lies outside the database, under the id that gate and box have in common, and is destroyed
    when the part is shown.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=120)
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["room", "part"], name="a_gate_once_a_part")]


class RoomBox(models.Model):
    """One part's answers: a list like the gate's, under a key that is replaced at every write (vault.boxes).

    It may be a hundred times as long as the gate. `sealed` and `before` are as in `records.ballots.Box`.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=120)
    sealed = models.BinaryField()
    before = models.BinaryField(default=bytes)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["room", "part"], name="a_box_once_a_part")]
