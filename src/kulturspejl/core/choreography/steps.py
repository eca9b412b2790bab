"""One command: the room as it was -> the room as it is, and what happened. No clock, no chance, no disk."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import singledispatch

from kulturspejl.core.choreography import agenda, groups
from kulturspejl.core.choreography import commands as do
from kulturspejl.core.choreography.clocks import Clock, Walk
from kulturspejl.core.choreography.commands import Command
from kulturspejl.core.choreography.script import Script, Station
from kulturspejl.core.choreography.state import BEFORE, SEATS, SHOWN, RoomState, WallMode
from kulturspejl.core.content.gathering import DIVIDED, Gathering
from kulturspejl.core.errors import Conflict, NotThere
from kulturspejl.core.text import Text

MOST_MORE = 60
NOT_NOW = Text(
    da="Det kan ikke gøres lige her i programmet. Siden viser nu, hvor I er.",
    en="That cannot be done at this point of the agenda. The page now shows where you are.",
)
NO_SUCH = Text(da="Det findes ikke i dette rum.", en="That does not exist in this room.")
OVER = Text(
    da="Dagen er afsluttet, så den kan ikke føres videre.", en="The day is closed, so it cannot go on."
)


@dataclass(frozen=True)
class Event:
    """What happened, for whoever has to do something about it: "moved", "shown", "divided", "over", and about what."""

    name: str
    about: str = ""


Made = tuple[RoomState, tuple[Event, ...]]


@dataclass(frozen=True)
class _Scene:
    state: RoomState
    script: Script
    now: datetime

    @property
    def station(self) -> Station | None:
        at = self.state.at
        return self.script[at] if 0 <= at < len(self.script) else None

    @property
    def groups(self) -> groups.Groups:
        """How people sit at this station."""
        station = self.station
        return () if station is None else self.state.divisions.get(station.gathering, ())


def step(state: RoomState, command: Command, *, script: Script, now: datetime) -> Made:
    """Do `command`; the same state and () where it was done already (a second press, a repeated request).

    Raises Conflict where the station does not allow it or the day is over, NotThere where it names something
    that does not exist.
    """
    if state.is_over:
        raise Conflict(OVER)
    return _do(command, _Scene(state, script, now))


@singledispatch
def _do(command: Command, scene: _Scene) -> Made:
    raise TypeError(f"unknown command {command!r}")


@_do.register
def _next(command: do.Next, scene: _Scene) -> Made:
    return _go(scene, min(scene.state.at + 1, len(scene.script) - 1), command.seen)


@_do.register
def _back(command: do.Back, scene: _Scene) -> Made:
    return _go(scene, max(scene.state.at - 1, BEFORE), command.seen)


@_do.register
def _go_to(command: do.GoTo, scene: _Scene) -> Made:
    if not BEFORE <= command.at < len(scene.script):
        raise NotThere(NO_SUCH)
    return _go(scene, command.at, command.seen)


@_do.register
def _again(command: do.Again, scene: _Scene) -> Made:
    return _nothing(scene) if command.seen < scene.state.moved else _arrived(scene, scene.state.at)


def _go(scene: _Scene, at: int, seen: int) -> Made:
    """Somebody else has moved the room since it was seen: then this press was for the move that is done."""
    if seen < scene.state.moved or at == scene.state.at:
        return _nothing(scene)
    return _arrived(scene, at)


def _arrived(scene: _Scene, at: int) -> Made:
    state, now = scene.state, scene.now
    station = scene.script[at] if at >= 0 else None
    minutes = state.minutes_of(station) if station and not station.stages else 0
    clock = Clock(60.0 * minutes, now) if minutes else None
    own = "" if station is None else f"{station.key}/"
    there = replace(
        state.without_model().next_version(
            at=at, furthest=max(at, state.furthest), clock=clock, counting=0, said={}, walks=(), side="",
            are_seats_up=False,
            owners=_owners_there(scene, station),
            shown=tuple(one for one in state.shown if not own or not one.startswith(own)),
        ),
        moved=state.version + 1,
    )  # fmt: skip
    made = _with_walks(_Scene(there, scene.script, now))
    return made, (Event("moved", "" if station is None else station.key),)


def _owners_there(scene: _Scene, there: Station | None) -> tuple[str, ...]:
    """Whoever has taken a role keeps it through the steps of one exercise, where the groups are the same."""
    here = scene.station
    if here is None or there is None or not there.roles:
        return ()
    is_same = (here.exercise, here.gathering, here.roles[:1]) == (
        there.exercise,
        there.gathering,
        there.roles[:1],
    )
    return scene.state.owners if is_same else ()


def _with_walks(scene: _Scene) -> RoomState:
    """As many walks and owners as there are groups, where the station has stages; those that are there stay."""
    station, state = scene.station, scene.state
    if station is None or not (station.stages or station.roles):
        return state
    count = len(scene.groups)
    fresh = Walk(0.0, scene.now)
    walks = (*state.walks, *[fresh] * count)[:count] if station.stages else ()
    owners = (*state.owners, *[""] * count)[:count] if station.roles else ()
    return replace(state, walks=walks, owners=owners)


@_do.register
def _more(command: do.More, scene: _Scene) -> Made:
    clock = scene.state.clock
    if clock is None or not 0 < command.minutes <= MOST_MORE:
        raise Conflict(NOT_NOW)
    return scene.state.next_version(clock=clock.longer(command.minutes, scene.now)), (Event("clock"),)


@_do.register
def _pause(command: do.Pause, scene: _Scene) -> Made:
    clock = scene.state.clock
    if clock is None or clock.since is None:
        return _nothing(scene)
    return scene.state.next_version(clock=clock.paused(scene.now)), (Event("clock"),)


@_do.register
def _resume(command: do.Resume, scene: _Scene) -> Made:
    clock = scene.state.clock
    if clock is None or clock.since is not None:
        return _nothing(scene)
    return scene.state.next_version(clock=clock.running(scene.now)), (Event("clock"),)


@_do.register
def _set_wall(command: do.SetWall, scene: _Scene) -> Made:
    if command.mode is WallMode.MODEL:
        raise Conflict(NOT_NOW)
    if command.mode is scene.state.wall:
        return _nothing(scene)
    return scene.state.next_version(wall=command.mode, model=""), (Event("wall"),)


@_do.register
def _put_up(command: do.PutUp, scene: _Scene) -> Made:
    """Whether the model belongs to what is on is known where content is read; without a station there is none."""
    if scene.station is None or not command.model:
        raise Conflict(NOT_NOW)
    if command.model == scene.state.model:
        return _nothing(scene)
    return scene.state.next_version(wall=WallMode.MODEL, model=command.model), (Event("wall"),)


@_do.register
def _turn(command: do.Turn, scene: _Scene) -> Made:
    """To a side by its name: two who press at once turn one side, and a press from before a move turns none."""
    state = scene.state
    if scene.station is None:
        raise Conflict(NOT_NOW)
    if command.seen < state.moved or (command.to == state.side and state.wall is WallMode.NOW):
        return _nothing(scene)
    are_up = state.are_seats_up or command.to.startswith(SEATS)
    up = replace(state, wall=WallMode.NOW, model="")
    return up.next_version(side=command.to, are_seats_up=are_up), (Event("wall"),)


@_do.register
def _show(command: do.Show, scene: _Scene) -> Made:
    key = _part(scene, command.part)
    if key in scene.state.shown:
        return _nothing(scene)
    up = scene.state.without_model()
    return up.next_version(shown=(*up.shown, key), side=f"{SHOWN}{key}"), (Event("shown", key),)


@_do.register
def _hide(command: do.Hide, scene: _Scene) -> Made:
    key = _part(scene, command.part)
    if key not in scene.state.shown:
        return _nothing(scene)
    shown = tuple(one for one in scene.state.shown if one != key)
    return scene.state.next_version(shown=shown), (Event("hidden", key),)


def _part(scene: _Scene, part: str) -> str:
    station = scene.station
    if station is None or part not in station.reveals:
        raise Conflict(NOT_NOW)
    return f"{station.key}/{part}"


@_do.register
def _divide(command: do.Divide, scene: _Scene) -> Made:
    """Whoever has been placed looks for their place: that comes first on the wall."""
    made, events = _seated(scene, command.gathering, command.groups)
    return replace(made, side=SEATS, are_seats_up=True), events


def _seated(scene: _Scene, gathering: Gathering, made: groups.Groups) -> Made:
    if gathering not in DIVIDED:
        raise Conflict(NOT_NOW)
    state = scene.state.next_version(
        divisions={**scene.state.divisions, gathering: made}, counting=0, said={}
    )
    seated = _with_walks(replace(scene, state=state))
    still = replace(seated, owners=_still_owners(replace(scene, state=seated)))
    return still, (Event("divided", gathering.value),)


@_do.register
def _count_to(command: do.CountTo, scene: _Scene) -> Made:
    if command.number < 1:
        raise NotThere(NO_SUCH)
    return scene.state.next_version(counting=command.number, said={}), (Event("counting"),)


@_do.register
def _say(command: do.Say, scene: _Scene) -> Made:
    if not 1 <= command.number <= scene.state.counting:
        raise Conflict(NOT_NOW)
    if scene.state.said.get(command.person) == command.number:
        return _nothing(scene)
    said = {**scene.state.said, command.person: command.number}
    return scene.state.next_version(said=said), (Event("said"),)


@_do.register
def _move(command: do.Move, scene: _Scene) -> Made:
    before = scene.state.divisions.get(command.gathering, ())
    if not 0 <= command.to <= len(before):
        raise NotThere(NO_SUCH)
    if groups.group_of(before, command.person) == command.to:
        return _nothing(scene)
    return _seated(scene, command.gathering, groups.move(before, command.person, command.to))


@_do.register
def _arrive(command: do.Arrive, scene: _Scene) -> Made:
    """Into every division that is made already."""
    placed = {gathering: _late(gathering, made, command) for gathering, made in scene.state.divisions.items()}
    state = scene.state.next_version(divisions=placed)
    return _with_walks(replace(scene, state=state)), (Event("arrived", command.person),)


@_do.register
def _leave(command: do.Leave, scene: _Scene) -> Made:
    left = {
        gathering: groups.without(made, command.person) for gathering, made in scene.state.divisions.items()
    }
    state = scene.state.next_version(divisions=left)
    return replace(state, owners=_still_owners(replace(scene, state=state))), (Event("left", command.person),)


def _still_owners(scene: _Scene) -> tuple[str, ...]:
    """Whoever has left a group no longer holds its role."""
    sat = scene.groups
    return tuple(
        owner if index < len(sat) and owner in sat[index] else ""
        for index, owner in enumerate(scene.state.owners)
    )


def _late(gathering: Gathering, made: groups.Groups, command: do.Arrive) -> groups.Groups:
    if gathering is Gathering.TRIO:
        return groups.place_beside(made, command.person, command.beside)
    return groups.place_late(made, command.person, groups.PAIR if gathering is Gathering.PAIRS else groups.LEAST)


@_do.register
def _claim(command: do.Claim, scene: _Scene) -> Made:
    station = scene.station
    index = groups.group_of(scene.groups, command.person)
    if station is None or not station.roles or index is None:
        raise Conflict(NOT_NOW)
    if scene.state.owners[index] == command.person:
        return _nothing(scene)
    owners = (*scene.state.owners[:index], command.person, *scene.state.owners[index + 1 :])
    return scene.state.next_version(owners=owners), (Event("claimed", str(index)),)


@_do.register
def _unclaim(command: do.Unclaim, scene: _Scene) -> Made:
    owners = tuple("" if owner == command.person else owner for owner in scene.state.owners)
    if owners == scene.state.owners:
        return _nothing(scene)
    return scene.state.next_version(owners=owners), (Event("unclaimed"),)


@_do.register
def _group_pause(command: do.GroupPause, scene: _Scene) -> Made:
    walk = _walk(scene, command.group)
    return _nothing(scene) if walk.since is None else _walking(scene, {command.group: walk.paused(scene.now)})


@_do.register
def _group_resume(command: do.GroupResume, scene: _Scene) -> Made:
    walk = _walk(scene, command.group)
    return _nothing(scene) if walk.since else _walking(scene, {command.group: walk.running(scene.now)})


@_do.register
def _push(command: do.Push, scene: _Scene) -> Made:
    station = scene.station
    if station is None or not scene.state.walks:
        raise Conflict(NOT_NOW)
    chosen = range(len(scene.state.walks)) if command.group is None else [command.group]
    return _walking(scene, {index: _walk(scene, index).pushed(station.stages, scene.now) for index in chosen})


def _walk(scene: _Scene, group: int) -> Walk:
    if not scene.state.walks:
        raise Conflict(NOT_NOW)
    if not 0 <= group < len(scene.state.walks):
        raise NotThere(NO_SUCH)
    return scene.state.walks[group]


def _walking(scene: _Scene, changed: dict[int, Walk]) -> Made:
    walks = tuple(changed.get(index, walk) for index, walk in enumerate(scene.state.walks))
    return scene.state.next_version(walks=walks), (Event("walking"),)


@_do.register
def _replan(command: do.Replan, scene: _Scene) -> Made:
    station = scene.station
    if station is None or command.late < 1:
        raise Conflict(NOT_NOW)
    plan = agenda.shorten if command.keeps_breaks else agenda.push
    return scene.state.next_version(slots=plan(scene.state.slots, station.slot, command.late)), (
        Event("planned"),
    )


@_do.register
def _finish(command: do.Finish, scene: _Scene) -> Made:
    state = scene.state.without_model().next_version(is_over=True, clock=None, walks=(), owners=(), shown=())
    return state, (Event("over"),)


def _nothing(scene: _Scene) -> Made:
    return scene.state, ()
