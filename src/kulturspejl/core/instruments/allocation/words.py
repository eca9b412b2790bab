"""The house's own wording of what is said of a team. An instrument may word each of them itself in its reading."""

from collections.abc import Mapping

from kulturspejl.core.text import Text

SAID: Mapping[str, Text] = {
    "camps": Text(
        da="I ser det på to måder: Omtrent halvdelen sætter {culture} først, og omtrent halvdelen {second}.",
        en="You see it in two ways: about half put {culture} first, and about half {second}.",
    ),
    "very_different": Text(
        da="I ser det meget forskelligt. Gennemsnittet er måske et billede, som ingen af jer har.",
        en="You see it very differently. The average may be a picture that none of you has.",
    ),
    "very_different_units": Text(
        da="Det bliver set meget forskelligt. Gennemsnittet er måske et billede, som ingen har.",
        en="It is seen very differently. The average may be a picture that nobody has.",
    ),
    "most": Text(
        da="Hos jer fylder {culture} mest: {sum} af {of} point.",
        en="What you have most of is {culture}: {sum} of {of} points.",
    ),
    "most_units": Text(
        da="Lagt sammen fylder {culture} mest: {sum} af {of} point.",
        en="Taken together, what there is most of is {culture}: {sum} of {of} points.",
    ),
    "maybe_most": Text(
        da="Hos jer fylder {culture} måske mest: {sum} af {of} point.",
        en="What you have most of may be {culture}: {sum} of {of} points.",
    ),
    "maybe_most_units": Text(
        da="Lagt sammen fylder {culture} måske mest: {sum} af {of} point.",
        en="Taken together, what there is most of may be {culture}: {sum} of {of} points.",
    ),
    "none_most": Text(
        da="Ingen af de fire kulturer fylder mest hos jer.",
        en="None of the four cultures comes first with you.",
    ),
    "none_most_units": Text(
        da="Lagt sammen er der ingen af de fire kulturer, der fylder mest.",
        en="Taken together, none of the four cultures comes first.",
    ),
    "wish_more": Text(
        da="I ønsker jer mere af {culture}: {points} point mere om et år.",
        en="You would like more of {culture}: {points} points more in a year.",
    ),
    "wish_more_units": Text(
        da="Der er et ønske om mere af {culture}: {points} point mere om et år.",
        en="There is a wish for more of {culture}: {points} points more in a year.",
    ),
    "wish_less": Text(
        da="I ønsker jer mindre af {culture}: {points} point mindre om et år.",
        en="You would like less of {culture}: {points} points less in a year.",
    ),
    "wish_less_units": Text(
        da="Der er et ønske om mindre af {culture}: {points} point mindre om et år.",
        en="There is a wish for less of {culture}: {points} points less in a year.",
    ),
    "silent_first": Text(
        da="{silent} svarede ikke, og {answers} svar mere kunne ændre, hvad der fylder mest.",
        en="{silent} did not answer, and {answers} more could change what comes first.",
    ),
    "silent_wish": Text(
        da="{silent} svarede ikke, og {answers} svar mere kunne vende ønsket om.",
        en="{silent} did not answer, and {answers} more could turn the wish round.",
    ),
    "question_camps": Text(
        da="Tænk på én dag, som I alle var med til. Hvor så I {culture}, og hvor så I {second}?",
        en="Think of one day that you all took part in. Where did you see {culture}, and where {second}?",
    ),
    "question_units": Text(
        da="Hvad kan den enkelte enhed kende igen hos sig selv, og hvad er anderledes der?",
        en="What does each unit recognise in itself, and what is different there?",
    ),
}
"""In braces: {culture} and {second} as quoted names, whole points. What ends in `_units` is of several together."""
