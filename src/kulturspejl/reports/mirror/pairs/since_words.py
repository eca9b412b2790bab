"""What is said of two rounds on six lines beside each other, in Danish and English."""

from collections.abc import Mapping

from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.reports.mirror.since_words import SHARED

_WORDS: Mapping[str, Text] = SHARED | {
    "picture_of": Text("{name} i {unit}, dengang og nu", "{name} in {unit}, then and now"),
    "moved": Text(
        "På linjen fra »{low}« til »{high}« ligger svarene {points} nærmere »{end}« end dengang: {before} er blevet "
        "til {after}. Det er mere end tilfældigt.",
        "On the line from “{low}” to “{high}” the answers lie {points} nearer to “{end}” than then: {before} has "
        "become {after}. That is more than chance.",
    ),
    "rest": Text(
        "Resten kan være tilfældigt eller er under {least}.", "The rest may be chance, or is less than {least}."
    ),
    "chance": Text(
        "Den største forskel er på linjen fra »{low}« til »{high}«: {before} er blevet til {after}. Det kan være "
        "tilfældigt; først en forskel på ± {visible} ville kunne ses.",
        "The largest difference is on the line from “{low}” to “{high}”: {before} has become {after}. That may be "
        "chance; only a difference of ± {visible} could have been seen.",
    ),
    "little": Text(
        "Ingen linje har flyttet sig {least} eller mere, og mindre gør vi ikke noget ud af.",
        "No line has moved by {least} or more, and of less we make nothing.",
    ),
    "same": Text(
        "Alle linjer er som dengang. Først en forskel på ± {visible} ville kunne ses.",
        "All lines are as then. Only a difference of ± {visible} could have been seen.",
    ),
    "other_points": Text(
        "Dengang var der andre steder på linjerne. De kan ikke holdes op mod hinanden.",
        "Then the lines had other places. They cannot be held against each other.",
    ),
    "what": Text("Linje", "Line"),
    "too_little": Text("{points} ({low} til {high}), under {least}", "{points} ({low} to {high}), under {least}"),
    "caption": Text(
        "Gennemsnit på linjer fra {least} til {most}, {then} og {now}",
        "Means on lines from {least} to {most}, {then} and {now}",
    ),
    "note": Text(
        "I parentes står, hvor stor forskellen kan være, hvis man også ser ud over de to dage: {all} af 100 for alle "
        "seks tilsammen.",
        "In brackets: how large the difference may be, looking beyond the two days as well; {all} in 100 for all six "
        "together.",
    ),
    "method_said": Text(
        "Welchs t af de to gennemsnit som uafhængige grupper, {each} af 100 for hver linje, så {all} af 100 for alle. "
        "Mere end tilfældigt: spændet når ikke 0, og forskellen er mindst {least}.",
        "Welch’s t of the two means as independent groups, {each} in 100 for each line, so {all} in 100 for all. More "
        "than chance: the range does not reach 0, and the difference is at least {least}.",
    ),
}
"""In braces: the ends of a line, means and differences with one decimal, `visible` the fewest to be seen."""


def say(word: str, lang: str, **places: object) -> str:
    """One text in the reader's language. Raises KeyError for an unknown text or a missing place."""
    return filled(_WORDS[word], **places).into(lang)
