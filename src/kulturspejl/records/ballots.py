"""Raw answers of open rounds, sealed: only `actions.ballots` may import this table.

A row an answer would carry an order (rowid, xmin, place on the page), and the order of spent codes beside
it is a key. So there are no such rows: each unit has a few sealed gates (which codes are spent, records.gates) and a
few sealed boxes (the answers, sorted by a random number), rewritten whole. What a copy shows is the last write
to each, and not to whom it belonged. A box's key lies outside the database, is replaced at every write and
destroyed at close (vault.boxes), so that old pages and write-ahead logs are noise, now and then.
"""

from django.db import models

from kulturspejl.records.rounds import RoundUnit

SERIAL = 16
RETRY = 16
CATEGORY = 4
HEAD = SERIAL + RETRY + CATEGORY
"""An answer in a box: the voucher's serial, the device's retry id, a category, then two bytes a number."""


class Box(models.Model):
    """A share of a unit's answers, sealed with the key in `slot`. A box that is not open takes no answer.

    `sealed` is the last write, `before` what the box was then, and is until the write's key is there (vault.turn).
    """

    round_unit = models.ForeignKey(RoundUnit, on_delete=models.CASCADE, related_name="+")
    shard = models.PositiveSmallIntegerField()
    slot = models.PositiveIntegerField()
    sealed = models.BinaryField()
    before = models.BinaryField(default=bytes)
    is_open = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round_unit", "shard"], name="box_once_a_shard")]
