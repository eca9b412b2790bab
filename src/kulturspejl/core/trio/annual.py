"""The sheet for the yearly discussion of the work environment (årlig arbejdsmiljødrøftelse): its headings."""

from dataclasses import dataclass
from datetime import date, timedelta

from kulturspejl.core.errors import Faulty
from kulturspejl.core.text import Text
from kulturspejl.core.writing.length import without_room
from kulturspejl.core.writing.line import one_line

A_YEAR = timedelta(days=365)
LONGEST = 500
ASK = Text(da="Skriv, hvad der skal med.", en="Write what is to be taken up.")
YEAR, LEARNT, PASSED_ON, MATTERS = "year_in_counts", "learnt", "passed_on", "matters"


@dataclass(frozen=True)
class Heading:
    """`lines`: how many empty ones are printed to write on, beside what the program sets in."""

    id: str
    title: Text
    help: Text
    lines: int = 3


HEADINGS = (
    Heading(
        "facts", Text(da="Dato, og hvem der var med", en="Date, and who took part"),
        Text(
            da="Skriv roller. Navne står kun, hvor jeres egne regler kræver det.",
            en="Write roles. Names only where your own rules require them.",
        ), 2,
    ),
    Heading(
        YEAR, Text(da="Året i tal", en="The year in numbers"),
        Text(da="Sat ind af programmet. Ingen svar og ingen navne.", en="Set in by the program. No answers, no names."),
        0,
    ),
    Heading(
        MATTERS, Text(da="Det har I sat på listen", en="What you have put on the list"),
        Text(da="Fra møder og handlinger i årets løb.", en="From meetings and actions during the year."), 2,
    ),
    Heading(
        "goals_last_year", Text(da="Nåede I sidste års mål?", en="Did you reach last year’s goals?"),
        Text(
            da="Skriv for hvert mål: ja, delvis eller nej, og hvad der gjorde forskellen.",
            en="For each goal: yes, partly or no, and what made the difference.",
        ),
    ),
    Heading(
        LEARNT, Text(
            da="Hvad har I lært om jeres psykiske arbejdsmiljø?",
            en="What have you learnt about your psychosocial work environment?",
        ),
        Text(
            da="Hold jer til arbejdet og til resultater, som alle har set.",
            en="Keep to the work and to results that everybody has seen.",
        ),
    ),
    Heading(
        "content_next_year", Text(da="Hvad arbejder I med det næste år?", en="What will you work on next year?"),
        Text(da="Højst tre emner.", en="Three topics at most."),
    ),
    Heading(
        "goals_next_year", Text(da="Hvilke mål sætter I?", en="Which goals do you set?"),
        Text(
            da="Hvad kan man se eller høre om et år, og hvem følger op?",
            en="What can be seen or heard in a year, and who follows up?",
        ),
    ),
    Heading(
        "how_we_cooperate",
        Text(da="Hvordan samarbejder I, og hvor tit mødes I?", en="How do you cooperate, and how often do you meet?"),
        Text(
            da="Tænk også på dem, der arbejder aften, nat eller alene.",
            en="Think also of those who work evenings, nights or alone.",
        ), 2,
    ),
    Heading(
        "competence", Text(da="Hvilken viden mangler I?", en="Which knowledge do you lack?"),
        Text(
            da="Fra 10 ansatte: en kompetenceudviklingsplan for AMO’s medlemmer. Under 10: Har I den viden, der skal "
            "til?",
            en="From 10 employees: a competence plan for the members of the work environment organisation. Under 10: "
            "do you have the knowledge it takes?",
        ), 2,
    ),
    Heading(
        PASSED_ON, Text(da="Hvad beder I andre om?", en="What do you ask of others?"),
        Text(da="Skriv modtageren: AMO, MED, direktion eller en anden enhed.",
             en="Write the receiver: committee, top management or another unit."), 2,
    ),
    Heading(
        "written_proof",
        Text(da="Hvor ligger dokumentationen for, at drøftelsen er holdt?", en="Where is the written proof kept?"),
        Text(
            da="Skriv sted og dato. Den skal kunne vises til Arbejdstilsynet.",
            en="Write place and date. It must be possible to show it to the labour inspectorate.",
        ), 1,
    ),
)  # fmt: skip


def matter_of(words: str) -> str:
    """A matter for the sheet on one line; raises Faulty where there is none or it has no room."""
    clean = one_line(words)
    faults = {"words": ASK} if not clean else without_room({"words": clean}, {"words": LONGEST})
    if faults:
        raise Faulty(faults["words"], faults)
    return clean


def year_before(day: date) -> date:
    """The first day of the year that the sheet is about."""
    return day - A_YEAR
