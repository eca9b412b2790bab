"""What a role is called in a letter, and what whoever has just been given it does first."""

from collections.abc import Mapping, Sequence

from kulturspejl.core.content.text import Text
from kulturspejl.core.permissions import Role

NAMES: Mapping[Role, Text] = {
    Role.LEADER: Text(da="leder", en="leader"),
    Role.AMR: Text(da="arbejdsmiljørepræsentant (AMR)", en="safety representative (AMR)"),
    Role.TR: Text(da="tillidsrepræsentant (TR)", en="union representative (TR)"),
    Role.HR: Text(da="HR", en="HR"),
    Role.FACILITATOR: Text(da="facilitator", en="facilitator"),
    Role.STEWARD: Text(da="administrator", en="administrator"),
}
_RELEASES = Text(
    da="Skal en måling sendes, læser du den først og siger ja eller vent. Du får brev, når det er så vidt.",
    en="Before a round is sent you read it, and say yes or wait. You get a letter when it is time.",
)
_FIRST: Mapping[Role, Text] = {
    Role.LEADER: Text(
        da="Begynd på forsiden: Der står din enhed, og derfra spørger du de ansatte, når I er klar.",
        en="Begin on the front page: there stands your unit, and from there you ask the employees when you are ready.",
    ),
    Role.AMR: _RELEASES,
    Role.TR: _RELEASES,
    Role.HR: Text(
        da="Du kan se billeder af mindst tre enheder ad gangen, aldrig én enheds eget.",
        en="You can see pictures of at least three units at a time, never one unit's own.",
    ),
    Role.FACILITATOR: Text(
        da="Begynd på forsiden: Der forbereder og holder du en kursusdag.",
        en="Begin on the front page: there you prepare and run a course day.",
    ),
    Role.STEWARD: Text(
        da="Begynd med enhederne, og giv så lederne deres rettigheder.",
        en="Begin with the units, then give the leaders their permissions.",
    ),
}
_WAITS = Text(
    da="Resultater fra før i dag åbner for dig et døgn efter, at enhedens leder, AMR og TR har fået brev om det.",
    en="Results from before today open for you a day after the unit's leader, AMR and TR have had a letter about it.",
)


def begin_with(roles: Sequence[Role], *, waits: bool) -> Text:
    """The first step of each role, and that earlier results wait."""
    told = [*dict.fromkeys(_FIRST[role] for role in roles), *([_WAITS] if waits else [])]
    return Text(da=" ".join(one.da for one in told), en=" ".join(one.en for one in told))
