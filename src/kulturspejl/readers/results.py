"""The mirror: what somebody may see of a unit's result, the same page for leader, AMR, TR and team."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from kulturspejl.access.opening import open_to_the_team, opening_of, picture_by_card
from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.seeing import is_of_a_team, policy_of, without_a_telling_rest
from kulturspejl.access.sight import Sight, sight_of
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.content.parse import instrument_from_json
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Verb, may
from kulturspejl.readers import plans
from kulturspejl.readers.doors import find_door
from kulturspejl.readers.plans import TraitView
from kulturspejl.records.models import LeaderLine, ResultShare, RoundState, RoundUnit, User
from kulturspejl.values.releases import part_of, shown_of


@dataclass(frozen=True)
class LineView:
    """A line of the leader's, in mean points of `total`; `mine`: the viewer drew it."""

    kind: str
    values: Mapping[str, float]
    is_shown: bool
    mine: bool


@dataclass(frozen=True)
class ResultPage:
    """Everything that the result page and its PDF show of one unit."""

    round_id: uuid.UUID
    round_unit_id: uuid.UUID
    unit_id: uuid.UUID
    unit_name: str
    closed_on: date | None
    picture: UnitPicture
    total: int
    preferred: str
    instrument: AllocationInstrument
    policy: Policy
    released: Released
    lines: tuple[LineView, ...]
    is_shared: bool
    may_share: bool
    may_plan: bool
    traits: tuple[TraitView, ...]
    is_example: bool = False

    @property
    def hidden(self) -> str | None:
        """Why there are no numbers, or None."""
        return self.picture.hidden

    @property
    def sum_of_points(self) -> int:
        """What the four numbers on paper add up to."""
        return 6 * self.total


@dataclass(frozen=True)
class ResultCard:
    """A result in a list."""

    round_unit_id: uuid.UUID
    unit_id: uuid.UUID
    unit_name: str
    closed_on: date | None
    is_hidden: bool


def for_unit(user: User, round_unit_id: uuid.UUID, *, now: datetime) -> ResultPage:
    """The page for somebody with an account; NotThere unless it may be opened by them: asked before it is read."""
    unit = _released_unit(round_unit_id)
    sight = sight_of(user, unit.round.organisation_id, day_of(now))
    # The team is by far the most who ask: for them nothing of the round's other units is read.
    if not open_to_the_team(sight, [unit]) and not opening_of(sight, unit.round).is_open(unit):
        raise NotThere(NOTHING_HERE)
    return _for_account(unit, sight, user)


def for_door(code: str, *, now: datetime) -> ResultPage:
    """The page for the card or link; NotThere while there is no result."""
    door = find_door(code)
    unit = _released_unit(door.round_unit_id) if door else None
    if unit is None:
        raise NotThere(NOTHING_HERE)
    part = part_of(unit.id)
    return _page(unit, part, picture_by_card(unit, part), lines=_lines(unit, None), traits=_traits(unit))


def by_unit(sight: Sight, unit_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, list[ResultCard]]:
    """Results of these units where the viewer stands on the team, newest first; units without any left out."""
    rows = RoundUnit.objects.filter(unit_id__in=unit_ids, round__state=RoundState.RELEASED)
    rows = rows.select_related("round").defer("round__content").order_by("-round__closed_on", "name")
    found: dict[uuid.UUID, list[ResultCard]] = defaultdict(list)
    for card in cards_of(open_to_the_team(sight, list(rows))):
        found[card.unit_id].append(card)
    return found


def cards_of(rows: Sequence[RoundUnit]) -> list[ResultCard]:
    """Lines of a list for these units of released rounds, in their order."""
    shown = shown_of([row.id for row in rows])
    return [
        ResultCard(row.id, row.unit_id, row.name, row.round.closed_on, shown[row.id].hidden is not None)
        for row in rows
    ]


def _released_unit(round_unit_id: uuid.UUID) -> RoundUnit:
    unit = RoundUnit.objects.select_related("round").filter(id=round_unit_id).first()
    if unit is None or unit.round.state != RoundState.RELEASED:
        raise NotThere(NOTHING_HERE)
    return unit


def _for_account(unit: RoundUnit, sight: Sight, user: User) -> ResultPage:
    """The page of an account: what stands beside the picture is the team's alone."""
    roles, part = sight.at(unit.unit_id), part_of(unit.id)
    is_team = may(Verb.RESULT_READ, roles)
    return _page(
        unit, part, without_a_telling_rest(unit, part, is_team=is_team),
        lines=_lines(unit, user) if is_team else (), traits=_traits(unit) if is_team else (),
        may_share=may(Verb.RESULT_SHARE, roles) and is_of_a_team(unit), may_plan=may(Verb.PLAN_EDIT, roles),
    )  # fmt: skip


def _page(
    unit: RoundUnit, part: Released, picture: UnitPicture, *, lines: tuple[LineView, ...],
    traits: tuple[TraitView, ...], may_share: bool = False, may_plan: bool = False,
) -> ResultPage:  # fmt: skip
    found = unit.round
    return ResultPage(
        round_id=found.id, round_unit_id=unit.id, unit_id=unit.unit_id, unit_name=unit.name,
        closed_on=found.closed_on, picture=picture, total=found.points, preferred=found.preferred,
        instrument=instrument_from_json(found.content), policy=policy_of(found), released=_with(part, picture),
        lines=lines, is_shared=ResultShare.objects.filter(round_unit=unit).exists(), may_share=may_share,
        may_plan=may_plan, traits=traits,
    )  # fmt: skip


def _traits(unit: RoundUnit) -> tuple[TraitView, ...]:
    return tuple(plans.current(unit.unit_id))


def _with(released: Released, picture: UnitPicture) -> Released:
    """The release with the picture as this viewer gets it: a PDF reads it from here."""
    return replace(released, units={**released.units, picture.unit: picture})


def _lines(unit: RoundUnit, user: User | None) -> tuple[LineView, ...]:
    """The viewer's own lines, and those that a leader has shown."""
    rows = LeaderLine.objects.filter(round_unit=unit).order_by("kind")
    return tuple(
        LineView(
            kind=row.kind, values={letter: value / 6 for letter, value in row.values.items()},
            is_shown=row.is_shown, mine=user is not None and row.owner_id == user.id,
        )
        for row in rows
        if row.is_shown or (user is not None and row.owner_id == user.id)
    )  # fmt: skip
