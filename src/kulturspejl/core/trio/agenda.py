"""The standing agenda of a TRIO meeting, for three quarters of an hour or half of one."""

from dataclasses import dataclass

from kulturspejl.core.text import Text

OPEN_ACTIONS, LAST_RESULT, ONE_NEW, ACCESS = "open_actions", "last_result", "one_new", "access"


@dataclass(frozen=True)
class Item:
    """`minutes` of a meeting of 45, `short` of one of 30."""

    id: str
    minutes: int
    short: int
    title: Text
    help: Text


AGENDA = (
    Item(
        "since_last", 5, 3, Text(da="Siden sidst", en="Since last time"),
        Text(
            da="Hvad er der sket i arbejdet? Én ting fra hver, uden navne.",
            en="What has happened in the work? One thing each, without names.",
        ),
    ),
    Item(
        OPEN_ACTIONS, 12, 9, Text(da="Åbne handlinger", en="Open actions"),
        Text(
            da="Hver handling får en ny dag eller et nyt navn, eller den bliver lukket.",
            en="Each action gets a new day or a new name, or it is closed.",
        ),
    ),
    Item(
        LAST_RESULT, 8, 5, Text(da="Det seneste resultat", en="The latest result"),
        Text(da="Hvad siger det jer? Tal om ét spørgsmål.", en="What does it tell you? Talk about one question."),
    ),
    Item(
        ONE_NEW, 10, 7, Text(da="Én ny ting", en="One new thing"),
        Text(
            da="Kan den ikke løses her, så aftal, hvem der tager den videre.",
            en="If it cannot be solved here, agree on who takes it further.",
        ),
    ),
    Item(
        "decide", 7, 4, Text(da="Beslutninger", en="Decisions"),
        Text(
            da="Hvem gør hvad, og hvad får teamet at vide? Læs de tre felter højt, før I går.",
            en="Who does what, and what is the team told? Read the three fields aloud before you leave.",
        ),
    ),
    Item(
        "next", 3, 2, Text(da="Næste møde", en="Next meeting"),
        Text(da="Hvornår, og hvem leder det? Sæt det i kalenderen nu.", en="When, and who leads it? Note the day now."),
    ),
)  # fmt: skip
LENGTHS = (sum(one.minutes for one in AGENDA), sum(one.short for one in AGENDA))
"""Minutes of the whole meeting, and of the short one."""
SECONDARY = (
    Text(
        da="Struktur: Passer den måde, I er delt op på, til det, I vil have mere af?",
        en="Structure: does the way you are divided fit what you want more of?",
    ),
    Text(
        da="Systemer og procedurer: Hvilken rutine trækker den forkerte vej?",
        en="Systems and procedures: which routine pulls the wrong way?",
    ),
    Text(
        da="Faste møder og ritualer: Hvad fejrer I, og hvad bliver aldrig sagt tak for?",
        en="Meetings and rituals: what do you celebrate, and what is never thanked for?",
    ),
    Text(
        da="Rum og synlige tegn: Hvad fortæller jeres lokaler om, hvad der er vigtigt?",
        en="Rooms and visible signs: what do your rooms say of what matters?",
    ),
    Text(
        da="Fortællinger: Hvilken historie fortæller I altid en ny kollega?",
        en="Stories: which story do you always tell a new colleague?",
    ),
    Text(
        da="Det skrevne: Hvilken sætning i jeres papirer lever I ikke op til?",
        en="What is written: which sentence in your papers do you not live up to?",
    ),
)
"""One of Schein's six secondary mechanisms each, as a question; they only work where they fit what the leader does."""


def new_thing(meetings_held: int) -> Text:
    """The one to take up next: they come in turn."""
    return SECONDARY[meetings_held % len(SECONDARY)]
