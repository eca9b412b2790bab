"""What somebody may borrow: the programme of a team's own meeting, and the link back to its desk."""

import uuid
from dataclasses import dataclass

from kulturspejl.access import room_access
from kulturspejl.core.content.programme import Programme
from kulturspejl.library.policies import load_policy
from kulturspejl.readers.rooms.lent_promises import parts_of, promises_of, too_few_for
from kulturspejl.reports.qr import qr_svg
from kulturspejl.values import links
from kulturspejl.values.the_library import the_library


@dataclass(frozen=True)
class LentView:
    """A meeting that anybody may hold with their own team; `items` are (title, minutes, what it is for).

    `promises` are who will see what of it; `least` is from how many answers there is a common picture, 0 for none ever.
    """

    id: str
    name: str
    minutes: int
    goals: tuple[str, ...]
    items: tuple[tuple[str, int, str], ...]
    promises: tuple[str, ...]
    least: int


def lent(*, language: str) -> tuple[LentView, ...]:
    """The meetings that are lent; none where an organisation has said no."""
    if not room_access.lends_rooms():
        return ()
    return tuple(_view(id, plan, language) for id, plan in the_library().lent.items())


def _view(id: str, plan: Programme, language: str) -> LentView:
    exercises, policy = the_library().exercises, load_policy()
    parts = parts_of(plan, exercises)
    return LentView(
        id=id, name=plan.name.into(language), minutes=sum(item.minutes for item in plan.items),
        goals=tuple(goal.into(language) for goal in plan.goals),
        items=tuple(
            (item.title.into(language), item.minutes,
             " ".join(exercises[one].purpose.into(language) for one in item.exercises))
            for item in plan.items
        ),
        promises=tuple(text.into(language) for text in promises_of(parts, policy)), least=too_few_for(parts, policy),
    )  # fmt: skip


def minutes_lent() -> int:
    """How long the meeting is that is offered first; 0 where none is lent."""
    first = next(iter(the_library().lent.values()), None)
    return sum(item.minutes for item in first.items) if first else 0


def room_of_desk(key: str) -> uuid.UUID:
    """The borrowed room whose desk the key opens. Raises NotThere."""
    return room_access.room_of_desk(key)


def desk_link(key: str) -> str:
    """The whole address that opens the desk in any browser."""
    return f"{links.base_url()}/team/{key}"


def scan(link: str) -> str:
    """The same as a code to scan."""
    return qr_svg(link)
