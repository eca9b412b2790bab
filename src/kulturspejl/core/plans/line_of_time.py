"""Everything of a unit's plan on one line of time: its lanes, and the sentence that says the same."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from kulturspejl.core.text import Text, in_common, joined
from kulturspejl.core.writing.listing import listed
from kulturspejl.core.writing.sentence import filled


class Lane(StrEnum):
    """What stands beside what, in the order in which a unit comes to it."""

    ROUND = "round"
    TRAIT = "trait"
    ACTION = "action"
    LOOKED_AT = "looked_at"
    MEETING = "meeting"
    TEAM = "team"
    COURSE = "course"


LANES: Mapping[Lane, Text] = {
    Lane.ROUND: Text(da="Målinger", en="Rounds"),
    Lane.TRAIT: Text(da="Træk", en="Traits"),
    Lane.ACTION: Text(da="Handlinger", en="Actions"),
    Lane.LOOKED_AT: Text(da="Opfølgninger", en="Follow-ups"),
    Lane.MEETING: Text(da="TRIO-møder", en="TRIO meetings"),
    Lane.TEAM: Text(da="Teammøder", en="Team meetings"),
    Lane.COURSE: Text(da="Kursusdage", en="Course days"),
}
_ONE: Mapping[Lane, Text] = {
    Lane.ROUND: Text(da="1 måling", en="1 round"),
    Lane.TRAIT: Text(da="1 træk", en="1 trait"),
    Lane.ACTION: Text(da="1 handling", en="1 action"),
    Lane.LOOKED_AT: Text(da="1 opfølgning", en="1 follow-up"),
    Lane.MEETING: Text(da="1 TRIO-møde", en="1 TRIO meeting"),
    Lane.TEAM: Text(da="1 teammøde", en="1 team meeting"),
    Lane.COURSE: Text(da="1 kursusdag", en="1 course day"),
}
_MORE: Mapping[Lane, Text] = {
    Lane.ROUND: Text(da="{n} målinger", en="{n} rounds"),
    Lane.TRAIT: Text(da="{n} træk", en="{n} traits"),
    Lane.ACTION: Text(da="{n} handlinger", en="{n} actions"),
    Lane.LOOKED_AT: Text(da="{n} opfølgninger", en="{n} follow-ups"),
    Lane.MEETING: Text(da="{n} TRIO-møder", en="{n} TRIO meetings"),
    Lane.TEAM: Text(da="{n} teammøder", en="{n} team meetings"),
    Lane.COURSE: Text(da="{n} kursusdage", en="{n} course days"),
}
Points = Sequence[tuple[Lane, date]]
NOTHING = Text(da="Der er ikke sket noget i planen endnu.", en="Nothing has happened in the plan yet.")
SO_FAR = Text(da="Siden {first}: {what}.", en="Since {first}: {what}.")
WAITING = Text(da="Det venter på jer: {what}, siden {first}.", en="Waits for you: {what}, since {first}.")
AHEAD = Text(da="Foran jer: {what}, første gang {first}.", en="Ahead: {what}, the first on {first}.")
NO_DAY = Text(da="Der er ingen dag foran jer.", en="There is no day ahead of you.")


def told(been: Points, waiting: Points, ahead: Points) -> Text:
    """The line in words: how many of what since the first day, what should have been by now, and what is ahead."""
    if not (been or waiting or ahead):
        return NOTHING
    return joined(_parts(been, waiting, ahead))


def _parts(been: Points, waiting: Points, ahead: Points) -> Iterator[Text]:
    if been:
        yield filled(SO_FAR, first=min(on for _lane, on in been), what=_counted(been))
    if waiting:
        yield filled(WAITING, first=min(on for _lane, on in waiting), what=_counted(waiting))
    if ahead:
        yield filled(AHEAD, first=min(on for _lane, on in ahead), what=_counted(ahead))
    else:
        yield NO_DAY


def _counted(points: Points) -> Text:
    counts = Counter(lane for lane, _on in points)
    said = [_ONE[lane] if counts[lane] == 1 else filled(_MORE[lane], n=counts[lane]) for lane in Lane if counts[lane]]
    return Text(
        **{language: listed([one.into(language) for one in said], language) for language in in_common(said)}
    )
