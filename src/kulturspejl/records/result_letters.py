"""To whom the letter about an opened result is still to go, sealed: only `actions.result_letters` opens this table.

At the close the invitations are destroyed, and with them who had which code. What takes over for two days are these
lists: address, unit and language of everybody who had a letter, in an order of chance, with no code and no word of who
has answered. As with boxes (records.ballots) no row stands for a person, and a list's key is replaced at every write.
"""

from django.db import models

from kulturspejl.records.rounds import Round


class ResultLetters(models.Model):
    """A share of a round's lines, `size` bytes each. `sealed`, `before` and `slot` are as in `records.ballots.Box`."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    slot = models.PositiveIntegerField()
    size = models.PositiveSmallIntegerField()
    sealed = models.BinaryField()
    before = models.BinaryField(default=bytes)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "slot"], name="a_list_once_a_slot")]
