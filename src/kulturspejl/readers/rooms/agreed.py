"""What a team has agreed on, for the sheet that goes on the notice board: with what the team has seen on the wall."""

import uuid
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.access.room_access import Runner, participant_of, require_room, room_of
from kulturspejl.core.errors import NotThere
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.drawing.ink import PAPER
from kulturspejl.readers.rooms.regions.agreed import agreed_view
from kulturspejl.readers.rooms.scene import Scene, scene_of
from kulturspejl.readers.rooms.webs import web_of
from kulturspejl.records.models import RoomPicture
from kulturspejl.reports.agreed import Agreed


def agreed_at_desk(by: Runner, room_id: uuid.UUID, *, language: str, now: datetime) -> Agreed:
    """For whoever leads the room; NotThere for anybody else, and where nothing is agreed on."""
    return _agreed(scene_of(require_room(by, room_id, now=now), language=language, now=now))


def agreed_on_phone(code: str, key: str | None, *, language: str, now: datetime) -> Agreed:
    """The same for whoever is in the room."""
    room = room_of(code)
    participant_of(room, key)
    return _agreed(scene_of(room, language=language, now=now))


def _agreed(scene: Scene) -> Agreed:
    found = agreed_view(scene)
    if found is None:
        raise NotThere(NOTHING_HERE)
    return Agreed(
        title=scene.room.name, on=scene.room.day, action=found.action, owner=found.owner, again=found.day,
        pictures=tuple(_webs(scene)),
    )  # fmt: skip


def _webs(scene: Scene) -> list[tuple[str, str, str]]:
    """Profiles that were shown on purpose: whatever was only combined at the close stays out."""
    made = []
    for row in RoomPicture.objects.filter(room=scene.room, is_final=True, part__in=scene.state.shown).order_by("part"):
        found, picture = scene.day.find_part(row.part), PartPicture.from_json(row.picture)
        if found and picture.web:
            web = web_of(scene, row.part, found[1], picture, ink=PAPER)
            made.append((scene.say(found[1].label), web.svg, web.sentence))
    return made
