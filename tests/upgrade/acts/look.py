"""Run by any version: what is there, as JSON, in words that every version has."""

import json
import sys

import django

django.setup()

from kulturspejl.records import models  # noqa: E402

sys.stdout.write(
    json.dumps(
        {
            "rounds": {str(one.id): one.state for one in models.Round.objects.all()},
            "answered": {str(one.round_id): one.released["units"][0]["n"] for one in models.Release.objects.all()},
            "rooms": [[one.code, one.state["version"]] for one in models.Room.objects.all()],
            "people": sorted(models.User.objects.values_list("email", flat=True)),
            "units": sorted(models.UnitVersion.objects.values_list("name", "headcount")),
            "invited": models.Invitation.objects.count(), "participants": models.Participant.objects.count(),
            "notes": models.RoomNote.objects.count(),
            "traits": sorted(models.Trait.objects.values_list("more_of", "is_current")),
            "actions": sorted(models.Action.objects.values_list("what", "who", "state", "trait__more_of")),
        }
    )
)  # fmt: skip
