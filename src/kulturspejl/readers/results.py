"""The mirror: what somebody may see of a unit's result, the same page for leader, AMR, TR and team."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from kulturspejl.access.permission import NOTHING_HERE, day_of
from kulturspejl.access.picture_of import picture_by_card, without_a_telling_rest
from kulturspejl.access.shown import Shown, is_of_a_team, shown_all
from kulturspejl.access.sight import Sight, sight_of
from kulturspejl.access.union import InRound, Seen
from kulturspejl.core.content.any_instrument import Instrument, any_from_json
from kulturspejl.core.disclosure.persons import Shut
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Verb, may
from kulturspejl.core.plans.states import State
from kulturspejl.core.text import Text
from kulturspejl.readers import plans
from kulturspejl.readers.in_order import newest_first
from kulturspejl.readers.plans import ActionView, TraitView
from kulturspejl.readers.since import SinceLast, since_last
from kulturspejl.records.models import LeaderLine, ResultShare, RoundState, RoundUnit, User
from kulturspejl.values.asked_about import asked_about
from kulturspejl.values.policies import policy_of
from kulturspejl.values.releases import part_of

Agreed = tuple[tuple[TraitView, ...], tuple[ActionView, ...]]
"""Traits with their actions, and actions under no trait."""
NOTHING_AGREED: Agreed = ((), ())


@dataclass(frozen=True)
class LineView:
    """A line of the leader's, as it is told beside the team's means; `mine`: the viewer drew it."""

    kind: str
    values: Mapping[str, float]
    is_shown: bool
    mine: bool


@dataclass(frozen=True)
class ResultPage:
    """Everything that the result page and its PDF show of one unit. `actions` are those under no trait."""

    round_id: uuid.UUID
    round_unit_id: uuid.UUID
    unit_id: uuid.UUID
    unit_name: str
    closed_on: date | None
    picture: UnitPicture
    total: int
    preferred: str
    instrument: Instrument
    policy: Policy
    released: Released
    lines: tuple[LineView, ...]
    is_shared: bool
    may_share: bool
    may_plan: bool
    traits: tuple[TraitView, ...]
    actions: tuple[ActionView, ...] = ()
    is_example: bool = False
    opens_at: datetime | None = None
    since: SinceLast | None = None

    @property
    def hidden(self) -> str | None:
        """Why there are no numbers, or None."""
        return self.picture.hidden

    @property
    def is_shut(self) -> bool:
        """Whether the team sees it, and this viewer does not."""
        return isinstance(self.picture.hidden, Shut)


@dataclass(frozen=True)
class ResultCard:
    """A result in a list; `shut` says why it does not open for this viewer, though the role would let it, and
    `opens_at` when it will. `asked` is what was asked about where it is not the culture.
    """

    round_unit_id: uuid.UUID
    unit_id: uuid.UUID
    unit_name: str
    closed_on: date | None
    is_hidden: bool
    shut: Shut | None = None
    opens_at: datetime | None = None
    asked: Text | None = None


def for_unit(
    user: User, round_unit_id: uuid.UUID, *, now: datetime, since: uuid.UUID | None = None
) -> ResultPage:
    """The page for somebody with an account; NotThere unless a role opens it: asked before anything is read.

    Where the role would, and what the person's other roles have opened forbids it, the page says so without a number.
    `since` is an earlier result of the unit to hold it against, instead of the latest.
    """
    unit = _released_unit(round_unit_id)
    sight = sight_of(user, unit.round.organisation_id, day_of(now))
    everything = Seen.by(sight, user, now)
    seen = everything.in_round(unit.round_id)
    if str(unit.id) not in seen.open | seen.shut.keys():
        raise NotThere(NOTHING_HERE)
    page = _for_account(unit, sight, user, seen)
    if page.hidden is not None:
        return page
    is_team = may(Verb.RESULT_READ, sight.at(unit.unit_id))
    return replace(page, since=since_last(unit, page.released, everything, chosen=since, is_team=is_team))


def for_card(round_unit_id: uuid.UUID) -> ResultPage:
    """The page for whoever a code has let in at this unit (`asking.for_code`); NotThere while there is no result."""
    unit = _released_unit(round_unit_id)
    part = part_of(unit.id)
    return _page(unit, part, picture_by_card(unit, part), lines=_lines(unit, None), agreed=_agreed(unit))


def by_unit(
    sight: Sight, unit_ids: Collection[uuid.UUID], seen: Seen
) -> Mapping[uuid.UUID, list[ResultCard]]:
    """Results of these units that a role of the viewer opens, newest first; units without any left out."""
    rows = RoundUnit.objects.filter(unit_id__in=unit_ids, round__state=RoundState.RELEASED)
    rows = rows.select_related("round").defer("round__content")
    found: dict[uuid.UUID, list[ResultCard]] = defaultdict(list)
    for one in cards_of(newest_first(rows), seen):
        found[one.unit_id].append(one)
    return found


def cards_of(rows: Iterable[RoundUnit], seen: Seen) -> list[ResultCard]:
    """Lines of a list for these units of released rounds, in their order; those that stay shut are marked."""
    listed = list(rows)
    here, found = seen.in_rounds(row.round_id for row in listed), shown_all(row.round_id for row in listed)
    about = asked_about(row.round_id for row in listed)
    cards = [_card(row, here[row.round_id], found[row.round_id], about.get(row.round_id)) for row in listed]
    return [one for one in cards if one is not None]


def _card(row: RoundUnit, seen: InRound, found: Shown, asked: Text | None) -> ResultCard | None:
    """The unit's result in a list; None where no role opens it."""
    unit = str(row.id)
    if unit not in seen.open and unit not in seen.shut:
        return None
    hidden = unit not in found.published.remainders
    why, opens_at = seen.shut.get(unit), seen.opens_at.get(unit)
    return ResultCard(row.id, row.unit_id, row.name, row.round.closed_on, hidden, why, opens_at, asked)


