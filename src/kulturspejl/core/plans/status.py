"""Taking stock of a plan: for each trait and action what came of it, what was learnt, what becomes of it, who has it
and when one looks again. At the end of a course, and whenever leader, AMR and TR want to."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from kulturspejl.core.errors import Faulty
from kulturspejl.core.plans.action import MISSING, NEEDED, NO_SUCH
from kulturspejl.core.plans.follow_up import ASK
from kulturspejl.core.plans.states import State
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line

LONGEST = {"came": 500, "learnt": 500, "next_step": 500, "who": 200}
WHOLE = {"learnt": 500, "line": 300}
"""Of the plan as a whole: what was learnt, and the line that is read aloud to the team."""
AGAIN_IN = timedelta(weeks=26)
AFTER = timedelta(weeks=26)
"""A trait that has been worked on for so long is taken stock of, also outside of a course."""


class Answer(StrEnum):
    """What becomes of it."""

    EVERYDAY = "everyday"
    GOES_ON = "goes_on"
    CHANGE = "change"
    STOP = "stop"


ANSWERS: Mapping[Answer, Text] = {
    Answer.EVERYDAY: Text(da="Det bliver hverdag", en="It becomes everyday"),
    Answer.GOES_ON: Text(da="Vi arbejder videre med det", en="We go on working on it"),
    Answer.CHANGE: Text(da="Det laves om", en="It is changed"),
    Answer.STOP: Text(da="Det stopper", en="It stops"),
}
OF_A_TRAIT = (Answer.EVERYDAY, Answer.GOES_ON, Answer.STOP)
"""Other words for a trait are another trait, or a change of its words."""
OVER = frozenset({Answer.EVERYDAY, Answer.STOP})
"""A trait of which this is said is worked on no longer."""
STATES: Mapping[Answer, State] = {
    Answer.EVERYDAY: State.KEEP, Answer.CHANGE: State.REDO, Answer.STOP: State.DROP,
}  # fmt: skip
"""Where an action is afterwards; one that goes on stays where it is."""
BEFORE, STILL = timedelta(days=14), timedelta(days=60)
"""Around a course's day."""
CHOOSE = Text(da="Vælg, hvad der bliver af det.", en="Choose what becomes of it.")
CAME = Text(da="Skriv en linje om, hvad der kom ud af det.", en="Write a line on what came of it.")
NOTHING = Text(
    da="Der er ikke skrevet noget endnu. Begynd med det træk eller den handling, der betyder mest.",
    en="Nothing has been written yet. Begin with the trait or action that matters most.",
)


@dataclass(frozen=True)
class StatusLine:
    """What is said of one trait or action: `id` is its id, `seen` its version as it was read.

    `answer` is "" as long as nothing is said. `again` is the day on which the action is looked at next.
    """

    id: uuid.UUID
    seen: int
    answer: str = ""
    came: str = ""
    learnt: str = ""
    next_step: str = ""
    who: str = ""
    again: date | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether it was left as it stood: who and when are filled in beforehand."""
        return not (self.answer or self.came or self.learnt or self.next_step)


@dataclass(frozen=True)
class StatusDraft:
    """A whole status: lines of traits and of actions, what was learnt, the line for the team, the next day."""

    traits: tuple[StatusLine, ...] = ()
    actions: tuple[StatusLine, ...] = ()
    learnt: str = ""
    line: str = ""
    again: date | None = None

    def checked(self, today: date) -> "StatusDraft":
        """The draft, cleaned, with the lines of which something is said. Where a trait goes on there is a next day.

        Raises Faulty; its fields are named `came.<id>` and so on, those of the whole as they are.
        """
        clean = StatusDraft(
            traits=tuple(one for one in map(_clean, self.traits) if not one.says_nothing),
            actions=tuple(one for one in map(_clean, self.actions) if not one.says_nothing),
            learnt=one_line(self.learnt), line=one_line(self.line), again=self.again,
        )  # fmt: skip
        faults = without_room({name: getattr(clean, name) for name in WHOLE}, WHOLE)
        if clean.again is not None and clean.again <= today:
            faults["again"] = ASK["next_day"]
        for one in clean.traits:
            faults |= _named(one, _faults(one, frozenset(OF_A_TRAIT)))
        for one in clean.actions:
            faults |= _named(one, _faults(one, frozenset(Answer)) | _of_action(one, today))
        if not (clean.traits or clean.actions):
            raise Faulty(NOTHING, faults)
        if faults:
            raise Faulty(MISSING, faults)
        if clean.again is None and any(one.answer not in OVER for one in clean.traits):
            return replace(clean, again=today + AGAIN_IN)
        return clean


def _clean(line: StatusLine) -> StatusLine:
    return replace(
        line, came=one_line(line.came), learnt=one_line(line.learnt), next_step=one_line(line.next_step),
        who=one_line(line.who), again=None if line.answer == Answer.STOP else line.again,
    )  # fmt: skip


def _faults(line: StatusLine, known: frozenset[str]) -> dict[str, Text]:
    faults = without_room({name: getattr(line, name) for name in LONGEST}, LONGEST)
    if line.answer not in known:
        faults["answer"] = NO_SUCH if line.answer else CHOOSE
    if not line.came and line.answer != Answer.GOES_ON:
        faults["came"] = CAME
    return faults


def _of_action(line: StatusLine, today: date) -> dict[str, Text]:
    faults = {}
    if line.answer == Answer.CHANGE and not line.next_step:
        faults["next_step"] = ASK["next_step"]
    if line.answer != Answer.STOP and not line.who:
        faults["who"] = NEEDED["who"]
    if line.answer != Answer.STOP and (line.again is None or line.again <= today):
        faults["again"] = ASK["next_day"]
    return faults


def _named(line: StatusLine, faults: Mapping[str, Text]) -> dict[str, Text]:
    return {f"{name}.{line.id}": said for name, said in faults.items()}


def is_time(
    today: date, *, since: date | None, last: date | None, again: date | None, day: date | None
) -> bool:
    """Whether it is time to take stock.

    `since`: when the trait that is worked on was chosen, `last` and `again`: the latest status and the next one that it
    named, `day`: the day of a course that it belongs to, from two weeks before it to two months after.
    """
    if day is not None and day - BEFORE <= today <= day + STILL and not is_done_for(day, last):
        return True
    on = next_day(since=since, last=last, again=again)
    return on is not None and on <= today


def is_done_for(day: date, last: date | None) -> bool:
    """Whether the stock that was taken `last` counts for the day of a course: from two weeks before it on."""
    return last is not None and last >= day - BEFORE


def next_day(*, since: date | None, last: date | None, again: date | None) -> date | None:
    """The day on which stock is taken next, apart from a course; it may have passed. Places as in `is_time`.

    A trait has no day of its own: it is looked at again with the whole plan. None where no trait is worked on and no
    day was named.
    """
    if again is not None and last is not None:
        return again
    if since is None:
        return None
    return (since if last is None else max(since, last)) + AFTER

