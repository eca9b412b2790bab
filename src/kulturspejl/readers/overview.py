"""The organisation for HR and the administrator: its branches over time, rounds and plans counted."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kulturspejl.access.permission import day_of
from kulturspejl.core.disclosure.participation import coarse_step
from kulturspejl.core.plans.history import LOOKED_AT
from kulturspejl.core.plans.states import IN_HAND
from kulturspejl.core.plans.together import Together, groups
from kulturspejl.library.policies import load_policy
from kulturspejl.readers import pictures
from kulturspejl.readers.pictures import BranchPicture
from kulturspejl.records.models import Action, ActionEvent, Organisation, Round, RoundState, Trait, User
from kulturspejl.values.releases import Small, small_of
from kulturspejl.values.tree import TreeNow, tree_on

MOST = 6
"""So many pictures of a branch are drawn, the newest; a large organisation asks every month, and for years."""
YEAR = timedelta(days=365)
SENT = (RoundState.OPEN, RoundState.CLOSING, RoundState.RELEASED)


@dataclass(frozen=True)
class Taken:
    """One picture of a branch: a small one where it opens for the viewer, and how many answered, in a coarse step."""

    picture: BranchPicture
    small: Small | None
    participation: str


@dataclass(frozen=True)
class Branch:
    """A branch in the organisation's order, `depth` levels down: its newest pictures, oldest first, and the `older`
    ones, newest first.
    """

    unit_id: uuid.UUID
    name: str
    depth: int
    taken: tuple[Taken, ...]
    older: tuple[BranchPicture, ...]


@dataclass(frozen=True)
class Overview:
    """What there is on a day. Rounds are counted over the year up to it."""

    organisation: str
    on: date
    branches: tuple[Branch, ...]
    sent: int
    still_open: int
    plans: tuple[Together, ...]


def overview(user: User, organisation_id: uuid.UUID, *, now: datetime) -> Overview:
    """Everything of the page. Raises NotThere for whoever may not read pictures of the whole organisation."""
    found = pictures.list_for(user, organisation_id, now=now)
    day = day_of(now)
    tree = tree_on(organisation_id, day)
    rounds = Round.objects.filter(organisation_id=organisation_id, state__in=SENT, requested_on__gt=day - YEAR)
    states = Counter(rounds.values_list("state", flat=True))
    return Overview(
        organisation=Organisation.objects.get(id=organisation_id).name, on=day, branches=_branches(found, tree),
        sent=states.total(), still_open=states[RoundState.OPEN], plans=_plans(tree, day),
    )  # fmt: skip


def _branches(found: Sequence[BranchPicture], tree: TreeNow) -> tuple[Branch, ...]:
    """In the order of the tree; units that are closed come last, by the order of their newest picture."""
    by_unit: dict[uuid.UUID, list[BranchPicture]] = defaultdict(list)
    for one in found:
        by_unit[one.unit_id].append(one)
    drawn = [one.round_unit_id for some in by_unit.values() for one in some[:MOST] if one.shut is None]
    small, nearly_all = small_of(drawn), load_policy().nearly_all
    order = [unit.id for unit in tree.parents_first if unit.id in by_unit]
    order += [unit_id for unit_id in by_unit if unit_id not in tree.units]
    return tuple(
        Branch(
            unit_id, by_unit[unit_id][0].name, tree.depths.get(unit_id, 1) - 1,
            tuple(_taken(one, small.get(one.round_unit_id), nearly_all) for one in reversed(by_unit[unit_id][:MOST])),
            tuple(by_unit[unit_id][MOST:]),
        )
        for unit_id in order
    )


def _taken(one: BranchPicture, small: Small | None, nearly_all: float) -> Taken:
    said = coarse_step(small.answers, small.invited, nearly_all) if small and small.invited else ""
    return Taken(one, small, said)


@dataclass(frozen=True)
class _OfUnits:
    """By unit: whether there is a trait, actions in hand, those that should have been looked at, follow-ups."""

    traits: Collection[uuid.UUID]
    in_hand: Counter[uuid.UUID]
    late: Counter[uuid.UUID]
    looked_at: Counter[uuid.UUID]


def _plans(tree: TreeNow, day: date) -> tuple[Together, ...]:
    """Counted over the tree of today; what was agreed in units that are closed is theirs alone."""
    told = groups({unit.id: tree.parent_of(unit) for unit in tree.parents_first})
    found = _of_units(tree, day) if told else None
    return tuple(_together(tree, branch, found) for branch in told if found)


def _of_units(tree: TreeNow, day: date) -> _OfUnits:
    here = list(tree.units)
    actions = Action.objects.filter(unit_id__in=here, state__in=IN_HAND)
    again = list(actions.values_list("unit_id", "follow_up"))
    events = ActionEvent.objects.filter(action__unit_id__in=here, did__in=LOOKED_AT, undone_at=None)
    return _OfUnits(
        traits=set(Trait.objects.filter(unit_id__in=here, is_current=True).values_list("unit_id", flat=True)),
        in_hand=Counter(unit for unit, _on in again),
        late=Counter(unit for unit, on in again if on is not None and on < day),
        looked_at=Counter(events.filter(at__date__gt=day - YEAR).values_list("action__unit_id", flat=True)),
    )


def _together(tree: TreeNow, branch: uuid.UUID | None, found: _OfUnits) -> Together:
    ids = [unit.id for unit in (tree.parents_first if branch is None else tree.subtree(branch))]
    return Together(
        name=tree.units[branch].name if branch else "", units=len(ids),
        with_trait=sum(one in found.traits for one in ids), in_hand=sum(found.in_hand[one] for one in ids),
        looked_at=sum(found.looked_at[one] for one in ids), late=sum(found.late[one] for one in ids),
    )  # fmt: skip
