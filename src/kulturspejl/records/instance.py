"""What the instance knows of itself: one row a fact. Nothing here is about people or their answers."""

from django.db import models


class InstanceFact(models.Model):
    """A fact by name, what it says, and since or at when. Not in a backup: each instance has its own."""

    name = models.CharField(max_length=40, primary_key=True)
    text = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
