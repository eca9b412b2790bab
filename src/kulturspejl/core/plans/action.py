"""An action as it is written down: an idea needs a line, what is agreed needs somebody and two days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kulturspejl.core.errors import Faulty
from kulturspejl.core.plans.influences import Directed, Influence
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line

LONGEST = {"what": 500, "who": 200, "why": 500, "sign": 500, "stop_doing": 500, "partner": 200}
DAYS = ("due", "follow_up")
CHOICES: Mapping[str, frozenset[str]] = {"influence": frozenset(Influence), "directed": frozenset(Directed)}
FIELDS = ("what", "why", "sign", "who", "partner", "due", "follow_up", "stop_doing", "influence", "directed")
"""In the order in which they are asked and shown."""
FIELD_NAMES: Mapping[str, Text] = {
    "what": Text(da="Hvad gør vi?", en="What do we do?"),
    "why": Text(da="Hvorfor?", en="Why?"),
    "sign": Text(da="Hvordan kan vi se, at det lykkes?", en="How do we see that it works?"),
    "who": Text(da="Hvem sørger for, at det sker?", en="Who makes sure it happens?"),
    "partner": Text(da="Hvem følger op sammen med lederen?", en="Who follows up with the leader?"),
    "due": Text(da="Hvornår er det gjort?", en="When is it done?"),
    "follow_up": Text(da="Hvornår ser vi på det igen?", en="When do we look at it again?"),
    "stop_doing": Text(
        da="Hvad holder vi op med for at få plads?", en="What do we stop doing to make room?"
    ),
    "influence": Text(da="Hvad i arbejdsmiljøet handler det om?", en="What of the work environment is it about?"),
    "directed": Text(da="Hvad ændrer vi?", en="What do we change?"),
}
NEEDED = {
    "what": Text(da="Skriv, hvad I gør.", en="Write what you will do."),
    "who": Text(da="Skriv, hvem der sørger for det.", en="Write who sees to it."),
    "partner": Text(
        da="Her er ingen AMR eller TR. Skriv, hvem der følger op sammen med dig.",
        en="There is no AMR or TR here. Write who follows up with you.",
    ),
}
DUE = Text(da="Vælg en dag fra i dag.", en="Choose a day from today.")
LOOK_AGAIN = Text(
    da="Vælg en dag til at se på det igen, tidligst når det er gjort.",
    en="Choose a day to look at it again, at the earliest when it is done.",
)
NO_SUCH = Text(da="Vælg en af dem på listen.", en="Choose one of those in the list.")
MISSING = Text(da="Der mangler lidt endnu.", en="A little is missing.")


@dataclass(frozen=True)
class ActionDraft:
    """What we do and why, how we see that it worked, who sees to it and who follows up where nobody represents, when it
    is done, when we look again, what we stop doing, which influence it is about, and what it changes."""

    what: str
    who: str = ""
    due: date | None = None
    follow_up: date | None = None
    why: str = ""
    sign: str = ""
    stop_doing: str = ""
    influence: str = ""
    directed: str = ""
    partner: str = ""

    def idea(self, today: date) -> "ActionDraft":
        """The draft of an idea, cleaned: a line is enough. Raises Faulty with a sentence for each field at fault."""
        clean = self._clean()
        faults = clean._lacking("what") | clean._misfits()
        if clean.follow_up is not None and clean.follow_up < today:
            faults["follow_up"] = DUE
        return _without(faults, clean)

    def agreed(self, today: date, *, before: "ActionDraft | None" = None, alone: bool = False) -> "ActionDraft":
        """The draft of what is agreed. `before` is how it was written: a day that has passed since may stay.

        `alone`: there is no representative, so somebody must be named who follows up. Raises Faulty.
        """
        clean = self._clean()
        faults = clean._lacking("what", "who", *(["partner"] if alone else [])) | clean._misfits()
        kept = {name for name in DAYS if before is not None and getattr(before, name) == getattr(clean, name)}
        if clean.due is None or ("due" not in kept and clean.due < today):
            faults["due"] = DUE
        if not clean._is_looked_at_again(today, stays="follow_up" in kept):
            faults["follow_up"] = LOOK_AGAIN
        return _without(faults, clean)

    @property
    def days(self) -> tuple[date, date]:
        """Due and follow-up of what has been checked as agreed."""
        if self.due is None or self.follow_up is None:
            raise ValueError("the draft has not been checked")
        return self.due, self.follow_up

    def _is_looked_at_again(self, today: date, *, stays: bool) -> bool:
        if self.follow_up is None:
            return stays
        return self.follow_up >= (self.due or today) and (stays or self.follow_up >= today)

    def _clean(self) -> "ActionDraft":
        words = {name: one_line(getattr(self, name)) for name in FIELDS if name not in DAYS}
        return ActionDraft(**words, due=self.due, follow_up=self.follow_up)

    def _lacking(self, *names: str) -> dict[str, Text]:
        return {name: NEEDED[name] for name in names if not getattr(self, name)}

    def _misfits(self) -> dict[str, Text]:
        """Words without room, and choices that are none."""
        wrong = {name: NO_SUCH for name, known in CHOICES.items() if getattr(self, name) not in known | {""}}
        return wrong | without_room({name: getattr(self, name) for name in LONGEST}, LONGEST)


def _without(faults: Mapping[str, Text], draft: ActionDraft) -> ActionDraft:
    if faults:
        raise Faulty(MISSING, faults)
    return draft
