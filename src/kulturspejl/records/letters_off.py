"""The kinds of letter that somebody does not want."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kulturspejl.records.courses import Membership
from kulturspejl.records.people import User


class LetterOff(models.Model):
    """One kind that one person does not want. The id is made of the two (access/letters_off): there is one a kind."""

    id = models.UUIDField(primary_key=True, editable=False)
    owner = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="letters_off")
    member = models.ForeignKey(Membership, null=True, on_delete=models.CASCADE, related_name="letters_off")
    kind = models.CharField(max_length=40)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(owner__isnull=False, member=None) | Q(owner=None, member__isnull=False),
                name="a_letter_off_is_ones_own",
            )
        ]

    def __str__(self) -> str:
        return self.kind
