"""The three faces of a room as values, in one language already: nothing else reaches a template."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kulturspejl.drawing.table import Table
from kulturspejl.readers.rooms.wall_side import WallSide


@dataclass(frozen=True)
class ClockView:
    """A clock that the device runs: it reaches nought at `ends_at`; without that it stands at `seconds`."""

    ends_at: datetime | None
    seconds: int


@dataclass(frozen=True)
class AgendaLine:
    """One item of the day. Times are written ("9.15"); `minutes_used` is the sum of the exercises in it."""

    key: str
    start: str
    end: str
    title: str
    minutes: int
    minutes_used: int
    is_now: bool
    is_past: bool
    is_break: bool


@dataclass(frozen=True)
class LineView:
    """A line that somebody has marked, and what is asked about it: (the notes' key, the question, its longest)."""

    id: str
    label: str
    asks: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class ProfileView:
    """What an instrument says for a part that asks with it: its four names, and the questions of a plain form.

    `questions` are (label, stem, ((key, letter, statement), ...)); () for what is not handed in.
    """

    cultures: tuple[str, ...]
    questions: tuple[tuple[str, str, tuple[tuple[str, str, str], ...]], ...]


@dataclass(frozen=True)
class PartView:
    """Something to fill in. `kind` chooses the templates (shared/parts/<kind>/); `shape` is what its kind holds.

    `key` is "<station>/<part>"; `picture` is how it may be shown, "" for never. `who_sees` is computed from what is
    really on. `is_unsigned`: handed in with a voucher, without the phone's key. `is_named`: seen by the own group.
    `is_closed`: shown for good, so that no answer is taken in any more. `is_asked_only`: another role writes it, and
    whoever looks sees its questions. `of_sheet` is the id of the sheet on which the answer is kept on the own phone,
    "" for none. `profile` is None for what asks with words of its own. `lines` are what is asked about each of its
    places, under it; `is_on_lines`: these are such questions, whose fields stand there.
    """

    key: str
    kind: str
    label: str
    shape: Any
    picture: str
    who_sees: str
    is_unsigned: bool
    stays_on_device: bool
    is_named: bool
    is_closed: bool = False
    is_asked_only: bool = False
    of_sheet: str = ""
    profile: ProfileView | None = None
    lines: tuple[LineView, ...] = ()
    is_on_lines: bool = False


@dataclass(frozen=True)
class SheetRow:
    """One line of a sheet: what each side was asked, and what it wrote. `heading` stands over the first of its kind.

    `wrote` is one line or none; `gave` are (which giver, name, line). A side without a question here has "".
    """

    heading: str
    own: str
    wrote: tuple[str, ...]
    others: str
    gave: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True)
class SheetView:
    """Two sides beside each other, while a group reads them. `own` and `others` are their names.

    `id` is the same for the same person's sheet, however often it is read; `is_mine`: whoever looks keeps it.
    `others_key` is the part that others filled in, for whoever takes theirs back.
    """

    id: str
    is_mine: bool
    title: str
    own: str
    others: str
    rows: tuple[SheetRow, ...]
    others_key: str


@dataclass(frozen=True)
class StageView:
    """One stretch of a group's walk for one role."""

    minutes: int
    title: str
    says: str


@dataclass(frozen=True)
class WalkView:
    """A group's walk: `walked` seconds before `since`; the device finds the stage by itself (core clocks.stage_at)."""

    walked: int
    since: datetime | None
    stages: tuple[StageView, ...]


@dataclass(frozen=True)
class GroupView:
    """Some people who sit together; `number` is 1-based. `members` are (participant id, name).

    `headings` are what they have written for each other, (name, line): on their own phones alone. `owner_label` is what
    whoever has taken the first role is called. `is_pair`: they are called a pair, also where three make one.
    """

    number: int
    members: tuple[tuple[str, str], ...]
    owner: str
    walk: WalkView | None
    headings: tuple[tuple[str, str], ...] = ()
    sheet: SheetView | None = None
    owner_label: str = ""
    is_pair: bool = False


@dataclass(frozen=True)
class SpanView:
    """A line of 240 units: where all stand together (`at`), and from `start` on for `width` their middle half.

    `before` and `after` are the words at its ends; `value` says the same; `steps` are its places, `middle` the one
    between two opposite ends.
    """

    before: str
    after: str
    value: str
    at: float
    start: float
    width: float
    steps: tuple[float, ...]
    middle: float | None


@dataclass(frozen=True)
class SquareView:
    """Four fields, (name, how many), the upper two first; axes as (label, low, high).

    A field that went together with others has "" for its number, and `others` says how many those are in all.
    """

    cells: tuple[tuple[str, str], ...]
    x: tuple[str, str, str]
    y: tuple[str, str, str]
    others: str = ""


