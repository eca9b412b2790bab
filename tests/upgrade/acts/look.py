"""Run by any version: what is there, as JSON, in words that every version has."""

import json

import django

django.setup()

from kulturspejl.records.models import Invitation, Participant, Release, Room, RoomNote, Round, UnitVersion, User  # noqa: E402

print(
    json.dumps(
        {
            "rounds": {str(one.id): one.state for one in Round.objects.all()},
            "answered": {str(one.round_id): one.released["units"][0]["n"] for one in Release.objects.all()},
            "rooms": [[one.code, one.state["version"]] for one in Room.objects.all()],
            "people": sorted(User.objects.values_list("email", flat=True)),
            "units": sorted(UnitVersion.objects.values_list("name", "headcount")),
            "invited": Invitation.objects.count(), "participants": Participant.objects.count(),
            "notes": RoomNote.objects.count(),
        }
    )
)  # fmt: skip
