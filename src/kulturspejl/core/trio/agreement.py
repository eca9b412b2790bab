"""The agreement of a TRIO: what they work on, what each role is expected to do, how they meet and say things."""

from collections.abc import Mapping
from dataclasses import dataclass

from kulturspejl.core.errors import Faulty
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import several_lines

LONGEST = 500
IN_A_ROOM = {"between_us": "in_the_room"}
"""What a field is called in the room of a course day (content/exercises/our_trio.toml), where not alike."""


@dataclass(frozen=True)
class Field:
    """One thing that is agreed on, and how it is best written."""

    id: str
    label: Text
    help: Text


PARTNER = Field(
    "partner",
    Text(da="Hvem følger op sammen med lederen?", en="Who follows up with the leader?"),
    Text(
        da="Her er ingen AMR eller TR. Aftal en kollega, der spørger, hvordan det gik.",
        en="There is no AMR or TR here. Agree on a colleague who asks how it went.",
    ),
)
"""Asked first where nobody represents."""
ONE_THING = Text(da="Én ting, I alle har sagt ja til.", en="One thing that all of you have said yes to.")
FIELDS = (
    Field("expect_leader", Text(da="Det forventer vi af lederen", en="What we expect of the leader"), ONE_THING),
    Field(
        "expect_amr",
        Text(da="Det forventer vi af AMR", en="What we expect of the AMR (work environment representative)"), ONE_THING,
    ),
    Field(
        "expect_tr", Text(da="Det forventer vi af TR", en="What we expect of the TR (union representative)"), ONE_THING
    ),
    Field(
        "meetings", Text(da="Sådan mødes vi", en="How we meet"),
        Text(
            da="Hvor tit, hvor længe, og hvem der indkalder. Sæt et møde før hvert modul.",
            en="How often, for how long, and who calls the meeting. Put one before each module.",
        ),
    ),
    Field(
        "between_us", Text(da="Det bliver mellem os", en="What stays between us"),
        Text(da="Hvad må ikke bæres videre, og hvad skal videre?", en="What must not be passed on, and what must?"),
    ),
    Field(
        "to_the_team", Text(da="Sådan hører teamet om det", en="How the team hears of it"),
        Text(da="Hvem siger det, hvornår og hvordan?", en="Who says it, when and how?"),
    ),
    Field(
        "disagree", Text(da="Når vi er uenige", en="When we disagree"),
        Text(
            da="Hvordan siger vi det til hinanden, og hvem spørger vi, hvis vi sidder fast?",
            en="How do we tell each other, and whom do we ask if we are stuck?",
        ),
    ),
    Field(
        "pass_on", Text(da="Det tager vi videre", en="What we take further"),
        Text(
            da="Hvem tager det, I ikke selv kan løse, med til MED eller arbejdsmiljøorganisationen?",
            en="Who takes what you cannot solve to the formal committees?",
        ),
    ),
    Field(
        "review", Text(da="Vi ser på aftalen igen", en="When we look at the agreement again"),
        Text(da="Skriv en dag, for eksempel før næste modul.", en="Write a day, for instance before the next module."),
    ),
)  # fmt: skip
ALL = (PARTNER, *FIELDS)


def agreed(values: Mapping[str, str]) -> dict[str, str]:
    """{field id: words} of those that something stands in, cleaned; raises Faulty with a sentence a field."""
    clean = {one.id: several_lines(values.get(one.id, "")) for one in ALL}
    faults = without_room(clean, dict.fromkeys(clean, LONGEST))
    if faults:
        raise Faulty(next(iter(faults.values())), faults)
    return {id: words for id, words in clean.items() if words}
