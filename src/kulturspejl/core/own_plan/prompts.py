"""What an individual development plan asks, and what two ask each other about it."""

from dataclasses import dataclass

from kulturspejl.core.text import Text


@dataclass(frozen=True)
class Prompt:
    """A field of the plan; `id` is what the locked copy calls it."""

    id: str
    label: Text


BEGUN = (
    Prompt(
        "strength",
        Text(da="Hvad gør jeg i dag, som gavner andres arbejde?", en="What do I do today that helps others’ work?"),
    ),
    Prompt(
        "stretch",
        Text(
            da="Hvilken ene ting vil jeg øve frem til næste modul?",
            en="Which one thing will I practise until the next module?",
        ),
    ),
    Prompt(
        "situation",
        Text(
            da="I hvilken situation øver jeg den, og hvilken dag er første gang?",
            en="In which situation do I practise it, and on which day is the first time?",
        ),
    ),
    Prompt(
        "support",
        Text(da="Hvem spørger mig, hvordan det går, og hvornår?", en="Who asks me how it is going, and when?"),
    ),
    Prompt(
        "trap",
        Text(
            da="Hvad plejer at komme i vejen, og hvad gør jeg så?",
            en="What usually gets in the way, and what do I do then?",
        ),
    ),
)
"""From module 1."""
AGAIN = (
    Prompt(
        "how",
        Text(
            da="Hvor mange gange fik jeg øvet det, og hvad skete der?",
            en="How many times did I practise it, and what happened?",
        ),
    ),
    Prompt(
        "keep",
        Text(
            da="Bliver jeg ved, ændrer jeg den, eller vælger jeg en ny?",
            en="Do I go on, change it or choose a new one?",
        ),
    ),
)
"""Opened again at module 2."""
AT_THE_END = (
    Prompt(
        "habit",
        Text(
            da="Hvad er blevet en vane, som andre har gavn af?", en="What has become a habit that others benefit from?"
        ),
    ),
    Prompt(
        "next",
        Text(
            da="Hvad vil jeg øve, når kurset er slut, og hvem spørger mig så?",
            en="What will I practise when the course is over, and who will ask me then?",
        ),
    ),
)
"""Opened again at module 3."""
ALL = (*BEGUN, *AGAIN, *AT_THE_END)
IN_PAIRS = (
    Text(da="Hvad ville andre kunne se, når du gør det?", en="What would others be able to see when you do it?"),
    Text(
        da="Kan det gøres mindre, så du gør det i denne uge?", en="Can it be made smaller, so that you do it this week?"
    ),
    Text(da="Hvad holder du op med for at få plads til det?", en="What do you stop doing to make room for it?"),
)
"""For the talk in pairs at the end of the day."""
