"""A first action as it is agreed."""

from dataclasses import dataclass, replace
from datetime import date

from kulturspejl.core.errors import Faulty
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room

LONGEST = {"what": 500, "who": 200}
STATES = ("agreed", "under_way", "tried", "keep", "redo", "drop")
IN_HAND = STATES[:3]
"""What somebody is still to look at again."""


@dataclass(frozen=True)
class ActionDraft:
    """What we do, who sees to it, when it is done, when we look again."""

    what: str
    who: str
    due: date | None
    follow_up: date | None

    @property
    def days(self) -> tuple[date, date]:
        """Due and follow-up of a checked draft."""
        if self.due is None or self.follow_up is None:
            raise ValueError("the draft has not been checked")
        return self.due, self.follow_up

    def checked(self, today: date) -> "ActionDraft":
        """The draft without spaces around; raises Faulty with a sentence for each field that must be mended."""
        clean = replace(self, what=self.what.strip(), who=self.who.strip())
        faults: dict[str, Text] = {}
        if not clean.what:
            faults["what"] = Text(da="Skriv, hvad I gør.", en="Write what you will do.")
        if not clean.who:
            faults["who"] = Text(da="Skriv, hvem der sørger for det.", en="Write who sees to it.")
        faults |= without_room({"what": clean.what, "who": clean.who}, LONGEST)
        if clean.due is None or clean.due < today:
            faults["due"] = Text(da="Vælg en dag fra i dag.", en="Choose a day from today.")
        if clean.follow_up is None or clean.follow_up < (clean.due or today):
            faults["follow_up"] = Text(
                da="Vælg en dag til at se på det igen, tidligst når det er gjort.",
                en="Choose a day to look at it again, at the earliest when it is done.",
            )
        if faults:
            raise Faulty(Text(da="Der mangler lidt endnu.", en="A little is missing."), faults)
        return clean
