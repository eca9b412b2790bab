"""Which codes of an open round are spent, sealed: a list rewritten whole, so that no row tells the order."""

from django.db import models

from kulturspejl.records.rounds import RoundUnit


class Gate(models.Model):
    """A share of a unit's codes and which of them are spent, sealed with the round's key."""

    round_unit = models.ForeignKey(RoundUnit, on_delete=models.CASCADE, related_name="+")
    shard = models.PositiveSmallIntegerField()
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round_unit", "shard"], name="gate_once_a_shard")]
