"""What is said of a result on six lines, in Danish and English."""

from collections.abc import Mapping

from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

_WORDS: Mapping[str, Text] = {
    "line": Text("Ingen ende af en linje er bedre end den anden.", "No end of a line is better than the other."),
    "means": Text("{means} på seks linjer fra {least} til {most}", "{means} on six lines from {least} to {most}"),
    "picture_of": Text("{name} i {unit}", "{name} in {unit}"),
    "lines_of": Text("Lederens linjer ved siden af svarene", "The leader’s lines beside the answers"),
    "line_between": Text("på linjen fra »{low}« til »{high}«", "on the line from “{low}” to “{high}”"),
    "from": Text("Fra {least}", "From {least}"),
    "to": Text("Til {most}", "To {most}"),
    "mean": Text("Gennemsnit", "Mean"),
    "what": Text("Linje", "Line"),
    "table_note": Text(
        "Gennemsnit på hver linje, fra {least} til {most}. Linjerne bliver ikke lagt sammen.",
        "The mean on each line, from {least} to {most}. The lines are not added up.",
    ),
    "band": Text(
        "Båndet om hver prik viser, hvor gennemsnittet ventelig ligger en anden dag.",
        "The band around each dot shows where the mean is likely to lie on another day.",
    ),
    "r_score": Text("Tallene", "The numbers"),
    "r_score_said": Text(
        "Et gennemsnit for hver linje. Kun hele svar tæller, og linjerne bliver ikke lagt sammen.",
        "A mean for each line. Only whole answers count, and the lines are not added up.",
    ),
    "r_word_said": Text(
        "Nogenlunde ens er under {alike} (kvadratrod af linjernes gennemsnitlige varians), meget forskelligt fra "
        "{very}.",
        "Much alike is under {alike} (root of the lines’ mean variance), very differently from {very}.",
    ),
}
"""In braces: means with one decimal, `least` to `most` the places."""


def say(word: str, lang: str, **places: object) -> str:
    """One text in the reader's language. Raises KeyError for an unknown text or a missing place."""
    return filled(_WORDS[word], **places).into(lang)