@dataclass(frozen=True)
class ShownView:
    """What a facilitator has shown, after disclosure control. `kind` chooses the template (shared/parts/<kind>/).

    `lines` for notes, and `under` the same by what was asked, as (label, lines). `rows` for counts and scales as
    (label, value as written, share 0-1); `sentence` says the same, and `told` what of it is no repetition beside them;
    `svg` is a picture or "", `spans` and `square` are others. `hidden` says why there are no numbers, and then the
    rest is empty. A row without a value is a heading for those under it.
    """

    key: str
    label: str
    lines: tuple[str, ...]
    rows: tuple[tuple[str, str, float], ...]
    sentence: str
    svg: str
    hidden: str
    under: tuple[tuple[str, tuple[str, ...]], ...] = ()
    told: str = ""
    spans: tuple[SpanView, ...] = ()
    square: SquareView | None = None
    kind: str = ""


@dataclass(frozen=True)
class StationView:
    """What is on. `with_whom` is written ("to og to"); `key` changes when the station does; `models`: (id, name).

    `who_sees` holds for all parts; "" where each of them says its own. `programme` is the id of the day's own.
    `brings` is what each has written before and sees here again, filled in by the phone itself; where two sit together
    `compares` is the station, for laying their webs on each other, "" elsewhere. `keeps` says where one's own answer
    without a name can be read again.
    """

    key: str
    title: str
    text: str
    with_whom: str
    minutes: int
    is_break: bool
    parts: tuple[PartView, ...]
    who_sees: str = ""
    models: tuple[tuple[str, str], ...] = ()
    programme: str = ""
    brings: tuple[PartView, ...] = ()
    compares: str = ""
    keeps: str = ""


@dataclass(frozen=True)
class ModelView:
    """A model as the wall shows it: its figure, one sentence, and the same words as a table for whoever cannot see."""

    id: str
    name: str
    idea: str
    svg: str
    table: Table
    credit: str = ""


@dataclass(frozen=True)
class PromiseView:
    """Something that was promised to be deleted on a day; `left` is how much of it there is still.

    `is_due`: its time was the close, which has been. A date would depend on the hour at which one looks.
    """

    what: str
    on: date
    left: int
    is_due: bool


@dataclass(frozen=True)
class OwnPage:
    """What a participant takes home: `parts` are those that stayed on the phone, which fills them in by itself, as it
    does with what was handed in without a name (`answered`)."""

    parts: tuple[PartView, ...]
    answered: tuple[PartView, ...]
    next_day: date | None
    promises: tuple[PromiseView, ...]
    deleted_on: date


@dataclass(frozen=True)
class EnoughView:
    """Whether there are answers enough for a picture, from `least`; not how many. `can_be`: so many are here."""

    least: int
    is_enough: bool
    can_be: bool


@dataclass(frozen=True)
class AskView:
    """What the way on asks about first: so many pictures (`count`) wait, and whether there are answers enough.

    `moved` is the version at which the room came here: who pressed before that meant another way on.
    """

    moved: int
    count: int
    least: int
    is_enough: bool


@dataclass(frozen=True)
class FewView:
    """So few are here that there will be no picture, from `least`; `guide` is a conversation without numbers."""

    here: int
    least: int
    guide: tuple[str, ...]


@dataclass(frozen=True)
class AgreedView:
    """What a team has agreed on: what, who begins, and when it is looked at again."""

    action: str
    owner: str
    day: date


@dataclass(frozen=True)
class Company:
    """The phones of a room that nobody checks, by the names that were typed; `least` of them make a picture."""

    names: tuple[str, ...]
    least: int


@dataclass(frozen=True)
class Phone:
    """What one participant sees. `holds_sheet` is the id of the sheet that is theirs in this exercise, "" for none.

    `company` is who else is there, where nobody has checked it; `unshown` are the parts of earlier steps, (key, label),
    whose answers are not shown yet, so that whoever answered can take it back. `sends` is how many parts are handed
    in here: one button sends them all, and that is being done; `passes`: one may also hand in nothing; `asks_done`:
    each says by hand that they are done. `answered` is what was handed in without a name before, as `mine`.
    """

    room_id: uuid.UUID
    code: str
    room_name: str
    version: int
    language: str
    me: str
    my_name: str
    station: StationView | None
    clock: ClockView | None
    begins_again: str
    group: GroupView | None
    role: str
    role_label: str
    claim_label: str
    counting: int
    i_said: int
    is_done: bool
    shown: tuple[ShownView, ...]
    agenda: tuple[AgendaLine, ...]
    is_over: bool
    homework: str
    asks_goal: bool
    stamp: str
    now: datetime
    is_sealed: bool = False
    own: OwnPage | None = None
    recalls_goal: bool = False
    is_practice: bool = False
    agreed: AgreedView | None = None
    gone_at: datetime | None = None
    goals: tuple[str, ...] = ()
    mine: tuple[PartView, ...] = ()
    holds_sheet: str = ""
    company: Company | None = None
    unshown: tuple[tuple[str, str], ...] = ()
    sends: int = 0
    passes: bool = False
    answered: tuple[PartView, ...] = ()
    asks_done: bool = False
    few: FewView | None = None


