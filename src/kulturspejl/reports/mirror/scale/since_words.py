"""What is said of two rounds on a scale beside each other, in Danish and English."""

from collections.abc import Mapping

from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.reports.mirror.since_words import SHARED

_WORDS: Mapping[str, Text] = SHARED | {
    "picture_of": Text("{name} i {unit}, dengang og nu", "{name} in {unit}, then and now"),
    "more": Text(
        "Gennemsnittet er {points} højere end dengang: {before} er blevet til {after}. Det er mere end tilfældigt.",
        "The mean is {points} higher than then: {before} has become {after}. That is more than chance.",
    ),
    "less": Text(
        "Gennemsnittet er {points} lavere end dengang: {before} er blevet til {after}. Det er mere end tilfældigt.",
        "The mean is {points} lower than then: {before} has become {after}. That is more than chance.",
    ),
    "chance": Text(
        "Gennemsnittet var {before} og er nu {after}. Det kan være tilfældigt; først en forskel på ± {visible} ville "
        "kunne ses.",
        "The mean was {before} and is now {after}. That may be chance; only a difference of ± {visible} could have "
        "been seen.",
    ),
    "little": Text(
        "Gennemsnittet var {before} og er nu {after}. Mindre end {least} gør vi ikke noget ud af.",
        "The mean was {before} and is now {after}. Of less than {least} we make nothing.",
    ),
    "same": Text(
        "Gennemsnittet er det samme som dengang, {after}. Først en forskel på ± {visible} ville kunne ses.",
        "The mean is the same as then, {after}. Only a difference of ± {visible} could have been seen.",
    ),
    "goal_more": Text(
        "Målet er {points} højere end dengang: {before} er blevet til {after}. Det er mere end tilfældigt.",
        "The goal is {points} higher than then: {before} has become {after}. That is more than chance.",
    ),
    "goal_less": Text(
        "Målet er {points} lavere end dengang: {before} er blevet til {after}. Det er mere end tilfældigt.",
        "The goal is {points} lower than then: {before} has become {after}. That is more than chance.",
    ),
    "other_points": Text(
        "Dengang gik skalaen til et andet tal. De to gennemsnit kan ikke holdes op mod hinanden.",
        "Then the scale went to another number. The two means cannot be held against each other.",
    ),
    "statement": Text("Udsagn", "Statement"),
    "what": Text("Hvad", "What"),
    "goal": Text("Mål", "Goal"),
    "too_little": Text("{points} ({low} til {high}), under {least}", "{points} ({low} to {high}), under {least}"),
    "caption": Text(
        "Gennemsnit på en skala fra {least} til {most}, {then} og {now}",
        "Means on a scale from {least} to {most}, {then} and {now}",
    ),
    "note": Text(
        "I parentes står, hvor stor forskellen kan være, hvis man også ser ud over de to dage: {all} af 100.",
        "In brackets: how large the difference may be, looking beyond the two days as well; {all} in 100.",
    ),
    "note_items": Text(
        "Af de enkelte udsagn står kun tallene: Om en forskel dér er tilfældig, kan ingen se.",
        "Of single statements the numbers alone are told: whether a difference there is chance, nobody can see.",
    ),
    "goal_caption": Text("Målet på en skala fra {least} til {most}", "The goal on a scale from {least} to {most}"),
    "method_said": Text(
        "Welchs t af de to gennemsnit som uafhængige grupper, {all} af 100. Mere end tilfældigt: spændet når ikke 0, "
        "og forskellen er mindst {least}.",
        "Welch’s t of the two means as independent groups, {all} in 100. More than chance: the range does not reach 0, "
        "and the difference is at least {least}.",
    ),
}
"""In braces: means and differences with one decimal, `least` to `most` the steps, `visible` the fewest to be seen."""


def say(word: str, lang: str, **places: object) -> str:
    """One text in the reader's language. Raises KeyError for an unknown text or a missing place."""
    return filled(_WORDS[word], **places).into(lang)
