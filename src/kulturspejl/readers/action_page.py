"""One action with its history: who has agreed, what was changed by whom, what came of it, and what may be done now."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kulturspejl.access.crew import Post, crew_of
from kulturspejl.access.permission import NOTHING_HERE, sight_for
from kulturspejl.core.errors import NotThere
from kulturspejl.core.permissions import Role, Verb
from kulturspejl.core.plans.history import LOOKED_AT, Agreement, Did, Line, agreements, may_be_undone
from kulturspejl.core.plans.states import IN_HAND, MOVES, OUTCOMES, State, may_follow_up
from kulturspejl.readers import plans
from kulturspejl.readers.plan_history import HistoryLine, history_of
from kulturspejl.readers.plans import ActionView, TraitView
from kulturspejl.records.models import Action, User
from kulturspejl.values.plan_lines import lines_of
from kulturspejl.values.the_library import the_library
from kulturspejl.values.where import where_of


@dataclass(frozen=True)
class Owner:
    """Leader or representative: whether they have agreed, when, and whether to the words as they stand."""

    person: str
    role: Role
    agreed_at: datetime | None
    stands: bool
    is_me: bool


@dataclass(frozen=True)
class ActionPage:
    """`moves` are the states it may be moved to by a press; `undo` the last line, while it may be taken back.

    `same_round` is the result whose kind of round may be asked again, `same_room` the programme of the team's room.
    """

    action: ActionView
    trait: TraitView | None
    unit_id: uuid.UUID
    unit_name: str
    owners: tuple[Owner, ...]
    may_agree: bool
    has_representatives: bool
    history: tuple[HistoryLine, ...]
    follow_ups: tuple[HistoryLine, ...]
    moves: tuple[State, ...]
    may_follow_up: bool
    undo: int | None
    undo_did: Did | None
    leads: bool
    same_round: bool
    same_room: str

    @property
    def sign(self) -> str:
        """What was promised that people would notice: of the action, else of its trait."""
        return self.action.sign or (self.trait.notice if self.trait else "")


def for_user(user: User, action_id: uuid.UUID, *, now: datetime) -> ActionPage:
    """The action's page; NotThere unless the viewer stands on the unit's team."""
    rows = Action.objects.select_related("unit").prefetch_related("events__by", "events__undone_by")
    row = rows.filter(id=action_id).first()
    if row is None:
        raise NotThere(NOTHING_HERE)
    sight = sight_for(user, Verb.PLAN_EDIT, unit=row.unit, now=now)
    crew = crew_of(sight.organisation_id, [row.unit_id], sight.tree, sight.day)
    lines, view = lines_of(row), plans.view_of(row)
    representatives = crew.representatives(row.unit_id)
    owners = _owners([*crew.leaders(row.unit_id), *representatives], agreements(lines), user)
    trait, history = _trait_of(row), history_of(row)
    last = next((line for line in reversed(lines) if not line.is_undone), None)
    may_undo = last is not None and may_be_undone(last.did, last.at, now) and _is_theirs(last, user)
    return ActionPage(
        action=view, trait=trait, unit_id=row.unit_id, unit_name=where_of(sight.tree, row.unit_id).name,
        owners=owners, may_agree=view.state in IN_HAND and not any(one.is_me and one.stands for one in owners),
        has_representatives=bool(representatives), history=history,
        follow_ups=tuple(one for one in history if one.did in LOOKED_AT and one.effect and not one.is_undone),
        moves=tuple(one for one in State if one in MOVES[view.state] and one not in _BY_FORMS),
        may_follow_up=may_follow_up(view.state), undo=last.id if last is not None and may_undo else None,
        undo_did=last.did if last is not None and may_undo else None,
        leads=Role.LEADER in sight.at(row.unit_id) and row.unit_id not in sight.tree.closed,
        same_round=trait is not None and trait.source is not None, same_room=_programme(row.tool),
    )  # fmt: skip


_BY_FORMS = (OUTCOMES - {State.DROP}) | {State.AGREED}


def _trait_of(row: Action) -> TraitView | None:
    plan = plans.of_unit(row.unit_id)
    return next((one for one in (*plan.current, *plan.earlier) if one.id == row.trait_id), None)


def _programme(tool: str) -> str:
    """The meeting it came from, else the first that is lent: a team can always look at it together again."""
    lent = the_library().lent
    return tool if tool in lent else next(iter(lent), "")


def _is_theirs(last: Line, user: User) -> bool:
    return last.did is not Did.AGREED or last.by == user.id


def _owners(posts: list[Post], agreed: Mapping[object, Agreement], user: User) -> tuple[Owner, ...]:
    """Each person once, in the first of their roles here."""
    found: dict[uuid.UUID, Owner] = {}
    for post in posts:
        one = agreed.get(post.user_id)
        found.setdefault(
            post.user_id,
            Owner(
                post.person, post.role, one.at if one else None, stands=bool(one and one.stands),
                is_me=post.user_id == user.id,
            ),
        )  # fmt: skip
    return tuple(found.values())
