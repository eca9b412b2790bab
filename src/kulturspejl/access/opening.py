"""Which pictures of a released round stand open to somebody: made once a page, then asked unit by unit.

The rule is `core.permissions.reveal`; here its facts are fetched. What is dear (which pictures are wide) is asked only
where a case needs it, so that whoever may not see anything costs next to nothing.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kulturspejl.access.seeing import opened_above, speaks_for_itself, without_a_telling_rest
from kulturspejl.access.sight import Sight
from kulturspejl.core.disclosure.plan import FEW
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.permissions import Role, Verb, may
from kulturspejl.core.permissions.reveal import Case, Seen, Viewer, reveal
from kulturspejl.records.models import ResultShare, Round, RoundUnit


@dataclass(frozen=True)
class Frozen:
    """A round's tree as it was made: each round unit's unit and the round unit above it, and which have shared."""

    round_id: uuid.UUID
    places: Mapping[uuid.UUID, tuple[uuid.UUID, uuid.UUID | None]]
    shared: frozenset[uuid.UUID]

    @cached_property
    def with_others_below(self) -> frozenset[uuid.UUID]:
        """Round units that others stand under."""
        return frozenset(above for _, above in self.places.values() if above is not None)

    def units_up(self, round_unit_id: uuid.UUID) -> list[uuid.UUID]:
        """The unit and those that stood above it in the round."""
        line = []
        at: uuid.UUID | None = round_unit_id
        while at is not None:
            unit_id, above = self.places[at]
            line.append(unit_id)
            at = above
        return line


@dataclass(frozen=True)
class PictureOf:
    """One round unit's picture, for `reveal`; `is_shared`: let go by the team."""

    unit: RoundUnit
    has_others_below: bool
    is_shared: bool = False

    @property
    def is_the_teams_own(self) -> bool:
        """A unit without others below is its team's; else its own people must have spoken, and be enough."""
        return not self.has_others_below or speaks_for_itself(self.unit)

    @property
    def is_wide(self) -> bool:
        """Open to everybody above."""
        return str(self.unit.id) in opened_above(self.unit.round_id)


@dataclass(frozen=True)
class Opening:
    """What stands open to the person of `sight` in one released round."""

    sight: Sight
    frozen: Frozen

    def case(self, unit: RoundUnit) -> Case:
        """What this person sees of the unit's picture, and why."""
        has_others_below = unit.id in self.frozen.with_others_below
        return reveal(self._viewer(unit), PictureOf(unit, has_others_below, unit.id in self.frozen.shared))

    def is_open(self, unit: RoundUnit) -> bool:
        """Whether this person may open the unit's picture."""
        return self.case(unit).seen is Seen.PICTURE

    def _viewer(self, unit: RoundUnit) -> Viewer:
        """By the roles at the unit, at every unit of the round above it, and at those above it today.

        A leader's own round has no unit above it in the round, and still has leaders above.
        """
        tree = self.sight.tree
        above = self.sight.along({*tree.line_up(unit.unit_id), *self.frozen.units_up(unit.id)})
        return Viewer(
            is_on_the_team=self.sight.may(Verb.RESULT_READ, unit.unit_id),
            leads_above=Role.LEADER in above,
            counts=may(Verb.PICTURE_READ, above - {Role.LEADER}),
        )


def picture_by_card(unit: RoundUnit, part: Released) -> UnitPicture:
    """What everybody with a card of the unit sees: the picture, unless it is that of those below alone."""
    has_others_below = RoundUnit.objects.filter(parent=unit).exists()
    if reveal(Viewer(has_a_card=True), PictureOf(unit, has_others_below)).seen is Seen.PICTURE:
        return without_a_telling_rest(unit, part, is_team=True)
    picture = part.units[str(unit.id)]
    return UnitPicture(picture.unit, picture.name, picture.parent, FEW)


def open_to_the_team(sight: Sight, units: Sequence[RoundUnit]) -> list[RoundUnit]:
    """Those of the units, of any rounds, whose pictures a person of their teams may open: one query for all."""
    below = RoundUnit.objects.filter(parent_id__in=[unit.id for unit in units])
    parents = set(below.values_list("parent_id", flat=True))
    return [unit for unit in units if _opens_to_the_team(sight, unit, unit.id in parents)]


def _opens_to_the_team(sight: Sight, unit: RoundUnit, has_others_below: bool) -> bool:
    leads = Role.LEADER in sight.along(sight.tree.line_up(unit.unit_id) or [unit.unit_id])
    viewer = Viewer(is_on_the_team=sight.may(Verb.RESULT_READ, unit.unit_id), leads_above=leads)
    return reveal(viewer, PictureOf(unit, has_others_below)).seen is Seen.PICTURE


def frozen_of(round_id: uuid.UUID) -> Frozen:
    """The round's tree and shares: two queries."""
    rows = RoundUnit.objects.filter(round_id=round_id).values_list("id", "unit_id", "parent_id")
    shared = ResultShare.objects.filter(round_unit__round_id=round_id).values_list("round_unit_id", flat=True)
    return Frozen(round_id, {row[0]: (row[1], row[2]) for row in rows}, frozenset(shared))


def opening_of(sight: Sight, found: Round) -> Opening:
    """What of the round stands open to the person."""
    return Opening(sight, frozen_of(found.id))