def _released_unit(round_unit_id: uuid.UUID) -> RoundUnit:
    unit = RoundUnit.objects.select_related("round").filter(id=round_unit_id).first()
    if unit is None or unit.round.state != RoundState.RELEASED:
        raise NotThere(NOTHING_HERE)
    return unit


def _for_account(unit: RoundUnit, sight: Sight, user: User, seen: InRound) -> ResultPage:
    """The page of an account: what stands beside the picture is the team's alone."""
    roles, part = sight.at(unit.unit_id), part_of(unit.id)
    is_team, is_open = may(Verb.RESULT_READ, roles), str(unit.id) in seen.open
    return _page(
        unit, part, _picture(unit, part, seen),
        lines=_lines(unit, user) if is_team else (), agreed=_agreed(unit) if is_team else NOTHING_AGREED,
        may_share=may(Verb.RESULT_SHARE, roles) and is_of_a_team(unit) and is_open,
        may_plan=may(Verb.PLAN_EDIT, roles), opens_at=seen.opens_at.get(str(unit.id)),
    )  # fmt: skip


def _picture(unit: RoundUnit, part: Released, seen: InRound) -> UnitPicture:
    """As this viewer gets it: shut, it is its place and the reason alone."""
    why = seen.shut.get(str(unit.id))
    if why is None:
        return without_a_telling_rest(unit, part, told=str(unit.id) in seen.rests)
    picture = part.units[str(unit.id)]
    return UnitPicture(picture.unit, picture.name, picture.parent, why)


def _page(
    unit: RoundUnit, part: Released, picture: UnitPicture, *, lines: tuple[LineView, ...],
    agreed: Agreed, may_share: bool = False, may_plan: bool = False,
    opens_at: datetime | None = None,
) -> ResultPage:  # fmt: skip
    found = unit.round
    shares = ResultShare.objects.filter(round_unit=unit, taken_back_at=None)
    return ResultPage(
        round_id=found.id, round_unit_id=unit.id, unit_id=unit.unit_id, unit_name=unit.name,
        closed_on=found.closed_on, picture=picture, total=found.points, preferred=found.preferred,
        instrument=any_from_json(found.content), policy=policy_of(found), released=_with(part, picture),
        lines=lines, is_shared=shares.exists(), may_share=may_share, may_plan=may_plan, traits=agreed[0],
        actions=agreed[1], opens_at=opens_at,
    )  # fmt: skip


def _agreed(unit: RoundUnit) -> Agreed:
    """What was chosen from this very result, what is worked on now, and what ended when stock was taken last: the team
    reads here what came of it. Each says from which result it is. Beside them what was agreed under no trait.
    """
    plan = plans.of_unit(unit.unit_id)
    ended = {line.id for line in plan.status.traits} if plan.status else set()
    earlier = (one for one in plan.earlier if one.source == unit.id or (one.outcome and one.id in ended))
    return (*plan.current, *earlier), tuple(one for one in plan.loose_actions if one.state is not State.DROP)


def _with(released: Released, picture: UnitPicture) -> Released:
    """The release with the picture as this viewer gets it: a PDF reads it from here."""
    return replace(released, units={**released.units, picture.unit: picture})


def _lines(unit: RoundUnit, user: User | None) -> tuple[LineView, ...]:
    """The viewer's own lines, and those that a leader has shown."""
    rows, instrument = LeaderLine.objects.filter(round_unit=unit).order_by("kind"), any_from_json(unit.round.content)
    return tuple(
        LineView(
            kind=row.kind, values=instrument.line_of(row.values),
            is_shown=row.is_shown, mine=user is not None and row.owner_id == user.id,
        )
        for row in rows
        if row.is_shown or (user is not None and row.owner_id == user.id)
    )  # fmt: skip
