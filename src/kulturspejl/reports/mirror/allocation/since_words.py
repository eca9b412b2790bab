"""What is said of two rounds of points beside each other, in Danish and English."""

from collections.abc import Mapping

from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.reports.mirror.since_words import SHARED

_WORDS: Mapping[str, Text] = SHARED | {
    "web_of": Text("Kulturen i {unit}, dengang og nu", "The culture of {unit}, then and now"),
    "more": Text(
        "{name} fylder {points} point mere end dengang: {before} er blevet til {after} af {of}. Det er mere end "
        "tilfældigt.",
        "{name} takes {points} points more than then: {before} has become {after} of {of}. That is more than chance.",
    ),
    "less": Text(
        "{name} fylder {points} point mindre end dengang: {before} er blevet til {after} af {of}. Det er mere end "
        "tilfældigt.",
        "{name} takes {points} points less than then: {before} has become {after} of {of}. That is more than chance.",
    ),
    "rest": Text("Resten kan være tilfældigt.", "The rest may be chance."),
    "rest_small": Text(
        "Resten kan være tilfældigt eller er under {least} point.",
        "The rest may be chance, or is less than {least} points.",
    ),
    "chance_more": Text(
        "Den største forskel er {name}: {points} point mere, {before} er blevet til {after} af {of}. Det kan være "
        "tilfældigt; først en forskel på ± {visible} ville kunne ses.",
        "The largest difference is {name}: {points} more, {before} has become {after} of {of}. That may be "
        "chance; only "
        "a difference of ± {visible} could have been seen.",
    ),
    "chance_less": Text(
        "Den største forskel er {name}: {points} point mindre, {before} er blevet til {after} af {of}. Det kan være "
        "tilfældigt; først en forskel på ± {visible} ville kunne ses.",
        "The largest difference is {name}: {points} less, {before} has become {after} of {of}. That may be "
        "chance; only "
        "a difference of ± {visible} could have been seen.",
    ),
    "little": Text(
        "Ingen forskel er på {least} point eller mere, og mindre gør vi ikke noget ud af.",
        "No difference is of {least} points or more, and of less we make nothing.",
    ),
    "same": Text(
        "Tallene er de samme som dengang. Først en forskel på ± {visible} ville kunne ses.",
        "The numbers are the same as then. Only a difference of ± {visible} could have been seen.",
    ),
    "wish_more": Text(
        "Som I ønsker det, fylder {name} {points} point mere end dengang: {before} er blevet til {after}. Det er mere "
        "end tilfældigt.",
        "In what you would like, {name} takes {points} points more than then: {before} has become {after}. That "
        "is more "
        "than chance.",
    ),
    "wish_less": Text(
        "Som I ønsker det, fylder {name} {points} point mindre end dengang: {before} er blevet til {after}. Det "
        "er mere "
        "end tilfældigt.",
        "In what you would like, {name} takes {points} points less than then: {before} has become {after}. That "
        "is more "
        "than chance.",
    ),
    "other_points": Text(
        "Dengang blev der delt et andet antal point ud. Tallene er regnet om, og forskellen siger vi ikke noget om.",
        "Then another number of points was given out. The numbers are converted, and of the difference we say nothing.",
    ),
    # The table
    "culture": Text("Kultur", "Culture"),
    "too_little": Text(
        "{points} ({low} til {high}), under {least} point", "{points} ({low} to {high}), under {least} points"
    ),
    "caption": Text("Point af {of}, {then} og {now}", "Points of {of}, {then} and {now}"),
    "note": Text(
        "I parentes står, hvor stor forskellen kan være, hvis man også ser ud over de to dage: {all} af 100 for alle "
        "fire tilsammen.",
        "In brackets: how large the difference may be, looking beyond the two days as well; {all} in 100 for all four "
        "together.",
    ),
    "wish_caption": Text("Det, I ønsker: point af {of}", "What you would like: points of {of}"),
    "method_said": Text(
        "Welchs t af de to gennemsnit som uafhængige grupper, {each} af 100 for hver af de fire, så {all} af 100 for "
        "alle. Mere end tilfældigt: spændet når ikke 0, og forskellen er mindst {least} af {of}.",
        "Welch’s t of the two means as independent groups, {each} in 100 for each of the four, so {all} in 100 for "
        "all. More than chance: the range does not reach 0, and the difference is at least {least} of {of}.",
    ),
}  # fmt: skip


def say(word: str, lang: str, **places: object) -> str:
    """One text in the reader's language. Raises KeyError for an unknown text or a missing place."""
    return filled(_WORDS[word], **places).into(lang)
