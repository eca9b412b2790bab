"""One picture of a released round as one viewer finds it: the facts that `core.permissions.reveal` asks for."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from kulturspejl.access.shown import Shown
from kulturspejl.core.disclosure.openings import Openings
from kulturspejl.core.disclosure.plan import FEW
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.permissions.reveal import Seen, Viewer, reveal
from kulturspejl.records.models import RoundUnit


@dataclass(frozen=True, slots=True)
class PictureOf:
    """`unit` is the id of the round's unit. The others are units: those that have `shared`, those whose picture opens
    `soon` or waits until somebody is told (`untold`), and those whose picture would be `telling` of another unit.
    """

    unit: str
    found: Shown
    shared: Collection[str] = ()
    soon: Collection[str] = ()
    untold: Collection[str] = ()
    telling: Collection[str] = ()

    @property
    def is_the_teams_own(self) -> bool:
        return self.unit in self.found.teams

    @property
    def is_wide(self) -> bool:
        return self.unit in self.found.wide

    @property
    def is_shared(self) -> bool:
        return self.unit in self.shared

    @property
    def opens_soon(self) -> bool:
        return self.unit in self.soon

    @property
    def nobody_was_told(self) -> bool:
        return self.unit in self.untold

    @property
    def gives_another_away(self) -> bool:
        return self.unit in self.telling


@dataclass(frozen=True, slots=True)
class PictureOnACard:
    """The same for whoever comes with a code: the unit's own part of the release says it all, and nothing else is read.

    Whom it is shared with, and who else holds what, does not matter to a card.
    """

    unit: str
    openings: Openings

    @property
    def is_the_teams_own(self) -> bool:
        return self.unit in self.openings.team

    @property
    def is_wide(self) -> bool:
        return self.unit in self.openings.above

    @property
    def is_shared(self) -> bool:
        return False

    @property
    def opens_soon(self) -> bool:
        return False

    @property
    def nobody_was_told(self) -> bool:
        return False

    @property
    def gives_another_away(self) -> bool:
        return False


def without_a_telling_rest(unit: RoundUnit, part: Released, *, told: bool) -> UnitPicture:
    """The picture; "the other units here together" only where it is `told`, the own people for their own team."""
    picture = part.units[str(unit.id)]
    if picture.remainder is None or told:
        return picture
    return replace(picture, remainder=None)


def picture_by_card(unit: RoundUnit, part: Released) -> UnitPicture:
    """What everybody with a card of the unit sees: the picture, unless it is that of those below alone."""
    name = str(unit.id)
    if reveal(Viewer(has_a_card=True), PictureOnACard(name, part.openings)).seen is Seen.PICTURE:
        return without_a_telling_rest(unit, part, told=name in part.openings.rest)
    picture = part.units[name]
    return UnitPicture(picture.unit, picture.name, picture.parent, FEW)
