"""The picture of whoever holds the days: for its own page, and for the walls of their days."""

import uuid
from datetime import datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.room_access import Runner, organisations_of, room_on_wall
from kulturspejl.core.errors import NotThere
from kulturspejl.library.slides import can_read
from kulturspejl.records.models import User
from kulturspejl.values.own_logo import Logo, logo_image, logo_of


def own_logo(user: User, *, now: datetime) -> tuple[Logo | None, bool]:
    """(the picture without its dots, whether this server can read one); NotThere for somebody who makes no rooms."""
    if not organisations_of(user, day_of(now)):
        raise NotThere(NOTHING_HERE)
    return logo_of(user.id), can_read()


def own_image(user: User, *, now: datetime) -> tuple[str, bytes]:
    """(form, picture) of one's own; NotThere where there is none."""
    if not organisations_of(user, day_of(now)):
        raise NotThere(NOTHING_HERE)
    return _there(logo_image(user.id))


def image_on_wall(user: Runner | None, room_id: uuid.UUID, wall_key: str, *, now: datetime) -> tuple[str, bytes]:
    """That of whoever made the room, for a facilitator or whoever has the wall's own key; NotThere for others."""
    return _there(logo_image(room_on_wall(user, room_id, wall_key, now=now).made_by_id))


def _there(found: tuple[str, bytes] | None) -> tuple[str, bytes]:
    if found is None:
        raise NotThere(NOTHING_HERE)
    return found
