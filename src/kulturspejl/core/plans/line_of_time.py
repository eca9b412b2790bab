"""Everything of a unit's plan on one line of time: its lanes, and the sentence that says the same."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from kulturspejl.core.text import Text, in_common
from kulturspejl.core.writing.listing import listed
from kulturspejl.core.writing.sentence import filled


class Lane(StrEnum):
    """What stands beside what, in the order in which a unit comes to it."""

    ROUND = "round"
    TRAIT = "trait"
    ACTION = "action"
    LOOKED_AT = "looked_at"
    MEETING = "meeting"
    COURSE = "course"


LANES: Mapping[Lane, Text] = {
    Lane.ROUND: Text(da="Målinger", en="Rounds"),
    Lane.TRAIT: Text(da="Træk", en="Traits"),
    Lane.ACTION: Text(da="Handlinger", en="Actions"),
    Lane.LOOKED_AT: Text(da="Opfølgninger", en="Follow-ups"),
    Lane.MEETING: Text(da="TRIO-møder", en="TRIO meetings"),
    Lane.COURSE: Text(da="Kursusdage", en="Course days"),
}
_ONE: Mapping[Lane, Text] = {
    Lane.ROUND: Text(da="1 måling", en="1 round"),
    Lane.TRAIT: Text(da="1 træk", en="1 trait"),
    Lane.ACTION: Text(da="1 handling", en="1 action"),
    Lane.LOOKED_AT: Text(da="1 opfølgning", en="1 follow-up"),
    Lane.MEETING: Text(da="1 TRIO-møde", en="1 TRIO meeting"),
    Lane.COURSE: Text(da="1 kursusdag", en="1 course day"),
}
_MORE: Mapping[Lane, Text] = {
    Lane.ROUND: Text(da="{n} målinger", en="{n} rounds"),
    Lane.TRAIT: Text(da="{n} træk", en="{n} traits"),
    Lane.ACTION: Text(da="{n} handlinger", en="{n} actions"),
    Lane.LOOKED_AT: Text(da="{n} opfølgninger", en="{n} follow-ups"),
    Lane.MEETING: Text(da="{n} TRIO-møder", en="{n} TRIO meetings"),
    Lane.COURSE: Text(da="{n} kursusdage", en="{n} course days"),
}
NOTHING = Text(da="Der er ikke sket noget i planen endnu.", en="Nothing has happened in the plan yet.")
SO_FAR = Text(da="Siden {first}: {what}.", en="Since {first}: {what}.")
AHEAD = Text(da="Foran jer: {what}, første gang {first}.", en="Ahead: {what}, the first on {first}.")
NO_DAY = Text(da="Der er ingen dag foran jer.", en="There is no day ahead of you.")


def told(points: Sequence[tuple[Lane, date]], today: date) -> Text:
    """The line in words: how many of what since the first day, and what is ahead, from today on (`today` included)."""
    past, ahead = [one for one in points if one[1] < today], [one for one in points if one[1] >= today]
    if not points:
        return NOTHING
    parts = list(_parts(past, ahead))
    return Text(
        **{language: " ".join(one.into(language) for one in parts) for language in in_common(parts)}
    )


def _parts(past: Sequence[tuple[Lane, date]], ahead: Sequence[tuple[Lane, date]]) -> Iterator[Text]:
    if past:
        yield filled(SO_FAR, first=min(on for _lane, on in past), what=_counted(past))
    if ahead:
        yield filled(AHEAD, first=min(on for _lane, on in ahead), what=_counted(ahead))
    else:
        yield NO_DAY


def _counted(points: Sequence[tuple[Lane, date]]) -> Text:
    counts = Counter(lane for lane, _on in points)
    said = [_ONE[lane] if counts[lane] == 1 else filled(_MORE[lane], n=counts[lane]) for lane in Lane if counts[lane]]
    return Text(
        **{language: listed([one.into(language) for one in said], language) for language in in_common(said)}
    )