@dataclass(frozen=True)
class Wall:
    """What everybody in the room may see from ten metres: never anything of one person.

    `sides` are what an exercise shows, and `side` is the place of the one that is up.
    """

    room_id: uuid.UUID
    code: str
    room_name: str
    version: int
    mode: str
    address: str
    qr_svg: str
    station: StationView | None
    clock: ClockView | None
    begins_again: str
    counting: int
    groups: tuple[tuple[int, tuple[str, ...]], ...]
    shown: tuple[ShownView, ...]
    agenda: tuple[AgendaLine, ...]
    here: int
    is_over: bool
    homework: str
    stamp: str
    now: datetime
    is_practice: bool = False
    agreed: AgreedView | None = None
    gone_at: datetime | None = None
    model: ModelView | None = None
    sides: tuple[WallSide, ...] = ()
    side: int = 0


@dataclass(frozen=True)
class PersonHere:
    """Somebody on the list."""

    id: str
    name: str
    workplace: str
    is_on_paper: bool
    is_done: bool


@dataclass(frozen=True)
class Stop:
    """One station in the desk's list; `at` is what GoTo takes."""

    at: int
    key: str
    title: str
    with_whom: str
    minutes: int
    slot: int
    is_now: bool


@dataclass(frozen=True)
class Desk:
    """What a facilitator sees: counts and steps, never content that was not shown.

    `done` of `done_of` are done; 0 where nobody can be. `names_done`: the list says who. `ask` stands before the next
    station.
    `sides` are the names of the wall's sides, and `side` is the place of the one that is up; `has_seats_down`: people
    have been placed, and where they sit is not among them.
    """

    room_id: uuid.UUID
    code: str
    room_name: str
    version: int
    at: int
    mode: str
    station: StationView | None
    says: str
    next_title: str
    clock: ClockView | None
    is_clock_running: bool
    done: int
    here: tuple[PersonHere, ...]
    is_locked: bool
    arrivals: tuple[datetime, ...]
    late: int
    offers: tuple[tuple[str, tuple[AgendaLine, ...]], ...]
    stops: tuple[Stop, ...]
    agenda: tuple[AgendaLine, ...]
    gathering: str
    group_size: int
    group_sizes: str
    count_to: int
    groups: tuple[GroupView, ...]
    counting: int
    said: int
    reveals: tuple[tuple[str, str, bool], ...]
    shown: tuple[ShownView, ...]
    wall_address: str
    join_address: str
    kind: str
    is_over: bool
    stamp: str
    now: datetime
    deleted_on: date | None = None
    promises: tuple[PromiseView, ...] = ()
    agreed: AgreedView | None = None
    gone_at: datetime | None = None
    model: str = ""
    done_of: int = 0
    names_done: bool = True
    enough: EnoughView | None = None
    ask: AskView | None = None
    few: FewView | None = None
    sides: tuple[str, ...] = ()
    side: int = 0
    has_seats_down: bool = False

    @property
    def has_sides(self) -> bool:
        """Whether the wall has several, and shows them."""
        return len(self.sides) > 1 and self.mode == "now"

    @property
    def side_before(self) -> str:
        """What ← turns the wall to; "" where it leads to another step."""
        return self.sides[self.side - 1] if self.has_sides and self.side else ""

    @property
    def side_after(self) -> str:
        """What → turns the wall to; "" where it leads to another step."""
        return self.sides[self.side + 1] if self.has_sides and self.side + 1 < len(self.sides) else ""


@dataclass(frozen=True)
class StepWords:
    """A step's own words as a form holds them: on the wall, and on the phones (without who sees what is written)."""

    step: str
    title: str
    wall: str
    phone: str


@dataclass(frozen=True)
class OfferView:
    """An exercise that an item may hold, as the preparing page shows it; `steps` are (title, with whom, minutes).

    `place` (from 1) is its place in the item.
    """

    exercise: str
    name: str
    purpose: str
    minutes: int
    is_ticked: bool
    steps: tuple[tuple[str, str, int], ...]
    words: tuple[StepWords, ...] = ()
    place: int = 0


@dataclass(frozen=True)
class ItemView:
    """One item of the agenda with what it may hold; `is_fixed`: it has begun, and stays as it is."""

    key: str
    start: str
    end: str
    title: str
    minutes: int
    is_break: bool
    offers: tuple[OfferView, ...]
    is_fixed: bool = False


@dataclass(frozen=True)
class Planned:
    """What stands in a room that is being changed."""

    room_id: uuid.UUID
    name: str
    day: date
    check_in: str
    homework: str
    next_day: date | None
    here: int
    has_begun: bool
    kind: str


@dataclass(frozen=True)
class Prepare:
    """The form of a new class, or of a planned one; `language` is that of the words in its steps."""

    programme: str
    programme_name: str
    items: tuple[ItemView, ...]
    check_ins: tuple[str, ...]
    homework: str
    goals: tuple[str, ...]
    language: str = "da"
    planned: Planned | None = None


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


@dataclass(frozen=True)
class RoomCard:
    """One line in the list of a facilitator's rooms."""

    room_id: uuid.UUID
    name: str
    day: date | None
    code: str
    kind: str
    here: int
    is_over: bool
    deleted_on: date


@dataclass(frozen=True)
class SealedView:
    """A locked copy of somebody's own notes, and the mark by which a phone sees that another has changed it."""

    sealed: str
    mark: str
