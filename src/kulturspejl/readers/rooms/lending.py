"""What somebody may borrow: the programme of a team's own meeting, and the link back to its desk."""

import uuid

from kulturspejl.access import room_access
from kulturspejl.core.content.programme import Programme
from kulturspejl.readers.rooms.views import LentView
from kulturspejl.reports.qr import qr_svg
from kulturspejl.values import links
from kulturspejl.values.the_library import the_library


def lent(*, language: str) -> tuple[LentView, ...]:
    """The meetings that are lent; none where an organisation has said no."""
    if not room_access.lends_rooms():
        return ()
    return tuple(_view(id, plan, language) for id, plan in the_library().lent.items())


def _view(id: str, plan: Programme, language: str) -> LentView:
    exercises = the_library().exercises
    return LentView(
        id=id, name=plan.name.into(language), minutes=sum(item.minutes for item in plan.items),
        goals=tuple(goal.into(language) for goal in plan.goals),
        items=tuple(
            (item.title.into(language), item.minutes,
             " ".join(exercises[offer.exercise].purpose.into(language) for offer in item.offers))
            for item in plan.items
        ),
    )  # fmt: skip


def room_of_desk(key: str) -> uuid.UUID:
    """The borrowed room whose desk the key opens. Raises NotThere."""
    return room_access.room_of_desk(key)


def desk_link(key: str) -> str:
    """The whole address that opens the desk in any browser."""
    return f"{links.base_url()}/team/{key}"


def scan(link: str) -> str:
    """The same as a code to scan."""
    return qr_svg(link)
