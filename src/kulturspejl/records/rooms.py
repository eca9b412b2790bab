"""A room: one day with a class, where it is, who is here, and what was filled in until the day is over."""

from django.db import models

from kulturspejl.records.clean import OneLine
from kulturspejl.records.ids import random_id
from kulturspejl.records.organisation import Organisation
from kulturspejl.records.people import User

HEAVY = ("content", "script")
"""Columns of a room that are fetched when they are asked for: the whole day as it was planned."""


class RoomKind(models.TextChoices):
    """What a room is for; it decides how soon it is deleted."""

    CLASS = "class", "a course day"
    PRACTICE = "practice", "to try the day out; thrown away afterwards"
    BORROWED = "borrowed", "lent to somebody for their own team, without accounts; gone after 24 hours"


class Room(models.Model):
    """A day as it was made (`content`, `script`) and where it is (`state`, `version`).

    `content` is {"programme": raw, "exercises": {id: raw}}: what was planned stays as it was when it was planned;
    `plan` grows each time a facilitator changes it.
    A borrowed room has no organisation; whoever holds the key behind `desk_key_hash` runs it. `agreed` is the one
    action that a team has agreed on, {"action", "owner", "day"}; `trait` is what whoever opened it brings to talk
    about, for everybody in it. `before` is where the team stood at meetings that its unit has kept, as whoever opened
    the room brought it along: [{"on", "part"}] (core/plans/kept), without a unit. `next_day` is when a class meets
    again. `is_locked`: nobody new comes in.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.CASCADE, related_name="rooms")
    kind = models.CharField(max_length=10, choices=RoomKind, default=RoomKind.CLASS)
    code = models.CharField(max_length=6, unique=True)
    wall_key = models.CharField(max_length=40)
    desk_key_hash = models.CharField(max_length=64, null=True, unique=True)
    name = OneLine(max_length=200)
    day = models.DateField()
    language = models.CharField(max_length=5)
    check_in = OneLine(max_length=300, blank=True)
    homework = models.CharField(max_length=1000, blank=True)
    next_day = models.DateField(null=True)
    agreed = models.JSONField(default=dict)
    trait = OneLine(max_length=300, blank=True, default="")
    before = models.JSONField(default=list)
    content = models.JSONField()
    script = models.JSONField()
    plan = models.PositiveIntegerField(default=1)
    state = models.JSONField()
    version = models.PositiveIntegerField(default=1)
    policy_version = models.CharField(max_length=40)
    minimum = models.PositiveSmallIntegerField()
    made_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="rooms_made")
    made_at = models.DateTimeField()
    finished_on = models.DateField(null=True)
    is_locked = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Participant(models.Model):
    """Somebody in the room, as they want to be called. Without a key they are here on paper.

    `done` is the station at which they have said that they are done. `came_at` is when they came, to five minutes: it
    goes with them, and says nothing of what they have handed in. `group_mark` is alike for those who came in from their
    own pages of one group of a course: it is of this room alone, and names neither group nor person.
    """

    id = models.UUIDField(primary_key=True, default=random_id, editable=False)
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="participants")
    key_hash = models.CharField(max_length=64, null=True, unique=True)
    name = OneLine(max_length=80)
    workplace = OneLine(max_length=120, blank=True)
    group_mark = models.CharField(max_length=32, blank=True, default="")
    done = models.CharField(max_length=40, blank=True)
    came_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class SealedNotes(models.Model):
    """What one participant keeps for themselves (V0), sealed on the phone by a key that never comes here."""

    participant = models.OneToOneField(Participant, on_delete=models.CASCADE, related_name="sealed")
    sealed = models.TextField()


class RoomNote(models.Model):
    """What one participant has written for the room (V1, V2), until the day is over. `id` is the device's own.

    `about` is whose sheet it stands on: a note for one never gets onto another's, and goes when its owner goes.
    """

    id = models.UUIDField(primary_key=True)
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="notes")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="notes")
    part = models.CharField(max_length=120)
    values = models.JSONField()
    about = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="about_me", null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["participant", "part"], name="a_note_once_a_part")]


class RoomPicture(models.Model):
    """What was shown of a part, as disclosure let it out, in both languages; never made anew from more answers."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="pictures")
    part = models.CharField(max_length=120)
    is_final = models.BooleanField()
    picture = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["room", "part"], name="a_picture_once_a_part")]
