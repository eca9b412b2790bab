"""What is said of two rounds beside each other, in Danish and English."""

from collections.abc import Mapping

from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

_WORDS: Mapping[str, Text] = {
    "title": Text("Siden {then}", "Since {then}"),
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
    "who": Text(
        "Dengang svarede {was}, denne gang {now}. Det behøver ikke være de samme personer.",
        "Then {was} answered, this time {now}. They need not be the same persons.",
    ),
    "some": Text("{n} af {invited}", "{n} of {invited}"),
    "agreed": Text("{day} aftalte I: »{what}«.", "On {day} you agreed: “{what}”."),
    "no_cause": Text(
        "Tallene siger ikke, hvorfor noget er blevet anderledes, eller om det hænger sammen med det, I aftalte.",
        "The numbers do not say why anything has changed, or whether it has to do with what you agreed.",
    ),
    "no_cause_alone": Text(
        "Tallene siger ikke, hvorfor noget er blevet anderledes.", "The numbers do not say why anything has changed."
    ),
    # Why nothing is said of the difference
    "one_person": Text(
        "Begge gange svarede alle, og der er én person til forskel. Forskellen kunne være den persons svar, så de to "
        "resultater bliver ikke sat sammen her.",
        "Both times everybody answered, and there is one person between them. The difference could be that person's "
        "answer, so the two results are not put together here.",
    ),
    "other_points": Text(
        "Dengang blev der delt et andet antal point ud. Tallene er regnet om, og forskellen siger vi ikke noget om.",
        "Then another number of points was given out. The numbers are converted, and of the difference we say nothing.",
    ),
    "other_units": Text(
        "Billederne dækker ikke de samme enheder: Nogle er kommet til, lagt sammen eller delt. Derfor siger vi "
        "ikke noget "
        "om forskellen.",
        "The two pictures do not cover the same units: some have been added, merged or split. So we say nothing of the "
        "difference.",
    ),
    "no_spread": Text(
        "Et af de to billeder viser ikke, hvor langt svarene ligger fra hinanden. Så kan ingen se, om en forskel er "
        "tilfældig, og vi siger ikke noget om den.",
        "One of the two pictures does not show how far apart the answers lie. So nobody can see whether a "
        "difference is "
        "chance, and we say nothing of it.",
    ),
    # The table
    "culture": Text("Kultur", "Culture"),
    "then": Text("Dengang", "Then"),
    "now": Text("Nu", "Now"),
    "difference": Text("Forskel", "Difference"),
    "more_than_chance": Text(
        "{points} ({low} til {high}), mere end tilfældigt", "{points} ({low} to {high}), more than chance"
    ),
    "may_be_chance": Text(
        "{points} ({low} til {high}), kan være tilfældigt; ses fra ± {visible}",
        "{points} ({low} to {high}), may be chance; seen from ± {visible}",
    ),
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
    # The certificate
    "unchanged": Text("Hvis ingen havde ændret svar", "If nobody had changed their answer"),
    "unchanged_0": Text(
        "Lige mange svarede begge gange. Var det de samme, og havde ingen ændret svar, var der ingen forskel. Er "
        "én skiftet "
        "ud, kan man højst trække sig frem til forskellen mellem to personers svar.",
        "As many answered both times. If they were the same and nobody had changed their answer, there would be no "
        "difference. If one has been exchanged, subtraction leads at most to the difference of two persons' answers.",
    ),
    "unchanged_1": Text(
        "Der er ét svar til forskel. Den, der ved, hvis det er, og går ud fra, at alle de andre var med begge gange og "
        "svarede det samme, kan trække sig frem til det. Programmet fortæller ikke, hvis det er.",
        "There is one answer between them. Whoever knows whose it is, and takes it that all the others were there both "
        "times and answered the same, can subtract their way to it. The program does not tell whose it is.",
    ),
    "unchanged_some": Text(
        "Der er {people} svar til forskel. Den, der går ud fra, at alle de andre var med begge gange og svarede "
        "det samme, "
        "kan trække sig frem til de {people} svar tilsammen.",
        "There are {people} answers between them. Whoever takes it that all the others were there both times and "
        "answered "
        "the same can subtract their way to those {people} answers together.",
    ),
    "method": Text("Siden sidst", "Since last time"),
    "method_said": Text(
        "Welchs t af de to gennemsnit som uafhængige grupper, {each} af 100 for hver af de fire, så {all} af 100 for "
        "alle. Mere end tilfældigt: spændet når ikke 0, og forskellen er mindst {least} af {of}.",
        "Welch's t of the two means as independent groups, {each} in 100 for each of the four, so {all} in 100 for "
        "all. More than chance: the range does not reach 0, and the difference is at least {least} of {of}.",
    ),
}  # fmt: skip


def say(word: str, lang: str, **places: object) -> str:
    """One text in the reader's language. Raises KeyError for an unknown text or a missing place."""
    return filled(_WORDS[word], **places).into(lang)
