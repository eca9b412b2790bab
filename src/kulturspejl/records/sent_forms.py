"""Forms that have made something, for some days: the same press once more finds the same thing."""

from django.db import models


class SentForm(models.Model):
    """`id` comes of the form's own id, what was written in it, and who sent it; none of these can be read off it.

    `made` is the id of what it made, or a few words of it.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    made = models.CharField(max_length=200, blank=True)
    on = models.DateField(db_index=True)

    def __str__(self) -> str:
        return str(self.id)
