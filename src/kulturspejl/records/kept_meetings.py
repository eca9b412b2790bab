"""A team's borrowed room that is handed over to a unit: the offer, as long as the room is there, and what is kept."""

from typing import ClassVar

from django.db import models

from kulturspejl.records.clean import OneLine
from kulturspejl.records.ids import random_id
from kulturspejl.records.organisation import Unit
from kulturspejl.records.people import User
from kulturspejl.records.plans import Action
from kulturspejl.records.rooms import Room


class KeptMeeting(models.Model):
    """What a unit keeps of a team's meeting until `kept_until`: where it stood (core/plans/kept), and which action.

    Nothing leads to the room, nor to anybody who was in it. `name` is the meeting's, by language; `programme` its id.
    `role` is what `taken_by` was then.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="kept_meetings")
    programme = models.CharField(max_length=60)
    name = models.JSONField()
    day = models.DateField()
    parts = models.JSONField(default=list)
    action = models.ForeignKey(Action, null=True, on_delete=models.SET_NULL, related_name="+")
    taken_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    role = models.CharField(max_length=20)
    taken_on = models.DateField()
    kept_until = models.DateField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["unit", "day"], name="kept_meeting_of_unit")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.day}"


class RoomOffer(models.Model):
    """Whoever leads a borrowed room has offered it; it goes when it is taken back, and at the latest with the room.

    Once it is taken over, the room says until its end where it went: `unit`, by whom, in which role.
    """

    room = models.OneToOneField(Room, primary_key=True, on_delete=models.CASCADE, related_name="offer")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.CASCADE, related_name="+")
    unit_name = OneLine(max_length=200, blank=True, default="")
    kept = models.ForeignKey(KeptMeeting, null=True, on_delete=models.SET_NULL, related_name="+")
    taken_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    role = models.CharField(max_length=20, blank=True, default="")
    offered_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.room_id)
