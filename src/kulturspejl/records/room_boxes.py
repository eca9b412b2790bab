"""Raw answers of a room without a name (V3), sealed: only `actions.rooms.boxes` may import this table.

As for rounds (records.ballots), and for the same reason: no row stands for an answer or for somebody who has answered.
"""

from django.db import models

from kulturspejl.records.rooms import Room


class RoomBox(models.Model):
    """One part's gate (who has a voucher) and box (the answers), each a list sorted by random numbers, rewritten whole.

    The gate is sealed with the part's own key (vault.keys), the box with one that is replaced at every write
    (vault.boxes); both lie under this row's id, outside the database, and are destroyed when the part is shown.
    `sealed` and `before` are as in `records.ballots.Box`.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=120)
    gate = models.BinaryField()
    sealed = models.BinaryField()
    before = models.BinaryField(default=bytes)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["room", "part"], name="a_box_once_a_part")]
