"""A team's room that is handed over to a unit, in words: what goes and what stays, made of what is really there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from kulturspejl.core.permissions import Role
from kulturspejl.core.plans import kept
from kulturspejl.core.plans.kept import KeptPart
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled, quoted
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.records.models import RoomKind, RoomOffer
from kulturspejl.values import links
from kulturspejl.values.room_keeping import gone_at, years_of_meeting
from kulturspejl.values.room_kept import Goes, what_goes

IDEA = Text(
    da="Jeres aftale {action} kommer i enhedens handleplan som en idé, hvis den ikke står der.",
    en="What you agreed on, {action}, goes into the unit’s action plan as an idea, unless it stands there already.",
)
WHERE = Text(da="Hvor I står ({answers} svar): {said}", en="Where you stand ({answers} answers): {said}")
CARDS = Text(
    da="Hvert kort for sig, mellem to tal ({answers} svar). {said}",
    en="Each card by itself, between two numbers ({answers} answers). {said}",
)
NOT_EXACT = Text(
    da="Tallene kommer med som »mellem to tal«, ikke som gennemsnit. Det gør det svært at regne nogens svar ud, når I "
    "svarer igen.",
    en="The numbers go along as “between two numbers”, not as a mean. That makes it hard to work out anybody’s answer "
    "when you answer again.",
)
STAYS = Text(
    da="Navnene, hvert svar, det, I har skrevet, og gennemsnittene. Det bliver slettet {when}.",
    en="The names, each answer, what you have written, and the means. They are deleted on {when}.",
)
READERS = Text(
    da="I enheden læser leder, AMR og TR det. HR og lederne over jer gør ikke.",
    en="In the unit leader, AMR and TR read it. HR and the leaders above you do not.",
)
KEPT = Text(
    da="Enheden gemmer det i {years} år. AMR eller TR (uden dem: lederen) kan slette det før.",
    en="The unit keeps it for {years} years. AMR or TR (without them: the leader) can delete it before.",
)
NEXT_TIME = Text(
    da="Næste gang mødet bliver åbnet fra enhedens plan, ser alle i rummet, hvor I stod.",
    en="The next time the meeting is opened from the unit’s plan, everybody in the room sees where you stood.",
)


@dataclass(frozen=True)
class Taken:
    """Who has taken it over, for which unit; `by` is "" where the account is gone."""

    unit: str
    by: str
    role: Role
    at: datetime

    @property
    def is_leader(self) -> bool:
        """The unit has no AMR or TR, and the room is told so."""
        return self.role is Role.LEADER


@dataclass(frozen=True)
class OfferView:
    """What would go, what stays and what comes `after`, in sentences; `is_open`: it is offered and waits. `address` is
    where a representative takes it over."""

    goes: tuple[str, ...]
    stays: tuple[str, ...]
    after: tuple[str, ...]
    is_open: bool
    taken: Taken | None
    address: str


def at_desk(scene: Scene) -> OfferView | None:
    """For whoever leads the room; None where there is nothing to hand over, and in other rooms than a team's own."""
    if scene.room.kind != RoomKind.BORROWED:
        return None
    return scene.once("offer", lambda: _view(scene))


def in_room(scene: Scene) -> OfferView | None:
    """For everybody in it; None before it is offered."""
    found = at_desk(scene)
    return found if found and (found.is_open or found.taken) else None


def taken_of(found: RoomOffer) -> Taken | None:
    """Who took it; None as long as it waits."""
    if found.taken_at is None:
        return None
    return Taken(found.unit_name, str(found.taken_by or ""), Role(found.role), found.taken_at)


def goes_said(goes: Goes) -> Iterator[Text]:
    """A sentence for each thing that goes over."""
    if goes.action:
        yield filled(IDEA, action=quoted(Text(da=goes.action, en=goes.action)))
    for part in goes.parts:
        yield where_said(part)
    if goes.parts:
        yield NOT_EXACT


def where_said(part: KeptPart) -> Text:
    """Where a team stood at one question."""
    return filled(CARDS if part.scales else WHERE, answers=part.answers, said=kept.said(part))


def stays_said(gone: datetime | None) -> Iterator[Text]:
    """What does not go, and when it is deleted."""
    if gone is not None:
        yield filled(STAYS, when=timezone.localtime(gone))


def after_said(goes: Goes) -> Iterator[Text]:
    """Who reads what goes over, and until when."""
    yield READERS
    yield filled(KEPT, years=years_of_meeting())
    if goes.parts:
        yield NEXT_TIME


def _view(scene: Scene) -> OfferView | None:
    found = RoomOffer.objects.filter(room=scene.room).select_related("taken_by").first()
    taken = taken_of(found) if found else None
    if taken is not None:
        return OfferView((), (), (), is_open=False, taken=taken, address="")
    goes = what_goes(scene.room)
    if goes.is_nothing:
        return None
    return OfferView(
        goes=tuple(map(scene.say, goes_said(goes))),
        stays=tuple(map(scene.say, stays_said(gone_at(scene.room)))), after=tuple(map(scene.say, after_said(goes))),
        is_open=found is not None, taken=None, address=links.take_over_url(scene.room.code),
    )  # fmt: skip
