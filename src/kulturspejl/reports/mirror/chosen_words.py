"""What is said of a result that was answered by choosing steps, in Danish and English."""

from collections.abc import Mapping

from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

_WORDS: Mapping[str, Text] = {
    "line": Text("{mean} på en skala fra {least} til {most}", "{mean} on a scale from {least} to {most}"),
    "goal_line": Text("målet er {goal}", "the goal is {goal}"),
    "picture_of": Text("{name} i {unit}", "{name} in {unit}"),
    "lines_of": Text("Lederens gæt ved siden af svarene", "The leader’s guess beside the answers"),
    "both": Text(
        "{line} er {drawn}, og svarenes gennemsnit er {mean}.", "{line} is {drawn}, and the answers’ mean is {mean}."
    ),
    "score": Text("Alle udsagn", "All statements"),
    "statement": Text("Udsagn", "Statement"),
    "mean": Text("Gennemsnit", "Mean"),
    "goal": Text("Mål", "Goal"),
    "table_note": Text("Gennemsnit på en skala fra {least} til {most}", "Means on a scale from {least} to {most}"),
    "range": Text("Spænd", "Range"),
    "what": Text("Hvad", "What"),
    "today": Text("Alle, i dag", "All, today"),
    "silent": Text("Uanset de tavse", "Whatever the silent say"),
    "beyond": Text("En anden dag", "Another day"),
    "alike": Text("I ser det nogenlunde ens.", "You see it much alike."),
    "somewhat": Text("I ser det noget forskelligt.", "You see it somewhat differently."),
    "very": Text("I ser det meget forskelligt.", "You see it very differently."),
    "alike_units": Text("Det bliver set nogenlunde ens.", "It is seen much alike."),
    "somewhat_units": Text("Det bliver set noget forskelligt.", "It is seen somewhat differently."),
    "very_units": Text("Det bliver set meget forskelligt.", "It is seen very differently."),
    "n_answered": Text("{n} svarede.", "{n} answered."),
    "all_answered": Text("Alle {n} svarede.", "All {n} answered."),
    "some_answered": Text("{n} af {invited} svarede.", "{n} of {invited} answered."),
    "if_like": Text(
        "For alle {invited} i dag ligger det mellem {today}, hvis de, der ikke svarede, ligner de andre.",
        "For all {invited} today it lies between {today} if those who did not answer resemble the others.",
    ),
    "whatever": Text(
        "Uanset hvad de, der ikke svarede, ville have sagt, ligger det mellem {bounds} for alle {invited}.",
        "Whatever those who did not answer would have said, it lies between {bounds} for all {invited}.",
    ),
    "beyond_said": Text(
        "En anden dag ligger gennemsnittet ventelig mellem {beyond}.",
        "On another day the mean is likely to lie between {beyond}.",
    ),
    "no_spread": Text(
        "Hvor langt svarene ligger fra hinanden, står kun med ord eller slet ikke: Et tal kunne fortælle om færre, end "
        "vi ellers viser.",
        "How far apart the answers lie is told in words alone, or not at all: a number could tell of fewer people than "
        "we show.",
    ),
    "and": Text("og", "and"),
    "r_score": Text("Tallet", "The score"),
    "r_score_said": Text(
        "Et gennemsnit af udsagnene for hver person, og så af personerne. Kun hele svar tæller.",
        "A mean over the statements for each person, and then over the people. Only whole answers count.",
    ),
    "r_floor": Text("Mindste afstand", "Least distance"),
    "r_floor_said": Text(
        "Svar, der ligger tættere på hinanden end {floor} trin (standardafvigelse), regnes som {floor}. Så kan ingen "
        "se, om I svarede helt ens.",
        "Answers that lie closer together than {floor} steps (standard deviation) are reckoned as {floor}. So nobody "
        "can see whether you all answered alike.",
    ),
    "r_word": Text("Ens eller forskelligt", "Alike or different"),
    "r_word_said": Text(
        "Nogenlunde ens er under {alike} trin (standardafvigelse af personernes tal), meget forskelligt fra {very}.",
        "Much alike is under {alike} steps (standard deviation of people’s scores), very differently from {very}.",
    ),
    "r_word_blind": Text(
        "Meget forskelligt er det også, når svarene på de enkelte udsagn ikke ligner hinanden mere end "
        "tilfældige svar.",
        "It is very differently, too, where the answers to single statements are no more alike than answers at random.",
    ),
    "r_intervals": Text("Spænd", "Intervals"),
    "r_intervals_said": Text(
        "95 af 100 efter Students t, skåret af ved {least} og {most}. De vises fra otte svar.",
        "95 in 100 by Student’s t, cut at {least} and {most}. They are shown from eight answers.",
    ),
}


def say(word: str, lang: str, **places: object) -> str:
    """One text in the reader's language. Raises KeyError for an unknown text or a missing place."""
    return filled(_WORDS[word], **places).into(lang)
