"""Who sees what of a released round's picture: one case after the other, each with its reason (science.md 2.8).

What stands in a picture is decided before, by the disclosure plan: from how many answers it has numbers at all. Here
it is asked who may open it.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from kulturspejl.core.text import Text


@dataclass(frozen=True)
class Viewer:
    """Who looks. One person may be several of these at once.

    `is_on_the_team`: leader, AMR or TR of the unit itself. `leads_above`: a leader of it or of a unit above it.
    `counts`: steward or HR, who are there for the whole organisation and never for one unit's own picture.
    """

    has_a_card: bool = False
    is_on_the_team: bool = False
    leads_above: bool = False
    counts: bool = False


class Picture(Protocol):
    """What is looked at, by this viewer; each is asked only where a case needs it.

    `is_the_teams_own`: it tells of the unit's own people, not of those below alone. `is_wide`: it covers enough units
    and answers, and no two such give one unit's own by subtraction. `is_shared`: its team lets those above see it.
    `opens_soon`: the viewer's role at the unit was given after the result had opened, and somebody there was told of it
    within the last day; `nobody_was_told`: the same, and nobody was. `gives_another_away`: held against what the
    viewer's other roles have ever opened it would give away another unit's own.
    """

    @property
    def is_the_teams_own(self) -> bool: ...
    @property
    def is_wide(self) -> bool: ...
    @property
    def is_shared(self) -> bool: ...
    @property
    def opens_soon(self) -> bool: ...
    @property
    def nobody_was_told(self) -> bool: ...
    @property
    def gives_another_away(self) -> bool: ...


class Seen(Enum):
    """What somebody gets."""

    PICTURE = "the picture"
    QUESTIONS = "questions for a conversation"
    REASON = "the reason why it stays shut"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Case:
    """What is seen, and why."""

    seen: Seen
    why: Text


def reveal(viewer: Viewer, picture: Picture) -> Case:
    """The first case that fits; what a role opens, the person's other roles may still shut."""
    if viewer.has_a_card:
        return CARD if picture.is_the_teams_own or picture.is_wide else CARD_BELOW
    found = _by_role(viewer, picture)
    if found.seen is not Seen.PICTURE:
        return found
    if picture.opens_soon:
        return SOON
    if picture.nobody_was_told:
        return UNTOLD
    return OTHER_ROLES if picture.gives_another_away else found


def _by_role(viewer: Viewer, picture: Picture) -> Case:
    if viewer.is_on_the_team and picture.is_the_teams_own:
        return TEAM
    if not (viewer.leads_above or viewer.counts):
        return STRANGER
    if viewer.leads_above and picture.is_shared:
        return SHARED
    return WIDE if picture.is_wide else NARROW


CARD = Case(
    Seen.PICTURE,
    Text(
        da="Alle, der har fået en kode i enheden, ser det samme som lederen, på samme tid.",
        en="Everybody who got a code in the unit sees what the leader sees, at the same time.",
    ),
)
CARD_BELOW = Case(
    Seen.QUESTIONS,
    Text(
        da="Billedet ville kun være af dem i enhederne under. Det er ikke deres at se, så de får spørgsmål til en "
        "samtale.",
        en="The picture would be of those in the units below alone. It is not theirs to see, so they get questions for "
        "a conversation.",
    ),
)
TEAM = Case(
    Seen.PICTURE,
    Text(
        da="Leder, AMR og TR hører til teamet, og billedet er teamets eget.",
        en="Leader, AMR and TR belong to the team, and the picture is the team’s own.",
    ),
)
STRANGER = Case(
    Seen.NOTHING,
    Text(
        da="De hører ikke til teamet, eller billedet er kun af dem under. Det ser ud, som om siden ikke findes.",
        en="They do not belong to the team, or the picture is of those below alone. It looks as if the page did not "
        "exist.",
    ),
)
SHARED = Case(
    Seen.PICTURE,
    Text(
        da="Teamet har delt sit billede med lederne over sig. Administrator og HR ser det ikke af den grund.",
        en="The team has shared its picture with the leaders above. Administrator and HR do not see it for that.",
    ),
)
WIDE = Case(
    Seen.PICTURE,
    Text(
        da="Billedet dækker så mange enheder og svar, at ingen enkelt enheds billede kan regnes ud af det.",
        en="The picture covers so many units and answers that no single unit’s picture can be worked out from it.",
    ),
)
NARROW = Case(
    Seen.NOTHING,
    Text(
        da="Billedet er én enheds eget, eller man kunne trække sig frem til én enheds. Det ser ud, som om siden ikke "
        "findes.",
        en="The picture is one unit’s own, or one unit’s could be worked out by subtraction. It looks as if the page "
        "did not exist.",
    ),
)
SOON = Case(
    Seen.REASON,
    Text(
        da="Rollen er givet, efter at resultatet blev åbnet. Billedet åbner et døgn efter, at mailserveren har taget "
        "imod brevet om det til enhedens leder, AMR og TR.",
        en="The role was given after the result had opened. The picture opens a day after the mail server took the "
        "letter about it to the unit’s leader, AMR and TR.",
    ),
)
UNTOLD = Case(
    Seen.REASON,
    Text(
        da="Rollen er givet, efter at resultatet blev åbnet, og ingen, der var i enheden før, har fået brev om det. "
        "Billedet bliver ved med at være lukket; administratorerne har fået det at vide.",
        en="The role was given after the result had opened, and nobody who was in the unit before has had a letter "
        "about it. The picture stays shut; the administrators have been told.",
    ),
)
OTHER_ROLES = Case(
    Seen.REASON,
    Text(
        da="Sammen med det, personens andre roller har åbnet, ville billedet røbe en anden enheds eget. Den ret, der "
        "kom sidst, viger.",
        en="Together with what the person’s other roles have opened, the picture would give away another unit’s own. "
        "The right that came last gives way.",
    ),
)
