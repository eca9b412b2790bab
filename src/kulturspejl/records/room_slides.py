"""Slides of a facilitator's own: pages that were drawn anew, and stand on the wall at a station of one room."""

from django.db import models

from kulturspejl.records.clean import OneLine
from kulturspejl.records.ids import random_id
from kulturspejl.records.rooms import Room


class RoomSlide(models.Model):
    """One page, in the place that it has at `station` (a place of the room's day).

    `form` is "png" or "jpeg"; `size` is the bytes of `image`. `words` say what it shows to whoever cannot see it: what
    was written on the page, or what a facilitator has written instead.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="slides")
    station = models.CharField(max_length=120)
    place = models.PositiveSmallIntegerField()
    form = models.CharField(max_length=4)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    words = OneLine(max_length=1200, blank=True)
    size = models.PositiveIntegerField()
    image = models.BinaryField()

    class Meta:
        ordering = ("station", "place", "id")
        indexes = [models.Index(fields=["room", "station", "place"], name="slides_of_a_station")]
