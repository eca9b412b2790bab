"""What of the work an action is about, and whether it changes the work or a person.

The first five have sections of their own in bekendtgørelse nr. 1406 af 26. september 2020 om psykisk arbejdsmiljø
(§§ 13–30). The next three are of what its § 7 counts among the influences: how work is planned and organised, what it
holds and how it is done, and how people are with each other. A workplace may always say "something else".
"""

from collections.abc import Mapping
from enum import StrEnum

from kulturspejl.core.text import Text


class Influence(StrEnum):
    """An influence of the psychosocial working environment."""

    WORKLOAD = "workload_time_pressure"
    UNCLEAR = "unclear_demands"
    EMOTIONAL = "emotional_demands"
    OFFENSIVE = "offensive_behaviour"
    VIOLENCE = "work_related_violence"
    SAY = "influence_on_work"
    ROLES = "roles"
    COOPERATION = "cooperation"
    OTHER = "other"


INFLUENCES: Mapping[Influence, Text] = {
    Influence.WORKLOAD: Text(da="Stor arbejdsmængde og tidspres", en="Large amount of work and time pressure"),
    Influence.UNCLEAR: Text(
        da="Uklare krav og modstridende krav i arbejdet", en="Unclear and conflicting demands at work"
    ),
    Influence.EMOTIONAL: Text(
        da="Høje følelsesmæssige krav i arbejdet med mennesker", en="High emotional demands in work with people"
    ),
    Influence.OFFENSIVE: Text(
        da="Krænkende handlinger, herunder mobning og seksuel chikane",
        en="Offensive acts, including bullying and sexual harassment",
    ),
    Influence.VIOLENCE: Text(da="Arbejdsrelateret vold", en="Work-related violence"),
    Influence.SAY: Text(da="Indflydelse på eget arbejde", en="Influence on one’s own work"),
    Influence.ROLES: Text(da="Roller og ansvar", en="Roles and responsibilities"),
    Influence.COOPERATION: Text(
        da="Samarbejde og relationer på arbejdet", en="Cooperation and relations at work"
    ),
    Influence.OTHER: Text(da="Andet", en="Something else"),
}


class Directed(StrEnum):
    """What is changed."""

    WORK = "work"
    PERSON = "person"


DIRECTED: Mapping[Directed, Text] = {
    Directed.WORK: Text(
        da="Arbejdet: hvordan det er tilrettelagt, fordelt eller udført",
        en="The work: how it is planned, divided or done",
    ),
    Directed.PERSON: Text(
        da="Personerne: hvad vi hver især gør, kan eller ved", en="People: what each of us does, can or knows"
    ),
}
