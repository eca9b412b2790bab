"""What a team says ten minutes after it has looked at an action again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kulturspejl.core.errors import Faulty
from kulturspejl.core.plans.action import MISSING, NO_SUCH
from kulturspejl.core.plans.states import OUTCOMES, State
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line

LONGEST = {"effect": 500, "learnt": 500, "next_step": 500}


class Noticed(StrEnum):
    """Whether the sign that was promised has been seen."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


NOTICED: Mapping[Noticed, Text] = {
    Noticed.YES: Text(da="Ja", en="Yes"),
    Noticed.PARTLY: Text(da="Lidt, eller kun nogle af os", en="A little, or only some of us"),
    Noticed.NO: Text(da="Nej", en="No"),
}
ASK = {
    "noticed": Text(da="Vælg, om I har mærket det.", en="Choose whether you have noticed it."),
    "effect": Text(da="Skriv en linje om, hvad der skete.", en="Write a line on what happened."),
    "outcome": Text(
        da="Vælg, om I bliver ved, laver det om eller holder op.", en="Choose whether you go on, change it or stop."
    ),
    "next_step": Text(da="Skriv, hvad I gør anderledes.", en="Write what you do differently."),
    "next_day": Text(da="Vælg den næste dag, efter i dag.", en="Choose the next day, after today."),
}


@dataclass(frozen=True)
class FollowUpDraft:
    """Whether the sign was seen, what it did, whether it is kept, changed or stopped, what comes next, and when.

    `learnt` may be empty.
    """

    noticed: str
    effect: str
    outcome: str
    next_step: str = ""
    next_day: date | None = None
    learnt: str = ""

    def checked(self, today: date) -> "FollowUpDraft":
        """The draft, cleaned. What is let go has no next day. Raises Faulty with a sentence for each field."""
        clean = replace(
            self, effect=one_line(self.effect), learnt=one_line(self.learnt), next_step=one_line(self.next_step)
        )
        goes_on = clean.outcome != State.DROP
        faults = {} if clean.effect else {"effect": ASK["effect"]}
        if clean.noticed not in frozenset(Noticed):
            faults["noticed"] = NO_SUCH if clean.noticed else ASK["noticed"]
        if clean.outcome not in OUTCOMES:
            faults["outcome"] = NO_SUCH if clean.outcome else ASK["outcome"]
        if clean.outcome == State.REDO and not clean.next_step:
            faults["next_step"] = ASK["next_step"]
        if goes_on and (clean.next_day is None or clean.next_day <= today):
            faults["next_day"] = ASK["next_day"]
        faults |= without_room({name: getattr(clean, name) for name in LONGEST}, LONGEST)
        if faults:
            raise Faulty(MISSING, faults)
        return clean if goes_on else replace(clean, next_day=None)


